"""Owners' numbers are what counting every row by hand gives, whatever has happened."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ports import Database
from core import expiring, leaving
from core.adjusting import adjust
from core.errors import LoyaltyError
from core.model import Member
from core.rewards.redeeming import undo
from core.statistics.gathering import gather, posts
from core.statistics.periods import Period, places
from core.tables import outbox
from core.tables.outbox import State
from core.transaction import Transaction
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe
from tests.core.statistics.raw import check

LOST_SOON = ("months = 12\n", "months = 1\n")
PENDING = ('per = "1.00"\n', 'per = "1.00"\npending_days = 3\n')
DEEDS = (
    "joins",
    "invites",
    "buys",
    "buys ",
    "cancels",
    "redeems",
    "undoes",
    "expires",
    "takes",
    "leaves",
)
STEP = st.tuples(
    st.sampled_from(DEEDS),
    st.integers(0, 3),  # whose turn
    st.integers(1, 200),  # euros, points
    st.integers(0, 200),  # hours that pass
)  # fmt: skip


class History:
    """A café in which things happen."""

    def __init__(self, cafe: Cafe) -> None:
        self.cafe = cafe
        self.people: list[Member] = [cafe.joins("Ann")]
        self.bought: list[tuple[Member, str]] = []

    def happens(self, what: str, turn: int, much: int, hours: int) -> None:
        """One thing; what the program refuses does not happen."""
        cafe, who = self.cafe, self.people[turn % len(self.people)]
        cafe.passes(hours=hours)
        name = f"{len(self.people)} {len(self.bought)} {cafe.now}"
        try:
            match what:
                case "joins" | "invites":
                    code = who.referral_code if what == "invites" else None
                    self.people.append(cafe.joins(name, code=code))
                case "buys" | "buys ":  # twice as likely
                    cafe.orders(who, f"{much}.00", id=name)
                    self.bought.append((who, name))
                case "cancels" if self.bought:
                    buyer, order = self.bought.pop(turn % len(self.bought))
                    cafe.orders(buyer, f"{much}.00", id=order, status="cancelled")
                case "redeems":
                    cafe.redeems(who)
                case "undoes":
                    undo(cafe.tx, cafe.act(), member_id=who.id)
                case "expires":
                    expiring.expire(cafe.tx, cafe.act(), member_id=who.id)
                case "takes":
                    adjust(cafe.tx, cafe.act(), member_id=who.id, points=-much, reason="test")
                case "leaves":
                    leaving.leave(cafe.tx, cafe.act(), member_id=who.id)
        except LoyaltyError:
            pass


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, min_size=5, max_size=40))
def test_any_history_is_counted_as_by_hand(
    tx: Transaction, steps: list[tuple[str, int, int, int]]
) -> None:
    tx.rows("SAVEPOINT example")
    cafe = Cafe(tx)
    cafe.passes(days=17)  # clocks change two days later
    cafe.changes(*LOST_SOON)
    cafe.changes(*PENDING)
    history = History(cafe)
    for step in steps:
        history.happens(*step)
    for days in (1, 7, 30, 100, 400):
        period = Period.ending(cafe.now.date(), days=days, timezone=cafe.program.timezone)
        check(tx, gather(tx, cafe.act(), period), cafe.now)
    tx.rows("ROLLBACK TO example")


def test_turnover_in_other_currencies_is_told_at_the_rate_of_its_day(cafe: Cafe) -> None:
    cafe.rules(cafe.text + '[[currencies]]\ncode = "USD"\nrate = "0.90"\n')
    ann = cafe.joins()
    cafe.passes(hours=1)
    cafe.orders(ann, "10.00", id="1")
    cafe.orders(ann, "10.00", id="2", currency="USD")
    cafe.passes(hours=1)
    cafe.changes('rate = "0.90"', 'rate = "0.50"')
    cafe.passes(hours=1)
    cafe.orders(ann, "10.00", id="3", currency="USD")
    cafe.changes('[[currencies]]\ncode = "USD"\nrate = "0.50"\n', "")  # no longer taken

    period = Period.ending(cafe.now.date(), days=1, timezone="Europe/Kyiv")
    found = gather(cafe.tx, cafe.act(), period)
    assert tuple(found.turnover) == (3, 10_00 + 9_00 + 5_00)
    assert sum(step.turnover.total for step in found.steps) == found.turnover.total


async def test_both_engines_count_alike(database: Database) -> None:
    def work(tx: Transaction) -> None:
        history = History(Cafe(tx))
        for what in ("invites", "buys", "buys", "redeems", "expires", "cancels", "leaves"):
            history.happens(what, 1, 90, 200)
        cafe = history.cafe
        period = Period.ending(cafe.now.date(), days=90, timezone=cafe.program.timezone)
        found = gather(tx, cafe.act(), period)
        check(tx, found, cafe.now)
        assert found.buyers.buyers == 1
        assert found.worth == round(sum(found.open[:5]) * 500 / 120)

    await database.run(work)


def test_days_are_the_shops_also_when_clocks_change() -> None:
    kyiv = Period(first=date(2026, 3, 28), last=date(2026, 3, 29), timezone="Europe/Kyiv")
    assert kyiv.since == datetime(2026, 3, 27, 22, tzinfo=UTC)
    assert kyiv.until - kyiv.since == timedelta(hours=47)
    assert list(map(len, places(kyiv.since, kyiv.steps(), date(2026, 3, 30), kyiv.timezone))) == [
        48,
        46,
    ]
    assert kyiv.before.last == date(2026, 3, 27)
    year = Period.ending(date(2026, 3, 10), days=365, timezone="Europe/Kyiv")
    assert year.steps()[:2] == [date(2025, 3, 11), date(2025, 4, 1)]
    assert len(year.steps()) == 13


def test_a_campaigns_messages_are_counted_by_what_became_of_them(cafe: Cafe) -> None:
    ann = cafe.joins()
    post = Post(cafe)
    cafe.orders(ann, "300.00")
    keys = {one.message.campaign: one.message.id for one in post.of(ann)}
    outbox.progress(cafe.tx, keys["purchase"], State.DELIVERED, at=cafe.now)
    period = Period.ending(cafe.now.date(), days=1, timezone="Europe/Kyiv")
    found = {one.campaign: one for one in posts(cafe.tx, period)}
    assert (found["purchase"].sent, found["purchase"].waiting) == (1, 0)
    assert (found["tier"].sent, found["tier"].waiting) == (0, 1)
    assert posts(cafe.tx, period.before) == []
