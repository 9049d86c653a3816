"""A chat in the terminal shows what a terminal can."""

from typing import cast

import pytest

from bot.channels.console import Console
from bot.conversation.messages import Document, Incoming, Spoken
from bot.conversation.router import Router


class Sends:
    """Answers with a file, whatever is said."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    async def answer(self, incoming: Incoming) -> Spoken:
        return Spoken(text="Here", document=Document(name="it.zip", content=self.content))


async def nobody() -> None:
    """No further line."""


@pytest.mark.parametrize(
    ("content", "shown"),
    [(b"a;b\n1;2", "Here\na;b\n1;2"), (b"PK\x93" * 500, "Here\n📎 it.zip (1,500 B)")],
)
async def test_a_file_is_shown_if_it_is_a_text_and_named_otherwise(
    content: bytes, shown: str
) -> None:
    written: list[str] = []
    console = Console(
        cast("Router", Sends(content)),
        name="Maria",
        language=None,
        read=nobody,
        write=written.append,
        session="1",
    )
    await console.converse()

    assert written == [shown]
