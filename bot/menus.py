"""Menus: the commands that Telegram shows to who works behind the counter, by role and language."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import Protocol

from bot.acts import Acts
from bot.channels.telegram.errors import Rejected, TokenRefused
from bot.conversation.texts import Texts
from bot.conversation.words import menu
from bot.ports import Database, TryLater, Undeliverable, WorldError
from core.model import Channel
from core.tables import staff
from core.tables.staff import Shown

LOOK_EVERY_S = 2.0
COMMANDS_MAX = 100  # Telegram's

log = logging.getLogger(__name__)


class Chats(Protocol):
    """A channel with a menu of commands for each chat."""

    async def set_chat_commands(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show these there; none at all: as everybody's."""


async def keep_menus(
    database: Database, texts: Texts, acts: Acts, chats: Chats, stop: asyncio.Event
) -> None:
    """Give everybody who comes, goes or changes roles their menu, until stopped."""
    while not stop.is_set():
        try:
            await bring_up_to_date(database, texts, acts, chats)
        except (WorldError, TryLater, TokenRefused) as error:
            log.warning("the staff's menus have to wait: %s", error)
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_EVERY_S):
                await stop.wait()


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
    return menu(texts, acts.program.speaks(shown.language), shown.role)[:COMMANDS_MAX]


def _digest(commands: Sequence[tuple[str, str]]) -> str:
    """What stands for a menu; nothing for none."""
    return sha256(repr(commands).encode()).hexdigest()[:16] if commands else ""
