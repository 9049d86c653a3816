"""Links: what a shop hands to its customer, to be tied to the chat that opens it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from core.model import Channel
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = "digest, shop, customer_id, expires_at, channel, address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that was handed out."""

    digest: str
    shop: str
    customer_id: str
    expires_at: datetime
    opened_in: tuple[Channel, str] | None = None  # the chat that opened it first


def add(tx: Transaction, token: str, *, shop: str, customer_id: str, expires_at: datetime) -> None:
    """Keep a new link; of its token only a digest, which is enough to know it again."""
    tx.rows(
        "INSERT INTO links (digest, shop, customer_id, expires_at)"
        " VALUES (:digest, :shop, :customer, :expires)",
        digest=_digest(token),
        shop=shop,
        customer=customer_id,
        expires=to_ms(expires_at),
    )


def take(tx: Transaction, token: str) -> Link | None:
    """Lock the link of that token until the transaction ends, and read it."""
    rows = tx.lock(f"SELECT {COLUMNS} FROM links WHERE digest = :digest", digest=_digest(token))
    return _link(rows[0]) if rows else None


def open_in(
    tx: Transaction, link: Link, chat: tuple[Channel, str], *, waits: bool, expires_at: datetime
) -> None:
    """The link was opened in that chat; there it waits for its person to join, or is used up."""
    tx.rows(
        "UPDATE links SET channel = :channel, address = :address, waits = :waits,"
        " expires_at = :expires WHERE digest = :digest",
        digest=link.digest,
        channel=chat[0],
        address=chat[1],
        waits=int(waits),
        expires=to_ms(expires_at),
    )


def use_waiting(tx: Transaction, channel: Channel, address: str, *, now: datetime) -> list[Link]:
    """The links that were opened in that chat and wait; from now on they are used up."""
    rows = tx.rows(
        "UPDATE links SET waits = 0 WHERE channel = :channel AND address = :address AND waits = 1"
        f" AND expires_at > :now RETURNING {COLUMNS}",
        channel=channel,
        address=address,
        now=to_ms(now),
    )
    return sorted((_link(row) for row in rows), key=lambda link: (link.shop, link.customer_id))


def count_wrong(tx: Transaction, channel: Channel, address: str, *, now: datetime) -> None:
    """Somebody in that chat tried a token that is none."""
    tx.rows(
        "INSERT INTO wrong_links (channel, address, count, last_at)"
        " VALUES (:channel, :address, 1, :now)"
        " ON CONFLICT (channel, address) DO UPDATE SET count = wrong_links.count + 1,"
        " last_at = excluded.last_at",
        channel=channel,
        address=address,
        now=to_ms(now),
    )


def wrong_in(tx: Transaction, channel: Channel, address: str, *, since: datetime) -> int:
    """How many wrong tokens were tried in that chat, if the last of them was since then."""
    rows = tx.rows(
        "SELECT count FROM wrong_links WHERE channel = :channel AND address = :address"
        " AND last_at > :since",
        channel=channel,
        address=address,
        since=to_ms(since),
    )
    return int(rows[0][0]) if rows else 0


def forget_chat(tx: Transaction, channel: Channel, address: str) -> None:
    """Remove what that chat has opened and tried."""
    tx.rows(
        "DELETE FROM links WHERE channel = :channel AND address = :address",
        channel=channel,
        address=address,
    )
    tx.rows(
        "DELETE FROM wrong_links WHERE channel = :channel AND address = :address",
        channel=channel,
        address=address,
    )


def purge(tx: Transaction, *, now: datetime, tried_before: datetime) -> None:
    """Remove links that are over, and wrong tokens that count no more."""
    tx.rows("DELETE FROM links WHERE expires_at <= :now", now=to_ms(now))
    tx.rows("DELETE FROM wrong_links WHERE last_at <= :before", before=to_ms(tried_before))


def _link(row: Row) -> Link:
    return Link(
        digest=row[0],
        shop=row[1],
        customer_id=row[2],
        expires_at=from_ms(row[3]),
        opened_in=None if row[4] is None else (Channel(row[4]), row[5]),
    )


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
