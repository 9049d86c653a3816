"""Who is there to serve: a few processes, some of which die, and are started again."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar

from bot.conversation.messages import Incoming
from bot.ports import WorldError
from tests.simulation.faults import Faults
from tests.simulation.processes import Died, Process, within
from tests.simulation.replicas import Replica, Reply, Shared

T = TypeVar("T")

REPLICAS = 2
RESTART_S = 20.0
AGAIN_S = 30.0
TRIES_MAX = 200


@dataclass(slots=True, kw_only=True)
class Serving:
    """All processes there are; whoever is away long enough is replaced."""

    shared: Shared
    faults: Faults
    deaths: int = 0
    _replicas: list[Replica] = field(default_factory=list)
    _names: "count[int]" = field(default_factory=lambda: count(1))
    _starting: int = 0

    async def answered(self, incoming: Incoming) -> Reply:
        """Have it answered: Telegram delivers it again until it is confirmed."""
        return await self.until_done(lambda replica: replica.answer(incoming))

    async def until_done(self, act: Callable[[Replica], Awaitable[T]]) -> T:
        """Do it in some process; as long as that dies or can't, again in another."""
        for _ in range(TRIES_MAX):
            try:
                return await self.once(act)
            except (Died, WorldError):
                await asyncio.sleep(self.faults.random.uniform(0, AGAIN_S))
        raise AssertionError("nothing works any more")

    async def once(self, act: Callable[[Replica], Awaitable[T]]) -> T:
        """Do it in some process. Raises Died, and what it raises."""
        replica = await self.some()
        return await self.inside(replica, act)

    async def inside(self, replica: Replica, act: Callable[[Replica], Awaitable[T]]) -> T:
        """Do it in that process. Raises same."""

        async def work() -> T:
            return await act(replica)

        try:
            return await within(replica.process, work())
        except ExceptionGroup as group:  # what a task group met
            if group.split(WorldError)[1] is not None:
                raise
            raise WorldError(str(group)) from None
        finally:
            if replica.process.dead and replica in self._replicas:
                self._replicas.remove(replica)
                self.deaths += 1

    async def some(self) -> Replica:
        """One that lives."""
        while len(self._replicas) + self._starting < REPLICAS:
            await self._start()
        while not self._replicas:  # noqa: ASYNC110 others start them; virtual seconds cost nothing
            await asyncio.sleep(1)
        return self.faults.random.choice(self._replicas)

    async def _start(self) -> None:
        self._starting += 1
        try:
            process = Process(f"p{next(self._names)}", self.faults, self.faults.lifetime())
            replica = await within(process, Replica.start(self.shared, process))
            self._replicas.append(replica)
        except (Died, WorldError):
            await asyncio.sleep(self.faults.random.uniform(0, RESTART_S))
        finally:
            self._starting -= 1

    async def follow(self) -> None:
        """Every process looks for a newer program, as each does every ten seconds."""
        for replica in list(self._replicas):
            try:
                await self.inside(replica, lambda one: one.acts.refresh(one.database))
            except (Died, WorldError):
                continue
