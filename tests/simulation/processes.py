"""
Processes of ours, which may be killed between any two awaits and inside any database call.

What runs in a process runs in tasks that know it. When it dies, nothing of it goes on: no task, no
cleaning up, no answer. What was committed before is there.
"""

import asyncio
import types
from collections.abc import Callable, Coroutine, Generator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.simulation.faults import Faults

T = TypeVar("T")
Steps = Coroutine[Any, Any, T]


class Killed(BaseException):
    """The process was killed at this very moment."""


class Died(Exception):
    """Seen from outside: the process is gone, and nobody knows how far it came."""


@dataclass(slots=True, eq=False)
class Process:
    """One process, from its start to its death."""

    name: str
    faults: Faults
    left: int  # so many steps till it dies
    dead: bool = False
    tasks: "dict[asyncio.Task[Any], None]" = field(default_factory=dict)
    at_death: list[Callable[[], None]] = field(default_factory=list)

    def step(self, where: str = "between two awaits", danger: int = 1) -> None:
        """Get through, or die here; some places are more dangerous than others."""
        if self.dead:
            raise Killed
        if self.faults.calm:
            return
        self.left -= danger
        self.faults.steps += 1
        if self.left < 0:
            self.faults.seen[f"killed {where}"] += 1
            self.die()
            raise Killed

    def die(self) -> None:
        """Whatever is under way ends where it is."""
        self.dead = True
        for task in list(self.tasks):
            task.cancel()
        for end in self.at_death:
            end()


HERE: ContextVar[Process | None] = ContextVar("HERE", default=None)
"""The process that runs."""


async def within(process: Process, work: Steps[T]) -> T:
    """Do it in that process. Raises Died, and what the work raises."""
    token = HERE.set(process)
    try:
        task = asyncio.get_running_loop().create_task(work)
    finally:
        HERE.reset(token)
    try:
        result = await task
    except BaseException as error:
        if process.dead and _is_death(error):
            raise Died(process.name) from None
        raise
    return result


def mortal_tasks(
    loop: asyncio.AbstractEventLoop, coroutine: Any, **how: Any
) -> "asyncio.Task[Any]":
    """A task factory: what a process starts is part of it."""
    process = HERE.get()
    if process is None:
        return asyncio.Task(coroutine, loop=loop, **how)
    task = asyncio.Task(_living(coroutine, process), loop=loop, **how)
    process.tasks[task] = None

    def ended(task: "asyncio.Task[Any]") -> None:
        coroutine.close()  # it may never have begun
        process.tasks.pop(task, None)
        if process.dead and not task.cancelled():
            task.exception()  # nobody may be left to ask for it

    task.add_done_callback(ended)
    return task


async def _living(coroutine: Steps[T], process: Process) -> T:
    result: T = await _steps(coroutine, process)
    return result


@types.coroutine
def _steps(coroutine: Steps[T], process: Process) -> Generator[Any, Any, T]:
    """Every step of it, unless the process dies before."""
    value: Any = None
    error: BaseException | None = None
    while True:
        try:
            process.step()
            waits_for = coroutine.throw(error) if error is not None else coroutine.send(value)
        except StopIteration as done:
            result: T = done.value
            return result
        except Killed:
            _bury(coroutine)
            raise
        try:
            value, error = (yield waits_for), None
        except BaseException as thrown:
            error = thrown


def _bury(coroutine: Steps[Any]) -> None:
    """It may try to clean up: it gets no further than to its next await."""
    for _ in range(100):
        try:
            coroutine.throw(Killed())
        except BaseException:
            return


def _is_death(error: BaseException) -> bool:
    if isinstance(error, BaseExceptionGroup):
        return any(_is_death(one) for one in error.exceptions)
    return isinstance(error, Killed | asyncio.CancelledError)
