"""help, rules: what can be said, and how the program works."""

from bot.conversation.buttons import Rows, blocked_rows, button, menu_rows
from bot.conversation.messages import Answer, Line
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.words import WORDS, Word, has, told, word
from core.model import Channel, Role, Status
from core.program.explaining import explain

LISTED = (
    "points", "earn", "card", "history", "why", "rewards", "redeem", "undo", "vouchers", "refer",
    "rules", "tier", "plan", "day", "claim", "rate", "survey", "profile", "language", "birthday",
    "city", "notifications", "pause", "resume", "privacy", "mydata", "leave", "forget", "feedback",
    "help",
)  # fmt: skip


BY_SMS = (
    "join", "points", "card", "history", "rewards", "redeem", "undo", "vouchers", "refer", "rules",
    "tier", "survey", "language", "birthday", "notifications", "pause", "resume", "leave", "help",
)  # fmt: skip
MENU = "menu"  # what help is called by SMS: HELP is the carriers' word


@word("help", though_blocked=True)
def help_(request: Request) -> Answer:
    """Every word the program has, with what it does; in a text message the words alone."""
    if request.incoming.channel is Channel.SMS:
        able = (name for name in BY_SMS if _has(request, WORDS[name]))
        words = ", ".join(MENU if name == "help" else name for name in able).upper()
        shown = {"program": request.program.name, "words": words}
        return Answer(lines=(Line("help-texting", shown),))
    lines = [Line("help-title", {"program": request.program.name})]
    own = _of_role(request)
    if request.member is None and not own:
        lines.append(Line("help-guest"))
    slash = "/" if request.incoming.channel is Channel.TELEGRAM else ""  # there it can be tapped
    lines += [
        Line(
            "help-line", {"word": f"{slash}{name}", "does": Line(told(WORDS[name], _role(request)))}
        )
        for name in (*own, *_listed(request))
    ]
    return Answer(lines=tuple(lines), buttons=_next(request))


@word("thanks", reads=True, menu=False, though_blocked=True)
def thanks(request: Request) -> Answer:
    """Who says thank you is not told that nobody understands."""
    return Answer(lines=(Line("thanks-welcome"),), buttons=_next(request))


def _next(request: Request) -> Rows:
    """What the person most often wants."""
    if colleague := request.behind.colleague:
        return rows_for(colleague)
    if _is_blocked(request):
        return blocked_rows()
    return menu_rows() if request.member else ((button("join"), button("rules")),)


def _listed(request: Request) -> list[str]:
    """What customers can say in this program; to who is blocked what is left to them."""
    role = _role(request)
    words = [WORDS[name] for name in LISTED if _has(request, WORDS[name], role)]
    blocked = _is_blocked(request)
    return [one.name for one in words if one.though_blocked or not blocked]


def _role(request: Request) -> Role | None:
    return request.behind.colleague.role if request.behind.colleague else None


def _has(request: Request, word: Word, role: Role | None = None) -> bool:
    return has(request.program, word, role=role) or word.still(request)


def _is_blocked(request: Request) -> bool:
    return request.member is not None and request.member.status is Status.BLOCKED


def _of_role(request: Request) -> list[str]:
    """The words of who works behind the counter."""
    may = request.behind.may
    return [name for name, one in WORDS.items() if one.menu and one.role and may(one.role)]


@word("rules", reads=True, though_blocked=True)
def rules(request: Request) -> Answer:
    """The program in plain words."""
    lines = [Line(sentence.key, sentence.values) for sentence in explain(request.program)]
    row = (button("rewards"), button("refer")) if request.member else (button("join"),)
    if request.member:
        row = (button("earn"), *row)
    return Answer(lines=tuple(lines), buttons=(row,))
