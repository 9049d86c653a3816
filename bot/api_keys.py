"""
Keys of the API, as LOYALTY_API_KEYS lists them. A key alone may do everything; one written as
`name:scopes:key` may do what its scopes say, such as `till-3:till:…` or `site:read+write:…`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}"
FULL = "full"


class Scope(StrEnum):
    """What a key may do."""

    READ = "read"  # every GET, and asking for a price
    WRITE = "write"  # everything that changes something
    TILL = "till"  # what a till needs: see bot.web.security


class KeyUnclear(ValueError):
    """What is listed is no key; the sentence says why, without the key itself."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key, known again by its digest."""

    name: str
    scopes: frozenset[Scope]
    digest: bytes = field(repr=False)


def api_keys(listed: Iterable[str]) -> list[ApiKey]:
    """Read what is listed. Raises KeyUnclear."""
    return [_read(one, number) for number, one in enumerate(listed, 1)]


def _read(text: str, number: int) -> ApiKey:
    """A colon makes it `name:scopes:key`, so a slip never turns a small key into a full one."""
    if ":" not in text:
        name = FULL if number == 1 else f"{FULL}-{number}"
        return ApiKey(name, frozenset(Scope), _digest(text))
    name, _, rest = text.partition(":")
    scopes, _, key = rest.partition(":")
    if not re.fullmatch(NAME, name) or not key:
        raise KeyUnclear(f"entry {number} has a colon but is not written as name:scopes:key.")
    known = {scope.value for scope in Scope}
    if wrong := [one for one in scopes.split("+") if one not in known]:
        raise KeyUnclear(
            f"the key {name} has no scope {wrong[0][:20]!r}: join read, write and till with +."
        )
    return ApiKey(name, frozenset(map(Scope, scopes.split("+"))), _digest(key))


def _digest(key: str) -> bytes:
    return sha256(key.encode()).digest()
