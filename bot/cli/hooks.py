"""`loyalty hooks list`, `replay`: what other systems were told, and what they would not take."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, TypeVar

import typer

from bot.acts import utc_now
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.settings import Settings
from core.tables import hooks
from core.tables.hooks import Hook
from core.transaction import Transaction

T = TypeVar("T")

PAGE = 500

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="The events' ids, as `list` shows them.")
]
All = Annotated[bool, typer.Option("--all", help="Every event that was given up.")]
Log = Annotated[bool, typer.Option("--log", help="All of the last deliveries, newest first.")]

app = typer.Typer(
    help="Outbound webhooks: what was told to LOYALTY_OUTBOUND_URLS.", no_args_is_help=True
)


@app.command("list")
def list_(log: Log = False) -> None:
    """List what was given up, the oldest first."""
    work = partial(hooks.newest if log else hooks.failed, limit=PAGE)
    found = finish(_with_database(settings_or_exit(quiet=True), work))
    for hook in found:
        typer.echo(_line(hook))
    if not found:
        typer.echo("Nothing was told yet." if log else "No webhook was given up.")


@app.command()
def replay(ids: Ids = None, all_: All = False) -> None:
    """Tell events again: their ids stay the same, so a receiver knows them."""
    if bool(ids) == all_:
        stop("Name the events, or say --all: loyalty hooks replay ID …", USAGE)
    done, missing = finish(_with_database(settings_or_exit(), partial(_replay, wanted=ids or [])))
    typer.echo(f"{done} queued again; a running bot, or `loyalty tick`, sends them.")
    if missing:
        stop(f"No such event, or it is on its way: {', '.join(missing)}", PROBLEM)


def _replay(tx: Transaction, wanted: list[str]) -> tuple[int, list[str]]:
    """How many were queued again, and which are none that can be."""
    ids = wanted or sorted({hook.id for hook in hooks.failed(tx, limit=PAGE)})
    counts = {id: hooks.replay(tx, id, now=utc_now()) for id in ids}
    return sum(counts.values()), [id for id, count in counts.items() if not count]


async def _with_database(settings: Settings, work: Callable[[Transaction], T]) -> T:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return await database.run(work)


def _line(hook: Hook) -> str:
    """The delivery in one line: its id first, so that it can be copied."""
    parts = [
        hook.id,
        hook.state,
        hook.type,
        f"{hook.created_at:%Y-%m-%d %H:%M}",
        f"{hook.attempts} attempts" if hook.attempts != 1 else "1 attempt",
        hook.answered,
        hook.url,
    ]
    return "  ".join(part for part in parts if part)
