"""Actions: done once by their reference, within limits, taken back for good."""

from datetime import timedelta

import pytest

from core.earning.acting import ActionReport as Report
from core.earning.acting import ActionResult, Nothing, perform
from core.errors import UnknownAction
from core.model import Kind, Member, Status, VoucherStatus
from core.tables import entries, lots, members, vouchers
from core.tables.actions import Action
from tests.core.conftest import Cafe

RULES = """
[[earning]]
id = "review"
on = "action"
action = "review"
title = "Review what you bought"
points = 50
limits = [{ every = "month", points = 120 }, { every = "day", times = 2 }]

[[earning]]
id = "follow"
on = "action"
action = "follow"
title = "Follow us"
reward = "coffee"
limits = [{ every = "ever", times = 1 }]

[[earning]]
id = "tracker"
on = "action"
action = "active-day"
title = "An active day"
points = 3
starts_days_later = 2

[[earning]]
id = "weekend"
on = "action"
action = "visit"
title = "Come by at the weekend"
when = { weekdays = ["sat", "sun"], tiers = ["bronze"] }
points = 5
"""


@pytest.fixture
def active(quiet: Cafe) -> Cafe:
    """The café with actions, without points for joining."""
    quiet.rules(quiet.text.replace("[tiers]", RULES + "\n[tiers]", 1))
    return quiet


def does(
    cafe: Cafe,
    member: Member,
    action: str = "review",
    reference: str = "r1",
    *,
    cancelled: bool = False,
) -> ActionResult:
    """The member does it now."""
    report = Report(
        who={"card": member.card},
        action=action,
        reference=reference,
        occurred_at=cafe.now,
        cancelled=cancelled,
    )
    return perform(cafe.tx, cafe.act(), report)


def test_an_action_brings_its_points_once_however_often_it_is_reported(active: Cafe) -> None:
    ann = active.joins()

    results = [does(active, ann) for _ in range(3)]

    assert {(50, 0, 50, "")} == {
        (one.points, one.pending, one.spendable, one.reason) for one in results
    }
    [entry] = entries.page(active.tx, ann.id, before=None, limit=9)
    assert (entry.kind, entry.reference) == (Kind.ACTION, "action/review/r1")
    assert entry.reason["rule"] == "review"


def test_another_reference_is_another_action(active: Cafe) -> None:
    ann = active.joins()

    does(active, ann, reference="r1")

    assert does(active, ann, reference="r2").spendable == 100


def test_the_same_reference_of_another_member_is_another_action(active: Cafe) -> None:
    ann, bob = active.joins("Ann"), active.joins("Bob")

    does(active, ann)

    assert does(active, bob).points == 50


def test_a_limit_clips_to_what_is_left_and_then_gives_nothing(active: Cafe) -> None:
    ann = active.joins()

    given = []
    for number in range(4):
        result = does(active, ann, reference=str(number))
        given.append((result.points, result.reason))
        active.passes(days=1)

    assert given == [(50, ""), (50, ""), (20, ""), (0, Nothing.LIMIT)]


def test_a_limit_of_times_counts_the_day_of_the_action(active: Cafe) -> None:
    ann = active.joins()

    reasons = [does(active, ann, reference=str(number)).reason for number in range(3)]

    assert reasons == ["", "", Nothing.LIMIT]
    active.passes(days=30)
    assert does(active, ann, reference="4").points == 50


def test_what_is_taken_back_can_be_earned_again_by_another(active: Cafe) -> None:
    ann = active.joins()
    does(active, ann, reference="1")
    does(active, ann, reference="2")

    back = does(active, ann, reference="1", cancelled=True)

    assert (back.points, back.spendable, back.reason) == (0, 50, Nothing.CANCELLED)
    assert does(active, ann, reference="3").spendable == 100


def test_what_is_taken_back_stays_so_in_whatever_order_reports_come(active: Cafe) -> None:
    ann = active.joins()

    early = does(active, ann, cancelled=True)
    late = does(active, ann)

    assert (early.reason, late.reason) == (Nothing.CANCELLED, Nothing.CANCELLED)
    assert active.balance(ann) == 0


def test_points_already_spent_are_forgiven(active: Cafe) -> None:
    ann = active.joins()
    does(active, ann, reference="1")
    active.orders(ann, "10.00")
    active.redeems(ann)

    does(active, ann, reference="1", cancelled=True)

    assert active.balance(ann) == 0


def test_an_action_can_give_a_reward_and_take_it_back_while_it_is_unused(active: Cafe) -> None:
    ann = active.joins()

    [code] = does(active, ann, "follow").vouchers
    does(active, ann, "follow", cancelled=True)

    voucher = vouchers.find(active.tx, code)
    assert voucher
    assert (voucher.points, voucher.status) == (0, VoucherStatus.UNDONE)


def test_a_reward_alone_can_be_limited_too(active: Cafe) -> None:
    ann = active.joins()

    does(active, ann, "follow")

    assert does(active, ann, "follow", "again").reason is Nothing.LIMIT


def test_points_that_start_later_are_pending_until_that_day_begins(active: Cafe) -> None:
    ann = active.joins()

    result = does(active, ann, "active-day")

    assert (result.points, result.pending, result.spendable) == (3, 3, 0)
    [(at, points)] = lots.pending(active.tx, ann.id, active.now)
    assert points == 3
    assert at - active.now == timedelta(days=1, hours=10)  # midnight in Kyiv
    assert does(active, ann, "active-day", cancelled=True).pending == 0


def test_conditions_hold_for_the_action_as_for_an_order(active: Cafe) -> None:
    ann = active.joins()

    assert does(active, ann, "visit").reason is Nothing.CONDITIONS  # a Tuesday
    active.passes(days=4)
    assert does(active, ann, "visit", "2").points == 5


def test_who_takes_no_part_gets_nothing(active: Cafe) -> None:
    ann = active.joins()
    members.set_status(active.tx, ann.id, Status.LEFT)

    assert does(active, ann).reason is Nothing.NOT_TAKING_PART


def test_a_stranger_s_action_is_nobodys(active: Cafe) -> None:
    report = Report(who={"card": "?"}, action="review", reference="1", occurred_at=active.now)

    result = perform(active.tx, active.act(), report)

    assert (result.member, result.reason) == (None, Nothing.NO_MEMBER)


def test_an_unknown_action_is_refused_with_the_nearest_names(active: Cafe) -> None:
    ann = active.joins()

    with pytest.raises(UnknownAction) as refused:
        does(active, ann, "reviews")

    assert refused.value.known.split(", ")[0] == "review"


def test_the_rule_of_its_day_is_what_is_taken_back(active: Cafe) -> None:
    ann = active.joins()
    does(active, ann)

    active.changes("points = 50", "points = 10")
    does(active, ann, cancelled=True)

    assert active.balance(ann) == 0


def test_an_action_is_named_in_the_ledger_apart_from_orders() -> None:
    action = Action(
        member_id=1,  # type: ignore[arg-type]  # any number will do
        action="review",
        reference="17",
        occurred_at=None,  # type: ignore[arg-type]  # it does not matter
    )

    assert action.entry_reference == "action/review/17"
