"""Whatever members choose, undo and use, in any order: no point is lost, no limit exceeded."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.adjusting import adjust
from core.errors import LoyaltyError
from core.model import Member, Voucher, VoucherStatus
from core.rewards.redeeming import redeem, undo, use
from core.tables import donations, ledger, pools, vouchers
from tests.core.conftest import Cafe
from tests.core.rewards.test_rewards import CINEMA, SHELF, TASTING

START = 2_000
STEP, LEAST, MOST = 50, 100, 400
POOL = 3
PLACES = 2

REWARDS = ("points-off", "third", "tasting", "give", "cinema", "lounge", "coffee", "cake", "club")
ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.just("redeem"),
            st.sampled_from(REWARDS),
            st.none() | st.integers(-10, 500) | st.sampled_from([100, 150, 400]),
            st.sampled_from(["", "wildlife", "rights", "whales"]),
        ),
        st.tuples(st.just("undo"), st.integers(0, 30)),
        st.tuples(st.just("use"), st.integers(0, 30)),
    ),
    max_size=25,
)


def tried(cafe: Cafe, member: Member, what: tuple[Any, ...]) -> None:
    """Do it; what is refused leaves no trace."""
    had = vouchers.of_member(cafe.tx, member.id, limit=99)
    cafe.tx.rows("SAVEPOINT act")
    try:
        if what[0] == "redeem":
            _, reward, points, cause = what
            chosen = {"reward_id": reward, "points": points, "cause": cause}
            redeem(cafe.tx, cafe.act(), member_id=member.id, **chosen)
        elif had and what[0] == "undo":
            code = had[what[1] % len(had)].code
            undo(cafe.tx, cafe.act(), member_id=member.id, code=code)
        elif had:
            use(cafe.tx, cafe.act(), code=had[what[1] % len(had)].code, used_for="till")
    except LoyaltyError:
        cafe.tx.rows("ROLLBACK TO act")
    cafe.tx.rows("RELEASE act")


def check(cafe: Cafe, member: Member) -> None:
    """Everything that must hold at every moment."""
    had = [
        one
        for one in vouchers.of_member(cafe.tx, member.id, limit=99)
        if one.status is not VoucherStatus.UNDONE
    ]
    assert cafe.balance(member) == START - sum(one.points for one in had) >= 0
    for one in of(had, "points-off"):
        assert one.points % STEP == 0
        assert LEAST <= one.points <= MOST
        assert one.terms.amount == one.points
    assert len(of(had, "tasting")) == vouchers.issued(cafe.tx).get(TASTING, 0) <= PLACES
    assert len(of(had, "lounge")) <= 1
    assert not of(had, "cake")
    assert not of(had, "club")
    taken = len(of(had, "cinema"))
    assert pools.counts(cafe.tx)[CINEMA] == pools.Pool(free=POOL - taken, taken=taken)
    given_so_far = sum(total.amount for total in donations.totals(cafe.tx).values())
    assert given_so_far == 1_000 * len(of(had, "give"))
    assert ledger.drifted(cafe.tx) == []


def of(had: list[Voucher], reward: str) -> list[Voucher]:
    """Those of that reward."""
    return [one for one in had if one.reward_id == reward]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_point_is_lost_and_no_limit_exceeded(quiet: Cafe, acts: list[tuple[Any, ...]]) -> None:
    quiet.tx.rows("SAVEPOINT example")
    quiet.rules(quiet.text if "points-off" in quiet.text else quiet.text + SHELF)
    ann = quiet.joins()
    adjust(quiet.tx, quiet.act(), member_id=ann.id, points=START, reason="to begin with")
    pools.add(quiet.tx, CINEMA, [f"CODE-{number}" for number in range(POOL)], after=0)
    for what in acts:
        tried(quiet, ann, what)
        check(quiet, ann)
    quiet.tx.rows("ROLLBACK TO example")
    quiet.tx.rows("RELEASE example")
