"""Numbers and codes people read aloud, type or scan. Luck is an argument."""

from datetime import UTC, datetime, timedelta
from random import Random

from core.model import MemberId, VoucherCode

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 signs, none to be taken for another
VOUCHER_LENGTH = 12  # 12 of 31 are 59.5 bits: not to be guessed (NIST SP 800-63B, 64 with a limit)
REFERRAL_LENGTH = 8
LINK_LENGTH = 27  # 133 bits: nobody needs to be able to type it
MEMBER_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def member_id(random: Random, now: datetime) -> MemberId:
    """A time-ordered 63-bit id: 41 bits of milliseconds, 22 of luck."""
    milliseconds = (now - MEMBER_EPOCH) // timedelta(milliseconds=1)
    return MemberId(max(milliseconds, 0) << 22 | random.getrandbits(22))


def made_at(id: MemberId) -> datetime:
    """When the membership came to be here, which may be long after the member joined."""
    return MEMBER_EPOCH + (id >> 22) * timedelta(milliseconds=1)


def message_id(random: Random) -> int:
    """A new message's id, 63 bits of luck: it travels to a provider and comes back."""
    return random.getrandbits(63)


def question_id(random: Random) -> int:
    """A new question's id, 53 bits: it stands in buttons, and in what people type."""
    return random.getrandbits(53)


def voucher_code(random: Random) -> VoucherCode:
    """A new code, e.g. K7QD-9MXE-2HFW."""
    letters = "".join(random.choices(ALPHABET, k=VOUCHER_LENGTH))
    return VoucherCode("-".join(letters[i : i + 4] for i in range(0, VOUCHER_LENGTH, 4)))


def referral_code(random: Random) -> str:
    """A new code to give to friends, e.g. MEXE2HFW."""
    return "".join(random.choices(ALPHABET, k=REFERRAL_LENGTH))


def link_token(random: Random) -> str:
    """What makes a link one person's."""
    return "".join(random.choices(ALPHABET, k=LINK_LENGTH))


def card_number(random: Random) -> str:
    """A new card: an EAN-13 from the range for use inside shops, so any till's scanner reads it."""
    digits = "2" + "".join(random.choices("0123456789", k=11))
    return digits + check_digit(digits)


def check_digit(digits: str) -> str:
    """The thirteenth digit of an EAN-13 (GS1 General Specifications, 7.9)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


def is_card(number: str) -> bool:
    """Whether the number can be a card: a typing slip of one digit is found."""
    return len(number) == 13 and number.isdecimal() and check_digit(number[:12]) == number[12]


def normal_code(typed: str) -> VoucherCode:
    """The code as issued, however it was typed: case, spaces and dashes don't matter."""
    letters = "".join(sign for sign in typed.upper() if sign.isalnum())
    return VoucherCode("-".join(letters[i : i + 4] for i in range(0, len(letters), 4)))
