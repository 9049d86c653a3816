"""A message that is delivered again: it changes nothing, whatever has happened since."""

from hashlib import sha256

from bot.conversation.buttons import menu_rows
from bot.conversation.messages import Answer, Incoming, Line
from bot.conversation.request import Behind
from bot.conversation.roles import rows_for
from core.model import Chat
from core.tables import chats, consents, members
from core.transaction import Transaction


class Again(Exception):
    """Carries the answer to a message that came again out of its transaction, rolled back by it."""

    def __init__(self, language: str, answer: Answer) -> None:
        self.language = language
        self.answer = answer


def digest(incoming: Incoming) -> str:
    """What stands for the message, and says nothing of who wrote it."""
    said = (incoming.channel, incoming.sender, incoming.event_id, incoming.text)
    return sha256("\n".join(said).encode()).hexdigest()


def nothing_done(behind: Behind) -> Answer:
    """What was refused then is not done now, though it could be."""
    rows = rows_for(behind.colleague) if behind.colleague else menu_rows()
    return Answer(lines=(Line("said-again"),), buttons=rows)


def standing_of(tx: Transaction, chat: Chat) -> object:
    """How the person of the chat stands: what the words of theirs that set something can change."""
    known = chats.find(tx, chat.channel, chat.address)
    if known.member_id is None:
        return known.language
    newest = consents.in_force(tx, known.member_id)
    agreed = {(one.channel, one.purpose, one.granted) for one in newest}
    return known.language, members.find(tx, known.member_id), agreed
