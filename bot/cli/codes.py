"""`loyalty codes import`, `list`: the codes of partners that members get for points."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.acts import Acts
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.ports import Database
from bot.programs import read_program
from bot.progress import progress_bar
from bot.settings import Settings
from core.model import RewardId
from core.program.rewards import PartnerCodeReward
from core.program.schema import Program
from core.tables import pools
from core.transaction import Transaction

BATCH = 1_000
CODE_MAX = 64
PROBLEMS_SHOWN = 20
LOW = 20  # so few are worth a word

app = typer.Typer(help="The codes of partners.", no_args_is_help=True)


@app.command("import")
def import_(
    reward: Annotated[str, typer.Argument(help="The reward's id in the program file.")],
    file: Annotated[Path, typer.Argument(help="A text file with a code on every line.")],
) -> None:
    """Add the codes of FILE to the reward's pool: all of them or, if one is wrong, none."""
    settings = settings_or_exit()
    lines = _lines(file)
    if problems := list(_problems(lines)):
        _refuse(file, problems)
    with progress_bar() as progress:
        task = progress.add_task("codes", total=len(lines))

        def told(done: int) -> None:
            progress.update(task, completed=done)

        known, free = finish(_import(settings, reward, lines, told))
    if known:
        _refuse(file, known)
    typer.echo(f"{len(lines)} codes added. {reward}: {free} free.")


@app.command("list")
def list_() -> None:
    """Show how many codes each pool still has."""
    found = finish(_list(settings_or_exit()))
    if not found:
        typer.echo("The program has no reward of the kind partner_code.")
    for reward, partner, pool in found:
        low = "" if pool.free > LOW else "  running low" if pool.free else "  sold out"
        typer.echo(f"{reward:32}  {partner:24}  free {pool.free:>7}  taken {pool.taken:>7}{low}")


Lines = dict[int, str]
"""The codes of a file, by their line."""

Problems = list[tuple[int, str]]


def _lines(file: Path) -> Lines:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        stop(f"{file}: it can't be read ({error.strerror})", USAGE)
    except UnicodeDecodeError:
        stop(f"{file}: it is no UTF-8 text", PROBLEM)
    lines = {number: line.strip() for number, line in enumerate(text.splitlines(), 1)}
    codes = {number: code for number, code in lines.items() if code}
    if not codes:
        stop(f"{file}: there are no codes in it", PROBLEM)
    return codes


def _problems(lines: Lines) -> Iterator[tuple[int, str]]:
    """What is wrong with the file itself, by line."""
    first: dict[str, int] = {}
    for number, code in lines.items():
        if len(code) > CODE_MAX:
            yield number, f"a code has at most {CODE_MAX} signs, this one {len(code)}"
        elif not code.isprintable() or " " in code:
            yield number, "a code is one word of printable signs"
        elif code in first:
            yield number, f'"{code}" stands on line {first[code]} already'
        first.setdefault(code, number)


def _refuse(file: Path, problems: Problems) -> None:
    told = [f"{file}:{number}: {problem}" for number, problem in problems[:PROBLEMS_SHOWN]]
    if len(problems) > PROBLEMS_SHOWN:
        told.append(f"{file}: and {len(problems) - PROBLEMS_SHOWN} more")
    stop("\n".join([*told, "Nothing was added."]), PROBLEM)


async def _import(
    settings: Settings, reward: str, lines: Lines, told: Callable[[int], None]
) -> tuple[Problems, int]:
    """Add the codes in one transaction; those the pool knows, or how many are free afterwards."""
    async with opened(settings.database_url.get_secret_value()) as database:
        program = await _program(settings, database)
        found = program.reward(reward)
        if not isinstance(found, PartnerCodeReward):
            kinds = ", ".join(each.id for each in _partner_rewards(program)) or "none"
            stop(f'"{reward}" is no reward of the kind partner_code (there are: {kinds})', USAGE)

        def work(tx: Transaction) -> tuple[Problems, int]:
            return _add(tx, found.id, lines, told)

        return await database.run_alone(work)


def _add(
    tx: Transaction, reward: RewardId, lines: Lines, told: Callable[[int], None]
) -> tuple[Problems, int]:
    known = pools.known(tx, reward)
    again = [
        (number, f'"{code}" is in the pool') for number, code in lines.items() if code in known
    ]
    if again:
        return again, 0
    codes = list(lines.values())
    for start in range(0, len(codes), BATCH):
        pools.add(tx, reward, codes[start : start + BATCH], after=len(known) + start)
        told(min(start + BATCH, len(codes)))
    return [], pools.counts(tx)[reward].free


async def _list(settings: Settings) -> list[tuple[str, str, pools.Pool]]:
    async with opened(settings.database_url.get_secret_value()) as database:
        program = await _program(settings, database)
        counts = await database.read(pools.counts)
    return [
        (reward.id, reward.partner, counts.get(reward.id, pools.Pool(0, 0)))
        for reward in _partner_rewards(program)
    ]


async def _program(settings: Settings, database: Database) -> Program:
    """The running program; of an empty database the one the settings name."""
    await migrate(database)
    text, _ = read_program(settings.program)
    return (await Acts.start(database, text)).program


def _partner_rewards(program: Program) -> list[PartnerCodeReward]:
    return [reward for reward in program.rewards if isinstance(reward, PartnerCodeReward)]
