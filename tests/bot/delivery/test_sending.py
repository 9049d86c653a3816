"""What is due is sent once, the way the channel's answers allow."""

import asyncio
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.conversation.messages import SpokenButton
from bot.ports import ChannelRefused, DatabaseUnavailable, TryLater, Undeliverable
from core.model import Purpose
from core.tables import chats, consents, outbox
from core.tables.outbox import State
from tests.bot.delivery.conftest import MARKETING, PHONE, SMS, TELEGRAM, TRANSACTIONAL, Shop, way

BY_SMS_TOO = ((TELEGRAM, MARKETING), (SMS, MARKETING), (SMS, TRANSACTIONAL))


async def test_a_due_message_is_worded_in_its_readers_language_and_sent_once(shop: Shop) -> None:
    ann = await shop.member(language="uk")
    id = await shop.message(ann, points=7)

    assert await shop.drain() == {"sent": 1}
    assert await shop.drain() == {}
    assert shop.telegram.texts == ["⭐ У вас: 7 балів."]
    posted = await shop.posted(id)
    assert (posted.state, posted.channel, posted.provider_id) == ("sent", "telegram", "sent-1")
    assert posted.sent_at is not None


async def test_no_button_leads_to_what_the_program_lacks(shop: Shop) -> None:
    shop.acts.program = shop.acts.program.model_copy(update={"rewards": ()})
    both = (("button-points", "points"), ("button-rewards", "rewards"))
    await shop.message(await shop.member(), buttons=both)
    await shop.drain()

    [spoken] = shop.telegram.spoken
    assert spoken.buttons == ((SpokenButton(label="⭐ My points", command="points"),),)


async def test_who_speaks_what_the_program_does_not_is_written_to_as_the_chat_answers(
    shop: Shop,
) -> None:
    shop.acts.program = shop.acts.program.model_copy(update={"languages": ("en",)})
    await shop.message(await shop.member(language="uk"), points=7)
    await shop.drain()

    assert shop.telegram.texts == ["⭐ You have: 7 points."]


async def test_buttons_say_commands_or_open_the_shop(shop: Shop) -> None:
    ann = await shop.member()
    await shop.message(
        ann, buttons=(("button-points", "points"), ("button-rewards", "")), url="https://a.example"
    )
    await shop.drain()

    [spoken] = shop.telegram.spoken
    assert spoken.buttons == (
        (SpokenButton(label="⭐ My points", command="points"),),
        (SpokenButton(label="🎁 Rewards", url="https://a.example"),),
    )


async def test_what_is_not_due_waits(shop: Shop) -> None:
    await shop.message(await shop.member(), due=shop.clock() + timedelta(hours=2))

    assert await shop.drain() == {}
    shop.clock.pass_(hours=2)
    assert await shop.drain() == {"sent": 1}


async def test_who_blocked_the_bot_is_texted_if_they_agreed(shop: Shop) -> None:
    ann = await shop.member(phone=PHONE, yes=BY_SMS_TOO)
    id = await shop.message(ann, purpose=MARKETING)
    shop.telegram.failures = [Undeliverable("bot was blocked")]

    assert (await shop.drain())["sent"] == 1
    assert shop.sms.texts == ["⭐ You have: 5 points."]
    assert (await shop.posted(id)).channel == "sms"
    [chat] = await shop.database.read(lambda tx: chats.of_member(tx, ann))
    assert chat.blocked_at == shop.clock()


async def test_nothing_is_tried_again_at_a_blocked_chat(shop: Shop) -> None:
    ann = await shop.member()
    shop.telegram.failures = [Undeliverable("bot was blocked")]
    first = await shop.message(ann)
    await shop.drain()
    second = await shop.message(ann)

    assert await shop.drain() == {"blocked": 1}
    assert [await shop.state(id) for id in (first, second)] == [State.BLOCKED, State.BLOCKED]
    assert len(shop.telegram.tried) == 1


async def test_a_message_that_telegram_dislikes_goes_by_sms_and_the_chat_stays_open(
    shop: Shop,
) -> None:
    ann = await shop.member(phone=PHONE, yes=BY_SMS_TOO)
    shop.telegram.failures = [Undeliverable("can't parse", gone=False)]
    await shop.message(ann)
    await shop.drain()
    await shop.message(ann)
    await shop.drain()

    assert (len(shop.sms.sent), len(shop.telegram.sent)) == (1, 1)


async def test_a_carriers_opt_out_is_a_no_to_texts(shop: Shop) -> None:
    ann = await shop.member(telegram=False, phone=PHONE, yes=BY_SMS_TOO)
    shop.sms.failures = [Undeliverable("21610", opted_out=True)]
    first = await shop.message(ann)
    await shop.drain()
    await shop.message(ann)
    await shop.drain()

    assert await shop.state(first) is State.BLOCKED
    assert len(shop.sms.tried) == 1
    said = await shop.database.read(lambda tx: consents.in_force(tx, ann))
    assert {(one.purpose, one.granted) for one in said if one.channel is SMS} == {
        (Purpose.MARKETING, False),
        (Purpose.TRANSACTIONAL, False),
    }


async def test_flood_control_stops_everybody_for_as_long_as_it_says(shop: Shop) -> None:
    ids = [await shop.message(await shop.member())]
    shop.telegram.failures = [TryLater(40, reason="flood control")]
    await shop.drain()
    ids += [await shop.message(await shop.member()) for _ in range(2)]
    while len(shop.telegram.sent) < 3:
        shop.clock.pass_(seconds=1)
        await shop.drain()

    first, *others = [at for at, _ in shop.telegram.tried]
    assert min(others) - first >= timedelta(seconds=40)
    assert len(others) == 3
    assert [(await shop.posted(id)).attempts for id in ids] == [1, 1, 1]


async def test_flood_control_of_an_answer_holds_the_outbox_too(shop: Shop) -> None:
    await shop.message(await shop.member())
    shop.ways[TELEGRAM].flooded_s = lambda: 30.0

    assert await shop.drain() == {}
    assert shop.telegram.tried == []


async def test_a_short_pause_is_waited_for(shop: Shop) -> None:
    await shop.message(await shop.member())
    shop.telegram.failures = [TryLater(2, reason="flood control")]
    await shop.drain()
    shop.clock.pass_(seconds=3)
    await shop.drain()

    assert len(shop.telegram.sent) == 1


async def test_a_broken_answer_is_tried_again_later_and_later(shop: Shop) -> None:
    id = await shop.message(await shop.member(), wanted_for=timedelta(days=30))
    shop.telegram.failures = [TryLater(reason="500")] * 4
    for _ in range(4 * 60):
        await shop.drain()
        shop.clock.pass_(seconds=10)

    moments = [at for at, _ in shop.telegram.tried]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps == sorted(gaps)
    assert await shop.state(id) is State.SENT
    assert (await shop.posted(id)).attempts == 5


async def test_what_fails_for_too_long_is_a_dead_letter_and_can_be_replayed(shop: Shop) -> None:
    id = await shop.message(
        await shop.member(), wanted_for=timedelta(days=30), channels=(TELEGRAM,)
    )
    shop.telegram.failures = [TryLater(reason="500")] * 10
    for _ in range(10):
        shop.clock.now = shop.clock.now.replace(hour=10) + timedelta(days=1)
        await shop.drain()

    assert await shop.state(id) is State.FAILED
    now = shop.clock()
    await shop.database.run(
        lambda tx: outbox.replay(tx, id, due=now, stale=now + timedelta(days=1))
    )
    shop.clock.pass_(minutes=1)
    assert await shop.drain() == {"sent": 1}


async def test_what_failed_on_telegram_for_too_long_goes_by_sms(shop: Shop) -> None:
    ann = await shop.member(phone=PHONE, yes=BY_SMS_TOO)
    await shop.message(ann, wanted_for=timedelta(days=30))
    shop.telegram.failures = [TryLater(reason="500")] * 10
    for _ in range(11):
        await shop.drain()
        shop.clock.now = shop.clock.now.replace(hour=10) + timedelta(days=1)

    assert (len(shop.telegram.tried), len(shop.sms.sent)) == (10, 1)


@pytest.mark.parametrize("purpose", [MARKETING, TRANSACTIONAL])
async def test_what_was_perhaps_sent_is_never_sent_again_by_itself(
    shop: Shop, purpose: Purpose
) -> None:
    ann = await shop.member(phone=PHONE, yes=BY_SMS_TOO)
    shop.telegram.failures = [TryLater(reason="timeout", maybe_sent=True)]
    id = await shop.message(ann, purpose=purpose)
    await shop.drain()
    shop.clock.pass_(hours=1)
    await shop.drain()

    assert await shop.state(id) is State.UNKNOWN
    assert (len(shop.telegram.tried), len(shop.sms.tried)) == (1, 0)


async def test_a_channel_that_breaks_counts_as_perhaps_sent(shop: Shop) -> None:
    shop.telegram.failures = [ZeroDivisionError()]
    ids = [await shop.message(await shop.member()) for _ in range(2)]
    await shop.drain()

    assert {await shop.state(id) for id in ids} == {State.UNKNOWN, State.SENT}


async def test_wrong_credentials_cost_no_message_its_attempts(shop: Shop) -> None:
    id = await shop.message(await shop.member())
    shop.telegram.failures = [ChannelRefused("401")] * 20
    for _ in range(21):
        await shop.drain()
        shop.clock.pass_(minutes=2)

    assert await shop.state(id) is State.SENT
    assert (await shop.posted(id)).attempts == 1


async def test_an_outage_is_found_out_by_few_messages(shop: Shop) -> None:
    for _ in range(100):
        await shop.message(await shop.member())
    shop.ways[TELEGRAM] = way(shop.telegram, shop.clock, per_second=30)
    shop.telegram.failures = [TryLater(reason="500")] * 1000
    for _ in range(30):
        await shop.drain()
        shop.clock.pass_(seconds=1)

    assert len(shop.telegram.tried) < 100


async def test_a_message_that_can_not_be_worded_does_not_keep_the_others(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    broken = await shop.message(await shop.member(), key="no-such-key")
    fine = await shop.message(await shop.member())
    await shop.drain()

    assert (await shop.state(broken), await shop.state(fine)) == (State.FAILED, State.SENT)
    assert str(broken) in caplog.text


async def test_the_log_says_what_became_of_a_message_and_what_it_was_about(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    id = await shop.message(await shop.member(), campaign="receipt")
    await shop.drain()

    assert f"message {id}, receipt {id}: sent" in caplog.text  # the occasion is its own number here


async def test_two_workers_at_once_send_each_message_once(shop: Shop) -> None:
    for _ in range(100):
        await shop.message(await shop.member())

    await asyncio.gather(*[shop.drain() for _ in range(4)])

    addresses = [address for address, _ in shop.telegram.sent]
    assert (len(addresses), len(set(addresses))) == (100, 100)


async def test_workers_without_turns_still_send_each_message_once(shop: Shop) -> None:
    for _ in range(100):
        await shop.message(await shop.member())
    workers = [shop.delivery() for _ in range(4)]

    await asyncio.gather(*[worker._some(None) for worker in workers])

    addresses = [address for address, _ in shop.telegram.sent]
    assert (len(addresses), len(set(addresses))) == (100, 100)


async def test_a_worker_that_dies_before_it_sends_loses_nothing(shop: Shop) -> None:
    id = await shop.message(await shop.member())
    dead = shop.delivery()
    dead._taker.ways = shop.ways.keys()
    await dead._taker.take(10)

    assert await shop.drain() == {}
    shop.clock.pass_(minutes=3)
    assert await shop.drain() == {"sent": 1}
    assert await shop.state(id) is State.SENT


async def test_a_worker_that_dies_while_it_sends_leaves_it_unknown(shop: Shop) -> None:
    id = await shop.message(await shop.member())
    dead = shop.delivery()
    dead._taker.ways = shop.ways.keys()
    [letter] = (await dead._taker.take(10)).letters
    assert await dead._taker.begin(letter)
    shop.clock.pass_(minutes=3)

    assert await shop.drain() == {"unknown": 1}
    assert shop.telegram.tried == []
    assert await shop.state(id) is State.UNKNOWN


async def test_a_worker_that_was_asleep_sends_nothing_that_another_has(shop: Shop) -> None:
    await shop.message(await shop.member())
    sleepy = shop.delivery()
    sleepy._taker.ways = shop.ways.keys()
    [letter] = (await sleepy._taker.take(10)).letters
    shop.clock.pass_(minutes=3)
    await shop.drain()

    assert await sleepy._taker.begin(letter) is None
    assert len(shop.telegram.sent) == 1


async def test_what_is_cancelled_before_its_turn_is_not_sent(shop: Shop) -> None:
    ann = await shop.member()
    id = await shop.message(ann)
    worker = shop.delivery()
    worker._taker.ways = shop.ways.keys()
    [letter] = (await worker._taker.take(10)).letters
    now = shop.clock()
    await shop.database.run(lambda tx: outbox.cancel(tx, ann, "test", str(id), at=now))

    assert await worker._taker.begin(letter) is None
    assert await shop.state(id) is State.CANCELLED


async def test_an_outcome_is_written_although_the_database_is_away_for_a_moment(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = await shop.message(await shop.member())
    worker = shop.delivery()
    run, outages = shop.database.run, [DatabaseUnavailable("away")] * 2

    async def flaky(work: object) -> object:
        if shop.telegram.sent and outages:
            raise outages.pop()
        return await run(work)  # type: ignore[arg-type]

    monkeypatch.setattr(shop.database, "run", flaky)
    await worker.drain()

    assert await shop.state(id) is State.SENT


async def test_a_stop_finishes_what_is_in_the_air(shop: Shop) -> None:
    for _ in range(100):
        await shop.message(await shop.member())
    shop.ways[TELEGRAM] = way(shop.telegram, shop.clock, per_second=30)
    stop = asyncio.Event()
    shop.telegram.before_send = stop.set
    await shop.delivery().drain(stop)

    assert 0 < len(shop.telegram.sent) < 100
    await shop.drain()
    assert len({address for address, _ in shop.telegram.sent}) == len(shop.telegram.sent)
