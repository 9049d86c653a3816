"""`loyalty shops codes`, `replay`: discount codes that a web shop has not taken."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Annotated, TypeVar

import typer

from bot.acts import utc_now
from bot.cli_program import PROBLEM, USAGE
from bot.cli_serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.settings import Settings
from core import codes
from core.model import VoucherCode
from core.tables import shop_codes
from core.tables.shop_codes import Task
from core.transaction import Transaction

T = TypeVar("T")

PAGE = 500

Named = Annotated[
    list[str] | None, typer.Argument(metavar="CODE", help="The codes, as `codes` shows them.")
]
All = Annotated[bool, typer.Option("--all", help="Every code that `codes` shows.")]

app = typer.Typer(help="The web shops' own APIs.", no_args_is_help=True)


@app.command("codes")
def codes_() -> None:
    """List the discount codes a shop refused or can't take yet, the longest waiting first."""
    found = finish(_with_database(settings_or_exit(quiet=True), _stuck))
    for task in found:
        typer.echo(f"{task.shop:12}  {task.code}  {task.since:%Y-%m-%d %H:%M}  {task.reason}")
    if not found:
        typer.echo("The shops have taken every code.")


@app.command()
def replay(named: Named = None, all_: All = False) -> None:
    """Offer the shops again the codes they refused; what only waits comes by itself."""
    if bool(named) == all_:
        stop("Name the codes, or say --all: loyalty shops replay CODE …", USAGE)
    wanted = [codes.normal_code(text) for text in named or []]
    done, missing = finish(_with_database(settings_or_exit(), partial(_replay, wanted=wanted)))
    typer.echo(f"{done} offered again; a running bot, or `loyalty tick`, does so.")
    if missing:
        stop(f"No shop refused: {', '.join(missing)}", PROBLEM)


def _stuck(tx: Transaction, now: datetime) -> list[Task]:
    return shop_codes.stuck(tx, limit=PAGE)


def _replay(
    tx: Transaction, now: datetime, wanted: list[VoucherCode]
) -> tuple[int, list[VoucherCode]]:
    """How many are offered again, and which of those named no shop refused."""
    chosen = wanted or sorted({task.code for task in _stuck(tx, now)})
    counts = {code: shop_codes.replay(tx, code, now=now) for code in chosen}
    return sum(counts.values()), [code for code in wanted if not counts[code]]


async def _with_database(settings: Settings, work: Callable[[Transaction, datetime], T]) -> T:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return await database.run(lambda tx: work(tx, utc_now()))
