"""What is for sale in Telegram Stars, and what was paid."""

import asyncio
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """Something for sale."""

    title: str
    payload: str
    stars: int
    period_s: int = 0  # 0: paid once


@dataclass(slots=True)
class Checkout:
    """The question whether somebody may pay, and the bot's answer to it: None is yes."""

    answered: asyncio.Event = field(default_factory=asyncio.Event)
    refusal: str | None = None
    too_old: bool = False


@dataclass(slots=True, kw_only=True)
class Charge:
    """A payment; subscription is the charge that began the one it belongs to."""

    id: str
    user_id: int
    invoice: Invoice
    subscription: str = ""
    refunded: bool = False
    stopped: bool = False  # of a subscription: it is not renewed


@dataclass(slots=True)
class Till:
    """All that is for sale, and all that was paid."""

    invoices: dict[str, Invoice] = field(default_factory=dict)  # by link
    checkouts: dict[str, Checkout] = field(default_factory=dict)
    charges: dict[str, Charge] = field(default_factory=dict)
