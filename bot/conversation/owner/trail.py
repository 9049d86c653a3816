"""audit: what the staff did, newest first; nothing changes it."""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from bot.conversation import paging
from bot.conversation.abouts import about
from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Line, Shown, Signed
from bot.conversation.request import Request
from bot.conversation.roles import role_line
from bot.conversation.words import word
from core import hiring, staffing
from core.auditing import Deed
from core.calendar import local_day
from core.model import Channel, Money, Role
from core.staff_errors import UnknownColleague
from core.staffing import STAFF
from core.tables import audit, members, staff
from core.tables.audit import Record
from core.till import finding

PAGE = 15
BY_HAND = "grant/"  # how what core.granting notes begins

DEEDS: Mapping[str, str] = {
    Deed.INVITED: "audit-invited",
    Deed.JOINED: "audit-joined",
    Deed.ROLE: "audit-role",
    Deed.DISMISSED: "audit-dismissed",
    Deed.SOLD: "audit-sold",
    Deed.USED: "audit-used",
    Deed.HANDED: "audit-handed",
    Deed.RECEIPT: "audit-receipt",
    Deed.UNDONE: "audit-undone",
    Deed.GRANTED: "audit-granted",
    Deed.ASKED: "audit-asked",
    Deed.APPROVED: "audit-approved",
    Deed.REFUSED: "audit-refused",
    Deed.BLOCKED: "audit-blocked",
    Deed.UNBLOCKED: "audit-unblocked",
    Deed.SENT: "audit-sent",
    Deed.PROGRAM: "audit-program",
    Deed.PAUSED: "audit-paused",
    Deed.RESUMED: "audit-resumed",
    Deed.STOPPED: "audit-stopped",
    Deed.TAGGED: "audit-tagged",
    Deed.ANSWERED: "audit-answered",
}


@word("audit", reads=True, role=Role.OWNER)
def trail(request: Request) -> Answer:
    """The trail of all, or of one person."""
    words, before = paging.before(request.args, request.act.now)
    actor = _actor(request, " ".join(words)) if words else None
    records = audit.newest(request.tx, before=before, limit=PAGE, actor=actor)
    if not records:
        return Answer(lines=(Line("audit-none"),), buttons=((button("staff"),),))
    rows: tuple[tuple[Button, ...], ...] = ((button("staff"),),)
    if len(records) == PAGE:
        who = f" {actor.removeprefix(STAFF)}" if actor else ""
        rows = ((paging.older(f"audit{who}", records[-1].at),), *rows)
    return Answer(lines=tuple(_said(request, records)), buttons=rows)


def _actor(request: Request, typed: str) -> str:
    """Who is meant; who has left is known by their address alone."""
    try:
        return staffing.actor_of(hiring.person(request.tx, typed))
    except UnknownColleague:
        if not typed.isdecimal():
            raise
        return f"{STAFF}{typed}"


def _said(request: Request, records: list[Record]) -> Iterator[Line]:
    """The acts, below the day they were done on."""
    zone = request.program.timezone
    day = None
    for record in records:
        if (on := local_day(record.at, zone)) != day:
            day = on
            yield Line("audit-day", {"date": day})
        time = record.at.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        what = Line(_key(record), _shown(request, record))
        yield Line("audit-line", {"time": time, "who": _who(request, record.actor), "what": what})


def _key(record: Record) -> str:
    """The deed's sentence; what was undone is not always known by a reference."""
    if record.deed == Deed.UNDONE and record.about.startswith(BY_HAND):
        return "audit-undone-by-hand"
    if record.deed == Deed.UNDONE and record.amount and "/" not in record.about:
        return "audit-undone-receipt"
    if record.deed == Deed.UNDONE and not (record.points or record.amount):
        return "audit-undone-voucher"
    return DEEDS[record.deed]


def _who(request: Request, actor: str) -> str:
    address = actor.removeprefix(STAFF)
    found = staff.find(request.tx, Channel.TELEGRAM, address)
    return staffing.called(found) if found else address


def _about(record: Record) -> Shown:
    if record.deed in (Deed.PAUSED, Deed.RESUMED):
        return about(record.about)
    return record.about.rpartition("/")[2]


def _shown(request: Request, record: Record) -> dict[str, Shown]:
    member = members.find(request.tx, record.member_id) if record.member_id else None
    role = record.details.get("role")
    return {
        "name": finding.first_name(member) if member else "",
        "sum": Money(abs(record.amount), request.program.currency),
        "points": Signed(record.points),
        "about": _about(record),
        "person": record.details.get("name", ""),
        "reason": record.details.get("reason", ""),
        "role": role_line(Role(role)) if role else "",
    }
