"""What members pay or apply for, and the tiers that staff give by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, HTTPException, Query

from bot import stars
from bot.acts import acting
from bot.ports import TryLater, WorldError
from bot.web.answers import ApplicationOut, ApplicationsOut, PlanOut, TierOut
from bot.web.fields import Mark, MemberKey
from bot.web.given import Web
from bot.web.schemas import DecisionIn, PaymentIn, PlanRefundIn, TierIn
from bot.web.security import api_router
from bot.web.views import member_of, plan_view, tier_view
from bot.web.wording import FieldError, Invalid
from core import tiering
from core.act import Act
from core.errors import UnknownPayment
from core.model import Member, MemberId
from core.money import to_minor
from core.plans import standings, subscribing
from core.tables import members, payments, subscriptions
from core.transaction import Transaction

ACTOR = "api"
PAGE, PAGE_MAX = 50, 200
PATH = "/api/v1/members/{member_id}/plan"


def plans_router(web: Web) -> APIRouter:
    """POST and DELETE …/plan, …/plan/refund and …/plan/decision, GET /applications, PUT …/tier."""
    router = api_router(web, "Plans and tiers")

    @router.post(PATH, summary="Report that a plan was paid")
    async def post_plan(member_id: MemberKey, paid: PaymentIn) -> PlanOut:
        """
        Begin the plan, or let it go on for the period that was paid; what is due for it is given.

        A payment is known by its reference, everywhere and for ever: the same again changes
        nothing, the same reference with other data is refused with 409.
        """
        act = web.acts.new(f"plan:{paid.reference}", actor=ACTOR)
        with acting(act):
            return await web.database.run(partial(_pay, act=act, member_id=member_id, paid=paid))

    @router.delete(PATH, summary="Cancel a plan")
    async def delete_plan(
        member_id: MemberKey,
        plan: Annotated[Mark, Query(min_length=1, description="The plan's id.")],
    ) -> PlanOut:
        """Don't renew the plan: its benefits hold to the end of what is paid."""
        act = web.acts.new(f"plan:cancel:{uuid4()}", actor=ACTOR)
        with acting(act):
            out = await web.database.run(partial(_cancel, act=act, member_id=member_id, plan=plan))
            await _stop_renewing(web, member_id, plan)
        return out

    @router.post(f"{PATH}/refund", summary="Give a plan's payment back, or report that it was")
    async def post_refund(member_id: MemberKey, refund: PlanRefundIn) -> PlanOut:
        """
        End the period that was paid, and take back what was given for it and is unused.

        Telegram Stars are given back, and a subscription in them is stopped; any other money you
        have given back yourself. With 503 Telegram is away: do the same again.
        """
        reference = refund.reference
        await web.database.read(partial(_payment_of, member_id=member_id, reference=reference))
        with _telegram():
            payment = await stars.refund(
                web.database, web.acts, web.desk(), reference=reference, actor=ACTOR
            )
        act = web.acts.new("read", actor=ACTOR)
        read = partial(_stands, act=act, member_id=member_id, plan=payment.plan_id)
        return await web.database.read(read)

    @router.post(f"{PATH}/decision", summary="Approve or close a plan that is applied for")
    async def post_decision(member_id: MemberKey, decision: DecisionIn) -> PlanOut:
        """
        Accept the member for the plan, whether or not they applied; or refuse, or end it at once.

        A plan without a price begins with the approval, another one can then be paid for.
        """
        act = web.acts.new(f"plan:decision:{uuid4()}", actor=ACTOR)
        work = partial(_decide, act=act, member_id=member_id, decision=decision)
        with acting(act):
            out = await web.database.run(work)
            if not decision.approve:
                await _stop_renewing(web, member_id, decision.plan)
        return out

    @router.get("/api/v1/applications", summary="List who has applied for a plan")
    async def get_applications(
        cursor: Annotated[
            str | None,
            Query(pattern=r"^[0-9]{1,18}/[a-z0-9-]{1,32}$", description="A page's `next_cursor`."),
        ] = None,
        limit: Annotated[
            int, Query(ge=1, le=PAGE_MAX, description="So many on a page at most.")
        ] = PAGE,
    ) -> ApplicationsOut:
        """Read a page of what waits for your decision."""
        return await web.database.read(partial(_applications, cursor=cursor or "0/", limit=limit))

    @router.put("/api/v1/members/{member_id}/tier", summary="Give a tier by hand")
    async def put_tier(member_id: MemberKey, wish: TierIn) -> TierOut:
        """
        Put the member on a tier, whatever they have earned, until null is sent.

        It is the only way to a tier that has no threshold.
        """
        act = web.acts.new(f"tier:{uuid4()}", actor=ACTOR)
        with acting(act):
            return await web.database.run(partial(_tier, act=act, member_id=member_id, wish=wish))

    return router


def _pay(tx: Transaction, act: Act, member_id: str, paid: PaymentIn) -> PlanOut:
    member = member_of(tx, member_id)
    subscribing.pay(
        tx,
        act,
        member_id=member.id,
        plan_id=paid.plan,
        paid_at=paid.paid_at,
        reference=paid.reference,
        amount=_minor(paid, act.program.currency),
    )
    return _standing(tx, act, member, paid.plan)


def _minor(paid: PaymentIn, currency: str) -> int | None:
    try:
        return None if paid.amount is None else to_minor(paid.amount, currency)
    except ValueError as error:
        raise Invalid(FieldError("amount", str(error))) from None


def _cancel(tx: Transaction, act: Act, member_id: str, plan: str) -> PlanOut:
    member = member_of(tx, member_id)
    subscribing.cancel(tx, act, member_id=member.id, plan_id=plan)
    return _standing(tx, act, member, plan)


def _payment_of(tx: Transaction, member_id: str, reference: str) -> None:
    """Refuse what this member has not paid."""
    payment = payments.find(tx, reference)
    if payment is None or payment.member_id != member_of(tx, member_id).id:
        raise UnknownPayment(reference=reference[:64])


async def _stop_renewing(web: Web, member_id: str, plan: str) -> None:
    """What is over here must not be paid for in Telegram any more."""
    member = await web.database.read(partial(member_of, member_id=member_id))
    with _telegram():
        await stars.stop_renewing(web.database, web.desk(), member_id=member.id, plan_id=plan)


@contextmanager
def _telegram() -> Iterator[None]:
    """Telegram's troubles as this API tells them."""
    try:
        yield
    except TryLater as later:
        raise WorldError("Telegram is away") from later
    except stars.NotGivenBack as refused:
        raise HTTPException(502, str(refused)) from refused


def _stands(tx: Transaction, act: Act, member_id: str, plan: str) -> PlanOut:
    return _standing(tx, act, member_of(tx, member_id), plan)


def _decide(tx: Transaction, act: Act, member_id: str, decision: DecisionIn) -> PlanOut:
    member = member_of(tx, member_id)
    decide = subscribing.approve if decision.approve else subscribing.close
    decide(tx, act, member_id=member.id, plan_id=decision.plan)
    return _standing(tx, act, member, decision.plan)


def _applications(tx: Transaction, cursor: str, limit: int) -> ApplicationsOut:
    member_id, _, plan = cursor.partition("/")
    after = MemberId(int(member_id)), plan
    found = subscriptions.applications(tx, after=after, limit=limit + 1)
    page = [ApplicationOut(member_id=str(one.member_id), plan=one.plan_id) for one in found[:limit]]
    last = f"{page[-1].member_id}/{page[-1].plan}" if len(found) > limit else None
    return ApplicationsOut(applications=page, next_cursor=last)


def _tier(tx: Transaction, act: Act, member_id: str, wish: TierIn) -> TierOut:
    member = members.take(tx, member_of(tx, member_id).id)
    if wish.tier is None:
        member = tiering.clear(tx, member, act, reason=wish.reason)
    else:
        member = tiering.assign(tx, member, act, tier_id=wish.tier, reason=wish.reason)
    return tier_view(tx, act, member)


def _standing(tx: Transaction, act: Act, member: Member, plan_id: str) -> PlanOut:
    for one in standings.of_member(tx, member.id, act):
        if one.plan.id == plan_id:
            return plan_view(one, member.language)
    found = subscriptions.find(tx, member.id, plan_id)
    assert found  # noqa: S101 it was just changed
    return PlanOut(  # of a plan that the program no longer has
        id=plan_id,
        name=plan_id,
        status=found.status,
        active=found.in_force_at(act.now),
        trial=False,
        since=found.since,
        until=found.until,
        next_grant=None,
    )
