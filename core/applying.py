"""
Changing the program: what changes in words, who moves, and the new version in force.

Nobody moves down by it: who has reached a tier keeps it until it would have ended. Whoever reaches
a higher one goes up; a tier that is no more is exchanged for the nearest below it that remains.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core import expiring
from core.calendar import local_day, midnight
from core.errors import CurrencyIsFixed, UnitIsFixed
from core.model import MemberId, Title
from core.program.explaining import Sentence, difference
from core.program.schema import Program
from core.program.tiers import AnniversaryWindow
from core.tables import measures, members, programs
from core.tables.measures import Sums
from core.tiering import judging, reviewing, spans
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """So many members go from one tier to another."""

    before: Title
    after: Title
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """So many members have a tier that they would not reach now; they keep it for their time."""

    tier: Title
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """
    So many members are spoken to in another language than before. The one they chose is kept, and
    is theirs again when a program speaks it.
    """

    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a new program changes. Past awards keep the rule they were made under."""

    version: int  # that is in force
    gone: tuple[Sentence, ...]
    new: tuple[Sentence, ...]
    moves: tuple[Move, ...]
    stays: tuple[Stay, ...] = ()
    speeches: tuple[Speech, ...] = ()

    @property
    def noticed(self) -> bool:
        """Whether there is anything in it for members."""
        return bool(self.gone or self.new or self.moves or self.stays or self.speeches)


def preview(tx: Transaction, before: Program, after: Program, *, now: datetime) -> Change:
    """
    What would change, and for whom. Adds up what counts for everybody's tier: for a reader.

    Raises CurrencyIsFixed, UnitIsFixed: what members have was earned in the old one.
    """
    _check(tx, before, after)
    said = difference(before, after)
    moves, stays = _moves(tx, before, after, now)
    return Change(
        version=programs.newest_version(tx),
        gone=said.gone,
        new=said.new,
        moves=moves,
        stays=stays,
        speeches=_speeches(tx, before, after),
    )


def apply(
    tx: Transaction, before: Program, text: str, after: Program, *, by: str, now: datetime
) -> int:
    """
    Put the program in force; with new tiers, everybody's is looked at by the next tick.

    The number of its version. Raises CurrencyIsFixed, UnitIsFixed.
    """
    _check(tx, before, after)
    version = programs.add(tx, text, by=by, now=now)
    expiring.switched(tx, before, after, now)
    if before.tiers != after.tiers:
        members.set_every_tier_due(tx, now=now)
    return version


def _check(tx: Transaction, before: Program, after: Program) -> None:
    if (before.currency, before.unit) == (after.currency, after.unit) or not programs.in_use(tx):
        return
    if before.currency != after.currency:
        raise CurrencyIsFixed(currency=before.currency)
    raise UnitIsFixed


def _speeches(tx: Transaction, before: Program, after: Program) -> tuple[Speech, ...]:
    """Whose language goes, or comes back."""
    changing: Counter[tuple[str, str]] = Counter()
    for wished, count in members.languages(tx).items():
        changing[before.speaks(wished), after.speaks(wished)] += count
    return tuple(
        Speech(before=old, after=new, count=count)
        for (old, new), count in sorted(changing.items())
        if old != new
    )


def _moves(
    tx: Transaction, before: Program, after: Program, now: datetime
) -> tuple[tuple[Move, ...], tuple[Stay, ...]]:
    """Who goes where, and who stays though the new program asks for more."""
    if before.tiers == after.tiers:
        return (), ()
    sums = _sums(tx, after, now)
    nothing = [dict.fromkeys(after.ladder.metrics, 0)]
    moving: Counter[tuple[str, int]] = Counter()
    staying: Counter[int] = Counter()
    for member_id, (tier, _) in members.tiers(tx).items():
        held = reviewing.successor(before, after, tier)
        reached = judging.reached(after.ladder, sums.get(member_id, nothing))
        rank = max(held, reached)
        if after.tiers.levels[rank].id != tier:
            moving[tier, rank] += 1
        if reached < held and after.ladder.steps[held].reach is not None:
            staying[held] += 1
    titles = [tier.title for tier in after.tiers.levels]
    return (
        tuple(
            Move(before=before.tier(old).title, after=titles[rank], count=count)
            for (old, rank), count in sorted(moving.items())
        ),
        tuple(Stay(tier=titles[rank], count=count) for rank, count in sorted(staying.items())),
    )


def _sums(tx: Transaction, program: Program, now: datetime) -> Mapping[MemberId, list[Sums]]:
    """What counts for each member's tier; who has nothing is not in it."""
    metrics = program.ladder.metrics
    if not isinstance(program.tiers.window, AnniversaryWindow):
        return measures.of_everybody(tx, metrics, spans.windows(program, now, now))
    return _in_own_years(tx, program, now)


def _in_own_years(
    tx: Transaction, program: Program, now: datetime
) -> Mapping[MemberId, list[Sums]]:
    """The same where everybody's year begins on another day."""
    joined = {member_id: at for member_id, (_, at) in members.tiers(tx).items()}
    today = local_day(now, program.timezone)
    earliest = midnight(today.replace(year=today.year - 2, day=1), program.timezone)
    windows: dict[MemberId, list[measures.Window]] = {}
    found: dict[MemberId, list[Sums]] = {}
    parts: Iterable[tuple[MemberId, datetime, Sums]]
    parts = measures.everybodys_history(tx, program.ladder.metrics, since=earliest)
    for member_id, at, part in parts:
        if member_id not in joined:
            continue
        if member_id not in windows:
            windows[member_id] = spans.windows(program, joined[member_id], now)
            empty = dict.fromkeys(program.ladder.metrics, 0)
            found[member_id] = [empty.copy() for _ in windows[member_id]]
        for place, (since, until) in enumerate(windows[member_id]):
            if (since is None or at >= since) and (until is None or at < until):
                added = found[member_id][place]
                found[member_id][place] = {
                    metric: amount + part.get(metric, 0) for metric, amount in added.items()
                }
    return found
