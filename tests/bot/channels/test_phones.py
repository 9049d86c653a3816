"""Phone numbers in E.164."""

import pytest

from bot.phones import e164


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("+380501234567", None),
        ("+38 (050) 123-45-67", None),
        ("00380501234567", None),
        (" +380 50 1234567 ", None),
        ("050 123 45 67", "UA"),
        ("+380501234567", "US"),
    ],
)
def test_one_number_has_one_form(text: str, region: str | None) -> None:
    """However a number is written, it is kept as E.164."""
    assert e164(text, region) == "+380501234567"


@pytest.mark.parametrize("text", ["", "hello", "12345", "0501234567", "+38", "+380501234567 ext 5"])
def test_what_can_not_be_a_number_is_none(text: str) -> None:
    """Words, short codes, extensions and numbers without a country are no numbers."""
    assert e164(text) is None
