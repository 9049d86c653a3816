"""Redeeming: points become a voucher once, and an unused voucher the same points again."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from core.adjusting import adjust
from core.errors import (
    MembershipBlocked,
    MembershipFrozen,
    NotAMember,
    NotEnoughPoints,
    NothingToUndo,
    OperationReused,
    RewardLimitReached,
    RewardNeedsTier,
    RewardPriceIsFixed,
    RewardSoldOut,
    UnknownReward,
    VoucherNotUsable,
)
from core.model import Member, Points, Status, VoucherCode, VoucherStatus
from core.plans import subscribing
from core.rewards.redeeming import redeem, undo, use
from core.rewards.returning import give_back, return_points
from core.tables import lots, members, vouchers
from tests.core.conftest import Cafe

COFFEE = 'title = "Free coffee"\ncost = 60'
CARD = """
[[plans]]
id = "card"
title = "Card"
period = "once"
approval = true
tier = "silver"
"""
NEVER = ('[expiry]\nkind = "rolling"\nmonths = 12', '[expiry]\nkind = "never"')


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, with 100 points for one order."""
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="first")
    return quiet.again(ann)


def open_lots(cafe: Cafe, member: Member) -> list[int]:
    """What is left of each lot, oldest first."""
    rows = cafe.tx.rows(
        "SELECT remaining FROM lots WHERE member_id = :member ORDER BY number", member=member.id
    )
    return [remaining for (remaining,) in rows]


def test_a_reward_costs_its_points(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)

    assert (voucher.points, voucher.status) == (60, VoucherStatus.ISSUED)
    assert quiet.balance(ann) == 40


def test_points_that_expire_sooner_go_first(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "40.00", id="older", at=quiet.now - timedelta(days=30))
    quiet.redeems(ann)

    assert open_lots(quiet, ann) == [80, 0]


def test_points_that_expire_alike_go_in_the_order_they_came(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "40.00", id="same day")
    quiet.redeems(ann)

    assert open_lots(quiet, ann) == [40, 40]


def test_points_that_never_expire_go_last(quiet: Cafe) -> None:
    expiring = quiet.text
    quiet.changes(*NEVER)
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="for ever")
    quiet.rules(expiring)
    quiet.orders(ann, "50.00", id="for a year")
    quiet.redeems(ann)

    assert open_lots(quiet, ann) == [90, 0]


def test_pending_points_cannot_be_spent(quiet: Cafe, ann: Member) -> None:
    quiet.changes('per = "1.00"', 'per = "1.00"\npending_days = 14')
    bob = quiet.joins("Bob")
    quiet.orders(bob, "100.00", id="pending")

    with pytest.raises(NotEnoughPoints) as refusal:
        quiet.redeems(bob)
    assert refusal.value.missing == Points(60)


def test_points_past_their_date_cannot_be_spent(quiet: Cafe, ann: Member) -> None:
    quiet.passes(days=366)

    with pytest.raises(NotEnoughPoints):
        quiet.redeems(ann)
    assert quiet.balance(ann) == 100


def test_exactly_enough_points_are_enough_and_one_less_is_not(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "59.99", id="1")
    with pytest.raises(NotEnoughPoints) as refusal:
        quiet.redeems(ann)
    quiet.orders(ann, "0.01", id="2")

    assert refusal.value.missing == Points(1)
    assert quiet.redeems(ann).points == 60


def test_the_same_operation_gives_the_same_voucher(quiet: Cafe, ann: Member) -> None:
    first = quiet.redeems(ann, id="tap")
    quiet.passes(days=1)

    assert quiet.redeems(ann, id="tap") == first
    assert quiet.balance(ann) == 40


def test_the_same_operation_for_another_reward_is_refused(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann, id="tap")

    with pytest.raises(OperationReused):
        quiet.redeems(ann, "five-off", id="tap")


def test_operation_ids_are_each_members_own(quiet: Cafe, ann: Member) -> None:
    bob = quiet.joins("Bob")
    quiet.orders(bob, "100.00", id="Bob's")

    assert quiet.redeems(ann, id="tap").code != quiet.redeems(bob, id="tap").code


@pytest.mark.parametrize("stock", [0, 1])
def test_no_more_are_given_than_there_are(quiet: Cafe, ann: Member, stock: int) -> None:
    quiet.changes(COFFEE, f"{COFFEE}\nstock = {stock}")
    quiet.orders(ann, "200.00", id="more")
    for _ in range(stock):
        quiet.redeems(ann)

    with pytest.raises(RewardSoldOut):
        quiet.redeems(ann)
    assert len(vouchers.usable(quiet.tx, ann.id, quiet.now, limit=9)) == stock


def test_a_member_gets_it_no_more_often_than_allowed(quiet: Cafe, ann: Member) -> None:
    quiet.changes(COFFEE, f"{COFFEE}\nper_member = 1")
    quiet.orders(ann, "100.00", id="more")
    quiet.redeems(ann)

    with pytest.raises(RewardLimitReached):
        quiet.redeems(ann)


def test_what_was_undone_does_not_count_as_had(quiet: Cafe, ann: Member) -> None:
    quiet.changes(COFFEE, f"{COFFEE}\nper_member = 1\nstock = 1")
    quiet.redeems(ann)
    undo(quiet.tx, quiet.act(), member_id=ann.id)

    assert quiet.redeems(ann).points == 60


def test_a_reward_of_a_tier_needs_the_tier(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "100.00", id="bronze still")
    with pytest.raises(RewardNeedsTier):
        quiet.redeems(ann, "five-off")
    quiet.orders(ann, "100.00", id="silver")

    assert quiet.redeems(ann, "five-off").points == 120


def test_a_plan_that_stands_for_a_tier_opens_its_rewards(quiet: Cafe, ann: Member) -> None:
    quiet.rules(quiet.text + CARD)
    quiet.orders(ann, "100.00", id="bronze still")
    subscribing.approve(quiet.tx, quiet.act(), member_id=ann.id, plan_id="card")

    assert quiet.redeems(ann, "five-off").points == 120
    assert quiet.again(ann).tier == "bronze"


def test_the_price_is_the_programs(quiet: Cafe, ann: Member) -> None:
    with pytest.raises(RewardPriceIsFixed):
        redeem(quiet.tx, quiet.act(), member_id=ann.id, reward_id="coffee", points=1)
    with pytest.raises(UnknownReward):
        quiet.redeems(ann, "tea")

    assert quiet.balance(ann) == 100


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (Status.LEFT, MembershipFrozen),
        (Status.BLOCKED, MembershipBlocked),
        (Status.ERASED, NotAMember),
    ],
)
def test_a_frozen_member_redeems_nothing(
    quiet: Cafe, ann: Member, status: Status, refusal: type[Exception]
) -> None:
    members.set_status(quiet.tx, ann.id, status)

    with pytest.raises(refusal):
        quiet.redeems(ann)


def test_an_undo_puts_each_point_back_with_its_own_date(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "40.00", id="older", at=quiet.now - timedelta(days=30))
    before = open_lots(quiet, ann), lots.next_expiry(quiet.tx, ann.id, quiet.now)
    quiet.redeems(ann)
    undone = undo(quiet.tx, quiet.act(), member_id=ann.id)

    assert before == (open_lots(quiet, ann), lots.next_expiry(quiet.tx, ann.id, quiet.now))
    assert (undone.lapsed, quiet.balance(ann)) == (0, 140)


def test_an_undo_puts_the_reward_back_on_the_shelf(quiet: Cafe, ann: Member) -> None:
    quiet.changes(COFFEE, f"{COFFEE}\nstock = 1")
    bob = quiet.joins("Bob")
    quiet.orders(bob, "60.00", id="Bob's")
    quiet.redeems(ann)
    undo(quiet.tx, quiet.act(), member_id=ann.id)

    assert quiet.redeems(bob).points == 60


def test_an_undo_tells_how_many_points_have_lapsed_meanwhile(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "20.00", id="older", at=quiet.now - timedelta(days=300))
    quiet.redeems(ann)
    quiet.passes(days=100)
    undone = undo(quiet.tx, quiet.act(), member_id=ann.id)

    assert undone.lapsed == 20
    assert quiet.spendable(ann) == 100


def test_the_newest_unused_voucher_is_undone(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "100.00", id="more")
    first, second = quiet.redeems(ann), quiet.redeems(ann)

    assert undo(quiet.tx, quiet.act(), member_id=ann.id).voucher.code == second.code
    assert undo(quiet.tx, quiet.act(), member_id=ann.id).voucher.code == first.code


def test_the_same_undo_again_gives_the_same_result(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "100.00", id="more")
    quiet.redeems(ann)
    quiet.redeems(ann)
    first = undo(quiet.tx, quiet.act("tap"), member_id=ann.id)
    again = undo(quiet.tx, quiet.act("tap"), member_id=ann.id)

    assert again.voucher.code == first.voucher.code
    assert quiet.balance(ann) == 140


def test_a_used_voucher_cannot_be_undone(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    use(quiet.tx, quiet.act(), code=voucher.code, used_for="till 1")

    with pytest.raises(NothingToUndo):
        undo(quiet.tx, quiet.act(), member_id=ann.id)


def test_an_expired_voucher_cannot_be_undone_or_used(quiet: Cafe, ann: Member) -> None:
    quiet.changes(COFFEE, f"{COFFEE}\nvoucher_days = 30")
    voucher = quiet.redeems(ann)
    assert voucher.expires_at == datetime(2026, 4, 9, 21, tzinfo=UTC)  # 10 April 0:00 in Kyiv
    quiet.now = voucher.expires_at

    with pytest.raises(NothingToUndo):
        undo(quiet.tx, quiet.act(), member_id=ann.id)
    with pytest.raises(VoucherNotUsable):
        use(quiet.tx, quiet.act(), code=voucher.code, used_for="till 1")


def test_somebody_elses_voucher_cannot_be_undone(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    bob = quiet.joins("Bob")

    with pytest.raises(NothingToUndo):
        undo(quiet.tx, quiet.act(), member_id=bob.id, code=voucher.code)


def test_a_voucher_is_used_once(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    first = use(quiet.tx, quiet.act("scan"), code=voucher.code, used_for="till 1")
    again = use(quiet.tx, quiet.act("scan"), code=voucher.code, used_for="till 1")

    assert first == again
    assert first.status is VoucherStatus.USED
    with pytest.raises(VoucherNotUsable):
        use(quiet.tx, quiet.act("another scan"), code=voucher.code, used_for="till 1")


def test_the_same_scan_for_another_purpose_is_refused(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    use(quiet.tx, quiet.act("scan"), code=voucher.code, used_for="till 1")

    with pytest.raises(OperationReused):
        use(quiet.tx, quiet.act("scan"), code=voucher.code, used_for="till 2")


def test_wrong_used_and_undone_codes_are_refused_alike(quiet: Cafe, ann: Member) -> None:
    quiet.orders(ann, "100.00", id="more")
    used, undone = quiet.redeems(ann), quiet.redeems(ann)
    use(quiet.tx, quiet.act(), code=used.code, used_for="till 1")
    undo(quiet.tx, quiet.act(), member_id=ann.id, code=undone.code)

    for code in (VoucherCode("K7QD-9MXE-2HFW"), used.code, undone.code):
        with pytest.raises(VoucherNotUsable) as refusal:
            use(quiet.tx, quiet.act(), code=code, used_for="till 1")
        assert refusal.value.values == {}


def test_the_shop_takes_no_more_by_hand_than_there_is(quiet: Cafe, ann: Member) -> None:
    with pytest.raises(NotEnoughPoints):
        adjust(quiet.tx, quiet.act(), member_id=ann.id, points=-101, reason="mistake")
    first = adjust(quiet.tx, quiet.act("fix"), member_id=ann.id, points=-100, reason="mistake")

    again = adjust(quiet.tx, quiet.act("fix"), member_id=ann.id, points=-100, reason="mistake")
    assert (first.balance, again) == (0, first)


def test_the_shop_gives_points_by_hand_once(quiet: Cafe, ann: Member) -> None:
    for _ in range(2):
        adjust(quiet.tx, quiet.act("sorry"), member_id=ann.id, points=5, reason="cold coffee")

    assert quiet.balance(ann) == 105
    with pytest.raises(OperationReused):
        adjust(quiet.tx, quiet.act("sorry"), member_id=ann.id, points=6, reason="cold coffee")


def test_what_was_taken_before_there_was_a_stock_is_not_put_back_into_it(cafe: Cafe) -> None:
    ann = cafe.joins()
    cafe.orders(ann, "200.00")
    early = cafe.redeems(ann)
    cafe.changes("cost = 60\n", "cost = 60\nstock = 1\n")
    cafe.redeems(ann)
    undo(cafe.tx, cafe.act(), member_id=ann.id, code=early.code)

    with pytest.raises(RewardSoldOut):
        cafe.redeems(ann)


def test_a_cancelled_order_gives_its_voucher_back_and_another_may_have_it(cafe: Cafe) -> None:
    ann = cafe.joins()
    cafe.orders(ann, "200.00")
    code = cafe.redeems(ann).code
    use(cafe.tx, cafe.act(), code=code, used_for="eu/7", order=True)
    give_back(cafe.tx, cafe.act(), code=code, used_for="eu/8")
    with pytest.raises(VoucherNotUsable):
        use(cafe.tx, cafe.act(), code=code, used_for="eu/9", order=True)
    give_back(cafe.tx, cafe.act(), code=code, used_for="eu/7")

    assert use(cafe.tx, cafe.act(), code=code, used_for="eu/9", order=True).used_for == "eu/9"


def test_a_blocked_members_voucher_is_refused(cafe: Cafe) -> None:
    ann = cafe.joins()
    cafe.orders(ann, "200.00")
    code = cafe.redeems(ann).code
    members.set_status(cafe.tx, ann.id, Status.BLOCKED)

    with pytest.raises(VoucherNotUsable):
        use(cafe.tx, cafe.act(), code=code)


def test_an_undo_puts_points_where_they_were_after_the_voucher_came_back_in_part(
    quiet: Cafe, ann: Member
) -> None:
    """
    The order was given back, and then cancelled: what goes into the voucher again is from other
    lots meanwhile.
    """
    quiet.orders(ann, "40.00", id="second")
    before = open_lots(quiet, ann)
    code = quiet.redeems(ann).code
    use(quiet.tx, quiet.act(), code=code, used_for="eu/7", order=True)
    return_points(
        quiet.tx, quiet.act(), code=code, used_for="eu/7", order_id="7", share=Fraction(1)
    )
    other = quiet.redeems(ann).code
    give_back(quiet.tx, quiet.act(), code=code, used_for="eu/7")
    undo(quiet.tx, quiet.act(), member_id=ann.id, code=other)

    undo(quiet.tx, quiet.act(), member_id=ann.id, code=code)

    assert open_lots(quiet, ann) == before
