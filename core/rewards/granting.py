"""
Grants: what is given for holding a plan or a tier, on which days, each once.

What is held is named "plan/ID" or "tier/ID". A tier's grant that comes by a plan is the same grant:
whoever holds both has it once, a monthly one once a month, whichever of their two days comes first.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from core import notices
from core.act import Act
from core.calendar import local_day, midnight, months_on
from core.model import TAKING_PART, Kind, Member, OperationId, Points, VoucherStatus
from core.program import sentences
from core.program.benefits import Grant
from core.program.expiry import RollingExpiry
from core.program.plans import Plan
from core.program.schema import Program
from core.rewards import giving
from core.tables import grants, ledger, vouchers
from core.tables.grants import Given
from core.tables.told import Value
from core.transaction import Transaction

MONTHS = {"month": 1, "year": 12}


class Held(NamedTuple):
    """A grant, and what is held for it: "plan/club" or "tier/gold"."""

    by: str
    grant: Grant

    @property
    def name(self) -> str:
        """What tells it from every other, in any program."""
        return f"{self.by}/{self.grant.id}"


def of_plan(program: Program, plan: Plan) -> list[Held]:
    """What holders of the plan are given: its own grants, and those of the tier it stands for."""
    held = [Held(f"plan/{plan.id}", grant) for grant in plan.grants]
    if plan.tier:
        tier = program.tier(plan.tier)
        held += [Held(f"tier/{tier.id}", grant) for grant in tier.grants]
    return held


def days(
    grant: Grant, *, first: date, anchor_day: int, start: date, end: date | None
) -> Iterator[date]:
    """
    The days from start to before end on which it is given to somebody who holds it since first.

    Without an end there is no last one, unless it is given only once. `anchor_day` is the day of
    the month it comes on: the month's last where there is no such day.
    """
    day: date | None = first
    while day is not None and (end is None or day < end):
        if day >= start:
            yield day
        day = next_day(grant, day, anchor_day)


def next_day(grant: Grant, day: date, anchor_day: int) -> date | None:
    """When it comes again after that day; None: never."""
    if grant.every == "calendar_year":
        return date(day.year + 1, 1, 1)
    months = MONTHS.get(grant.every)
    return months_on(day, months, anchor_day) if months else None


def give(
    tx: Transaction,
    member: Member,
    act: Act,
    held: Held,
    *,
    day: date,
    anchor_day: int,
    given_by: str = "",
) -> Member:
    """
    Give what is due for that day, once however often it is asked, and once in a month or year
    by whatever it is held; the member must be taken. Of points that were taken back in part, so
    many are given again.

    `given_by` is the plan that gives a tier's grant. Nothing for who has left or is blocked.
    """
    grant, today = held.grant, local_day(act.now, act.program.timezone)
    ends = next_day(grant, day, anchor_day) if grant.lapses else None
    if member.status not in TAKING_PART or (ends and ends <= today):
        return member  # or nobody was there to give it in time, and by now it is lost
    known = _given_then(tx, member, held, day)
    points = grants.points_of(tx, known).taken_back if known else grant.points
    if known and not points:
        return member
    given = known or Given(
        member_id=member.id,
        held=held.name,
        occasion=_occasion(grant, day),
        day=day,
        given_by=given_by or held.by,
        first_entry=member.entries + 1,
        last_entry=member.entries,
    )
    after = giving.give(
        tx,
        member,
        replace(act, operation_id=OperationId(f"{given.reference}:{member.entries}")),
        kind=Kind.GRANT,
        points=points,
        reward=None if known else grant.reward,
        rule=grant.id,
        reference=given.reference,
        expires=_until(ends, act) if points else None,
        reward_expires_at=midnight(ends, act.program.timezone) if ends else None,
    )
    if not known:
        given = replace(given, last_entry=after.entries)
        grants.add(tx, given)
    if after.entries > member.entries:
        reward = None if known else grant.reward
        _tell(tx, after, act, given, sentences.given(act.program, points, reward))
    return after


def is_given(tx: Transaction, member: Member, held: Held, day: date) -> bool:
    """Whether it was given for that day, or its month or year, though some may be taken back."""
    return _given_then(tx, member, held, day) is not None


def _tell(tx: Transaction, member: Member, act: Act, given: Given, what: Value) -> None:
    program = act.program
    by, _, name = given.given_by.partition("/")
    occasion, key = f"{given.held}/{given.occasion}/{member.entries}", "notice-tier-grant"
    values: dict[str, Value] = {"given": what}
    if by == "plan":
        key, values["title"] = "notice-plan-grant", sentences.plan_named(program, name)
    else:
        values["tier"] = sentences.tier_named(program, name)
    notices.tell(tx, member, act, key, occasion, values)


def withdraw(
    tx: Transaction, member: Member, act: Act, held: Held, *, day: date, given_by: str
) -> Member:
    """Take back that day's grant, if it was given so; the member must be taken."""
    given = grants.find(tx, member.id, held.name, _occasion(held.grant, day))
    if given is None or given.given_by != given_by:
        return member
    return take_back(tx, member, act, given)


def take_back(tx: Transaction, member: Member, act: Act, given: Given) -> Member:
    """
    Take back that grant: its points from the balance, though its own were spent, as what was bought
    with them stays; of its vouchers the unused. Never more than the balance, nor what has expired;
    only points that are unused where the program takes back none that can be spent.

    Where all of it came back it may be given again, should its day be earned once more. Tickets
    and partners' codes, which are out of our hands, count as used. The member must be taken.
    """
    points = grants.points_of(tx, given)
    sparing = act.program.returns.take_back == "only_pending"
    due = points.unused if sparing else points.had - points.expired
    taken = min(due, member.balance)
    codes, count = grants.unused_vouchers(tx, given, act.now)
    for code in codes:
        vouchers.set_status(tx, code, VoucherStatus.UNDONE)
        if (voucher := vouchers.find(tx, code)) and voucher.from_stock:
            vouchers.return_to_stock(tx, voucher.reward_id)
    draft = ledger.Draft(kind=Kind.REVERSAL, reference=given.reference, reason={"due": due})
    if taken > 0:
        reference = given.reference
        member = ledger.take_back(tx, member, act, draft, points=taken, credited_for=reference)
        told: dict[str, Value] = {"points": Points(taken)}
        notices.tell(tx, member, act, "notice-taken-grant", f"{reference}/{member.entries}", told)
    elif codes:
        member = ledger.note(tx, member, act, draft)
    entries = given.last_entry - given.first_entry + 1
    if (taken, len(codes), count + bool(points.given)) == (points.had, count, entries):
        grants.remove(tx, given)
    return member


def _given_then(tx: Transaction, member: Member, held: Held, day: date) -> Given | None:
    """
    What was given for that day, or its month or year: who holds a tier by itself and by a plan has
    two days of the month on which it comes, and it comes on the first of them.
    """
    if found := grants.find(tx, member.id, held.name, _occasion(held.grant, day)):
        return found
    months = MONTHS.get(held.grant.every)
    if months is None:
        return None
    known = grants.all_of(tx, member.id, held.name)
    those = (one for one in known if _within(months, min(day, one.day), max(day, one.day)))
    return next(those, None)


def _within(months: int, day: date, later: date) -> bool:
    return later < months_on(day, months, day.day)


def _occasion(grant: Grant, day: date) -> str:
    """What makes two days the same for it."""
    match grant.every:
        case "once":
            return "once"
        case "calendar_year":
            return str(day.year)
        case _:
            return day.isoformat()


def _until(ends: date | None, act: Act) -> RollingExpiry | None:
    """An expiry that lets points of now go when that day begins; None: as the program says."""
    if ends is None:
        return None
    last = (ends - local_day(act.now, act.program.timezone)).days - 1
    return RollingExpiry(kind="rolling", months=None, days=max(last, 1))
