"""Granting: managers give and take points by hand; above their limits a second person agrees."""

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from core import adjusting, notices, staffing
from core.act import Act
from core.adjusting import Adjusted
from core.auditing import Deed, note
from core.errors import NotEnoughPoints
from core.model import Colleague, Member, MemberId, OperationId, Points, Role
from core.program.sentences import Told
from core.staff_errors import ApprovalOver, CustomerHasLess, NotForYourself, NotOnYourself
from core.staffing import Alarm
from core.tables import approvals, audit, chats, lots, members, staff
from core.tables.approvals import Approval
from core.till.finding import first_name
from core.transaction import Transaction

WAITS = timedelta(days=2)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """The points that were given or taken, or what waits for a second person."""

    member: Member
    points: int
    adjusted: Adjusted | None  # None: it waits, or was refused
    decided: bool = True
    record: int | None = None  # of the audit trail, to undo it by


def grant(
    tx: Transaction,
    act: Act,
    colleague: Colleague,
    *,
    member_id: MemberId,
    points: int,
    reason: str,
) -> Granted:
    """
    Give the member points, or take some (points < 0); above the colleague's limits ask others.

    A repeated operation gives the first result. Raises CustomerHasLess, what adjusting raises.
    """
    member = members.take(tx, member_id)
    if (waiting := approvals.find(tx, _id(act, member_id))) is not None:
        return Granted(member=member, points=waiting.points, adjusted=None, decided=False)
    known = audit.latest(tx, _about(act), Deed.GRANTED)
    if known is None and _is_too_much(tx, act, colleague, points):
        _check_has(tx, act, member, points)
        _ask(tx, act, member, points, reason)
        return Granted(member=member, points=points, adjusted=None, decided=False)
    adjusted = _adjusted(tx, act, member, points, reason)
    if known is None:
        known = _note(tx, act, Deed.GRANTED, member_id, points, reason, entry=adjusted.entry)
    return Granted(member=member, points=points, adjusted=adjusted, record=known)


def decide(tx: Transaction, act: Act, colleague: Colleague, id: int, *, granted: bool) -> Granted:
    """
    Agree to a grant that waits, or not. The first decision stands.

    Raises ApprovalOver, NotOnYourself for who asked, NotForYourself for who would get it.
    """
    waiting = approvals.find(tx, id)
    if waiting is None:
        raise ApprovalOver
    if act.actor == waiting.asked_by:
        raise NotOnYourself
    chat = chats.find(tx, colleague.channel, colleague.address)
    member = members.take(tx, waiting.member_id)
    if chat.member_id == member.id:
        raise NotForYourself
    if act.now >= waiting.expires_at and waiting.granted is None:
        raise ApprovalOver
    if not approvals.decide(tx, id, by=act.actor, granted=granted):
        again = approvals.find(tx, id)
        assert again  # noqa: S101 approvals are never removed
        granted = bool(again.granted)
    else:
        _note(
            tx, act, Deed.APPROVED if granted else Deed.REFUSED, member.id, waiting.points,
            waiting.reason,
        )  # fmt: skip
        _tell_asker(tx, act, waiting, granted=granted)
    done = None
    if granted:
        act = replace(act, operation_id=OperationId(f"approval:{waiting.id}"))
        done = _adjusted(tx, act, member, waiting.points, waiting.reason)
    return Granted(member=member, points=waiting.points, adjusted=done)


def _adjusted(tx: Transaction, act: Act, member: Member, points: int, reason: str) -> Adjusted:
    """Do it, once an operation, and have the member told. Raises CustomerHasLess."""
    try:
        done = adjusting.adjust(tx, act, member_id=member.id, points=points, reason=reason)
    except NotEnoughPoints:
        _check_has(tx, act, member, points)
        raise
    key = "notice-given-hand" if points > 0 else "notice-taken-hand"
    told: dict[str, Told] = {"points": Points(abs(points)), "reason": reason}
    notices.tell(tx, member, act, key, f"hand/{done.entry}", told)
    return done


def _check_has(tx: Transaction, act: Act, member: Member, points: int) -> None:
    """Raise CustomerHasLess if so much is to be taken and is not there."""
    has = lots.spendable(tx, member.id, act.now)
    if has + points < 0:
        raise CustomerHasLess(points=Points(has))


def _is_too_much(tx: Transaction, act: Act, colleague: Colleague, points: int) -> bool:
    if colleague.role is Role.OWNER:
        return False
    limits = act.program.counter
    today = audit.turnover_since(tx, act.actor, Deed.GRANTED, act.now - DAY)
    return abs(points) > limits.grant_at_most or abs(points) + today > limits.grants_a_day


def _ask(tx: Transaction, act: Act, member: Member, points: int, reason: str) -> None:
    waiting = Approval(
        id=_id(act, member.id),
        member_id=member.id,
        points=points,
        reason=reason,
        asked_by=act.actor,
        expires_at=act.now + WAITS,
    )
    approvals.add(tx, waiting, now=act.now)
    _note(tx, act, Deed.ASKED, member.id, points, reason)
    values: dict[str, Told] = {
        "name": first_name(member),
        "points": Points(abs(points)),
        "reason": reason,
        "person": _name(tx, act.actor),
    }
    key = "staff-told-asked" if points > 0 else "staff-told-asked-take"
    for one in staff.everybody(tx):
        if one.role.covers(Role.MANAGER) and staffing.actor_of(one) != act.actor:
            staffing.tell(
                tx, act, one, Alarm.GRANTS, key, f"approval/{waiting.id}", values,
                buttons=(
                    ("button-approve", f"approve {waiting.id}"),
                    ("button-refuse", f"refuse {waiting.id}"),
                ),
                wanted_for=WAITS,
            )  # fmt: skip


def _tell_asker(tx: Transaction, act: Act, waiting: Approval, *, granted: bool) -> None:
    asker = _person(tx, waiting.asked_by)
    if asker is None:
        return
    member = members.find(tx, waiting.member_id)
    values: dict[str, Told] = {
        "name": first_name(member) if member else "",
        "points": Points(abs(waiting.points)),
        "person": _name(tx, act.actor),
    }
    key = "staff-told-granted" if granted else "staff-told-refused"
    staffing.tell(tx, act, asker, Alarm.GRANTS, key, f"decided/{waiting.id}", values)


def _person(tx: Transaction, actor: str) -> Colleague | None:
    found = (one for one in staff.everybody(tx) if staffing.actor_of(one) == actor)
    return next(found, None)


def _name(tx: Transaction, actor: str) -> str:
    person = _person(tx, actor)
    return staffing.called(person) if person else actor.removeprefix(staffing.STAFF)


def _note(
    tx: Transaction,
    act: Act,
    deed: Deed,
    member_id: MemberId,
    points: int,
    reason: str,
    *,
    entry: int | None = None,
) -> int:
    """Write it down; the number of the record."""
    details = {"reason": reason} | ({"entry": str(entry)} if entry else {})
    about = _about(act) if deed is Deed.GRANTED else ""
    return note(tx, act, deed, member_id=member_id, about=about, points=points, details=details).id


def _about(act: Act) -> str:
    """Names the act in the trail, so that a repetition is known."""
    return f"grant/{act.operation_id}"


def _id(act: Act, member_id: MemberId) -> int:
    """The approval an act asks for: the same when it is repeated."""
    digest = sha256(f"{act.actor} {member_id} {act.operation_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1
