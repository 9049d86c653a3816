"""Owners of the settings; roles."""

from core import staffing
from core.model import Channel, Colleague, Role
from core.staffing import SETTINGS
from core.tables import staff
from tests.core.conftest import Cafe


def owners(cafe: Cafe) -> list[str]:
    """Who owns the shop."""
    return sorted(one.address for one in staff.everybody(cafe.tx, Role.OWNER))


def test_the_settings_owners_follow_the_settings(cafe: Cafe) -> None:
    for named in (["1", "2"], ["2", "3"]):
        staffing.appoint_owners(cafe.tx, named, now=cafe.now)

    assert owners(cafe) == ["2", "3"]


def test_owners_the_shop_appointed_stay(cafe: Cafe) -> None:
    bob = Colleague(
        channel=Channel.TELEGRAM, address="7", role=Role.OWNER, name="Bob", language="en",
        added_by="staff:1", since=cafe.now,
    )  # fmt: skip
    staff.put(cafe.tx, bob)
    staffing.appoint_owners(cafe.tx, ["1"], now=cafe.now)

    assert owners(cafe) == ["1", "7"]


def test_who_was_removed_comes_back_with_the_settings(cafe: Cafe) -> None:
    for named in (["1"], [], ["1"]):
        staffing.appoint_owners(cafe.tx, named, now=cafe.now)
        cafe.passes(days=1)
    found = staff.find(cafe.tx, Channel.TELEGRAM, "1")

    assert found
    assert (found.role, found.added_by) == (Role.OWNER, SETTINGS)


def test_a_role_covers_itself_and_those_below() -> None:
    assert [[one.covers(other) for other in Role] for one in Role] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
