"""Plans bought in the chat: who may, for how much, and what a payment does; on both engines."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Settlement, Spoken, StarPayment
from bot.conversation.router import Router
from bot.ports import Database, DatabaseUnavailable
from bot.schedule import tick
from core import leaving
from core.model import Channel, MemberId, Status
from core.plans import subscribing
from core.program.loading import load
from core.tables import chats, dead_letters, ledger, members, payments
from core.tables.payments import Payment
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

PLANS = """
[[plans]]
id = "club"
title = "Club"
stars = 250
period = "month"
benefits = [{ kind = "perk", title = "A seat by the window" }]

[[plans]]
id = "year"
title = "Year card"
price = "40.00"
stars = 2500
period = "year"
benefits = [{ kind = "perk", title = "A seat by the window" }]

[[plans]]
id = "circle"
title = "Circle"
stars = 900
period = "once"
approval = true
benefits = [{ kind = "perk", title = "A seat by the window" }]
"""
TELEGRAM, CONSOLE = Channel.TELEGRAM, Channel.CONSOLE
events = count(1)


class Chat:
    """Ann in Telegram, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = datetime(2026, 1, 31, 12, tzinfo=UTC)
        self.acts: Acts

    async def start(self, text: str) -> None:
        """Open the shop with that program."""
        self.acts = await Acts.start(self.database, text, clock=lambda: self.now)
        self.router = Router(self.database, self.acts)

    async def on(self, day: str) -> None:
        """Noon of that day, after the schedule."""
        self.now = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
        await tick(self.database, self.acts)

    async def says(self, text: str, channel: Channel = TELEGRAM) -> Spoken:
        """Ann says or taps something."""
        return await self.hears(_incoming(text, channel))

    async def hears(self, incoming: Incoming) -> Spoken:
        """The bot's answer."""
        spoken = await self.router.answer(incoming)
        assert spoken
        return spoken

    async def may_pay(self, stars: int, plan: str = "club") -> str:
        """What Telegram is told when Ann is about to pay."""
        return await self.router.checkout(_about(stars, plan))

    async def pays(self, charge: str, plan: str = "club", **more: object) -> Spoken:
        """Ann has paid."""
        return await self.hears(self.payment(charge, plan, **more))

    def payment(self, charge: str, plan: str = "club", **more: object) -> Incoming:
        """What Telegram tells of her payment: of the club's price, for 30 days."""
        stars = {"club": 250, "year": 2500, "circle": 900}.get(plan, 1)
        given = {"until": self.now + timedelta(days=30), "renews": True} if plan == "club" else {}
        money = StarPayment(
            payload=f"plan:{plan}:0123abcd", stars=stars, charge=charge, at=self.now,
            **given | more,  # type: ignore[arg-type]  # the test says which
        )  # fmt: skip
        return replace(_incoming("", TELEGRAM), event_id=f"paid:{charge}", money=money)

    async def paid(self) -> list[Payment]:
        """What is in the books."""

        def work(tx: Transaction) -> list[Payment]:
            return payments.of_member(tx, MemberId(tx.rows("SELECT id FROM members")[0][0]))

        return await self.database.read(work)

    async def now_is(self, status: Status) -> None:
        """The shop changes what Ann is."""

        def work(tx: Transaction) -> None:
            member = MemberId(tx.rows("SELECT id FROM members")[0][0])
            if status is Status.LEFT:
                leaving.leave(tx, self.acts.new("leaves", actor="test"), member_id=member)
            members.set_status(tx, member, status)

        await self.database.run(work)


def _incoming(text: str, channel: Channel) -> Incoming:
    return Incoming(
        channel=channel, sender="1001", event_id=str(next(events)), text=text, name="Ann",
        language="en",
    )  # fmt: skip


def _about(stars: int, plan: str) -> Incoming:
    money = StarPayment(payload=f"plan:{plan}:0123abcd", stars=stars)
    return replace(_incoming("", TELEGRAM), money=money)


@pytest.fixture
async def chat(database: Database) -> Chat:
    """The café with plans for stars; Ann is a member."""
    chat = Chat(database)
    await chat.start(CAFE + PLANS)
    await chat.says("join")
    return chat


def labels(spoken: Spoken) -> list[str]:
    """The labels of its buttons."""
    return [button.label for row in spoken.buttons for button in row]


async def test_what_is_sold_here_is_not_sent_to_the_shop(chat: Chat) -> None:
    plans = await chat.says("plan")

    assert {"Buy: Club", "Buy: Year card", "Apply: Circle"} <= set(labels(plans))
    assert "in the shop" not in plans.text


async def test_other_channels_name_the_way(chat: Chat) -> None:
    await chat.says("join", CONSOLE)
    plans = await chat.says("plan", CONSOLE)

    assert not [label for label in labels(plans) if label.startswith("Buy")]
    assert "You can buy it in our Telegram bot." in plans.text
    assert "You can get it in the shop." in plans.text
    refused = await chat.says("plan club buy", CONSOLE)
    assert refused.invoice is None
    assert "you can buy it in our Telegram bot" in refused.text


async def test_the_invoice_says_what_is_paid_and_for_what(chat: Chat) -> None:
    club, year = await chat.says("plan club buy"), await chat.says("plan year card buy")

    assert club.invoice
    assert year.invoice
    assert (club.invoice.title, club.invoice.stars, club.invoice.renews) == ("Club", 250, True)
    assert (year.invoice.label, year.invoice.renews) == ("Pay 2,500 ⭐", False)
    assert club.invoice.payload.startswith("plan:club:")
    assert "renewed every 30 days until you cancel it" in club.text
    assert "does not renew by itself" in year.text


async def test_the_price_of_now_can_be_paid(chat: Chat) -> None:
    assert await chat.may_pay(250) == ""
    assert "is 250 ⭐ now" in await chat.may_pay(200)
    assert "no membership" in await chat.may_pay(250, "golf")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (Status.BLOCKED, "Your membership is blocked"),
        (Status.LEFT, "You have left"),
        (Status.ERASED, "not a member"),
    ],
)
async def test_who_may_not_take_part_may_not_pay(chat: Chat, status: Status, why: str) -> None:
    await chat.now_is(status)

    assert why in await chat.may_pay(250)


async def test_nobody_pays_for_what_needs_approval_or_is_held(chat: Chat) -> None:
    assert "has to approve" in await chat.may_pay(900, "circle")
    await chat.says("plan circle apply")
    act = chat.acts.new("approve", actor="shop")

    def approve(tx: Transaction) -> None:
        member = MemberId(tx.rows("SELECT id FROM members")[0][0])
        subscribing.approve(tx, act, member_id=member, plan_id="circle")

    await chat.database.run(approve)
    assert "Buy: Circle" in labels(await chat.says("plan circle"))
    assert await chat.may_pay(900, "circle") == ""
    await chat.pays("c1", "circle")
    assert "is yours already, for good" in await chat.may_pay(900, "circle")


async def test_a_year_can_be_paid_again_in_its_last_month(chat: Chat) -> None:
    await chat.pays("y1", "year")
    assert "paid until 30 January 2027" in await chat.may_pay(2500, "year")
    assert labels(await chat.says("plan year"))[0] == "Cancel: Year card"
    await chat.on("2027-01-05")
    assert labels(await chat.says("plan year"))[0] == "Buy: Year card"
    assert await chat.may_pay(2500, "year") == ""
    again = await chat.pays("y2", "year")
    assert "paid until 30 January 2028" in again.text


async def test_what_renews_by_itself_is_not_sold_twice(chat: Chat) -> None:
    await chat.pays("s1")
    await chat.on("2026-02-25")
    assert "yours already" in await chat.may_pay(250)
    await chat.says("plan club cancel yes")
    assert await chat.may_pay(250) == ""


async def test_a_short_month_leaves_no_gap_before_the_renewal(chat: Chat) -> None:
    """February has 28 days, Telegram's month always 30."""
    await chat.pays("s1")
    for day in ("2026-02-28", "2026-03-02"):
        await chat.on(day)
        assert "✅ Yours since 31 January 2026" in (await chat.says("plan club")).text
    renewed = await chat.pays("s2", first=False)
    assert "“Club” is renewed" in renewed.text
    assert "paid until 30 March 2026" in renewed.text
    await chat.on("2026-04-03")
    assert "✅" not in (await chat.says("plan club")).text


async def test_a_payment_is_booked_once_under_telegrams_name(chat: Chat) -> None:
    first, told = chat.payment("s1"), []
    for _ in range(3):
        told.append((await chat.hears(first)).text)
    await chat.pays("s2", first=False)

    assert len(set(told)) == 1
    assert [(one.reference, one.charge, one.amount, one.currency) for one in await chat.paid()] == [
        ("s1", "s1", 250, "XTR"),
        ("s2", "s1", 250, "XTR"),
    ]
    assert await chat.database.read(ledger.drifted) == []


@pytest.mark.parametrize("since", ["plan gone", "member forgotten"])
async def test_what_is_booked_is_not_given_back_when_it_is_told_again(
    chat: Chat, since: str
) -> None:
    await chat.pays("s1")
    if since == "plan gone":
        chat.acts.program = load(CAFE)
    else:
        await chat.says("forget yes")
    again = await chat.pays("s1")

    assert again.settlement is None
    assert "250 ⭐ received" in again.text


async def test_cancelling_stops_telegrams_renewal_each_time_it_is_asked(chat: Chat) -> None:
    await chat.pays("s1")
    await chat.pays("s2", first=False)
    for _ in range(2):
        spoken = await chat.says("plan club cancel yes")
        assert spoken.settlement == Settlement(stop=(("s1", "s2"),))
        assert spoken.otherwise
        assert "Cancel: Club" in labels(spoken.otherwise)


async def test_what_was_paid_once_has_nothing_to_stop(chat: Chat) -> None:
    await chat.pays("y1", "year")

    assert (await chat.says("plan year cancel yes")).settlement is None


async def test_a_payment_for_nothing_goes_back(chat: Chat) -> None:
    for plan in ("golf", "circle"):
        spoken = await chat.pays(f"x-{plan}", plan)
        assert spoken.settlement == Settlement(give_back=f"x-{plan}")
        assert "goes back to you" in spoken.text
    renewal = await chat.pays("x", "golf", renews=True, first=False)
    assert renewal.settlement == Settlement(give_back="x", stop=(("x",),))
    assert await chat.paid() == []


async def test_what_went_back_ends_what_it_paid(chat: Chat) -> None:
    await chat.pays("s1")
    for _ in range(2):
        spoken = await chat.pays("s1", back=True)
        assert spoken.text == "250 ⭐ were given back to you."
        assert spoken.settlement == Settlement(stop=(("s1",),))
    assert "✅" not in (await chat.says("plan club")).text
    assert "given back" in (await chat.pays("unknown", back=True)).text


async def test_what_telegram_tells_too_late_changes_nothing(chat: Chat) -> None:
    spoken = await chat.pays("", goes_on=False)

    assert "there is nothing to cancel" in spoken.text
    assert spoken.settlement is None


async def test_a_renewal_does_not_answer_an_open_question(chat: Chat) -> None:
    await chat.says("feedback")
    await chat.pays("s1")

    assert "The shop will read it" in (await chat.says("The coffee was cold")).text


async def test_paysupport_names_the_payments(chat: Chat) -> None:
    await chat.pays("s1")
    support = await chat.says("paysupport")

    assert "31 January 2026 · Club · 250 ⭐ · payment s1" in support.text
    assert "Write to the shop" in labels(support)


async def test_who_blocked_the_bot_stays_unreachable_when_their_plan_is_renewed(
    chat: Chat,
) -> None:
    await chat.router.reachable(TELEGRAM, "1001", yes=False)
    await chat.pays("s1")

    blocked = await chat.database.read(lambda tx: chats.find(tx, TELEGRAM, "1001").blocked_at)
    assert blocked


async def test_a_bug_keeps_the_payment_for_the_shop_and_asks_not_to_pay_again(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscribing, "pay", lambda *args, **more: 1 // 0)
    spoken = await chat.pays("s1")

    assert "Please do not pay again" in spoken.text
    assert await chat.database.read(dead_letters.count) == 1


async def test_without_the_database_the_question_is_answered_no(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(work: object) -> None:
        raise DatabaseUnavailable

    monkeypatch.setattr(chat.database, "read", away)
    assert "Nothing was taken" in await chat.may_pay(250)
