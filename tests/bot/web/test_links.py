"""POST /api/v1/links, and what opening the link in Telegram says; the customer's id then counts."""

from dataclasses import replace

import pytest

from bot.conversation.messages import Incoming
from bot.conversation.router import Router
from bot.web.given import Web
from core.model import Channel
from tests.bot.web.conftest import KEY, client, fields_of, order, problem_of


async def opens(web: Web, who: str, *texts: str) -> str:
    """Somebody says these things in Telegram; the last answer."""
    router, said = Router(web.database, web.acts), ""
    for number, text in enumerate(texts):
        incoming = Incoming(
            channel=Channel.TELEGRAM, sender=who, event_id=f"{who}{number}", text=text, name=who
        )
        spoken = await router.answer(incoming)
        assert spoken
        said = spoken.text
    return said


@pytest.fixture
def shop(web: Web) -> Web:
    """The web layer of a bot that is connected to Telegram."""
    return replace(web, bot=lambda: "corner_cafe_bot")


async def test_a_link_ties_the_customer_to_who_opens_it_and_joins(shop: Web) -> None:
    async with client(shop, Authorization=f"Bearer {KEY}") as api:
        made = await api.post("/api/v1/links", json={"shop": "eu", "customer_id": 4711})
        assert made.status_code == 201
        url, _, payload = made.json()["url"].partition("?start=")
        first = await opens(shop, "7", f"/start {payload}")
        welcome = await opens(shop, "7", f"/start {payload}", "/join")
        again = await opens(shop, "8", f"/start {payload}")

        bought = await api.put("/api/v1/orders/eu/1", json=order(customer={"id": "4711"}))
        assert url == "https://t.me/corner_cafe_bot"
        assert "🔗 Join" in first
        assert "🔗 Done" in welcome
        assert "no longer works" in again
        assert bought.json()["member_id"] is not None


async def test_without_telegram_there_is_no_link(web: Web) -> None:
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        refused = await api.post("/api/v1/links", json={"shop": "eu", "customer_id": "1"})
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
        assert "Telegram" in problem_of(refused)["detail"]
        assert fields_of(await api.post("/api/v1/links", json={"shop": "eu"})) == ["customer_id"]
