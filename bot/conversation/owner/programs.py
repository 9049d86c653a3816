"""program: the rules in force, a new file with what it changes, earlier versions."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from bot.conversation.buttons import button
from bot.conversation.faults import line_of
from bot.conversation.messages import Answer, Attached, Button, Document, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import applying, staffing
from core.applying import Change
from core.auditing import Deed, note
from core.model import Role
from core.program.explaining import DETAILS, Sentence, explain
from core.program.loading import ProgramInvalid, load
from core.program.schema import Program
from core.staff_errors import FileNotRead, ProgramDraftGone, ProgramRefused, UnknownVersion
from core.tables import programs, staff

PROBLEMS_SHOWN = 15
SENTENCES_SHOWN = 40
VERSIONS_SHOWN = 10
NOBODYS = {programs.BY_SETTINGS: "program-by-settings", programs.BY_COMMAND: "program-by-command"}


@word("program", reads=True, role=Role.OWNER, but=("apply", "drop"))
def program(request: Request) -> Answer:
    """The rules; a file that was sent; `program file`, `history`, `back N`, `apply HASH`."""
    if request.incoming.file:
        return _sent(request, request.incoming.file)
    match request.args:
        case ["file"]:
            return _file(request)
        case ["history"]:
            return _history(request)
        case ["back", version] if (known := number(version)) is not None:
            return _back(request, known)
        case ["apply", mark]:
            return _apply(request, mark)
        case ["drop"]:
            programs.drop_draft(request.tx, _who(request))
            return Answer(lines=(Line("program-kept"),), buttons=((button("program"),),))
        case _:
            return _show(request)


def _show(request: Request) -> Answer:
    version, now = _in_force(request)
    sentences = explain(now)
    lines = (
        Line("program-title", {"version": version}),
        *(Line(one.key, one.values) for one in sentences),
        Line("program-hint"),
    )
    rows = (
        (button("rulebook-file", "program file"), button("rulebook-history", "program history")),
        (button("campaigns"),),
    )
    return Answer(lines=lines, buttons=rows)


def _file(request: Request) -> Answer:
    """The file in force, to be changed and sent back."""
    version, _ = _in_force(request)
    text = programs.of_version(request.tx, version) or ""
    document = Document(name=f"program-{version}.toml", content=text.encode())
    return Answer(lines=(Line("program-hint"),), document=document)


def _sent(request: Request, file: Attached) -> Answer:
    """What the file would change. Raises FileNotRead, or ProgramRefused with every problem."""
    if file.content is None:
        raise FileNotRead(name=file.name)
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileNotRead(name=file.name) from None
    return _would(request, text)


def _would(request: Request, text: str) -> Answer:
    """What the text would change, and the button that does it."""
    after = _loaded(text, request.language)
    act = request.act
    _, before = _in_force(request)
    change = applying.preview(request.tx, before, after, now=act.now)
    keep = partial(programs.keep_draft, made_by=_who(request), text=text, now=act.now)
    command = request.once(f"program apply {_mark(text)}")
    yes = Button(label=Line("button-rulebook-apply"), command=command)
    lines = (Line("program-would"), *changes(change), Line("program-nothing-yet"))
    drop = button("rulebook-drop", "program drop")
    return Answer(lines=lines, buttons=((yes,), (drop,)), then=keep)


def _apply(request: Request, mark: str) -> Answer:
    """Put in force what was shown, once. Raises ProgramDraftGone when it is another by now."""
    act, who = request.act, _who(request)
    text = programs.draft_of(request.tx, who)
    if text is None or _mark(text) != mark:
        newest = programs.newest(request.tx)
        if newest and _mark(newest[1]) == mark:  # a second tap
            return _applied(newest[0])
        raise ProgramDraftGone
    after = _loaded(text, request.language)
    _, before = _in_force(request)
    version = applying.apply(request.tx, before, text, after, by=act.actor, now=act.now)
    programs.drop_draft(request.tx, who)
    note(request.tx, act, Deed.PROGRAM, about=str(version))
    return _applied(version)


def _applied(version: int) -> Answer:
    line = Line("program-applied", {"version": version})
    return Answer(lines=(line,), buttons=((button("program"),),))


def _history(request: Request) -> Answer:
    """The versions there were, each with the way back to it."""
    found = programs.history(request.tx)[:VERSIONS_SHOWN]
    lines = tuple(
        Line("program-version", {"version": version, "date": at, "by": _called(request, by)})
        for version, at, by in found
    )
    rows = tuple(
        (button("rulebook-back", f"program back {version}", version=version),)
        for version, _, _ in found[1:]
    )
    return Answer(lines=lines, buttons=(*rows, (button("program"),)))


def _called(request: Request, by: str) -> str | Line:
    """What the others call who put a version in force; else the settings or a command did."""
    if by in NOBODYS:
        return Line(NOBODYS[by])
    address = by.removeprefix(staffing.STAFF)
    found = staff.find(request.tx, request.incoming.channel, address) if address != by else None
    return staffing.called(found) if found else address


def _in_force(request: Request) -> tuple[int, Program]:
    """The newest version: another process, or a tap a moment ago, may have put it in force."""
    newest = programs.newest(request.tx)
    if newest is None or newest[0] == request.act.program_version:
        return request.act.program_version, request.program
    return newest[0], load(newest[1])


def _back(request: Request, version: int) -> Answer:
    text = programs.of_version(request.tx, version)
    if text is None:
        raise UnknownVersion(version=version)
    return _would(request, text)


def changes(change: Change) -> Iterator[Line]:
    """What members will notice, and who moves."""
    if not change.noticed:
        yield Line("program-no-difference")
    for sentence in change.gone[:SENTENCES_SHOWN]:
        yield _signed("program-gone", sentence)
    for sentence in change.new[:SENTENCES_SHOWN]:
        yield _signed("program-new", sentence)
    for move in change.moves:
        yield Line(
            "program-moves", {"before": move.before, "after": move.after, "count": move.count}
        )
    for stay in change.stays:
        yield Line("program-stays", {"tier": stay.tier, "count": stay.count})
    for speech in change.speeches:
        before, after = Line(f"language-{speech.before}"), Line(f"language-{speech.after}")
        yield Line("program-speaks", {"before": before, "after": after, "count": speech.count})


def _signed(key: str, sentence: Sentence) -> Line:
    """The sentence behind its sign; details stand below theirs, with a dash of their own."""
    if sentence.key in DETAILS:
        return Line(sentence.key, sentence.values)
    return Line(key, {"said": sentence})


def _loaded(text: str, language: str) -> Program:
    try:
        return load(text)
    except ProgramInvalid as invalid:
        shown = invalid.problems[:PROBLEMS_SHOWN]
        problems = "\n".join(line_of(one, language) for one in shown)
        more = len(invalid.problems) - len(shown)
        raise ProgramRefused(problems=f"{problems}\n…" if more else problems) from None


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def _who(request: Request) -> str:
    return staffing.who(request.incoming.channel, request.incoming.sender)
