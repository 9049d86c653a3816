"""A broadcast before it is sent: one draft a person, changed piece by piece, each piece checked."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from core import surveying
from core.act import Act
from core.auditing import Deed, note
from core.broadcasting.segments import condition_of
from core.calendar import local_day
from core.model import Channel
from core.program.parts import WORTH_MAX
from core.program.rewards import FlexibleReward
from core.program.wordings import amiss_with, places_in
from core.staff_errors import (
    BroadcastDayRefused,
    BroadcastGone,
    BroadcastLinkRefused,
    BroadcastNeedsText,
    BroadcastOfferRefused,
    BroadcastTextTooLong,
    BroadcastUnknownField,
)
from core.tables import broadcasts, segments
from core.tables.broadcasts import Broadcast, Stage
from core.tables.segments import Part
from core.transaction import Transaction

TEXT_KEY = "notice-broadcast-text"
FIELDS = ("name", "points", "tier")  # what of a member a text can show
TEXT_MAX = 3000  # of a message's 4096 signs, the rest is for what is given and for names
LABEL_MAX = 40
SMALL = 20_000  # members
BOOST = re.compile(
    r"[x×\u0445*](?P<factor>[0-9]{1,3}(?:[.,][0-9]{1,4})?)\s+(?P<days>[0-9]{1,3})\D*"
)
FACTOR_MAX, BOOST_DAYS_MAX = 100, 366
AHEAD_MAX = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom a broadcast would reach, as of now."""

    parts: tuple[Part, ...]

    @property
    def members(self) -> int:
        """How many are in the segment."""
        return sum(part.members for part in self.parts)

    @property
    def by_way(self) -> Mapping[str, int]:
        """How many by each channel; "" are those who did not agree or can't be reached."""
        found: Counter[str] = Counter()
        for part in self.parts:
            found[part.way] += part.members
        return found

    @property
    def reached(self) -> int:
        """How many will be written to."""
        return self.members - self.by_way.get("", 0)


def draft(tx: Transaction, act: Act, made_by: str) -> Broadcast:
    """The person's draft, begun if there is none."""
    return broadcasts.draft_of(tx, made_by) or broadcasts.add(tx, made_by, now=act.now)


def set_segment(tx: Transaction, act: Act, one: Broadcast, text: str) -> Broadcast:
    """Say whom; raises what condition_of does."""
    condition_of(text, act)
    return _kept(tx, replace(one, segment=text))


def ask_text(tx: Transaction, one: Broadcast, language: str) -> Broadcast:
    """Remember which language's text is asked for."""
    return _kept(tx, replace(one, asked=language))


def set_text(tx: Transaction, one: Broadcast, language: str, text: str) -> Broadcast:
    """Say it in that language; names in braces are put in for each member."""
    if len(text) > TEXT_MAX:
        raise BroadcastTextTooLong(most=TEXT_MAX)
    if any(amiss_with(text, FIELDS)):
        unknown = [name for name in places_in(text) if name not in FIELDS]
        raise BroadcastUnknownField(field=unknown[0] if unknown else "{")
    return _kept(tx, replace(one, texts={**one.texts, language: text}))


def set_picture(tx: Transaction, one: Broadcast, picture: str) -> Broadcast:
    """Show that picture above the text where pictures can be shown; empty: none."""
    return _kept(tx, replace(one, picture=picture))


def set_button(tx: Transaction, one: Broadcast, label: str, target: str) -> Broadcast:
    """Lead on to a web address or a word of ours; without a label to nowhere."""
    if not label:
        return _kept(tx, replace(one, button={}))
    web = target.startswith(("https://", "http://")) and " " not in target
    if (not web and not target.isalpha()) or len(label) > LABEL_MAX:
        raise BroadcastLinkRefused
    return _kept(tx, replace(one, button={"label": label, "url" if web else "command": target}))


def set_survey(tx: Transaction, act: Act, one: Broadcast, id: str) -> Broadcast:
    """Lead on to that survey; where nothing is written yet, its question is the text."""
    survey = surveying.find(act, id)
    said = {language: survey.question.in_language(language) for language in act.program.languages}
    texts = {**said, **one.texts}
    return _kept(tx, replace(one, texts=texts, button={"survey": survey.id}))


def set_offer(tx: Transaction, act: Act, one: Broadcast, typed: str) -> Broadcast:
    """Give points, a reward, or "x2 7", twice the points for a week; nothing typed is nothing."""
    one = replace(one, points=None, reward=None, factor=None, days=None)
    if not typed:
        return _kept(tx, one)
    if boost := BOOST.fullmatch(typed.lower()):
        factor, days = Decimal(boost["factor"].replace(",", ".")), int(boost["days"])
        if not (1 < factor <= FACTOR_MAX and 0 < days <= BOOST_DAYS_MAX):
            raise BroadcastOfferRefused
        return _kept(tx, replace(one, factor=factor, days=days))
    if typed.isdecimal() and len(typed) < 12 and 0 < int(typed) <= WORTH_MAX:
        return _kept(tx, replace(one, points=int(typed)))
    reward = act.program.reward(typed.lower())
    if reward is None or isinstance(reward, FlexibleReward):
        raise BroadcastOfferRefused
    return _kept(tx, replace(one, reward=reward.id))


def set_day(tx: Transaction, act: Act, one: Broadcast, day: date | None, hour: int) -> Broadcast:
    """Send it on that day at that hour of the members'; None: at once."""
    today = local_day(act.now, act.program.timezone)
    if day and not (today <= day <= today + AHEAD_MAX and 0 <= hour <= 23):
        raise BroadcastDayRefused
    return _kept(tx, replace(one, day=day, hour=hour if day else one.hour))


def set_channels(tx: Transaction, one: Broadcast, channels: tuple[Channel, ...]) -> Broadcast:
    """Send it by these, the first that works for each member."""
    return _kept(tx, replace(one, channels=channels))


def is_small(tx: Transaction) -> bool:
    """Whether an audience can be counted while everybody waits for it."""
    return segments.at_most(tx, SMALL)


def audience(tx: Transaction, act: Act, one: Broadcast) -> Audience:
    """Whom it would reach now."""
    condition = condition_of(one.segment, act)
    return Audience(parts=tuple(segments.audience(tx, condition, one.channels)))


def confirm(tx: Transaction, act: Act, id: int, made_by: str) -> Broadcast:
    """
    Let the draft go out. Confirmed before, it is the broadcast as it is now.

    Raises BroadcastGone, BroadcastNeedsText.
    """
    one = broadcasts.take(tx, id)
    if one is None or one.made_by != made_by:
        raise BroadcastGone
    if one.stage is not Stage.DRAFT:
        return one
    if not one.texts:
        raise BroadcastNeedsText
    note(tx, act, Deed.SENT, about=str(id))
    return _kept(tx, replace(one, stage=Stage.WAITING))


def _kept(tx: Transaction, one: Broadcast) -> Broadcast:
    broadcasts.save(tx, one)
    return one
