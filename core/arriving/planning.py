"""
What it would change if these people arrived. Reads only, so that it can be looked at first.

Nobody loses anything by an arrival: who is a member already keeps what they have told us and what
we gave; what is missing is filled in, points and consents are added, a higher tier is taken over.
So the same file again changes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core import codes
from core.act import Act
from core.arriving.finding import Found, doubled, find, keys_of, member_of
from core.arriving.people import Arrival, ArrivingLot, Problem
from core.model import Channel, Consent, Member, MemberId, TierId
from core.program.schema import Program
from core.program.tiers import MEMBER
from core.program.values import LANGUAGES
from core.tables import arrivals as table
from core.tables.arrivals import Known
from core.tables.referrals import State
from core.transaction import Transaction

BALANCE = "balance"
"""The id of the lot that stands for a balance without lots."""
TIERS_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one arrival changes."""

    arrival: Arrival
    member: Member  # as they are, or are going to be
    new: bool
    lots: tuple[ArrivingLot, ...] = ()
    consents: tuple[Consent, ...] = ()
    addresses: tuple[tuple[Channel, str], ...] = ()
    filled: tuple[str, ...] = ()  # the fields that were empty
    tags: tuple[str, ...] = ()  # those they don't have
    tier: TierId | None = None  # a higher one than they have
    referrer: MemberId | None = None

    @property
    def points(self) -> int:
        """The points that come."""
        return sum(lot.points for lot in self.lots)

    @property
    def changes(self) -> bool:
        """Whether anything does."""
        return self.new or any(
            (
                self.lots,
                self.consents,
                self.addresses,
                self.filled,
                self.tags,
                self.tier,
                self.referrer,
            )
        )


@dataclass(slots=True, kw_only=True, repr=False)  # asyncio.run takes the time to show its result
class Plan:
    """All of it; nothing may be done while there are problems."""

    steps: list[Step] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0  # came before with other points: what they have stays
    problems: list[Problem] = field(default_factory=list)


def plan(tx: Transaction, act: Act, arrivals: Sequence[Arrival]) -> Plan:
    """What the arrivals would change, or all that is wrong with them."""
    made = Plan(problems=list(doubled(arrivals)))
    found = find(tx, arrivals)
    matched = list(_matched(act, found, arrivals, made))
    if not made.problems:
        _draw(tx, act, matched)
        _check(act, found, matched, made)
    if not made.problems:
        _compare(tx, act, found, matched, made)
    made.problems.sort(key=lambda problem: (problem.file, problem.line))
    return made


Match = list[tuple[Arrival, Member, bool]]
"""Each arrival, the member it is, and whether they are new."""


def _matched(
    act: Act, found: Found, arrivals: Sequence[Arrival], made: Plan
) -> Iterator[tuple[Arrival, Member, bool]]:
    lines: dict[MemberId, Arrival] = {}
    first_id_at = act.now - timedelta(milliseconds=len(arrivals))
    for place, arrival in enumerate(arrivals):
        member, problems = member_of(found, arrival)
        made.problems += problems
        if member is None and arrival.known:
            told = f"nobody has the card {arrival.card}: import members.csv with it"
            made.problems.append(Problem(arrival.line, told, arrival.file))
        elif member is None and not any(keys_of(arrival)):
            told = "there is no card, phone, email or telegram_id: nobody would find them"
            made.problems.append(Problem(arrival.line, told, arrival.file))
        elif member is None:
            # each gets a millisecond of their own: no two ids meet, and their order stays
            id_at = first_id_at + timedelta(milliseconds=place)
            yield arrival, _newcomer(act, arrival, id_at), True
        elif (first := lines.setdefault(member.id, arrival)) is not arrival:
            told = f"this is the same member as on line {first.line}"
            made.problems.append(Problem(arrival.line, told, arrival.file))
        else:
            yield arrival, member, False


def _newcomer(act: Act, arrival: Arrival, id_at: datetime) -> Member:
    """The arrival as a member."""
    joined_at = arrival.joined_at or act.now
    language = (arrival.language or "").replace("_", "-").partition("-")[0].lower()
    return Member(
        id=codes.member_id(act.random, id_at),
        status=arrival.status,
        name=arrival.name,
        language=language if language in LANGUAGES else act.program.language,
        card=arrival.card or codes.card_number(act.random),
        referral_code=arrival.referral_code or codes.referral_code(act.random),
        joined_at=joined_at,
        balance=0,
        entries=0,
        tier=act.program.tiers.levels[0].id,
        tier_since=arrival.tier_since or joined_at,
        counters=arrival.counters,
        phone=arrival.phone,
        email=arrival.email,
        birthday=arrival.birthday,
        timezone=arrival.timezone,
        preferred_channel=arrival.preferred_channel,
        city=arrival.city,
    )


def _draw(tx: Transaction, act: Act, matched: Match) -> None:
    """Draw cards and codes again that are somebody's, until each is one person's alone."""
    taken = {
        "card": {member.card for _, member, new in matched if new},
        "referral_code": {member.referral_code for _, member, new in matched if new},
    }
    drawers = {"card": codes.card_number, "referral_code": codes.referral_code}
    for name, values in taken.items():
        theirs = {getattr(member, name) for member in table.by_key(tx, name, sorted(values))}
        seen: set[str] = set()
        for place, (arrival, member, new) in enumerate(matched):
            value = getattr(member, name)
            while new and getattr(arrival, name) is None and (value in theirs or value in seen):
                value = drawers[name](act.random)
            if new and value != getattr(member, name):
                matched[place] = arrival, member._replace(**{name: value}), new
            seen.add(value)


def _check(act: Act, found: Found, matched: Match, made: Plan) -> None:
    """What the program, or the others in the file, say against an arrival."""
    made.problems += _unknown_tiers(act.program, [arrival for arrival, _, _ in matched])
    for arrival, member, _ in matched:
        points = sum(lot.points for lot in arrival.lots)
        if arrival.balance is not None and arrival.lots and arrival.balance != points:
            told = f"the balance is {arrival.balance}, but its lots come to {points}"
            made.problems.append(Problem(arrival.line, told, arrival.file))
        if member.card and arrival.referral and arrival.referral.by in (member.card, member.email):
            told = "nobody can be brought by themselves"
            made.problems.append(Problem(arrival.line, told, arrival.file))
    ids = _referrers(found, matched)
    for arrival, _, _ in matched:
        if arrival.referral and arrival.referral.by not in ids:
            told = f"who brought them, {arrival.referral.by[:60]}, is neither in the file nor known"
            made.problems.append(Problem(arrival.line, told, arrival.file))


def _unknown_tiers(program: Program, arrivals: Iterable[Arrival]) -> Iterator[Problem]:
    """The tiers that the running program lacks, told once: as a rule it is another program."""
    with_tier = [one for one in arrivals if one.tier is not None]
    lost = [one for one in with_tier if tier_named(program, one.tier or "") is None]
    if not lost:
        return
    counted = Counter((one.tier or "")[:40] for one in lost).most_common(TIERS_NAMED)
    tiers = ", ".join(f'"{tier}" ({count:,})' for tier, count in counted)
    known = ", ".join(tier.id for tier in program.tiers.levels)
    told = (
        f"the running program lacks tiers that members of this file have: {tiers}; it has {known}."
        " Put the program they come from in force first (loyalty program apply FILE),"
        " or write other tiers into the file"
    )
    yield Problem(lost[0].line, told, lost[0].file)


def tier_named(program: Program, name: str) -> TierId | None:
    """The tier of that id, or of that title in any language; where there were none, the first."""
    plain = name.strip().casefold()
    for tier in program.tiers.levels:
        titles = (tier.id, *tier.title.texts.values())
        if plain in (title.casefold() for title in titles):
            return tier.id
    return program.tiers.levels[0].id if plain == MEMBER["id"] else None


def _referrers(found: Found, matched: Match) -> dict[str, MemberId]:
    """Everybody that can be named as who brought somebody, by card and by e-mail."""
    ids = {value: owner for (_, value), owner in found.owners.items()}
    for _, member, _ in matched:
        ids[member.card] = member.id
        if member.email:
            ids[member.email] = member.id
    return ids


def _compare(tx: Transaction, act: Act, found: Found, matched: Match, made: Plan) -> None:
    """Leave out what is there already."""
    ids = [member.id for _, member, new in matched if not new]
    known: dict[MemberId, dict[str, Known]] = {}
    for member_id, entry in table.entries_of(tx, ids):
        known.setdefault(member_id, {})[table.arrived(entry)] = entry
    last_word = {
        (member_id, channel, purpose): at
        for member_id, channel, purpose, at in table.consents_of(tx, ids)
    }
    tagged = set(table.tags_of(tx, ids))
    brought = set(table.with_referral(tx, ids))
    referrers = _referrers(found, matched)
    for arrival, member, new in matched:
        theirs = known.get(member.id, {})
        lots = tuple(lot for lot in _lots(act, arrival, new=new) if lot.id not in theirs)
        made.kept += any(
            lot.id in theirs and theirs[lot.id].reference.startswith("import/")
            and theirs[lot.id].points != lot.points
            for lot in arrival.lots
        )  # fmt: skip
        given = arrival.consents if new else [
            one for one in arrival.consents
            if one.at > last_word.get((member.id, one.channel, one.purpose), one.at - timedelta(1))
        ]  # fmt: skip
        step = Step(
            arrival=arrival,
            member=member,
            new=new,
            lots=lots,
            consents=tuple(sorted(given, key=lambda one: one.at)),
            addresses=tuple(way for way in arrival.addresses if way not in found.owners),
            filled=() if new else tuple(_filled(member, arrival)),
            tags=tuple(tag for tag in arrival.tags if (member.id, tag) not in tagged),
            tier=_higher(act.program, member, arrival),
            referrer=referrers[arrival.referral.by]
            if arrival.referral and member.id not in brought
            else None,
        )
        if step.changes:
            made.steps.append(step)
        else:
            made.unchanged += 1


def _lots(act: Act, arrival: Arrival, *, new: bool) -> list[ArrivingLot]:
    """The lots that come; a balance without lots is one, of today, for new members alone."""
    if not arrival.lots and arrival.balance and new:
        lot = ArrivingLot(
            id=BALANCE,
            points=arrival.balance,
            earned_at=act.now,
            available_at=act.now,
            by_program=True,
        )
        return [lot]
    return arrival.lots


def _filled(member: Member, arrival: Arrival) -> Iterator[str]:
    for name in ("name", "phone", "email", "birthday", "timezone", "city"):
        if not getattr(member, name) and getattr(arrival, name):
            yield name


def _higher(program: Program, member: Member, arrival: Arrival) -> TierId | None:
    tier = tier_named(program, arrival.tier) if arrival.tier else None
    return tier if tier and program.rank(tier) > program.rank(member.tier) else None


def brought_as(step: Step) -> State:
    """The state of the referral that comes; what a shop was looking at begins anew."""
    told = step.arrival.referral.state if step.arrival.referral else State.PAID
    return State.JOINED if told in (State.REVIEW, State.HELD) else told
