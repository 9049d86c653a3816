"""To the staff: whether what is for somebody behind the counter goes out now."""

from collections.abc import Collection
from datetime import datetime

from bot.delivery.verdicts import End, Go, Verdict, Wait
from bot.hours import opening
from core import staffing
from core.model import Channel
from core.program.schema import Program
from core.tables import chats
from core.tables.outbox import NOT_SET_UP, Message, State
from core.transaction import Transaction


def choose_for_staff(
    tx: Transaction,
    message: Message,
    *,
    now: datetime,
    program: Program,
    ways: Collection[Channel],
) -> Verdict:
    """Decide about one message: do they still work here and want it, do they sleep?"""
    if now >= message.stale_at:
        return End(State.SUPPRESSED, "stale")
    colleague = staffing.addressee(tx, message)
    if colleague is None:
        return End(State.SUPPRESSED, "works here no more")
    if staffing.is_muted(tx, colleague, message):
        return End(State.SUPPRESSED, "muted")
    channel = colleague.channel
    if channel not in ways:
        return End(State.BLOCKED, f"{channel}: {NOT_SET_UP}")
    chat = chats.find(tx, channel, colleague.address)
    if chat.blocked_at:
        return End(State.BLOCKED, f"{channel}: blocked")
    hours = program.sending.hours(channel, message.purpose)
    opens = opening(now, hours, program.timezone)
    if opens > now:
        return Wait(opens, "quiet hours")
    language = program.speaks(chat.language or colleague.language)
    return Go(channel=channel, address=colleague.address, language=language)
