"""Carts: what somebody has put together and not bought yet, so that it can be told of."""

from datetime import datetime
from functools import partial
from typing import Annotated

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, Field, ValidationInfo, field_validator

from bot.acts import acting
from bot.web.answers import Moment
from bot.web.baskets import LINES_MAX, BasketIn, CustomerIn, LineIn, whole_sum
from bot.web.fields import Amount, Instant, OrderId, Shop, Unsaid
from bot.web.given import Web
from bot.web.security import api_router
from bot.web.views import keys_of
from core import carting
from core.carting import CartReport
from core.money import to_minor
from core.tables.carts import Cart

PATH = "/api/v1/carts/{shop}/{cart_id:path}"


def _web_address(text: str) -> str:
    if text and not text.startswith(("https://", "http://")):
        raise ValueError("it is not a web address, such as https://shop.example/cart/7")
    if not text.isprintable() or " " in text:
        raise ValueError("it has signs that no web address has")
    return text


class CartIn(BasketIn):
    """A cart's present state. Sums are decimal strings in the currency's units."""

    customer: CustomerIn | None = Field(
        default=None, description="A guest is found too, by the phone or e-mail of the checkout."
    )
    total: Amount = Field(description="What is in it costs so much; 0 is an empty cart.")
    lines: Unsaid[list[LineIn]] = Field(
        default=[], max_length=LINES_MAX, description="Taken, and not needed."
    )
    url: Unsaid[Annotated[str, Field(max_length=1_000), AfterValidator(_web_address)]] = Field(
        default="",
        description="The way back to it.",
        examples=["https://shop.example/cart/7"],
    )
    updated_at: Instant | None = Field(
        default=None, description="When it was last changed; without it now."
    )

    @field_validator("total")
    @classmethod
    def _in_minor_units(cls, amount: Amount, info: ValidationInfo) -> Amount:
        if currency := info.data.get("currency"):
            whole_sum(amount, currency)
        return amount


class CartOut(BaseModel):
    """What is known of a cart."""

    member_id: str | None = Field(description="Whose it is; null: a stranger's, it is not kept.")
    done: bool = Field(description="Whether it was bought or thrown away.")
    remind_at: Moment | None = Field(
        description="When it counts as left, if nothing changes before; then its member is told."
    )


def carts_router(web: Web) -> APIRouter:
    """PUT and DELETE /api/v1/carts/{shop}/{cart_id}."""
    router = api_router(web, "Carts")

    @router.put(PATH, summary="Report a cart's present state")
    async def put_cart(shop: Shop, cart_id: OrderId, cart: CartIn) -> CartOut:
        """
        Send it whenever it changes: each change begins its time anew. What is older than what is
        known changes nothing. When the time is over its member is told, with what their points
        are worth in it, unless they have ordered something since.
        """
        act = web.acts.new(f"cart:{shop}/{cart_id}", actor=f"shop:{shop}")
        said = cart_report(shop, cart_id, cart, now=act.now)
        with acting(act):
            return _answer(await web.database.run(partial(carting.report, act=act, said=said)))

    @router.delete(PATH, summary="Report that a cart was bought or thrown away")
    async def delete_cart(shop: Shop, cart_id: OrderId) -> CartOut:
        """Say nothing of it any more. An order with `cart_id`, or a later one, does the same."""
        act = web.acts.new(f"cart:{shop}/{cart_id}", actor=f"shop:{shop}")
        work = partial(carting.drop, act=act, shop=shop, cart_id=cart_id)
        with acting(act):
            return _answer(await web.database.run(work))

    return router


def cart_report(shop: str, cart_id: str, cart: CartIn, *, now: datetime) -> CartReport:
    """The cart as the core takes it."""
    return CartReport(
        shop=shop,
        cart_id=cart_id,
        keys=keys_of(cart.customer),
        currency=cart.currency,
        total=to_minor(cart.total, cart.currency),
        url=cart.url,
        updated_at=cart.updated_at or now,
    )


def _answer(cart: Cart | None) -> CartOut:
    if cart is None:
        return CartOut(member_id=None, done=False, remind_at=None)
    return CartOut(
        member_id=str(cart.member_id), done=cart.done_at is not None, remind_at=cart.next_at
    )
