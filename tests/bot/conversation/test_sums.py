"""Sums of money as cashiers type them."""

import pytest

from bot.conversation.staff.amounts import minor_typed, readings
from core.program.loading import load
from core.staff_errors import AmountNotUnderstood
from tests.core.program.cafe import CAFE


@pytest.mark.parametrize(
    ("typed", "minor", "currency"),
    [
        ("249,90", 24990, "EUR"),
        ("249.90 ₴", 24990, "UAH"),
        ("1 249,90", 124990, "EUR"),
        ("1\N{NARROW NO-BREAK SPACE}249,90 грн", 124990, "UAH"),
        ("1.249,90 lei", 124990, "RON"),
        ("1,249.90", 124990, "EUR"),
        ("1'249.9", 124990, "CHF"),
        ("€5", 500, "EUR"),
        ("5 eur", 500, "EUR"),
        ("5", 500, "EUR"),
        ("1.249", 124900, "EUR"),
        ("12 zł", 1200, "PLN"),
        ("$12", 1200, "CAD"),
    ],
)
def test_sums_are_read_as_people_type_them(typed: str, minor: int, currency: str) -> None:
    assert minor_typed(typed, currency) == minor


@pytest.mark.parametrize("typed", ["20 USD", "20 zł", "$20", "249.90 ₴", "20 lei"])
def test_another_currencys_sum_is_not_taken_for_ours(typed: str) -> None:
    with pytest.raises(AmountNotUnderstood):
        minor_typed(typed, "EUR")


@pytest.mark.parametrize(
    "typed", ["", "0", "0,00", "-5", "five", "1,2,3", "12 34", "5 and 6", "9" * 30, "1.2345,6.7"]
)
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(AmountNotUnderstood):
        minor_typed(typed, "EUR")


@pytest.mark.parametrize(
    ("typed", "currency", "meant"),
    [
        ("12.345", "EUR", (1234500, 1235)),
        ("1,234", "EUR", (123400, 123)),
        ("1 234", "EUR", (123400,)),
        ("1.234,50", "EUR", (123450,)),
        ("1.234.567", "EUR", (123456700,)),
        ("1.234", "KWD", (1234, 1234000)),
        ("0.125", "KWD", (125,)),
        ("1.234", "JPY", (1234,)),
    ],
)
def test_a_sum_with_two_readings_has_both(typed: str, currency: str, meant: tuple[int]) -> None:
    assert readings(typed, currency) == meant


def test_a_fraction_of_a_cent_is_no_thousands() -> None:
    with pytest.raises(AmountNotUnderstood):
        minor_typed("0.125", "EUR")


def test_a_currency_without_decimals_has_whole_sums() -> None:
    assert minor_typed("1,249 ¥", "JPY") == 1249


def test_the_limit_is_in_the_currencys_own_size() -> None:
    assert [load(CAFE).counter.large(one) for one in ("EUR", "UAH", "JPY")] == [5000, 50000, 500000]
