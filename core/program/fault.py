"""What is wrong with a program file: a sentence's key in the locales, and what it shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what would be right; several words in a value are said with "or"."""

    key: str
    values: tuple[tuple[str, "Shown"], ...] = ()


Shown = int | str | Fault | tuple[str, ...]
"""Another fault can stand in a sentence, as a part of it."""


class Wrong(ValueError):
    """A value can't stand in a program file: pydantic carries the fault to who reads it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.key, *(value for _, value in fault.values))
        self.fault = fault


def fault(key: str, **values: Shown) -> Fault:
    """The fault of that key."""
    return Fault(key, tuple(values.items()))
