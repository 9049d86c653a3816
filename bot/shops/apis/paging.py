"""Orders as the shops hand them out: page by page."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some orders as the shop's API gives them, and of how many in all, if it says so."""

    orders: list[Json]
    total: int | None = None
