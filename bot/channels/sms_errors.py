"""How Twilio says no: what each of its codes means for a message, when it is sent or later."""

import logging
from collections.abc import Callable
from datetime import timedelta
from enum import Enum, auto

from bot.ports import ChannelRefused, TryLater, Undeliverable

log = logging.getLogger(__name__)


class Meaning(Enum):
    """What has to be done about an error."""

    FLOOD = auto()  # not processed: again, a little later
    SETTINGS = auto()  # nothing will be taken until somebody puts it right
    NO_PHONE = auto()  # no text message will ever arrive there
    OPTED_OUT = auto()  # the person told the carrier STOP
    REFUSED = auto()  # this message won't be taken; others may. Somebody has to look
    QUEUE_FULL = auto()  # much later
    AGAIN = auto()  # later
    OFF = auto()  # the phone is off: hours later
    SUSPECT = auto()  # unknown or blocked: the second time nothing more is sent there
    UNKNOWN = auto()  # a code we don't know


MEANINGS = {
    Meaning.FLOOD: {20429, 429},
    Meaning.SETTINGS: {
        *(401, 403, 20003, 20005, 20006, 21608, 30034, 30002),
        *(21212, 21603, 21606, 21609, 21659, 21701, 21703, 21704, 21705),
    },
    Meaning.NO_PHONE: {21211, 21614, 21635, 21612, 30006},
    Meaning.OPTED_OUT: {21610},
    Meaning.REFUSED: {21408, 21602, 21617, 30007, 30450},
    Meaning.QUEUE_FULL: {21611, 30001},
    Meaning.AGAIN: {30500, 30047, 30008, 30610},
    Meaning.OFF: {30003},
    Meaning.SUSPECT: {30004, 30005},
}
TRIES = {  # after it was taken: how often it is sent again, and when
    30003: (2, timedelta(hours=4)),
    30008: (1, timedelta(minutes=15)),
    30500: (2, timedelta(minutes=15)),
    30047: (2, timedelta(minutes=15)),
    30001: (2, timedelta(hours=1)),
    30610: (3, timedelta(hours=3)),
}
QUEUE_FULL_S = 900.0
SERVER_ERROR = 500
_BY_CODE = {code: meaning for meaning, codes in MEANINGS.items() for code in codes}


def meaning_of(code: int) -> Meaning:
    """What the code means to us."""
    return _BY_CODE.get(code, Meaning.UNKNOWN)


def refusal(status: int, code: int, *, flood_s: Callable[[], float]) -> Exception:
    """
    What to raise when sending was answered with that HTTP status and code.

    A server error leaves open whether the message was taken; any other refusal is sure.
    """
    meaning = meaning_of(code)
    reason = f"Twilio error {code}"
    if meaning is Meaning.UNKNOWN and status >= SERVER_ERROR:
        return TryLater(reason=reason, maybe_sent=True)
    if meaning is Meaning.UNKNOWN:
        meaning = meaning_of(status)
    match meaning:
        case Meaning.FLOOD:
            return TryLater(flood_s(), reason=reason)
        case Meaning.SETTINGS:
            return ChannelRefused(reason)
        case Meaning.OPTED_OUT:
            return Undeliverable(reason, opted_out=True)
        case Meaning.NO_PHONE:
            return Undeliverable(reason)
        case Meaning.REFUSED:
            log.error("Twilio won't take a message: error %d", code)
            return Undeliverable(reason, gone=False)
        case Meaning.QUEUE_FULL:
            return TryLater(QUEUE_FULL_S, reason=reason)
        case Meaning.UNKNOWN:
            log.error("Twilio's error %d is unknown to us", code)
    return TryLater(reason=reason)
