"""
The demo shop's story: three customers in three languages join, buy, refer, redeem, undo and use;
a fourth does it by text messages, until STOP; a fifth, who joined long ago, is written to.

They talk to the bot through the Telegram library and the stand-in's Bot API; the shop talks to it
over HTTP as any shop would.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx

from bot.sandbox.mark import SOURCE
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.sandbox.twilio.stand_in import Phone, TwilioStandIn
from bot.sandbox.web_shop import WebShop
from core.money import digits

SHOP = "demo"
ONLINE = "five-off"  # the starter's reward that changes an order's price
WARNED_DAYS = 7  # before the points of a year ago are lost
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """The clock of the demo shop, which the story sets."""

    now: Callable[[], datetime]
    today: Callable[[], date]  # where the shop is
    go_to: Callable[[date | None], None]  # noon of that day in the shop; None: the present
    do_what_is_due: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoShop:
    """The shop's side: a few calls of API v1."""

    api: httpx.AsyncClient
    currency: str
    tell: Tell

    async def sells(self, person: Person, total: str, at: datetime | None = None) -> dict[str, Any]:
        """Report an order that customer paid, then or now."""
        member = await self.member(person)
        return await self.sells_to(person.name, {"card": member["card"]}, self.price(total), at)

    def price(self, total: str) -> str:
        """In the shop's currency: 42.50 EUR or 4250 JPY are a purchase of every day."""
        return total if digits(self.currency) else total.replace(".", "")

    async def sells_to(
        self, name: str, customer: dict[str, str], total: str, at: datetime | None = None
    ) -> dict[str, Any]:
        """Report a paid order of whoever the shop knows so."""
        number = f"A{int(datetime.now(UTC).timestamp() * 1000) % 10**8}"
        order = {
            "customer": customer,
            "placed_at": (at or datetime.now(UTC)).isoformat(),
            "currency": self.currency,
            "total": total,
            "status": "paid",
        }
        result = (await self.api.put(f"/api/v1/orders/{SHOP}/{number}", json=order)).json()
        self.tell(
            f"🛒 {name} → {total} {self.currency}:"
            f" +{result['points_awarded']} → {result['balance']} ({result['tier']['name']})"
        )
        return dict(result)

    async def sees_cart(self, person: Person, total: str, left_at: datetime) -> None:
        """Report a cart that was last changed then."""
        total, member = self.price(total), await self.member(person)
        cart = {
            "customer": {"card": member["card"]},
            "total": total,
            "currency": self.currency,
            "lines": [],
            "url": "https://shop.example/cart",
            "updated_at": left_at.isoformat(),
        }
        answer = await self.api.put(f"/api/v1/carts/{SHOP}/{member['card']}", json=cart)
        answer.raise_for_status()
        self.tell(f"🛒 {person.name}: {total} {self.currency} …")

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
    telegram: TelegramStandIn,
    twilio: TwilioStandIn,
    web: WebShop,
    api: httpx.AsyncClient,
    currency: str,
    tell: Tell,
    time: Time,
) -> None:
    """
    Play the story; what is said is heard by the stand-in's listener, the shop's part told.

    What the program doesn't have, an invitation or a reward that 75.00 pay for, is left out.
    """
    shop = DemoShop(api=api, currency=currency, tell=tell)
    born = int(datetime.now(UTC).timestamp() * 10)  # new people each time, in the same database
    ann = telegram.person(born, first_name="Ann", language_code="en")
    olena = telegram.person(born + 1, first_name="Олена", language_code="uk")
    zofia = telegram.person(born + 2, first_name="Zofia", language_code="pl")

    await _joins(ann)
    await shop.sells(ann, "42.50")
    await ann.says("/points")

    await _is_invited(olena, by=ann)
    await shop.sells(olena, "18.00")
    await olena.says("бали")
    await ann.says("/history")
    await _buys_online(ann, shop, web)

    await _joins(zofia)
    await shop.sells(zofia, "75.00")
    if await _redeems(zofia):
        await zofia.taps((0, 0))  # undo
        await zofia.says("/why")
        await shop.uses(await _redeems(zofia))
        await zofia.says("/vouchers")
    await _texts(twilio.phone(f"+4072{born % 10**7:07}"), shop)
    await _is_written_to(
        telegram.person(born + 3, first_name="Ion", language_code="ro"), shop, time
    )


async def _texts(phone: Phone, shop: DemoShop) -> None:
    """Somebody without Telegram."""
    await phone.texts("JOIN")
    await shop.sells_to(phone.number, {"phone": phone.number}, "64.00")
    await phone.texts("POINTS")
    await phone.texts("REWARDS")
    await phone.texts("REDEEM 1")
    await phone.texts("STOP")


async def _buys_online(person: Person, shop: DemoShop, web: WebShop) -> None:
    """Redeem something for the web shop's checkout, and use its code there."""
    code = _code_in(await person.says(f"/redeem {ONLINE}"))
    if not code or not await web.knows(code):
        return
    shop.tell(f"🏬 {code} works at the web shop's checkout")
    total, card = shop.price("30.00"), (await shop.member(person))["card"]
    await web.sells(shop.api, card=card, total=total, currency=shop.currency, code=code)
    shop.tell(f"🛒 {person.name} → {total} {shop.currency}, with {code}")
    await person.says("/vouchers")


async def _is_written_to(person: Person, shop: DemoShop, time: Time) -> None:
    """A birthday, points that will be lost, a cart that was left: whoever agreed is told."""
    tomorrow = time.today() + timedelta(days=1)  # today's messages are written already
    joined = _a_year_before(tomorrow + timedelta(days=WARNED_DAYS))
    try:
        _goes(time, shop, "⏪", joined)
        await _joins(person)
        await person.says(f"/birthday {tomorrow.day}.{tomorrow.month}")
        await shop.sells(person, "55.00", time.now())
        _goes(time, shop, "⏩", tomorrow)
        await shop.sees_cart(person, "30.00", time.now() - timedelta(hours=2))
        await time.do_what_is_due()
    finally:
        time.go_to(None)


def _goes(time: Time, shop: DemoShop, sign: str, day: date) -> None:
    time.go_to(day)
    shop.tell(f"{sign} {day:%d.%m.%Y}")


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28 if day.month == 2 else 31))


async def _joins(person: Person) -> None:
    await person.says(f"/start s_{SOURCE}")
    await person.taps((0, 0))


async def _is_invited(person: Person, *, by: Person) -> None:
    """Join by a friend's link; without a link, because nobody is thanked for friends, alone."""
    said = (await by.says("/refer"))[-1].text.split()
    link = next((word for word in said if word.startswith("https://t.me/")), None)
    if link is None:
        await _joins(person)
        return
    await person.opens(link)
    await person.taps((0, 0))


async def _redeems(person: Person) -> str:
    """Tap the first reward; the voucher's code, or nothing if there was none to be had so."""
    await person.says("/rewards")
    return _code_in(await person.taps((0, 0)))


def _code_in(answer: list[Message]) -> str:
    """The voucher's code the bot just told, if it did."""
    said = answer[-1].caption or answer[-1].text
    return next((word for word in said.split() if _is_code(word)), "")


def _is_code(word: str) -> bool:
    return len(word) == 14 and word.count("-") == 2
