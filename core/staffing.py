"""Staffing: who works behind the counter, and how they are told what they should know."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from core.act import Act
from core.codes import message_id
from core.model import Channel, Colleague, Purpose, Role
from core.tables import outbox, staff
from core.tables.outbox import Message
from core.tables.told import Value
from core.transaction import Transaction

SETTINGS = "settings"
"""Who added the owners that the settings name."""
SHELL = "shell"
"""Who added those that try a role at the console."""
STAFF = "staff:"
"""How the actor of what somebody of the staff does begins; their address follows."""
ALARM = "staff/"
"""How the campaign of a message to the staff begins; the alarm follows."""
WANTED_FOR = timedelta(days=3)


class Alarm(StrEnum):
    """What the staff is told of; each person can mute each. Its label is alarm-<value>."""

    GRANTS = "grants"  # points that wait for a second person, and what came of it
    GUESSES = "guesses"  # somebody tries cards, codes or invitations
    PRIVACY = "privacy"  # a customer asked a shop for what is kept of them
    FEEDBACK = "feedback"  # a member said something to the shop
    DELIVERY = "delivery"  # messages don't get through
    GENEROUS = "generous"  # somebody of the staff gives points remarkably often
    DIGEST = "digest"  # the week's numbers
    STAFF = "staff"  # somebody came or went, or may do more or less
    SHOPS = "shops"  # a web shop fell silent, or refused something
    CODES = "codes"  # partners' codes run out


def appoint_owners(tx: Transaction, addresses: Iterable[str], *, now: datetime) -> None:
    """Make the owners on Telegram those that the settings name, beside those the shop appointed."""
    named = set(addresses)
    for address in named:
        known = staff.find(tx, Channel.TELEGRAM, address)
        if known is None or (known.role, known.added_by) != (Role.OWNER, SETTINGS):
            staff.put(tx, _appointed(Channel.TELEGRAM, address, Role.OWNER, SETTINGS, now))
    for one in staff.everybody(tx, Role.OWNER):
        if one.added_by == SETTINGS and one.address not in named:
            staff.remove(tx, one, now=now)


def appoint_at_console(tx: Transaction, name: str, role: Role | None, *, now: datetime) -> None:
    """
    Let who talks at the console by that name do what the role may, until this is called again;
    None takes such a role back. What somebody was invited to stays theirs.
    """
    known = staff.find(tx, Channel.CONSOLE, name)
    if known and known.added_by != SHELL:
        return
    if role:
        staff.put(tx, _appointed(Channel.CONSOLE, name, role, SHELL, now))
    elif known:
        staff.remove(tx, known, now=now)


def tell_owners(
    tx: Transaction,
    act: Act,
    alarm: Alarm,
    key: str,
    occasion: str,
    values: Mapping[str, Value],
    *,
    buttons: tuple[tuple[str, str], ...] = (),
    url: str = "",
    wanted_for: timedelta = WANTED_FOR,
    after: timedelta = timedelta(0),
) -> None:
    """Have every owner told, but for who does it. The same occasion again changes nothing."""
    for owner in staff.everybody(tx, Role.OWNER):
        if act.actor != actor_of(owner):
            tell(
                tx, act, owner, alarm, key, occasion, values,
                buttons=buttons, url=url, wanted_for=wanted_for, after=after,
            )  # fmt: skip


def tell(
    tx: Transaction,
    act: Act,
    colleague: Colleague,
    alarm: Alarm,
    key: str,
    occasion: str,
    values: Mapping[str, Value],
    *,
    buttons: tuple[tuple[str, str], ...] = (),
    url: str = "",
    wanted_for: timedelta = WANTED_FOR,
    after: timedelta = timedelta(0),
) -> None:
    """
    Have one person told, at a decent hour, unless they muted that. The same again changes nothing.

    A button is its label's key and its command; without a command it opens the url.
    """
    message = Message(
        id=message_id(act.random),
        member_id=None,
        staff=who(colleague.channel, colleague.address),
        campaign=f"{ALARM}{alarm}",
        occasion=occasion,
        purpose=Purpose.TRANSACTIONAL,
        key=key,
        values=dict(values),
        buttons=buttons,
        url=url,
        channels=(colleague.channel,),
        created_at=act.now,
        due_at=act.now + after,
        stale_at=act.now + wanted_for,
    )
    outbox.queue(tx, message)


def take_back(tx: Transaction, act: Act, alarm: Alarm, occasion: str) -> None:
    """Have nobody told of that occasion who was not told yet."""
    outbox.cancel_to_staff(tx, f"{ALARM}{alarm}", occasion, at=act.now)


def actor_of(colleague: Colleague) -> str:
    """The actor of what the person does."""
    return f"{STAFF}{colleague.address}"


def called(colleague: Colleague) -> str:
    """What the others call the person."""
    return colleague.name or colleague.address


def who(channel: Channel, address: str) -> str:
    """A person's name in the tables."""
    return f"{channel}:{address}"


def addressee(tx: Transaction, message: Message) -> Colleague | None:
    """Who of the staff the message is for; None if they work here no more."""
    channel, _, address = message.staff.partition(":")
    return staff.find(tx, Channel(channel), address)


def is_muted(tx: Transaction, colleague: Colleague, message: Message) -> bool:
    """Whether the person does not want to hear of such."""
    return message.campaign.removeprefix(ALARM) in staff.mutes(tx, colleague)


def _appointed(channel: Channel, address: str, role: Role, by: str, now: datetime) -> Colleague:
    return Colleague(
        channel=channel,
        address=address,
        role=role,
        name="",
        language=None,
        added_by=by,
        since=now,
    )
