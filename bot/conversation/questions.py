"""The question a chat is asked, until it is answered or something else is said."""

from bot.conversation.request import Request
from bot.conversation.words import KNOWN
from core.model import Chat


def asked(chat: Chat) -> tuple[str, list[str]]:
    """The word whose question is open, and what was said of it before; or nothing."""
    if not is_open(chat.question):
        return "", []
    name, *known = chat.question.split(KNOWN)
    return name, known


def is_open(question: str) -> bool:
    """Whether it waits for an answer; older versions kept an answered one as "word event-id"."""
    return bool(question) and " " not in question


def close(request: Request) -> None:
    """Drop the open question."""
    if request.chat.question:
        request.keep(question="")
