"""What a day of the calendar brings back: birthdays ahead, years in the program, long absence."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from core import celebrating, notices
from core.act import Act
from core.awarding.matching import of_member, on_day
from core.calendar import local_day, midnight
from core.campaigning.announcing import announce, today
from core.campaigning.sweeping import Sweep
from core.earning.in_force import circumstances
from core.model import Member, MemberId, Points, Purpose
from core.program.campaigns import (
    AnniversaryCampaign,
    BirthdayCampaign,
    Campaign,
    ReferralCampaign,
    WinbackCampaign,
)
from core.program.rules import BirthdayRule
from core.program.sentences import given
from core.tables import due, lots
from core.tables.instants import from_ms
from core.transaction import Transaction

DAY = timedelta(days=1)
INVITE_BUTTON = (("button-refer", "refer"),)


def sweeps_of(tx: Transaction, act: Act, campaign: Campaign, day: date) -> Iterator[Sweep]:
    """What that day of the calendar brings."""
    match campaign:
        case BirthdayCampaign():
            yield from _birthdays(act, campaign, day)
        case AnniversaryCampaign():
            yield _anniversaries(tx, act, campaign, day)
        case WinbackCampaign():
            yield _absent(act, campaign, day)
        case ReferralCampaign(nudge_days=int()):
            yield from _nudges(act, campaign, day)
        case _:
            pass


def _birthdays(act: Act, campaign: BirthdayCampaign, day: date) -> Iterator[Sweep]:
    """Those whose present comes in some days."""
    rule, birthday = act.program.birthday, day + timedelta(days=campaign.lead_days)
    if rule is None or not campaign.lead_days or birthday <= today(act):
        return
    before = celebrating.told_before(birthday, rule, act.program.timezone)
    born = [birthday]
    if (birthday.month, birthday.day) == (2, 28) and not isleap(birthday.year):
        born.append(celebrating.LEAP_DAY)

    def find(tx: Transaction, after: MemberId, limit: int) -> list[MemberId]:
        found: list[MemberId] = []
        for one in born:
            found += due.born_on(tx, one, told_before=before, after=after, limit=limit)
        return sorted(found)[:limit]

    tell = partial(_birthday_ahead, campaign=campaign, rule=rule, birthday=birthday)
    yield Sweep(campaign=campaign, occasion=f"ahead/{birthday}", find=find, tell=tell)


def _birthday_ahead(
    tx: Transaction, member: Member, act: Act, *, campaign: Campaign, rule: BirthdayRule,
    birthday: date,
) -> bool:  # fmt: skip
    buyer = circumstances(tx, member, act, birthday)
    if not on_day(rule.when, birthday) or not of_member(rule.when, buyer, birthday):
        return False
    occasion = f"birthday/{birthday.year}/ahead"
    values = {"given": given(act.program, rule.points, rule.reward), "date": birthday}
    ends = midnight(birthday + DAY, act.program.timezone)
    return announce(
        tx, member, act, campaign, "notice-birthday-ahead", occasion, values, stale_at=ends
    )


def _anniversaries(tx: Transaction, act: Act, campaign: Campaign, day: date) -> Sweep:
    """Those who joined on that day of another year."""
    first = local_day(from_ms(due.first_joined(tx)), act.program.timezone).year
    times = [
        (midnight(one, act.program.timezone), midnight(one + DAY, act.program.timezone))
        for year in range(max(first, 2000), day.year)
        for one in _same_days(day, year)
    ]
    return Sweep(
        campaign=campaign,
        occasion=f"anniversary/{day}",
        find=lambda tx, after, limit: due.joined(tx, times, after=after, limit=limit),
        tell=partial(_anniversary, campaign=campaign, day=day),
    )


def _same_days(day: date, year: int) -> Iterator[date]:
    """That year's days whose anniversary is on the day: 29 February is kept on the 28th."""
    if (day.month, day.day) != (2, 29) or isleap(year):
        yield day.replace(year=year)
    if (day.month, day.day) == (2, 28) and isleap(year) and not isleap(day.year):
        yield date(year, 2, 29)


def _anniversary(
    tx: Transaction, member: Member, act: Act, *, campaign: Campaign, day: date
) -> bool:
    years = day.year - local_day(member.joined_at, act.program.timezone).year
    occasion = f"anniversary/{day.year}"
    key = "notice-anniversary-day"
    return announce(tx, member, act, campaign, key, occasion, {"years": years})


def _absent(act: Act, campaign: WinbackCampaign, day: date) -> Sweep:
    """Those who last bought so many days ago."""
    bought = day - timedelta(days=campaign.days)
    since, until = _whole(act, bought)
    return Sweep(
        campaign=campaign,
        occasion=f"winback/{bought}",
        find=lambda tx, after, limit: due.last_bought(tx, since, until, after=after, limit=limit),
        tell=partial(_missed, campaign=campaign, bought=bought),
    )


def _missed(tx: Transaction, member: Member, act: Act, *, campaign: Campaign, bought: date) -> bool:
    points = lots.spendable(tx, member.id, act.now)
    occasion, buttons = f"winback/{bought}", notices.REWARDS_BUTTON
    key = "notice-winback-points" if points else "notice-winback-missed"
    values = {"points": Points(points)} if points else {}
    return announce(tx, member, act, campaign, key, occasion, values, buttons=buttons)


def _nudges(act: Act, campaign: ReferralCampaign, day: date) -> Iterator[Sweep]:
    """Those who joined so many days ago and have brought nobody."""
    if act.program.referral is None or campaign.nudge_days is None:
        return
    joined = day - timedelta(days=campaign.nudge_days)
    times = [_whole(act, joined)]
    yield Sweep(
        campaign=campaign,
        occasion=f"nudge/{joined}",
        find=lambda tx, after, limit: due.joined(tx, times, after=after, limit=limit),
        tell=partial(_nudge, campaign=campaign),
    )


def _nudge(tx: Transaction, member: Member, act: Act, *, campaign: Campaign) -> bool:
    rule = act.program.referral
    if rule is None or due.has_invited(tx, member.id):
        return False
    what = given(act.program, rule.referrer, rule.referrer_reward)
    return announce(
        tx,
        member,
        act,
        campaign,
        "notice-referral-nudge",
        "nudge",
        {"given": what},
        buttons=INVITE_BUTTON,
        purpose=Purpose.MARKETING,
    )


def _whole(act: Act, day: date) -> tuple[datetime, datetime]:
    zone = act.program.timezone
    return midnight(day, zone), midnight(day + DAY, zone)
