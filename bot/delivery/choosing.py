"""Choosing: whether a message goes out now, and which way; decided inside one transaction."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.delivery.to_staff import choose_for_staff
from bot.delivery.verdicts import End, Go, Verdict, Wait
from bot.hours import closing, opening
from bot.phones import country
from core.model import Channel, Chat, Member, Purpose, Status
from core.program.schema import Program
from core.tables import chats, consents, members, outbox_views
from core.tables.outbox import NO_ADDRESS, NOT_SET_UP, Message, State
from core.tables.outbox_views import Sent
from core.transaction import Transaction

DAY, WEEK, HOUR = timedelta(days=1), timedelta(days=7), timedelta(hours=1)
TOGETHER = 3  # so many messages within an hour are told as one
AN_HOUR = TOGETHER - 1  # one more waits for the next hour


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the shop's settings allow."""

    sms_countries: Collection[str] = ()  # ISO 3166; none: all


Spent = Callable[[], datetime | None]
"""Until when no more SMS may be paid; None: they may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a member when something is to be sent; read once for all their messages."""

    member: Member
    chats: list[Chat]
    yes: frozenset[tuple[Channel, Purpose]]
    no: frozenset[tuple[Channel, Purpose]]
    sent: list[Sent]  # of the last week

    def having_sent(self, message: Message, channel: Channel, now: datetime) -> "Facts":
        """The same after that message."""
        at = now + timedelta(microseconds=len(self.sent))  # those of one moment were told as one
        sent = Sent(campaign=message.campaign, purpose=message.purpose, channel=channel, at=at)
        return replace(self, sent=[*self.sent, sent])


def facts(tx: Transaction, message: Message, now: datetime) -> Facts | None:
    """What matters of the message's member; None when nobody of that id is known."""
    member = members.find(tx, message.member_id) if message.member_id else None
    if member is None:
        return None
    said = consents.in_force(tx, member.id)
    return Facts(
        member=member,
        chats=chats.of_member(tx, member.id),
        yes=frozenset((one.channel, one.purpose) for one in said if one.granted),
        no=frozenset((one.channel, one.purpose) for one in said if not one.granted),
        sent=outbox_views.sent_since(tx, member.id, now - WEEK),
    )


def choose(
    tx: Transaction,
    message: Message,
    known: Facts | None,
    *,
    now: datetime,
    program: Program,
    rules: Rules,
    ways: Collection[Channel],
    sms_spent_until: Spent = lambda: None,
) -> Verdict:
    """
    Decide about one message: preference, reachability, consent, cost, caps, quiet hours.

    A way that is only closed at this hour is waited for, unless the message is stale by then.
    """
    if message.staff:
        return choose_for_staff(tx, message, now=now, program=program, ways=ways)
    if now >= message.stale_at:
        return End(State.SUPPRESSED, "stale")
    if known is None or known.member.status is not Status.ACTIVE:
        return End(State.SUPPRESSED, known.member.status.value if known else "unknown member")
    choice = _Choice(message, known, now, program, rules, sms_spent_until)
    hindrances: list[str] = []
    waits: list[Wait] = []
    for channel in _in_order(message, known.member):
        found = choice.by(tx, channel) if channel in ways else f"{channel}: {NOT_SET_UP}"
        match found:
            case Go():
                return found
            case Wait() if found.until < message.stale_at:
                return found
            case Wait():
                waits.append(found)
            case _:
                hindrances.append(found)
    if waits:
        return End(State.SUPPRESSED, waits[0].reason)
    return _nowhere(hindrances)


def _in_order(message: Message, member: Member) -> Iterator[Channel]:
    """The channels it may take, the member's own choice first."""
    wished = member.preferred_channel
    if wished in message.channels:
        assert wished  # noqa: S101 it is one of them
        yield wished
    yield from (channel for channel in message.channels if channel is not wished)


def _nowhere(hindrances: list[str]) -> End:
    """No way at all; what a person decided counts more than that we can't reach them."""
    decided = [reason for reason in hindrances if not reason.endswith(UNREACHABLE)]
    reason = "; ".join(decided or hindrances)
    return End(State.SUPPRESSED if decided else State.BLOCKED, reason)


UNREACHABLE = (NO_ADDRESS, "blocked", NOT_SET_UP)


@dataclass(frozen=True, slots=True)
class _Choice:
    message: Message
    known: Facts
    now: datetime
    program: Program
    rules: Rules
    sms_spent_until: Spent

    def by(self, tx: Transaction, channel: Channel) -> Go | Wait | str:
        """Whether it may go by the channel; else why not, or why not yet."""
        address = self._address(tx, channel)
        if address is None:
            return f"{channel}: {NO_ADDRESS}"
        if not address:
            return f"{channel}: blocked"
        if not self._agreed(channel):
            return f"{channel}: no consent"
        if channel is Channel.SMS and not self._country_allowed(address):
            return f"{channel}: country not allowed"
        wait = self._wait(channel)
        if wait is not None:
            return wait
        return Go(
            channel=channel,
            address=address,
            language=self._language(),
            closes=self._closes() if channel is Channel.SMS else None,
        )

    def _address(self, tx: Transaction, channel: Channel) -> str | None:
        """Where; empty when blocked, None when there is no address."""
        found = [chat for chat in self.known.chats if chat.channel is channel]
        open_ = [chat.address for chat in found if chat.blocked_at is None]
        phone = self.known.member.phone
        if channel is not Channel.SMS or not phone:
            return open_[0] if open_ else "" if found else None
        chat = next((one for one in found if one.address == phone), None)
        chat = chat or chats.find(tx, channel, phone)
        return "" if chat.blocked_at or chat.held_at else phone

    def _agreed(self, channel: Channel) -> bool:
        """
        Marketing needs the yes. Other news may go where the person talks with us, or where they
        left their number for it; a no is a no.
        """
        known = self.known
        if (channel, self.message.purpose) in known.no:
            return False
        if self.message.purpose is Purpose.MARKETING:
            return (channel, Purpose.MARKETING) in known.yes
        talks = any(chat.channel is channel for chat in known.chats)
        return talks or any(channel is where for where, _ in known.yes)

    def _country_allowed(self, phone: str) -> bool:
        allowed = self.rules.sms_countries
        return not allowed or country(phone) in allowed

    def _language(self) -> str:
        return self.program.speaks(self.known.member.language)

    def _wait(self, channel: Channel) -> Wait | None:
        hours = self.program.sending.hours(channel, self.message.purpose)
        opens = opening(self.now, hours, self._timezone())
        if opens > self.now:
            return Wait(opens, "quiet hours")
        if self.message.purpose is Purpose.MARKETING and (until := self._capped(channel)):
            return Wait(until, "too many messages")
        if channel is Channel.SMS and (until := self.sms_spent_until()):
            return Wait(until, "the day's SMS limit")
        return None

    def _closes(self) -> datetime:
        hours = self.program.sending.hours(Channel.SMS, self.message.purpose)
        return closing(self.now, hours, self._timezone())

    def _timezone(self) -> str:
        return self.known.member.timezone or self.program.timezone

    def _capped(self, channel: Channel) -> datetime | None:
        """When the caps let the next one through; None: now."""
        caps = self.program.sending
        every = [one for one in self.known.sent if one.purpose is Purpose.MARKETING]
        limits = [(every, caps.a_day, DAY), (every, caps.a_week, WEEK)]
        if channel is Channel.SMS:
            sms = [one for one in every if one.channel is channel]
            limits += [(sms, caps.sms_a_day, DAY), (sms, caps.sms_a_week, WEEK)]
        limits.append((self.known.sent, AN_HOUR, HOUR))
        free = [self._free_at(sent, most, span) for sent, most, span in limits]
        return max((at for at in free if at is not None), default=None)

    def _free_at(self, sent: list[Sent], most: int, span: timedelta) -> datetime | None:
        """When fewer than so many lie within the span; messages told together are one."""
        moments = sorted({one.at for one in sent if one.at > self.now - span})
        return moments[-most] + span if len(moments) >= most else None
