"""
Rotating cards: beside its number a card shows a code that changes, so no picture of it pays.

RFC 6238 with HMAC-SHA-256, six digits, steps of 30 seconds; the step before and after count too.
"""

import hmac
import struct
from datetime import datetime, timedelta
from hashlib import sha256

from core.act import Act
from core.model import MemberId
from core.tables import fingerprints
from core.transaction import Transaction

STEP_S = 30
DIGITS = 6
CARD_DIGITS = 13
GOOD_FOR = timedelta(minutes=5)
"""How long after its code was read a card may pay: a purchase takes some taps."""


def prepare(tx: Transaction) -> None:
    """Make the key that all members' secrets come from, if there is none."""
    fingerprints.of(tx, "")


def shown(tx: Transaction, member_id: MemberId, act: Act) -> str | None:
    """What of the member's card changes, as it is now; None if nothing does."""
    secret = _secret(tx, member_id) if act.program.counter.rotating_cards else None
    return at_step(secret, _step(act.now)) if secret else None


def pays(act: Act, proven_at: datetime | None) -> bool:
    """Whether points may be spent with a card whose code was read then, or never."""
    if not act.program.counter.rotating_cards:
        return True
    return proven_at is not None and act.now < proven_at + GOOD_FOR


def is_proven(tx: Transaction, member_id: MemberId, typed: str, now: datetime) -> bool:
    """Whether what follows the card's number is its code of about now."""
    digits = "".join(sign for sign in typed if sign.isdecimal())
    read, secret = digits[CARD_DIGITS:], _secret(tx, member_id)
    if secret is None or len(read) != DIGITS:
        return False
    step = _step(now)
    return any(
        hmac.compare_digest(at_step(secret, one), read) for one in (step - 1, step, step + 1)
    )


def _secret(tx: Transaction, member_id: MemberId) -> bytes | None:
    found = fingerprints.if_any(tx, f"card:{member_id}")
    return bytes.fromhex(found) if found else None


def _step(now: datetime) -> int:
    return int(now.timestamp()) // STEP_S


def at_step(secret: bytes, step: int) -> str:
    """The code of that step: the counter's HMAC, truncated as RFC 4226 says."""
    digest = hmac.new(secret, struct.pack(">Q", step), sha256).digest()
    offset = digest[-1] & 0x0F
    [number] = struct.unpack(">I", digest[offset : offset + 4])
    return str((number & 0x7FFFFFFF) % 10**DIGITS).zfill(DIGITS)
