"""Changing the program: what changes in words, who moves, and the new version in force."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from core import tiering
from core.errors import CurrencyIsFixed
from core.model import MemberId, Title
from core.program.explaining import Sentence, explain
from core.program.schema import Program
from core.tables import ledger, members, programs
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """So many members go from one tier to another."""

    before: Title
    after: Title
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a new program changes. Past awards keep the rule they were made under."""

    version: int  # in force afterwards; the present one when nothing was applied
    gone: tuple[Sentence, ...]
    new: tuple[Sentence, ...]
    moves: tuple[Move, ...]


def preview(tx: Transaction, before: Program, after: Program, *, now: datetime) -> Change:
    """
    What would change, and for whom. Reads every member's points in the window.

    Raises CurrencyIsFixed: points were earned for sums in the old currency.
    """
    if before.currency != after.currency:
        raise CurrencyIsFixed(currency=before.currency)
    said, to_say = explain(before), explain(after)
    movers = _movers(tx, after, now)
    counted = Counter((old, new) for _, old, new in movers)
    return Change(
        version=programs.newest_version(tx),
        gone=tuple(sentence for sentence in said if sentence not in to_say),
        new=tuple(sentence for sentence in to_say if sentence not in said),
        moves=tuple(
            Move(before=before.tier(old).title, after=after.tier(new).title, count=count)
            for (old, new), count in sorted(counted.items())
        ),
    )


def apply(
    tx: Transaction, before: Program, text: str, after: Program, *, by: str, now: datetime
) -> Change:
    """Put the program in force; with new tiers, everybody's is looked at by the next tick."""
    change = preview(tx, before, after, now=now)
    version = programs.add(tx, text, by=by, now=now)
    if before.tiers != after.tiers:
        members.set_every_tier_due(tx, now=now)
    return Change(version=version, gone=change.gone, new=change.new, moves=change.moves)


def _movers(tx: Transaction, program: Program, now: datetime) -> list[tuple[MemberId, str, str]]:
    """Members whose tier the program changes: who, from, to."""
    reached = {
        member_id: tiering.best(program, sums)
        for member_id, sums in _sums(tx, program, now).items()
    }
    lowest = program.tiers.levels[0]
    held = members.tiers(tx)
    return [
        (member_id, tier, reached.get(member_id, lowest).id)
        for member_id, tier in held.items()
        if tier != reached.get(member_id, lowest).id
    ]


def _sums(tx: Transaction, program: Program, now: datetime) -> dict[MemberId, list[int]]:
    """Each member's points in each of the windows that count."""
    sums: dict[MemberId, list[int]] = {}
    for since, until in tiering.windows(program, now):
        for member_id, points in ledger.everybodys_tier_points(tx, since=since, until=until):
            sums.setdefault(member_id, []).append(points)
    return sums
