"""The rules in plain words."""

from decimal import Decimal
from pathlib import Path

import pytest

import locales
from core.model import Money, Points, Title
from core.program.explaining import Sentence, explain
from core.program.loading import load
from tests.core.program.cafe import CAFE, cafe


def told(text: str) -> dict[str, Sentence]:
    """The sentences by key; of several the last."""
    return {sentence.key: sentence for sentence in explain(load(text))}


def test_every_rule_of_the_cafe_is_told_in_the_order_of_the_members_journey() -> None:
    """Earning, friends, tiers, rewards, expiry."""
    keys = [sentence.key.removeprefix("rules-") for sentence in explain(load(CAFE))]

    assert keys == [
        *["title", "purchase", "counts-goods", "purchase-returned", "signup"],
        *["referrer", "friend", "referral-minimum"],
        *["tiers-rolling", "tier-first", "tier", "tier-more"],
        *["rewards", "reward-gift", "reward-amount-off", "reward-tier", "expiry-rolling"],
    ]


def test_sums_points_and_titles_are_told_as_what_they_are() -> None:
    """So that the texts can put them in the reader's language."""
    sentences = told(CAFE)

    assert sentences["rules-purchase"].values == {"amount": Money(100, "EUR"), "points": Points(1)}
    assert sentences["rules-reward-tier"].values == {
        "title": Title({"": "Five off"}),
        "tier": Title({"en": "Silver", "uk": "Срібло"}),
    }


@pytest.mark.parametrize(
    ("factor", "key", "percent"),
    [("1.25", "more", 25), ("1.125", "more", "12.5"), ("0.5", "fewer", 50), ("2", "more", 100)],
)
def test_a_factor_is_told_in_percent(factor: str, key: str, percent: int | str) -> None:
    """More or fewer than without."""
    sentence = told(cafe('"1.25"', f'"{factor}"'))[f"rules-tier-{key}"]

    assert sentence.values["percent"] == Decimal(percent)


@pytest.mark.parametrize(
    ("old", "new", "key", "values"),
    [
        ('per = "1.00"', 'per = "1.00"\npending_days = 14', "purchase-pending", {"days": 14}),
        (
            'per = "1.00"',
            'per = "1.00"\nminimum = 5',
            "purchase-minimum",
            {"minimum": Money(500, "EUR")},
        ),
        ("[referral]", "[counts]\ntax = true\n[referral]", "counts-no-shipping", {}),
        ("[referral]", "[counts]\nshipping = true\n[referral]", "counts-no-tax", {}),
        ("friend = 50", "friend = 50\nwithin_days = 90", "referral-within", {"days": 90}),
        ('kind = "rolling", months = 12 }', 'kind = "lifetime" }', "tiers-lifetime", {}),
        ('kind = "rolling", months = 12 }', 'kind = "calendar_year" }', "tiers-calendar-year", {}),
        ('[expiry]\nkind = "rolling"\nmonths = 12', "", "expiry-never", {}),
    ],
)
def test_a_rule_that_is_set_is_told(
    old: str, new: str, key: str, values: dict[str, object]
) -> None:
    """With its numbers."""
    assert told(cafe(old, new))[f"rules-{key}"].values == values


def test_a_rewards_limits_are_told_with_its_name() -> None:
    """Each limit is a sentence of its own."""
    limits = "cost = 60\nper_member = 1\nstock = 5\nvoucher_days = 30"
    sentences = told(cafe("cost = 60", limits))

    for key, limit in (("per-member", "times"), ("stock", "stock"), ("voucher-days", "days")):
        values = sentences[f"rules-reward-{key}"].values
        assert values["title"] == Title({"": "Free coffee"})
        assert values[limit] in (1, 5, 30)


def test_a_program_without_tiers_does_not_speak_of_them() -> None:
    """Nor of rewards it has not."""
    keys = told(cafe().partition("[tiers]")[0])

    assert not [key for key in keys if "tier" in key or "reward" in key]


def test_every_sentence_has_english_words() -> None:
    """Every key the source can make is in the locale."""
    source = Path(explain.__code__.co_filename).read_text(encoding="utf-8")
    english = (Path(locales.__file__).parent / "en" / "rules.ftl").read_text(encoding="utf-8")
    written = {line.partition(" =")[0] for line in english.splitlines() if line[:6] == "rules-"}

    rewards = {f"rules-reward-{kind}" for kind in ("gift", "amount-off", "percent-off")}
    quoted = {part for part in source.split('"') if part.startswith("rules-") and "{" not in part}
    assert written == quoted | rewards | {"rules-reward-free-shipping"}
