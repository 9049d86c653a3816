"""The one port of the core: an open database transaction."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Value = int | str | None
Row = tuple[Any, ...]


class Transaction(Protocol):
    """
    One open transaction, always called ``tx``.

    It dies with the function it was handed to: never keep it, return it or give it to a coroutine.
    """

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """Run one statement, parameters ``:named_like_this``; its rows, if it gives any."""

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """
        Run one SELECT as rows does, and lock the rows of its FROM until the transaction ends.

        Who waited for a lock sees these rows as they then are, but still the old state of what
        subqueries look at.
        """

    def send(self, sql: str, **values: Value) -> None:
        """
        Have one statement done that gives no rows: before the next one, and before the end. What
        goes wrong with it may be raised as late as then.
        """

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Run one statement for each of the batch's parameters."""
