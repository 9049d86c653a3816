"""`loyalty backup`, `move`: the whole database, copied away or to another engine."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.acts import utc_now
from bot.cli.program import USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.backing_up import back_up
from bot.databases.copying import move as copy_all
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.delivery.leading import LEADER
from bot.progress import progress_bar
from bot.settings import Settings
from core.tables import backups

DATABASES = ("sqlite:///", "postgresql://", "postgres://")


def backup(
    file: Annotated[Path, typer.Argument(help="Where to; a file there is replaced.")],
) -> None:
    """Copy the database as it is at this moment, while the bot goes on serving."""
    size = finish(_backup(settings_or_exit(quiet=True), file))
    typer.echo(f"{file}: {size:,} bytes, looked through and in order.")


def move(
    to: Annotated[str, typer.Option(help="The new database's URL; it must be empty.")],
) -> None:
    """Copy everything into another database, such as from SQLite to PostgreSQL: all, or nothing."""
    settings = settings_or_exit(quiet=True)
    if not to.startswith(DATABASES):
        stop("--to: it must be sqlite:///file.db or postgresql://user:password@host/name.", USAGE)
    counts = finish(_move(settings, to))
    for name, count in counts.items():
        if count:
            typer.echo(f"{name:24}{count:>12,}")
    typer.echo("Moved: let LOYALTY_DATABASE_URL name the new database, and start the bot.")


async def _backup(settings: Settings, file: Path) -> int:
    url = settings.database_url.get_secret_value()
    async with opened(url) as database:
        await migrate(database)
        size = await asyncio.to_thread(back_up, url, file)
        await database.run(partial(backups.made, at=utc_now(), size=size))
    return size


async def _move(settings: Settings, to: str) -> dict[str, int]:
    async with (
        opened(settings.database_url.get_secret_value()) as source,
        opened(to) as target,
    ):
        locks = source.locks()
        try:
            if not await locks.take(LEADER):
                stop("The bot is running: stop it first, or what it does now would be lost.", USAGE)
            with progress_bar() as bar:
                task = bar.add_task("", total=None)

                def told(table: str, done: int) -> None:
                    bar.update(task, completed=done, description=table)

                return await copy_all(source, target, told)
        finally:
            await locks.close()
