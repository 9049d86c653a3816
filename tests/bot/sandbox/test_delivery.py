"""Updates come in Telegram's order, with Telegram's patience, until they are confirmed."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from aiohttp import web

from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.sandbox.conftest import Ask
from tests.bot.sandbox.echoes import SECRET, aiogram_polls, posted_to


@dataclass
class Hook:
    """A webhook that answers as scripted, then 200; it notes what came, when, how many at once."""

    answers: deque[int | None] = field(default_factory=deque)
    poison: str = ""
    retry_after: str = ""
    takes_s: float = 0.0
    came: list[tuple[int, float]] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    busy: int = 0
    busiest: int = 0

    async def take(self, request: web.Request) -> web.Response:
        """Answer one post: a status, or None to close the connection; a poison is always 500."""
        update = await request.json()
        self.came.append((update["update_id"], time.monotonic()))
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(self.takes_s)
        self.busy -= 1
        if self.poison and update.get("message", {}).get("text") == self.poison:
            return web.Response(status=500)
        status = self.answers.popleft() if self.answers else 200
        if status is None:
            assert request.transport
            request.transport.abort()
        headers = {"Retry-After": self.retry_after} if status == 503 else {}
        return web.Response(status=status or 200, headers=headers)

    def pauses(self) -> list[float]:
        """Return the seconds between deliveries, in the stand-in's hundredths."""
        return [100 * (later[1] - before[1]) for before, later in pairwise(self.came)]


@pytest.fixture
async def hook(ask: Ask) -> AsyncIterator[Hook]:
    """Yield a webhook that is set."""
    hook = Hook()
    async with posted_to(hook.take) as url:
        await ask("setWebhook", url=url, secret_token=SECRET, max_connections=3)
        yield hook
        await ask("deleteWebhook")


async def test_a_failed_update_comes_again_at_once_then_after_2_4_8_seconds(
    hook: Hook, ann: Person
) -> None:
    """Fail five times in two ways."""
    hook.answers += [500, None, 302, None, None]
    await ann.says("hello")

    assert len({update_id for update_id, _ in hook.came}) == 1
    at_once, *pauses = hook.pauses()
    assert at_once < 8  # a busy machine may take some of its time
    assert all(pause >= due for pause, due in zip(pauses, (2, 4, 8, 16), strict=True))


async def test_retry_after_is_obeyed(hook: Hook, ann: Person) -> None:
    """Ask for five seconds."""
    hook.answers.append(503)
    hook.retry_after = "5"
    await ann.says("hello")

    assert hook.pauses()[0] >= 5
    assert hook.secrets == {SECRET}


async def test_a_poison_message_blocks_its_chat_but_not_its_persons_taps(
    hook: Hook, ann: Person, ask: Ask, telegram: TelegramStandIn
) -> None:
    """Tap while a message fails again and again; others chat on."""
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await ask("sendMessage", chat_id=ann.id, text="menu", reply_markup=keyboard)
    hook.poison = "poison"
    poison, behind = ann.send_only("poison"), ann.send_only("behind")
    await ann.taps("Go")
    await telegram.person(2002, first_name="Bob").says("hi")

    assert [poison.done.is_set(), behind.done.is_set()] == [False, False]
    telegram.let_expire(poison)
    await behind.confirmed()


async def test_messages_of_one_chat_come_one_by_one_in_order(hook: Hook, ann: Person) -> None:
    """Say five things without waiting."""
    hook.takes_s = 0.005
    updates = [ann.send_only(str(number)) for number in range(5)]
    await updates[-1].confirmed()

    assert [update_id for update_id, _ in hook.came] == [update.id for update in updates]
    assert hook.busiest == 1


async def test_chats_are_served_side_by_side_up_to_max_connections(
    hook: Hook, telegram: TelegramStandIn
) -> None:
    """Let eight people speak at once."""
    hook.takes_s = 0.02
    updates = [telegram.person(number).send_only("hi") for number in range(1, 9)]
    for update in updates:
        await update.confirmed()

    assert hook.busiest == 3


async def test_a_lost_confirmation_brings_the_update_again(
    hook: Hook, ann: Person, telegram: TelegramStandIn
) -> None:
    """Lose a 200, then deliver once more on purpose."""
    telegram.lose_next_confirmation()
    await ann.says("hello")
    await telegram.redeliver(telegram.updates[-1])

    assert [update_id for update_id, _ in hook.came] == [telegram.updates[-1].id] * 3


async def test_an_unconfirmed_update_is_named(hook: Hook, ann: Person, ask: Ask) -> None:
    """Run out of patience."""
    hook.poison = "hello"
    with pytest.raises(TimeoutError, match=r"Ann says 'hello'.*within 0\.5 s.*500"):
        await ann.says("hello", timeout_s=0.5)

    info = (await ask("getWebhookInfo"))["result"]
    assert info["pending_update_count"] == 1
    assert "500" in info["last_error_message"]


async def test_a_higher_offset_confirms(ask: Ask, ann: Person) -> None:
    """Poll twice the same, then further."""
    first, second = ann.send_only("one"), ann.send_only("two")
    both = (await ask("getUpdates"))["result"]
    again = (await ask("getUpdates", offset=first.id))["result"]
    rest = (await ask("getUpdates", offset=second.id))["result"]

    assert (both, again, rest) == ([first.raw, second.raw], both, [second.raw])
    assert (first.done.is_set(), second.done.is_set()) == (True, False)


async def test_a_long_poll_ends_when_something_comes(ask: Ask, ann: Person) -> None:
    """Speak during the poll; a second poller ends the first."""
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask("getUpdates", timeout=9))
        await asyncio.sleep(0.05)
        second = group.create_task(ask("getUpdates", timeout=9))
        await asyncio.sleep(0.05)
        update = ann.send_only("hello")

    assert first.result()["error_code"] == 409
    assert second.result()["result"] == [update.raw]


async def test_polling_is_a_conflict_while_a_webhook_is_set(hook: Hook, ask: Ask) -> None:
    """Poll beside a webhook."""
    assert (await ask("getUpdates"))["error_code"] == 409


async def test_allowed_updates_are_remembered_when_omitted(
    ask: Ask, ann: Person, telegram: TelegramStandIn
) -> None:
    """Ask for messages only, then block."""
    await ask("getUpdates", allowed_updates=["message"])
    await ask("getUpdates")
    await ann.blocks()

    assert telegram.waiting == []


async def test_blocking_is_told_and_closes_the_door(ask: Ask, ann: Person) -> None:
    """Block, write, unblock."""
    with pytest.raises(TimeoutError, match="Ann blocks the bot"):
        await ann.blocks(timeout_s=0.01)
    [told] = (await ask("getUpdates"))["result"]
    refused = await ask("sendMessage", chat_id=ann.id, text="hi")

    assert told["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert refused["description"] == "Forbidden: bot was blocked by the user"


async def test_a_poller_gets_redelivered_and_unconfirmed_updates_again(
    telegram: TelegramStandIn, ann: Person
) -> None:
    """Lose an offset, then redeliver an old id, with aiogram's own loop."""
    async with aiogram_polls(telegram):
        telegram.lose_next_confirmation()
        await ann.says("hello")
        await telegram.redeliver(telegram.updates[-1])

    assert [one.text for one in ann.messages if one.from_bot] == ["You said: hello"] * 3


async def test_a_stale_button_can_still_be_tapped(ask: Ask, ann: Person) -> None:
    """Tap what was deleted meanwhile."""
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await ask("sendMessage", chat_id=ann.id, text="menu", reply_markup=keyboard)
    button = ann.messages[-1].button("Go")
    await ask("deleteMessage", chat_id=ann.id, message_id=button.message_id)

    query = ann.tap_only(button).raw["callback_query"]
    assert (query["data"], query["message"]["date"]) == ("go", 0)
