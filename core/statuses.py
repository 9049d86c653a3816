"""What becomes of a membership: active, paused, left, blocked; other systems are told."""

from core.act import Act
from core.model import Member, Status
from core.tables import hooks, members
from core.tables.hooks import Event
from core.transaction import Transaction


def put(tx: Transaction, act: Act, member: Member, status: Status) -> Member:
    """Change the taken member's state; the member as they then are."""
    members.set_status(tx, member.id, status)
    tell(tx, act, member, status)
    return member._replace(status=status)


def tell(tx: Transaction, act: Act, member: Member, status: Status) -> None:
    """Tell what the membership was and is."""
    data = {"member_id": str(member.id), "status": status.value, "before": member.status.value}
    hooks.tell(tx, act, Event.MEMBER_CHANGED, data)
