"""earn: what there is to do for points, and how far the goals are."""

from datetime import UTC, datetime
from itertools import count

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.ports import Database
from bot.programs import preset_text
from core.earning import chances
from core.earning.acting import ActionReport, perform
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import Channel, OrderStatus
from core.tables import chats, members
from core.transaction import Transaction

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TEXTS = Texts.load()
RULES = """
[[earning]]
id = "review"
on = "action"
action = "review"
title = { en = "Review what you bought", uk = "Відгук про покупку", ru = "Отзыв о покупке", \
pl = "Opinia o zakupach", ro = "Recenzie la cumpărături" }
points = 5
limits = [{ every = "day", times = 1 }]

[[earning]]
id = "gold-only"
on = "action"
action = "party"
title = "Party"
points = 5
when = { tiers = ["gold"] }

[[earning]]
id = "card"
on = "challenge"
counts = "orders"
goal = 3
repeats = true
reward = "coffee"
title = "Coffee card"

[[earning]]
id = "month"
on = "challenge"
counts = "spend"
goal = "30.00"
every = "month"
points = 10

[[earning]]
id = "weeks"
on = "challenge"
counts = "weeks"
goal = 4
points = 100
title = "Four weeks"

"""


class Talk:
    """Ann talks with the bot of a café that has actions and goals."""

    def __init__(self, database: Database, acts: Acts) -> None:
        self.database = database
        self.acts = acts
        self._router = Router(database, acts, texts=TEXTS)
        self._events = count()

    async def says(self, text: str, language: str = "en") -> Spoken:
        """What the bot answers."""
        spoken = await self._router.answer(
            Incoming(
                channel=Channel.CONSOLE,
                sender="Ann",
                event_id=str(next(self._events)),
                text=text,
                name="Ann",
                language=language,
            )
        )
        assert spoken
        return spoken

    async def buys(self, number: int, total: int) -> None:
        """Ann's paid order of that many cents."""

        def work(tx: Transaction) -> None:
            report = OrderReport(
                shop="eu",
                order_id=str(number),
                buyer=Buyer(card=card_of(tx)),
                placed_at=NOW,
                currency=self.acts.program.currency,
                total=total,
                shipping=0,
                tax=0,
                status=OrderStatus.PAID,
            )
            record_order(tx, self.acts.new(f"order {number}", actor="test"), report)

        await self.database.run(work)

    async def reviews(self) -> None:
        """Ann reviews something."""

        def work(tx: Transaction) -> None:
            report = ActionReport(
                who={"card": card_of(tx)}, action="review", reference="1", occurred_at=NOW
            )
            perform(tx, self.acts.new("review", actor="test"), report)

        await self.database.run(work)


def card_of(tx: Transaction) -> str:
    """Ann's card."""
    member_id = chats.find(tx, Channel.CONSOLE, "Ann").member_id
    member = members.find(tx, member_id) if member_id else None
    assert member
    return member.card


@pytest.fixture
async def talk(database: Database) -> Talk:
    """Ann has joined."""
    text = preset_text("starter").replace("[[earning]]", RULES + "[[earning]]", 1)
    talk = Talk(database, await Acts.start(database, text, clock=lambda: NOW))
    await talk.says("join")
    return talk


async def test_it_lists_what_there_is_to_do_and_how_far_one_is(talk: Talk) -> None:
    await talk.buys(1, 12_50)

    text = (await talk.says("earn")).text

    assert "Review what you bought: 5 points." in text
    assert "Coffee card: Free coffee." in text
    assert "So far: 1 of 3" in text
    assert "So far: €12.50 of €30.00" in text
    assert "So far: 1 of 4" in text
    assert "Party" not in text


async def test_what_has_brought_all_it_can_is_said_so(talk: Talk) -> None:
    await talk.reviews()
    await talk.buys(1, 30_00)

    text = (await talk.says("earn")).text

    assert "✅ Review what you bought: you have had it for now." in text
    assert "✅ You have reached it. Well done!" in text


async def test_a_goal_that_repeats_begins_anew(talk: Talk) -> None:
    for number in range(4):
        await talk.buys(number, 1_00)

    assert "So far: 1 of 3" in (await talk.says("earn")).text


@pytest.mark.parametrize(
    ("language", "word", "title"),
    [
        ("uk", "заробити", "Відгук про покупку: 5 балів."),
        ("ru", "задания", "Отзыв о покупке: 5 баллов."),
        ("pl", "jak zbierac", "Opinia o zakupach: 5 punktów."),
        ("ro", "castiga", "Recenzie la cumpărături: 5 puncte."),
    ],
)
async def test_it_is_asked_and_answered_in_every_language(
    talk: Talk, language: str, word: str, title: str
) -> None:
    await talk.says(f"language {language}")

    assert title in (await talk.says(word, language)).text


async def test_a_program_without_actions_and_goals_says_there_is_nothing(
    database: Database,
) -> None:
    text = 'name = "A"\ncurrency = "EUR"\ntimezone = "UTC"\nlanguages = ["en"]\nunit = "money"\n'
    acts = await Acts.start(database, text)
    talk = Talk(database, acts)
    await talk.says("join")

    assert "every purchase counts." in (await talk.says("earn")).text
    assert not chances.has_any(acts.program)


async def test_how_it_works_leads_there(talk: Talk) -> None:
    spoken = await talk.says("rules")

    assert "earn" in [one.command for row in spoken.buttons for one in row]
