"""
The ledger against a plain model: joins, orders, redemptions, undos, uses, expiries, birthdays and
repetitions, in any order and at any time. The model is lists of lots and shares no code with it.
"""

import sqlite3
from calendar import monthrange
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.databases.libpq import Session
from bot.databases.postgres_transaction import ADAPTERS, PostgresTransaction
from bot.databases.sqlite_connection import SqliteTransaction
from core import celebrating, expiring
from core.act import Act
from core.adjusting import adjust
from core.awarding.award import FINENESS
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.errors import (
    LoyaltyError,
    NotEnoughPoints,
    NothingToUndo,
    OperationReused,
    RewardSoldOut,
    VoucherNotUsable,
)
from core.joining import Newcomer, join_chat
from core.model import Birthday, Channel, MemberId, OperationId, OrderStatus, VoucherCode
from core.program.loading import load
from core.rewards.redeeming import redeem, undo, use
from core.tables import chats, ledger, lots, measures, members
from core.transaction import Transaction

PROGRAM = load("""
name = "Café"
currency = "EUR"
timezone = "UTC"
languages = ["en"]
points.en = { one = "point", other = "points" }
referral = { referrer = 15, friend = 5, minimum = "20.00" }
expiry = { kind = "rolling", months = 1 }

[[earning]]
id = "purchases"
on = "purchase"
points = 1
per = "5.00"
pending_days = 2

[[earning]]
id = "welcome"
on = "signup"
points = 10

[[earning]]
id = "birthday"
on = "birthday"
points = 7
entered_days_before = 0

[[tiers.levels]]
id = "bronze"
title = "Bronze"
from = 0

[[tiers.levels]]
id = "silver"
title = "Silver"
from = 20
factor = "1.5"

[[rewards]]
id = "coffee"
kind = "gift"
title = "Coffee"
cost = 12
stock = 3
voucher_days = 5
""")
PER, PENDING, COST, STOCK, VOUCHER_DAYS, SILVER = 500, timedelta(days=2), 12, 3, 5, 20
MINIMUM, REFERRER, FRIEND, WELCOME, PARTY = 2000, 15, 5, 10, 7
PEOPLE = st.integers(0, 2)


@dataclass
class Lot:
    """Points of one credit."""

    left: int
    available: datetime
    expires: datetime
    credited_for: str


@dataclass
class Purchase:
    """An order as the model has it."""

    counted: int = 0  # cents
    units: int = 0
    halves: int = 0  # of a cent that each cent weighs: 3 if it first earned on silver
    forgiven: int = 0
    report: tuple[int, str, datetime] | None = None


@dataclass
class Person:
    """A member as the model has them."""

    id: MemberId
    born: date
    joined: date
    brought_by: "Person | None"
    lots: list[Lot] = field(default_factory=list)
    rest: int = 0  # halves of cents that have not earned yet
    tier_sum: int = 0
    silver: bool = False
    celebrated: set[int] = field(default_factory=set)
    purchases: dict[int, Purchase] = field(default_factory=dict)
    referral_paid_for: int | None = None
    given: dict[tuple[MemberId, int], int] = field(default_factory=dict)  # (friend, order): points

    @property
    def balance(self) -> int:
        """Every point there is."""
        return sum(lot.left for lot in self.lots)

    def usable(self, now: datetime) -> list[Lot]:
        """What can be spent, in the order it is."""
        lots = [lot for lot in self.lots if lot.available <= now < lot.expires]
        return sorted(lots, key=lambda lot: lot.expires)  # stable: the older of two alike first

    def take_back(self, points: int, credited_for: str) -> int:
        """Take what there is, that order's own first; how much."""
        lots = sorted(self.lots, key=lambda lot: (lot.credited_for != credited_for, lot.expires))
        return sum(part for _, part in take(lots, min(points, self.balance)))


@dataclass
class Paper:
    """A voucher as the model has it."""

    owner: Person
    taken: list[tuple[Lot, int]]
    expires: datetime
    open: bool = True
    taken_back: bool = False


def take(lots: list[Lot], points: int) -> list[tuple[Lot, int]]:
    """Take the points from the first lots; what was taken from which."""
    taken = []
    for lot in lots:
        part = min(lot.left, points)
        if part:
            lot.left -= part
            points -= part
            taken.append((lot, part))
    assert points == 0
    return taken


def midnight_after(day: date) -> datetime:
    """The end of that day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)


def month_later(moment: datetime) -> datetime:
    """The end of the same day of the next month, or of its last."""
    year, month = (moment.year, moment.month + 1) if moment.month < 12 else (moment.year + 1, 1)
    return midnight_after(date(year, month, min(moment.day, monthrange(year, month)[1])))


class LedgerMachine(RuleBasedStateMachine):
    """Does the same to the ledger and to the model."""

    def __init__(self, tx: Transaction) -> None:
        super().__init__()
        self.tx = tx
        self.now = datetime(2026, 1, 20, 12, tzinfo=UTC)
        self.random = Random(7)
        self.people: list[Person] = []
        self.papers: dict[VoucherCode, Paper] = {}
        self.done: list[tuple[Callable[[Transaction, Act], Any], Act, Any]] = []
        self.acts = 0

    def act(self, id: str = "") -> Act:
        self.acts += 1
        return Act(
            operation_id=OperationId(id or str(self.acts)),
            now=self.now,
            program=PROGRAM,
            program_version=1,
            actor="test",
            random=self.random,
        )

    def does(
        self, work: Callable[[Transaction, Act], Any], refusal: type[LoyaltyError] | None = None
    ) -> Any:
        """Do it in a transaction of its own; it must be refused when the model says so."""
        act = self.act()
        self.tx.rows("SAVEPOINT act")
        if refusal:
            with pytest.raises(refusal):
                work(self.tx, act)
            self.tx.rows("ROLLBACK TO act")
            return None
        result = work(self.tx, act)
        self.tx.rows("RELEASE act")
        self.done.append((work, act, result))
        return result

    def person(self, number: int) -> Person:
        return self.people[number % len(self.people)]

    @initialize()
    def opens(self) -> None:
        self.joins(by=0, born=date(2000, 2, 10))

    @precondition(lambda self: len(self.people) < 3)
    @rule(by=PEOPLE, born=st.dates(date(2000, 1, 1), date(2000, 4, 30)))
    def joins(self, by: int, born: date) -> None:
        referrer = self.people[by] if by < len(self.people) else None
        code = None
        if referrer:
            found = members.find(self.tx, referrer.id)
            assert found
            code = found.referral_code
        newcomer = Newcomer(
            name="Ann",
            language="en",
            birthday=Birthday(day=born.day, month=born.month),
            referral_code=code,
        )
        chat = chats.take(self.tx, Channel.TELEGRAM, str(len(self.people)))
        joined = self.does(lambda tx, act: join_chat(tx, act, chat=chat, newcomer=newcomer))
        self.done.pop()  # a repetition would come with the chat as it is by then
        person = Person(joined.member.id, born, self.now.date(), referrer)
        person.lots.append(self.present(WELCOME, "signup"))
        self.people.append(person)

    @rule(
        who=PEOPLE,
        number=st.integers(0, 2),
        total=st.integers(0, 80).map(lambda units: units * 125),
        status=st.sampled_from(["paid", "fulfilled", "paid", "cancelled", "placed"]),
        days=st.sampled_from([0, 0, 1, 5, 40]),
    )
    def orders(self, who: int, number: int, total: int, status: str, days: int) -> None:
        person = self.person(who)
        self.reports(person, number, (total, status, self.now - timedelta(days=days)))

    @rule(who=PEOPLE, number=st.integers(0, 2), status=st.sampled_from(["paid", "cancelled"]))
    def reports_a_known_order(self, who: int, number: int, status: str) -> None:
        person = self.person(who)
        if (known := person.purchases.get(number)) and known.report:
            self.reports(person, number, (known.report[0], status, known.report[2]))

    def reports(self, person: Person, number: int, report: tuple[int, str, datetime]) -> None:
        total, status, placed = report
        card = members.find(self.tx, person.id)
        assert card
        sent = OrderReport(
            shop="eu",
            order_id=f"{person.id}-{number}",
            buyer=Buyer(card=card.card),
            placed_at=placed,
            currency="EUR",
            total=total,
            shipping=0,
            tax=0,
            status=OrderStatus(status),
        )
        self.does(lambda tx, act: record_order(tx, act, sent))
        self.done.pop()  # an older report is another state, not a repetition
        purchase = person.purchases.setdefault(number, Purchase())
        if purchase.report and purchase.halves:  # what has earned once stays on its day
            report = (total, status, purchase.report[2])
        if purchase.report == report:
            return
        purchase.report = report
        shrank = self.settles(person, number, purchase, report)
        self.settles_referral(person, number, purchase, shrank)
        person.silver = person.tier_sum >= SILVER

    def settles(
        self, person: Person, number: int, purchase: Purchase, report: tuple[int, str, datetime]
    ) -> bool:
        total, status, placed = report
        counts = total if status in ("paid", "fulfilled") else 0
        if status in ("paid", "fulfilled") and not purchase.halves:
            purchase.halves = 3 if person.silver else 2
        change = counts - purchase.counted
        more, person.rest = divmod(person.rest + change * purchase.halves, PER * 2)
        purchase.counted, purchase.units = counts, purchase.units + more
        person.tier_sum += more
        reference = f"order {number}"
        if more < 0:
            purchase.forgiven += -more - person.take_back(-more, reference)
        points = max(0, more - purchase.forgiven)
        if more > 0:
            purchase.forgiven = max(0, purchase.forgiven - more)
        if points:
            lot = Lot(points, placed + PENDING, month_later(placed), reference)
            person.lots.append(lot)
        return change < 0

    def settles_referral(
        self, friend: Person, number: int, purchase: Purchase, shrank: bool
    ) -> None:
        if friend.brought_by is None:
            return
        if friend.referral_paid_for is None and purchase.counted >= MINIMUM:
            self.pays_referral(friend, number)
        elif friend.referral_paid_for == number and shrank and purchase.counted < MINIMUM:
            friend.referral_paid_for = None
            for person in (friend.brought_by, friend):
                kept = person.given.get((friend.id, number), 0)
                taken = person.take_back(kept, f"referral {friend.id} {number}")
                person.given[friend.id, number] = kept - taken
            others = [
                (one.report[2], other)
                for other, one in friend.purchases.items()
                if one.counted >= MINIMUM and one.report
            ]
            if others:  # the oldest of the others stands in
                self.pays_referral(friend, min(others)[1])

    def pays_referral(self, friend: Person, number: int) -> None:
        assert friend.brought_by
        friend.referral_paid_for = number
        for person, points in ((friend.brought_by, REFERRER), (friend, FRIEND)):
            had = sum(part for (whom, _), part in person.given.items() if whom == friend.id)
            if points > had:
                lot = self.present(points - had, f"referral {friend.id} {number}")
                person.lots.append(lot)
                kept = person.given.get((friend.id, number), 0)
                person.given[friend.id, number] = kept + points - had

    def present(self, points: int, reference: str) -> Lot:
        return Lot(points, self.now, month_later(self.now), reference)

    @rule(who=PEOPLE)
    def redeems(self, who: int) -> None:
        person = self.person(who)
        lots = person.usable(self.now)
        out = sum(not paper.taken_back for paper in self.shelf())
        refusal: type[LoyaltyError] | None = None
        if sum(lot.left for lot in lots) < COST:
            refusal = NotEnoughPoints
        elif out >= STOCK:
            refusal = RewardSoldOut
        code = self.does(
            lambda tx, act: redeem(tx, act, member_id=person.id, reward_id="coffee").code, refusal
        )
        if code:
            expires = midnight_after(self.now.date() + timedelta(days=VOUCHER_DAYS))
            self.papers[code] = Paper(person, take(lots, COST), expires)

    @rule(which=st.integers(0, 9), scan=st.booleans())
    def undoes_or_uses(self, which: int, scan: bool) -> None:
        if not self.papers:
            return
        code = list(self.papers)[which % len(self.papers)]
        paper = self.papers[code]
        good = paper.open and self.now < paper.expires
        if scan:
            refusal = None if good else VoucherNotUsable
            self.does(lambda tx, act: use(tx, act, code=code, used_for="till").status, refusal)
        else:
            owner = paper.owner.id
            lapsed = sum(part for lot, part in paper.taken if lot.expires <= self.now)
            found = self.does(
                lambda tx, act: undo(tx, act, member_id=owner, code=code).lapsed,
                None if good else NothingToUndo,
            )
            assert found == (lapsed if good else None)
            if good:
                paper.taken_back = True
                for lot, part in paper.taken:
                    lot.left += part
        paper.open = paper.open and not good

    @rule(who=PEOPLE, points=st.sampled_from([-20, -3, -1, 1, 13]))
    def adjusts(self, who: int, points: int) -> None:
        person = self.person(who)
        lots = person.usable(self.now)
        missing = points < 0 and sum(lot.left for lot in lots) < -points
        self.does(
            lambda tx, act: adjust(tx, act, member_id=person.id, points=points, reason="so"),
            NotEnoughPoints if missing else None,
        )
        if points > 0:
            person.lots.append(self.present(points, "adjustment"))
        elif not missing:
            take(lots, -points)

    @rule()
    def expires(self) -> None:
        for member_id in expiring.due(self.tx, self.act(), after=MemberId(0), limit=9):
            expiring.expire(self.tx, self.act(), member_id=member_id)
        for person in self.people:
            for lot in person.lots:
                lot.left *= lot.expires > self.now

    @rule()
    def celebrates(self) -> None:
        act = self.act()
        for member_id in celebrating.due(self.tx, act, after=MemberId(0), limit=9):
            celebrating.celebrate(self.tx, self.act(), member_id=member_id)
        for person in self.people:
            day = self.birthday(person, self.now.year)
            late = (self.now.date() - day).days
            if 0 <= late <= 3 and person.joined <= day and day.year not in person.celebrated:
                person.celebrated.add(day.year)
                person.lots.append(self.present(PARTY, "birthday"))

    @staticmethod
    def birthday(person: Person, year: int) -> date:
        last = monthrange(year, person.born.month)[1]
        return date(year, person.born.month, min(person.born.day, last))

    @rule(hours=st.sampled_from([1, 13, 24, 48, 120, 600]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @precondition(lambda self: self.done)
    @rule(which=st.integers(0, 50))
    def repeats(self, which: int) -> None:
        work, act, result = self.done[which % len(self.done)]

        assert work(self.tx, act) == result

    @precondition(lambda self: self.papers)
    @rule(which=st.integers(0, 50), who=PEOPLE)
    def uses_an_id_again_for_something_else(self, which: int, who: int) -> None:
        _, act, _ = self.done[which % len(self.done)]
        for person in self.people:
            used = self.tx.rows(
                "SELECT 1 FROM operations WHERE member_id = :member AND id = :id",
                member=person.id,
                id=act.operation_id,
            )
            if used:
                with pytest.raises(OperationReused):
                    redeem(self.tx, act, member_id=person.id, reward_id="another")

    @invariant()
    def the_ledger_adds_up(self) -> None:
        assert ledger.drifted(self.tx) == []

    @invariant()
    def the_ledger_is_the_models(self) -> None:
        for person in self.people:
            member = members.find(self.tx, person.id)
            assert member
            kept = self.tx.rows(
                "SELECT remaining FROM lots WHERE member_id = :id ORDER BY number", id=person.id
            )
            usable = sum(lot.left for lot in person.usable(self.now))
            assert [left for (left,) in kept] == [lot.left for lot in person.lots]
            assert member.balance == person.balance >= 0
            assert lots.spendable(self.tx, person.id, self.now) == usable
            assert member.counters.get("purchases", 0) == person.rest * FINENESS // 2
            assert member.tier == ("silver" if person.silver else "bronze")
            [sums] = measures.of_member(self.tx, person.id, ("points",), [(None, None)])
            assert sums["points"] == person.tier_sum

    def shelf(self) -> list[Paper]:
        return list(self.papers.values())


@contextmanager
def opened(url: str) -> Iterator[Transaction]:
    """A transaction of one example, undone after it: the ledger's own code with nothing between."""
    if url.startswith("sqlite"):
        file = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        file.execute("PRAGMA foreign_keys=ON")
        file.execute("BEGIN")
        yield SqliteTransaction(file)
        file.close()
    else:
        server = psycopg.connect(url, context=ADAPTERS, autocommit=True)
        server.execute("BEGIN")
        yield PostgresTransaction(Session(server))
        server.close()


@pytest.mark.timeout(400)  # it needs seconds; to make a failure small may take minutes
def test_the_ledger_does_what_the_model_does(database_url: str, engine: str) -> None:
    """PostgreSQL has the same rules behind slower statements: fewer examples find its own bugs."""
    examples, steps = {"sqlite": (150, 50), "postgres": (30, 40)}[engine]

    class Machine(LedgerMachine):
        def __init__(self) -> None:
            self.opened = opened(database_url)
            super().__init__(self.opened.__enter__())

        def teardown(self) -> None:
            self.opened.__exit__(None, None, None)

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
