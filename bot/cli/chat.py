"""
`loyalty chat`: talk with the bot in the terminal, as a customer or in a role of the staff.

A role lasts as long as the chat, and only the sandbox has them: a live shop's roles come from
LOYALTY_OWNERS and from invitations, which leave their trace.
"""

import asyncio
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.program import USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.settings import Settings
from core.model import Role
from core.staffing import appoint_at_console

if TYPE_CHECKING:
    from bot.serving import App

As = Annotated[str, typer.Option("--as", help="Who you are: each name is another person.")]
Language = Annotated[str, typer.Option(help="Your phone's language, such as uk.")]
AsRole = Annotated[
    Role | None, typer.Option("--role", help="Work behind the counter; in the sandbox only.")
]
LIVE = (
    "--role is for the sandbox, and this bot is live: give your Telegram id to LOYALTY_OWNERS,"
    " then say `staff` to the bot to invite others."
)


def chat(name: As = "Guest", language: Language = "", role: AsRole = None) -> None:
    """Talk with the bot here, as a customer or as one of the staff. A number taps a button."""
    settings = settings_or_exit(quiet=True)
    if role and not (settings.sandbox and not settings.has_sms):
        stop(LIVE, USAGE)
    typer.echo("A number taps a button; exit ends the chat.\n")
    finish(_chat(settings, name, language, role))


async def _chat(settings: Settings, name: str, language: str, role: Role | None) -> None:
    from bot.app import assembled
    from bot.channels.console import Console

    async with assembled(settings, asyncio.Event()) as app, _working(app, name, role):
        console = Console(
            app.router,
            name=name,
            language=language or None,
            read=_read,
            write=typer.echo,
            session=app.acts.clock().isoformat(),
        )
        await console.converse()


@asynccontextmanager
async def _working(app: "App", name: str, role: Role | None) -> AsyncIterator[None]:
    """Let the person have that role meanwhile."""
    appoint = partial(appoint_at_console, name=name, now=app.acts.clock())
    await app.database.run(partial(appoint, role=role))
    try:
        yield
    finally:
        await app.database.run(partial(appoint, role=None))


async def _read() -> str | None:
    """The next line; None at the end of input."""
    typer.echo("> ", nl=False)
    loop = asyncio.get_running_loop()
    line: asyncio.Future[str] = loop.create_future()

    def wait() -> None:
        typed = sys.stdin.readline()
        with suppress(RuntimeError):  # the chat was ended by Ctrl-C meanwhile
            loop.call_soon_threadsafe(line.set_result, typed)

    # A daemon: nobody can interrupt the reading, and the chat must not wait for it to end.
    threading.Thread(target=wait, daemon=True).start()
    typed = await line
    return typed.rstrip("\n") if typed else None
