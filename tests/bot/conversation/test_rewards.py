"""What a customer reads and taps to have a reward of each kind."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any

import pytest

from bot import schedule
from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.ports import Database
from core.adjusting import adjust
from core.model import Channel, MemberId, RewardId, VoucherCode
from core.rewards import redeeming
from core.tables import chats, pools, shop_codes
from core.transaction import Transaction
from tests.core.program.shelf import BIKE, CINEMA_CODE, FIRST_LOOK, LOUNGE

TEXTS = Texts.load()
POINTS = (
    """
name = "Corner Café"
currency = "EUR"
timezone = "Europe/Kyiv"
languages = ["en", "uk", "ru", "pl", "ro"]
points.en = { one = "point", other = "points" }
points.uk = { one = "бал", few = "бали", many = "балів", other = "бала" }
points.ru = { one = "балл", few = "балла", many = "баллов", other = "балла" }
points.pl = { one = "punkt", few = "punkty", many = "punktów", other = "punktu" }
points.ro = { one = "punct", few = "puncte", other = "de puncte" }

[[earning]]
id = "purchases"
on = "purchase"
points = 1
per = "1.00"

[[earning]]
id = "welcome"
on = "signup"
reward = "cake"

[[rewards]]
id = "points-off"
kind = "flexible"
title = "Pay with points"
points = 100
amount = "1.00"
at_least = 100
at_most = 5000
step = 50
minimum = "5.00"
max_share = "30"
without = { labels = ["sale"] }

[[rewards]]
id = "third"
kind = "percent_off"
title = "A third off"
percent = "30"
one_item = true
cost = 10
goods = { categories = ["toys"] }
voucher_days = 30

[[rewards]]
id = "tasting"
kind = "event"
title = "Tasting"
cost = 10
stock = 1
on = 2026-03-20
place = "Main Street"
"""
    + FIRST_LOOK
    + """
[[rewards]]
id = "give"
kind = "donation"
title = "Donate"
cost = 100
amount = "10.00"
causes = [
    { id = "wildlife", title = "Wildlife" },
    { id = "a-cause-whose-name-is-as-long-32", title = "Civil rights" },
]
"""
    + CINEMA_CODE
    + BIKE
    + LOUNGE
    + """
[[rewards]]
id = "cake"
kind = "gift"
title = "Cake"
"""
)
MONEY = """
name = "Corner Café"
currency = "EUR"
timezone = "Europe/Kyiv"
languages = ["en"]
unit = "money"

[[earning]]
id = "back"
on = "cashback"
percent = "2"

[[rewards]]
id = "wallet"
kind = "flexible"
title = "Pay from your wallet"
points = "1.00"
amount = "1.00"
at_least = "1.00"
"""


class Chat:
    """Ann's chat with the bot; the clock can be set."""

    def __init__(self, database: Database, acts: Acts, clock: list[datetime]) -> None:
        self.database = database
        self.acts = acts
        self.clock = clock
        self._router = Router(database, acts, texts=TEXTS)
        self._events = count()

    async def says(self, text: str, *, language: str = "en", tap: bool = False) -> Spoken:
        """Ann says or taps it."""
        spoken = await self._router.answer(
            Incoming(
                channel=Channel.CONSOLE,
                sender="Ann",
                event_id=str(next(self._events)),
                text=text,
                tap=tap,
                name="Ann",
                language=language,
            )
        )
        assert spoken
        return spoken

    async def asks(self, text: str, **more: Any) -> str:
        """What Ann is answered, on one line."""
        return " ".join((await self.says(text, **more)).text.replace("\xa0", " ").split())

    async def has(self, points: int) -> None:
        """The shop gives Ann points."""

        def work(tx: Transaction) -> None:
            member_id = chats.find(tx, Channel.CONSOLE, "Ann").member_id
            act = self.acts.new(f"gift {next(self._events)}", actor="test")
            adjust(tx, act, member_id=MemberId(member_id or 0), points=points, reason="a gift")

        await self.database.run(work)


Opens = Callable[[str], Awaitable[Chat]]


@pytest.fixture
def opens(database: Database) -> Opens:
    """Ann joins a program and has 1000 points."""

    async def work(text: str) -> Chat:
        clock = [datetime(2026, 3, 10, 12, tzinfo=UTC)]
        acts = await Acts.start(database, text, clock=lambda: clock[0], random=Random(7))
        chat = Chat(database, acts, clock)
        await chat.says("join")
        await chat.has(1000)
        return chat

    return work


@pytest.fixture
async def chat(opens: Opens) -> Chat:
    """Ann's chat in a program of points."""
    return await opens(POINTS)


def commands(spoken: Spoken) -> list[str]:
    """What the buttons do, without their nonces."""
    return [one.command.split(" ~")[0] for row in spoken.buttons for one in row]


def labels(spoken: Spoken) -> list[str]:
    """What stands on the buttons."""
    return [one.label for row in spoken.buttons for one in row]


async def test_a_reward_for_joining_is_told_and_there(opens: Opens) -> None:
    chat = await opens(POINTS)
    answer = await chat.asks("vouchers")

    assert "Cake" in answer
    assert "a present" in await chat.asks("history")
    why = await chat.asks("why 1")
    assert "a present. Nothing was taken for it. Reward: Cake." in why


async def test_the_list_says_what_each_reward_asks_for(chat: Chat) -> None:
    answer = await chat.asks("rewards")

    assert (
        "Pay with points – as much as you like, at least: 100 points (redeem points-off)" in answer
    )
    assert "Cinema – sold out" in answer
    assert "Lounge – open to you, nothing is taken (redeem lounge)" in answer
    assert "Cake" not in answer


async def test_amounts_are_offered_and_acted_on_once(chat: Chat) -> None:
    asked = await chat.says("redeem points-off")
    assert commands(asked)[:4] == [
        "redeem points-off 100",
        "redeem points-off 200",
        "redeem points-off 500",
        "redeem points-off 1000",
    ]
    assert labels(asked)[0] == "100 points → €1.00"
    tap = asked.buttons[1][0].command
    first, second = [await chat.asks(tap, tap=True) for _ in range(2)]

    assert first == second
    assert "Worth: €2.00" in first
    assert "Spent: 200 points. Left: 800 points." in first


async def test_a_typed_amount_acts_at_once_and_says_what_it_is_good_for(chat: Chat) -> None:
    answer = await chat.asks("redeem points-off 350")

    for said in ("Worth: €3.50", "orders of €5.00 or more", "at most 30% of an order", "sale"):
        assert said in answer


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("redeem points-off 60", "At least: 100 points."),
        ("redeem points-off 9000", "At most: 5,000 points."),
        ("redeem points-off 120", "The nearest: 100 points or 150 points."),
        ("redeem pay with points 1200", "Still missing: 200 points."),
        ("redeem points-off abc", "how much would you like to use? You have: 1,000 points."),
    ],
)
async def test_a_wrong_amount_is_answered_with_a_right_one(
    chat: Chat, typed: str, said: str
) -> None:
    assert said in await chat.asks(typed)


async def test_a_wrong_amount_has_a_button_to_choose_another(chat: Chat) -> None:
    assert commands(await chat.says("redeem points-off 60"))[0] == "redeem points-off"


@pytest.mark.parametrize("typed", ["5", "5.00", "5,00"])
async def test_in_a_program_of_money_a_sum_is_typed(opens: Opens, typed: str) -> None:
    chat = await opens(MONEY)
    answer = await chat.asks(f"redeem wallet {typed}")

    assert "Worth: €5.00" in answer
    assert "Left: €5.00." in answer


async def test_in_a_program_of_money_sums_are_offered(opens: Opens) -> None:
    chat = await opens(MONEY)
    asked = await chat.says("redeem wallet")

    assert labels(asked)[:4] == ["€1.00", "€2.00", "€5.00", "€10.00"]
    assert "Worth: €5.00" in await chat.asks(asked.buttons[2][0].command, tap=True)


async def test_a_cause_is_picked_and_thanked_for(chat: Chat) -> None:
    asked = await chat.says("redeem give")
    assert labels(asked)[:2] == ["💚 Wildlife", "💚 Civil rights"]
    answer = await chat.asks(asked.buttons[1][0].command, tap=True)

    assert "€10.00 for “Civil rights”. Thank you!" in answer
    assert "All together we have given “Civil rights”: €10.00." in answer
    assert "Civil rights – given so far: €10.00" in await chat.asks("rewards")
    assert "for your donation" in await chat.asks("why")


@pytest.mark.parametrize("typed", ["redeem give wildlife", "redeem donate Wildlife"])
async def test_a_cause_may_be_typed(chat: Chat, typed: str) -> None:
    assert "“Wildlife”. Thank you!" in await chat.asks(typed)


async def test_an_unknown_cause_is_answered_with_those_there_are(chat: Chat) -> None:
    asked = await chat.says("redeem give whales")

    assert "who shall get €10.00?" in asked.text
    assert commands(asked)[0] == "redeem give wildlife"


async def test_a_ticket_shows_the_seal_and_later_the_secret_number(chat: Chat) -> None:
    answer = await chat.asks("redeem bike")
    code = answer.partition("Your ticket: ")[2].split()[0]
    seal = answer.partition("SHA-256: ")[2].split()[0]
    assert len(seal) == 64
    assert "The draw: 20 March 2026" in answer
    assert f"A bicycle – {code}, draw: 20 March 2026" in await chat.asks("vouchers")
    chat.clock[0] = datetime(2026, 3, 20, 12, tzinfo=UTC)
    await schedule.tick(chat.database, chat.acts)

    shown = await chat.asks(f"vouchers {code}")
    assert "This ticket has won!" in shown
    assert "A bicycle" in await chat.asks("vouchers")


async def test_a_lost_ticket_is_told_with_all_that_proves_it(chat: Chat) -> None:
    codes = []
    for _ in range(2):
        answer = await chat.asks("redeem bike")
        codes.append(answer.partition("Your ticket: ")[2].split()[0])
    chat.clock[0] = datetime(2026, 3, 20, 12, tzinfo=UTC)
    await schedule.tick(chat.database, chat.acts)
    shown = [await chat.asks(f"vouchers {code}") for code in codes]

    [lost] = [text for text in shown if "no luck" in text]
    assert "The secret number: " in lost


async def test_a_partners_code_is_shown_and_kept(chat: Chat) -> None:
    add = partial(pools.add, reward_id=RewardId("cinema"), codes=["FILM-1"], after=0)
    await chat.database.run(add)
    answer = await chat.says("redeem cinema")

    assert "Code for City Cinema: FILM-1" in answer.text
    assert "undo" not in commands(answer)
    assert "Cinema – code for City Cinema: FILM-1" in await chat.asks("vouchers")


async def test_an_event_says_when_and_where(chat: Chat) -> None:
    answer = await chat.asks("redeem tasting")

    assert "When: 20 March 2026 Where: Main Street." in answer
    assert "sold out" in await chat.asks("redeem tasting")


async def test_early_access_says_from_when(chat: Chat) -> None:
    assert "Good from: 18 March 2026" in await chat.asks("redeem first-look")


async def test_a_voucher_that_is_over_says_what_became_of_it(chat: Chat) -> None:
    answer = await chat.asks("redeem third")
    code = answer.partition("Code: ")[2].split()[0]
    assert "30% off one order." in answer
    chat.clock[0] = datetime(2026, 5, 1, tzinfo=UTC)
    assert "Its last day: 9 April 2026" in await chat.asks(f"vouchers {code}")

    undone = (await chat.asks("redeem third")).partition("Code: ")[2].split()[0]
    await chat.asks("undo")
    assert "was undone" in await chat.asks(f"vouchers {undone}")


async def test_somebody_elses_code_is_not_told_about(chat: Chat) -> None:
    assert "can't be used" in await chat.asks("vouchers K7QD-9MXE-2HFW")


async def test_a_present_has_no_way_back_to_points(chat: Chat) -> None:
    code = (await chat.asks("vouchers")).partition("Cake – ")[2].split()[0]
    shown = await chat.says(f"vouchers {code}")

    assert "undo" not in commands(shown)
    assert "is final" in await chat.asks(f"undo {code}")


async def test_what_can_only_be_given_is_refused_in_a_sentence(chat: Chat) -> None:
    assert "it is given, not redeemed" in await chat.asks("redeem cake")


@pytest.mark.parametrize("language", ["uk", "ru", "pl", "ro"])
async def test_everything_can_be_said_in_every_language(chat: Chat, language: str) -> None:
    await chat.database.run(
        partial(pools.add, reward_id=RewardId("cinema"), codes=["FILM-1"], after=0)
    )
    await chat.says(f"language {language}")
    for text in (
        "rewards", "redeem points-off", "redeem points-off 350", "redeem points-off 1",
        "redeem third", "redeem tasting", "redeem tasting", "redeem first-look", "redeem give",
        "redeem give wildlife", "redeem cinema", "redeem bike", "redeem lounge", "redeem lounge",
        "redeem cake", "vouchers", "history", "why 1", "rewards", "undo",
    ):  # fmt: skip
        assert (await chat.says(text)).text


HELD = """
[[rewards]]
id = "five"
kind = "amount_off"
title = "5 off"
amount = "5.00"
cost = 60
hold = true
voucher_days = 10
"""


async def test_what_is_set_aside_for_a_voucher_is_told_from_first_to_last(opens: Opens) -> None:
    chat = await opens(POINTS + HELD)
    await chat.database.run(partial(shop_codes.connect, shops=["shopify"], now=chat.clock[0]))

    redeemed = await chat.asks("redeem five")
    assert "enter the code at the checkout" in redeemed
    assert "if you don't use the voucher, it comes back" in redeemed
    assert "set aside for voucher" in await chat.asks("why")
    chat.clock[0] += timedelta(days=12)
    await schedule.tick(chat.database, chat.acts)
    told = await chat.asks("history")
    assert "60 · set aside for voucher" in told
    assert "+60 · back from unused voucher" in told


async def test_what_was_set_aside_is_spent_when_the_voucher_is_used(opens: Opens) -> None:
    chat = await opens(POINTS + HELD)
    code = (await chat.says("redeem five")).code
    act = chat.acts.new("till", actor="test")
    await chat.database.run(partial(redeeming.use, act=act, code=VoucherCode(code)))

    assert "what was set aside for it is spent" in await chat.asks("why")
    assert "used, what was set aside is spent" in await chat.asks("history")
