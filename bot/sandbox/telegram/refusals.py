"""What Telegram answers when it refuses a call: a code, a description, sometimes parameters."""

from typing import Any


class Refused(Exception):
    """Telegram said no; the HTTP face turns this into {"ok": false, …}."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str) -> Refused:
    """The 400 that says why, in Telegram's words."""
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    """The 403 that says who shut the door."""
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    """The 409 of two ways to receive updates at once."""
    return Refused(409, f"Conflict: {reason}")
