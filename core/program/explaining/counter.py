"""What members should know of the counter: which card pays."""

from collections.abc import Iterator

from core.program.schema import Program
from core.program.sentences import Sentence


def counter(program: Program) -> Iterator[Sentence]:
    """The card that changes."""
    if program.counter.rotating_cards:
        yield Sentence("rules-card-changes")
