"""Rates, factors and extras: what an order is worth before anything is carried or limited."""

from datetime import timedelta
from typing import Any

import pytest

from core.awarding.baskets import Circumstances, OrderLine
from tests.core.awarding.till import HEAD, MONDAY, MONEY_HEAD, Till, line, program

BASE = '[[earning]]\nid = "base"\non = "purchase"\npoints = 1\nper = "1.00"\n'
ORDERWISE = BASE + "carry = false\n"


def more(id: str, on: str, **fields: str) -> str:
    """Another rule, its fields as TOML."""
    said = "".join(f"{name} = {value}\n" for name, value in fields.items())
    return f'[[earning]]\nid = "{id}"\non = "{on}"\n{said}'


def buyer(**fields: Any) -> Circumstances:
    """A member who joined on the Monday."""
    return Circumstances(**{"tier": "member", "number": 1, "joined_on": MONDAY, **fields})


def test_without_carrying_each_order_is_rounded_down_once() -> None:
    till = Till(program(ORDERWISE))
    assert [till.sells(19999), till.sells(30001)] == [199, 300]


def test_lines_are_added_up_before_they_are_rounded() -> None:
    till = Till(program(ORDERWISE))
    assert till.sells(300, line(150), line(150)) == 3


def test_a_rate_of_a_category_is_for_its_lines_alone_whatever_the_case() -> None:
    till = Till(
        program(
            ORDERWISE
            + more(
                "b",
                "purchase",
                points="5",
                per='"1.00"',
                carry="false",
                when='{ categories = ["Beauty"] }',
            )
        )
    )
    assert till.sells(3000, line(1000, "beauty"), line(2000, "food")) == 50 + 20


def test_of_several_rates_the_best_one_wins_and_none_are_added() -> None:
    text = (
        MONEY_HEAD,
        more("two", "cashback", percent='"2"'),
        more("event", "cashback", percent='"10"', when='{ categories = ["beauty"] }'),
    )
    till = Till(program(text[1] + text[2], head=text[0]))
    assert till.sells(5000, line(5000, "beauty")) == 500
    assert till.sells(2800, line(1800, "care"), line(1000)) == 56


def test_a_higher_priority_wins_over_a_better_rate() -> None:
    nothing = more(
        "sale", "purchase", points="0", per='"1.00"', priority="1", when='{ labels = ["sale"] }'
    )
    till = Till(program(ORDERWISE + nothing))
    assert till.sells(3000, line(1000, labels=["sale"]), line(2000)) == 20


def test_a_rate_that_stacks_is_added_to_the_best() -> None:
    top = more("top", "cashback", percent='"50"', stacks="true", when='{ channels = ["app"] }')
    till = Till(program(ORDERWISE + top))
    assert till.sells(1000, channel="App") == 15
    assert till.sells(1000, channel="web") == 10


def test_three_times_is_three_times_the_base_in_all_never_six() -> None:
    card = more("card", "multiplier", factor='"2"', when='{ payments = ["card"] }')
    day = more("day", "multiplier", factor='"3"', when="{ chosen_day = true }")
    till = Till(program(ORDERWISE + card + day))
    assert till.sells(10000, payment="card") == 200
    assert till.sells(10000, payment="card", member=buyer(chosen=True)) == 300


def test_a_factor_that_stacks_multiplies_the_best() -> None:
    card = more("card", "multiplier", factor='"2"')
    day = more("day", "multiplier", factor='"1.5"', stacks="true")
    assert Till(program(ORDERWISE + card + day)).sells(1000) == 30


def test_the_first_days_include_the_first_and_the_last() -> None:
    start = more("start", "multiplier", factor='"2"', when="{ first_days = 30 }")
    till = Till(program(ORDERWISE + start))
    assert [till.sells(100, day=0), till.sells(100, day=29), till.sells(100, day=30)] == [2, 2, 1]


def test_days_can_be_counted_from_a_plan() -> None:
    rule = '{ first_days = 30, first_days_of = "plan", plans = ["gold"] }'
    plan = '[[plans]]\nid = "gold"\ntitle = "Gold"\nperiod = "once"\napproval = true\n'
    text = ORDERWISE + more("start", "multiplier", factor='"2"', when=rule)
    till = Till(program(text, tail=plan))
    gold = buyer(plans={"gold": MONDAY + timedelta(days=10)})
    assert till.sells(100, day=39, member=gold) == 2
    assert till.sells(100, day=40, member=gold) == 1
    assert till.sells(100, day=11) == 1


@pytest.mark.parametrize(
    ("total", "points"),
    [(99999, 0), (100000, 100), (199999, 100), (200000, 200), (500000, 200), (500001, 300)],
)
def test_a_bracket_begins_with_its_first_sum(total: int, points: int) -> None:
    table = '[{ from = "1000.00", points = 100 }, { from = "2000.00", points = 200 },'
    table += ' { from = "5000.01", points = 300 }]'
    assert Till(program(more("b", "brackets", brackets=table))).sells(total) == points


def test_every_piece_earns_and_every_order_once() -> None:
    text = more("cup", "item", points="2", when='{ categories = ["coffee"] }')
    till = Till(program(text + more("visit", "order", points="5", minimum='"3.00"')))
    assert till.sells(900, line(900, "coffee", quantity=3)) == 11
    assert till.sells(299, line(299, "tea")) == 0


def test_only_the_first_order_earns_a_first_order_bonus() -> None:
    till = Till(program(more("first", "order", points="100", when="{ order_number = 1 }")))
    assert [till.sells(100), till.sells(100, member=buyer(number=2))] == [100, 0]


def test_gift_cards_and_excluded_goods_earn_nothing() -> None:
    counts = 'counts = { without = { categories = ["tobacco"] } }\n'
    till = Till(program(ORDERWISE, head=HEAD + counts))
    card = OrderLine("GC", 1, 1000, (), (), True)
    assert till.sells(3000, card, line(1000, "tobacco"), line(1000)) == 10


def test_a_discount_on_the_whole_order_is_shared_among_its_lines() -> None:
    till = Till(program(more("b", "cashback", percent='"100"', when='{ categories = ["beauty"] }')))
    assert till.sells(1500, line(1000, "beauty"), line(1000)) == 7  # 7.50 of the 15.00


def test_weekdays_and_dates_limit_a_rule() -> None:
    rule = '{ weekdays = ["sat", "sun"], since = 2026-03-01, until = 2026-03-08 }'
    till = Till(program(more("weekend", "order", points="10", when=rule)))
    assert [till.sells(100, day=day) for day in (4, 5, 6, 12)] == [0, 10, 10, 0]


def test_the_leap_day_birthday_is_kept_on_the_28th() -> None:
    till = Till(program(more("cake", "order", points="10", when='{ birthday = "day" }')))
    leap = buyer(birthday=(2, 29))
    assert [till.sells(100, day=day, member=leap) for day in (-3, -2, -1)] == [0, 10, 0]
