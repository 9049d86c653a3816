"""The question a chat is asked: open, or answered by one message, which may come again."""

from bot.conversation.messages import Incoming
from bot.conversation.request import Request
from bot.conversation.words import KNOWN, Said
from core.model import Chat


def asked(chat: Chat, incoming: Incoming) -> tuple[str, list[str]]:
    """The word whose question this may answer, and what was said of it before; or nothing."""
    question, _, answered_by = chat.question.partition(" ")
    if answered_by not in ("", incoming.event_id):
        return "", []
    name, *known = question.split(KNOWN)
    return name, known


def is_open(question: str) -> bool:
    """Whether it waits for an answer; an answered one is kept as "word event-id"."""
    return bool(question) and " " not in question


def close(request: Request, said: Said | None) -> None:
    """Drop the open question, or remember what answered it: the same message may come again."""
    question = request.chat.question
    if is_open(question):
        answered = said is not None and said.answers_question
        request.keep(question=f"{question} {request.incoming.event_id}" if answered else "")
