"""
Logging: one line an event, for people or for machines. Ids, never texts, numbers or tokens.

Every line written while something is done carries the id of what caused it: an update's, an
order's and an API call's is the operation id of the ledger entries it makes, a message's its number
in the outbox.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

_cause: ContextVar[str] = ContextVar("cause", default="")
# A phone number in E.164, also inside a JSON or URL; a bot's token. What slips into a library's own
# words, or into an exception's, must not stand in a file that is sent around.
PHONE = re.compile(r"(?:\+|%2B)[1-9][0-9]{7,14}(?![0-9])")
TOKEN = re.compile(r"[0-9]{5,}:[A-Za-z0-9_-]{30,}")
SECRET_MIN = 6  # shorter ones would be found in every other word
MASK = "…"


@contextmanager
def caused_by(id: str) -> Iterator[None]:
    """Whatever is logged meanwhile has this cause, in other tasks and threads begun there too."""
    token = _cause.set(id)
    try:
        yield
    finally:
        _cause.reset(token)


@contextmanager
def only_warnings() -> Iterator[None]:
    """Nothing of ours that is no trouble is logged meanwhile: somebody is being shown something."""
    ours = logging.getLogger("bot")
    level = ours.level
    ours.setLevel(logging.WARNING)
    try:
        yield
    finally:
        ours.setLevel(level)


class Masking:
    """Takes out what must not be read: phone numbers, tokens, the secrets of the settings."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = sorted({one for one in secrets if len(one) >= SECRET_MIN}, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, known))) if known else None

    def __call__(self, text: str) -> str:
        """The text with a mask over each of them."""
        if self._secrets:
            text = self._secrets.sub(MASK, text)
        return TOKEN.sub(MASK, PHONE.sub(MASK, text))


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def __init__(self, masking: Masking) -> None:
        super().__init__()
        self._masking = masking

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._masking(record.getMessage()),
        }
        if cause := _cause.get():
            line["cause"] = self._masking(cause)
        if record.exc_info:
            line["error"] = self._masking(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class Lines(logging.Formatter):
    """A line for people; the cause in brackets."""

    def __init__(self, masking: Masking) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")
        self._masking = masking

    def format(self, record: logging.LogRecord) -> str:
        cause = _cause.get()
        return self._masking(super().format(record) + (f" [{cause}]" if cause else ""))


def set_up_logs(level: str, form: Literal["console", "json"], secrets: Iterable[str] = ()) -> None:
    """Send logs to stderr in that form, without the secrets."""
    handler, masking = logging.StreamHandler(), Masking(secrets)
    # no line shows them, and to find them out takes a third of the time
    logging.logProcesses = logging.logThreads = logging.logMultiprocessing = False
    handler.setFormatter(JsonLines(masking) if form == "json" else Lines(masking))
    # at DEBUG libraries write down whole updates, and with them what people said
    others = max(logging.getLevelNamesMapping()[level.upper()], logging.INFO)
    logging.basicConfig(level=others, handlers=[handler], force=True)
    for ours in ("bot", "core"):
        logging.getLogger(ours).setLevel(level.upper())
    # Of an answer that is no JSON it shows a traceback; our own line says that Telegram is away.
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its INFO lines hold whole addresses
