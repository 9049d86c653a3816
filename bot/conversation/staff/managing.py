"""grant, take, approve, refuse, find, block, unblock: what managers do for a member."""

from collections.abc import Callable

from bot.conversation.buttons import button
from bot.conversation.customer.choosing import points_typed
from bot.conversation.messages import Answer, Line, Shown
from bot.conversation.request import Request
from bot.conversation.staff import serving
from bot.conversation.staff.customers import back
from bot.conversation.staff.purchases import undo_row
from bot.conversation.words import KNOWN, word
from bot.phones import e164
from core import blocking, codes, granting
from core.act import Act
from core.granting import Granted
from core.model import Member, MemberId, Points, Role
from core.staff_errors import ApprovalOver, PointsNotUnderstood
from core.tables import finding, members
from core.transaction import Transaction

FOUND_MAX = 10
REASON_MAX = 200
ID_DIGITS = 19
HOW = {"grant": "manage-how-grant", "take": "manage-how-take"}


@word("grant", role=Role.MANAGER, prose=True)
def grant(request: Request) -> Answer:
    """`grant PHONE|CARD POINTS REASON`."""
    return _by_hand(request, "grant", 1)


@word("take", role=Role.MANAGER, prose=True)
def take(request: Request) -> Answer:
    """`take PHONE|CARD POINTS REASON`."""
    return _by_hand(request, "take", -1)


@word("approve", role=Role.MANAGER, menu=False)
def approve(request: Request) -> Answer:
    """Agree to what somebody else asked for."""
    return _decide(request, granted=True)


@word("refuse", role=Role.MANAGER, menu=False)
def refuse(request: Request) -> Answer:
    """Don't."""
    return _decide(request, granted=False)


@word("find", role=Role.MANAGER)
def find(request: Request) -> Answer:
    """Members by a part of the name, by phone, card or e-mail."""
    if not request.text:
        request.keep(question="find")
        return Answer(lines=(Line("manage-ask-find"),), buttons=((button("help"),),))
    found = _found(request, request.text.strip())
    if not found:
        return Answer(lines=(Line("manage-none"),), buttons=((button("find"),),))
    lines = [Line("manage-found", _described(request, one)) for one in found]
    rows = tuple(back(one) for one in found)
    return Answer(lines=tuple(lines), buttons=rows)


@word("block", role=Role.MANAGER)
def block(request: Request) -> Answer:
    """`block PHONE|CARD`: the member neither earns nor spends."""
    return _shut(request, blocking.block, "manage-blocked")


@word("unblock", role=Role.MANAGER)
def unblock(request: Request) -> Answer:
    """`unblock PHONE|CARD`."""
    return _shut(request, blocking.unblock, "manage-unblocked")


def _by_hand(request: Request, name: str, sign: int) -> Answer:
    if not request.args:
        return Answer(lines=(Line(HOW[name]),), buttons=((button("find"),),))
    member, words = serving.split(request)
    points = points_typed(request.program, words[0]) if words else None
    if not points or points < 0:
        raise PointsNotUnderstood
    reason = " ".join(words[1:])[:REASON_MAX]
    if not reason:  # the next message is it
        request.keep(question=KNOWN.join((name, member.card, words[0])))
        return Answer(lines=(Line("error-reason-needed"),), buttons=(back(member),))
    granted = granting.grant(
        request.tx,
        request.act,
        request.colleague,
        member_id=member.id,
        points=sign * points,
        reason=reason,
    )
    return _done(granted)


def _decide(request: Request, *, granted: bool) -> Answer:
    typed = request.args[0] if request.args else ""
    if not typed.isdecimal() or len(typed) > ID_DIGITS:
        raise ApprovalOver
    done = granting.decide(request.tx, request.act, request.colleague, int(typed), granted=granted)
    return _done(done)


def _done(granted: Granted) -> Answer:
    shown: dict[str, Shown] = {
        "name": granted.member.name,
        "points": Points(abs(granted.points)),
    }
    if not granted.decided:
        line = Line("manage-waits", shown)
    elif granted.adjusted is None:
        line = Line("manage-refused", shown)
    else:
        key = "manage-granted" if granted.points > 0 else "manage-taken"
        line = Line(key, shown | {"balance": Points(granted.adjusted.balance)})
    undo = (undo_row(granted.record),) if granted.record else ()
    return Answer(lines=(line,), buttons=(*undo, back(granted.member)))


def _found(request: Request, text: str) -> list[Member]:
    tx, digits = request.tx, "".join(sign for sign in text if sign.isdecimal())
    if "@" in text:
        return _by_key(tx, "email", text.casefold())
    if codes.is_card(digits):
        return _by_key(tx, "card", digits)
    if phone := e164(text, serving.region(request)):
        return _by_key(tx, "phone", phone)
    return finding.by_name(tx, text, limit=FOUND_MAX)


def _by_key(tx: Transaction, key: str, value: str) -> list[Member]:
    id = members.by_key(tx, key, value)
    member = members.find(tx, id) if id else None
    return [member] if member else []


def _described(request: Request, member: Member) -> dict[str, Shown]:
    return {
        "name": member.name,
        "tier": request.program.tier(member.tier).title,
        "phone": member.phone or "",
        "card": member.card,
        "points": Points(member.balance),
    }


def _shut(
    request: Request, act: Callable[[Transaction, Act, MemberId], Member], said: str
) -> Answer:
    if not request.args:
        return Answer(lines=(Line("manage-how-block"),), buttons=((button("find"),),))
    member, _ = serving.split(request)
    act(request.tx, request.act, member.id)
    return Answer(lines=(Line(said, {"name": member.name}),), buttons=(back(member),))
