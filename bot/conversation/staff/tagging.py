"""tag: what the shop calls a member by, put on and taken off by managers."""

import re

from bot.conversation.buttons import button
from bot.conversation.messages import COMMAND_BYTES_MAX, Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.staff import serving
from bot.conversation.staff.customers import back
from bot.conversation.words import word
from core import tagging
from core.model import Member, Role
from core.staff_errors import CustomerUnknown
from core.tables import finding, tags
from core.till import finding as at_till

NAMESAKES = 5  # of one name that are offered
LISTED = 20  # of the tags in use
CHANGE = re.compile(r"[+\-–−](?=[^\W\d_])")  # "+380…" is a number


@word("tag", role=Role.MANAGER)
def tag(request: Request) -> Answer:
    """`tag PHONE|CARD|NAME +vip -new`; without a change, what there is."""
    whose = [arg for arg in request.args if not CHANGE.match(arg)]
    changes = [arg for arg in request.args if CHANGE.match(arg)]
    if not whose:
        return _how(request)
    request.guard()
    found = _found(request, " ".join(whose))
    if len(found) > 1:
        return _which(found, changes)
    return _tagged(request, at_till.served(found[0], request.chat), changes)


def _how(request: Request) -> Answer:
    used = tags.most_used(request.tx, limit=LISTED)
    lines = [Line("tag-how")]
    lines += [Line("tag-used", {"tag": name, "count": count}) for name, count in used]
    return Answer(lines=tuple(lines), buttons=((button("find"),),))


def _tagged(request: Request, member: Member, changes: list[str]) -> Answer:
    kept = tags.of_member(request.tx, member.id)
    if changes:
        on = [one[1:] for one in changes if one.startswith("+")]
        off = [one[1:] for one in changes if not one.startswith("+")]
        kept = tagging.change(request.tx, request.act, member_id=member.id, on=on, off=off)
    key = "tag-has" if kept else "tag-has-none"
    line = Line(key, {"name": at_till.first_name(member), "tags": ", ".join(kept)})
    return Answer(lines=(line,), buttons=(back(member), (button("find"),)))


def _which(found: list[Member], changes: list[str]) -> Answer:
    """Several are called so: each with a button that does what was said."""
    rows = []
    for one in found:
        command = " ".join(["tag", one.card, *changes])
        if len(command.encode()) > COMMAND_BYTES_MAX:
            command = f"tag {one.card}"
        label = Line("tag-whom", {"name": one.name, "card": one.card})
        rows.append((Button(label=label, command=command),))
    return Answer(lines=(Line("tag-which"),), buttons=tuple(rows))


def _found(request: Request, typed: str) -> list[Member]:
    """Who has that number, or that name. Raises CustomerUnknown."""
    if member := serving.find(request, typed):
        return [member]
    if found := finding.by_name(request.tx, typed, limit=NAMESAKES):
        return found
    raise CustomerUnknown
