"""Strangers: orders of people who are no members yet, by fingerprints of what names them."""

from collections.abc import Iterable
from datetime import datetime

from core.tables.instants import to_ms
from core.transaction import Transaction


def lock(tx: Transaction, digests: Iterable[str]) -> None:
    """
    Lock these fingerprints until the transaction ends. Who keeps a stranger's order and who has
    just become a member both do: one of them sees what the other wrote.
    """
    for digest in sorted(digests):
        tx.rows(
            "INSERT INTO strangers (digest) VALUES (:digest)"
            " ON CONFLICT (digest) DO UPDATE SET digest = excluded.digest",
            digest=digest,
        )


def wait(
    tx: Transaction, digests: Iterable[str], *, shop: str, order_id: str, until: datetime
) -> None:
    """Keep the order for who has one of the locked fingerprints, until then."""
    tx.many(
        "INSERT INTO waiting_orders (digest, shop, order_id, until)"
        " VALUES (:digest, :shop, :order, :until) ON CONFLICT DO NOTHING",
        [
            {"digest": digest, "shop": shop, "order": order_id, "until": to_ms(until)}
            for digest in digests
        ],
    )


def waiting(tx: Transaction, digest: str, *, now: datetime) -> list[tuple[str, str]]:
    """The orders that wait for who has that fingerprint: shop and id."""
    rows = tx.rows(
        "SELECT shop, order_id FROM waiting_orders WHERE digest = :digest AND until > :now",
        digest=digest,
        now=to_ms(now),
    )
    return [(shop, order_id) for shop, order_id in rows]


def found(tx: Transaction, *, shop: str, order_id: str) -> None:
    """The order has its buyer: it waits no more."""
    tx.rows(
        "DELETE FROM waiting_orders WHERE shop = :shop AND order_id = :order",
        shop=shop,
        order=order_id,
    )


def forget(tx: Transaction, digest: str) -> None:
    """Nothing is kept for that locked fingerprint any more."""
    tx.rows("DELETE FROM waiting_orders WHERE digest = :digest", digest=digest)
    tx.rows("DELETE FROM strangers WHERE digest = :digest", digest=digest)


def purge(tx: Transaction, *, now: datetime) -> None:
    """Forget whoever did not join in time."""
    over = tx.rows(
        "DELETE FROM waiting_orders WHERE until <= :now RETURNING digest", now=to_ms(now)
    )
    tx.many(
        "DELETE FROM strangers WHERE digest = :digest AND NOT EXISTS"
        " (SELECT 1 FROM waiting_orders w WHERE w.digest = strangers.digest)",
        [{"digest": digest} for digest in sorted({row[0] for row in over})],
    )
