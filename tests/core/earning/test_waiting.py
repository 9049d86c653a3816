"""Orders of strangers wait for who joins in time and proves to be their buyer."""

from datetime import timedelta
from typing import Any

import pytest

from core import joining, linking, profile
from core.earning.recording import record_order, record_refunds
from core.earning.reports import Buyer, OrderReport
from core.joining import Joined, Newcomer
from core.model import Channel, OrderStatus
from core.tables import chats, fingerprints, orders, past_bonuses, referrals, strangers
from core.tables.refunds import Refund
from tests.core.conftest import Cafe

PHONE, EMAIL = "+380501234567", "ann@example.com"
STRANGER = Buyer(phone=PHONE, email=EMAIL, customer="no-4711")


def bought(
    cafe: Cafe, buyer: Buyer = STRANGER, *, id: str = "1", status: str = "paid", **more: Any
) -> None:
    """A stranger buys for 20 euros."""
    report = OrderReport(
        shop="eu", order_id=id, buyer=buyer, placed_at=cafe.now, currency="EUR", total=2000,
        shipping=0, tax=0, status=OrderStatus(status), **more,
    )  # fmt: skip
    assert record_order(cafe.tx, cafe.act(), report).member is None


def enrolled(cafe: Cafe, *, phone: str | None = None, email: str | None = None) -> Joined:
    """The shop enrols somebody."""
    newcomer = Newcomer(name="Ann", language="en", phone=phone, email=email)
    return joining.enrol(cafe.tx, cafe.act(), newcomer, [])


@pytest.mark.parametrize("known", [{"phone": PHONE}, {"email": EMAIL}])
def test_who_is_enrolled_gets_what_they_bought_before(quiet: Cafe, known: dict[str, str]) -> None:
    bought(quiet)
    bought(quiet, id="2")
    quiet.passes(days=29)

    joined = enrolled(quiet, **known)
    assert (joined.caught.orders, joined.caught.points) == (2, 40)
    assert quiet.balance(joined.member) == 40
    assert quiet.tx.rows("SELECT 1 FROM waiting_orders") == []


@pytest.mark.parametrize("clock", [True, False])
@pytest.mark.parametrize(("states", "points"), [("placed paid", 20), ("paid cancelled", 0)])
def test_a_strangers_order_does_not_go_back_either(
    quiet: Cafe, states: str, points: int, clock: bool
) -> None:
    for state in (*states.split(), states.split()[0]):
        bought(quiet, status=state, delivered=True, updated_at=quiet.now if clock else None)

    assert quiet.balance(enrolled(quiet, phone=PHONE).member) == points


def test_a_shared_number_proves_it_and_a_chat_alone_does_not(quiet: Cafe) -> None:
    bought(quiet)
    ann = quiet.joins()
    assert quiet.balance(ann) == 0

    caught = profile.set_phone(quiet.tx, quiet.act(), member_id=ann.id, phone=PHONE)
    assert (caught.points, quiet.balance(ann)) == (20, 20)


def test_a_link_proves_it_before_joining_and_after(quiet: Cafe) -> None:
    bought(quiet)
    bought(quiet, Buyer(customer="no-4712"), id="2")
    first, second = (
        linking.issue(quiet.tx, quiet.act(), shop="eu", customer_id=number).token
        for number in ("no-4711", "no-4712")
    )
    chat = chats.take(quiet.tx, Channel.TELEGRAM, "Ann")
    linking.open_link(quiet.tx, quiet.act(), chat=chat, member_id=None, token=first)
    newcomer = Newcomer(name="Ann", language="en")
    joined = joining.join_chat(quiet.tx, quiet.act(), chat=chat, newcomer=newcomer)
    assert joined.caught.points == 20

    ann = joined.member
    linking.open_link(quiet.tx, quiet.act(), chat=chat, member_id=ann.id, token=second)
    assert quiet.balance(ann) == 40


def test_points_have_the_dates_of_the_day_they_were_earned(quiet: Cafe) -> None:
    placed = quiet.now
    bought(quiet)
    quiet.passes(days=20)

    ann = enrolled(quiet, phone=PHONE).member
    quiet.now = placed + timedelta(days=365 - 1)
    assert quiet.spendable(ann) == 20
    quiet.passes(days=2)
    assert quiet.spendable(ann) == 0


def test_after_the_programs_days_nobody_gets_them_and_nothing_is_kept(quiet: Cafe) -> None:
    bought(quiet)
    quiet.passes(days=30)

    strangers.purge(quiet.tx, now=quiet.now)
    assert enrolled(quiet, phone=PHONE).caught.orders == 0
    assert quiet.tx.rows("SELECT 1 FROM waiting_orders UNION SELECT 1 FROM strangers") == []


def test_the_program_can_let_none_wait(quiet: Cafe) -> None:
    quiet.rules(quiet.text + "\n[buyers]\nwait_days = 0\n")
    bought(quiet)

    assert enrolled(quiet, phone=PHONE).caught.orders == 0


def test_an_order_is_nobodys_twice(quiet: Cafe) -> None:
    bought(quiet)
    ann = enrolled(quiet, phone=PHONE)
    bob = enrolled(quiet, email=EMAIL)

    assert (ann.caught.points, bob.caught.points) == (20, 0)


def test_a_cancelled_order_brings_nothing_and_returning_it_takes_it_back(quiet: Cafe) -> None:
    bought(quiet)
    bought(quiet, id="2")
    bought(quiet, status="cancelled")
    ann = enrolled(quiet, phone=PHONE).member
    assert quiet.balance(ann) == 20

    quiet.orders(ann, "20.00", id="2", status="cancelled")
    assert quiet.balance(ann) == 0


def test_what_was_given_back_meanwhile_earns_nothing(quiet: Cafe) -> None:
    bought(quiet)
    back = Refund(id="r1", amount=500, refunded_at=quiet.now)
    record_refunds(quiet.tx, quiet.act(), shop="eu", order_id="1", given_back=(back,))

    assert enrolled(quiet, phone=PHONE).caught.points == 15


def test_of_a_stranger_only_keyed_fingerprints_are_kept(quiet: Cafe) -> None:
    bought(quiet)

    kept = str(
        quiet.tx.rows("SELECT * FROM waiting_orders") + quiet.tx.rows("SELECT * FROM orders")
    )
    plain = fingerprints._plain(f"phone:{PHONE}")
    assert not [one for one in (PHONE, EMAIL, "no-4711", plain) if one in kept]
    order = orders.find(quiet.tx, "eu", "1")
    assert order
    assert order.member_id is None


def test_plain_digests_of_older_versions_are_keyed_and_still_known(quiet: Cafe) -> None:
    add = "INSERT INTO {} VALUES (:digest)"
    for table, text in (("past_bonuses", f"sms:{PHONE}"), ("past_people", EMAIL)):
        quiet.tx.rows(add.format(table), digest=fingerprints._plain(text))

    fingerprints.rekey(quiet.tx)
    assert past_bonuses.had(quiet.tx, Channel.SMS, PHONE)
    assert referrals.was_forgotten(quiet.tx, EMAIL)
    assert not referrals.was_forgotten(quiet.tx, PHONE)
    kept = str(quiet.tx.rows("SELECT digest FROM past_people"))
    assert fingerprints._plain(EMAIL) not in kept
