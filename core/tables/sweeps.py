"""Sweeps: how far the messages of a campaign and a day are queued, so that none is done twice."""

from datetime import datetime

from core.model import MemberId
from core.tables.instants import to_ms
from core.transaction import Transaction

NOBODY = MemberId(0)
"""How far a sweep has come that looks at no members."""


def take(tx: Transaction, campaign: str, occasion: str, *, now: datetime) -> MemberId | None:
    """Lock the sweep until the transaction ends; the member it has come to. None: it is done."""
    [(last, done)] = tx.rows(
        "INSERT INTO sweeps (campaign, occasion, last_member, begun_at)"
        " VALUES (:campaign, :occasion, 0, :now) ON CONFLICT (campaign, occasion)"
        " DO UPDATE SET campaign = excluded.campaign RETURNING last_member, done_at",
        campaign=campaign,
        occasion=occasion,
        now=to_ms(now),
    )
    return None if done is not None else MemberId(last)


def save(
    tx: Transaction, campaign: str, occasion: str, *, last: MemberId, done_at: datetime | None
) -> None:
    """It has come to that member, and is done or not. It must be taken."""
    tx.rows(
        "UPDATE sweeps SET last_member = :last, done_at = :done"
        " WHERE campaign = :campaign AND occasion = :occasion",
        campaign=campaign,
        occasion=occasion,
        last=last,
        done=None if done_at is None else to_ms(done_at),
    )


def done_since(tx: Transaction, since: datetime) -> set[tuple[str, str]]:
    """The campaigns and occasions that were begun since then and are done."""
    rows = tx.rows(
        "SELECT campaign, occasion FROM sweeps WHERE done_at IS NOT NULL AND begun_at >= :since",
        since=to_ms(since),
    )
    return {(campaign, occasion) for campaign, occasion in rows}


def purge(tx: Transaction, *, before: datetime) -> None:
    """Remove those that were begun before then: their days are long over."""
    tx.rows("DELETE FROM sweeps WHERE begun_at < :before", before=to_ms(before))
