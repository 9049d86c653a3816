"""The rules in plain words."""

import re
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

import locales
from core.model import Money, Points, Title
from core.program import explaining
from core.program.explaining import (
    DayOfYear,
    Listed,
    Sentence,
    Told,
    Weekday,
    difference,
    explain,
)
from core.program.loading import load
from core.program.rewards import Reward
from tests.core.program.cafe import CAFE, cafe


def told(text: str) -> dict[str, Sentence]:
    """The sentences by key, details as what they say; of several the last."""
    said = (plain(sentence) for sentence in explain(load(text)))
    return {sentence.key: sentence for sentence in said}


def plain(sentence: Sentence) -> Sentence:
    """The sentence, without its place below another one."""
    said = sentence.values.get("said")
    return said if isinstance(said, Sentence) else sentence


def outline(text: str, key: str) -> list[str]:
    """The sentences of that key and the details below them; a deeper one with two dots."""
    dots = {"rules-detail": ".", "rules-detail-deeper": ".."}
    shown, within = [], False
    for sentence in explain(load(text)):
        within = sentence.key == key or (within and sentence.key in dots)
        if within:
            shown.append(dots.get(sentence.key, "") + plain(sentence).key.removeprefix("rules-"))
    return shown


def purchase(more: str) -> str:
    """The café with that said of its purchases."""
    return cafe('per = "1.00"', f'per = "1.00"\n{more}')


def test_every_rule_of_the_cafe_is_told_in_the_order_of_the_members_journey() -> None:
    """Earning, friends, tiers, rewards, expiry."""
    keys = [plain(one).key.removeprefix("rules-") for one in explain(load(CAFE))]

    assert keys == [
        *["title", "purchase", "counts-goods", "purchase-returned", "returned-spent"],
        *["purchase-before", "signup"],
        *["referrer", "friend", "referral-minimum", "referral-review"],
        *["tiers-rolling", "tier-first", "tier", "tier-more"],
        *["rewards", "reward-gift", "reward-amount-off", "reward-tier", "expiry-rolling"],
    ]


def test_sums_points_and_titles_are_told_as_what_they_are() -> None:
    """So that the texts can put them in the reader's language."""
    sentences = told(CAFE)

    assert sentences["rules-purchase"].values == {"amount": Money(100, "EUR"), "points": Points(1)}
    tier = Title({"en": "Silver", "uk": "Срібло"})
    assert sentences["rules-reward-tier"].values == {"tier": tier}


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


def test_what_limits_a_reward_stands_below_it() -> None:
    """Each limit is a sentence of its own."""
    limits = "cost = 60\nper_member = 1\nstock = 5\nvoucher_days = 30"

    assert outline(cafe("cost = 60", limits), "rules-reward-gift") == [
        *["reward-gift", ".reward-per-member", ".reward-stock", ".reward-voucher-days"]
    ]


def test_each_condition_is_a_sentence_below_its_rule() -> None:
    """All of them must hold."""
    when = """
        [earning.when]
        categories = ["beauty"]
        without = { labels = ["sale"] }
        tiers = ["silver"]
        weekdays = ["sat", "sun"]
        since = 2026-12-01
        until = 2026-12-24
        basket_from = "50.00"
    """

    assert outline(purchase(when), "rules-purchase") == [
        *["purchase", ".only-categories", ".not-goods", ".only-tiers"],
        *[".only-weekdays", ".only-between", ".only-basket"],
    ]


def test_names_and_weekdays_are_told_as_a_list() -> None:
    """So that the texts can join them in the reader's language; a single one is itself."""
    sentences = told(purchase('when = { weekdays = ["sat", "sun"], categories = ["beauty"] }'))

    assert sentences["rules-only-weekdays"].values == {"weekdays": Listed((Weekday(5), Weekday(6)))}
    assert sentences["rules-only-categories"].values == {"categories": "beauty"}


def test_goods_by_several_marks_are_one_condition() -> None:
    """One of the marks is enough: in two sentences both would be needed."""
    sentences = told(purchase('when = { categories = ["beauty"], labels = ["new"] }'))
    goods = Listed(
        (
            Sentence("rules-goods-category", {"name": "beauty"}),
            Sentence("rules-goods-label", {"name": "new"}),
        ),
        any_of=True,
    )

    assert sentences["rules-only-goods"].values == {"goods": goods}
    assert not {"rules-only-categories", "rules-only-labels"} & sentences.keys()


def test_a_single_day_is_told_as_one() -> None:
    """Not as from that day to that day."""
    keys = told(purchase("when = { since = 2026-12-01, until = 2026-12-01 }"))

    assert "rules-only-date" in keys
    assert "rules-only-between" not in keys


RATE = """
[[earning]]
id = "{id}"
on = "cashback"
percent = "5"
"""


def test_how_rates_compete_is_told() -> None:
    """The best one of equals; before them those that come first; the added ones last."""
    others = RATE.format(id="first") + "priority = 1\n"
    others += RATE.format(id="equal") + RATE.format(id="more") + "stacks = true\n"
    text = cafe('[[earning]]\nid = "welcome"', others + '[[earning]]\nid = "welcome"')
    keys = [plain(one).key.removeprefix("rules-") for one in explain(load(text))]

    assert keys[1:9] == [
        *["rates-best", "cashback", "share-in-points", "rate-first"],
        *["purchase", "cashback", "share-in-points", "cashback"],
    ]
    assert "rate-added" in keys


def test_rates_are_not_compared_when_there_is_one() -> None:
    """Nor extras, multipliers or discounts."""
    comparing = ("rates-best", "rate-first", "factors-best", "extras", "discounts-best")

    assert not {f"rules-{key}" for key in comparing} & told(CAFE).keys()


def test_a_tier_by_several_measures_says_that_one_is_enough() -> None:
    """In its own words each."""
    sentences = told(cafe("from = 300", 'from = { spend = "500.00", orders = 12 }'))
    needs = Listed(
        (
            Sentence("rules-need-spend", {"amount": Money(50000, "EUR")}),
            Sentence("rules-need-orders", {"orders": 12}),
        ),
        any_of=True,
    )

    assert sentences["rules-tier-needs"].values["needs"] == needs
    assert sentences["rules-tiers-window-rolling"].values == {"months": 12}


def test_what_a_tier_gives_stands_below_it_and_its_conditions_deeper() -> None:
    """A detail of a detail."""
    benefits = 'benefits = [{ kind = "discount", percent = "10", when = { channels = ["web"] } }]'
    text = cafe('factor = "1.25"', f'factor = "1.25", {benefits}')

    assert outline(text, "rules-tier") == [
        *["tier", ".tier-more", ".benefit-discount", "..only-channels"]
    ]


def test_a_reward_without_a_cost_says_how_else_one_gets_it() -> None:
    """By a balance, or only as a present."""
    unlocked = told(cafe("cost = 60", "unlocks_at = 1000"))["rules-reward-gift"]
    given = told(cafe("cost = 60", "").replace("points = 50", 'reward = "coffee"'))

    assert unlocked.values["points"] == Sentence("rules-reward-unlocks", {"points": Points(1000)})
    assert given["rules-reward-gift"].values["points"] == Sentence("rules-reward-given")
    assert given["rules-signup"].values == {"points": Title({"": "Free coffee"})}


def test_points_and_a_reward_for_the_same_are_told_together() -> None:
    """Both are given."""
    what = told(cafe("points = 50", 'points = 50\nreward = "coffee"'))["rules-signup"].values

    assert what == {"points": Listed((Points(50), Title({"": "Free coffee"})))}


PLAN = """
[[plans]]
id = "club"
title = "Club"
period = "month"
"""


@pytest.mark.parametrize(
    ("terms", "told_as"),
    [
        ('price = "5.00"', ["plan"]),
        ('price = "5.00"\nstars = 100', ["plan", ".plan-stars"]),
        ("stars = 100", ["plan-in-stars"]),
        ("approval = true", ["plan-free", ".plan-approval"]),
    ],
)
def test_a_plan_is_free_only_if_nothing_is_paid(terms: str, told_as: list[str]) -> None:
    """It can be paid in Telegram Stars alone."""
    assert outline(CAFE + PLAN + terms, f"rules-{told_as[0]}") == told_as


WALLET = """
[[rewards]]
id = "wallet"
kind = "flexible"
title = "Pay with it"
points = "{points}"
amount = "1.00"
"""


@pytest.mark.parametrize(("points", "key"), [("1.00", "wallet"), ("2.00", "flexible")])
def test_a_wallet_is_no_exchange(points: str, key: str) -> None:
    """Where money is earned nobody needs to be told that 1.00 is worth 1.00."""
    text = CAFE.partition("[points.en]")[0] + 'unit = "money"\n' + WALLET.format(points=points)

    assert [one for one in told(text) if one.startswith("rules-reward-")] == [f"rules-reward-{key}"]


@pytest.mark.parametrize(
    ("expiry", "key", "values"),
    [
        ('kind = "rolling"\ndays = 90', "rolling-days", {"days": 90}),
        ('kind = "rolling"\nmonths = 6\nround_to = "month"', "rounded", {"span": "month"}),
        ('kind = "inactivity"\nmonths = 18', "inactivity", {"months": 18}),
        ('kind = "calendar"', "calendar", {"day": DayOfYear(12, 31)}),
        (
            'kind = "calendar"\non = "03-01"\nyears_later = 1',
            "calendar-later",
            {"day": DayOfYear(3, 1), "years": 1},
        ),
        ('kind = "anniversary"', "anniversary", {}),
        ('kind = "anniversary"\nyears_later = 2', "anniversary-later", {"years": 2}),
    ],
)
def test_each_kind_of_expiry_is_told(expiry: str, key: str, values: dict[str, Told]) -> None:
    """With its numbers."""
    sentences = told(cafe('kind = "rolling"\nmonths = 12\n', expiry + "\n"))

    assert sentences[f"rules-expiry-{key}"].values == values


def test_what_counts_as_activity_is_told() -> None:
    """Else nobody knows how to keep what they have."""
    inactivity = 'kind = "inactivity"\nmonths = 18\nactivity = ["purchase"]\n'
    sentences = told(cafe('kind = "rolling"\nmonths = 12\n', inactivity))

    assert sentences["rules-expiry-activity"].values == {
        "activities": Sentence("rules-activity-purchase")
    }


def test_a_difference_shows_a_changed_rule_with_all_that_belongs_to_it() -> None:
    """A changed detail alone would not say what it is about."""
    before = load(purchase('when = { weekdays = ["sat"] }'))
    after = load(purchase('when = { weekdays = ["sun"] }'))
    changed = difference(before, after)

    assert [one.key for one in changed.gone] == ["rules-purchase", "rules-detail"]
    assert [plain(one).values.get("weekdays") for one in changed.new] == [None, Weekday(6)]


def test_nothing_differs_from_itself() -> None:
    """Whatever is in it."""
    assert difference(load(CAFE), load(CAFE)) == explaining.Difference(gone=(), new=())


def test_a_program_without_tiers_does_not_speak_of_them() -> None:
    """Nor of rewards it has not."""
    keys = told(cafe().partition("[tiers]")[0])

    assert not [key for key in keys if "tier" in key or "reward" in key]


def test_every_sentence_has_english_words() -> None:
    """Every key the source can make is in the locale, and no other."""
    folder = Path(explaining.__file__).parents[1]
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    english = (Path(locales.__file__).parent / "en" / "rules.ftl").read_text(encoding="utf-8")

    kinds = [get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(Reward)]
    of_rewards = {f"rules-reward-{kind.replace('_', '-')}" for kind in kinds}
    quoted = {*re.findall(r'"(rules-[a-z-]+[a-z])"', source)}
    assert {*re.findall(r"^(rules-[a-z-]+) =", english, re.MULTILINE)} == quoted | of_rewards
