"""Past bonuses: who had the points for joining and was forgotten, as fingerprints of addresses."""

from hashlib import sha256

from core.model import Channel
from core.transaction import Transaction


def add(tx: Transaction, channel: Channel, address: str) -> None:
    """Remember the address without keeping it."""
    tx.rows(
        "INSERT INTO past_bonuses (digest) VALUES (:digest) ON CONFLICT DO NOTHING",
        digest=_digest(channel, address),
    )


def had(tx: Transaction, channel: Channel, address: str) -> bool:
    """Whether somebody of that address had the points for joining, and was forgotten."""
    found = tx.rows(
        "SELECT 1 FROM past_bonuses WHERE digest = :digest", digest=_digest(channel, address)
    )
    return bool(found)


def _digest(channel: Channel, address: str) -> str:
    return sha256(f"{channel}:{address}".encode()).hexdigest()
