"""What a program file says, and what it means."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from core.model import Money, Title
from core.program.expiry import NoExpiry, RollingExpiry
from core.program.loading import load
from core.program.parts import Part
from core.program.schema import Program
from core.program.tiers import LifetimeWindow, RollingWindow, Threshold
from tests.core.program.cafe import cafe


@pytest.fixture(scope="module")
def program() -> Program:
    """The café's program."""
    return load(cafe())


def _models(of: type[BaseModel] = Part) -> Iterator[type[BaseModel]]:
    """Every part there is: the schema has imported all of their modules."""
    for model in of.__subclasses__():
        yield model
        yield from _models(model)


def _fields() -> Iterator[tuple[str, FieldInfo]]:
    for model in {model.__name__: model for model in _models()}.values():
        for name, field in model.model_fields.items():
            yield f"{model.__name__}.{name}", field


def test_each_rule_is_found_by_what_it_is_for(program: Program) -> None:
    """A rule the program does not have is None."""
    assert program.signup is not None
    assert program.signup.points == 50
    assert program.birthday is None


def test_the_first_language_is_the_default(program: Program) -> None:
    """Whoever speaks none of the languages reads the first."""
    assert (program.language, program.languages) == ("en", ("en", "uk"))


def test_a_point_is_called_as_the_file_says(program: Program) -> None:
    """Every plural form is kept."""
    assert program.points["uk"]["few"] == "бали"


def test_a_bare_threshold_is_one_of_points(program: Program) -> None:
    """A table says of what it is."""
    several = load(cafe("from = 300", 'from = { spend = "500.01", orders = 12 }')).tier("silver")

    assert program.tier("silver").reach == Threshold(points=300)
    assert several.reach is not None
    assert several.reach.parts == {"spend": Decimal("500.01"), "orders": 12}


def test_a_tier_without_a_threshold_is_given_by_staff() -> None:
    """It may stand above the others."""
    assert load(cafe("from = 300, ", "")).tier("silver").reach is None


def test_a_tier_of_an_older_program_counts_as_the_lowest(program: Program) -> None:
    """Until the members' tiers are counted anew."""
    assert program.tier("silver").factor == Decimal("1.25")
    assert program.tier("diamond").id == "bronze"


def test_a_title_is_one_text_or_one_per_language(program: Program) -> None:
    """Both are titles."""
    assert program.tier("bronze").title == Title({"": "Bronze"})
    assert program.tier("silver").title.in_language("uk") == "Срібло"


def test_a_reward_is_found_by_its_id(program: Program) -> None:
    """An id nobody has gives None."""
    reward = program.reward("five-off")

    assert reward is not None
    assert (reward.kind, reward.cost, reward.tier, reward.stock) == (
        "amount_off",
        120,
        "silver",
        None,
    )
    assert program.reward("car") is None


def test_sums_become_the_currencys_minor_units(program: Program) -> None:
    """Cents for the euro."""
    assert program.minor(Decimal("10.5")) == 1050
    assert program.money(Decimal(5)) == Money(500, "EUR")


def test_windows_and_expiry_are_told_apart_by_kind(program: Program) -> None:
    """The kind decides which fields there are."""
    assert program.tiers.window == RollingWindow(kind="rolling", months=12)
    assert program.expiry == RollingExpiry(kind="rolling", months=12, days=None)


def test_what_is_left_out_has_the_plain_meaning() -> None:
    """One tier, nothing expires, no referral, only goods count."""
    smallest = load(cafe().partition("[tiers]")[0])

    [tier] = smallest.tiers.levels
    assert (tier.id, tier.reach, tier.factor) == ("member", Threshold(points=0), Decimal(1))
    assert smallest.tiers.window == LifetimeWindow()
    assert smallest.expiry == NoExpiry()
    assert (smallest.rewards, smallest.referral) == ((), None)
    assert (smallest.counts.tax, smallest.counts.shipping) == (False, False)


def test_a_program_does_not_change(program: Program) -> None:
    """Nor do its parts."""
    with pytest.raises(ValidationError):
        program.name = "Other"  # type: ignore[misc]  # that is the point


def test_every_field_is_described_and_shown_by_example() -> None:
    """The JSON Schema and the error messages need both."""
    for name, field in _fields():
        assert field.description, name
        assert field.examples, name
