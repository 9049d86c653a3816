"""Cities: as people say them, and as they are compared."""

import unicodedata

from core.model import MemberId
from core.transaction import Transaction

LONGEST = 60  # signs


def key(city: str) -> str:
    """The city as it is compared: spelled alike, whatever the case and the spaces."""
    return " ".join(unicodedata.normalize("NFKC", city).casefold().split())


def save(tx: Transaction, member_id: MemberId, city: str) -> None:
    """Where the member lives; empty is not told."""
    tx.rows(
        "UPDATE members SET city = :city, city_key = :key WHERE id = :id",
        id=member_id,
        city=city,
        key=key(city),
    )
