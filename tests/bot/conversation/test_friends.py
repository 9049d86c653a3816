"""What members are told of the friends they bring, and friends of the invitation."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import count
from random import Random

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming
from bot.conversation.router import Router
from bot.databases.opening import open_database
from bot.ports import Database
from bot.schedule import tick
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import Channel, OrderStatus
from core.tables import chats, members
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

REFERRAL = """[referral]
referrer = 100
friend = 50
minimum = "10.00"
hold_days = 14
at_most = 2
at_most_a_month = 1
velocity = 2
milestones = [{ friends = 3, points = 500, reward = "coffee" }]
"""
WRITTEN = '[referral]\nreferrer = 100\nfriend = 50\nminimum = "10.00"\n'
events = count(1)


class Street:
    """People in their chats, the shop behind them, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = datetime(2026, 3, 10, 12, tzinfo=UTC)
        self.acts: Acts

    async def opens(self, referral: str = REFERRAL) -> None:
        """Open the shop with that in its program."""
        text = CAFE.replace(WRITTEN, referral, 1)
        assert referral in text
        self.acts = await Acts.start(self.database, text, clock=lambda: self.now, random=Random(7))
        self.router = Router(self.database, self.acts)

    async def hears(self, who: str, text: str, language: str = "en") -> str:
        """What the bot answers to that."""
        incoming = Incoming(
            channel=Channel.CONSOLE, sender=who, event_id=str(next(events)), text=text, tap=False,
            name=who, language=language,
        )  # fmt: skip
        spoken = await self.router.answer(incoming)
        assert spoken
        return spoken.text

    async def joins(self, who: str, by: str = "") -> str:
        """They join, by the code of somebody."""
        code = f" {await self.code(by)}" if by else ""
        return await self.hears(who, f"join{code}")

    async def code(self, who: str) -> str:
        """Their invitation code."""

        def work(tx: Transaction) -> str:
            member_id = chats.find(tx, Channel.CONSOLE, who).member_id
            found = members.find(tx, member_id) if member_id else None
            assert found
            return found.referral_code

        return await self.database.read(work)

    async def buys(self, who: str, total: int = 2000) -> None:
        """They buy for so many cents."""

        def work(tx: Transaction) -> None:
            member_id = chats.find(tx, Channel.CONSOLE, who).member_id
            found = members.find(tx, member_id) if member_id else None
            assert found
            report = OrderReport(
                shop="eu",
                order_id=who,
                buyer=Buyer(card=found.card),
                placed_at=self.now,
                currency="EUR",
                total=total,
                shipping=0,
                tax=0,
                status=OrderStatus.PAID,
            )
            record_order(tx, self.acts.new(f"order {who}", actor="test"), report)

        await self.database.run(work)

    async def waits(self, day: int, month: int = 3) -> None:
        """Until noon of that day; the schedule does what is due."""
        self.now = datetime(2026, month, day, 12, tzinfo=UTC)
        await tick(self.database, self.acts)


@pytest.fixture
async def street(migrated_sqlite: str) -> AsyncIterator[Street]:
    """A street with a café that is not open yet."""
    database = await open_database(migrated_sqlite)
    try:
        yield Street(database)
    finally:
        await database.close()


async def test_each_friend_is_told_of_as_far_as_it_is(street: Street) -> None:
    await street.opens()
    await street.joins("Ann")
    for friend in ("Bob", "Cid", "Dan"):
        street.now = street.now.replace(minute=street.now.minute + 1)
        await street.joins(friend, by="Ann")
    await street.buys("Bob")
    await street.buys("Dan")
    before = await street.hears("Ann", "refer")
    await street.waits(25)
    after = await street.hears("Ann", "refer")

    assert "⏳ Bob, 10 March 2026 · on the way, comes on 25 March 2026" in before
    assert "▫️ Cid, 10 March 2026" in before
    assert "🔎 Dan, 10 March 2026 · being checked by the shop" in before
    assert "Joined: 3, bonus given for: 0." in before
    assert "✅ Bob, 10 March 2026" in after
    assert "Bonuses for friends so far: 1, at most 2." in after
    assert "Bonuses for friends this month: 1, at most 1." in after
    assert "Friends that count: 1 of 3. Then for you: 500 points and Free coffee" in after


async def test_who_is_beyond_a_limit_is_told_which(street: Street) -> None:
    await street.opens()
    await street.joins("Ann")
    for number, friend in enumerate(("Bob", "Cid", "Dan", "Eve")):
        await street.waits(1 + 8 * (number % 2), 3 + number // 2)
        await street.joins(friend, by="Ann")
        await street.buys(friend)
    await street.waits(1, 6)
    told = await street.hears("Ann", "refer")

    assert "✅ Bob" in told
    assert "☑️ Cid, 9 March 2026 · bonus for your friend only: you had reached that month" in told


async def test_a_friend_sees_their_own_bonus_on_the_way_and_being_checked(street: Street) -> None:
    await street.opens()
    await street.joins("Ann")
    for friend in ("Bob", "Cid", "Dan"):
        street.now = street.now.replace(minute=street.now.minute + 1)
        await street.joins(friend, by="Ann")
        await street.buys(friend)

    assert "comes on 25 March 2026" in await street.hears("Bob", "refer")
    assert "is being checked by the shop" in await street.hears("Dan", "refer")
    assert "own bonus" not in await street.hears("Ann", "refer")


@pytest.mark.parametrize(
    ("referral", "sentence"),
    [
        (WRITTEN, "After your first purchase of €10.00 or more: 50 points."),
        (WRITTEN.replace('minimum = "10.00"\n', ""), "After your first purchase: 50 points."),
        (
            WRITTEN.replace('minimum = "10.00"', 'paid = "joining"'),
            "invitation counts. For you: 50 points.",
        ),
        (WRITTEN.replace("friend = 50", "friend = 0"), "Your friend's invitation counts."),
        (
            WRITTEN.replace("friend = 50", 'friend = 0\nfriend_reward = "coffee"'),
            "After your first purchase of €10.00 or more: Free coffee.",
        ),
    ],
)
async def test_who_joins_is_told_what_the_invitation_brings(
    street: Street, referral: str, sentence: str
) -> None:
    await street.opens(referral)
    await street.joins("Ann")

    assert sentence in await street.joins("Bob", by="Ann")


async def test_without_a_bonus_for_friends_nothing_is_promised(street: Street) -> None:
    await street.opens("")
    await street.joins("Ann")

    assert "no bonus for inviting friends" in await street.hears("Ann", "refer")


async def test_a_link_with_nobodys_code_promises_nothing_and_stands_in_no_ones_way(
    street: Street,
) -> None:
    await street.opens()
    await street.joins("Ann")
    wrong = await street.hears("Bob", "start r_NOBODYS1")

    assert "I don't know this invitation code" in wrong
    assert "A friend invited you" not in wrong
    assert "I don't know" not in await street.hears("Bob", f"start r_{await street.code('Ann')}")
    assert "A friend invited you" in await street.hears("Bob", "start")
