"""Menus: the commands that Telegram shows, to everybody by language, to the staff by role too."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Protocol

from bot.acts import Acts
from bot.channels.telegram.errors import Rejected, TokenRefused
from bot.conversation.texts import Texts
from bot.conversation.words import menu
from bot.ports import Database, TryLater, Undeliverable, WorldError
from core.model import Channel
from core.program.values import LANGUAGES
from core.tables import staff
from core.tables.staff import Shown

LOOK_EVERY_S = 2.0
AGAIN_AFTER = timedelta(minutes=10)
COMMANDS_MAX = 100  # Telegram's

log = logging.getLogger(__name__)


class Chats(Protocol):
    """A channel with a menu of commands, and one for each chat if need be."""

    async def set_commands(self, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Show these to everybody, by language; "" is for all other languages."""

    async def set_chat_commands(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show these there; none at all: as everybody's."""


async def keep_menus(
    database: Database, texts: Texts, acts: Acts, chats: Chats, stop: asyncio.Event
) -> None:
    """
    Show everybody what the running program has, and the staff what their role has, until stopped.
    """
    everybodys = Everybodys(texts, acts, chats)
    while not stop.is_set():
        try:
            await everybodys.show()
            await bring_up_to_date(database, texts, acts, chats)
        except (WorldError, TryLater, TokenRefused) as error:
            log.warning("the menus have to wait: %s", error)
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_EVERY_S):
                await stop.wait()


class Everybodys:
    """The menus that customers see, one a language; "" is for all that we have none for."""

    def __init__(self, texts: Texts, acts: Acts, chats: Chats) -> None:
        self._texts, self._acts, self._chats = texts, acts, chats
        self._shown: dict[str, str] = {}  # what stands for each menu that Telegram has
        self._refused: dict[tuple[str, str], datetime] = {}  # a language and its menu → when

    async def show(self) -> None:
        """
        Show customers the words that the program has, where others are shown.

        In a language that the program doesn't speak they are told as it answers there. One that
        Telegram does not take is tried again after a while. Raises TryLater, TokenRefused.
        """
        program = self._acts.program
        own = {language: menu(self._texts, language, program) for language in program.languages}
        await self._show("", own[program.language])
        for language in LANGUAGES:
            await self._show(language, own[program.speaks(language)])

    async def _show(self, language: str, commands: Sequence[tuple[str, str]]) -> None:
        wanted, now = _digest(commands), self._acts.clock()
        refused_at = self._refused.get((language, wanted))
        if self._shown.get(language) == wanted or (refused_at and now < refused_at + AGAIN_AFTER):
            return
        try:
            await self._chats.set_commands({language: commands})
            self._shown[language] = wanted
        except (Undeliverable, Rejected) as error:
            log.warning("Telegram did not take the menu %r: %s", language, error)
            self._refused[language, wanted] = now


async def bring_up_to_date(database: Database, texts: Texts, acts: Acts, chats: Chats) -> None:
    """Change the menus that are not what they should be. Raises TryLater, TokenRefused."""
    for shown in await database.read(partial(staff.menus, channel=Channel.TELEGRAM)):
        commands = _commands(texts, acts, shown)
        wanted = _digest(commands)
        if wanted == shown.menu:
            continue
        try:
            await chats.set_chat_commands(shown.address, commands)
        except (Undeliverable, Rejected) as error:  # they blocked the bot: nobody looks at it
            log.info("no menu for one of the staff: %s", error)
        await database.run(partial(staff.set_menu, shown=shown, menu=wanted))


def _commands(texts: Texts, acts: Acts, shown: Shown) -> list[tuple[str, str]]:
    if shown.role is None:
        return []
    program = acts.program
    return menu(texts, program.speaks(shown.language), program, shown.role)[:COMMANDS_MAX]


def _digest(commands: Sequence[object]) -> str:
    """What stands for a menu; nothing for none."""
    return sha256(repr(commands).encode()).hexdigest()[:16] if commands else ""
