"""How a member stands to a plan, in sentences."""

from datetime import date, timedelta

from bot.conversation.messages import Line
from bot.conversation.request import Request
from core.plans import standings as plan_standings
from core.plans.standings import PlanStanding
from core.program.plans import Plan
from core.tables.subscriptions import PlanStatus

HOW: dict[PlanStatus, str] = {
    PlanStatus.APPLIED: "plan-applied",
    PlanStatus.APPROVED: "plan-approved",
    PlanStatus.REFUSED: "plan-refused",
}


def standings(request: Request) -> list[PlanStanding]:
    """How whoever asks stands to every plan; a guest has none."""
    if request.member is not None:
        return plan_standings.of_member(request.tx, request.member.id, request.act)
    return [
        PlanStanding(
            plan=one, status=None, in_force=False, trial=False,
            since=None, until=None, next_grant=None,
        )
        for one in request.program.plans
    ]  # fmt: skip


def standing_to(request: Request, plan: Plan) -> PlanStanding:
    """How whoever asks stands to that plan of the program."""
    [found] = [one for one in standings(request) if one.plan.id == plan.id]
    return found


def how(standing: PlanStanding) -> list[Line]:
    """What the member has of it, and until when."""
    if not standing.in_force:
        key = HOW.get(standing.status) if standing.status else None
        return [Line(key)] if key else []
    assert standing.since  # noqa: S101 what is in force has begun
    lines = []
    if standing.until is None:
        lines.append(Line("plan-since", {"since": standing.since}))
    elif standing.trial:
        lines.append(Line("plan-trial", {"date": last_day(standing.until)}))
    elif standing.status is PlanStatus.CANCELLED:
        lines.append(Line("plan-cancelled", {"date": last_day(standing.until)}))
    else:
        shown = {"since": standing.since, "date": last_day(standing.until)}
        lines.append(Line("plan-paid", shown))
    if standing.next_grant:
        lines.append(Line("plan-next-grant", {"date": standing.next_grant}))
    return lines


def last_day(until: date) -> date:
    """The last day before the first one without it."""
    return until - timedelta(days=1)
