"""`loyalty inbox list`, `replay`: what shops sent and could not be used, and trying it again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Annotated

import typer

from bot.acts import Acts
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.ports import Database
from bot.programs import read_program
from bot.settings import Settings
from core.tables import receipts
from core.tables.receipts import Receipt

PAGE = 500

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="The deliveries' ids, as `list` has them.")
]
All = Annotated[bool, typer.Option("--all", help="Every delivery that `list` shows.")]

app = typer.Typer(
    help="The inbox: what shops' webhooks delivered and could not be used.", no_args_is_help=True
)


@app.command("list")
def list_() -> None:
    """List what could not be used, the oldest first, each with its reason."""
    found = finish(_list(settings_or_exit(quiet=True)))
    for receipt in found:
        typer.echo(_line(receipt))
    if not found:
        typer.echo("Everything could be used.")


@app.command()
def replay(ids: Ids = None, all_: All = False) -> None:
    """Try again, once the reason is gone: the program knows the currency, the action …"""
    if bool(ids) == all_:
        stop("Name the deliveries, or say --all: loyalty inbox replay ID …", USAGE)
    for text in ids or []:
        if not (text.isascii() and text.isdecimal() and len(text) < 20 and int(text) < 2**63):
            stop(f"{text} is no delivery's id: see `loyalty inbox list`.", USAGE)
    wanted = [int(text) for text in ids or []]
    done, problems = finish(_replay(settings_or_exit(quiet=True), wanted))
    typer.echo(f"{done} done.")
    if problems:
        stop("\n".join(problems), PROBLEM)


async def _list(settings: Settings) -> list[Receipt]:
    async with _database(settings) as database:
        return await database.read(partial(receipts.kept, limit=PAGE))


async def _replay(settings: Settings, wanted: list[int]) -> tuple[int, list[str]]:
    """How many were done, and what became of the others."""
    from bot.shops.apis.connecting import connected  # here: other commands needn't load the web
    from bot.shops.connecting import inbox_of

    async with _database(settings) as database, connected(settings) as apis:
        text, _ = read_program(settings.program)
        inbox = inbox_of(settings, database, await Acts.start(database, text), apis)
        kept = await database.read(partial(receipts.kept, limit=PAGE))
        ids = wanted or [receipt.id for receipt in kept]
        done, problems = 0, []
        for id in ids:
            receipt = await database.read(partial(receipts.find_kept, receipt_id=id))
            why = await inbox.replay(receipt) if receipt else "there is no such delivery"
            done += not why
            if why:
                problems.append(f"{id}: {why}")
        return done, problems


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        yield database


def _line(receipt: Receipt) -> str:
    """The delivery in one line: its id first, so that it can be copied."""
    at = f"{receipt.received_at:%Y-%m-%d %H:%M}"
    parts = [str(receipt.id), at, receipt.shop, receipt.topic, receipt.reason]
    return "  ".join(part for part in parts if part)
