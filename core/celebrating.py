"""Birthdays: points or a reward once a year, if the day was told in time."""

from calendar import isleap
from dataclasses import replace
from datetime import date, datetime, timedelta

from core import crediting, notices, tiering
from core.act import Act
from core.awarding import limiting
from core.awarding.matching import of_member, on_day
from core.calendar import celebrated_on, local_day, midnight
from core.earning.in_force import circumstances
from core.model import TAKING_PART, Kind, Member, MemberId, OperationId
from core.program.rules import BirthdayRule
from core.program.sentences import given
from core.rewards import giving
from core.tables import ledger, members, operations
from core.tables.told import Value
from core.transaction import Transaction

LEAP_DAY = date(2000, 2, 29)
CATCH_UP_DAYS = 3  # a bot that was down still celebrates, a little late


def due(tx: Transaction, act: Act, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members whose birthday is or has just been and was not celebrated yet, by rising id."""
    if act.program.birthday is None:
        return []
    today = local_day(act.now, act.program.timezone)
    found: set[MemberId] = set()
    for back in range(CATCH_UP_DAYS + 1):
        day = today - timedelta(days=back)
        days = [day, LEAP_DAY] if _stands_for_leap_day(day) else [day]
        before = told_before(day, act.program.birthday, act.program.timezone)
        page = members.born_on(
            tx, days, year=day.year, told_before=before, after=after, limit=limit
        )
        found.update(page)
    return sorted(found)[:limit]


def celebrate(tx: Transaction, act: Act, *, member_id: MemberId) -> int:
    """
    Give what there is for the birthday, once for each year's; how many points were given now.

    1 for a reward alone. Nothing for who is not meant by the rule, or has had all its limits allow.
    """
    member = members.take(tx, member_id)
    day = _last_birthday(member, act)
    rule = act.program.birthday
    if rule is None or day is None or member.status not in TAKING_PART:
        return 0
    request = f"birthday {day.year}"
    act = replace(act, operation_id=OperationId(f"birthday:{member_id}:{day.year}"))
    if operations.result_of(tx, member_id, act, request):
        return 0
    buyer = circumstances(tx, member, act, day)
    if not on_day(rule.when, day) or not of_member(rule.when, buyer, day):
        return 0
    points = _give(tx, member, act, rule, day)
    if points is None:
        return 0
    operations.done(tx, member_id, act, request, str(points))
    return points or 1


def _give(tx: Transaction, member: Member, act: Act, rule: BirthdayRule, day: date) -> int | None:
    """The points given, 0 with a reward alone; None when the rule's limits leave nothing."""
    points = rule.points or 0
    room = limiting.room(rule, day, member.counters)
    if room is not None:
        points = min(points, room)
        if not points and (rule.points or room == 0):
            return None
    if rule.limits:
        counters = dict(member.counters)
        limiting.count(rule, day, points, 1, counters)
        member = ledger.count(tx, member, counters)
    member = giving.give(
        tx,
        member,
        act,
        kind=Kind.BIRTHDAY,
        points=points,
        reward=rule.reward,
        rule=rule.id,
        reference=f"birthday/{day.year}",
        expires=rule.expires,
    )
    _tell(tx, member, act, rule, points, day)
    member = giving.settle_automatic(tx, member, act)
    tiering.settle(tx, member, act)
    return points


def _tell(
    tx: Transaction, member: Member, act: Act, rule: BirthdayRule, points: int, day: date
) -> None:
    """Have the member told in the morning; with the last day, if the points have their own."""
    values: dict[str, Value] = {"given": given(act.program, points, rule.reward)}
    today, occasion = local_day(act.now, act.program.timezone), f"birthday/{day.year}"
    ends = None
    if points and rule.expires:
        ends = crediting.expires_at(
            act.program, act.now, joined_at=member.joined_at, rule_expires=rule.expires
        )
    if ends:
        values["date"] = local_day(ends - timedelta(milliseconds=1), act.program.timezone)
        notices.tell(tx, member, act, "notice-birthday-until", occasion, values, on=today)
    else:
        notices.tell(tx, member, act, "notice-birthday-day", occasion, values, on=today)


def told_before(birthday: date, rule: BirthdayRule, timezone: str) -> datetime:
    """The last moment to tell it, whenever it is celebrated: the end of that day."""
    last_day = birthday - timedelta(days=rule.entered_days_before)
    return midnight(last_day + timedelta(days=1), timezone) - timedelta(milliseconds=1)


def _last_birthday(member: Member, act: Act) -> date | None:
    """The birthday within the days that are caught up, if there is one."""
    if member.birthday is None:
        return None
    today = local_day(act.now, act.program.timezone)
    for year in (today.year, today.year - 1):
        day = celebrated_on(member.birthday, year)
        if today - timedelta(days=CATCH_UP_DAYS) <= day <= today:
            return day
    return None


def _stands_for_leap_day(day: date) -> bool:
    return (day.month, day.day) == (2, 28) and not isleap(day.year)
