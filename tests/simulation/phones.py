"""What people do with their phones: they write and tap; it comes late, twice, or after a crash."""

import asyncio
from dataclasses import dataclass, field
from itertools import count

from bot.conversation.messages import Attached, Incoming
from core.model import Channel
from tests.simulation.faults import Faults
from tests.simulation.replicas import Reply
from tests.simulation.serving import Serving

LATE_S = 30.0
MUCH_LATER_S = 3 * 3600.0


@dataclass(slots=True, kw_only=True)
class Phone:
    """Somebody's Telegram."""

    serving: Serving
    faults: Faults
    address: str
    name: str
    language: str = "en"
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def says(
        self, text: str, *, tap: bool = False, file: Attached | None = None, contact: str = ""
    ) -> list[Reply]:
        """Write that, or tap it; every answer to it, as it may have come more than once."""
        incoming = Incoming(
            channel=Channel.TELEGRAM,
            sender=self.address,
            event_id=f"{self.address}:{next(self._numbers)}",
            text=text,
            tap=tap,
            file=file,
            phone=contact or None,
            name=self.name,
            language=self.language,
        )
        if self.faults.strike("a delivery is late"):
            await asyncio.sleep(self.faults.random.uniform(0, LATE_S))
        if not self.faults.strike("a delivery comes twice"):
            return [await self.serving.answered(incoming)]
        if self.faults.random.random() < 0.5:  # at once, to whoever is there
            both = (self.serving.answered(incoming) for _ in range(2))
            return list(await asyncio.gather(*both))
        first = await self.serving.answered(incoming)
        await asyncio.sleep(self.faults.random.uniform(0, MUCH_LATER_S if tap else LATE_S))
        return [first, await self.serving.answered(incoming)]

    async def taps(self, command: str) -> list[Reply]:
        """Tap a button, now and then several times as nothing seems to happen."""
        times = self.faults.random.choice((1, 1, 1, 2, 3))
        answers = await asyncio.gather(*(self.says(command, tap=True) for _ in range(times)))
        return [reply for each in answers for reply in each]
