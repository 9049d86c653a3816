"""Carries, goals and limits: what is counted over many orders, whatever is returned, and when."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.awarding.award import FINENESS
from core.awarding.periods import MANY, period_key, without_old
from core.program.schema import Program
from tests.core.awarding.test_rates import more
from tests.core.awarding.till import MONDAY, MONEY_HEAD, Till, line, program

CARD = more("card", "challenge", counts='"items"', goal="10", repeats="true", reward='"coffee"')
ONCE = '[{ every = "month", times = 1 }]'
COFFEE = '[[rewards]]\nid = "coffee"\nkind = "gift"\ntitle = "Coffee"\n'


def test_what_is_left_over_waits_for_the_next_order() -> None:
    till = Till(program(more("p", "purchase", points="1", per='"50.00"')))
    assert [till.sells(3000), till.sells(2000)] == [0, 1]


def test_the_tenth_piece_brings_the_reward_and_the_rest_counts_on() -> None:
    till = Till(program(CARD, tail=COFFEE))
    till.sells(900, line(900, quantity=9))
    assert till.rewards == []
    till.sells(300, line(300, quantity=3))
    assert till.rewards == [("card", "coffee")]
    till.sells(800, line(800, quantity=8))
    assert till.rewards == [("card", "coffee")] * 2


def test_a_goal_reached_again_after_a_return_brings_no_second_reward() -> None:
    till = Till(program(CARD, tail=COFFEE))
    till.sells(1000, line(1000, quantity=10), id="a")
    till.sells(0, id="a")
    till.sells(1000, line(1000, quantity=10), id="b")
    assert till.rewards == [("card", "coffee")]


def test_a_limit_of_times_holds_for_gifts_too() -> None:
    text = more(
        "card",
        "challenge",
        counts='"items"',
        goal="10",
        repeats="true",
        reward='"coffee"',
        limits='[{ every = "month", times = 3 }, { every = "year", times = 4 }]',
    )
    till = Till(program(text, tail=COFFEE))
    till.sells(2000, line(2000, quantity=20), day=1)
    till.sells(2000, line(2000, quantity=20), day=2, id="back")
    assert len(till.rewards) == 3, "of four only three in a month"
    till.sells(0, id="back", day=2)
    till.sells(2000, line(2000, quantity=20), day=3)
    assert len(till.rewards) == 3
    till.sells(2000, line(2000, quantity=20), day=40)
    assert len(till.rewards) == 4, "of two only one, the year's last"


def test_a_monthly_goal_brings_one_gift_a_month() -> None:
    text = more(
        "gift",
        "challenge",
        counts='"spend"',
        goal='"30.00"',
        every='"month"',
        reward='"coffee"',
        when='{ categories = ["beauty"] }',
    )
    till = Till(program(text, tail=COFFEE))
    for total, day in ((1800, 1), (1200, 18), (4000, 23)):
        till.sells(total, line(total, "beauty"), day=day)
    assert len(till.rewards) == 1
    till.sells(2999, line(2999, "beauty"), day=31)
    assert len(till.rewards) == 1
    till.sells(5000, line(5000, "beauty"), day=38)
    assert len(till.rewards) == 2


def test_prescriptions_pay_for_every_ten_up_to_fifty_a_year() -> None:
    limit = '[{ every = "year", points = "50.00" }]'
    text = more(
        "fills",
        "challenge",
        counts='"items"',
        goal="10",
        repeats="true",
        every='"year"',
        points='"5.00"',
        limits=limit,
    )
    till = Till(program(text, head=MONEY_HEAD))
    paid = [(till.sells(2000), till.due())[1] for _ in range(9)]
    assert paid[-1] == 0
    till.sells(2000, id="tenth")
    assert till.due() == 500
    till.sells(0, id="tenth")
    assert till.due() == 0
    till.sells(2000, id="tenth")
    assert till.due() == 500
    for _ in range(107):
        till.sells(2000)
    assert till.due() == 5000
    for _ in range(10):
        till.sells(2000, day=310)
    assert till.due() == 5500


def test_weeks_in_a_row_are_broken_by_a_week_without_an_order() -> None:
    text = more("streak", "challenge", counts='"weeks"', goal="3", points="100")
    till = Till(program(text))
    assert [till.sells(100, day=7 * week) for week in (0, 1, 1, 2)] == [0, 0, 0, 100]
    late = Till(program(text))
    assert [late.sells(100, day=7 * week) for week in (0, 1, 3, 4, 5)] == [0, 0, 0, 0, 100]


def test_a_limit_clips_to_what_is_left_of_it() -> None:
    limits = '[{ every = "month", points = 100 }]'
    till = Till(program(more("p", "cashback", percent='"100"', limits=limits)))
    assert [till.sells(6000), till.sells(6000), till.sells(100), till.sells(6000, day=30)] == [
        60,
        40,
        0,
        60,
    ]


def test_a_bonus_twice_a_day_is_not_given_a_third_time() -> None:
    limits = '[{ every = "day", times = 2 }]'
    till = Till(program(more("visit", "order", points="5", limits=limits)))
    assert [till.sells(100), till.sells(100), till.sells(100, id="c")] == [5, 5, 0]
    till.sells(0, id="order 0")
    assert till.sells(100, id="c") == 0, "too late is too late"
    assert till.sells(100, day=1) == 5


FULL_SUMS = more("p", "purchase", points="9", per='"10.00"', limits=ONCE)
GOAL = more("g", "challenge", counts='"items"', goal="10", repeats="true", points="9", limits=ONCE)


@pytest.mark.parametrize("back", [(0, 1, 2, 3), (0, 3, 1, 2), (3, 2, 1, 0)])
@pytest.mark.parametrize("rule", [FULL_SUMS, GOAL], ids=["full sums", "a goal"])
def test_what_came_too_often_costs_nothing_when_others_are_returned(
    rule: str, back: tuple[int, ...]
) -> None:
    till = Till(program(rule))
    assert [till.sells(600, line(600, quantity=6)) for _ in range(4)] == [0, 9, 0, 0]
    for number in back:
        till.sells(0, id=f"order {number}")
        assert till.due() >= 0

    assert till.due() == 0


@pytest.mark.parametrize("rule", [FULL_SUMS, GOAL], ids=["full sums", "a goal"])
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 25)), min_size=2, max_size=7))
def test_what_came_too_often_brings_nothing_either(
    rule: str, states: list[tuple[str, int]]
) -> None:
    """Though it took part before it grew, so that another order's sum was full."""
    till, paid = Till(program(rule)), dict.fromkeys("abc", 0)
    for order, pieces in states:
        before = till.due()
        till.sells(pieces * 100, line(pieces * 100, quantity=max(pieces, 1)), id=order)
        assert till.due() >= before or pieces < paid[order], "who buys more has no less"
        paid[order] = pieces
        assert 0 <= till.due() <= sum(paid.values()) // 10 * 9
    for order, _ in states:
        till.sells(0, id=order)
    assert till.due() == 0


def test_counters_of_long_ago_are_forgotten_and_those_that_go_on_are_kept() -> None:
    counters = {f"visit~day:2026-03-{day:02}": 5 for day in range(1, MANY + 2)} | {"p": 37}
    kept = without_old(counters)
    assert sorted(kept) == ["p", *(f"visit~day:2026-03-{day:02}" for day in (23, 24, 25))]


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    assert period_key("week", MONDAY.replace(year=2027, month=1, day=1)) == "2026-W53"


RULES = (
    more("base", "purchase", points="3", per='"7.00"'),
    more(
        "back",
        "cashback",
        percent='"12.5"',
        when='{ categories = ["a"] }',
        stacks="true",
        limits='[{ every = "month", points = 9 }, { every = "ever", points = 25 }]',
    ),
    more(
        "cup",
        "item",
        points="2",
        when='{ categories = ["b"] }',
        limits='[{ every = "order", points = 6 }]',
    ),
    more("visit", "order", points="5", minimum='"10.00"'),
    more("goal", "challenge", counts='"spend"', goal='"40.00"', repeats="true", points="11"),
    more("month", "challenge", counts='"items"', goal="5", every='"month"', points="7"),
    more("size", "brackets", brackets='[{ from = "20.00", points = 4 }]'),
    more(
        "full",
        "purchase",
        points="40",
        per='"15.00"',
        stacks="true",
        limits='[{ every = "month", points = 110 }, { every = "week", points = 70 }]',
    ),
    more(
        "stamps",
        "challenge",
        counts='"items"',
        goal="4",
        repeats="true",
        points="9",
        limits='[{ every = "year", points = 20 }, { every = "day", points = 5 }]',
    ),
)
rules = st.lists(st.sampled_from(RULES), min_size=1, unique=True).map(
    lambda chosen: program("".join(chosen))
)
states = st.lists(  # order, cents of a, cents of b, pieces
    st.tuples(st.integers(0, 5), st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 6)),
    min_size=1,
    max_size=25,
)


DAYS = (0, 31, 31, 58, 28, 30)  # of the orders; the last two are of one week, not of one month


def report(till: Till, order: int, a: int, b: int, pieces: int) -> None:
    """Say the order's state."""
    lines = (line(a, "a"), line(b, "b", quantity=pieces))
    till.sells(a + b, *lines, id=str(order), day=DAYS[order])


@given(rules, states)
def test_what_all_orders_earn_depends_on_their_last_states_alone(
    rules: Program, states: list[tuple[int, int, int, int]]
) -> None:
    whole, last = Till(rules), Till(rules)
    for state in states:
        report(whole, *state)
        report(whole, *state)  # and every report comes twice
    final = {order: state for order, *state in states}
    order = list(final)
    random.Random(len(states)).shuffle(order)
    for each in order:
        report(last, each, *final[each])
    assert whole.due() == last.due()


@given(rules, states)
def test_returning_everything_leaves_nothing_earned(
    rules: Program, states: list[tuple[int, int, int, int]]
) -> None:
    till = Till(rules)
    for state in states:
        report(till, *state)
    for order in list(till.earned):
        till.sells(0, id=order, day=DAYS[int(order)])
    assert till.due() == 0
    assert {name for name, count in till.counters.items() if count} == set()


@given(rules, states)
def test_no_limit_is_ever_exceeded(rules: Program, states: list[tuple[int, int, int, int]]) -> None:
    till = Till(rules)
    for state in states:
        report(till, *state)
        earned = [awards["back"].due for awards in till.earned.values() if "back" in awards]
        assert sum(earned) <= 18
        cups = [awards["cup"].due for awards in till.earned.values() if "cup" in awards]
        assert all(cup <= 6 for cup in cups)
        stamps = [awards["stamps"].due for awards in till.earned.values() if "stamps" in awards]
        assert 0 <= sum(stamps) <= 20


def test_a_return_takes_no_more_than_a_limit_let_another_order_have() -> None:
    text = more(
        "p", "purchase", points="100", per='"50.00"', limits='[{ every = "month", points = 10 }]'
    )
    till = Till(program(text))
    worth = [till.sells(3000, day=1, id="a"), till.sells(2000, day=40, id="b")]
    assert worth == [0, 10], "b fills the sum that a began"
    worth = [till.sells(0, day=1, id="a"), till.sells(0, day=40, id="b")]
    assert sum(worth) == 0, "what b was given is taken, not the 100 it would have got"


@pytest.mark.parametrize("back", ["abc", "cba", "bac"])
def test_what_a_limit_kept_back_is_not_taken_when_sums_were_full_in_many_months(back: str) -> None:
    text = more(
        "p", "purchase", points="100", per='"50.00"', limits='[{ every = "month", points = 10 }]'
    )
    till, days = Till(program(text)), {"a": 1, "b": 40, "c": 70}
    for total, id in ((3000, "a"), (3000, "c"), (9000, "b")):
        till.sells(total, day=days[id], id=id)
    assert till.due() == 20, "of three full sums two are of the second month"
    for id in back:
        till.sells(0, day=days[id], id=id)
        assert till.due() >= 0
    assert till.due() == 0


def test_limits_hold_alike_whichever_the_file_says_first() -> None:
    limits = '[{ every = "month", points = 50 }, { every = "day", points = 10 }]'
    till = Till(program(more("p", "cashback", percent='"100"', limits=limits)))
    assert [till.sells(5000, day=day) for day in range(6)] == [10, 10, 10, 10, 10, 0]


def test_a_week_of_two_months_leaves_room_to_the_month_that_gave_less_of_it() -> None:
    limits = '[{ every = "week", points = 10 }, { every = "month", points = 15 }]'
    till = Till(program(more("p", "cashback", percent='"100"', limits=limits)))
    for total, day in ((1000, 29), (1000, 30), (1000, 40), (1000, 47)):
        till.sells(total, day=day, id=str(day))
    assert till.due() == 25, "March has its 10, and April all of its 15"
    till.sells(0, day=29, id="29")
    assert till.due() == 15, "what was in March is April's now, where there is no more room"


def test_who_brings_what_was_left_over_elsewhere_has_it_counted_within_limits_too() -> None:
    text = more(
        "p", "purchase", points="9", per='"50.00"', limits='[{ every = "year", points = 20 }]'
    )
    till = Till(program(text), counters={"p": 3000 * FINENESS})
    assert [till.sells(2000, id="a"), till.sells(5000, id="b"), till.sells(5000)] == [9, 9, 2]
    assert till.sells(0, id="a") == 7, "what fills a sum of the others is 11 still, but for 2"


def test_an_order_that_filled_a_sum_is_no_longer_one_of_the_times_when_it_is_returned() -> None:
    till = Till(program(FULL_SUMS))
    till.sells(600, id="a")
    till.sells(600, id="b", day=31)
    for id, day in (("a", 0), ("b", 31)):
        till.sells(0, id=id, day=day)
    assert not any(till.counters.values())
