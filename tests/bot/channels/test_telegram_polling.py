"""Polling with both adapters: order, confirmation, troubles and the end."""

import asyncio
import time

from bot.channels.telegram.bot import Telegram
from bot.channels.telegram.hearing import Raw
from bot.channels.telegram.polling import Polling
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.conftest import polling
from tests.bot.channels.talk import Talk


async def test_one_senders_messages_stay_in_order(
    adapter: Telegram, ann: Person, talk: Talk
) -> None:
    """Even when the first is slow."""
    talk.pauses_s["1"] = 0.2
    for text in ("1", "2", "3"):
        ann.send_only(text)
    async with polling(adapter):
        await ann.hears(3)

    assert talk.texts == ["1", "2", "3"]


async def test_a_slow_sender_does_not_hold_others(
    adapter: Telegram, ann: Person, bob: Person, talk: Talk
) -> None:
    """Not in the same batch, and not in the next one."""
    talk.pauses_s["slow"] = 2.4
    ann.send_only("slow")
    bob.send_only("quick")
    async with polling(adapter):
        await bob.hears(timeout_s=30)
        bob.send_only("again")
        await bob.hears(timeout_s=30)

    assert talk.texts == ["quick", "again", "slow"]


async def test_nothing_is_confirmed_beyond_a_failed_update(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person, bob: Person, talk: Talk
) -> None:
    """Bob is served, but a crash now would bring both updates again."""
    talk.outages = 1
    ann.send_only("first")
    async with polling(adapter):
        bob.send_only("second")
        await bob.hears()
        waiting = len(telegram.waiting)
        await ann.hears()

    assert waiting == 2
    assert telegram.waiting == []
    assert talk.texts == ["second", "first"]


async def test_stopping_finishes_and_confirms_what_is_in_hand(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """And does not sit out the long poll."""
    talk.pauses_s["points"] = 0.3
    async with polling(adapter):
        ann.send_only("points")
        await asyncio.sleep(0.15)
        stopped_at = time.monotonic()

    assert time.monotonic() - stopped_at < 2
    assert talk.texts == ["points"]
    assert telegram.waiting == []
    assert [message.text for message in ann.messages] == ["points", "You said points"]


async def test_stopping_leaves_unconfirmed_what_the_database_did_not_take(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """It comes again after the restart."""
    talk.outages = 100
    async with polling(adapter):
        ann.send_only("points")
        await asyncio.sleep(0.15)

    assert len(telegram.waiting) == 1
    assert talk.texts == []


async def test_a_lost_confirmation_brings_the_update_again(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Redelivery reaches the conversation with the same event id."""
    telegram.lose_next_confirmation()
    async with polling(adapter):
        await ann.says("points")

    assert len(talk.heard) == 2
    assert talk.heard[0].event_id == talk.heard[1].event_id


async def test_polling_takes_a_webhook_away_and_keeps_what_waits(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """getUpdates answers 409 while a webhook is set."""
    await adapter.set_webhook("https://cafe.invalid/telegram", "s3cret")
    ann.send_only("points")
    async with polling(adapter):
        await ann.hears()

    assert telegram.webhook is None


async def test_polling_outlives_telegrams_troubles(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """After a pause it asks again."""
    telegram.fail_next("getUpdates", Failure.bad_gateway())
    async with polling(adapter):
        [reply] = await ann.says("points")

    assert reply.text == "You said points"


async def test_a_second_poller_is_waited_out(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """409 is logged, not fatal: during an update the old process polls on for a moment."""
    telegram.fail_next("getUpdates", Failure.error(409, "Conflict: terminated by other getUpdates"))
    async with polling(adapter):
        [reply] = await ann.says("points")

    assert reply.text == "You said points"


async def test_the_wanted_updates_are_named_every_time(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """Left out, Telegram would keep whatever was asked for before."""
    async with polling(adapter):
        await ann.says("points")

    wanted = [
        "message", "callback_query", "my_chat_member", "pre_checkout_query", "subscription",
    ]  # fmt: skip
    assert all(call.get("allowed_updates") == wanted for call in telegram.calls_of("getUpdates"))


async def test_many_people_at_once_are_all_answered_once(
    adapter: Telegram, telegram: TelegramStandIn, talk: Talk
) -> None:
    """More than one batch holds."""
    people = [telegram.person(5000 + number) for number in range(150)]
    for person in people:
        person.send_only("points")
    async with polling(adapter):
        for person in people:
            await person.hears(timeout_s=30)

    assert sorted(incoming.sender for incoming in talk.heard) == sorted(str(p.id) for p in people)


async def test_nobody_is_remembered_after_being_served(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """Memory must not grow with the number of people."""
    async with polling(adapter):
        await ann.says("points")

    application = getattr(adapter, "_application", None)
    assert not (application and (application.user_data or application.chat_data))


async def test_updates_in_disorder_are_fed_in_their_order_and_once() -> None:
    stop, fed = asyncio.Event(), list[int]()
    waiting = [{"update_id": id, "message": {"from": {"id": 1}}} for id in (3, 1, 2)]

    async def fetch(offset: int | None, wait_s: int) -> list[Raw]:
        left = [one for one in waiting if int(str(one["update_id"])) >= (offset or 0)]
        if not left:
            stop.set()
        return [*left]

    async def feed(raw: Raw) -> None:
        fed.append(raw["update_id"])

    await Polling(open=_nothing, fetch=fetch, feed=feed, stop=stop).run()

    assert fed == [1, 2, 3]


async def _nothing() -> None:
    """There is nothing to open."""
