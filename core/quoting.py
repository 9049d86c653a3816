"""
Quoting: what an order would cost its buyer and what it would earn, before there is one.

Nothing is changed and nobody is locked: between the quote and the order a voucher may be used, a
tier may move. What the order then earns is worked out anew when it is reported.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import chain

from core import codes, tiering
from core.act import Act
from core.awarding.baskets import Basket, Circumstances, OrderLine, basket_of, exchanged
from core.awarding.matching import holds
from core.calendar import local_day
from core.earning.in_force import circumstances
from core.earning.valuing import lines_as_text, value
from core.errors import AccessNeeded, WrongCurrency
from core.model import TAKING_PART, Member, MemberId, OrderStatus, Status, VoucherStatus
from core.pricing import (
    ITS_OWN,
    Bill,
    Coupon,
    Discounted,
    Holds,
    Objection,
    abroad,
    discounted,
    is_delivered_free,
    is_of,
    take_off,
)
from core.program.benefits import AccessBenefit, Benefit, EarlyAccessBenefit
from core.program.conditions import When
from core.program.schema import Program
from core.rewards import issuing, terms
from core.tables import members, vouchers
from core.tables.orders import Order
from core.transaction import Transaction

OVER = {
    VoucherStatus.USED: Objection.USED,
    VoucherStatus.UNDONE: Objection.UNDONE,
    VoucherStatus.EXPIRED: Objection.EXPIRED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """
    What somebody is about to buy. Sums are in minor units of its currency, of the lines before any
    benefit.
    """

    shop: str
    member_id: MemberId | None
    currency: str
    lines: tuple[OrderLine, ...]
    shipping: int = 0
    method: str = ""  # of delivery
    channel: str = ""
    payment: str = ""
    voucher_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What it costs and earns. Sums are in minor units of the wish's currency."""

    member: Member | None
    lines: tuple[Discounted, ...]
    vouchers: tuple[tuple[str, int], ...]  # code as it was typed, what it takes off
    refused: tuple[tuple[str, Objection], ...]
    shipping: int  # what is left to pay for delivery
    total: int  # what is left to pay for everything
    points: int  # it would earn, pending ones included
    early_access_days: int  # before everybody else; 0 is none

    @property
    def discount(self) -> int:
        """What benefits take off the lines, without vouchers and delivery."""
        return sum(line.discount for line in self.lines)


def quote(tx: Transaction, act: Act, wish: Wish) -> Quote:
    """
    Say what the order would cost at the act's moment, and what it would earn.

    In another currency of the program's, sums of benefits and vouchers count at its rate. A
    stranger, and who has left or is blocked, has no benefits. Raises WrongCurrency; AccessNeeded if
    the program is for its members alone.
    """
    program = act.program
    rate = program.exchange(wish.currency)
    if rate is None:
        raise WrongCurrency(currency=wish.currency, expected=program.currency)
    member = members.find(tx, wish.member_id) if wish.member_id is not None else None
    day = local_day(act.now, program.timezone)
    benefits: Sequence[Benefit] = ()
    fits = partial(_never)
    early = 0
    if member and member.status in TAKING_PART:
        buyer = circumstances(tx, member, act, day)
        benefits = tiering.benefits_of(program, member.tier, buyer.plans)
        fits = partial(_fits, _basket(act, wish, rate), buyer, program.currency)
        early = _early_days(benefits, wish.lines, fits)
    _check_access(program, benefits, fits)
    lines = discounted(wish.lines, benefits, fits)
    currency = program.currency
    free = is_delivered_free(
        lines, benefits, fits, method=wish.method, currency=currency, rate=rate
    )
    coupons, refused = _coupons(tx, act, wish.voucher_codes, rate)
    bill = take_off(lines, 0 if free else wish.shipping, coupons)
    return Quote(
        member=member,
        lines=lines,
        vouchers=tuple(bill.taken.items()),
        refused=(*refused, *bill.refused.items()),
        shipping=bill.shipping,
        total=sum(bill.rests) + bill.shipping,
        points=_points(tx, member, act, wish, bill) if member else 0,
        early_access_days=early,
    )


def _never(when: When) -> bool:
    return False


def _fits(basket: Basket, buyer: Circumstances, currency: str, when: When) -> bool:
    return holds(when, basket, buyer, currency)


def _basket(act: Act, wish: Wish, rate: Fraction) -> Basket:
    """
    The order as the conditions of benefits see it: before anything is taken off, in the program's
    currency.
    """
    basket = basket_of(
        act.program,
        wish.lines,
        total=sum(line.amount for line in wish.lines) + wish.shipping,
        shipping=wish.shipping,
        tax=0,
        discount=0,
        day=local_day(act.now, act.program.timezone),
        shop=wish.shop,
        channel=wish.channel,
        payment=wish.payment,
    )
    return basket if rate == ITS_OWN else exchanged(basket, rate)


def _early_days(benefits: Sequence[Benefit], lines: Sequence[OrderLine], fits: Holds) -> int:
    """How much earlier the member may buy: one of these goods at least, if some are named."""
    return max(
        (
            each.days
            for each in benefits
            if isinstance(each, EarlyAccessBenefit)
            and fits(each.when)
            and (not each.when.names_goods or any(is_of(each.when, line) for line in lines))
        ),
        default=0,
    )


def _check_access(program: Program, benefits: Sequence[Benefit], fits: partial[bool]) -> None:
    """Refuse who may not order, where only some may."""
    levels, plans = program.tiers.levels, program.plans
    every = chain(program.benefits, *(one.benefits for one in levels), *(p.benefits for p in plans))
    closed = any(isinstance(each, AccessBenefit) for each in every)
    if closed and not any(isinstance(each, AccessBenefit) and fits(each.when) for each in benefits):
        raise AccessNeeded


def _coupons(
    tx: Transaction, act: Act, typed: Sequence[str], rate: Fraction
) -> tuple[list[Coupon], list[tuple[str, Objection]]]:
    """The named vouchers that could be used now, and why the others can't."""
    coupons: list[Coupon] = []
    refused: list[tuple[str, Objection]] = []
    seen: set[str] = set()
    for each in typed:
        code = codes.normal_code(each)
        found = Objection.TWICE if code in seen else _coupon(tx, act, each, rate)
        seen.add(code)
        if isinstance(found, Objection):
            refused.append((each, found))
        else:
            coupons.append(found)
    return coupons, refused


def _coupon(tx: Transaction, act: Act, typed: str, rate: Fraction) -> Coupon | Objection:
    voucher = vouchers.find(tx, codes.normal_code(typed))
    if voucher is None:
        return Objection.UNKNOWN
    if voucher.status in OVER:
        return OVER[voucher.status]
    if not voucher.open_at(act.now):
        return Objection.EXPIRED
    owner = members.find(tx, voucher.member_id)
    if owner is None or owner.status in (Status.BLOCKED, Status.ERASED):
        return Objection.BLOCKED
    if issuing.early(voucher, local_day(act.now, act.program.timezone)):
        return Objection.TOO_EARLY
    return Coupon(typed, abroad(terms.of_voucher(act.program, voucher), rate))


def _points(tx: Transaction, member: Member, act: Act, wish: Wish, bill: Bill) -> int:
    """What the order would earn if it was paid now, as the order itself is worked out."""
    lines = [line._replace(amount=rest) for line, rest in zip(bill.lines, bill.rests, strict=True)]
    total = sum(bill.rests) + bill.shipping
    order = Order(
        shop=wish.shop,
        id="",
        member_id=member.id,
        placed_at=act.now,
        currency=wish.currency,
        total=total,
        shipping=bill.shipping,
        discount=sum(line.amount for line in wish.lines) - sum(bill.rests),
        channel=wish.channel,
        payment=wish.payment,
        lines=lines_as_text(lines),
        status=OrderStatus.PAID,
        eligible=total - bill.shipping,
    )
    return value(tx, member, act, order).order.points
