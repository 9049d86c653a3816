"""Pauses: the campaigns of which nothing is sent, whatever the program file says."""

from datetime import datetime

from core.tables.instants import to_ms
from core.transaction import Transaction


def paused(tx: Transaction) -> set[str]:
    """The campaigns that are paused."""
    return {name for (name,) in tx.rows("SELECT campaign FROM campaign_pauses")}


def pause(tx: Transaction, campaign: str, *, by: str, now: datetime) -> None:
    """Send nothing of it; paused before, nothing changes."""
    tx.rows(
        "INSERT INTO campaign_pauses (campaign, paused_by, paused_at)"
        " VALUES (:campaign, :by, :now) ON CONFLICT DO NOTHING",
        campaign=campaign,
        by=by,
        now=to_ms(now),
    )


def resume(tx: Transaction, campaign: str) -> None:
    """Send it again, from now on."""
    tx.rows("DELETE FROM campaign_pauses WHERE campaign = :campaign", campaign=campaign)
