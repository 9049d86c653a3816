"""How a voucher looks in the API: all a shop needs to apply it."""

from decimal import Decimal

from bot.web.answers import GoodsOut, RaffleOut, VoucherOut
from core.act import Act
from core.model import SomeGoods, Title, Voucher, VoucherStatus
from core.money import to_decimal
from core.rewards.terms import of_voucher
from core.tables import members, raffles, vouchers
from core.transaction import Transaction


def voucher_view(tx: Transaction, act: Act, voucher: Voucher) -> VoucherOut:
    """The voucher; one past its date is expired, whether or not a job has noted it."""
    owner = members.find(tx, voucher.member_id)
    language = owner.language if owner else act.program.language
    past = voucher.expires_at is not None and voucher.expires_at <= act.now
    lapsed = past and voucher.status is VoucherStatus.ISSUED
    terms = of_voucher(act.program, voucher)
    currency = act.program.currency
    return VoucherOut(
        code=voucher.code,
        member_id=str(voucher.member_id),
        reward=voucher.reward_id,
        title=voucher.title.in_language(language),
        points=voucher.points,
        kind=terms.kind,
        amount=_sum(terms.amount, currency),
        unit=act.program.unit,
        currency=currency,
        percent=_number(terms.percent),
        one_item=terms.one_item,
        minimum=_sum(terms.minimum, currency),
        max_share=_number(terms.max_share),
        goods=_goods(terms.goods),
        without=_goods(terms.without),
        sku=terms.sku or None,
        day=terms.day,
        since=terms.since,
        place=_name(terms.place, language),
        partner=terms.partner or None,
        partner_code=terms.partner_code or None,
        cause=terms.cause or None,
        raffle=_raffle(tx, voucher) if terms.kind in ("ticket", "raffle") else None,
        final=voucher.final,
        status=VoucherStatus.EXPIRED if lapsed else voucher.status,
        issued_at=voucher.issued_at,
        expires_at=voucher.expires_at,
        used_at=vouchers.used_at(tx, voucher.code),
        used_for=voucher.used_for or None,
    )


def _sum(minor: int | None, currency: str) -> str | None:
    return None if minor is None else str(to_decimal(minor, currency))


def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"


def _name(title: Title | None, language: str) -> str | None:
    return title.in_language(language) if title else None


def _goods(goods: SomeGoods) -> GoodsOut | None:
    if not goods.any:
        return None
    return GoodsOut(
        categories=list(goods.categories), labels=list(goods.labels), skus=list(goods.skus)
    )


def _raffle(tx: Transaction, voucher: Voucher) -> RaffleOut | None:
    raffle = raffles.of_ticket(tx, voucher.code)
    if raffle is None:
        return None
    seed = raffle.seed if raffle.drawn_at else None
    return RaffleOut(draw_at=raffle.draw_at, commitment=raffle.commitment, seed=seed)
