"""A chat in the terminal: the same conversation, with numbered buttons."""

import re
from collections.abc import Awaitable, Callable

from bot.conversation.messages import Document, Incoming, Spoken, SpokenButton
from bot.conversation.router import Router
from core.model import Channel

LEAVING = ("exit", "quit", ":q")


class Console:
    """Talks with one person: their lines in, the bot's out; a number taps a button."""

    def __init__(
        self,
        router: Router,
        *,
        name: str,
        language: str | None,
        read: Callable[[], Awaitable[str | None]],
        write: Callable[[str], None],
        session: str,
    ) -> None:
        self._router = router
        self._name, self._language = name, language
        self._read, self._write = read, write
        self._session = session  # makes event ids differ from those of an earlier chat
        self._buttons: list[SpokenButton] = []

    async def converse(self) -> None:
        """Begin with the greeting, and go on until the person leaves."""
        line: str | None = "start"
        number = 0
        while line is not None and line.strip().lower() not in LEAVING:
            number += 1
            if line.strip():
                await self._say(line, number)
            line = await self._read()

    async def _say(self, line: str, number: int) -> None:
        button = self._tapped(line)
        if button and button.url:
            self._write(button.url)
            return
        spoken = await self._router.answer(
            Incoming(
                channel=Channel.CONSOLE,
                sender=self._name,
                event_id=f"{self._session}:{number}",
                text=button.command if button else line,
                tap=button is not None,
                language=self._language,
                name=self._name,
            )
        )
        if spoken:
            self._write(self._shown(spoken))

    def _tapped(self, line: str) -> SpokenButton | None:
        number = int(line) if re.fullmatch(r"\d{1,3}", line.strip()) else 0
        return self._buttons[number - 1] if 0 < number <= len(self._buttons) else None

    def _shown(self, spoken: Spoken) -> str:
        rows = [button for row in spoken.buttons for button in row if not button.asks_contact]
        self._buttons = rows
        lines = [spoken.text]
        if spoken.document:
            lines.append(_readable(spoken.document))
        lines += [f"  {place}. {button.label}" for place, button in enumerate(rows, 1)]
        return "\n".join(lines)


def _readable(document: Document) -> str:
    """A text as it is; of anything else the name and the size."""
    try:
        return document.content.decode()
    except UnicodeDecodeError:
        return f"📎 {document.name} ({len(document.content):,} B)"
