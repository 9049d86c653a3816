"""The customer's story by text message, with the whole app and both stand-ins."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

from bot.acts import utc_now
from bot.diagnosing import diagnose
from bot.sandbox.twilio.failures import Failure
from bot.sandbox.twilio.stand_in import Phone, TwilioStandIn
from bot.settings import Settings, read_settings
from bot.sms_letters import parts_of
from bot.ticking import tick
from core.codes import message_id
from core.model import MemberId, Points, Purpose
from core.tables import dead_letters, outbox, outbox_views
from core.tables.outbox import Message, State
from core.transaction import Transaction
from tests.stories.conftest import Cafe, code_in, open_cafe

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """The café, and the phones of its town."""

    cafe: Cafe
    twilio: TwilioStandIn

    def phone(self, number: int) -> Phone:
        """The phone of that number."""
        return self.twilio.phone(f"+4072100{number:04}")

    async def about(self, phone: Phone) -> dict[str, object]:
        """What the shop can read of the member with that phone."""
        answer = await self.cafe.api.get("/api/v1/members", params={"phone": phone.number})
        found: dict[str, object] = answer.json() if answer.status_code == 200 else {}
        return found

    async def balance(self, phone: Phone) -> int:
        """What that member can spend."""
        points = (await self.about(phone))["points"]
        assert isinstance(points, dict)
        return int(points["balance"])

    async def pushed(self, phone: Phone, purpose: Purpose) -> Message:
        """Queue a message to that member, as a campaign does."""
        app = self.cafe.app
        member, now = MemberId(int(str((await self.about(phone))["id"]))), app.acts.clock()
        message = Message(
            id=message_id(Random()),
            member_id=member,
            campaign="test",
            occasion=str(message_id(Random())),
            purpose=purpose,
            key="points-balance",
            values={"points": Points(77)},
            created_at=now,
            due_at=now,
            stale_at=now.replace(year=now.year + 1),
        )

        def work(tx: Transaction) -> None:
            outbox.queue(tx, message)

        await app.database.run(work)
        return message

    async def state(self, message: Message) -> tuple[State, str]:
        """What has become of the message, and why."""
        found = await self.cafe.app.database.read(lambda tx: outbox_views.find(tx, message.id))
        assert found
        return found.state, found.reason


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """The café with Telegram and text messages."""
    path = tmp_path_factory.mktemp("town") / "loyalty.db"
    async with (
        TwilioStandIn() as twilio,
        open_cafe(
            f"sqlite:///{path}",
            "aiogram",
            "polling",
            twilio_account_sid=twilio.account,
            twilio_auth_token=twilio.token,
            twilio_from=twilio.number,
            twilio_api_url=twilio.url,
        ) as cafe,
    ):
        twilio.webhook = f"http://127.0.0.1:{cafe.app.server.port}"
        to_noon = utc_now().replace(hour=12) - utc_now()  # messages go out at day
        cafe.app.acts.clock = lambda: utc_now() + to_noon
        yield Town(cafe=cafe, twilio=twilio)
        await twilio.settled()
        bugs = await cafe.app.database.read(dead_letters.count)
    assert bugs == 0, "a story met a bug"


async def test_a_customer_joins_buys_redeems_and_is_served_at_the_till(town: Town) -> None:
    phone = town.phone(1)
    await phone.texts("JOIN")
    order = {
        "customer": {"phone": phone.number},
        "placed_at": town.cafe.app.acts.clock().isoformat(),
        "currency": "EUR",
        "total": "60.00",
        "status": "paid",
    }
    answer = await town.cafe.api.put("/api/v1/orders/cafe/sms-1", json=order)
    assert answer.json()["balance"] == 110
    [points] = await phone.texts("points")
    assert "110 points" in points
    [voucher] = await phone.texts("REDEEM coffee")
    assert parts_of(voucher) <= 2
    code = next(word for word in voucher.split() if word.count("-") == 2)
    used = await town.cafe.api.post(f"/api/v1/vouchers/{code}/use", json={"shop": "cafe"})

    assert used.status_code == 200
    assert await town.balance(phone) == 50


async def test_a_number_shared_in_telegram_is_the_same_member_by_text(town: Town) -> None:
    phone, ann = town.phone(2), await town.cafe.member()
    await ann.shares_contact(phone=phone.number)
    await phone.texts("REWARDS")
    assert str((await town.about(phone))["id"]) == str((await town.cafe.about(ann))["id"])
    await town.cafe.sells(ann, "100.00")
    [voucher] = await phone.texts("REDEEM coffee")

    assert "60 points" in voucher
    code = next(word for word in voucher.split() if word.count("-") == 2)
    assert code_in(await ann.says("/vouchers")) == code


async def test_a_friend_invites_by_text(town: Town) -> None:
    phone, friend = town.phone(3), town.phone(4)
    await phone.texts("JOIN")
    code = str((await town.about(phone))["referral_code"])
    [invitation] = await phone.texts("REFER")
    [welcome] = await friend.texts(f"JOIN {code}")

    assert code in invitation
    assert "invitation counts" in welcome


async def test_language_is_chosen_by_number(town: Town) -> None:
    phone = town.phone(5)
    await phone.texts("JOIN")
    [asked] = await phone.texts("LANGUAGE")
    place = next(line[0] for line in asked.splitlines() if line.endswith("Українська"))
    await phone.texts(place)

    assert "50 балів" in (await phone.texts("бали"))[0]


async def test_a_message_goes_out_by_text_until_stop(town: Town) -> None:
    phone = town.phone(6)
    await phone.texts("JOIN")
    first = await town.pushed(phone, Purpose.TRANSACTIONAL)
    await sent(town, first)
    assert "77 points" in phone.received[-1]

    await phone.texts("STOP")
    second = await town.pushed(phone, Purpose.TRANSACTIONAL)
    await sent(town, second)
    state, _ = await town.state(second)
    assert state in (State.SUPPRESSED, State.BLOCKED)
    assert "unsubscribed" in phone.received[-1]


async def test_stop_that_only_the_carrier_heard_ends_it_too(town: Town) -> None:
    phone = town.phone(7)
    await phone.texts("JOIN")
    town.twilio.fail(Failure.error(21610))
    message = await town.pushed(phone, Purpose.TRANSACTIONAL)
    await sent(town, message)

    assert (await town.state(message))[0] in (State.BLOCKED, State.QUEUED)
    granted = [one for one in _consents(await town.about(phone)) if one["granted"]]
    assert granted == []


async def sent(town: Town, message: Message) -> None:
    """Wait until the message came to an end, and everything was told of it."""
    for _ in range(200):
        state, _ = await town.state(message)
        if state not in (State.QUEUED, State.LEASED):
            break
        await asyncio.sleep(0.05)
    await town.twilio.settled()


def _consents(about: dict[str, object]) -> list[dict[str, object]]:
    consents = about["consents"]
    assert isinstance(consents, list)
    return [one for one in consents if one["channel"] == "sms"]


# loyalty doctor


def settings_for(path: Path, twilio: TwilioStandIn, **more: str) -> Settings:
    """A shop that texts, and nothing else."""
    given = {
        "database_url": f"sqlite:///{path}",
        "twilio_account_sid": twilio.account,
        "twilio_auth_token": twilio.token,
        "twilio_from": twilio.number,
        "twilio_api_url": twilio.url,
    } | more
    return read_settings(_env_file=None, **given)


async def problems(settings: Settings) -> list[str]:
    """What the doctor says of text messages."""
    return [one for one in await diagnose(settings) if "TWILIO" in one or "Twilio" in one]


async def test_the_doctor_says_what_is_wrong_with_twilio(tmp_path: Path) -> None:
    path = tmp_path / "loyalty.db"
    async with TwilioStandIn() as twilio:
        assert await problems(settings_for(path, twilio)) == []
        [refused] = await problems(settings_for(path, twilio, twilio_auth_token="wrong"))
        [partly] = await problems(settings_for(path, twilio, twilio_from=""))
        url = twilio.url.replace("127.0.0.1", "127.0.0.2")
        found = await problems(settings_for(path, twilio, twilio_api_url=url))
    [away] = await problems(settings_for(path, twilio))

    assert "LOYALTY_TWILIO_AUTH_TOKEN" in refused
    assert "LOYALTY_TWILIO_FROM" in partly
    assert "wrong" not in refused
    assert "does not answer" in away
    assert "LOYALTY_PUBLIC_URL" in found[0]


async def test_a_tick_asks_what_became_of_messages_also_when_twilio_is_away(tmp_path: Path) -> None:
    path = tmp_path / "loyalty.db"
    async with TwilioStandIn() as twilio:
        told = await tick(settings_for(path, twilio), None)
    again = await tick(settings_for(path, twilio), None)

    assert told.splitlines()[-1].split() == again.splitlines()[-1].split()
    assert told.splitlines()[-1].split() == ["messages", "cleared", "up", "0"]
