"""Time that jumps: nobody waits, and nothing happens in two threads at once."""

import asyncio
import selectors
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.simulation.processes import mortal_tasks


class VirtualLoop(asyncio.SelectorEventLoop):
    """
    An event loop that never waits: when nobody has anything to do, it is later at once.

    What would be done in a thread is done at once, so that everything comes in one order.
    """

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)
        self._clock_resolution = 1e-6  # a nanosecond is lost beside the seconds of a year
        self.set_task_factory(mortal_tasks)

    def time(self) -> float:
        """Seconds since the beginning."""
        return self._jumping.now

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> "asyncio.Future[Any]":
        """Do it at once; a database's own threads are waited for, and no time passes."""
        if executor is not None:
            self._jumping.threads += 1
            running = super().run_in_executor(executor, func, *args)
            running.add_done_callback(self._jumping.ended)
            return running
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


LONG_S = 30.0  # longer than a thread may take


class _Jumping(selectors.DefaultSelector):
    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.threads = 0  # that work for somebody

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if self.threads:
            return super().select(timeout if timeout == 0 else LONG_S)
        assert timeout is not None, "everybody waits for somebody"
        if timeout > 0:
            self.now += timeout
        return super().select(0)

    def ended(self, running: "asyncio.Future[Any]") -> None:
        """A thread has done its work."""
        self.threads -= 1


@dataclass(slots=True)
class Calendar:
    """What the loop's seconds are on the wall; on the wall of some process, a little off."""

    begin: datetime
    off: timedelta = timedelta()
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def __call__(self) -> datetime:
        """Now, in milliseconds as the tables keep it."""
        return self.begin + self.off + timedelta(milliseconds=int(self._loop.time() * 1000))

    async def until(self, moment: datetime) -> None:
        """Let it be then."""
        await asyncio.sleep((moment - self()).total_seconds())
