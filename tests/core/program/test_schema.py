"""What a program file says, and what it means."""

from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from core.model import Money, Title
from core.program import schema
from core.program.checking import LANGUAGES
from core.program.loading import load
from core.program.schema import LifetimeWindow, NoExpiry, Program, RollingExpiry, RollingWindow
from tests.core.program.cafe import cafe


@pytest.fixture(scope="module")
def program() -> Program:
    """The café's program."""
    return load(cafe())


def _fields() -> Iterator[tuple[str, FieldInfo]]:
    for model in vars(schema).values():
        if isinstance(model, type) and issubclass(model, BaseModel):
            for name, field in model.model_fields.items():
                yield f"{model.__name__}.{name}", field


def test_each_rule_is_found_by_what_it_is_for(program: Program) -> None:
    """A rule the program does not have is None."""
    assert program.purchase is not None
    assert (program.purchase.points, program.purchase.per) == (1, Decimal("1.00"))
    assert program.signup is not None
    assert program.signup.points == 50
    assert program.birthday is None


def test_the_first_language_is_the_default(program: Program) -> None:
    """Whoever speaks none of the languages reads the first."""
    assert (program.language, program.languages) == ("en", ("en", "uk"))


def test_a_point_is_called_as_the_file_says(program: Program) -> None:
    """Every plural form is kept."""
    assert program.points["uk"]["few"] == "бали"


def test_a_tier_is_reached_exactly_at_its_threshold(program: Program) -> None:
    """One point less is the tier below; a negative sum is still the first tier."""
    reached = [program.tier_for(points).id for points in (-5, 0, 299, 300, 10**9)]

    assert reached == ["bronze", "bronze", "bronze", "silver", "silver"]


def test_the_next_tier_is_the_nearest_above(program: Program) -> None:
    """On the highest there is none."""
    following = [program.next_tier(points) for points in (-5, 0, 299, 300)]

    assert [tier and tier.id for tier in following] == ["silver", "silver", "silver", None]


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
    assert program.expiry == RollingExpiry(kind="rolling", months=12)


def test_what_is_left_out_has_the_plain_meaning() -> None:
    """One tier, nothing expires, no referral, only goods count."""
    smallest = load(cafe().partition("[tiers]")[0])

    [tier] = smallest.tiers.levels
    assert (tier.id, tier.from_points, tier.factor) == ("member", 0, Decimal(1))
    assert smallest.tiers.window == LifetimeWindow()
    assert smallest.expiry == NoExpiry()
    assert (smallest.rewards, smallest.referral) == ((), None)
    assert (smallest.counts.tax, smallest.counts.shipping) == (False, False)


def test_a_program_does_not_change(program: Program) -> None:
    """Nor do its parts."""
    with pytest.raises(ValidationError):
        program.name = "Other"  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize(("name", "field"), list(_fields()))
def test_every_field_is_described_and_shown_by_example(name: str, field: FieldInfo) -> None:
    """The JSON Schema and the error messages need both."""
    assert field.description, name
    assert field.examples, name


def test_every_preset_is_a_program_in_all_languages() -> None:
    """The presets speak every language the bot speaks."""
    presets = list((files("core.program") / "presets").iterdir())

    assert presets
    for preset in presets:
        assert {*load(preset.read_text(encoding="utf-8")).languages} == {*LANGUAGES}, preset.name
