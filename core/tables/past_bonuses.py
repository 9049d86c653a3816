"""Past bonuses: who had the points for joining and was forgotten, as fingerprints of addresses."""

from core.model import Channel
from core.tables import fingerprints
from core.transaction import Transaction


def add(tx: Transaction, channel: Channel, address: str) -> None:
    """Remember the address without keeping it."""
    tx.rows(
        "INSERT INTO past_bonuses (digest) VALUES (:digest) ON CONFLICT DO NOTHING",
        digest=fingerprints.of(tx, f"{channel}:{address}"),
    )


def had(tx: Transaction, channel: Channel, address: str) -> bool:
    """Whether somebody of that address had the points for joining, and was forgotten."""
    digest = fingerprints.if_any(tx, f"{channel}:{address}")
    return bool(tx.rows("SELECT 1 FROM past_bonuses WHERE digest = :digest", digest=digest))
