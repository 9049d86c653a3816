"""Blocking: the shop shuts a member out, and lets them in again as they were."""

from core import statuses
from core.act import Act
from core.auditing import Deed, note
from core.model import Member, MemberId, Status
from core.tables import audit, members
from core.transaction import Transaction


def block(tx: Transaction, act: Act, member_id: MemberId) -> Member:
    """Neither earning nor spending from now on. Again it changes nothing."""
    member = members.take(tx, member_id)
    if member.status in (Status.BLOCKED, Status.ERASED):
        return member
    statuses.put(tx, act, member, Status.BLOCKED)
    details = {"was": str(member.status)}
    note(tx, act, Deed.BLOCKED, member_id=member_id, about=_about(member_id), details=details)
    return member


def unblock(tx: Transaction, act: Act, member_id: MemberId) -> Member:
    """As before the block. Again it changes nothing."""
    member = members.take(tx, member_id)
    if member.status is not Status.BLOCKED:
        return member
    id = audit.latest(tx, _about(member_id), Deed.BLOCKED)
    record = audit.find(tx, id) if id else None
    before = Status(record.details["was"]) if record else Status.ACTIVE
    statuses.put(tx, act, member, before)
    note(tx, act, Deed.UNBLOCKED, member_id=member_id, about=_about(member_id))
    return member


def _about(member_id: MemberId) -> str:
    return f"member/{member_id}"
