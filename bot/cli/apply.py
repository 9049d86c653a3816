"""
`loyalty program apply`, `history`, `rollback`, `show`: the running program, and what a change of it
does to whom.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from bot.acts import Acts
from bot.cli.program import PROBLEM, USAGE, text_and_program
from bot.cli.serve import finish, settings_or_exit, stop
from bot.conversation.faults import told
from bot.conversation.texts import Texts
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import read_program
from bot.settings import Settings
from core import applying
from core.errors import LoyaltyError
from core.program.explaining import DETAILS, Sentence
from core.program.loading import ProgramInvalid, load
from core.program.schema import Program
from core.program.values import LANGUAGES
from core.tables import programs
from core.transaction import Transaction

File = Annotated[str, typer.Argument(metavar="FILE", help="A program file, or a preset's name.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and stop.")]
LISTED = "A version that `program history` lists."
Version = Annotated[int, typer.Argument(help=LISTED)]
OfVersion = Annotated[int, typer.Argument(metavar="[VERSION]", help=LISTED, show_default="newest")]
NO_VERSION = "There is no version {}: see `loyalty program history`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A change, and the programs before and after it."""

    before: Program
    after: Program
    change: applying.Change


def apply(file: File, dry_run: DryRun = False) -> None:
    """Make FILE the running program, showing what changes for whom. Nothing is asked."""
    text, after = text_and_program(file)
    _tell(finish(_apply(settings_or_exit(), text, after, dry_run=dry_run)), dry_run=dry_run)


def rollback(version: Version, dry_run: DryRun = False) -> None:
    """Bring an earlier version back in force, as a new version."""
    settings = settings_or_exit()
    text = finish(_text_of(settings, version))
    if text is None:
        stop(NO_VERSION.format(version), USAGE)
    try:
        after = load(text)
    except ProgramInvalid as error:
        stop(f"Version {version} is no program any more:\n{told(error)}", PROBLEM)
    _tell(finish(_apply(settings, text, after, dry_run=dry_run)), dry_run=dry_run)


def show(version: OfVersion = 0) -> None:
    """Write out the running program's file, or that of an earlier version."""
    settings = settings_or_exit(quiet=True)
    text = finish(_text_of(settings, version))
    if text is None and version:
        stop(NO_VERSION.format(version), USAGE)
    typer.echo(text_and_program(settings.program)[0] if text is None else text, nl=False)


def history() -> None:
    """List every version that was in force, newest first."""
    for version, at, by in finish(_history(settings_or_exit())):
        whose = "first start" if by == programs.BY_SETTINGS else by
        typer.echo(f"{version:>4}  {at:%Y-%m-%d %H:%M} UTC  {whose}")


async def _apply(settings: Settings, text: str, after: Program, *, dry_run: bool) -> Applied:
    first, _ = read_program(settings.program)
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        acts = await Acts.start(database, first)
        before, now = acts.program, acts.clock()

        def look(tx: Transaction) -> applying.Change:
            return applying.preview(tx, before, after, now=now)

        def act(tx: Transaction) -> int:
            return applying.apply(tx, before, text, after, by=programs.BY_COMMAND, now=now)

        try:
            change = await database.read_long(look)
            if not dry_run:
                change = replace(change, version=await database.run_alone(act))
        except LoyaltyError as refusal:
            stop(_refused(refusal, before), PROBLEM)
    return Applied(before=before, after=after, change=change)


async def _text_of(settings: Settings, version: int) -> str | None:
    """The text of that version, 0 is the newest; None if there is none."""
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        number = version or await database.read(programs.newest_version)
        return await database.read(lambda tx: programs.of_version(tx, number))


async def _history(settings: Settings) -> list[tuple[int, object, str]]:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return list(await database.read(programs.history))


def _tell(applied: Applied, *, dry_run: bool) -> None:
    change = applied.change
    for line in _lines(applied):
        typer.echo(line)
    if not change.noticed:
        typer.echo("Members will notice no difference.")
    if dry_run:
        typer.echo("Nothing was changed.")
        return
    moving = " Who moves does so within a minute of a running bot." if change.moves else ""
    typer.echo(f"Version {change.version} is in force.{moving}")


def _lines(applied: Applied) -> Iterator[str]:
    before, after = applied.before, applied.after
    for sentence in applied.change.gone:
        yield f"{_sign('-', sentence)} {_said(sentence, before)}"
    for sentence in applied.change.new:
        yield f"{_sign('+', sentence)} {_said(sentence, after)}"
    for move in applied.change.moves:
        from_tier = move.before.in_language(before.language)
        to_tier = move.after.in_language(after.language)
        yield f"Members who go from {from_tier} to {to_tier}: {move.count}"
    for stay in applied.change.stays:
        tier = stay.tier.in_language(after.language)
        yield f"Members who keep {tier}, though they would not reach it now: {stay.count}"
    for speech in applied.change.speeches:
        spoken, instead = LANGUAGES[speech.after], LANGUAGES[speech.before]
        yield f"Members who are spoken to in {spoken} instead of {instead}: {speech.count}"


def _sign(sign: str, sentence: Sentence) -> str:
    """The sign before a sentence; details stand below theirs, with a dash of their own."""
    return " " if sentence.key in DETAILS else sign


def _said(sentence: Sentence, program: Program) -> str:
    return Texts.load().say(program.language, sentence.key, sentence.values, program)


def _refused(refusal: LoyaltyError, program: Program) -> str:
    return Texts.load().say("en", refusal.key, refusal.values, program)
