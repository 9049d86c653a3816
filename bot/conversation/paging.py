"""Older pages: a command's last word can be the moment before which one begins."""

from datetime import UTC, datetime, timedelta

from bot.conversation.messages import Button, Line

BEFORE = "<"  # the moment follows, in milliseconds


def before(words: list[str], now: datetime) -> tuple[list[str], datetime]:
    """The words without that moment, and the moment; without one the newest page is meant."""
    if words and words[-1].startswith(BEFORE) and words[-1][1:].isdecimal():
        return words[:-1], datetime.fromtimestamp(int(words[-1][1:][:13]) / 1000, UTC)
    return words, now + timedelta(milliseconds=1)


def older(command: str, oldest: datetime) -> Button:
    """The button that leads to what was before the oldest that is shown."""
    moment = int(oldest.timestamp() * 1000)
    return Button(label=Line("button-older"), command=f"{command} {BEFORE}{moment}")
