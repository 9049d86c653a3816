"""Acts: where the clock, the luck and the program in force meet. The only clock there is."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random, SystemRandom

from bot.logs import caused_by
from bot.ports import Database
from core.act import Act
from core.model import OperationId
from core.program.loading import load
from core.program.schema import Program
from core.tables import hooks, programs
from core.transaction import Transaction

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The present moment, as precise as the tables keep it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


@contextmanager
def acting(act: Act) -> Iterator[None]:
    """What is logged meanwhile has the act's id for its cause, as the entries it makes have."""
    with caused_by(act.operation_id):
        yield
        log.info("acted")


class Acts:
    """Makes acts under the newest program, which other processes may change at any time."""

    def __init__(
        self,
        program: Program,
        version: int,
        *,
        clock: Callable[[], datetime] = utc_now,
        random: Random | None = None,
        tells: bool = False,
    ) -> None:
        self.tells = tells
        self.program = program
        self.version = version
        self.clock = clock
        self._random = random or SystemRandom()

    @classmethod
    async def start(
        cls,
        database: Database,
        first_text: str,
        *,
        clock: Callable[[], datetime] = utc_now,
        random: Random | None = None,
    ) -> "Acts":
        """Follow the database's program; an empty database starts with first_text."""

        def work(tx: Transaction) -> tuple[int, str, bool]:
            newest = programs.newest(tx)
            if newest:
                return *newest, hooks.connected(tx)
            version = programs.add(tx, first_text, by=programs.BY_SETTINGS, now=clock())
            return version, first_text, hooks.connected(tx)

        version, text, tells = await database.run_alone(work)
        return cls(load(text), version, clock=clock, random=random, tells=tells)

    async def refresh(self, database: Database) -> None:
        """Take over a newer program, if there is one."""
        newest = await database.read(programs.newest)
        self.tells = await database.read(hooks.connected)
        if newest and newest[0] != self.version:
            self.program, self.version = load(newest[1]), newest[0]

    def new(self, operation_id: str, *, actor: str) -> Act:
        """An act of now."""
        return Act(
            operation_id=OperationId(operation_id),
            now=self.clock(),
            program=self.program,
            program_version=self.version,
            actor=actor,
            random=self._random,
            tells=self.tells,
        )
