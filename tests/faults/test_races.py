"""Everybody does it at once, or the channel delivers it again: on both engines, nothing breaks."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial
from random import Random
from typing import Any, TypeVar

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.router import Router
from bot.conversation.words import WORDS
from bot.ports import Database
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport, OrderResult
from core.joining import Newcomer, join_chat
from core.model import Channel, Colleague, Member, OrderStatus, Role
from core.rewards.redeeming import redeem
from core.tables import chats, dead_letters, ledger, members, staff, vouchers
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

T = TypeVar("T")

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PHONE = "+380501234567"
MORE = """
[[rewards]]
id = "mug"
kind = "gift"
title = "Mug"
cost = 10
stock = 1

[[earning]]
id = "birthday"
on = "birthday"
points = 9

[[earning]]
id = "own-day"
on = "multiplier"
factor = 2
when = { chosen_day = true }

[[plans]]
id = "club"
title = "Club"
price = "5.00"
period = "month"
trial_days = 30
"""
TABLES = (
    "members", "chats", "consents", "referrals", "entries", "lots", "moves", "operations",
    "orders", "vouchers", "stock", "feedback", "dead_letters", "past_bonuses",
    "raffles", "tickets", "causes", "donations", "pool_codes",
    "subscriptions", "payments", "grants", "agenda", "actions", "past_people",
)  # fmt: skip


class Shop:
    """A café with a real router over a real database; its clock stands."""

    def __init__(self, database: Database, acts: Acts) -> None:
        self.database = database
        self.acts = acts
        self.router = Router(database, acts)
        self.begun = 0
        self.events = 0

    async def says(self, who: str, text: str, event: str = "", **more: Any) -> Spoken:
        """Somebody says or taps something in a chat of their own."""
        self.events += 1
        incoming = Incoming(
            channel=more.pop("channel", Channel.TELEGRAM),
            sender=who,
            event_id=event or f"event {self.events}",
            text=text,
            name=who,
            language="en",
            **more,
        )
        spoken = await self.router.answer(incoming)
        assert spoken
        return spoken

    async def does(self, work: Callable[[Transaction], T]) -> T:
        """Run it as one transaction; how often it was begun shows who had to try again."""

        def counted(tx: Transaction) -> T:
            self.begun += 1
            return work(tx)

        return await self.database.run(counted)

    async def joins(self, who: str, *, brought_by: Member | None = None) -> Member:
        """Somebody joins, and gets 50 points for it."""

        def work(tx: Transaction) -> Member:
            chat = chats.take(tx, Channel.TELEGRAM, who)
            code = brought_by.referral_code if brought_by else None
            newcomer = Newcomer(name=who, language="en", referral_code=code)
            return join_chat(
                tx, self.acts.new("join", actor="member"), chat=chat, newcomer=newcomer
            ).member

        return await self.does(work)

    async def works(self, who: str, role: Role) -> None:
        """Somebody works here."""
        colleague = Colleague(
            channel=Channel.TELEGRAM, address=who, role=role, name=who, language="en",
            added_by="test", since=NOON,
        )  # fmt: skip
        await self.database.run(lambda tx: staff.put(tx, colleague))

    async def orders(
        self, card: str | None, number: str, euros: int, status: str = "paid"
    ) -> OrderResult:
        """The web shop reports an order."""
        report = OrderReport(
            shop="eu",
            order_id=number,
            buyer=Buyer(card=card),
            placed_at=NOON,
            currency="EUR",
            total=euros * 100,
            shipping=0,
            tax=0,
            status=OrderStatus(status),
        )
        act = self.acts.new(f"order {number}", actor="shop:eu")
        return await self.does(lambda tx: record_order(tx, act, report))

    async def balance(self, member: Member) -> int:
        """Every point the member has."""
        found = await self.database.read(lambda tx: members.find(tx, member.id))
        assert found
        return found.balance

    async def everything(self) -> dict[str, Counter[str]]:
        """Every row of every table, but for chats of which nothing is known."""
        return await self.database.read(
            lambda tx: {
                table: Counter(
                    repr(row)
                    for row in tx.rows(f"SELECT * FROM {table}")  # noqa: S608 our own tables
                    if table != "chats" or any(row[2:])
                )
                for table in TABLES
            }
        )


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[Shop]:
    """The café; afterwards its ledger adds up, no balance is negative and nothing met a bug."""
    acts = await Acts.start(database, CAFE + MORE, clock=lambda: NOON, random=Random(7))
    yield Shop(database, acts)
    assert await database.read(ledger.drifted) == []
    assert await database.read(dead_letters.count) == 0


def same(spoken: list[Spoken]) -> str:
    """The one text of all the answers."""
    [text] = {one.text for one in spoken}
    return text


def button(spoken: Spoken, command: str) -> str:
    """The button that begins so."""
    found = [
        one.command for row in spoken.buttons for one in row if one.command.startswith(command)
    ]
    return found[0]


async def test_twenty_taps_at_once_buy_one_coffee(shop: Shop) -> None:
    ann = await shop.joins("Ann")
    await shop.orders(ann.card, "1", 200)
    tap = button(await shop.says("Ann", "rewards"), "redeem coffee")
    answers = await asyncio.gather(*[shop.says("Ann", tap) for _ in range(20)])
    had = await shop.database.read(lambda tx: vouchers.of_member(tx, ann.id, limit=99))

    assert had[0].code in same(answers)
    assert (len(had), await shop.balance(ann)) == (1, 190)


async def test_twenty_taps_from_two_chats_of_one_member_buy_one_coffee(shop: Shop) -> None:
    """A chat's own row keeps its taps apart; here only the member's does."""
    ann = await shop.joins("Ann")
    await shop.database.run(lambda tx: chats.attach(tx, Channel.SMS, PHONE, ann.id))
    await shop.orders(ann.card, "1", 200)
    tap = button(await shop.says("Ann", "rewards"), "redeem coffee")
    taps = [
        shop.says("Ann", tap) if number % 2 else shop.says(PHONE, tap, channel=Channel.SMS)
        for number in range(20)
    ]

    same(await asyncio.gather(*taps))
    assert await shop.balance(ann) == 190


async def test_twenty_taps_on_join_make_one_member(shop: Shop) -> None:
    """A guest has no member's row to lock: the chat's is made and locked instead."""
    tap = button(await shop.says("Ann", "start"), "join")
    answers = await asyncio.gather(*[shop.says("Ann", tap) for _ in range(20)])
    rows = await shop.database.read(lambda tx: tx.rows("SELECT balance FROM members"))

    assert "50" in same(answers)
    assert rows == [(50,)]


async def test_join_said_twenty_times_at_once_makes_one_member(shop: Shop) -> None:
    await asyncio.gather(*[shop.says("Ann", "join") for _ in range(20)])
    rows = await shop.database.read(lambda tx: tx.rows("SELECT balance FROM members"))

    assert rows == [(50,)]


async def test_of_eight_who_want_the_last_mug_one_gets_it(shop: Shop) -> None:
    people = [f"Ann {number}" for number in range(8)]
    everybody = [await shop.joins(who) for who in people]
    answers = await asyncio.gather(*[shop.says(who, "redeem mug") for who in people])
    balances = [await shop.balance(one) for one in everybody]
    out = await shop.database.read(vouchers.issued)

    assert sorted(balances) == [40, *[50] * 7]
    assert list(out.values()) == [1]
    assert len({one.text for one in answers}) == 2


async def test_a_redemption_and_a_cancellation_at_once_never_make_a_debt(shop: Shop) -> None:
    everybody = [await shop.joins(f"Ann {number}") for number in range(6)]
    for one in everybody:
        await shop.orders(one.card, one.card, 20)
    acts = [shop.says(one.name, "redeem coffee") for one in everybody]
    returns = [shop.orders(one.card, one.card, 20, "cancelled") for one in everybody]
    await asyncio.gather(*[act for pair in zip(acts, returns, strict=True) for act in pair])

    for one in everybody:  # 70 points: the coffee first leaves 10, which go; else 50 are too few
        assert await shop.balance(one) in (0, 50)


async def test_different_acts_of_one_member_at_once_all_count(shop: Shop) -> None:
    ann = await shop.joins("Ann")
    await shop.orders(ann.card, "first", 300)
    acts: list[Any] = [shop.orders(ann.card, f"order {number}", 10) for number in range(8)]
    acts += [shop.does(partial(redeems, shop, ann, f"tap {number}")) for number in range(5)]
    await asyncio.gather(*acts)

    # Silver: 12.5 for each 10.00. What is left over is carried with its factor.
    assert await shop.balance(ann) == 50 + 300 + 8 * 25 // 2 - 5 * 60


def redeems(shop: Shop, member: Member, id: str, tx: Transaction) -> None:
    redeem(tx, shop.acts.new(id, actor="member"), member_id=member.id, reward_id="coffee")


async def test_a_chain_of_friends_who_order_at_once_does_not_lock_itself(shop: Shop) -> None:
    chain = [await shop.joins("Friend 0")]
    for number in range(1, 5):
        chain.append(await shop.joins(f"Friend {number}", brought_by=chain[-1]))
    shop.begun = 0
    orders = [
        shop.orders(one.card, f"{one.name} {number}", 10) for number in range(4) for one in chain
    ]
    await asyncio.gather(*orders)

    assert shop.begun == len(orders)  # nobody was a deadlock's victim and began again
    assert [await shop.balance(one) for one in chain] == [190, 240, 240, 240, 140]


async def test_an_order_put_twenty_times_at_once_earns_once(shop: Shop) -> None:
    ann = await shop.joins("Ann")
    results = await asyncio.gather(*[shop.orders(ann.card, "1", 30) for _ in range(20)])

    assert {result.awarded for result in results} == {30}
    assert await shop.balance(ann) == 80


async def test_an_order_whose_buyer_half_of_the_reports_name_earns_once(shop: Shop) -> None:
    ann = await shop.joins("Ann")
    cards = [ann.card, None]
    for number in range(2):
        reports = [shop.orders(card, str(number), 30) for card in cards * 5]
        await asyncio.gather(*reports)
        await shop.orders(ann.card, str(number), 30)

    assert await shop.balance(ann) == 50 + 2 * 30


SAID = {
    "start": "/start r_NOBODYS1",
    "join": "join +offers",
    "redeem": "redeem mug",
    "undo": "undo",
    "language": "language uk",
    "birthday": "birthday 24.12",
    "phone": "",
    "notifications": "notifications telegram marketing off",
    "pause": "pause",
    "resume": "resume",
    "leave": "leave",
    "forget": "forget yes",
    "feedback": "feedback The coffee was cold",
    "plan": "plan club apply",
    "day": "day 24.12",
    "help": "help",
    "claim": "claim",
    "merge": "merge",
    "number": "number yes",
    "city": "city Kyiv",
    "rate": "rate 5",
    "rate-words": "rate-words lovely",
    "survey": "survey",
    "survey-words": "survey-words lovely",
    "via": "via 1 points",
}
BEFORE = {
    "start": [],
    "join": [],
    "undo": ["join", "redeem coffee", "redeem mug"],
    "resume": ["join", "pause"],
}


def test_every_word_of_customers_that_writes_is_said_below() -> None:
    assert SAID.keys() >= {name for name, word in WORDS.items() if not (word.reads or word.role)}


@pytest.mark.parametrize("word", SAID)
async def test_an_update_delivered_again_changes_nothing(shop: Shop, word: str) -> None:
    for text in BEFORE.get(word, ["join"]):
        await shop.says("Ann", text)
    more = {"phone": PHONE} if word == "phone" else {}
    first = await shop.says("Ann", SAID[word], event="the same", **more)
    before = await shop.everything()
    again = await shop.says("Ann", SAID[word], event="the same", **more)

    assert again == first
    assert await shop.everything() == before


@pytest.mark.parametrize(
    ("word", "answer"), [("birthday", "24.12"), ("feedback", "It was cold"), ("day", "24.12")]
)
async def test_an_answer_delivered_again_changes_nothing(
    shop: Shop, word: str, answer: str
) -> None:
    await shop.says("Ann", "join")
    await shop.says("Ann", word)
    first = await shop.says("Ann", answer, event="the same")
    before = await shop.everything()
    again = await shop.says("Ann", answer, event="the same")

    assert again == first
    assert await shop.everything() == before


LATER: dict[str, tuple[list[str], str, str]] = {
    "an undo of nothing, and then a voucher": ([], "undo", "redeem mug"),
    "points too few, and then enough": ([], "redeem coffee", ""),
    "a pause that is over": ([], "pause", "resume"),
    "an answer, and then another question": (["feedback"], "It was cold", "feedback"),
    "not understood, and then a question": ([], "It was cold", "feedback"),
}


@pytest.mark.parametrize("case", LATER)
async def test_what_comes_again_does_nothing_to_what_happened_since(shop: Shop, case: str) -> None:
    before, said, since = LATER[case]
    ann = await shop.joins("Ann")
    for text in before:
        await shop.says("Ann", text)
    await shop.says("Ann", said, event="the same")
    if since:
        await shop.says("Ann", since)
    await shop.orders(ann.card, "1", 200)
    then = await shop.everything()
    await shop.says("Ann", said, event="the same")

    assert await shop.everything() == then


async def test_what_comes_again_does_not_say_what_is_true_no_more(shop: Shop) -> None:
    await shop.joins("Ann")
    paused = await shop.says("Ann", "pause", event="the same")
    await shop.says("Ann", "resume")
    again = await shop.says("Ann", "pause", event="the same")

    assert "send you nothing" in paused.text
    assert "second time" in again.text


@pytest.mark.parametrize("earlier", ["nothing", "undone"])
async def test_a_cashiers_undo_that_was_refused_does_not_undo_a_later_sale(
    shop: Shop, earlier: str
) -> None:
    ann = await shop.joins("Ann")
    await shop.works("Sam", Role.CASHIER)
    if earlier == "undone":
        await shop.says("Sam", f"order {ann.card} 10")
        await shop.says("Sam", "undo")
    first = await shop.says("Sam", "undo", event="the same")
    await shop.says("Sam", f"order {ann.card} 20")
    again = await shop.says("Sam", "undo", event="the same")

    assert await shop.balance(ann) == 70
    assert "second time" in again.text
    assert again.text != first.text


async def test_a_reason_that_comes_again_gives_nobody_else_points(shop: Shop) -> None:
    ann, ben = await shop.joins("Ann"), await shop.joins("Ben")
    await shop.works("Sam", Role.MANAGER)
    for event, text in [("", f"grant {ann.card} 5"), ("the same", "was kind"),
                        ("", f"grant {ben.card} 7"), ("the same", "was kind")]:  # fmt: skip
        await shop.says("Sam", text, event)

    assert [await shop.balance(one) for one in (ann, ben)] == [55, 50]


@pytest.mark.parametrize("word", [word for word in SAID if word != "forget"])
async def test_an_update_delivered_twice_at_once_counts_once(shop: Shop, word: str) -> None:
    for text in BEFORE.get(word, ["join"]):
        await shop.says("Ann", text)
    more = {"phone": PHONE} if word == "phone" else {}
    twice = [shop.says("Ann", SAID[word], event="the same", **more) for _ in range(2)]
    answers = await asyncio.gather(*twice)
    before = await shop.everything()
    again = await shop.says("Ann", SAID[word], event="the same", **more)

    assert again == answers[0] == answers[1]
    assert await shop.everything() == before
