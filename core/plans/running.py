"""
How a plan runs: its periods, its end, what is given meanwhile.

A period that is paid early goes on where the paid time ends; one paid late by no more than a few
days too, so that the day of the month stays. The plan's end and its grants stand on the agenda, so
what was not paid again ends by itself.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from core import notices, tiering
from core.act import Act
from core.calendar import local_day, midnight, months_on
from core.model import Member, MemberId
from core.program.plans import Plan
from core.program.sentences import plan_named
from core.rewards import giving, granting
from core.tables import agenda, entries, grants, payments, subscriptions
from core.tables.payments import Payment
from core.tables.subscriptions import RUNNING, PlanStatus, Subscription
from core.tables.told import Value
from core.transaction import Transaction

LATE_DAYS = 7  # a renewal that comes so many days late still goes on from the end
MONTHS = {"month": 1, "year": 12}
END, GRANT = "plan", "grant"  # what stands on the agenda


def begin(
    tx: Transaction,
    member: Member,
    act: Act,
    plan: Plan,
    before: Subscription | None,
    at: datetime,
) -> Subscription:
    """Begin a plan that costs nothing, or go on with it for a period."""
    start, after = extended(plan, before, member.id, at, act)
    return run(tx, member, act, plan, after, start)


def begin_trial(tx: Transaction, member: Member, act: Act, plan: Plan) -> Subscription:
    """Begin the days for nothing. Nothing is given in them; the first payment goes on from them."""
    today = local_day(act.now, act.program.timezone)
    until = today + timedelta(days=plan.trial_days)
    trial = Subscription(
        member_id=member.id,
        plan_id=plan.id,
        status=PlanStatus.ACTIVE,
        since=today,
        started_at=act.now,
        anchor_day=until.day,
        until=until,
        ends_at=midnight(until, act.program.timezone),
    )
    return run(tx, member, act, plan, trial, today)


def extended(
    plan: Plan, before: Subscription | None, member_id: MemberId, at: datetime, act: Act
) -> tuple[date, Subscription]:
    """The first day of the new period, and the subscription as it runs with it."""
    today = local_day(at, act.program.timezone)
    if before and before.until and _goes_on(before, before.until, today):
        start = before.until
        running = before if before.paid_from else replace(before, paid_from=start)
    else:
        start = today
        running = Subscription(
            member_id=member_id,
            plan_id=plan.id,
            status=PlanStatus.ACTIVE,
            since=today,
            started_at=at,
            paid_from=today,
            anchor_day=today.day,
        )
    months = MONTHS.get(plan.period)
    until = months_on(start, months, running.anchor_day) if months else None
    ends_at = midnight(until, act.program.timezone) if until else None
    return start, replace(running, status=PlanStatus.ACTIVE, until=until, ends_at=ends_at)


def run(
    tx: Transaction, member: Member, act: Act, plan: Plan, running: Subscription, start: date
) -> Subscription:
    """Save it, promise its end, give what is due from start on to now, promise what comes."""
    subscriptions.save(tx, running)
    if running.ends_at:
        agenda.put(tx, member.id, END, plan.id, running.ends_at)
    else:
        agenda.drop(tx, member.id, END, plan.id)
    if running.paid_from is None:
        return running
    promised = {item.key for item in agenda.of_member(tx, member.id) if item.kind == GRANT}
    today = local_day(act.now, act.program.timezone)
    for held in granting.of_plan(act.program, plan):
        key = f"{plan.id}:{held.name}"
        for day in _days(held, running, start=max(start, running.paid_from)):
            if day <= today:
                member = granting.give(
                    tx, member, act, held,
                    day=day, anchor_day=running.anchor_day, given_by=f"plan/{plan.id}",
                )  # fmt: skip
                continue
            if key not in promised:  # else the one before it is still to come
                agenda.put(tx, member.id, GRANT, key, midnight(day, act.program.timezone))
            break
    tiering.settle(tx, giving.settle_automatic(tx, member, act), act)
    return running


def end(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """The paid time of the plan `key` is over and nothing more was paid: it ends by itself."""
    found = subscriptions.find(tx, member.id, key)
    if found and found.status in RUNNING and found.ends_at and found.ends_at <= act.now:
        _save(tx, replace(found, status=PlanStatus.ENDED))
        values: dict[str, Value] = {"title": plan_named(act.program, key)}
        occasion, buttons = f"plan-ended/{key}/{found.until}", (("button-plan", "plan"),)
        notices.tell(tx, member, act, "notice-plan-ended", occasion, values, buttons=buttons)
    return member


def grant(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """A grant's day has come: it is given if the day was paid for, and promised again."""
    plan_id, _, name = key.partition(":")
    found, plan = subscriptions.find(tx, member.id, plan_id), act.program.plan(plan_id)
    held = plan and next((h for h in granting.of_plan(act.program, plan) if h.name == name), None)
    day = local_day(at, act.program.timezone)
    if not (found and plan and held and found.paid_from and found.covers(day)):
        return member
    if not _paid_back(tx, found, day):
        by, anchor_day = f"plan/{plan_id}", found.anchor_day
        member = granting.give(tx, member, act, held, day=day, anchor_day=anchor_day, given_by=by)
    following = _days(held, found, start=day + timedelta(days=1))
    if (later := next(following, None)) is not None:
        agenda.put(tx, member.id, GRANT, key, midnight(later, act.program.timezone))
    return member


def shifted(tx: Transaction, refunded: Payment) -> tuple[date, date | None]:
    """Move what was paid after it to the place before; the period that is left over at the end."""
    start, end = refunded.period_from, refunded.period_until
    for later in payments.of_plan(tx, refunded.member_id, refunded.plan_id):
        if end is None or later.refunded_at or later.period_from < end:
            continue
        payments.set_period(tx, later.reference, start, end)
        start, end = later.period_from, later.period_until
    return start, end


def shorten(tx: Transaction, act: Act, refunded: Payment, start: date) -> None:
    """The paid time ends on that day, or now if it is past."""
    found = subscriptions.find(tx, refunded.member_id, refunded.plan_id)
    if found is None or found.status not in RUNNING or found.since is None:
        return
    if refunded.period_from < found.since:  # it paid for an earlier time, which had ended
        return
    if start <= local_day(act.now, act.program.timezone):
        end_now(tx, act, found)
        return
    ends_at = midnight(start, act.program.timezone)
    in_trial = found.paid_from == start
    paid_from = None if in_trial else found.paid_from
    _save(tx, replace(found, until=start, ends_at=ends_at, paid_from=paid_from))
    agenda.put(tx, found.member_id, END, found.plan_id, ends_at)


def end_now(tx: Transaction, act: Act, found: Subscription) -> Subscription:
    """End it at this moment, and forget what it promised."""
    for item in agenda.of_member(tx, found.member_id):
        if (item.kind, item.key) == (END, found.plan_id) or (
            item.kind == GRANT and item.key.startswith(f"{found.plan_id}:")
        ):
            agenda.drop(tx, found.member_id, item.kind, item.key)
    today = local_day(act.now, act.program.timezone)
    ended = replace(found, status=PlanStatus.CLOSED, until=today, ends_at=act.now)
    return _save(tx, ended)


def withdraw(
    tx: Transaction, member: Member, act: Act, plan_id: str, start: date, end: date | None
) -> None:
    """Take back what was given by the plan for days from start to before end."""
    moments = []
    for given in grants.given_by(tx, member.id, f"plan/{plan_id}", start=start, end=end):
        if entry := entries.find(tx, member.id, given.first_entry):
            moments.append(entry.occurred_at)
        member = granting.take_back(tx, member, act, given)
    if moments:
        tiering.settle(tx, member, act, taken_back=min(moments))


def _save(tx: Transaction, subscription: Subscription) -> Subscription:
    subscriptions.save(tx, subscription)
    return subscription


def _paid_back(tx: Transaction, found: Subscription, day: date) -> bool:
    """Whether all that was ever paid for that day was given back."""
    made = [
        payment
        for payment in payments.of_plan(tx, found.member_id, found.plan_id)
        if payment.was_for(day)
    ]
    return bool(made) and all(payment.refunded_at for payment in made)


def _days(held: granting.Held, running: Subscription, *, start: date) -> Iterator[date]:
    assert running.paid_from  # noqa: S101 nothing is given in a trial
    return granting.days(
        held.grant,
        first=running.paid_from,
        anchor_day=running.anchor_day,
        start=start,
        end=running.until,
    )


def _goes_on(before: Subscription, until: date, today: date) -> bool:
    """Whether what is paid today continues what was paid before, instead of beginning anew."""
    if before.status not in (*RUNNING, PlanStatus.ENDED):
        return False
    late = LATE_DAYS if before.paid_from else -1  # a trial that is over is over
    return today <= until + timedelta(days=late)
