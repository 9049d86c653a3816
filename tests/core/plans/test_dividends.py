"""Dividends: a share of a whole year, rounded once, paid once."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programs import preset_text
from core.awarding.baskets import OrderLine
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import Kind, Member, OrderStatus
from core.money import to_minor
from core.plans import dividends, subscribing
from core.plans.dividends import key_for, paid_at, pending, worth, year_key
from core.program.loading import load
from core.program.rules import DividendRule
from core.program.schema import Program
from core.tables import agenda, entries, ledger
from tests.core.conftest import Cafe
from tests.core.plans.plan_stories import has, keep_promises, on, pays

REI = load(preset_text("rei"))
COSTCO = load(preset_text("costco"))


def rule_of(program: Program) -> DividendRule:
    """The program's dividend."""
    [rule] = program.rules(DividendRule)
    return rule


def buys(cafe: Cafe, member: Member, number: str, total: str, *lines: tuple[str, str]) -> None:
    """The shop reports an order of today, or what is left of one; lines are sums and labels."""
    sold = tuple(
        OrderLine(
            sku="", quantity=1, amount=to_minor(amount, "USD"), categories=(), labels=(label,),
            gift_card=False,
        )
        for amount, label in lines
    )  # fmt: skip
    known = {"1": "2025-01-20", "2": "2025-02-10", "3": "2025-06-01", "4": "2025-07-01"}
    placed = datetime.fromisoformat(f"{known[number]}T17:00:00+00:00")
    report = OrderReport(
        shop="rei",
        order_id=number,
        buyer=Buyer(card=member.card),
        placed_at=min(placed, cafe.now),
        currency="USD",
        total=to_minor(total, "USD"),
        shipping=0,
        tax=0,
        status=OrderStatus.PAID if total != "0" else OrderStatus.CANCELLED,
        lines=sold,
    )
    record_order(cafe.tx, cafe.act(), report)


def shown(cafe: Cafe, member: Member) -> list[tuple[int, date]]:
    """What is promised, and for when."""
    found = pending(cafe.program, cafe.again(member))
    return [(points, paid_on) for _, points, paid_on in found]


def test_a_dividend_is_of_the_years_sum_and_paid_on_its_day(cafe: Cafe) -> None:
    cafe.rules(preset_text("rei"))
    on(cafe, "2025-01-15")
    ann = cafe.joins()
    on(cafe, "2025-01-20")
    buys(cafe, ann, "1", "100.00")
    assert shown(cafe, ann) == []

    on(cafe, "2025-02-01")
    pays(cafe, ann, "member", "fee")
    on(cafe, "2025-02-10")
    march = date(2026, 3, 1)
    buys(cafe, ann, "2", "320.00", ("300.00", "tent"), ("20.00", "clearance"))
    assert shown(cafe, ann) == [(3000, march)]
    assert cafe.balance(ann) == 0
    on(cafe, "2025-06-01")
    buys(cafe, ann, "3", "99.95")
    on(cafe, "2025-07-01")
    buys(cafe, ann, "4", "10.05")
    assert shown(cafe, ann) == [(4100, march)]
    on(cafe, "2025-08-01")
    buys(cafe, ann, "2", "270.00", ("250.00", "tent"), ("20.00", "clearance"))
    assert shown(cafe, ann) == [(3600, march)]

    on(cafe, "2026-01-20")
    assert has(cafe, ann, "member")
    buys(cafe, ann, "3", "0")
    assert shown(cafe, ann) == [(2600, march)]
    on(cafe, "2026-02-28")
    assert cafe.balance(ann) == 0
    on(cafe, "2026-03-01")
    assert (cafe.balance(ann), shown(cafe, ann)) == (2600, [])
    entry = entries.find(cafe.tx, ann.id, cafe.again(ann).entries)
    assert entry
    assert (entry.kind, entry.reason["sum"]) == (Kind.DIVIDEND, 26005)

    on(cafe, "2026-04-01")
    buys(cafe, ann, "4", "0")
    assert cafe.balance(ann) == 2600
    assert shown(cafe, ann) == [(0, date(2027, 3, 1))]
    assert cafe.again(ann).counters["dividend:2026"] == -1005
    on(cafe, "2027-03-01")
    assert (cafe.balance(ann), shown(cafe, ann)) == (2600, [])


def counted(cafe: Cafe, member: Member, sums: Mapping[str, int]) -> None:
    """The member's orders came to that."""
    ledger.count(cafe.tx, cafe.again(member), sums)
    for name in sums:
        rule, _, key = name.partition(":")
        dividends.expected(cafe.tx, member, cafe.act(), rule, key)


def executive(cafe: Cafe) -> Member:
    """An Executive member of Costco since 1 April 2025."""
    cafe.rules(preset_text("costco"))
    on(cafe, "2025-04-01")
    ann = cafe.joins()
    pays(cafe, ann, "executive", "fee")
    return ann


@pytest.mark.parametrize(("sum", "points"), [(1_000_000, 20_000), (7_000_000, 125_000)])
def test_a_plans_year_is_paid_when_it_ends_up_to_the_most(
    cafe: Cafe, sum: int, points: int
) -> None:
    ann = executive(cafe)
    counted(cafe, ann, {"annual-reward:2025-04-01": sum})
    on(cafe, "2026-03-31")
    assert cafe.balance(ann) == 0
    on(cafe, "2026-04-01")

    assert cafe.balance(ann) == points
    assert not has(cafe, ann, "executive")


def test_a_plans_year_is_paid_late_too_and_after_it_began_anew(cafe: Cafe) -> None:
    ann = executive(cafe)
    counted(cafe, ann, {"annual-reward:2025-04-01": 1_000_000})
    on(cafe, "2026-04-20", kept=False)
    pays(cafe, ann, "executive", "new fee")
    keep_promises(cafe)

    assert cafe.balance(ann) == 20_000


def test_a_plan_that_did_not_run_to_its_end_pays_nothing(cafe: Cafe) -> None:
    ann = executive(cafe)
    counted(cafe, ann, {"annual-reward:2025-04-01": 1_000_000})
    on(cafe, "2025-08-01")
    subscribing.refund(cafe.tx, cafe.act(), reference="fee")
    on(cafe, "2026-04-01")

    assert (cafe.balance(ann), shown(cafe, ann)) == (0, [])


def test_a_year_is_paid_once_and_one_of_returns_not_at_all(cafe: Cafe) -> None:
    cafe.rules(preset_text("rei"))
    on(cafe, "2025-02-01")
    ann = cafe.joins()
    counted(cafe, ann, {"dividend:2024": 999, "dividend:2025": -500})
    on(cafe, "2025-03-01")
    assert cafe.balance(ann) == 99
    assert keep_promises(cafe) == 0
    on(cafe, "2026-03-01")
    assert (cafe.balance(ann), cafe.again(ann).counters) == (99, {})
    assert agenda.of_member(cafe.tx, ann.id) == []


def test_what_is_no_longer_in_the_program_is_not_paid(cafe: Cafe) -> None:
    cafe.rules(preset_text("rei"))
    on(cafe, "2025-02-01")
    ann = cafe.joins()
    counted(cafe, ann, {"dividend:2025": 999})
    cafe.rules(preset_text("costco"))
    on(cafe, "2026-03-01")

    assert (cafe.balance(ann), shown(cafe, ann)) == (0, [])


# Years


JOINED, SINCE = date(2024, 2, 29), date(2025, 4, 1)


@pytest.mark.parametrize(
    ("year", "day", "key"),
    [
        ("calendar", date(2025, 12, 31), "2025"),
        ("calendar", date(2026, 1, 1), "2026"),
        ("membership", date(2024, 3, 1), "2024-02-29"),
        ("membership", date(2025, 2, 27), "2024-02-29"),
        ("membership", date(2025, 2, 28), "2025-02-28"),
        ("membership", date(2028, 2, 28), "2027-02-28"),
        ("membership", date(2028, 2, 29), "2028-02-29"),
        ("plan", date(2026, 3, 31), "2025-04-01"),
        ("plan", date(2026, 4, 1), "2026-04-01"),
        ("plan", date(2025, 1, 1), "2025-04-01"),
    ],
)
def test_a_year_is_named_by_its_beginning(year: str, day: date, key: str) -> None:
    rule = rule_of(REI).model_copy(update={"year": year})

    assert year_key(rule, day, JOINED, SINCE) == key


def test_without_a_plan_there_is_no_plans_year() -> None:
    rule = rule_of(COSTCO)

    assert year_key(rule, SINCE, JOINED, None) == ""
    assert key_for(rule, COSTCO, SINCE, datetime(2025, 5, 1, tzinfo=UTC), JOINED, {}) == ""


def test_what_comes_after_the_day_counts_for_the_present_year() -> None:
    rule, bought = rule_of(REI), date(2025, 7, 1)
    pays_at = paid_at(rule, "2025", REI)
    assert pays_at == datetime(2026, 3, 1, 8, tzinfo=UTC)

    def key(now: datetime) -> str:
        return key_for(rule, REI, bought, now, JOINED, {"member": JOINED})

    assert [key(pays_at - timedelta(seconds=1)), key(pays_at)] == ["2025", "2026"]


@given(sums=st.lists(st.integers(1, 100_000), min_size=1, max_size=30))
def test_a_share_is_rounded_down_once(sums: list[int]) -> None:
    total, rule = sum(sums), rule_of(REI)

    assert worth(rule, REI, total) == total // 10
    assert worth(rule, REI, total) >= sum(worth(rule, REI, one) for one in sums)
    assert worth(rule, REI, -total) == 0


def test_in_a_points_program_a_point_stands_for_one_of_the_currency(quiet: Cafe) -> None:
    quiet.rules(quiet.text + '[[earning]]\nid = "share"\non = "dividend"\npercent = "2.5"\n')

    assert worth(rule_of(quiet.program), quiet.program, 99_999) == 24
