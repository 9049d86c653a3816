"""Offers that multiply a member's points for some days, as they stand with the member."""

import json
from collections.abc import Iterable
from decimal import Decimal

from core.model import Boost, MemberId
from core.tables.compact import compact
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


def written(boosts: Iterable[Boost]) -> str:
    """The offers as the table keeps them; empty for none."""
    listed = [[one.by, str(one.factor), to_ms(one.since), to_ms(one.until)] for one in boosts]
    return compact(listed) if listed else ""


def read(text: str) -> tuple[Boost, ...]:
    """The offers the table kept."""
    return tuple(
        Boost(by=by, factor=Decimal(factor), since=from_ms(since), until=from_ms(until))
        for by, factor, since, until in json.loads(text or "[]")
    )


def save(tx: Transaction, member_id: MemberId, boosts: Iterable[Boost]) -> None:
    """Write the member's offers. The member must be taken."""
    tx.rows("UPDATE members SET boosts = :to WHERE id = :id", id=member_id, to=written(boosts))
