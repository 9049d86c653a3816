"""
A last look before sending: what was written down at midnight may be over in the morning.

Points that were to be lost are spent, who was missed has bought, a voucher is used.
"""

from dataclasses import replace
from datetime import date

from core.act import Act
from core.calendar import midnight
from core.campaigning.ending import DAY, points_said
from core.model import Member, Points
from core.program.sentences import Sentence, Told, tier_named
from core.tables import broadcasts, due, lots, pauses, vouchers
from core.tables.broadcasts import Stage
from core.tables.outbox import Message
from core.tables.told import Value
from core.transaction import Transaction

MANY = 1000  # more vouchers than anybody keeps


def refreshed(tx: Transaction, member: Member, act: Act, message: Message) -> Message | None:
    """
    The message as it is true now; None if it is not any more, or its campaign is paused. What acts
    cause stays true.
    """
    if message.campaign in pauses.paused(tx):
        return None
    if message.campaign.startswith(broadcasts.PREFIX):
        return _broadcast(tx, member, act, message)
    match message.key:
        case "notice-expiry-warning" | "notice-expiry-buys":
            last = message.values["date"]
            assert isinstance(last, date)  # noqa: S101 it was written so
            said = points_said(tx, member, act, last)
            return replace(message, key=said[0], values={**said[1]}) if said else None
        case "notice-winback-points" | "notice-winback-missed":
            return None if _has_bought(tx, member, act, message) else message
        case "notice-voucher-ending":
            open_ones = vouchers.of_member(tx, member.id, limit=MANY)
            return message if any(one.open_at(act.now) for one in open_ones) else None
        case _:
            return message


def _broadcast(tx: Transaction, member: Member, act: Act, message: Message) -> Message | None:
    """With what it shows of the member, as that is now; None if it was cancelled."""
    found = broadcasts.find(tx, int(message.campaign.removeprefix(broadcasts.PREFIX)))
    if found is None or found.stage is Stage.CANCELLED:
        return None
    shown: dict[str, Told] = {
        "name": member.name,
        "points": Points(lots.spendable(tx, member.id, act.now)),
        "tier": tier_named(act.program, member.tier),
    }
    values: dict[str, Value] = {**message.values, **shown}
    said = values.get("said")
    if isinstance(said, Sentence):  # what is given stands below it
        values["said"] = Sentence(said.key, {**said.values, **shown})
    return replace(message, values=values)


def _has_bought(tx: Transaction, member: Member, act: Act, message: Message) -> bool:
    """Whether the member has ordered since the purchase that the message counts from."""
    day = date.fromisoformat(message.occasion.split("/")[1].partition("@")[0])
    return due.has_bought(tx, member.id, since=midnight(day + DAY, act.program.timezone))
