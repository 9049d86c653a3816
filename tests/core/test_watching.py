"""Owners are told what looks wrong, once, and of each week on Monday."""

from datetime import datetime, timedelta

import pytest

from core import staffing, watching
from core.act import Act
from core.adjusting import adjust
from core.model import Member
from core.statistics.gathering import digest, gather
from core.statistics.periods import Period
from core.tables import outbox
from core.tables.outbox import State
from tests.core.conftest import Cafe
from tests.core.tables.test_outbox import a_message


@pytest.fixture
def owned(cafe: Cafe) -> Cafe:
    """The café with an owner."""
    staffing.appoint_owners(cafe.tx, ["900"], now=cafe.now)
    return cafe


def alarms(cafe: Cafe) -> list[str]:
    """What the owner is told."""
    return [key for (key,) in cafe.tx.rows("SELECT key FROM outbox WHERE staff <> '' ORDER BY 1")]


def grants(cafe: Cafe, member: Member, by: str) -> None:
    """Somebody of the staff gives points."""
    from dataclasses import replace

    act: Act = replace(cafe.act(), actor=by)
    adjust(cafe.tx, act, member_id=member.id, points=10, reason="nice")


def test_the_same_member_given_points_three_times_a_day_is_told_once(owned: Cafe) -> None:
    ann = owned.joins()
    for _ in range(2):
        grants(owned, ann, "staff:7")
    grants(owned, ann, "shop:eu")
    watching.look(owned.tx, owned.act())
    assert alarms(owned) == []
    grants(owned, ann, "staff:7")
    for _ in range(2):
        watching.look(owned.tx, owned.act())
    assert alarms(owned) == ["staff-generous"]


def test_many_lost_messages_are_told_once_in_six_hours(owned: Cafe) -> None:
    ann = owned.joins()
    for number in range(watching.LOST_MANY):
        if number == watching.LOST_MANY - 1:
            watching.look(owned.tx, owned.act())
            assert alarms(owned) == []
        message = a_message(str(number), member_id=ann.id, id=number + 1)
        outbox.queue(owned.tx, message)
        outbox.progress(owned.tx, message.id, State.FAILED, at=owned.now)
    watching.look(owned.tx, owned.act())
    watching.look(owned.tx, owned.act())
    assert alarms(owned) == ["staff-delivery"]
    owned.passes(hours=2)
    watching.look(owned.tx, owned.act())
    assert alarms(owned) == ["staff-delivery"]


def test_the_weeks_numbers_come_on_monday_morning_once(owned: Cafe) -> None:
    ann = owned.joins()
    owned.orders(ann, "20.00")
    owned.now = datetime.fromisoformat("2026-03-16T08:59:00+02:00")
    assert watching.week_to_tell(owned.tx, owned.act()) is None
    owned.passes(minutes=1)
    last = watching.week_to_tell(owned.tx, owned.act())
    assert last
    assert last.isoformat() == "2026-03-15"
    week = Period.ending(last, days=7, timezone="Europe/Kyiv")
    values = digest(gather(owned.tx, owned.act(), week), owned.program)
    for _ in range(2):
        watching.tell_week(owned.tx, owned.act(), last, values)
    assert alarms(owned) == ["staff-digest"]
    assert (values["joined"], values["orders"]) == (1, 1)
    assert watching.week_to_tell(owned.tx, owned.act()) is None
    owned.now += timedelta(days=1)
    assert watching.week_to_tell(owned.tx, owned.act()) is None
