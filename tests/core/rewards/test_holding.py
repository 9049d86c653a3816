"""Points set aside for a voucher are spent when it is used; else they come back as they were."""

from datetime import timedelta

import pytest

from bot.conversation import faults
from core import promising
from core.errors import VoucherNotUsable
from core.model import Kind, Member, Voucher, VoucherStatus
from core.program.loading import ProgramInvalid, load
from core.rewards.redeeming import undo, use
from core.rewards.returning import give_back
from core.tables import entries, lots, vouchers
from tests.core.conftest import Cafe
from tests.core.program.cafe import cafe as cafe_text

COFFEE = 'title = "Free coffee"\ncost = 60'
DAYS = 10


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, with 100 points, in a café that holds a coffee's points for ten days."""
    quiet.changes(COFFEE, f"{COFFEE}\nhold = true\nvoucher_days = {DAYS}")
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="first")
    return quiet.again(ann)


def kinds(cafe: Cafe, member: Member) -> list[tuple[Kind, int]]:
    """The ledger since the first order, oldest first."""
    kept = entries.page(cafe.tx, member.id, before=None, limit=9)
    return [(entry.kind, entry.points) for entry in kept[::-1]][1:]


def uses(cafe: Cafe, voucher: Voucher, **more: object) -> Voucher:
    """The till, or an order, takes the voucher."""
    return use(cafe.tx, cafe.act(), code=voucher.code, **more)  # type: ignore[arg-type]


def time_passes(cafe: Cafe, member: Member, **span: float) -> int:
    """Time passes, and what is promised for it is done; how much."""
    cafe.passes(**span)
    return promising.keep(cafe.tx, cafe.act(), member_id=member.id)


def test_held_points_can_t_be_spent_twice(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)

    assert quiet.spendable(ann) == 40
    assert kinds(quiet, ann) == [(Kind.HOLD, -60)]


def test_used_the_points_are_spent(quiet: Cafe, ann: Member) -> None:
    uses(quiet, quiet.redeems(ann))

    assert kinds(quiet, ann) == [(Kind.HOLD, -60), (Kind.REDEMPTION, 0)]
    assert time_passes(quiet, ann, days=DAYS + 5) == 0
    assert quiet.balance(ann) == 40


def test_unused_the_points_come_back_with_their_dates(quiet: Cafe, ann: Member) -> None:
    dates = lots.open_points(quiet.tx, ann.id)
    voucher = quiet.redeems(ann)

    assert time_passes(quiet, ann, days=DAYS + 2) == 1
    assert kinds(quiet, ann) == [(Kind.HOLD, -60), (Kind.RELEASE, 60)]
    assert lots.open_points(quiet.tx, ann.id) == dates
    found = vouchers.find(quiet.tx, voucher.code)
    assert found
    assert found.status is VoucherStatus.EXPIRED


def test_undone_they_come_back_once(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    undo(quiet.tx, quiet.act(), member_id=ann.id, code=voucher.code)

    assert time_passes(quiet, ann, days=DAYS + 2) == 0
    assert quiet.balance(ann) == 100


def test_what_was_made_worthless_gives_nothing_back(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)
    vouchers.forget_member(quiet.tx, ann.id)

    time_passes(quiet, ann, days=DAYS + 2)
    assert quiet.balance(ann) == 40


def test_an_order_from_before_it_lapsed_is_in_time_though_told_late(
    quiet: Cafe, ann: Member
) -> None:
    voucher = quiet.redeems(ann)
    ordered = quiet.now
    quiet.passes(days=DAYS + 1)

    with pytest.raises(VoucherNotUsable):
        uses(quiet, voucher)
    used = uses(quiet, voucher, used_for="eu/2", order=True, at=ordered)
    assert used.status is VoucherStatus.USED
    assert time_passes(quiet, ann, days=5) == 0


def test_what_a_cancelled_order_gives_back_is_held_again(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    uses(quiet, voucher, used_for="eu/2", order=True)
    give_back(quiet.tx, quiet.act(), code=voucher.code, used_for="eu/2")

    assert quiet.balance(ann) == 40
    assert time_passes(quiet, ann, days=DAYS + 2) == 1
    assert quiet.balance(ann) == 100


def test_what_is_held_counts_as_spent_nowhere_else(quiet: Cafe, ann: Member) -> None:
    before = entries.lifetime(quiet.tx, ann.id)
    quiet.redeems(ann)
    assert entries.lifetime(quiet.tx, ann.id) == before
    time_passes(quiet, ann, days=DAYS + 2)
    assert entries.lifetime(quiet.tx, ann.id) == before


def test_points_whose_own_time_was_over_come_back_and_go(quiet: Cafe, ann: Member) -> None:
    quiet.passes(days=360)
    quiet.redeems(ann)
    time_passes(quiet, ann, days=DAYS + 2)

    assert quiet.balance(ann) == 100  # until the schedule writes off what is past its date
    assert quiet.spendable(ann) == 0


@pytest.mark.parametrize(
    ("coffee", "told"),
    [
        ("hold = true\ncost = 60", "say when they come back"),
        ("hold = true\nvoucher_days = 3", "it takes no points"),
        ("hold = true\ncost = 60\nvoucher_days = 3\nautomatic = true", "redeemed again at once"),
    ],
)
def test_a_hold_that_would_never_end_is_refused(coffee: str, told: str) -> None:
    with pytest.raises(ProgramInvalid) as invalid:
        load(cafe_text(COFFEE, f'title = "Free coffee"\n{coffee}'))
    assert told in faults.told(invalid.value)


def test_the_longest_hold_ends_a_day_after_the_voucher(quiet: Cafe, ann: Member) -> None:
    voucher = quiet.redeems(ann)
    assert voucher.expires_at
    left = voucher.expires_at - quiet.now

    assert time_passes(quiet, ann, seconds=left.total_seconds() + 3600) == 0
    assert time_passes(quiet, ann, seconds=timedelta(days=1).total_seconds()) == 1
