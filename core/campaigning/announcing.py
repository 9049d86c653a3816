"""A campaign's message, and what is given with it: at once, and once, to who may be written to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from core import boosting, notices, tiering
from core.act import Act
from core.calendar import local_day
from core.model import Channel, Kind, Member, OperationId, Purpose
from core.program.campaigns import Campaign, Offer
from core.program.explaining.offers import offered
from core.program.sentences import Sentence, Told
from core.rewards import giving
from core.tables import consents
from core.transaction import Transaction

OFFERED = "notice-with-offer"
"""A message's own sentence, and below it what is given."""
LABEL, PICTURE = "label", "picture"
"""What a button of the message says, if that is no word of ours; Telegram's name of its picture."""


def announce(
    tx: Transaction,
    member: Member,
    act: Act,
    campaign: Campaign,
    key: str,
    occasion: str,
    values: Mapping[str, Told],
    *,
    buttons: tuple[tuple[str, str], ...] = notices.POINTS_BUTTON,
    url: str = "",
    stale_at: datetime | None = None,
    purpose: Purpose | None = None,
    at_once: bool = False,
) -> bool:
    """
    Write the message for the taken member, at the campaign's hour of today or at once, and give
    what goes with it. Whether it is new and to be sent.
    """
    due_at = None if at_once else notices.at_hour(act, member, today(act), campaign.hour)
    offer = campaign.gift if _may_be_offered(tx, member, campaign) else None
    if offer:
        what = offered(act.program, offer, _last_day(act, offer, due_at))
        on_buttons = {name: values[name] for name in values if name in (LABEL, PICTURE)}
        key, values = OFFERED, {"said": Sentence(key, values), "given": what, **on_buttons}
    new = notices.write(
        tx,
        member,
        act,
        campaign,
        key,
        occasion,
        values,
        buttons=buttons,
        url=url,
        due_at=due_at,
        stale_at=stale_at,
        purpose=purpose,
    )
    if new and offer:
        _give(tx, member, act, campaign, occasion, _last_day(act, offer, due_at))
    return new


def today(act: Act) -> date:
    """The shop's day."""
    return local_day(act.now, act.program.timezone)


def _may_be_offered(tx: Transaction, member: Member, campaign: Campaign) -> bool:
    """Whether the member agreed to such messages somewhere, and can be reached."""
    if campaign.gift is None or not notices.reachable(tx, member):
        return False
    channels = set(map(Channel, campaign.channels))
    return any(
        one.granted and one.purpose is campaign.means and one.channel in channels
        for one in consents.in_force(tx, member.id)
    )


def _last_day(act: Act, offer: Offer, due_at: datetime | None) -> date | None:
    """The last day on which the offer multiplies."""
    return boosting.last_day(act, offer.days, due_at or act.now) if offer.days else None


def _give(
    tx: Transaction,
    member: Member,
    act: Act,
    campaign: Campaign,
    occasion: str,
    last: date | None,
) -> None:
    offer = campaign.gift
    assert offer  # noqa: S101 the caller has seen it
    reference = f"campaign/{campaign.id}/{occasion}"
    act = replace(act, operation_id=OperationId(f"{reference}:{member.id}"))
    member = giving.give(
        tx,
        member,
        act,
        kind=Kind.CAMPAIGN,
        points=offer.points,
        reward=offer.reward,
        rule=campaign.id,
        reference=reference,
    )
    if offer.factor and last:
        by = f"{campaign.id}/{occasion}"
        member = boosting.give(tx, member, act, by=by, factor=offer.factor, last=last)
    tiering.settle(tx, giving.settle_automatic(tx, member, act), act)
