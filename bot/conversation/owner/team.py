"""staff: who works behind the counter; owners invite them, change their roles, let them go."""

from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.names import clean_name
from bot.conversation.payloads import payload
from bot.conversation.request import Request
from bot.conversation.roles import know, role_line, rows_for
from bot.conversation.words import word
from core import hiring, staffing
from core.model import Colleague, Role
from core.tables import staff

INVITATION = "i_"
YES = "yes"


@word("staff", role=Role.OWNER)
def team(request: Request) -> Answer:
    """The team; `staff add ROLE`, `staff role WHO ROLE`, `staff remove WHO`, `staff WHO`."""
    match request.args:
        case []:
            return _everybody(request)
        case ["add", role] if role in list(Role):
            return _invite(request, Role(role))
        case ["role", *who, role] if who and role in list(Role):
            return _change(request, _who(request, who), Role(role))
        case ["remove", *who, "yes"] if who:
            return _dismiss(request, _who(request, who))
        case ["remove", *who] if who:
            return _sure(_who(request, who))
        case who:
            return _one(_who(request, who))


@payload(INVITATION)
def accept(request: Request, secret: str) -> Answer:
    """Who opens an invitation is one of the team from now on."""
    request.guard()
    hiring.accept(
        request.tx,
        request.act,
        secret=secret,
        chat=request.chat,
        name=clean_name(request.incoming.name),
        language=request.language,
    )
    colleague = staff.find(request.tx, request.chat.channel, request.chat.address)
    assert colleague  # noqa: S101 they are now, or were before
    know(request, colleague)
    values: dict[str, Shown] = {"program": request.program.name, "role": role_line(colleague.role)}
    return Answer(lines=(Line("staff-welcome", values),), buttons=rows_for(colleague))


def _who(request: Request, typed: list[str]) -> Colleague:
    return hiring.person(request.tx, " ".join(typed))


def _everybody(request: Request) -> Answer:
    everybody = staff.everybody(request.tx)
    people = [
        (Button(label=Line("staff-open", _shown(one)), command=f"staff {one.address}"),)
        for one in everybody
        if one.address != request.incoming.sender
    ]
    add = tuple(
        Button(label=Line("staff-add", {"role": role_line(role)}), command=f"staff add {role}")
        for role in Role
    )
    lines = (Line("staff-title"), *(Line("staff-line", _dated(one)) for one in everybody))
    return Answer(lines=lines, buttons=(*people, *((one,) for one in add)))


def _one(colleague: Colleague) -> Answer:
    others = tuple(
        (
            Button(
                label=Line("staff-make", {"role": role_line(role)}),
                command=f"staff role {colleague.address} {role}",
            ),
        )
        for role in Role
        if role is not colleague.role
    )
    remove = button("dismiss", f"staff remove {colleague.address}")
    line = Line("staff-line", _dated(colleague))
    return Answer(lines=(line,), buttons=(*others, (remove,), (button("staff"),)))


def _invite(request: Request, role: Role) -> Answer:
    invitation = hiring.invite(request.tx, request.act, role)
    code = f"{INVITATION}{invitation.secret}"
    link = request.link(code)
    values: dict[str, Shown] = {
        "role": role_line(role),
        "date": invitation.until,
        "link": link or f"start {code}",
    }
    return Answer(lines=(Line("staff-invitation", values),), buttons=((button("staff"),),), qr=link)


def _change(request: Request, colleague: Colleague, role: Role) -> Answer:
    changed = hiring.change_role(request.tx, request.act, colleague, role)
    return Answer(lines=(Line("staff-changed", _shown(changed)),), buttons=((button("staff"),),))


def _sure(colleague: Colleague) -> Answer:
    yes = button("dismiss-yes", f"staff remove {colleague.address} {YES}")
    line = Line("staff-sure", {"name": staffing.called(colleague)})
    return Answer(lines=(line,), buttons=((yes,), (button("keep", "staff"),)))


def _dismiss(request: Request, colleague: Colleague) -> Answer:
    hiring.dismiss(request.tx, request.act, colleague)
    line = Line("staff-gone", {"name": staffing.called(colleague)})
    return Answer(lines=(line,), buttons=((button("staff"),),))


def _shown(colleague: Colleague) -> dict[str, Shown]:
    return {"name": staffing.called(colleague), "role": role_line(colleague.role)}


def _dated(colleague: Colleague) -> dict[str, Shown]:
    return {**_shown(colleague), "since": colleague.since}
