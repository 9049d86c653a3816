"""Payloads: what links that open the bot carry, by the two signs they begin with."""

from collections.abc import Callable

from bot.conversation.messages import Answer
from bot.conversation.request import Request

Opened = Callable[[Request, str], Answer]
"""Answers who opened such a link, given what follows its beginning."""

PAYLOADS: dict[str, Opened] = {}
BEGINNING = 2


def payload(beginning: str) -> Callable[[Opened], Opened]:
    """Register what answers links that begin so, such as "i_"."""
    assert len(beginning) == BEGINNING  # noqa: S101 a programmer error

    def register(opened: Opened) -> Opened:
        PAYLOADS[beginning] = opened
        return opened

    return register


def opened(request: Request, payload: str) -> Answer | None:
    """The answer to a link; None if it only says where the person comes from."""
    answers = PAYLOADS.get(payload[:BEGINNING])
    return answers(request, payload[BEGINNING:]) if answers else None
