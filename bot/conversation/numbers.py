"""Whole numbers as people type them."""

NUMBER_MAX = 2**62  # more than there is of anything, and every database holds it
DIGITS_MAX = 18


def number(text: str) -> int | None:
    """The number somebody typed, at most NUMBER_MAX; None when it is none."""
    if not text.isdecimal():
        return None
    return int(text) if len(text) <= DIGITS_MAX else NUMBER_MAX
