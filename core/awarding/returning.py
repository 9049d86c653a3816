"""What of an order is left after its refunds: pure, and the same in whatever order they came."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol

NOTHING, ALL = Fraction(0), Fraction(1)


class Returned(NamedTuple):
    """A refund: money in minor units, and how many pieces of which articles."""

    amount: int
    lines: tuple[tuple[str, int], ...] = ()


class Goods(Protocol):
    """What is looked at of an order's line."""

    @property
    def sku(self) -> str:
        """Its number of the article."""

    @property
    def quantity(self) -> int:
        """Its pieces."""


class Left(NamedTuple):
    """What is left of a line."""

    amount: int
    quantity: int


def left_over(
    lines: Sequence[Goods], shares: Sequence[int], refunds: Iterable[Returned], *, total: int
) -> list[Left]:
    """
    What is left of each line, whose share of what was paid for all is given, in minor units.

    Pieces that are named take their share with them. Money beyond their worth is for delivery and
    tax first; what is left of it, and money for nothing in particular, is taken off all lines
    alike. Goods given back without money are paid by later money without goods: shops book one
    return in two parts.
    """
    taken = _Taken(lines, shares)
    for refund in refunds:
        taken.take(refund)
    if taken.money >= total > 0:
        return [Left(0, 0) for _ in lines]
    rest = [share - gone for share, gone in zip(shares, taken.worth, strict=True)]
    factor = _factor(sum(rest, NOTHING), taken.beyond(total, sum(shares)))
    return _rounded([amount * factor for amount in rest], taken.pieces)


def share_returned(lines: Sequence[Goods], shares: Sequence[int], left: Sequence[Left]) -> Fraction:
    """How much of the order was given back: of its money, or of the pieces if it cost nothing."""
    whole, rest = sum(shares), sum(one.amount for one in left)
    if not whole:
        whole, rest = sum(line.quantity for line in lines), sum(one.quantity for one in left)
    return ALL - Fraction(rest, whole) if whole else NOTHING


class _Taken:
    """What refunds have taken so far."""

    def __init__(self, lines: Sequence[Goods], shares: Sequence[int]) -> None:
        self._lines, self._shares = lines, shares
        self.pieces = [line.quantity for line in lines]  # left
        self.worth = [NOTHING for _ in lines]  # taken
        self.money = self._for_goods = 0
        self._loose = 0  # money for nothing in particular

    def take(self, refund: Returned) -> None:
        """Take what the refund names."""
        self.money += refund.amount
        found = False
        for sku, quantity in refund.lines:
            for place in self._places(sku):
                found = True
                part = min(quantity, self.pieces[place])
                quantity -= part
                self.pieces[place] -= part
                value = Fraction(self._shares[place] * part, self._lines[place].quantity or 1)
                self.worth[place] += value
        if found:
            self._for_goods += refund.amount
        else:
            self._loose += refund.amount

    def beyond(self, total: int, goods: int) -> Fraction:
        """What is to be taken off all lines alike."""
        others = max(total - goods, 0)  # delivery and tax
        more = self._for_goods - sum(self.worth, NOTHING)
        loose = max(self._loose + min(more, NOTHING), NOTHING)
        return max(more - others, NOTHING) + (loose * goods / total if total else NOTHING)

    def _places(self, sku: str) -> list[int]:
        wanted = sku.casefold()
        return [at for at, line in enumerate(self._lines) if line.sku.casefold() == wanted]


def _factor(rest: Fraction, beyond: Fraction) -> Fraction:
    return max(rest - beyond, NOTHING) / rest if rest else NOTHING


def _rounded(amounts: Sequence[Fraction], pieces: Sequence[int]) -> list[Left]:
    """In whole minor units, none of which is lost between the lines; the rest is rounded up."""
    left, exact, given = [], NOTHING, 0
    for amount, quantity in zip(amounts, pieces, strict=True):
        exact += amount
        whole = -(-exact.numerator // exact.denominator) - given
        given += whole
        left.append(Left(whole, quantity))
    return left
