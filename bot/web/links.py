"""Links: a shop hands them to its customers, to tie their accounts there to their chats."""

from functools import partial

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from bot.web.answers import Moment
from bot.web.baskets import CustomerId
from bot.web.fields import Shop
from bot.web.given import Web
from bot.web.problems import RETRY_AFTER_S
from bot.web.security import api_router
from core import linking


class LinkIn(BaseModel):
    """Whose link it is. Make it only for who is logged in as that customer."""

    shop: Shop
    customer_id: CustomerId = Field(min_length=1)


class LinkOut(BaseModel):
    """The link."""

    url: str = Field(
        description="Opens the bot. Show it to nobody else: whoever opens it first is tied.",
        examples=["https://t.me/corner_cafe_bot?start=l_K7QD9MXE2HFWK7QD9MXE2HFWABC"],
    )
    expires_at: Moment = Field(description="It can be opened until then, once.")


def links_router(web: Web) -> APIRouter:
    """POST /api/v1/links."""
    router = api_router(web, "Links")

    @router.post("/api/v1/links", status_code=201, summary="Make a link for a customer")
    async def post_link(wish: LinkIn) -> LinkOut:
        """
        Make a link that ties this customer of the shop to the chat that opens it first: the member
        of that chat, or who joins there. From then on the customer's `id` names the member in
        orders, carts, quotes and actions of the shop.

        It works once, for a day. A customer who is tied to another member already stays so, and
        the person is told. 503 while the bot is not connected to Telegram: it has no address yet.
        """
        bot = web.bot()
        if bot is None:
            raise HTTPException(
                503,
                "The bot is not connected to Telegram yet: it has no address to link to.",
                headers={"Retry-After": str(RETRY_AFTER_S)},
            )
        act = web.acts.new("link", actor=f"shop:{wish.shop}")
        issued = await web.database.run(
            partial(linking.issue, act=act, shop=wish.shop, customer_id=wish.customer_id)
        )
        url = f"https://t.me/{bot}?start=l_{issued.token}"
        return LinkOut(url=url, expires_at=issued.expires_at)

    return router
