"""
What goods cost a member: discounts, delivery, vouchers. Pure; all sums are in minor units.

Of a line the best discount counts and no other; a share of a sum is rounded half up to the minor
unit, once a line. Vouchers come after that: goods for nothing, then percentages, then sums, each
of what is left. Gift cards are money: nothing makes them cheaper.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from core.awarding.baskets import OrderLine
from core.model import SomeGoods, Terms
from core.money import to_minor
from core.program.benefits import Benefit, DiscountBenefit, FreeShippingBenefit
from core.program.conditions import Goods, When
from core.program.rates import Goodness, goodness, marks

HANDED_OVER = ("gift", "raffle", "early_access")  # used with an order, and change no price
PRICED = ("product", "percent_off", "amount_off", "flexible", "free_shipping")

ITS_OWN = Fraction(1)
"""The rate of the program's own currency."""

Holds = Callable[[When], bool]
"""Whether a condition holds for this order, buyer and day; goods are apart."""


class Objection(StrEnum):
    """Why a voucher can't be used for an order."""

    UNKNOWN = "unknown"
    USED = "used"
    UNDONE = "undone"
    EXPIRED = "expired"
    TOO_EARLY = "too_early"
    BLOCKED = "blocked"  # its owner is
    TWICE = "twice"  # named before in the same quote
    NOT_FOR_ORDERS = "not_for_orders"  # an event's place, a partner's code
    MINIMUM = "minimum"
    GOODS = "goods"  # nothing in the order is what it is for
    NOTHING_LEFT = "nothing_left"  # what it is for costs nothing already


class Discounted(NamedTuple):
    """A line with its discount."""

    line: OrderLine
    discount: int = 0
    benefit: DiscountBenefit | None = None  # the one that counts

    @property
    def rest(self) -> int:
        """What is left to pay for the line."""
        return self.line.amount - self.discount


class Coupon(NamedTuple):
    """A usable voucher, and what it gives."""

    code: str
    terms: Terms


@dataclass(slots=True)
class Bill:
    """An order while vouchers are taken off it."""

    lines: tuple[OrderLine, ...]
    rests: list[int]  # of each line, what is left to pay
    shipping: int
    goods: int  # what the lines but gift cards cost before any voucher
    shared: int = 0  # already paid by vouchers that may pay a share alone
    taken: dict[str, int] = field(default_factory=dict)  # code → sum
    refused: dict[str, Objection] = field(default_factory=dict)


def discounted(
    lines: Iterable[OrderLine], benefits: Iterable[Benefit], holds: Holds
) -> tuple[Discounted, ...]:
    """Each line with the best of the discounts that hold for it."""
    those = [
        (each, goodness(each.when, each.when.without))
        for each in benefits
        if isinstance(each, DiscountBenefit) and holds(each.when)
    ]
    return tuple(_with_best(line, those) for line in lines)


def share(amount: int, percent: Decimal) -> int:
    """So many percent of the sum, rounded half up to the minor unit."""
    return int((amount * percent / 100).to_integral_value(ROUND_HALF_UP))


def is_delivered_free(
    lines: Sequence[Discounted],
    benefits: Iterable[Benefit],
    holds: Holds,
    *,
    method: str,
    currency: str,
    rate: Fraction = ITS_OWN,
) -> bool:
    """
    Whether a benefit delivers these goods for nothing: all of them must be of its kind, and cost
    enough after discounts and before vouchers, at the rate of their currency in the program's.
    """
    goods = [each for each in lines if not each.line.gift_card]
    worth = sum(each.rest for each in goods) * rate
    return any(
        each.method in (None, method)
        and (each.from_amount is None or worth >= to_minor(each.from_amount, currency))
        and all(is_of(each.when, one.line) for one in goods)
        and holds(each.when)
        for each in benefits
        if isinstance(each, FreeShippingBenefit)
    )


def abroad(terms: Terms, rate: Fraction) -> Terms:
    """
    What a voucher gives in a currency of which a minor unit is worth so much of the program's: a
    sum rounded half up, as a share is; the least order is none that is worth less.
    """
    if rate == ITS_OWN:
        return terms
    amount, minimum = terms.amount, terms.minimum
    return replace(
        terms,
        amount=amount if amount is None else floor(amount / rate + Fraction(1, 2)),
        minimum=minimum if minimum is None else ceil(minimum / rate),
    )


def take_off(lines: Sequence[Discounted], shipping: int, coupons: Iterable[Coupon]) -> Bill:
    """Take the vouchers off, in the order that is best for the buyer; each works or is refused."""
    bill = Bill(
        lines=tuple(each.line for each in lines),
        rests=[each.rest for each in lines],
        shipping=shipping,
        goods=sum(each.rest for each in lines if not each.line.gift_card),
    )
    for coupon in sorted(coupons, key=_turn):
        taken = _take(bill, coupon.terms)
        if isinstance(taken, Objection):
            bill.refused[coupon.code] = taken
        else:
            bill.taken[coupon.code] = taken
    return bill


def is_of(when: When, line: OrderLine) -> bool:
    """Whether the line is of the goods that are meant."""
    goods = goodness(when, when.without)
    return goods is None or goods.fits(_marks(line))


def _with_best(
    line: OrderLine, those: Iterable[tuple[DiscountBenefit, Goodness | None]]
) -> Discounted:
    if line.gift_card:
        return Discounted(line)
    found = _marks(line)
    fitting = [each for each, goods in those if goods is None or goods.fits(found)]
    best = max(fitting, key=lambda each: each.percent, default=None)
    return Discounted(line, share(line.amount, best.percent), best) if best else Discounted(line)


def _marks(line: OrderLine) -> frozenset[str]:
    return marks(line.sku, line.categories, line.labels)


def _turn(coupon: Coupon) -> int:
    """Goods for nothing first, then percentages, then sums: so no percentage is of less."""
    return {"product": 0, "percent_off": 1}.get(coupon.terms.kind, 2)


def _take(bill: Bill, terms: Terms) -> int | Objection:
    """What the voucher takes off the bill, which is less by it then; or why it can't."""
    if terms.kind in HANDED_OVER:
        return 0
    if terms.kind not in PRICED:
        return Objection.NOT_FOR_ORDERS
    if terms.minimum and bill.goods < terms.minimum:
        return Objection.MINIMUM
    places = _fitting(bill, terms)
    if not places:
        return Objection.GOODS
    percent, rest = terms.percent or Decimal(0), sum(bill.rests[place] for place in places)
    match terms.kind:
        case "free_shipping":
            saved, bill.shipping = bill.shipping, 0
            return saved or Objection.NOTHING_LEFT
        case "product":
            return _take_piece(bill, places, Decimal(100))
        case "percent_off" if terms.one_item:
            return _take_piece(bill, places, percent)
        case "percent_off":
            return _spread(bill, places, share(rest, percent))
        case _:
            return _pay(bill, places, terms.amount or 0, terms.max_share)


def _fitting(bill: Bill, terms: Terms) -> list[int]:
    """The places of the lines that are meant."""
    wanted = SomeGoods(skus=(terms.sku,)) if terms.kind == "product" else terms.goods
    goods = goodness(_goods(wanted), _goods(terms.without))
    return [
        place
        for place, line in enumerate(bill.lines)
        if not line.gift_card and (goods is None or goods.fits(_marks(line)))
    ]


def _goods(some: SomeGoods) -> Goods:
    return Goods(categories=some.categories, labels=some.labels, skus=some.skus)


def _take_piece(bill: Bill, places: list[int], percent: Decimal) -> int | Objection:
    """Take the share off one piece alone, the dearest there is."""

    def piece(place: int) -> int:
        """Rounded up: nobody pays a cent for a free one."""
        return -(-bill.rests[place] // max(bill.lines[place].quantity, 1))

    dearest = max(places, key=piece)
    taken = min(share(piece(dearest), percent), bill.rests[dearest])
    bill.rests[dearest] -= taken
    return taken or Objection.NOTHING_LEFT


def _pay(bill: Bill, places: list[int], worth: int, most: Decimal | None) -> int | Objection:
    """Pay a sum, or as much of it as the goods cost and their share of the order allows."""
    if most is not None:
        worth = min(worth, max(int(bill.goods * most / 100) - bill.shared, 0))
    taken = _spread(bill, places, worth)
    if most is not None and not isinstance(taken, Objection):
        bill.shared += taken
    return taken


def _spread(bill: Bill, places: list[int], amount: int) -> int | Objection:
    """Take a sum off several lines, from each its share; no cent is lost."""
    whole = sum(bill.rests[place] for place in places)
    amount = min(amount, whole)
    seen = taken = 0
    for place in places:
        seen += bill.rests[place]
        part = amount * seen // whole - taken if whole else 0
        bill.rests[place] -= part
        taken += part
    return taken or Objection.NOTHING_LEFT
