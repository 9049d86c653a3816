"""`loyalty chat`: talk with the bot in the terminal."""

import asyncio
import sys
import threading
from contextlib import suppress
from typing import Annotated

import typer

from bot.cli.serve import finish, settings_or_exit
from bot.settings import Settings

As = Annotated[str, typer.Option("--as", help="Who you are: each name is another person.")]
Language = Annotated[str, typer.Option(help="Your phone's language, such as uk.")]


def chat(name: As = "Guest", language: Language = "") -> None:
    """Talk with the bot here, as one of its customers. A number taps a button; exit ends it."""
    settings = settings_or_exit(quiet=True)
    typer.echo("A number taps a button; exit ends the chat.\n")
    finish(_chat(settings, name, language))


async def _chat(settings: Settings, name: str, language: str) -> None:
    from bot.app import assembled
    from bot.channels.console import Console

    async with assembled(settings, asyncio.Event()) as app:
        console = Console(
            app.router,
            name=name,
            language=language or None,
            read=_read,
            write=typer.echo,
            session=app.acts.clock().isoformat(),
        )
        await console.converse()


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
