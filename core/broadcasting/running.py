"""
A broadcast on its way: its messages are written to the outbox page by page, by rising member.

Each page is one transaction that also writes down how far it has come, and a member has one row in
the outbox for a broadcast: whatever dies when, nobody is written to twice or left out.
"""

from dataclasses import replace

from core.act import Act
from core.auditing import Deed, note
from core.broadcasting.drafting import TEXT_KEY
from core.broadcasting.segments import condition_of
from core.calendar import midnight
from core.campaigning.announcing import LABEL, PICTURE, announce
from core.errors import LoyaltyError
from core.model import MemberId, Purpose, Title
from core.program.campaigns import BroadcastCampaign, Offer
from core.program.sentences import Told
from core.staff_errors import BroadcastGone
from core.tables import broadcasts, members, segments, statistics
from core.tables.broadcasts import Broadcast, Stage
from core.tables.outbox import State
from core.transaction import Transaction

PAGE = 200
OCCASION = "once"
WAITING = (State.QUEUED, State.LEASED)


def due(tx: Transaction, act: Act) -> list[Broadcast]:
    """Those with something to be written, or that may have ended."""
    return [
        one
        for one in broadcasts.open_ones(tx)
        if one.stage is Stage.RUNNING or (one.stage is Stage.WAITING and _has_come(one, act))
    ]


def step(tx: Transaction, act: Act, id: int, *, limit: int = PAGE) -> tuple[int, bool]:
    """Write the next page's messages: how many, and whether there is no more to write."""
    one = broadcasts.take(tx, id)
    if one is None or one.stage not in (Stage.WAITING, Stage.RUNNING) or one.written_at:
        return 0, True
    one = replace(one, stage=Stage.RUNNING, begun_at=one.begun_at or act.now)
    try:
        condition = condition_of(one.segment, act)
    except LoyaltyError:  # the program has changed, and has no such tier any more
        broadcasts.save(tx, replace(one, stage=Stage.CANCELLED, ended_at=act.now))
        return 0, True
    page = segments.page(tx, condition, after=one.last_member, limit=limit)
    for member_id in page:
        _write(tx, act, one, member_id)
    done = len(page) < limit
    broadcasts.save(
        tx,
        replace(
            one,
            last_member=page[-1] if page else one.last_member,
            members=one.members + len(page),
            written_at=act.now if done else None,
        ),
    )
    return len(page), done


def finish(tx: Transaction, act: Act, id: int) -> bool:
    """End it when all of its messages have; whether it has ended."""
    one = broadcasts.take(tx, id)
    if one is None or one.stage is not Stage.RUNNING or not one.written_at:
        return False
    if any(statistics.of_state(tx, one.campaign, state) for state in WAITING):
        return False
    broadcasts.save(tx, replace(one, stage=Stage.DONE, ended_at=act.now))
    return True


def pause(tx: Transaction, act: Act, id: int) -> Broadcast:
    """Send no more for now; what is in the air arrives. Raises BroadcastGone."""
    one = _taken(tx, id)
    if one.stage in (Stage.RUNNING, Stage.WAITING):
        broadcasts.hold(tx, one)
        note(tx, act, Deed.PAUSED, about=one.campaign)
        one = replace(one, stage=Stage.PAUSED)
        broadcasts.save(tx, one)
    return one


def resume(tx: Transaction, act: Act, id: int) -> Broadcast:
    """Go on where it was paused. Raises BroadcastGone."""
    one = _taken(tx, id)
    if one.stage is Stage.PAUSED:
        broadcasts.let_go(tx, one, now=act.now)
        note(tx, act, Deed.RESUMED, about=one.campaign)
        one = replace(one, stage=Stage.RUNNING if one.begun_at else Stage.WAITING)
        broadcasts.save(tx, one)
    return one


def cancel(tx: Transaction, act: Act, id: int) -> Broadcast:
    """Send no more at all. Raises BroadcastGone."""
    one = _taken(tx, id)
    if one.stage not in (Stage.DONE, Stage.CANCELLED):
        broadcasts.cancel(tx, one, now=act.now)
        note(tx, act, Deed.STOPPED, about=one.campaign)
        one = replace(one, stage=Stage.CANCELLED, ended_at=act.now)
        broadcasts.save(tx, one)
    return one


def _taken(tx: Transaction, id: int) -> Broadcast:
    one = broadcasts.take(tx, id)
    if one is None or one.stage is Stage.DRAFT:
        raise BroadcastGone
    return one


def _has_come(one: Broadcast, act: Act) -> bool:
    """Whether the shop's day of it has begun; its messages then wait for their hour."""
    return one.day is None or midnight(one.day, act.program.timezone) <= act.now


def _write(tx: Transaction, act: Act, one: Broadcast, member_id: MemberId) -> None:
    offer = offer_of(one)
    campaign = BroadcastCampaign(
        id=one.campaign, kind="broadcast", channels=one.channels, hour=one.hour, offer=offer
    )
    values: dict[str, Told] = {"text": _in_every_language(one, act)}
    buttons: tuple[tuple[str, str], ...] = ()
    if one.picture:
        values[PICTURE] = one.picture
    if survey := one.button.get("survey"):
        buttons = (("button-answer-survey", f"via {one.id} survey {survey}"),)
    elif one.button:
        values[LABEL] = one.button["label"]
        command = f"via {one.id} {one.button['command']}" if "command" in one.button else ""
        buttons = (("button-own", command),)
    announce(
        tx,
        members.take(tx, member_id),
        act,
        campaign,
        TEXT_KEY,
        OCCASION,
        values,
        buttons=buttons,
        url=one.button.get("url", ""),
        purpose=Purpose.MARKETING,
        at_once=one.day is None,
    )


def offer_of(one: Broadcast) -> Offer | None:
    """What is given with it."""
    if not one.gives:
        return None
    return Offer(points=one.points, reward=one.reward, factor=one.factor, days=one.days)


def _in_every_language(one: Broadcast, act: Act) -> Title:
    """Its text; languages it was not written in get the program's first that it was."""
    usual = next((one.texts[known] for known in act.program.languages if known in one.texts), "")
    return Title({**one.texts, "": usual or next(iter(one.texts.values()))})
