"""How far each shop's orders were read back from its own API."""

from datetime import datetime
from typing import NamedTuple

from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


class Sync(NamedTuple):
    """A shop's last reading: every change before then is known; the day it was for."""

    read_until: datetime
    day: str


def find(tx: Transaction, shop: str) -> Sync | None:
    """The shop's last nightly reading."""
    rows = tx.rows("SELECT read_until, day FROM shop_syncs WHERE shop = :shop", shop=shop)
    return Sync(from_ms(rows[0][0]), rows[0][1]) if rows else None


def save(tx: Transaction, shop: str, *, read_until: datetime, day: str) -> None:
    """The shop was read that far."""
    tx.rows(
        "INSERT INTO shop_syncs (shop, read_until, day) VALUES (:shop, :until, :day)"
        " ON CONFLICT (shop) DO UPDATE SET read_until = excluded.read_until, day = excluded.day",
        shop=shop,
        until=to_ms(read_until),
        day=day,
    )


def behind(tx: Transaction) -> list[tuple[str, datetime]]:
    """How far each connected shop was read, the farthest behind first."""
    rows = tx.rows(
        "SELECT y.shop, y.read_until FROM shop_syncs y JOIN code_shops s ON s.shop = y.shop"
        " WHERE s.connected = 1 ORDER BY y.read_until, y.shop"
    )
    return [(shop, from_ms(until)) for shop, until in rows]
