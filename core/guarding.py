"""Guarding: who guesses cards, codes or invitations is not answered for a while."""

from datetime import timedelta

from core import staffing
from core.act import Act
from core.codes import message_id
from core.errors import LoyaltyError, VoucherNotUsable
from core.staff_errors import CustomerUnknown, InvitationNotUsable, ReceiptNotUsable, TooManyGuesses
from core.staffing import Alarm
from core.tables import guesses
from core.transaction import Transaction

MOST = 10
WITHIN = timedelta(minutes=15)
WRONG = (CustomerUnknown, InvitationNotUsable, ReceiptNotUsable, VoucherNotUsable)


def check(tx: Transaction, act: Act, who: str) -> None:
    """Raise TooManyGuesses if the person has been wrong too often of late."""
    if guesses.count_since(tx, who, act.now - WITHIN) >= MOST:
        raise TooManyGuesses(minutes=WITHIN // timedelta(minutes=1))


def is_wrong(refusal: LoyaltyError) -> bool:
    """Whether it says that something was guessed, or typed wrong."""
    return isinstance(refusal, WRONG)


def count(tx: Transaction, act: Act, who: str) -> None:
    """Count a wrong one; the owners hear of the one that is too many."""
    guesses.add(tx, message_id(act.random), who, now=act.now, keep_since=act.now - WITHIN)
    if guesses.count_since(tx, who, act.now - WITHIN) == MOST:
        occasion = f"{who}/{act.now:%Y-%m-%dT%H:%M}"
        person = who.partition(":")[2]
        staffing.tell_owners(
            tx, act, Alarm.GUESSES, "staff-told-guesses", occasion, {"person": person}
        )
