"""How a member stands to the plans of the program."""

from dataclasses import dataclass
from datetime import date

from core.act import Act
from core.calendar import local_day
from core.model import MemberId
from core.plans import running
from core.program.plans import Plan
from core.tables import agenda, subscriptions
from core.tables.subscriptions import PlanStatus, Subscription
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStanding:
    """How a member stands to one plan of the program."""

    plan: Plan
    status: PlanStatus | None  # None: never had, never applied for
    in_force: bool
    trial: bool  # in force, and nothing paid yet
    since: date | None
    until: date | None  # the first day without it; None: no end, or no beginning
    next_grant: date | None  # when something is given next, if nothing more is paid


def of_member(tx: Transaction, member_id: MemberId, act: Act) -> list[PlanStanding]:
    """How the member stands to every plan of the program, in the program's order."""
    known = {one.plan_id: one for one in subscriptions.of_member(tx, member_id)}
    promised = agenda.of_member(tx, member_id)
    return [_standing(plan, known.get(plan.id), promised, act) for plan in act.program.plans]


def _standing(
    plan: Plan, known: Subscription | None, promised: list[agenda.Item], act: Act
) -> PlanStanding:
    in_force = known is not None and known.in_force_at(act.now)
    grants = [
        local_day(item.at, act.program.timezone)
        for item in promised
        if item.kind == running.GRANT and item.key.startswith(f"{plan.id}:")
    ]
    return PlanStanding(
        plan=plan,
        status=known.status if known else None,
        in_force=in_force,
        trial=in_force and known is not None and known.paid_from is None,
        since=known.since if known else None,
        until=known.until if known else None,
        next_grant=min(grants, default=None) if in_force else None,
    )
