"""Promises are kept in their order, once, by whoever knows how."""

from datetime import timedelta

import pytest

from core import promising
from core.leaving import forget
from core.model import MemberId
from core.plans import subscribing
from core.tables import agenda, entries, programs
from tests.core.conftest import Cafe
from tests.core.plans.plan_stories import NOBODY, keep_promises, on, pays

PLANS = """
[[plans]]
id = "club"
title = "Club"
price = "5.00"
period = "year"
grants = [
    { id = "monthly", every = "month", points = 5 },
    { id = "yearly", every = "calendar_year", points = 100 },
]
"""


@pytest.fixture
def club(quiet: Cafe) -> Cafe:
    """The café with a plan for a year."""
    quiet.rules(quiet.text + PLANS)
    on(quiet, "2025-01-31")
    return quiet


def test_promises_are_kept_in_the_order_of_their_moments(club: Cafe) -> None:
    ann = club.joins()
    pays(club, ann, "club", "1")
    on(club, "2027-01-01")

    kept = entries.page(club.tx, ann.id, before=None, limit=99)
    days = [entry.reference.rpartition("/")[2] for entry in reversed(kept)][2:]
    assert [day for day in days if "-" in day] == sorted(day for day in days if "-" in day)
    assert days.index("2026") == days.index("2025-12-31") + 1


def test_each_has_an_operation_of_its_own(club: Cafe) -> None:
    ann = club.joins()
    pays(club, ann, "club", "1")
    on(club, "2027-01-01")

    ids = [row[0] for row in club.tx.rows("SELECT operation_id FROM entries ORDER BY number")]
    assert len(ids) == len(set(ids)) == 2 + 11 + 1


def test_a_second_tick_finds_nothing(club: Cafe) -> None:
    ann = club.joins()
    pays(club, ann, "club", "1")
    club.passes(days=40)

    assert (keep_promises(club), keep_promises(club)) == (1, 0)
    assert promising.keep(club.tx, club.act(), member_id=ann.id) == 0


def test_what_this_process_does_not_know_waits(club: Cafe) -> None:
    ann = club.joins()
    agenda.put(club.tx, ann.id, "from-the-future", "1", club.now - timedelta(days=1))
    pays(club, ann, "club", "1")
    club.passes(days=40)

    assert keep_promises(club) == 1
    assert [item.kind for item in agenda.of_member(club.tx, ann.id, until=club.now)] == [
        "from-the-future"
    ]


def test_under_an_old_program_nothing_is_done(club: Cafe) -> None:
    ann = club.joins()
    pays(club, ann, "club", "1")
    club.passes(days=40)
    while programs.newest_version(club.tx) <= club.version:
        programs.add(club.tx, club.text, by="test", now=club.now)

    assert keep_promises(club) == 0
    club.version = programs.newest_version(club.tx)
    assert keep_promises(club) == 1


def test_who_was_forgotten_is_promised_nothing(club: Cafe) -> None:
    ann = club.joins()
    pays(club, ann, "club", "1")
    forget(club.tx, club.act(), member_id=ann.id)
    club.passes(days=400)

    assert keep_promises(club) == 0
    assert agenda.of_member(club.tx, ann.id) == []


def test_members_come_by_rising_id(club: Cafe) -> None:
    ids = sorted(club.joins(name).id for name in ("Ann", "Ben", "Cid"))
    for one in ids:
        subscribing.pay(
            club.tx, club.act(), member_id=one, plan_id="club", paid_at=club.now, reference=str(one)
        )
    club.passes(days=40)

    assert promising.due(club.tx, club.act(), after=NOBODY, limit=2) == ids[:2]
    assert promising.due(club.tx, club.act(), after=MemberId(ids[1]), limit=2) == ids[2:]


def test_points_that_come_free_redeem_what_is_redeemed_by_itself(quiet: Cafe) -> None:
    quiet.changes('per = "1.00"\n', 'per = "1.00"\npending_days = 14\n')
    quiet.changes("cost = 60\n", "cost = 60\nautomatic = true\n")
    ann = quiet.joins()
    quiet.orders(ann, "80.00")
    assert quiet.balance(ann) == 80
    quiet.passes(days=15)
    keep_promises(quiet)

    assert quiet.balance(ann) == 20


def test_every_promise_of_a_plan_has_who_keeps_it(club: Cafe) -> None:
    ann = club.joins()
    pays(club, ann, "club", "1")
    kinds = {item.kind for item in agenda.of_member(club.tx, ann.id)}

    assert kinds == {"plan", "grant"}
    assert kinds <= set(promising.HANDLERS)
