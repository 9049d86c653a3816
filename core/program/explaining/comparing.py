"""Two explanations side by side: a rule and its details are said together or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.program.sentences import Sentence

Paragraph = tuple[Sentence, ...]
DETAILS = ("rules-detail", "rules-detail-deeper")


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the earlier one says, and what only the later one says, in their order."""

    gone: tuple[Sentence, ...]
    new: tuple[Sentence, ...]


def compare(before: Iterable[Sentence], after: Iterable[Sentence]) -> Difference:
    """Find what differs. Sentences that only changed places are no difference."""
    earlier, later = _paragraphs(before), _paragraphs(after)
    return Difference(gone=_missing(earlier, later), new=_missing(later, earlier))


def _paragraphs(sentences: Iterable[Sentence]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for sentence in sentences:
        if sentence.key in DETAILS:
            found[-1] = (*found[-1], sentence)
        else:
            found.append((sentence,))
    return found


def _missing(paragraphs: list[Paragraph], others: list[Paragraph]) -> tuple[Sentence, ...]:
    return tuple(
        sentence for paragraph in paragraphs if paragraph not in others for sentence in paragraph
    )
