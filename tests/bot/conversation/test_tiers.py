"""What members are told of their tier, in the chat and on both engines."""

from datetime import UTC, datetime
from itertools import count

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming
from bot.conversation.router import Router
from bot.ports import Database
from bot.schedule import tick
from core import tiering
from core.awarding.baskets import OrderLine
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import Channel, OrderStatus
from core.program.values import LANGUAGES
from core.tables import members
from core.transaction import Transaction
from tests.core.program.cafe import CAFE
from tests.core.tiers import TIERS, tiers

GOLD = (
    'gold from = { spend = "500.00", orders = 12 }, keep = { spend = "300.00" }, factor = "1.5",'
    ' benefits = [{ kind = "discount", percent = "10" }, { kind = "perk", title = "A party" }]'
)
PLATINUM = 'platinum benefits = [{ kind = "free_shipping" }]'
NAMES = 'languages = ["en", "uk"]'
POINTS = """
[points.ru]
one = "балл"
few = "балла"
many = "баллов"
other = "балла"
[points.pl]
one = "punkt"
few = "punkty"
many = "punktów"
other = "punktu"
[points.ro]
one = "punct"
few = "puncte"
other = "puncte"
"""
events = count(1)


class Shop:
    """Ann in her chat, the shop behind it, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = datetime(2026, 3, 10, 12, tzinfo=UTC)

    async def start(self, *levels: str, more: str = "", window: str = "calendar_year") -> None:
        """Open the shop with those tiers; Ann joins."""
        text = TIERS.sub(lambda _: tiers(window, *levels, more=more), CAFE)
        text = text.replace('\ntier = "silver"', "")
        text = text.replace(NAMES, f"languages = {list(LANGUAGES)}").replace("'", '"')
        text = text.replace('{ en = "Silver", uk = "Срібло" }', '"Silver"')
        text = text.replace("[[earning]]", f"{POINTS}\n[[earning]]", 1)
        self.acts = await Acts.start(self.database, text, clock=lambda: self.now)
        self.router = Router(self.database, self.acts)
        await self.says("join")

    async def says(self, text: str, language: str = "en") -> str:
        """Ann says something."""
        incoming = Incoming(
            channel=Channel.CONSOLE,
            sender="ann",
            event_id=str(next(events)),
            text=text,
            name="Ann",
            language=language,
        )
        spoken = await self.router.answer(incoming)
        assert spoken
        return spoken.text

    async def sells(self, cents: int, order: str) -> None:
        """The shop reports an order of hers."""

        def work(tx: Transaction) -> None:
            [[card]] = tx.rows("SELECT card FROM members")
            report = OrderReport(
                shop="eu",
                order_id=order,
                buyer=Buyer(card=card),
                placed_at=self.now,
                currency="EUR",
                total=cents,
                shipping=0,
                tax=0,
                status=OrderStatus.PAID,
                lines=(OrderLine("MUG", 2, cents),),
            )
            record_order(tx, self.acts.new(order, actor="shop:eu"), report)

        await self.database.run(work)

    async def gives(self, tier: str) -> None:
        """Staff give her a tier."""

        def work(tx: Transaction) -> None:
            [[member_id]] = tx.rows("SELECT id FROM members")
            member = members.take(tx, member_id)
            act = self.acts.new("given", actor="staff:1")
            tiering.assign(tx, member, act, tier_id=tier, reason="Our best friend")

        await self.database.run(work)


@pytest.fixture
def shop(database: Database) -> Shop:
    """The shop, not open yet."""
    return Shop(database)


async def test_the_way_up_is_told_of_what_is_nearest(shop: Shop) -> None:
    await shop.start(GOLD, PLATINUM)
    await shop.sells(10000, "1")
    of_spend = await shop.says("tier")
    for number in range(2, 12):
        await shop.sells(100, str(number))
    of_orders = await shop.says("tier")

    assert of_spend == "Your tier: Bronze, since 10 March 2026.\nUntil Gold: purchases for €400.00."
    assert "Until Gold: 1 order." in of_orders


async def test_pieces_and_points_can_be_missing_too(shop: Shop) -> None:
    await shop.start("gold from = { items = 12 }", "black from = { points = 500 }")
    await shop.sells(1000, "1")
    pieces = await shop.says("tier")
    await shop.sells(1000, "2")
    for number in range(3, 7):
        await shop.sells(1000, str(number))

    assert "Until Gold: 10 pieces." in pieces
    assert "Until Black: 440 points." in await shop.says("tier")


async def test_a_tier_says_until_when_and_what_it_gives(shop: Shop) -> None:
    await shop.start(GOLD, PLATINUM)
    await shop.sells(50000, "1")

    assert await shop.says("tier") == (
        "Your tier: Gold, since 10 March 2026.\n"
        "Gold is yours until 31 December 2027.\n"
        "That is the highest tier. Thank you!\n"
        "For the same purchase you earn 1.5 times as much.\n"
        "What you have:\n"
        "– 10% off.\n"
        "– A party."
    )
    await shop.says("language uk")
    assert "1,5" in await shop.says("tier")


async def test_in_its_last_year_the_member_is_told_what_keeps_it(shop: Shop) -> None:
    await shop.start(GOLD)
    await shop.sells(50000, "1")
    shop.now = datetime(2027, 5, 1, 12, tzinfo=UTC)
    await shop.sells(10000, "2")

    text = await shop.says("tier")
    assert "Gold is yours until 31 December 2027." in text
    assert "Still to go to keep Gold for longer: purchases for €200.00." in text


async def test_the_days_of_grace_are_told_with_their_last_day(shop: Shop) -> None:
    await shop.start(GOLD, more="grace_days = 30")
    await shop.sells(50000, "1")
    shop.now = datetime(2028, 1, 1, 12, tzinfo=UTC)
    await tick(shop.database, shop.acts)

    text = await shop.says("tier")
    assert "The time of Gold is over, but it stays yours until 30 January 2028." in text
    assert "Still to go to keep Gold for longer: purchases for €300.00." in text


async def test_a_tier_that_staff_gave_is_named_so_and_explained(shop: Shop) -> None:
    await shop.start(GOLD, PLATINUM)
    await shop.gives("platinum")

    text = await shop.says("tier")
    assert "The shop gave it to you, and it has no end date." in text
    assert "– Free delivery." in text
    assert "your tier, by the shop" in await shop.says("history")
    assert "The reason given: Our best friend" in await shop.says("why")


async def test_where_all_are_alike_there_is_no_ladder(shop: Shop) -> None:
    await shop.start()

    told = "There are no tiers here: everything is the same for everybody."
    assert await shop.says("tier") == told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_tells_it(shop: Shop, language: str) -> None:
    await shop.start(GOLD, PLATINUM, more="grace_days = 30")
    await shop.sells(50000, "1")
    shop.now = datetime(2028, 1, 1, 12, tzinfo=UTC)
    await tick(shop.database, shop.acts)
    await shop.says(f"language {language}")
    await shop.gives("platinum")
    await shop.sells(50000, "2")

    assert "Platinum" in await shop.says("tier", language)
