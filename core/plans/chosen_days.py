"""The one day a year that a member chooses, for the rules that hold on it alone."""

from datetime import date

from core.act import Act
from core.calendar import local_day
from core.errors import ChosenDayBegun, DayNotAhead, DayNotUnderstood, NoDayToChoose
from core.model import Member, MemberId
from core.plans.subscribing import check_taking_part
from core.program.schema import Program
from core.tables import ledger, members
from core.transaction import Transaction

COUNTER = "chosen-day:"  # and the year: 315 is 15 March
YEARS_KEPT = 2  # orders of the year before may still be reported


def offered(program: Program) -> bool:
    """Whether the program has anything for a chosen day."""
    return any(rule.when.chosen_day for rule in program.earning)


def chosen(member: Member, year: int) -> date | None:
    """The member's day in that year, if they chose one."""
    found = member.counters.get(f"{COUNTER}{year}")
    return date(year, found // 100, found % 100) if found else None


def choose(
    tx: Transaction, act: Act, *, member_id: MemberId, day: int, month: int, year: int | None
) -> date:
    """
    Choose that day, in place of the year's earlier choice; without a year the next one there is.

    It must not have begun, nor the one it takes the place of; so it can be of this year or the
    next. Again it changes nothing. Raises NoDayToChoose, DayNotUnderstood, DayNotAhead,
    ChosenDayBegun, MembershipFrozen.
    """
    if not offered(act.program):
        raise NoDayToChoose
    today = local_day(act.now, act.program.timezone)
    wanted = _next(day, month, today) if year is None else _day(day, month, year)
    member = members.take(tx, member_id)
    check_taking_part(member)
    before = chosen(member, wanted.year)
    if before == wanted:
        return wanted
    if before and before <= today:
        raise ChosenDayBegun(date=before)
    if wanted <= today or wanted.year > today.year + 1:
        raise DayNotAhead
    kept = {name: count for name, count in member.counters.items() if not _is_old(name, today)}
    count = wanted.month * 100 + wanted.day
    ledger.count(tx, member, {**kept, f"{COUNTER}{wanted.year}": count})
    return wanted


def _next(day: int, month: int, today: date) -> date:
    """That day of this year if it is still to come, else of the next."""
    try:
        this_year = _day(day, month, today.year)
    except DayNotUnderstood:
        return _day(day, month, today.year + 1)
    return this_year if this_year > today else _day(day, month, today.year + 1)


def _day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DayNotUnderstood from None


def _is_old(name: str, today: date) -> bool:
    _, colon, year = name.partition(COUNTER)
    return bool(colon) and int(year) <= today.year - YEARS_KEPT
