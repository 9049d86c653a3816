"""`loyalty outbox list`, `replay`: look at messages that did not arrive, and send them again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, TypeVar

import typer

from bot.acts import utc_now
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.settings import Settings
from core.tables import outbox, outbox_views
from core.tables.outbox_views import Posted
from core.transaction import Transaction

T = TypeVar("T")

WANTED_FOR = timedelta(days=3)  # from the replay on
PAGE = 500

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="The messages' ids, as `list` shows them.")
]
All = Annotated[bool, typer.Option("--all", help="Every message that `list` shows.")]

app = typer.Typer(
    help="The outbox: messages that failed, and those of which nobody knows whether they arrived.",
    no_args_is_help=True,
)


@app.command("list")
def list_() -> None:
    """List dead letters, the oldest first."""
    found = finish(_with_database(settings_or_exit(quiet=True), _dead))
    for posted in found:
        typer.echo(_line(posted))
    if not found:
        typer.echo("There are no dead letters.")


@app.command()
def replay(ids: Ids = None, all_: All = False) -> None:
    """Send dead letters again. One that is `unknown` may have arrived: then it comes twice."""
    if bool(ids) == all_:
        stop("Name the messages, or say --all: loyalty outbox replay ID …", USAGE)
    wanted = [_id(text) for text in ids or []]
    done, missing = finish(_with_database(settings_or_exit(), partial(_replay, wanted=wanted)))
    typer.echo(f"{done} queued again; a running bot, or `loyalty tick`, sends them.")
    if missing:
        stop(f"No dead letters: {', '.join(map(str, missing))}", PROBLEM)


def _id(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and int(text) < 2**63):
        stop(f"{text} is no message's id: see `loyalty outbox list`.", USAGE)
    return int(text)


def _dead(tx: Transaction, now: datetime) -> list[Posted]:
    return outbox_views.dead(tx, before=now + timedelta(days=1), limit=PAGE)


def _replay(tx: Transaction, now: datetime, wanted: list[int]) -> tuple[int, list[int]]:
    """How many were queued again, and which are no dead letters."""
    ids = wanted or [posted.message.id for posted in _dead(tx, now)]
    missing = [id for id in ids if not outbox.replay(tx, id, due=now, stale=now + WANTED_FOR)]
    return len(ids) - len(missing), missing


async def _with_database(settings: Settings, work: Callable[[Transaction, datetime], T]) -> T:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return await database.run(lambda tx: work(tx, utc_now()))


def _line(posted: Posted) -> str:
    """The message in one line: its id first, so that it can be copied."""
    message = posted.message
    parts = [
        str(message.id),
        posted.state,
        message.staff or f"member {message.member_id}",
        f"{message.campaign} {message.occasion}",
        f"{posted.settled_at:%Y-%m-%d %H:%M}" if posted.settled_at else "",
        posted.channel,
        posted.reason,
    ]
    return "  ".join(part for part in parts if part)
