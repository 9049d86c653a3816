"""Limits of points in the ledger: over all of a member's orders, also of older programs."""

from datetime import timedelta

from tests.core.conftest import Cafe

PURCHASES = 'on = "purchase"\n'
LIMITED = PURCHASES + 'limits = [{ every = "month", points = 100 }]\n'


def test_a_month_gives_no_more_than_its_limit_and_what_is_returned_makes_room(quiet: Cafe) -> None:
    quiet.changes(PURCHASES, LIMITED)
    ann, later = quiet.joins(), quiet.now + timedelta(days=30)
    for id in "12":
        quiet.orders(ann, "80.50", id=id)
    quiet.orders(ann, "80.50", id="3", at=later)
    assert quiet.balance(ann) == 180, "the half euros of the first two began another one"
    quiet.orders(ann, "80.50", id="1", status="cancelled")
    assert quiet.balance(ann) == 161
    for id in "23":
        quiet.orders(ann, "80.50", id=id, status="cancelled", at=later if id == "3" else None)
    assert (quiet.balance(ann), quiet.carried(ann)) == (0, 0)


def test_orders_of_two_programs_with_other_limits_leave_nothing_when_all_are_returned(
    quiet: Cafe,
) -> None:
    quiet.changes(PURCHASES, LIMITED)
    ann = quiet.joins()
    quiet.orders(ann, "80.00", id="1")
    quiet.changes("points = 100 }", "points = 50 }")
    quiet.orders(ann, "40.00", id="2")
    assert quiet.balance(ann) == 80, "the new program gives no more in a month than 50"
    quiet.orders(ann, "80.00", id="1", status="cancelled")
    assert quiet.balance(ann) == 40, "what is left is within its limit"
    quiet.orders(ann, "40.00", id="2", status="cancelled")
    assert (quiet.balance(ann), quiet.carried(ann)) == (0, 0)
