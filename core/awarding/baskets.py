"""An order as the rules see it, and what was in force when it first earned."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from core.awarding.returning import NOTHING, Left, Returned, left_over, share_returned
from core.program.rates import marks
from core.program.schema import Program


class OrderLine(NamedTuple):
    """A line of an order as the shop tells it. The amount is in minor units, for all pieces."""

    sku: str
    quantity: int
    amount: int
    categories: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    gift_card: bool = False


class Line(NamedTuple):
    """A line that counts: its share of what was paid, in minor units."""

    amount: int
    quantity: int
    marks: frozenset[str]


class Basket(NamedTuple):
    """The part of an order that counts."""

    sum: int  # minor units
    lines: tuple[Line, ...]
    day: date  # in the shop's time zone
    shop: str = ""
    channel: str = ""
    payment: str = ""
    returned: Fraction = NOTHING  # how much of the order was given back


class Circumstances(NamedTuple):
    """The buyer when the order first earned: later changes of theirs don't change its worth."""

    tier: str
    number: int  # the member's first order is 1
    joined_on: date
    tiers: frozenset[str] = frozenset()  # with those the plans stand for; empty: the one alone
    tier_since: date | None = None
    plans: Mapping[str, date] = {}  # and since when
    birthday: tuple[int, int] | None = None  # month and day
    chosen: bool = False  # the order's day is the one the member chose
    shut: frozenset[str] = frozenset()  # rules that had given as often as they may
    boost: Fraction = Fraction(1)  # what an offer multiplies by
    boost_by: str = ""  # which
    factor: Fraction | None = None  # said outright by orders of the first schema


def exchanged(basket: Basket, rate: Fraction) -> Basket:
    """The basket in another currency: so much for each minor unit; no cent is lost."""
    lines, exact, given = [], NOTHING, 0
    for line in basket.lines:
        exact += line.amount * rate
        whole = int(exact) - given
        given += whole
        lines.append(line._replace(amount=whole))
    return basket._replace(sum=given, lines=tuple(lines))


def basket_of(
    program: Program,
    lines: Iterable[OrderLine],
    *,
    total: int,
    shipping: int,
    tax: int,
    discount: int,
    day: date,
    shop: str,
    channel: str,
    payment: str,
    refunds: Sequence[Returned] = (),
) -> Basket:
    """
    What of an order counts: goods after discounts, without delivery, tax and gift cards, unless
    the program counts them. Reductions of the whole order are shared among its lines; what was
    refunded is gone.
    """
    counts = program.counts
    paid = total
    if not counts.shipping:
        paid -= shipping
    if not counts.tax:
        paid -= tax
    if counts.discounts:
        paid += discount
    paid = max(paid, 0)
    given = tuple(lines) or (OrderLine("", 1, paid),)
    shares, returned = _shares(given, paid), NOTHING
    left = [Left(share, line.quantity) for line, share in zip(given, shares, strict=True)]
    if refunds:
        left = left_over(given, shares, refunds, total=total)
        returned = share_returned(given, shares, left)
    counted = tuple(_counted(program, given, left))
    paid = sum(line.amount for line in counted)
    return Basket(paid, counted, day, shop, channel, payment, returned)


def _shares(lines: tuple[OrderLine, ...], paid: int) -> list[int]:
    """Each line's share of what was paid for all; no cent is lost."""
    whole = sum(line.amount for line in lines)
    seen = shared = 0
    shares = []
    for line in lines:
        seen += line.amount
        share = paid * seen // whole - shared if whole else 0
        shared += share
        shares.append(share)
    return shares


def _counted(
    program: Program, lines: tuple[OrderLine, ...], left: Iterable[Left]
) -> Iterable[Line]:
    """The lines that may earn, each with what is left of it."""
    for line, rest in zip(lines, left, strict=True):
        if line.gift_card and not program.counts.gift_cards:
            continue
        found = marks(line.sku, line.categories, line.labels)
        if program.uncounted and program.uncounted.wanted & found:
            continue
        yield Line(rest.amount, rest.quantity, found)
