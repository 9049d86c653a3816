"""Vouchers: read a code, use it once."""

from functools import partial
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Header
from starlette.exceptions import HTTPException

from bot.acts import acting
from bot.web.answers import VoucherOut
from bot.web.fields import Code, IdempotencyKey
from bot.web.given import Web
from bot.web.redeemed import voucher_view
from bot.web.schemas import UseIn
from bot.web.security import api_router
from core import codes
from core.act import Act
from core.model import Voucher, VoucherCode
from core.rewards import redeeming
from core.tables import vouchers
from core.transaction import Transaction

ACTOR = "api"


def vouchers_router(web: Web) -> APIRouter:
    """GET /api/v1/vouchers/{code}, POST …/use."""
    router = api_router(web, "Vouchers")

    @router.get("/api/v1/vouchers/{code}", summary="Read a voucher")
    async def get_voucher(code: Code) -> VoucherOut:
        """Read the voucher; case, spaces and dashes in the code don't matter."""
        act = web.acts.new("read", actor=ACTOR)
        return await web.database.read(partial(_get, act=act, code=codes.normal_code(code)))

    @router.post("/api/v1/vouchers/{code}/use", summary="Use a voucher")
    async def use_voucher(
        code: Code,
        use: UseIn | None = None,
        key: Annotated[
            IdempotencyKey | None,
            Header(alias="Idempotency-Key", description="Made by you for this one use."),
        ] = None,
    ) -> VoucherOut:
        """
        Use the voucher up: a code works once, a second use is refused with 409.

        The same use for the same order, or with the same Idempotency-Key, is the same use: it
        gives the first answer again. Whether the order is what the voucher is good for (`minimum`,
        `goods` …) is for the shop to see to: a quote does it.
        """
        normal = codes.normal_code(code)
        used_for = "/".join(part for part in (use and use.shop, use and use.order) if part)
        act = web.acts.new(f"api:{key}" if key else f"use:{uuid4()}", actor=ACTOR)
        order = bool(use and use.shop and use.order)
        work = partial(_use, act=act, code=normal, used_for=used_for, order=order)
        with acting(act):
            return await web.database.run(work)

    return router


def _get(tx: Transaction, act: Act, code: VoucherCode) -> VoucherOut:
    return voucher_view(tx, act, _found(tx, code))


def _use(tx: Transaction, act: Act, code: VoucherCode, used_for: str, order: bool) -> VoucherOut:
    _found(tx, code)
    used = redeeming.use(tx, act, code=code, used_for=used_for, order=order)
    return voucher_view(tx, act, used)


def _found(tx: Transaction, code: VoucherCode) -> Voucher:
    voucher = vouchers.find(tx, code)
    if voucher is None:
        raise HTTPException(404, "There is no such voucher.")
    return voucher
