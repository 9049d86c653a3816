"""What members are told of plans, and what they do about them, in the chat and on both engines."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.ports import Database
from bot.programs import preset_text
from bot.schedule import tick
from core.model import Channel, MemberId
from core.plans import subscribing
from core.program.values import LANGUAGES
from core.tables import ledger
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

MORE = """
[[plans]]
id = "club"
title = { en = "Club Plus", uk = "Клуб Плюс" }
price = "5.00"
period = "month"
benefits = [{ kind = "perk", title = "A seat by the window" }]
grants = [{ id = "monthly", every = "month", points = 5 }]

[[plans]]
id = "card"
title = "Café card"
period = "once"
approval = true

[[plans]]
id = "prime"
title = "Prime"
price = "9.00"
period = "month"
trial_days = 30

[[earning]]
id = "my-day"
on = "multiplier"
factor = "3"
when = { chosen_day = true }

[[earning]]
id = "share"
on = "dividend"
percent = "10"
paid_on = "03-01"
"""
TEXTS = Texts.load()
events = count(1)


class Chat:
    """Ann in her chat, the shop behind it, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = datetime(2026, 3, 10, 12, tzinfo=UTC)
        self.acts: Acts

    async def start(self, text: str) -> None:
        """Open the shop with that program."""
        self.acts = await Acts.start(self.database, text, clock=lambda: self.now)
        self.router = Router(self.database, self.acts)

    async def says(self, text: str, *, tap: bool = False, language: str = "en") -> Spoken:
        """Ann says or taps something."""
        incoming = Incoming(
            channel=Channel.CONSOLE, sender="ann", event_id=str(next(events)), text=text, tap=tap,
            name="Ann", language=language,
        )  # fmt: skip
        spoken = await self.router.answer(incoming)
        assert spoken
        return spoken

    async def taps(self, spoken: Spoken, label: str) -> Spoken:
        """Ann taps the button whose label begins so."""
        [command] = [
            button.command
            for row in spoken.buttons
            for button in row
            if button.label.startswith(label)
        ]
        return await self.says(command, tap=True)

    async def pays(self, plan: str, reference: str) -> None:
        """The shop takes her money."""

        def work(tx: Transaction) -> None:
            subscribing.pay(
                tx,
                self.acts.new(reference, actor="shop"),
                member_id=MemberId(tx.rows("SELECT id FROM members")[0][0]),
                plan_id=plan,
                paid_at=self.now,
                reference=reference,
            )

        await self.database.run(work)

    async def refunds(self, reference: str) -> None:
        """The shop gives it back."""
        act = self.acts.new(f"refund {reference}", actor="shop")
        await self.database.run(lambda tx: subscribing.refund(tx, act, reference=reference))

    async def decides(self, *, approve: bool) -> None:
        """The shop decides on her application for the card."""
        decide = subscribing.approve if approve else subscribing.close

        def work(tx: Transaction) -> None:
            member = MemberId(tx.rows("SELECT id FROM members")[0][0])
            act = self.acts.new("decide", actor="shop")
            decide(tx, act, member_id=member, plan_id="card")

        await self.database.run(work)


@pytest.fixture
async def chat(database: Database) -> Chat:
    """The café with plans, a day to choose and a dividend; Ann is a member without points."""
    chat = Chat(database)
    text = CAFE.replace('[[earning]]\nid = "welcome"\non = "signup"\npoints = 50\n', "")
    await chat.start(text + MORE)
    await chat.says("join")
    return chat


def labels(spoken: Spoken) -> list[str]:
    """The labels of its buttons."""
    return [button.label for row in spoken.buttons for button in row]


async def test_plans_are_shown_with_what_they_cost_and_give(chat: Chat) -> None:
    plans = await chat.says("plan")

    assert "Club Plus: €5.00 a month." in plans.text
    assert "A seat by the window" in plans.text
    assert "You can get it in the shop." in plans.text
    assert {"Apply: Café card", "Try it for free: Prime"} <= set(labels(plans))


async def test_a_bought_plan_says_until_when_and_what_comes_next(chat: Chat) -> None:
    await chat.pays("club", "1")
    plans = await chat.says("plan club plus")

    assert "Yours since 10 March 2026, paid until 9 April 2026." in plans.text
    assert "Café card" not in plans.text
    why = await chat.says("why")
    assert "+5 for your membership or tier." in why.text
    assert "Given for: Club Plus." in why.text


async def test_cancelling_asks_back_and_leaves_the_paid_time(chat: Chat) -> None:
    await chat.pays("club", "1")
    asked = await chat.taps(await chat.says("plan"), "Cancel: Club Plus")
    assert "until 9 April 2026. Cancel it?" in asked.text
    assert "paid until" in (await chat.taps(asked, "No, keep it")).text

    done = await chat.taps(asked, "Yes, cancel")
    assert done.text == "“Club Plus” is cancelled. It stays yours until 9 April 2026."
    assert (await chat.taps(asked, "Yes, cancel")).text == done.text
    plans = await chat.says("plan")
    assert "Cancelled, and still yours until 9 April 2026." in plans.text
    assert "Cancel: Club Plus" not in labels(plans)

    chat.now += timedelta(days=31)
    assert (await tick(chat.database, chat.acts))["promises kept"] == 1
    assert "yours" not in (await chat.says("plan club")).text


async def test_a_refund_is_told_in_the_history(chat: Chat) -> None:
    await chat.pays("club", "1")
    await chat.refunds("1")

    assert "membership gift taken back" in (await chat.says("history")).text
    assert "the payment or purchase that brought this gift" in (await chat.says("why")).text
    assert await chat.database.read(ledger.drifted) == []


async def test_what_was_promised_comes_with_the_tick_once(chat: Chat) -> None:
    await chat.pays("club", "1")
    await chat.pays("club", "2")
    chat.now += timedelta(days=32)

    assert (await tick(chat.database, chat.acts))["promises kept"] == 1
    assert (await tick(chat.database, chat.acts))["promises kept"] == 0
    assert "You have: 10 points" in (await chat.says("points")).text


@pytest.mark.parametrize("approve", [True, False])
async def test_an_application_is_made_and_answered(chat: Chat, *, approve: bool) -> None:
    plans = await chat.says("plan")
    applied = await chat.taps(plans, "Apply")
    assert "with the shop" in applied.text
    assert (await chat.taps(plans, "Apply")).text == applied.text
    assert "The shop will decide." in (await chat.says("plan card")).text

    await chat.decides(approve=approve)
    expected = "Yours since 10 March 2026." if approve else "did not accept"
    assert expected in (await chat.says("plan card")).text


async def test_an_application_is_withdrawn(chat: Chat) -> None:
    await chat.taps(await chat.says("plan"), "Apply")
    asked = await chat.taps(await chat.says("plan"), "Cancel: Café card")

    assert "Withdraw your application" in asked.text
    assert "is withdrawn" in (await chat.taps(asked, "Yes, cancel")).text


async def test_a_trial_begins_with_a_tap(chat: Chat) -> None:
    begun = await chat.taps(await chat.says("plan prime"), "Try it for free")

    assert "“Prime” is yours!" in begun.text
    assert "Free for you until 8 April 2026." in begun.text


async def test_a_guest_sees_the_plans_and_a_way_in(chat: Chat) -> None:
    await chat.says("forget yes ~00000000", tap=True)
    plans = await chat.says("plan")

    assert "Club Plus" in plans.text
    assert labels(plans) == ["Join"]
    assert "not a member" in (await chat.says("plan card apply")).text


async def test_an_unknown_plan_leads_to_the_list(chat: Chat) -> None:
    unknown = await chat.says("plan golf")

    assert "There is no membership “golf”." in unknown.text
    assert labels(unknown) == ["Memberships"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_program_without_plans_says_so(database: Database, language: str) -> None:
    chat = Chat(database)
    await chat.start(preset_text("starter"))
    await chat.says("join")
    typed = TEXTS.words(language, "word-plan")[0]
    await chat.says(f"language {language}")

    assert (await chat.says(typed)).text == TEXTS.label(language, "plan-none")


async def test_a_day_is_chosen_in_ones_own_words(chat: Chat) -> None:
    asked = await chat.says("day")
    assert "Which day shall be yours?" in asked.text
    done = await chat.says("15.03")
    assert "Your day: 15 March 2026" in done.text
    assert "Your day: 20 March 2026" in (await chat.says("day 20 March")).text
    assert "Your day: 20 March 2026" in (await chat.says("day")).text
    chat.now += timedelta(days=10)
    assert "Your day this year was 20 March 2026" in (await chat.says("day 25.03")).text
    assert "did not understand that day" in (await chat.says("day whenever")).text
    assert "can't be chosen" in (await chat.says("day 20.03.2030")).text


async def test_a_dividend_is_shown_before_it_is_paid_and_explained_after(chat: Chat) -> None:
    def bought(tx: Transaction) -> None:
        tx.rows("""UPDATE members SET counters = '{"share:2026":12345}'""")

    await chat.database.run(bought)
    assert "Dividend for 2026, paid on 1 March 2027: 12 points" in (await chat.says("points")).text


async def test_a_dividend_paid_explains_itself(chat: Chat) -> None:
    def bought(tx: Transaction) -> None:
        tx.rows("""UPDATE members SET counters = '{"share:2026":12345}'""")
        member = tx.rows("SELECT id FROM members")[0][0]
        at = int(datetime(2027, 3, 1, tzinfo=UTC).timestamp() * 1000)
        tx.rows(f"INSERT INTO agenda VALUES ({member}, 'dividend', 'share:2026', {at})")  # noqa: S608

    await chat.database.run(bought)
    chat.now = datetime(2027, 3, 1, 6, tzinfo=UTC)
    await tick(chat.database, chat.acts)
    why = (await chat.says("why")).text

    assert "+12, your share of a year's purchases." in why
    assert "The sum that counts: €123.45." in why
    assert "Your share of it: 10%." in why
    assert "Dividend" not in (await chat.says("points")).text
