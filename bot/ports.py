"""What the parts of the shell ask of each other: the database, and how the world may fail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from core.transaction import Transaction

T = TypeVar("T")


class WorldError(Exception):
    """Something outside failed; nothing was changed, and the same act may be tried again."""


class DatabaseUnavailable(WorldError):
    """The database did not answer, or refused to write; the transaction was rolled back."""


class DatabaseUrlWrong(ValueError):
    """The URL names no database; the message says in a sentence what would, and nothing of it."""


class Undeliverable(Exception):
    """
    The message will never arrive: trying again is useless.

    With gone, nothing will: the address is blocked, closed or was never opened. Stop writing there.
    With opted_out the person told the carrier so: that is a no to consent, too.
    """

    def __init__(self, reason: str, *, gone: bool = True, opted_out: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.gone = gone
        self.opted_out = opted_out


class TryLater(Exception):
    """
    The channel did not take the message now; not before after_s seconds it may.

    With maybe_sent no answer came in time, so nobody knows whether it was delivered.
    """

    def __init__(self, after_s: float = 0.0, *, reason: str = "", maybe_sent: bool = False) -> None:
        super().__init__(reason)
        self.after_s = after_s
        self.reason = reason
        self.maybe_sent = maybe_sent


class ChannelRefused(Exception):
    """
    The channel, or a shop's API, takes nothing from us until somebody puts it right: wrong
    credentials, a suspended account, an unregistered number. No message is to blame, so none
    loses an attempt.
    """


class CallRefused(Exception):
    """A shop won't do what was asked: asking the same again is useless. The status is HTTP's."""

    def __init__(self, reason: str, *, status: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class CannotListen(Exception):
    """The address can't be served at; the message says why in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A channel took the message: its own name of it, and as how many parts it counts."""

    id: str = ""
    parts: int = 1
    cost_micros: int | None = None  # millionths of the account's currency; None: not known yet


class Database(Protocol):
    """Runs a plain function as one whole transaction, in one hop to a database thread."""

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """
        Commit the work's writes and return its result; any exception rolls everything back.

        A cancelled caller's work may still commit; operation ids make that harmless.
        The work may be repeated (serialization failure), so it must do nothing but ``tx``.
        Raises DatabaseUnavailable when the database can't be reached, is locked, or is full.
        """

    async def run_short(self, work: Callable[[Transaction], T]) -> T:
        """
        Run a work that takes a millisecond or less, and comes often: where the hop costs as much
        as that, it is done on the event loop. One that takes longer is begun anew in a thread.
        """

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on one consistent snapshot; it never waits for a writer and can't write."""

    async def read_long(self, work: Callable[[Transaction], T]) -> T:
        """Read, in a thread of its own: the work takes its time, or does more than reading."""

    async def run_alone(self, work: Callable[[Transaction], T]) -> T:
        """Run it while no other process or task is in run_alone: for migrations."""

    def locks(self, *, silent_s: float = 0) -> "Locks":
        """
        A new holder of locks; close it.

        If given, it must ask for, or look after, one of its locks within so many seconds, again
        and again: whoever is silent for longer is taken for dead, where the database can tell.
        """

    async def close(self) -> None:
        """Finish what is in hand and release every connection and thread."""


class Locks(Protocol):
    """
    Locks that all processes on a database share, by name; what is held is free when we are gone.

    Each of these objects is a holder of its own, also within one process.
    """

    async def take(self, name: str) -> bool:
        """Take it if it is free, without waiting. Raises DatabaseUnavailable."""

    async def keeps(self, name: str) -> bool:
        """Whether it is still held here: it is lost with the connection."""

    async def release(self, name: str) -> None:
        """Let others have it; nothing happens if it is not held."""

    async def close(self) -> None:
        """Let go of them all."""


class StarsDesk(Protocol):
    """Where payments in Telegram Stars are undone. What was done before is done."""

    async def give_back(self, address: str, charge: str) -> None:
        """Give that person the stars of that charge back. Raises TryLater or Undeliverable."""

    async def stop_renewing(self, address: str, charges: Sequence[str]) -> None:
        """Don't renew that person's subscription, known by one of these charges. Raises same."""
