"""The outbox: a message is queued once, taken by one worker, and never goes back from its end."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ports import Database
from core.codes import message_id
from core.model import (
    Birthday,
    Channel,
    Member,
    MemberId,
    Money,
    Points,
    Purpose,
    Status,
    TierId,
    Title,
)
from core.program.sentences import DayOfYear, Listed, Sentence, Weekday
from core.tables import members, outbox, outbox_views, told
from core.tables.outbox import Message, Queued, State
from core.tables.told import Value
from core.transaction import Transaction

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ANN = MemberId(7)
LUCK = Random(1)


def a_message(occasion: str = "birthday/2026", **more: object) -> Message:
    message = Message(
        id=message_id(LUCK),
        member_id=ANN,
        campaign="birthday",
        occasion=occasion,
        purpose=Purpose.TRANSACTIONAL,
        key="notice-birthday",
        created_at=NOW,
        due_at=NOW,
        stale_at=NOW + timedelta(days=1),
        values={"points": Points(30), "day": date(2026, 12, 31)},
        buttons=(("button-rewards", "rewards"), ("button-cart", "")),
        url="https://shop.example/cart",
    )
    return replace(message, **more)  # type: ignore[arg-type]


def joined(tx: Transaction) -> None:
    ann = Member(
        id=ANN, status=Status.ACTIVE, name="Ann", language="en", card="c7", referral_code="r7",
        joined_at=NOW, balance=0, entries=0, tier=TierId("base"), tier_since=NOW,
    )  # fmt: skip
    assert members.add(tx, ann, source="")


@pytest.fixture
async def shop(database: Database) -> Database:
    """A database with Ann in it."""
    await database.run(joined)
    return database


def take(
    tx: Transaction, worker: str = "w", *, now: datetime = NOW, limit: int = 9
) -> list[Queued]:
    return outbox.lease(tx, now=now, worker=worker, until=now + MINUTE, limit=limit)


def begin(tx: Transaction, message: Message, worker: str = "w") -> bool:
    return outbox.begin(tx, message.id, worker, channel=Channel.TELEGRAM)


def state(tx: Transaction, message: Message) -> State:
    found = outbox_views.find(tx, message.id)
    assert found
    return found.state


async def test_what_is_queued_comes_back_as_it_went(shop: Database) -> None:
    message = a_message()

    def work(tx: Transaction) -> list[Queued]:
        assert outbox.queue(tx, message)
        return take(tx)

    [queued] = await shop.run(work)
    assert queued.message == message
    assert (queued.attempts, queued.sending) == (0, False)


async def test_an_occasion_is_queued_once(shop: Database) -> None:
    def work(tx: Transaction) -> list[bool]:
        return [outbox.queue(tx, a_message(occasion)) for occasion in ("a", "a", "b")]

    assert await shop.run(work) == [True, False, True]


async def test_a_message_is_taken_when_it_is_due_and_by_one_worker(shop: Database) -> None:
    def work(tx: Transaction) -> list[int]:
        outbox.queue(tx, a_message(due_at=NOW + MINUTE))
        return [
            len(take(tx)),
            len(take(tx, now=NOW + MINUTE)),
            len(take(tx, "other", now=NOW + MINUTE)),
        ]

    assert await shop.run(work) == [0, 1, 0]


async def test_transactional_messages_go_first_and_then_the_longest_due(shop: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        for occasion, purpose, minutes in [
            ("c", Purpose.MARKETING, 9), ("b", Purpose.TRANSACTIONAL, 1),
            ("a", Purpose.TRANSACTIONAL, 2), ("d", Purpose.MARKETING, 8),
        ]:  # fmt: skip
            due = NOW - minutes * MINUTE
            outbox.queue(tx, a_message(occasion, purpose=purpose, due_at=due))
        return [item.message.occasion for item in take(tx, limit=3)]

    assert await shop.run(work) == ["a", "b", "c"]


async def test_an_ended_lease_is_taken_over_and_says_whether_sending_was_begun(
    shop: Database,
) -> None:
    one, two = a_message("1"), a_message("2")

    def work(tx: Transaction) -> None:
        outbox.queue(tx, one)
        outbox.queue(tx, two)
        take(tx, "dead")
        assert begin(tx, one, "dead")
        found = take(tx, "alive", now=NOW + MINUTE)
        assert {item.message.id: item.sending for item in found} == {one.id: True, two.id: False}
        assert not begin(tx, two, "dead")
        assert not outbox.sent(tx, one.id, "dead", at=NOW)
        assert outbox.settle(tx, one.id, "alive", State.UNKNOWN, at=NOW, reason="crash")

    await shop.run(work)


async def test_leases_of_two_workers_at_once_share_nothing(shop: Database) -> None:
    def fill(tx: Transaction) -> None:
        for number in range(40):
            outbox.queue(tx, a_message(str(number)))

    def leasing(worker: str) -> Callable[[Transaction], list[Queued]]:
        return lambda tx: take(tx, worker, limit=7)

    await shop.run(fill)
    taken = await asyncio.gather(*[shop.run(leasing(f"w{number}")) for number in range(8)])
    ids = [item.message.id for page in taken for item in page]
    while page := await shop.run(leasing("last")):
        ids += [item.message.id for item in page]
    assert len(ids) == len(set(ids)) == 40


async def test_what_waits_again_is_taken_later_with_the_channels_left(shop: Database) -> None:
    message = a_message()

    def work(tx: Transaction) -> None:
        outbox.queue(tx, message)
        take(tx)
        assert begin(tx, message)
        later = NOW + 5 * MINUTE
        assert outbox.retry(tx, message.id, "w", at=later, reason="flood", channels=[Channel.SMS])
        assert take(tx, now=NOW + MINUTE) == []
        [again] = take(tx, now=later)
        assert (again.attempts, again.sending) == (1, False)
        assert again.message.channels == (Channel.SMS,)

    await shop.run(work)


async def test_what_is_cancelled_is_not_sent_even_if_a_worker_holds_it(shop: Database) -> None:
    waits, held, begun = a_message("waits"), a_message("held"), a_message("begun")

    def cancel(tx: Transaction, message: Message) -> bool:
        return outbox.cancel(tx, ANN, "birthday", message.occasion, at=NOW)

    def work(tx: Transaction) -> None:
        outbox.queue(tx, held)
        outbox.queue(tx, begun)
        take(tx)
        outbox.queue(tx, waits)
        assert begin(tx, begun)
        assert [cancel(tx, message) for message in (waits, held, begun)] == [True, True, False]
        assert not begin(tx, held)
        assert take(tx, now=NOW) == []
        assert outbox.sent(tx, begun.id, "w", at=NOW)

    await shop.run(work)


@pytest.mark.parametrize("end", [State.DELIVERED, State.FAILED, State.BLOCKED])
async def test_an_end_is_final_in_whatever_order_the_provider_tells_it(
    shop: Database, end: State
) -> None:
    message = a_message()

    def work(tx: Transaction) -> None:
        outbox.queue(tx, message)
        take(tx)
        begin(tx, message)
        # the provider may be faster than the worker's own commit
        assert outbox.progress(tx, message.id, end, at=NOW, provider_id="SM1")
        for later in (State.SENT, State.FAILED, State.DELIVERED, State.BLOCKED):
            assert not outbox.progress(tx, message.id, later, at=NOW)
        assert outbox.sent(tx, message.id, "w", at=NOW, provider_id="SM1", cost_micros=70)
        assert state(tx, message) is end
        assert take(tx, now=NOW + 9 * MINUTE) == []
        assert outbox_views.by_provider(tx, Channel.TELEGRAM, "SM1")
        assert outbox_views.spent(tx, Channel.TELEGRAM, NOW) == 70

    await shop.run(work)


async def test_a_doubt_is_resolved_by_the_provider(shop: Database) -> None:
    message = a_message()

    def work(tx: Transaction) -> None:
        outbox.queue(tx, message)
        take(tx)
        begin(tx, message)
        outbox.settle(tx, message.id, "w", State.UNKNOWN, at=NOW, reason="timeout")
        [doubt] = outbox_views.dead(tx, before=NOW + MINUTE, limit=9)
        assert doubt.message.id == message.id
        assert outbox.progress(tx, message.id, State.SENT, at=NOW)
        assert outbox_views.dead(tx, before=NOW + MINUTE, limit=9) == []

    await shop.run(work)


async def test_a_dead_letter_can_be_replayed_and_nothing_else(shop: Database) -> None:
    message = a_message()

    def replay(tx: Transaction) -> bool:
        return outbox.replay(tx, message.id, due=NOW, stale=NOW + MINUTE)

    def work(tx: Transaction) -> None:
        outbox.queue(tx, message)
        assert not replay(tx)
        take(tx)
        begin(tx, message)
        outbox.settle(tx, message.id, "w", State.FAILED, at=NOW, reason="21610")
        assert replay(tx)
        assert [item.message.id for item in take(tx)] == [message.id]

    await shop.run(work)


async def test_what_nobody_wants_to_hear_any_more_is_suppressed(shop: Database) -> None:
    def work(tx: Transaction) -> None:
        outbox.queue(tx, a_message("late", stale_at=NOW + MINUTE))
        outbox.queue(tx, a_message("fresh"))
        assert outbox.lapse(tx, now=NOW, limit=9) == 0
        assert outbox.lapse(tx, now=NOW + MINUTE, limit=9) == 1
        counts = outbox_views.counts(tx, since=NOW)
        assert counts == {
            ("birthday", State.QUEUED, ""): 1,
            ("birthday", State.SUPPRESSED, "stale"): 1,
        }

    await shop.run(work)


async def test_what_else_is_due_to_a_member_soon_is_taken_with_it(shop: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        for minutes in (0, 30, 90):
            outbox.queue(tx, a_message(str(minutes), due_at=NOW + minutes * MINUTE))
        take(tx, "other", limit=1)
        found = outbox.lease_of_member(
            tx, ANN, now=NOW, due=NOW + 60 * MINUTE, worker="w", until=NOW + MINUTE
        )
        return [item.message.occasion for item in found]

    assert await shop.run(work) == ["30"]


async def test_frequency_is_counted_from_what_was_sent(shop: Database) -> None:
    message = a_message()

    def work(tx: Transaction) -> None:
        outbox.queue(tx, message)
        assert outbox_views.oldest_due(tx, NOW) == NOW
        take(tx)
        begin(tx, message)
        assert outbox_views.sent_since(tx, ANN, NOW - MINUTE) == []
        outbox.sent(tx, message.id, "w", at=NOW)
        [sent] = outbox_views.sent_since(tx, ANN, NOW - MINUTE)
        assert (sent.campaign, sent.channel, sent.at) == ("birthday", Channel.TELEGRAM, NOW)
        assert outbox_views.oldest_due(tx, NOW) is None

    await shop.run(work)


async def test_of_a_forgotten_member_no_word_is_kept_or_sent(shop: Database) -> None:
    def work(tx: Transaction) -> None:
        outbox.queue(tx, a_message())
        outbox.forget_member(tx, ANN)
        [posted] = outbox_views.of_member(tx, ANN)
        assert posted.state is State.CANCELLED
        assert (posted.message.values, posted.message.url, posted.message.buttons) == ({}, "", ())
        assert take(tx) == []

    await shop.run(work)


async def test_finding_what_is_due_looks_at_what_is_due_alone(shop: Database) -> None:
    def plan(tx: Transaction) -> str:
        rows = tx.rows(
            "EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE purpose = :p AND next_at IS NOT NULL"
            " AND next_at <= :now ORDER BY next_at LIMIT 9",
            p="marketing",
            now=1,
        )
        return " ".join(str(row[-1]) for row in rows)

    if await shop.run(lambda tx: "sqlite" in type(tx).__name__.lower()):
        assert "outbox_next" in await shop.run(plan)


plain: st.SearchStrategy[Value] = st.one_of(
    st.integers(-(2**53), 2**53),
    st.text(max_size=20),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.integers(0, 2**40).map(Points),
    st.builds(Money, st.integers(0, 2**40), st.sampled_from(["EUR", "JPY"])),
    st.dictionaries(st.sampled_from(["", "en", "uk"]), st.text(min_size=1), min_size=1).map(Title),
    st.builds(Birthday, day=st.integers(1, 28), month=st.integers(1, 12)),
    st.builds(DayOfYear, st.integers(1, 12), st.integers(1, 28)),
    st.integers(0, 6).map(Weekday),
    st.just(Listed((Points(3), Title({"": "Tea"})), any_of=True)),
    st.just(Sentence("rules-detail", {"said": Sentence("x", {"n": Decimal("1.5")})})),
)


@given(values=st.dictionaries(st.text(min_size=1), plain, max_size=5))
def test_every_value_comes_back_as_it_was_written(values: dict[str, Value]) -> None:
    again = told.read(told.written(values))
    assert again == values
    assert [type(value) for value in again.values()] == [type(v) for v in values.values()]
