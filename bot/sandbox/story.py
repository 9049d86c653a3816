"""
The demo shop's story: three customers in three languages join, buy, refer, redeem, undo and use.

They talk to the bot through the Telegram library and the stand-in's Bot API; the shop talks to it
over HTTP as any shop would.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from bot.sandbox.mark import SOURCE
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn

SHOP = "demo"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoShop:
    """The shop's side: a few calls of API v1."""

    api: httpx.AsyncClient
    currency: str
    tell: Tell

    async def sells(self, person: Person, total: str) -> dict[str, Any]:
        """Report a paid order of that customer."""
        number = f"A{int(datetime.now(UTC).timestamp() * 1000) % 10**8}"
        member = await self.member(person)
        order = {
            "customer": {"card": member["card"]},
            "placed_at": datetime.now(UTC).isoformat(),
            "currency": self.currency,
            "total": total,
            "status": "paid",
        }
        result = (await self.api.put(f"/api/v1/orders/{SHOP}/{number}", json=order)).json()
        self.tell(
            f"🛒 {person.name} → {total} {self.currency}:"
            f" +{result['points_awarded']} → {result['balance']} ({result['tier']['name']})"
        )
        return dict(result)

    async def uses(self, code: str) -> None:
        """Take a voucher at the till."""
        answer = await self.api.post(f"/api/v1/vouchers/{code}/use", json={"shop": SHOP})
        answer.raise_for_status()
        self.tell(f"🏷  {code}: {answer.json()['status']}")

    async def member(self, person: Person) -> dict[str, Any]:
        """Look the customer up by their Telegram id."""
        answer = await self.api.get("/api/v1/members", params={"telegram_id": str(person.id)})
        answer.raise_for_status()
        return dict(answer.json())


async def play(
    telegram: TelegramStandIn, api: httpx.AsyncClient, currency: str, tell: Tell
) -> None:
    """Play the story; what is said is heard by the stand-in's listener, the shop's part told."""
    shop = DemoShop(api=api, currency=currency, tell=tell)
    born = int(datetime.now(UTC).timestamp() * 10)  # new people each time, in the same database
    ann = telegram.person(born, first_name="Ann", language_code="en")
    olena = telegram.person(born + 1, first_name="Олена", language_code="uk")
    zofia = telegram.person(born + 2, first_name="Zofia", language_code="pl")

    await _joins(ann)
    await shop.sells(ann, "42.50")
    await ann.says("/points")
    link = _link(await ann.says("/refer"))

    await olena.opens(link)
    await olena.taps((0, 0))
    await shop.sells(olena, "18.00")
    await olena.says("бали")
    await ann.says("/history")

    await _joins(zofia)
    await shop.sells(zofia, "75.00")
    await _redeems(zofia)
    await zofia.taps((0, 0))  # undo
    await zofia.says("/why")
    code = await _redeems(zofia)
    await shop.uses(code)
    await zofia.says("/vouchers")


async def _joins(person: Person) -> None:
    await person.says(f"/start s_{SOURCE}")
    await person.taps((0, 0))


async def _redeems(person: Person) -> str:
    await person.says("/rewards")
    voucher = await person.taps((0, 0))
    said = voucher[-1].caption or voucher[-1].text
    return next(word for word in said.split() if len(word) == 14 and word.count("-") == 2)


def _link(messages: list[Message]) -> str:
    return next(word for word in messages[-1].text.split() if word.startswith("https://t.me/"))
