"""Values as a TOML file writes them."""

from collections.abc import Mapping
from decimal import Decimal

from core.program.fault import Fault, fault

SHOWN_MAX = 40


def inline(value: object) -> str:
    """Write a value on one line; reading it gives the value back."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{"".join(_escaped(letter) for letter in value)}"'
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(key)} = {inline(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(inline, value))}]"
    return f'"{value}"' if isinstance(value, Decimal) else str(value)


def shown(value: object) -> str | Fault:
    """Show what was found, cut to a readable length."""
    if isinstance(value, Mapping):
        return fault("fault-table")
    if isinstance(value, list | tuple):
        return fault("fault-list-of", count=len(value))
    if isinstance(value, str) and len(value) > SHOWN_MAX:
        value = value[:SHOWN_MAX] + "…"
    return inline(value) if isinstance(value, str | bool | Decimal) else str(value)[:SHOWN_MAX]


def _key(key: object) -> str:
    text = str(key)
    bare = text.isascii() and text.replace("-", "").replace("_", "").isalnum()
    return text if bare else inline(text)


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
