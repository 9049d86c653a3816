"""Finding: whom a cashier serves, by the card's number or a phone's."""

from core import codes
from core.model import Chat, Member, Status
from core.staff_errors import NotForYourself
from core.tables import members
from core.till.rotating import CARD_DIGITS, DIGITS
from core.transaction import Transaction

SHOP = "till"
"""The shop that orders from the till belong to."""


def by_card(tx: Transaction, card: str) -> Member | None:
    """Who has that card, however it is typed."""
    digits = "".join(sign for sign in card if sign.isdecimal())
    if len(digits) == CARD_DIGITS + DIGITS:  # with its code
        digits = digits[:CARD_DIGITS]
    return _known(tx, "card", digits) if codes.is_card(digits) else None


def by_phone(tx: Transaction, phone: str) -> Member | None:
    """Who has that number, E.164."""
    return _known(tx, "phone", phone)


def served(member: Member, cashier: Chat) -> Member:
    """The member as somebody this cashier may serve. Raises NotForYourself."""
    if member.id == cashier.member_id:
        raise NotForYourself
    return member


def first_name(member: Member) -> str:
    """All of the name a cashier is shown."""
    return (member.name.split() or [""])[0]


def _known(tx: Transaction, key: str, value: str) -> Member | None:
    member_id = members.by_key(tx, key, value)
    member = members.find(tx, member_id) if member_id else None
    return member if member and member.status is not Status.ERASED else None
