"""Quotes: what an order would cost its buyer and earn, before there is one."""

from dataclasses import replace
from functools import partial

from fastapi import APIRouter

from bot.web.baskets import QuoteIn
from bot.web.fields import Shop
from bot.web.given import Web
from bot.web.quoted import QuoteLineOut, QuoteOut, RefusedOut, VoucherOffOut
from bot.web.security import api_router
from bot.web.views import keys_of, lines_of, money_text, tier_view, unit_of
from core.act import Act
from core.model import Status
from core.money import to_minor
from core.pricing import Discounted, Objection
from core.program.schema import Program
from core.quoting import Quote, Wish, quote
from core.tables import buyers
from core.transaction import Transaction

REFUSED = {
    Objection.UNKNOWN: "There is no such voucher.",
    Objection.USED: "It was used before.",
    Objection.UNDONE: "It was turned back into points.",
    Objection.EXPIRED: "It has expired.",
    Objection.TOO_EARLY: "It can't be used yet.",
    Objection.BLOCKED: "Its owner is blocked.",
    Objection.TWICE: "It is named twice.",
    Objection.NOT_FOR_ORDERS: "It is not for orders.",
    Objection.MINIMUM: "The order is smaller than it asks for.",
    Objection.GOODS: "Nothing in the order is what it is for.",
    Objection.NOTHING_LEFT: "What it is for costs nothing already.",
}


def quotes_router(web: Web) -> APIRouter:
    """POST /api/v1/quotes/{shop}."""
    router = api_router(web, "Quotes")

    @router.post("/api/v1/quotes/{shop}", summary="Ask what an order would cost and earn")
    async def post_quote(shop: Shop, wish: QuoteIn) -> QuoteOut:
        """
        Say what the order would cost its buyer, with tier and plan discounts, free delivery and
        the vouchers you name, and what it would earn. It changes nothing and uses nothing up.

        Of a line the best discount counts and no other; a share is rounded half up to the smallest
        unit, once a line. Vouchers come after discounts: goods for nothing first, then
        percentages, then sums. Free delivery from a sum looks at the goods after discounts and
        before vouchers. Sums the program names count in the order's currency at the rate of
        `[[currencies]]`. Gift cards are never cheaper. A stranger pays the full price; where only
        members with the right membership may order, they are refused with 409 `access-needed`.
        """
        act = web.acts.new("quote", actor=f"shop:{shop}")
        act = replace(act, now=wish.at or act.now)
        return await web.database.read(partial(_quote, act=act, shop=shop, wish=wish))

    return router


def _quote(tx: Transaction, act: Act, shop: str, wish: QuoteIn) -> QuoteOut:
    shipping = wish.shipping
    found = quote(
        tx,
        act,
        Wish(
            shop=shop,
            member_id=buyers.find(tx, shop, act.program.buyers.ordered(keys_of(wish.customer))),
            currency=wish.currency,
            lines=lines_of(wish.lines, wish.currency),
            shipping=to_minor(shipping.amount, wish.currency) if shipping else 0,
            method=shipping.method if shipping else "",
            channel=wish.channel,
            payment=wish.payment,
            voucher_codes=tuple(wish.voucher_codes),
        ),
    )
    return _answer(tx, act, found, wish.currency)


def _answer(tx: Transaction, act: Act, found: Quote, currency: str) -> QuoteOut:
    member = found.member
    return QuoteOut(
        member_id=str(member.id) if member else None,
        tier=tier_view(tx, act, member) if member and member.status is not Status.ERASED else None,
        lines=[_line(act.program, line, currency) for line in found.lines],
        discount=money_text(found.discount, currency),
        vouchers=[
            VoucherOffOut(code=code, amount=money_text(amount, currency))
            for code, amount in found.vouchers
        ],
        vouchers_refused=[
            RefusedOut(code=code, reason=why, detail=REFUSED[why]) for code, why in found.refused
        ],
        shipping=money_text(found.shipping, currency),
        total=money_text(found.total, currency),
        points=found.points,
        early_access_days=found.early_access_days,
        **unit_of(act.program),
    )


def _line(program: Program, line: Discounted, currency: str) -> QuoteLineOut:
    benefit = line.benefit
    return QuoteLineOut(
        sku=line.line.sku,
        quantity=line.line.quantity,
        price=money_text(line.line.amount, currency),
        discount=money_text(line.discount, currency),
        discount_percent=f"{benefit.percent.normalize():f}" if benefit else None,
        reason=_holder(program, line) if benefit else None,
    )


def _holder(program: Program, line: Discounted) -> str:
    """What gives the discount: the membership as such, a tier or a plan."""
    for kind, holders in (("tier", program.tiers.levels), ("plan", program.plans)):
        for holder in holders:
            if any(benefit is line.benefit for benefit in holder.benefits):
                return f"{kind}:{holder.id}"
    return "membership"
