"""What ends soon: points, vouchers, tiers, plans."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from core import notices
from core.act import Act
from core.calendar import local_day, midnight
from core.campaigning.announcing import announce, today
from core.campaigning.sweeping import Sweep
from core.model import Member, Money, Points, Title, VoucherStatus
from core.plans.running import END
from core.program.campaigns import (
    Campaign,
    ExpiryCampaign,
    PlanCampaign,
    TierCampaign,
    VoucherCampaign,
)
from core.program.sentences import Sentence, Told, listed
from core.rewards import offering
from core.tables import due, lots, subscriptions, vouchers
from core.tables.subscriptions import PlanStatus
from core.tiering import reviewing
from core.tiering.standing import Missing, standing
from core.transaction import Transaction

MANY = 1000  # more vouchers than anybody keeps

DAY = timedelta(days=1)


def sweeps_of(act: Act, campaign: Campaign, day: date) -> Iterator[Sweep]:
    """That day's warnings of things whose last day is some days ahead."""
    match campaign:
        case ExpiryCampaign(days=ahead):
            kind, find, tell = "expiry", due.with_points_ending, _points
        case VoucherCampaign(days=ahead):
            kind, find, tell = "voucher", due.with_vouchers_ending, _vouchers
        case TierCampaign(days=ahead):
            kind, find, tell = "tier", due.with_tier_ending, _tier
        case PlanCampaign(days=ahead):
            kind, find, tell = "plan", partial(due.promised, kind=END), _plans
        case _:
            return
    for days in ahead:
        last = day + timedelta(days=days)
        if isinstance(campaign, PlanCampaign):
            last -= DAY  # its days are counted to the first that is not paid
        if last < today(act):
            continue  # it was missed, and is over
        occasion = f"{kind}/{last}/{days}"
        begins, ends = (midnight(one, act.program.timezone) for one in (last, last + DAY))
        yield Sweep(
            campaign=campaign,
            occasion=occasion,
            find=lambda tx, after, limit, find=find, since=begins, until=ends: find(  # type: ignore[misc]
                tx, since=since, until=until, after=after, limit=limit
            ),
            tell=partial(tell, campaign=campaign, occasion=occasion, last=last),
        )


def _points(
    tx: Transaction, member: Member, act: Act, *, campaign: Campaign, occasion: str, last: date
) -> bool:
    """One message for all of that day."""
    said = points_said(tx, member, act, last)
    if said is None:
        return False
    ends = midnight(last + DAY, act.program.timezone)
    key, values = said
    buttons = notices.REWARDS_BUTTON
    return announce(
        tx, member, act, campaign, key, occasion, values, buttons=buttons, stale_at=ends
    )


def points_said(
    tx: Transaction, member: Member, act: Act, last: date
) -> tuple[str, dict[str, Told]] | None:
    """How many points end with that day, and the dearest that is within reach; None: none do."""
    zone = act.program.timezone
    points = due.points_ending(tx, member.id, midnight(last, zone), midnight(last + DAY, zone))
    if not points:
        return None
    values: dict[str, Told] = {"points": Points(points), "date": last}
    if reward := _affordable(tx, member, act):
        return "notice-expiry-buys", {**values, "reward": reward}
    return "notice-expiry-warning", values


def _affordable(tx: Transaction, member: Member, act: Act) -> Told | None:
    """The dearest reward the member can have now."""
    spendable = lots.spendable(tx, member.id, act.now)
    plans = subscriptions.in_force(tx, member.id, act.now) if act.program.plans else {}
    there = offering.offers(tx, member, act, spendable=spendable, plans=plans)
    best = max((one for one in there if one.open), key=lambda one: one.price, default=None)
    return best.reward.title if best else None


def _vouchers(
    tx: Transaction, member: Member, act: Act, *, campaign: Campaign, occasion: str, last: date
) -> bool:
    zone = act.program.timezone
    since, until = midnight(last, zone), midnight(last + DAY, zone)
    ending = [
        one
        for one in vouchers.of_member(tx, member.id, limit=MANY)
        if one.status is VoucherStatus.ISSUED
        and one.expires_at
        and since < one.expires_at <= until
        and one.terms.kind != "ticket"
    ]
    if not ending:
        return False
    titles: list[Title] = []
    for one in ending:
        titles += [one.title] if one.title not in titles else []
    values: dict[str, Told] = {"reward": listed(titles), "date": last}
    buttons = (("button-vouchers", "vouchers"),)
    key = "notice-voucher-ending"
    return announce(
        tx, member, act, campaign, key, occasion, values, buttons=buttons, stale_at=until
    )


def _tier(
    tx: Transaction, member: Member, act: Act, *, campaign: Campaign, occasion: str, last: date
) -> bool:
    """What keeps the tier, if it ends on that day; a day that was put off is written down."""
    found = standing(tx, member, act)
    if found.until != last:
        reviewing.review(tx, member, act)
        return False
    if found.to_keep is None or not act.program.rank(member.tier):
        return False
    values: dict[str, Told] = {
        "tier": found.tier.title,
        "missing": _missing(act, found.to_keep),
        "date": last,
    }
    buttons, key = (("button-tier", "tier"),), "notice-tier-keep"
    ends = midnight(last + DAY, act.program.timezone)
    return announce(
        tx, member, act, campaign, key, occasion, values, buttons=buttons, stale_at=ends
    )


def _missing(act: Act, missing: Missing) -> Told:
    match missing.metric:
        case "spend":
            return Sentence("tier-spend", {"sum": Money(missing.amount, act.program.currency)})
        case "orders":
            return Sentence("tier-orders", {"orders": missing.amount})
        case "items":
            return Sentence("tier-items", {"items": missing.amount})
        case _:
            return Points(missing.amount)


def _plans(
    tx: Transaction, member: Member, act: Act, *, campaign: Campaign, occasion: str, last: date
) -> bool:
    """The plans that run and are not paid for the day after."""
    told = False
    for one in subscriptions.of_member(tx, member.id):
        plan = act.program.plan(one.plan_id)
        if plan is None or one.status is not PlanStatus.ACTIVE or one.ends_at is None:
            continue
        if local_day(one.ends_at - timedelta(milliseconds=1), act.program.timezone) != last:
            continue
        values: dict[str, Told] = {"title": plan.title, "date": last}
        told |= announce(
            tx,
            member,
            act,
            campaign,
            "notice-plan-renewal",
            f"{occasion}/{plan.id}",
            values,
            buttons=(("button-plan", "plan"),),
            stale_at=one.ends_at,
        )
    return told
