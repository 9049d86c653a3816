"""Referrals: what came of them, and the shop's decision on those that look odd."""

from functools import partial
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query

from bot.web.answers import OrderRef, ReferralOut, ReferralsOut
from bot.web.fields import MemberKey
from bot.web.given import Web
from bot.web.schemas import ReferralDecisionIn
from bot.web.security import api_router
from bot.web.views import member_of
from core.act import Act
from core.model import MemberId
from core.referrals import reviewing
from core.tables import referrals
from core.tables.referrals import Referral, State
from core.transaction import Transaction

ACTOR = "api"
PAGE, PAGE_MAX = 50, 200


def referrals_router(web: Web) -> APIRouter:
    """GET /api/v1/referrals, POST …/{friend_id}/decision."""
    router = api_router(web, "Referrals")

    @router.get("/api/v1/referrals", summary="List referrals")
    async def get_referrals(
        state: Annotated[
            State | None, Query(description="Only these; `review` is what waits for you.")
        ] = None,
        cursor: Annotated[
            str | None, Query(pattern=r"^[0-9]{1,18}$", description="A page's `next_cursor`.")
        ] = None,
        limit: Annotated[
            int, Query(ge=1, le=PAGE_MAX, description="So many on a page at most.")
        ] = PAGE,
    ) -> ReferralsOut:
        """Read a page of referrals: who brought whom, and how far each is."""
        after = MemberId(int(cursor or 0))
        return await web.database.read(partial(_page, state=state, after=after, limit=limit))

    @router.post("/api/v1/referrals/{friend_id}/decision", summary="Decide on a referral")
    async def post_decision(friend_id: MemberKey, decision: ReferralDecisionIn) -> ReferralOut:
        """
        Let a referral that looks odd be paid, or refuse it: then nobody is.

        The same decision again changes nothing. What was refused can be approved after all; what
        was paid can't be refused: that is answered with 409.
        """
        act = web.acts.new(f"referral:{uuid4()}", actor=ACTOR)
        work = partial(_decide, act=act, friend_id=friend_id, decision=decision)
        return await web.database.run(work)

    return router


def _page(tx: Transaction, state: State | None, after: MemberId, limit: int) -> ReferralsOut:
    found = referrals.page(tx, state=state, after=after, limit=limit + 1)
    page = found[:limit]
    return ReferralsOut(
        referrals=[referral_view(referral) for referral in page],
        next_cursor=str(page[-1].friend_id) if len(found) > limit else None,
    )


def _decide(tx: Transaction, act: Act, friend_id: str, decision: ReferralDecisionIn) -> ReferralOut:
    friend = member_of(tx, friend_id)
    decided = reviewing.decide(
        tx, act, friend_id=friend.id, approve=decision.approve, reason=decision.reason
    )
    return referral_view(decided)


def referral_view(referral: Referral) -> ReferralOut:
    """The referral as it is answered."""
    order = None
    if referral.shop is not None and referral.order_id is not None:
        order = OrderRef(shop=referral.shop, id=referral.order_id)
    return ReferralOut(
        friend_id=str(referral.friend_id),
        referrer_id=str(referral.referrer_id),
        state=referral.state,
        joined_at=referral.joined_at,
        qualified_at=referral.qualified_at,
        order=order,
        held_until=referral.held_until,
        signals=list(referral.signals),
        unpaid=referral.unpaid or None,
        decided_by=referral.decided_by or None,
        decided_at=referral.decided_at,
        reason=referral.reason or None,
    )
