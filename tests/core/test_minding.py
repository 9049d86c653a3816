"""Owners hear of codes that run out and of shops that fall silent: once for each time."""

from datetime import timedelta

import pytest

from core import minding
from core.model import Channel, Colleague, Member, RewardId, Role
from core.tables import pools, shop_codes, staff
from tests.core.conftest import Cafe

CINEMA = """
[[rewards]]
id = "cinema"
kind = "partner_code"
title = "Cinema"
partner = "City Cinema"
cost = 1
"""
POOL = RewardId("cinema")


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, with many points, in a café with an owner and a cinema's codes."""
    quiet.rules(quiet.text + CINEMA)
    owner = Colleague(
        channel=Channel.TELEGRAM, address="901", role=Role.OWNER, name="", language=None,
        added_by="test", since=quiet.now,
    )  # fmt: skip
    staff.put(quiet.tx, owner)
    ann = quiet.joins()
    quiet.orders(ann, "900.00", id="first")
    return quiet.again(ann)


def told(cafe: Cafe) -> list[str]:
    """What the owner was told so far, an hour later."""
    cafe.passes(hours=1)
    minding.mind(cafe.tx, cafe.act())
    rows = cafe.tx.rows("SELECT key FROM outbox WHERE member_id IS NULL ORDER BY created_at, key")
    return [key.removeprefix("staff-told-") for (key,) in rows]


def fill(cafe: Cafe, count: int, *, after: int = 0) -> None:
    """Fill the pool."""
    codes = [f"C{after + number}" for number in range(count)]
    pools.add(cafe.tx, POOL, codes, after=after)


def opens_for(cafe: Cafe, ann: Member, *, days: int, orders: int = 4) -> None:
    """The shop has so many orders from nine to five on so many days."""
    morning = cafe.now.replace(hour=9)
    for day in range(days):
        for number in range(orders):
            cafe.now = morning + timedelta(days=day, hours=number * 8 / max(orders - 1, 1))
            cafe.orders(ann, "1.00", id=f"{day}/{number}")


def test_codes_that_run_out_are_told_twice_and_again_when_there_were_more(
    quiet: Cafe, ann: Member
) -> None:
    assert told(quiet) == []
    fill(quiet, minding.LOW + 1)
    assert told(quiet) == []
    quiet.redeems(ann, "cinema")
    assert told(quiet) == told(quiet) == ["codes-low"]
    for _ in range(minding.LOW):
        quiet.redeems(ann, "cinema")
    assert told(quiet) == told(quiet) == ["codes-low", "codes-out"]
    fill(quiet, 1, after=minding.LOW + 1)
    assert told(quiet) == ["codes-low", "codes-out", "codes-low"]


def test_nights_and_weekends_are_no_silence(quiet: Cafe, ann: Member) -> None:
    opens_for(quiet, ann, days=10)
    quiet.passes(hours=30)  # its longest pause is 16

    assert told(quiet) == []


def test_a_silence_is_told_once(quiet: Cafe, ann: Member) -> None:
    opens_for(quiet, ann, days=10)
    quiet.passes(hours=33)
    assert told(quiet) == ["silent"]
    quiet.passes(days=3)

    assert told(quiet) == ["silent"]


def test_the_next_silence_is_told_again(quiet: Cafe, ann: Member) -> None:
    opens_for(quiet, ann, days=10)
    quiet.passes(hours=33)
    told(quiet)
    quiet.orders(ann, "1.00", id="late")
    quiet.passes(hours=70)  # the longest pause was 34

    assert told(quiet) == ["silent", "silent"]


def test_a_silent_till_needs_no_message(quiet: Cafe, ann: Member) -> None:
    opens_for(quiet, ann, days=10)
    quiet.tx.rows("UPDATE orders SET shop = 'till'")
    quiet.passes(hours=33)

    assert told(quiet) == []


def test_of_a_shop_with_few_orders_no_silence_means_anything(quiet: Cafe, ann: Member) -> None:
    opens_for(quiet, ann, days=10, orders=1)
    quiet.passes(days=5)

    assert told(quiet) == []


def test_a_shop_that_closed_long_ago_is_not_missed(quiet: Cafe, ann: Member) -> None:
    opens_for(quiet, ann, days=10)
    quiet.passes(days=40)

    assert told(quiet) == []


def test_codes_a_shop_refused_are_told_once_a_day(quiet: Cafe, ann: Member) -> None:
    now = quiet.now
    shop_codes.connect(quiet.tx, ["shopify"], now=now)
    quiet.rules(quiet.text.replace('kind = "gift"', 'kind = "product"\nsku = "MUG"'))
    quiet.redeems(ann)
    until = now + timedelta(minutes=1)
    task = shop_codes.lease(quiet.tx, "shopify", now=now, worker="w", until=until)
    assert task
    shop_codes.fail(quiet.tx, task, "w", reason="no such goods")

    assert told(quiet) == told(quiet) == ["codes-refused"]
    quiet.passes(days=1)
    assert told(quiet) == ["codes-refused", "codes-refused"]


def test_it_looks_once_an_hour(quiet: Cafe, ann: Member) -> None:
    assert minding.mind(quiet.tx, quiet.act())
    assert not minding.mind(quiet.tx, quiet.act())
