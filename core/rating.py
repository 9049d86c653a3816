"""
Rating: some hours after a purchase its buyer is asked for one to five stars, and for a word.

A purchase is asked for once, a member not too often; the stars can be changed for some days, and
what is given for them is given once. What they say is answered as all feedback is.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core import answering, notices, tiering
from core.act import Act
from core.calendar import local_day
from core.codes import question_id
from core.errors import RatingOver, StarsNotUnderstood
from core.model import TAKING_PART, Kind, Member, MemberId, OperationId, Points
from core.program.campaigns import RatingCampaign
from core.program.sentences import Told
from core.rewards import giving
from core.tables import agenda, feedback, members, orders, ratings
from core.tables.orders import Order
from core.tables.ratings import Asked
from core.transaction import Transaction

KIND = "rating"
AGENDA = "rating"
STARS = range(1, 6)
LABELS = (
    "button-stars-1",
    "button-stars-2",
    "button-stars-3",
    "button-stars-4",
    "button-stars-5",
)
"""From one star on, so that by SMS the number of the answer is that of the stars."""
LOW = 2  # so few stars, and the owners hear of it at once
LATE = timedelta(days=3)  # nobody wants to be asked later than so much after the hour
CHANGE_FOR = timedelta(days=7)
OPEN_FOR = timedelta(days=60)
TEXT_MAX = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What became of some stars."""

    id: int  # of the question
    stars: int
    points: int  # given for them just now
    text: str


def promise(tx: Transaction, act: Act, member: Member, order: Order) -> None:
    """Have the member asked some hours after the purchase, if the program wishes that."""
    for campaign in act.program.messages_about(KIND):
        assert isinstance(campaign, RatingCampaign)  # noqa: S101 of that kind there is no other
        at = order.placed_at + timedelta(hours=campaign.hours)
        if at + LATE > act.now:
            agenda.put(tx, member.id, AGENDA, f"{campaign.id}/{order.reference}", at)


def ask(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """The hour has come: ask, if it still makes sense. The agenda's handler."""
    name, _, reference = key.partition("/")
    campaign = act.program.messages.get(name)
    shop, _, order_id = reference.partition("/")
    order = orders.find(tx, shop, order_id)
    bought = order and order.credited and order.member_id == member.id  # 0: cancelled, all back
    if not isinstance(campaign, RatingCampaign) or not order or not bought or at + LATE < act.now:
        return member
    last = ratings.newest(tx, member.id)
    if last and act.now - last.asked_at < timedelta(days=campaign.every_days):
        return member
    asked = Asked(
        id=question_id(act.random),
        member_id=member.id,
        reference=reference,
        campaign=name,
        asked_at=act.now,
    )
    if ratings.add(tx, asked):
        _write(tx, member, act, campaign, asked, order)
    return member


def rate(
    tx: Transaction,
    act: Act,
    *,
    member_id: MemberId,
    id: int | None,
    stars: int,
    text: str = "",
) -> Rated:
    """
    Give the purchase of that id, or else the one asked for last, so many stars, or other ones; and
    some words, if there are any.

    The same again changes nothing. Raises StarsNotUnderstood, RatingOver.
    """
    if stars not in STARS:
        raise StarsNotUnderstood
    member = members.take(tx, member_id)
    asked = _open(tx, act, member_id, id)
    number, before, points, known = asked.number, STARS.stop, 0, ""
    if number is None:
        order = asked.reference
        number = feedback.add(tx, member_id, "", now=act.now, stars=stars, reference=order)
        ratings.rated(tx, asked, number, now=act.now)
        points = _give(tx, member, act, asked)
    else:
        said = feedback.find(tx, member_id, number)
        before, known = (said.stars or 0, said.text) if said else (0, "")
        feedback.set_stars(tx, member_id, number, stars)
    if text:
        _word(tx, act, member_id, number, text)
    elif stars <= LOW < before:
        answering.tell_of(tx, act, member_id, number, rated=True)
    return Rated(id=asked.id, stars=stars, points=points, text=text or known)


def comment(
    tx: Transaction, act: Act, *, member_id: MemberId, text: str, id: int | None = None
) -> None:
    """
    Add words to the stars of that id, or of what was asked for last; the owners hear of them.

    Raises RatingOver.
    """
    members.take(tx, member_id)
    asked = _open(tx, act, member_id, id)
    if asked.number is None:
        raise RatingOver
    _word(tx, act, member_id, asked.number, text)


def _word(tx: Transaction, act: Act, member_id: MemberId, number: int, text: str) -> None:
    feedback.set_text(tx, member_id, number, text[:TEXT_MAX])
    answering.tell_of(tx, act, member_id, number, rated=True, worded=True)


def _open(tx: Transaction, act: Act, member_id: MemberId, id: int | None) -> Asked:
    """What was asked, if it can be answered still."""
    asked = ratings.newest(tx, member_id) if id is None else ratings.find(tx, member_id, id)
    if asked is None:
        raise RatingOver
    since, kept = (asked.rated_at, CHANGE_FOR) if asked.rated_at else (asked.asked_at, OPEN_FOR)
    if act.now > since + kept:
        raise RatingOver
    return asked


def _write(
    tx: Transaction, member: Member, act: Act, campaign: RatingCampaign, asked: Asked, order: Order
) -> None:
    values: dict[str, Told] = {"date": local_day(order.placed_at, act.program.timezone)}
    key = "notice-rating-ask"
    if campaign.points:
        key, values = "notice-rating-points", {**values, "points": Points(campaign.points)}
    buttons = tuple(
        (label, f"rate {asked.id} {count}") for count, label in enumerate(LABELS, start=1)
    )
    notices.write(tx, member, act, campaign, key, asked.reference, values, buttons=buttons)


def _give(tx: Transaction, member: Member, act: Act, asked: Asked) -> int:
    """What the program gives for a rating; its number of points."""
    campaign = act.program.messages.get(asked.campaign)
    points = campaign.points if isinstance(campaign, RatingCampaign) else None
    if not points or member.status not in TAKING_PART:
        return 0
    reference = f"rating/{asked.reference}"
    act = replace(act, operation_id=OperationId(f"{reference}:{member.id}"))
    member = giving.give(
        tx,
        member,
        act,
        kind=Kind.CAMPAIGN,
        points=points,
        reward=None,
        rule=asked.campaign,
        reference=reference,
    )
    tiering.settle(tx, giving.settle_automatic(tx, member, act), act)
    return points
