"""Expiry: points past their date are written off once."""

from datetime import UTC, datetime

import pytest

from core.expiring import due, expire
from core.model import Kind, Member, MemberId
from core.redeeming import undo
from core.tables import ledger
from tests.core.conftest import Cafe

ENDS = datetime(2027, 3, 10, 22, tzinfo=UTC)  # 11 March 0:00 in Kyiv
NOBODY = MemberId(0)


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, with 100 points of 10 March 2026."""
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="first")
    return ann


def expires(cafe: Cafe, member: Member) -> int:
    """Write off what is past its date now."""
    return expire(cafe.tx, cafe.act(), member_id=member.id)


def test_the_whole_last_day_still_counts(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS.replace(hour=21, minute=59)
    before = expires(quiet, ann), quiet.spendable(ann)
    quiet.now = ENDS

    assert before == (0, 100)
    assert quiet.spendable(ann) == 0
    assert (expires(quiet, ann), quiet.balance(ann)) == (100, 0)


def test_a_second_time_there_is_nothing_to_write_off(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS
    first = expires(quiet, ann)
    entries = quiet.again(ann).entries

    assert (first, expires(quiet, ann)) == (100, 0)
    assert quiet.again(ann).entries == entries


def test_only_what_is_left_of_old_points_is_written_off(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)
    quiet.passes(days=30)
    quiet.orders(ann, "7.00", id="younger")
    quiet.now = ENDS

    assert expires(quiet, ann) == 40
    assert quiet.balance(ann) == 7


def test_points_that_never_expire_stay(quiet: Cafe) -> None:
    quiet.changes('[expiry]\nkind = "rolling"\nmonths = 12', "")
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    quiet.passes(days=9999)

    assert (expires(quiet, ann), quiet.spendable(ann)) == (0, 100)
    assert due(quiet.tx, quiet.act(), after=NOBODY, limit=9) == []


def test_an_undo_after_the_date_is_written_off_in_its_turn(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)
    quiet.now = ENDS
    expires(quiet, ann)
    undone = undo(quiet.tx, quiet.act(), member_id=ann.id)

    assert undone.lapsed == 60
    assert (expires(quiet, ann), quiet.balance(ann)) == (60, 0)


def test_a_return_after_the_date_is_forgiven(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS
    expires(quiet, ann)
    quiet.orders(ann, "100.00", id="first", status="cancelled")

    assert quiet.balance(ann) == 0


def test_everybody_with_points_past_their_date_is_due_by_rising_id(quiet: Cafe) -> None:
    people = [quiet.joins(f"Ann {number}") for number in range(5)]
    for one in people:
        quiet.orders(one, "10.00", id=str(one.id))
    ids = sorted(one.id for one in people)
    before = due(quiet.tx, quiet.act(), after=NOBODY, limit=9)
    quiet.now = ENDS

    assert before == []
    assert due(quiet.tx, quiet.act(), after=NOBODY, limit=3) == ids[:3]
    assert due(quiet.tx, quiet.act(), after=ids[2], limit=3) == ids[3:]


def test_the_entry_says_that_it_is_an_expiry(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS
    expires(quiet, ann)
    [newest] = ledger.page(quiet.tx, ann.id, before=None, limit=1)

    assert (newest.kind, newest.points) == (Kind.EXPIRY, -100)
