"""Roles: what people behind the counter are called, and the greeting they are met with."""

from collections.abc import Mapping

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Answer, Line
from bot.conversation.names import clean_name
from bot.conversation.request import Request
from core.model import Colleague, Role
from core.tables import staff

ROLES: Mapping[Role, str] = {
    Role.CASHIER: "role-cashier",
    Role.MANAGER: "role-manager",
    Role.OWNER: "role-owner",
}


def role_line(role: Role) -> Line:
    """What the role is called."""
    return Line(ROLES[role])


def home(request: Request, colleague: Colleague) -> Answer:
    """Where somebody of the staff begins who is no customer."""
    know(request, colleague)
    program = request.program.name
    line = Line("staff-home", {"program": program, "role": role_line(colleague.role)})
    return Answer(lines=(line,), buttons=rows_for(colleague))


def rows_for(colleague: Colleague) -> Rows:
    """What the person most often wants."""
    rows: Rows = ((button("member"), button("use")), (button("take-back", "undo"), button("help")))
    if colleague.role.covers(Role.MANAGER):
        rows = (*rows, (button("find"), button("opinions")))
    if colleague.role.covers(Role.OWNER):
        rows = (*rows, (button("stats"), button("broadcast")), (button("staff"), button("mute")))
    return rows


def know(request: Request, colleague: Colleague) -> None:
    """Remember what the person is called and how they speak: it is how they are written to."""
    name = clean_name(request.incoming.name) or colleague.name
    if (name, request.language) != (colleague.name, colleague.language):
        staff.know(request.tx, colleague, name=name, language=request.language)
