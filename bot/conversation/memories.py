"""For channels that show no buttons and say everything again: what a message leaves behind."""

from typing import Protocol

from bot.conversation.messages import Answer, Incoming
from core.transaction import Transaction


class Memory(Protocol):
    """Remembers one message and its answer, in the transaction in which it is answered."""

    def recall(self, tx: Transaction, incoming: Incoming) -> Incoming | None:
        """The message as it was meant; None: there is nothing for the conversation to answer."""

    def keep(self, tx: Transaction, language: str, answer: Answer) -> None:
        """Remember the answer."""
