"""How Telegram says no. Each library's owner translates into these, TryLater and Undeliverable."""

import logging
import re

from bot.ports import ChannelRefused, Undeliverable


class TokenRefused(ChannelRefused, ValueError):
    """Telegram does not accept this bot token; @BotFather shows the right one."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Rejected(Exception):
    """Telegram refused this very request (400); the same again would be refused again."""


class Migrated(Exception):
    """The group became a supergroup and has another id now."""

    def __init__(self, chat_id: int) -> None:
        super().__init__(chat_id)
        self.chat_id = chat_id


class OtherPoller(Exception):
    """Another process polls with this token, or a webhook is set."""


REFUSALS = (Rejected, OtherPoller, Undeliverable)  # of what we ask for ourselves, for nobody

_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "bot was blocked",
    "bot was kicked",
    "group chat was deactivated",
    "have no rights to send",
)


def refused(description: str, *, forbidden: bool = False) -> Undeliverable | Rejected:
    """What a 403, or a 400, means. Libraries reword the texts, so only their core is compared."""
    reason = scrubbed(description)
    if forbidden or any(words in reason.lower() for words in _GONE):
        return Undeliverable(reason)
    return Rejected(reason)


def scrubbed(text: str) -> str:
    """The text without anything that looks like a bot token, and not too long to log."""
    return re.sub(r"\d+:[\w-]+", "…", text)[:200]


def checked_token(token: str) -> str:
    """The token itself; raises TokenRefused for what can't be one."""
    if not re.fullmatch(r"\d+:[\w-]+", token):
        raise TokenRefused
    return token


def quiet(*loggers: str) -> None:
    """Keep libraries from logging addresses with the token in them, or people's texts."""
    for name in loggers:
        logger = logging.getLogger(name)
        if logger.level == logging.NOTSET:
            logger.setLevel(logging.WARNING)
