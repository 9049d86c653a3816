"""Sums are exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import CURRENCIES, MINOR_MAX, digits, to_decimal, to_minor


@given(st.integers(-MINOR_MAX, MINOR_MAX), st.sampled_from(sorted(CURRENCIES)))
def test_minor_units_survive_the_way_through_text(minor: int, currency: str) -> None:
    """As text and as a number."""
    decimal = to_decimal(minor, currency)

    assert to_minor(decimal, currency) == minor
    assert to_minor(str(decimal), currency) == minor


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("249.90", "EUR", 24990),
        ("249.9", "EUR", 24990),
        ("0", "EUR", 0),
        ("10.000", "EUR", 1000),
        ("500", "JPY", 500),
        ("1.234", "KWD", 1234),
        ("-5.00", "USD", -500),
        (Decimal("1E+3"), "EUR", 100000),
    ],
)
def test_an_amount_becomes_minor_units(amount: str | Decimal, currency: str, minor: int) -> None:
    """The currency decides how many decimals there are."""
    assert to_minor(amount, currency) == minor


@pytest.mark.parametrize(
    "amount",
    [
        *["", "5,00", "1e3", " 5", "٣", "1_000", "NaN", "0.001", "9" * 17, "1" * 50],
        *[Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999"), Decimal("1E-999999")],
    ],
)
def test_what_is_no_exact_sum_is_refused(amount: str | Decimal) -> None:
    """Nothing is rounded, guessed or computed for minutes."""
    with pytest.raises(ValueError, match=r"amount|finer"):
        to_minor(amount, "EUR")


def test_decimals_show_as_many_as_the_currency_has() -> None:
    """As the API gives them."""
    shown = [str(to_decimal(24990, currency)) for currency in ("EUR", "JPY", "KWD")]

    assert shown == ["249.90", "24990", "24.990"]


def test_an_unknown_currency_is_refused() -> None:
    """Also in the wrong case."""
    with pytest.raises(ValueError, match="ISO 4217"):
        digits("eur")
