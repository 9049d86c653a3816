"""The rhythm in which a shop's orders come, whoever buys."""

from datetime import datetime, timedelta
from typing import NamedTuple

from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


class Rhythm(NamedTuple):
    """A shop's last order, how many came in the time before it, and their longest pause."""

    last: datetime
    orders: int
    longest: timedelta


def shops(tx: Transaction) -> list[str]:
    """Every shop that ever had an order."""
    found: list[str] = []
    last = ""
    while True:  # a step of the index each, however many orders there are
        [[name]] = tx.rows("SELECT MIN(shop) FROM orders WHERE shop > :last", last=last)
        if name is None:
            return found
        found.append(name)
        last = name


def of_shop(tx: Transaction, shop: str, *, until: datetime, span: timedelta) -> Rhythm | None:
    """The shop's rhythm in so long a time before its last order; None when it had none."""
    [[last]] = tx.rows(
        "SELECT MAX(placed_at) FROM orders WHERE shop = :shop AND placed_at <= :until",
        shop=shop,
        until=to_ms(until),
    )
    if last is None:
        return None
    [[count, longest]] = tx.rows(
        "SELECT COUNT(*), COALESCE(MAX(pause), 0) FROM (SELECT placed_at"
        " - LAG(placed_at) OVER (ORDER BY placed_at) AS pause FROM orders"
        " WHERE shop = :shop AND placed_at >= :since AND placed_at <= :last) p",
        shop=shop,
        since=last - span // timedelta(milliseconds=1),
        last=last,
    )
    return Rhythm(from_ms(last), int(count), timedelta(milliseconds=int(longest)))
