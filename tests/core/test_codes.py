"""Codes: not to be guessed, not to be misread, and a typing slip is found."""

from datetime import UTC, datetime, timedelta
from math import log2
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core import codes

Digits = st.text("0123456789", min_size=12, max_size=12)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_voucher_code_is_too_long_to_be_guessed() -> None:
    code = codes.voucher_code(Random(7))

    assert len(code.replace("-", "")) * log2(len(codes.ALPHABET)) >= 59
    assert [len(part) for part in code.split("-")] == [4, 4, 4]


def test_no_sign_can_be_taken_for_another() -> None:
    assert not set("01ILO") & set(codes.ALPHABET)
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET)
    assert codes.ALPHABET.isascii()
    assert codes.ALPHABET.upper() == codes.ALPHABET


def test_every_sign_is_used() -> None:
    random = Random(7)
    used = {sign for _ in range(200) for sign in codes.voucher_code(random)}

    assert used == {*codes.ALPHABET, "-"}


@given(seed=st.integers())
def test_a_code_is_the_same_however_it_is_typed(seed: int) -> None:
    code = codes.voucher_code(Random(seed))

    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), f" {code}\n"):
        assert codes.normal_code(typed) == code


@given(seed=st.integers())
def test_a_card_is_thirteen_digits_that_begin_with_two(seed: int) -> None:
    card = codes.card_number(Random(seed))

    assert codes.is_card(card)
    assert card[0] == "2"


@given(digits=Digits, place=st.integers(0, 12), slip=st.integers(1, 9))
def test_a_slip_of_any_one_digit_is_found(digits: str, place: int, slip: int) -> None:
    card = digits + codes.check_digit(digits)
    wrong = str((int(card[place]) + slip) % 10)

    assert codes.is_card(card)
    assert not codes.is_card(card[:place] + wrong + card[place + 1 :])


def test_the_check_digit_is_that_of_ean_13() -> None:
    assert codes.check_digit("629104150021") == "3"  # the example of GS1
    assert codes.check_digit("400638133393") == "1"


@given(
    first=st.datetimes(datetime(2020, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 the strategy adds the zone
    seed=st.integers(),
)
def test_ids_rise_with_time_and_fit_sixty_three_bits(first: datetime, seed: int) -> None:
    random = Random(seed)
    one = codes.member_id(random, first)
    later = codes.member_id(random, first + timedelta(milliseconds=1))

    assert 0 <= one < later < 2**63


def test_an_id_of_a_wrong_clock_still_fits() -> None:
    assert 0 <= codes.member_id(Random(7), datetime(1970, 1, 1, tzinfo=UTC)) < 2**22


def test_two_of_the_same_moment_differ() -> None:
    random = Random(7)

    assert codes.member_id(random, NOON) != codes.member_id(random, NOON)
