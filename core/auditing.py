"""Auditing: what the staff does is written down, in the transaction of the act itself."""

from collections.abc import Mapping
from enum import StrEnum

from core.act import Act
from core.codes import message_id
from core.model import MemberId
from core.tables import audit
from core.tables.audit import Record
from core.transaction import Transaction


class Deed(StrEnum):
    """What the staff does. Its sentence is audit-<value>."""

    INVITED = "invited"
    JOINED = "joined"
    ROLE = "role"
    DISMISSED = "dismissed"
    SOLD = "sold"
    USED = "used"  # a voucher
    HANDED = "handed"  # a reward, straight for points
    RECEIPT = "receipt"  # a code for who had no card at hand
    UNDONE = "undone"
    GRANTED = "granted"  # points given or taken by hand
    ASKED = "asked"  # a second person, as it is too much for one
    APPROVED = "approved"
    REFUSED = "refused"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    SENT = "sent"  # a broadcast
    PROGRAM = "program"  # another version in force
    PAUSED = "paused"  # a broadcast or a campaign
    RESUMED = "resumed"  # same
    STOPPED = "stopped"  # a broadcast, for good
    TAGGED = "tagged"
    ANSWERED = "answered"  # what a member said


def note(
    tx: Transaction,
    act: Act,
    deed: Deed,
    *,
    member_id: MemberId | None = None,
    about: str = "",
    points: int = 0,
    amount: int = 0,
    details: Mapping[str, str] | None = None,
    undoes: int | None = None,
) -> Record:
    """Write down what the act's actor does. Nothing ever changes it."""
    record = Record(
        id=message_id(act.random),
        at=act.now,
        actor=act.actor,
        deed=deed,
        member_id=member_id,
        about=about,
        points=points,
        amount=amount,
        details=details or {},
        undoes=undoes,
    )
    audit.add(tx, record)
    return record
