"""How instants stand in the tables: milliseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def to_ms(instant: datetime) -> int:
    """The instant as the tables keep it."""
    return (instant - EPOCH) // MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The instant the tables kept."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def from_ms_or_none(milliseconds: int | None) -> datetime | None:
    """The instant, where there may be none."""
    return None if milliseconds is None else from_ms(milliseconds)


def to_ms_or_none(instant: datetime | None) -> int | None:
    """The instant as the tables keep it, where there may be none."""
    return None if instant is None else to_ms(instant)
