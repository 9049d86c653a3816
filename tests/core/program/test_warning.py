"""Rules that pay out too much are warned of, and only those."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from core.program.loading import load
from core.program.warning import warnings_of
from tests.core.program.cafe import CAFE, cafe
from tests.core.program.random_programs import programs, written

RULES_FIELDS = ("percent", "points", "brackets", "amount")
MONEY = """\
name = "x"
currency = "EUR"
timezone = "UTC"
languages = ["en"]
unit = "money"
[[earning]]
id = "back"
on = "cashback"
percent = "2"
"""


def found(text: str) -> list[tuple[str, str]]:
    """Where something is warned of, and the warning."""
    return [(".".join(map(str, each.path)), each.message) for each in warnings_of(load(text))]


def rule(text: str) -> str:
    """The café with one more rule."""
    return f'{CAFE}[[earning]]\nid = "more"\n{text}\n'


def test_the_cafe_is_not_warned_of() -> None:
    """It gives 5% back."""
    assert found(CAFE) == []


def test_points_worth_more_than_their_price_are_warned_of() -> None:
    """5.00 for points that 4.00 earns: at the rule, and at the reward."""
    [earning, reward] = found(cafe("cost = 120", "cost = 4"))

    assert earning[0] == "earning.0.points"
    assert earning[1] == (
        "this can give back 156% of what is bought (as five-off, with the best factor, 1.25)"
    )
    assert reward == (
        "rewards.1.amount",
        "its points are worth more than their price: spending 4.00 gives 5.00",
    )


def test_the_best_tier_counts() -> None:
    """80% back are 100% on silver."""
    text = cafe("cost = 120", "cost = 1").replace("5.00", "0.80")

    [(where, message)] = found(text)
    assert (where, "100%" in message, "1.25" in message) == ("earning.0.points", True, True)
    assert found(text.replace('"1.25"', '"1.24"')) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('on = "cashback"\npercent = "100"', "percent"),
        ('on = "purchase"\npoints = 20\nper = "1.00"', "points"),
        ('on = "brackets"\nbrackets = [{ from = "10.00", points = 240 }]', "brackets"),
        ('on = "order"\npoints = 240\nminimum = "10.00"', "points"),
        ('on = "order"\npoints = 240\nwhen = { basket_from = "10.00" }', "points"),
        ('on = "challenge"\ncounts = "spend"\ngoal = "10.00"\npoints = 240', "points"),
        ('on = "challenge"\ncounts = "spend"\ngoal = "5.00"\nreward = "five-off"', "points"),
        ('on = "dividend"\npercent = "100"', "percent"),
    ],
)
def test_every_rule_that_can_give_back_everything_is_warned_of(text: str, field: str) -> None:
    """24 points are worth 1.00; for a percentage one point is."""
    program = rule(text).replace("cost = 120", "cost = 5" if field == "percent" else "cost = 120")

    assert f"earning.2.{field}" in [where for where, _ in found(program)]


def test_rules_that_stack_are_added() -> None:
    """Each alone would be harmless."""
    stacked = 'on = "purchase"\npoints = 12\nper = "1.00"\nstacks = true'

    assert found(rule(stacked.replace("true", "false"))) == []
    assert found(rule(stacked)) == []
    assert found(rule(stacked) + stacked.join(['[[earning]]\nid = "third"\n', "\n"])) != []


def test_a_multiplier_counts() -> None:
    """24 times a twenty-fourth."""
    multiplier = 'on = "multiplier"\nfactor = "24"'

    assert [where for where, _ in found(rule(multiplier))] == ["earning.0.points"]


def test_in_a_money_program_money_is_worth_itself() -> None:
    """2% are 2%, and all is all."""
    assert found(MONEY) == []
    assert [where for where, _ in found(MONEY.replace('"2"', '"100"'))] == ["earning.0.percent"]


def test_without_a_sum_to_redeem_nothing_can_be_said() -> None:
    """What a coffee is worth only the shop knows."""
    assert found(cafe('kind = "amount_off"\namount = "5.00"', 'kind = "gift"')) == []


def test_how_a_tier_ends_is_warned_of_where_none_does() -> None:
    tiers = """
        [tiers]
        grace_days = 30
        fall = "one_down"
        [[tiers.levels]]
        id = "bronze"
        title = "Bronze"
        from = 0
        [[tiers.levels]]
        id = "silver"
        title = "Silver"
        from = 500
        keep = 300
    """
    ended = tiers.replace("[tiers]", '[tiers]\nwindow = { kind = "calendar_year" }')

    idle = ["tiers.fall", "tiers.grace_days", "tiers.levels.1.keep"]
    assert [path for path, _ in found(MONEY + tiers)] == idle
    assert found(MONEY + ended) == []


@given(programs())
@settings(max_examples=30, suppress_health_check=[*HealthCheck], deadline=None)
def test_any_program_can_be_looked_at(data: dict[str, Any]) -> None:
    """Whatever its rules and rewards are: each warning is at a field that is there."""
    for caution in warnings_of(load(written(data))):
        *way, field = caution.path
        place: Any = data
        for step in way:
            place = place[step]
        assert isinstance(place, dict)
        assert field in (*RULES_FIELDS, "fall", "grace_days", "keep")
        assert "NaN" not in caution.message
