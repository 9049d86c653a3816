"""A conversation that says what the test told it to, and remembers what it heard."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.conversation.messages import Incoming, Settlement, Spoken, SpokenButton
from bot.ports import DatabaseUnavailable
from core.model import Channel

if TYPE_CHECKING:
    from bot.conversation.router import Router

MENU = Spoken(
    text="What now?",
    buttons=(
        (
            SpokenButton(label="Points", command="points"),
            SpokenButton(label="Card", command="card"),
        ),
        (SpokenButton(label="Shop", url="https://cafe.example"),),
    ),
)


class Talk:
    """Answers "You said …" unless told otherwise."""

    def __init__(self) -> None:
        self.answers: dict[str, Spoken | Exception | None] = {}
        self.pauses_s: dict[str, float] = {}
        self.outages = 0
        self.heard: list[Incoming] = []
        self.reached: list[tuple[str, bool]] = []
        self.buried: list[tuple[str, str]] = []
        self.burial: Exception | None = None
        self.refusal = ""  # of whoever wants to pay
        self.asked: list[Incoming] = []
        self.paid: Spoken | None = None  # to who has paid
        self.returns = False  # what was paid

    @property
    def router(self) -> "Router":
        """The same, as adapters want it."""
        return cast("Router", self)

    @property
    def texts(self) -> list[str]:
        """What was heard, in order."""
        return [incoming.text for incoming in self.heard]

    async def answer(self, incoming: Incoming) -> Spoken | None:
        if self.outages:
            self.outages -= 1
            raise DatabaseUnavailable
        await asyncio.sleep(self.pauses_s.get(incoming.text, 0))
        self.heard.append(incoming)
        if incoming.money:
            back = Settlement(give_back=incoming.money.charge) if self.returns else None
            return self.paid and replace(self.paid, settlement=back)
        answer = self.answers.get(incoming.text, Spoken(text=f"You said {incoming.text}"))
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def checkout(self, incoming: Incoming) -> str:
        self.asked.append(incoming)
        return self.refusal

    async def reachable(self, channel: Channel, address: str, *, yes: bool) -> None:
        assert channel is Channel.TELEGRAM
        self.reached.append((address, yes))

    async def bury(
        self, channel: Channel, sender: str, event_id: str, body: str, error: BaseException
    ) -> None:
        assert channel is Channel.TELEGRAM
        if self.burial:
            raise self.burial
        self.buried.append((event_id, body))
