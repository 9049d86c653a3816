"""What moves a member's points: redemptions and adjustments, each done once per key."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Header

from bot.acts import acting
from bot.web.answers import AdjustmentOut, VoucherOut
from bot.web.fields import IdempotencyKey, MemberKey
from bot.web.given import Web
from bot.web.redeemed import voucher_view
from bot.web.schemas import AdjustmentIn, RedemptionIn
from bot.web.security import api_router
from bot.web.views import member_of, unit_of
from bot.web.wording import FieldError, Invalid
from core.act import Act
from core.adjusting import adjust
from core.rewards import redeeming
from core.transaction import Transaction

ACTOR = "api"

Key = Annotated[
    IdempotencyKey,
    Header(
        alias="Idempotency-Key",
        description="Made by you for this one act: a repeat with the same key gives the first"
        " answer again, so a call that was cut off can be sent again.",
    ),
]


def points_router(web: Web) -> APIRouter:
    """POST …/redemptions and …/adjustments."""
    router = api_router(web, "Points")

    @router.post(
        "/api/v1/members/{member_id}/redemptions", status_code=201, summary="Redeem a reward"
    )
    async def post_redemption(member_id: MemberKey, wish: RedemptionIn, key: Key) -> VoucherOut:
        """
        Spend the member's points on a reward; answers the voucher.

        A raffle ticket, a donation and a partner's code are vouchers too: `kind` tells.
        """
        act = web.acts.new(f"api:{key}", actor=ACTOR)
        with acting(act):
            return await web.database.run(partial(_redeem, act=act, member_id=member_id, wish=wish))

    @router.post(
        "/api/v1/members/{member_id}/adjustments", status_code=201, summary="Give or take points"
    )
    async def post_adjustment(member_id: MemberKey, wish: AdjustmentIn, key: Key) -> AdjustmentOut:
        """Give points, or take spendable ones, with a reason the member can read."""
        act = web.acts.new(f"api:{key}", actor=ACTOR)
        with acting(act):
            return await web.database.run(partial(_adjust, act=act, member_id=member_id, wish=wish))

    return router


def _redeem(tx: Transaction, act: Act, member_id: str, wish: RedemptionIn) -> VoucherOut:
    member = member_of(tx, member_id)
    voucher = redeeming.redeem(
        tx,
        act,
        member_id=member.id,
        reward_id=wish.reward_id,
        points=_points(act, wish),
        cause=wish.cause,
    )
    return voucher_view(tx, act, voucher)


def _points(act: Act, wish: RedemptionIn) -> int | None:
    """The points that were named, or the sum, which only a program of money has."""
    if wish.amount is None:
        return wish.points
    if act.program.unit != "money":
        raise Invalid(FieldError("amount", "this program counts in points: send points"))
    if wish.points is not None:
        raise Invalid(FieldError("amount", "send either points or the amount"))
    try:
        return act.program.minor(wish.amount)
    except ValueError as error:
        raise Invalid(FieldError("amount", str(error))) from None


def _adjust(tx: Transaction, act: Act, member_id: str, wish: AdjustmentIn) -> AdjustmentOut:
    member = member_of(tx, member_id)
    done = adjust(tx, act, member_id=member.id, points=wish.points, reason=wish.reason)
    return AdjustmentOut(
        id=str(done.entry),
        points=wish.points,
        reason=wish.reason,
        balance=done.balance,
        **unit_of(act.program),
    )
