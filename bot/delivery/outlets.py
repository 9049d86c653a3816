"""Outlets: the channels as delivery sees them, each with its pace."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.conversation.messages import Spoken
from bot.delivery.pacing import Pace
from bot.ports import Sent
from core.model import Channel

OUTAGE_S = (1.0, 2.0, 5.0, 10.0, 30.0)  # how long nothing is tried after so many failures in a row
REFUSED_S = 60.0


class Outlet(Protocol):
    """A channel that messages go out by."""

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """
        Send it once. The reference is our name of the message, for channels that can tell later.

        Raises Undeliverable, TryLater (perhaps with maybe_sent) or ChannelRefused.
        """

    def parts(self, spoken: Spoken) -> int:
        """As how many messages it counts."""


@dataclass(slots=True)
class Way:
    """One channel: its outlet (None while it is not connected), its pace, its recent luck."""

    outlet: Outlet | None
    pace: Pace
    flooded_s: Callable[[], float] = lambda: 0.0  # how long others of this process must pause
    _failures: int = field(default=0)

    @property
    def paused_s(self) -> float:
        """How long nothing can be sent."""
        if self.outlet is None:
            return REFUSED_S
        if (left := self.flooded_s()) > self.pace.paused_s:
            self.pace.pause(left)
        return self.pace.paused_s

    def worked(self) -> None:
        """The channel answered."""
        self._failures = 0

    def failed(self) -> None:
        """It gave no answer, or a broken one: don't burn everybody's attempts on an outage."""
        self.pace.pause(OUTAGE_S[min(self._failures, len(OUTAGE_S) - 1)])
        self._failures += 1


Outlets = Callable[[], Mapping[Channel, Way]]
"""The channels that are set up, as they are now."""
