"""Actions: what members did that is no order, as whoever saw it reports it."""

from functools import partial

from fastapi import APIRouter

from bot.acts import acting
from bot.web.answers import ActionOut
from bot.web.given import Web
from bot.web.schemas import ActionIn
from bot.web.security import api_router
from bot.web.views import keys_of, unit_of
from core.earning.acting import ActionReport, ActionResult, perform

ACTOR = "api"


def actions_router(web: Web) -> APIRouter:
    """POST /api/v1/actions."""
    router = api_router(web, "Actions")

    @router.post("/api/v1/actions", summary="Report what a member did")
    async def post_action(report: ActionIn) -> ActionOut:
        """
        Give what the program gives for an action that is no order: a review, a newsletter, an
        active day. Every rule for it that holds gives, each within its limits.

        An action is known by its member, its name and your reference: reporting it again changes
        nothing and gives the same answer. `cancelled` takes back what it gave (points that were
        spent already are forgiven); that is final, so reports may come late or in any order. An
        action the program does not reward is refused with 422.
        """
        act = web.acts.new(f"action:{report.action}:{report.reference}", actor=ACTOR)
        said = action_report(report)
        with acting(act):
            result = await web.database.run(partial(perform, act=act, report=said))
        return _answer(web, result)

    return router


def action_report(action: ActionIn) -> ActionReport:
    """The action as the core takes it."""
    return ActionReport(
        who=keys_of(action.member),
        action=action.action,
        reference=action.reference,
        occurred_at=action.occurred_at,
        cancelled=action.cancelled,
        shop=action.shop or "",
    )


def _answer(web: Web, result: ActionResult) -> ActionOut:
    return ActionOut(
        member_id=str(result.member.id) if result.member else None,
        points_awarded=result.points,
        points_pending=result.pending,
        balance=result.spendable,
        vouchers=list(result.vouchers),
        reason=result.reason or None,
        **unit_of(web.acts.program),
    )
