"""`loyalty import`, `export`: members with all they have, in CSV files; `member report`: one."""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.acts import Acts
from bot.arrivals.reading import FilesUnusable, Reading, read_members
from bot.arrivals.vendors import VENDORS, VendorName
from bot.arrivals.writing import write_members
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.conversation.names import clean_name
from bot.csvs import CsvUnreadable
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import read_program
from bot.progress import progress_bar
from bot.settings import Settings
from core import disclosing
from core.act import Act
from core.arriving import Plan, Problem, Step, plan, settle_in
from core.model import MemberId
from core.program.schema import Program
from core.tables import members
from core.transaction import Transaction

SHOWN = 40  # people of whom a dry run tells one by one
WIDTH = 110
BY = "command line"
NO_ID = 2**63  # and above

Told = Callable[[int, int], None]
From = Annotated[
    str, typer.Option("--from", help=f"Whose file it is: {', '.join(VENDORS)}; else by its header.")
]
Country = Annotated[
    str, typer.Option(help="Two letters, such as UA: for phone numbers without a country.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, change nothing.")]


member = typer.Typer(help="One member.", no_args_is_help=True)


@member.callback()
def _member() -> None:
    """One member."""


@member.command()
def report(
    who: Annotated[str, typer.Argument(help="The card, phone, e-mail or id.")],
) -> None:
    """Show everything that is kept of a member, as JSON: what the law lets them ask for."""
    everything = finish(_everything(settings_or_exit(quiet=True), who))
    if everything is None:
        stop(f"{who}: there is no such member.", PROBLEM)
    typer.echo(json.dumps(everything, ensure_ascii=False, indent=2))


async def _everything(settings: Settings, who: str) -> dict[str, object] | None:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return await database.read_long(partial(_of_member, who.strip()))


def _of_member(who: str, tx: Transaction) -> dict[str, object] | None:
    keys = {"card": who, "phone": who, "email": who.lower(), "referral_code": who.upper()}
    ids = [members.by_key(tx, name, value) for name, value in keys.items()]
    if who.isdecimal() and int(who) < NO_ID:
        ids.append(MemberId(int(who)))
    found = [members.find(tx, one) for one in ids if one is not None]
    return next((disclosing.everything(tx, one) for one in found if one), None)


def import_(
    file: Annotated[Path, typer.Argument(help="A CSV file, or the folder of an export.")],
    from_: From = "",
    country: Country = "",
    dry_run: DryRun = False,
) -> None:
    """Take in members with points, tiers and consents: all of the file, or nothing."""
    settings = settings_or_exit(quiet=True)
    vendor = next((name for name in VENDORS if name == from_.casefold()), None)
    if from_ and vendor is None:
        stop(f"--from {from_}: it can be {', '.join(VENDORS)}.", USAGE)
    reading, made = finish(_import(settings, file, vendor, country.upper() or None, dry_run))
    problems = reading.problems or made.problems
    if problems:
        told = [f"{_place(file, each)}: {each.sentence}" for each in problems]
        stop("\n".join([*told, "Nothing was imported."]), PROBLEM)
    if dry_run:
        _show_people(made)
    _show_sums(reading, made, file)
    if dry_run:
        typer.echo("Nothing was changed.")
    elif made.steps:
        typer.echo("Imported.")
    else:
        typer.echo("Nothing to import: everybody has it already.")


def export(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Write members, lots with their dates, and consents with their proof into DIR."""
    rows = finish(_export(settings_or_exit(quiet=True), folder))
    for name, count in rows.items():
        typer.echo(f"{folder / name}: {count:,} rows")


async def _import(
    settings: Settings, file: Path, vendor: VendorName | None, country: str | None, dry_run: bool
) -> tuple[Reading, Plan]:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        text, _ = read_program(settings.program)
        acts = await Acts.start(database, text)
        with progress_bar() as bar:
            reading = _read(file, acts.program, acts, vendor, country, _telling(bar, "reading"))
            if reading.problems:
                return reading, Plan()
            act = acts.new("import", actor=BY)
            if dry_run:
                return reading, await database.read_long(lambda tx: plan(tx, act, reading.arrivals))
            work = partial(_arrive, act, reading, _telling(bar, "writing"))
            return reading, await database.run_alone(work)


def _read(
    file: Path,
    program: Program,
    acts: Acts,
    vendor: VendorName | None,
    country: str | None,
    told: Told,
) -> Reading:
    try:
        return read_members(
            file,
            program=program,
            now=acts.clock(),
            clean=clean_name,
            vendor=vendor,
            country=country,
            progress=told,
        )
    except CsvUnreadable as error:
        stop(f"{error}.", USAGE)
    except FilesUnusable as error:
        stop(f"{error}", PROBLEM)


def _arrive(act: Act, reading: Reading, told: Told, tx: Transaction) -> Plan:
    made = plan(tx, act, reading.arrivals)
    if not made.problems:
        settle_in(tx, act, made.steps, lambda done: told(done, len(made.steps)))
    return made


async def _export(settings: Settings, folder: Path) -> dict[str, int]:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        text, _ = read_program(settings.program)
        acts = await Acts.start(database, text)
        act = acts.new("export", actor=BY)
        with progress_bar() as bar:
            told = _telling(bar, "writing")
            try:
                return await database.read_long(lambda tx: write_members(tx, act, folder, told))
            except OSError as error:
                stop(f"{error.filename or folder}: it can't be written ({error.strerror}).", USAGE)


def _telling(bar: Progress, what: str) -> Told:
    task = bar.add_task(what, total=None)
    return lambda done, of: bar.update(task, completed=done, total=of)


def _place(file: Path, problem: Problem) -> str:
    """Where it stands; the file's name only where several are read."""
    path = file / problem.file if file.is_dir() else file.with_name(problem.file or file.name)
    return f"{path}:{problem.line}"


def _show_people(made: Plan) -> None:
    table = Table("line", "who", "change", title="What would change")
    for step in made.steps[:SHOWN]:
        table.add_row(str(step.arrival.line), _who(step), _said(step))
    if len(made.steps) > SHOWN:
        table.add_row("…", f"and {len(made.steps) - SHOWN:,} more", "")
    _console().print(table)


def _who(step: Step) -> str:
    arrival = step.arrival
    return arrival.name or arrival.email or arrival.phone or step.member.card


def _said(step: Step) -> str:
    parts = ["joins" if step.new else f"member {step.member.card}"]
    if step.tier:
        parts.append(f"tier {step.member.tier} → {step.tier}" if not step.new else step.tier)
    if step.points:
        before = step.member.balance
        lots = f"{len(step.lots)} lot{'' if len(step.lots) == 1 else 's'}"
        parts.append(f"points {before:,} → {before + step.points:,} in {lots}")
    parts += [f"{name} filled in" for name in step.filled]
    if step.consents:
        parts.append(f"consents +{len(step.consents)}")
    if step.addresses:
        parts.append(f"chats +{len(step.addresses)}")
    if step.referrer:
        parts.append("brought by a member")
    return ", ".join(parts)


def _show_sums(reading: Reading, made: Plan, file: Path) -> None:
    steps = made.steps
    sums = {
        "new members": sum(step.new for step in steps),
        "members changed": sum(not step.new for step in steps),
        "have it already": made.unchanged,
        "points": sum(step.points for step in steps),
        "lots": sum(len(step.lots) for step in steps),
        "tiers": sum(step.tier is not None for step in steps),
        "consents": sum(len(step.consents) for step in steps),
        "invitations": sum(step.referrer is not None for step in steps),
    }
    if made.kept:
        sums["came before with other points: kept"] = made.kept
    if reading.left_out:
        sums["never joined there: left out"] = reading.left_out
    table = Table("", f"from {reading.source or file.name}")
    for name, count in sums.items():
        table.add_row(name, f"{count:,}")
    _console().print(table)
    if reading.unused:
        typer.echo(f"Columns that were not used: {', '.join(reading.unused)}")


def _console() -> Console:
    console = Console()
    return console if sys.stdout.isatty() else Console(width=WIDTH)
