"""Why an entry stands in the ledger, told to integrators: one sentence for every kind."""

from datetime import UTC, datetime

import pytest

from bot.web.reasons import order_of, reason_of
from core.model import Entry, Kind, MemberId
from core.program.loading import load
from tests.bot.web.conftest import PROGRAM, READ

MONEY = load('name = "A"\ncurrency = "EUR"\ntimezone = "UTC"\nlanguages = ["en"]\nunit = "money"\n')
Reason = dict[str, str | int]
ORDER: Reason = {"rule": "purchases", "sum": 30_00, "currency": "EUR"}


def entry(kind: Kind, reason: Reason, reference: str = "eu/1001") -> Entry:
    """An entry with that reason."""
    return Entry(
        member_id=MemberId(1),
        number=1,
        kind=kind,
        points=6,
        occurred_at=datetime(2026, 3, 10, tzinfo=UTC),
        reference=reference,
        reason=reason,
    )


@pytest.mark.parametrize(
    ("kind", "reason", "sentence"),
    [
        (
            Kind.ORDER,
            ORDER | {"points": 1, "per": 5_00, "factor": "1.25"},
            "Order 1001 of eu: 30.00 EUR at 1 point per 5.00 EUR, times 1.25.",
        ),
        (
            Kind.ORDER,
            ORDER | {"percent": "2", "limited": 60},
            "Order 1001 of eu: 30.00 EUR at 2%, as far as its limits allow.",
        ),
        (
            Kind.ORDER,
            ORDER | {"on": "brackets"},
            "Order 1001 of eu: 30.00 EUR by the rule purchases.",
        ),
        (
            Kind.ORDER,
            ORDER | {"on": "item", "sum": 2},
            "Order 1001 of eu, by the rule purchases.",
        ),
        (
            Kind.CHALLENGE,
            ORDER | {"on": "challenge", "sum": 1},
            "Order 1001 of eu, by the rule purchases.",
        ),
        (
            Kind.REVERSAL,
            ORDER | {"sum": -10_00, "per": 5_00, "points": 1},
            "Order 1001 of eu is 10.00 EUR less: points taken back.",
        ),
        (
            Kind.REVERSAL,
            ORDER | {"on": "item", "sum": -1},
            "Order 1001 of eu is less: points taken back.",
        ),
    ],
)
def test_an_order_s_entry_says_the_sum_and_the_rule(
    kind: Kind, reason: Reason, sentence: str
) -> None:
    found = entry(kind, reason)

    assert reason_of(found, READ) == sentence
    assert order_of(found) == ("eu", "1001")


def test_where_money_is_given_the_rule_says_money() -> None:
    found = entry(Kind.ORDER, ORDER | {"points": 5_00, "per": 100_00})

    assert reason_of(found, MONEY) == "Order 1001 of eu: 30.00 EUR at 5.00 EUR per 100.00 EUR."


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_sentence_whatever_the_entry_lacks(kind: Kind) -> None:
    sentence = reason_of(entry(kind, {}), READ)

    assert sentence[0].isupper()
    assert sentence != f"{kind.capitalize()}." or kind is Kind.BIRTHDAY
    assert order_of(entry(kind, {})) is None


def test_what_is_taken_back_of_an_action_is_no_order() -> None:
    found = entry(Kind.REVERSAL, {"rule": "reviews", "due": 5}, "action/review/1")

    assert order_of(found) is None
    assert "taken back" in reason_of(found, load(PROGRAM))
