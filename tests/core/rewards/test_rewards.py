"""Every kind of reward: what it takes, what it gives, and what it refuses in plain words."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from core.act import Act
from core.adjusting import adjust
from core.errors import (
    LoyaltyError,
    NotEnoughPoints,
    NothingToUndo,
    RewardAmountTooLarge,
    RewardAmountTooSmall,
    RewardAmountUneven,
    RewardIsFinal,
    RewardLimitReached,
    RewardNeedsAmount,
    RewardNeedsCause,
    RewardNeedsPlan,
    RewardOnlyGiven,
    RewardOver,
    RewardPriceIsFixed,
    RewardSoldOut,
    VoucherNotUsable,
    VoucherTooEarly,
)
from core.leaving import forget
from core.model import Member, Points, RewardId, SomeGoods, Status, Voucher, VoucherStatus
from core.rewards.offering import offers
from core.rewards.redeeming import redeem, undo, use
from core.tables import donations, entries, pools, vouchers
from core.tables.donations import Total
from tests.core.conftest import Cafe
from tests.core.program.shelf import CINEMA_CODE, FIRST_LOOK, LOUNGE

CINEMA, TASTING = RewardId("cinema"), RewardId("tasting")
SHELF = (
    """
[[rewards]]
id = "points-off"
kind = "flexible"
title = "Pay with points"
points = 100
amount = "1.00"
at_least = 100
at_most = 400
step = 50
minimum = "5.00"
without = { labels = ["sale"] }
max_share = "50"

[[rewards]]
id = "third"
kind = "percent_off"
title = "A third off"
percent = "30"
one_item = true
cost = 10
goods = { categories = ["toys"] }

[[rewards]]
id = "delivery"
kind = "free_shipping"
title = "Free delivery"
cost = 10
minimum = "20.00"

[[rewards]]
id = "mug"
kind = "product"
title = "Mug"
sku = "MUG-1"
cost = 10

[[rewards]]
id = "tasting"
kind = "event"
title = "Tasting"
cost = 10
stock = 2
on = 2026-03-20
place = "Main Street"
"""
    + FIRST_LOOK
    + """
[[rewards]]
id = "give"
kind = "donation"
title = "Donate"
cost = 100
amount = "10.00"
causes = [
    { id = "wildlife", title = "Wildlife" },
    { id = "rights", title = "Civil rights" },
]
"""
    + CINEMA_CODE
    + LOUNGE
    + """
[[rewards]]
id = "cake"
kind = "gift"
title = "Cake"

[[rewards]]
id = "club"
kind = "gift"
title = "Club gift"
cost = 10
plan = "plus"

[[earning]]
id = "birthday"
on = "birthday"
reward = "cake"

[[plans]]
id = "plus"
title = "Plus"
price = "5.00"
period = "month"
"""
)


@pytest.fixture
def shelf(quiet: Cafe) -> Cafe:
    """The café with a reward of every kind."""
    quiet.rules(quiet.text + SHELF)
    return quiet


@pytest.fixture
def ann(shelf: Cafe) -> Member:
    """Ann, with 1000 points."""
    ann = shelf.joins()
    adjust(shelf.tx, shelf.act(), member_id=ann.id, points=1000, reason="to begin with")
    return shelf.again(ann)


def had(cafe: Cafe, member: Member, reward: str, **chosen: Any) -> Voucher:
    """The member redeems it, with what they choose of it."""
    return redeem(cafe.tx, cafe.act(), member_id=member.id, reward_id=reward, **chosen)


def offered(cafe: Cafe, member: Member) -> dict[str, bool]:
    """The rewards that are shown, and whether they can be had."""
    spendable = cafe.spendable(member)
    found = offers(cafe.tx, cafe.again(member), cafe.act(), spendable=spendable, plans={})
    return {offer.reward.id: offer.open for offer in found}


def test_a_member_chooses_how_many_points_become_a_voucher(shelf: Cafe, ann: Member) -> None:
    voucher = had(shelf, ann, "points-off", points=350)

    assert (voucher.points, voucher.terms.amount, shelf.balance(ann)) == (350, 350, 650)
    assert voucher.terms.minimum == 500
    assert voucher.terms.max_share == Decimal(50)
    assert voucher.terms.without == SomeGoods(labels=("sale",))
    assert vouchers.find(shelf.tx, voucher.code) == voucher


@pytest.mark.parametrize(
    ("points", "refusal", "said"),
    [
        (None, RewardNeedsAmount, {"least": 100}),
        (99, RewardAmountTooSmall, {"least": 100}),
        (-5, RewardAmountTooSmall, {"least": 100}),
        (401, RewardAmountTooLarge, {"most": 400}),
        (120, RewardAmountUneven, {"below": 100, "above": 150}),
    ],
)
def test_a_number_that_cannot_be_chosen_is_refused_with_one_that_can(
    shelf: Cafe, ann: Member, points: int | None, refusal: type[LoyaltyError], said: dict[str, int]
) -> None:
    with pytest.raises(refusal) as refused:
        had(shelf, ann, "points-off", points=points)

    for name, count in said.items():
        assert refused.value.values[name] == Points(count)
    assert shelf.balance(ann) == 1000


def test_points_that_are_not_there_cannot_be_chosen(shelf: Cafe) -> None:
    bob = shelf.joins("Bob")
    adjust(shelf.tx, shelf.act(), member_id=bob.id, points=120, reason="to begin with")

    with pytest.raises(NotEnoughPoints) as refused:
        had(shelf, bob, "points-off", points=200)
    assert refused.value.missing == Points(80)


def test_no_point_is_taken_that_is_worth_less_than_a_cent(shelf: Cafe, ann: Member) -> None:
    shelf.changes('points = 100\namount = "1.00"\nat_least = 100\nat_most = 400\nstep = 50',
                  'points = 3\namount = "0.01"\nat_least = 1')  # fmt: skip

    with pytest.raises(RewardAmountUneven) as refused:
        had(shelf, ann, "points-off", points=100)
    assert (refused.value.below, refused.value.above) == (Points(99), Points(102))
    assert had(shelf, ann, "points-off", points=99).terms.amount == 33


def test_what_a_voucher_is_good_for_stays_as_it_was(shelf: Cafe, ann: Member) -> None:
    before = had(shelf, ann, "third")
    shelf.changes('percent = "30"\none_item = true', 'percent = "5"')

    kept = vouchers.find(shelf.tx, before.code)
    assert kept
    assert (kept.terms.percent, kept.terms.one_item) == (Decimal(30), True)
    assert kept.terms.goods == SomeGoods(categories=("toys",))
    assert had(shelf, ann, "third").terms.percent == Decimal(5)


def test_delivery_and_goods_are_vouchers_too(shelf: Cafe, ann: Member) -> None:
    assert had(shelf, ann, "delivery").terms.minimum == 2000
    assert had(shelf, ann, "mug").terms.sku == "MUG-1"


def test_an_event_has_as_many_places_as_it_has_and_an_undone_one_is_free(
    shelf: Cafe, ann: Member
) -> None:
    first = had(shelf, ann, "tasting")
    had(shelf, ann, "tasting")
    with pytest.raises(RewardSoldOut):
        had(shelf, ann, "tasting")
    undo(shelf.tx, shelf.act(), member_id=ann.id, code=first.code)

    place = had(shelf, ann, "tasting").terms
    assert place.place
    assert (place.day, place.place.in_language("en")) == (date(2026, 3, 20), "Main Street")


def test_an_event_can_be_booked_on_its_day_and_not_after_it(shelf: Cafe, ann: Member) -> None:
    shelf.now = datetime(2026, 3, 20, 21, 59, tzinfo=UTC)  # a minute before midnight in Kyiv
    voucher = had(shelf, ann, "tasting")
    assert voucher.expires_at == datetime(2026, 3, 20, 22, tzinfo=UTC)
    shelf.passes(minutes=1)

    with pytest.raises(RewardOver) as refused:
        had(shelf, ann, "tasting")
    assert refused.value.date == date(2026, 3, 20)
    assert "tasting" not in offered(shelf, ann)
    with pytest.raises(VoucherNotUsable):
        use(shelf.tx, shelf.act(), code=voucher.code)


def test_early_access_is_some_days_before_everybody_and_not_sooner(
    shelf: Cafe, ann: Member
) -> None:
    voucher = had(shelf, ann, "first-look")
    shelf.now = datetime(2026, 3, 17, 21, 59, tzinfo=UTC)
    with pytest.raises(VoucherTooEarly) as refused:
        use(shelf.tx, shelf.act(), code=voucher.code)
    assert refused.value.date == date(2026, 3, 18)
    shelf.passes(minutes=1)

    assert use(shelf.tx, shelf.act(), code=voucher.code).status is VoucherStatus.USED
    shelf.now = datetime(2026, 3, 19, 22, tzinfo=UTC)
    with pytest.raises(RewardOver):
        had(shelf, ann, "first-look")


def test_a_donation_goes_to_the_cause_the_member_picks(shelf: Cafe, ann: Member) -> None:
    gift = had(shelf, ann, "give", cause="wildlife")
    had(shelf, ann, "give", cause="wildlife")
    had(shelf, ann, "give", cause="rights")

    assert (gift.status, gift.terms.cause, gift.terms.amount) == (
        VoucherStatus.USED,
        "wildlife",
        1000,
    )
    totals = donations.totals(shelf.tx)
    assert totals == {"wildlife": Total(2000, 2), "rights": Total(1000, 1)}
    assert shelf.balance(ann) == 700


@pytest.mark.parametrize("cause", ["", "whales"])
def test_a_donation_without_its_cause_names_the_causes(
    shelf: Cafe, ann: Member, cause: str
) -> None:
    with pytest.raises(RewardNeedsCause) as refused:
        had(shelf, ann, "give", cause=cause)

    assert refused.value.causes == "wildlife, rights"
    assert shelf.balance(ann) == 1000


def test_the_only_cause_needs_no_choice(shelf: Cafe, ann: Member) -> None:
    shelf.changes('    { id = "rights", title = "Civil rights" },\n', "")

    assert had(shelf, ann, "give").terms.cause == "wildlife"


def test_a_donation_is_final(shelf: Cafe, ann: Member) -> None:
    gift = had(shelf, ann, "give", cause="rights")

    with pytest.raises(NothingToUndo):
        undo(shelf.tx, shelf.act(), member_id=ann.id, code=gift.code)
    with pytest.raises(NothingToUndo):
        undo(shelf.tx, shelf.act(), member_id=ann.id)
    with pytest.raises(VoucherNotUsable):
        use(shelf.tx, shelf.act(), code=gift.code)


def test_partners_codes_are_given_out_once_in_their_order(shelf: Cafe, ann: Member) -> None:
    assert not offered(shelf, ann)["cinema"]
    pools.add(shelf.tx, CINEMA, ["ONE", "TWO"], after=0)
    given = [had(shelf, ann, "cinema").terms.partner_code for _ in range(2)]

    assert given == ["ONE", "TWO"]
    with pytest.raises(RewardSoldOut):
        had(shelf, ann, "cinema")
    assert pools.counts(shelf.tx)[CINEMA] == pools.Pool(free=0, taken=2)


def test_a_partners_code_is_used_there_and_never_undone(shelf: Cafe, ann: Member) -> None:
    pools.add(shelf.tx, CINEMA, ["ONE"], after=0)
    coffee = had(shelf, ann, "coffee")
    voucher = had(shelf, ann, "cinema")

    with pytest.raises(VoucherNotUsable):
        use(shelf.tx, shelf.act(), code=voucher.code)
    with pytest.raises(RewardIsFinal):
        undo(shelf.tx, shelf.act(), member_id=ann.id, code=voucher.code)
    assert undo(shelf.tx, shelf.act(), member_id=ann.id).voucher.code == coffee.code


def test_a_balance_opens_a_reward_once_and_nothing_is_taken(shelf: Cafe, ann: Member) -> None:
    voucher = had(shelf, ann, "lounge")

    assert (voucher.points, shelf.balance(ann)) == (0, 1000)
    with pytest.raises(RewardLimitReached):
        had(shelf, ann, "lounge")
    undo(shelf.tx, shelf.act(), member_id=ann.id, code=voucher.code)
    assert shelf.balance(ann) == 1000


def test_below_its_balance_a_reward_stays_shut(shelf: Cafe) -> None:
    bob = shelf.joins("Bob")
    adjust(shelf.tx, shelf.act(), member_id=bob.id, points=299, reason="to begin with")

    with pytest.raises(NotEnoughPoints) as refused:
        had(shelf, bob, "lounge")
    assert refused.value.missing == Points(1)
    with pytest.raises(RewardPriceIsFixed):
        had(shelf, bob, "lounge", points=300)


def test_what_has_no_price_is_neither_offered_nor_redeemed(shelf: Cafe, ann: Member) -> None:
    assert "cake" not in offered(shelf, ann)
    with pytest.raises(RewardOnlyGiven):
        had(shelf, ann, "cake")


def test_a_plans_reward_needs_the_plan(shelf: Cafe, ann: Member) -> None:
    assert not offered(shelf, ann)["club"]
    with pytest.raises(RewardNeedsPlan):
        had(shelf, ann, "club")


@pytest.mark.parametrize(
    ("balance", "twenty", "shirt"),
    [(9_999, False, False), (10_000, True, False), (25_000, True, True)],
)
def test_the_ladder(quiet: Cafe, balance: int, twenty: bool, shirt: bool) -> None:
    quiet.rules(
        quiet.text
        + '[[rewards]]\nid = "twenty"\nkind = "percent_off"\npercent = "20"\ntitle = "20 % off"\n'
        + 'cost = 10_000\n[[rewards]]\nid = "shirt"\nkind = "gift"\ntitle = "Shirt"\ncost = 25_000'
    )
    ann = quiet.joins()
    adjust(quiet.tx, quiet.act(), member_id=ann.id, points=balance, reason="so many")
    for reward, reaches, left in (("twenty", twenty, balance - 10_000), ("shirt", shirt, 0)):
        if not reaches:
            with pytest.raises(NotEnoughPoints):
                had(quiet, ann, reward)
            continue
        voucher = had(quiet, ann, reward)
        assert quiet.balance(ann) == left
        undo(quiet.tx, quiet.act(), member_id=ann.id, code=voucher.code)


def test_a_voucher_of_months_ends_when_their_last_day_begins(quiet: Cafe) -> None:
    quiet.changes("cost = 60", "cost = 60\nvoucher_months = 6")
    ann = quiet.joins()
    quiet.orders(ann, "100.00")

    assert quiet.redeems(ann).expires_at == datetime(2026, 9, 9, 21, tzinfo=UTC)  # midnight in Kyiv


def test_the_forgotten_leave_their_places_to_others(shelf: Cafe, ann: Member) -> None:
    had(shelf, ann, "tasting")
    had(shelf, ann, "tasting")
    forget(shelf.tx, shelf.act(), member_id=ann.id)

    assert vouchers.issued(shelf.tx)[TASTING] == 0
    assert shelf.again(ann).status is Status.ERASED


def test_who_says_why_is_told_the_cause(shelf: Cafe, ann: Member) -> None:
    gift = had(shelf, ann, "give", cause="rights")
    entry = entries.find(shelf.tx, ann.id, gift.entry_number)

    assert entry
    assert entry.reason == {"reward": "give", "gives": "donation", "cause": "rights"}


def test_the_same_donation_again_gives_once(shelf: Cafe, ann: Member) -> None:
    def act() -> Act:
        return shelf.act("tap")

    first = redeem(shelf.tx, act(), member_id=ann.id, reward_id="give", cause="rights")
    again = redeem(shelf.tx, act(), member_id=ann.id, reward_id="give", cause="rights")

    assert first == again
    assert donations.totals(shelf.tx) == {"rights": Total(1000, 1)}
