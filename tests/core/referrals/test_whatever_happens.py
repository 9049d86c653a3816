"""Whatever happens to friends, in any order, limits hold and what is returned leaves nothing."""

from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Member
from core.tables import entries, ledger, referrals
from core.tables.referrals import State
from tests.core.conftest import Cafe
from tests.core.memory import in_memory
from tests.core.referrals.friends import (
    MINIMUM,
    about,
    decide,
    keeps_promises,
)

STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),  # which friend
        st.integers(0, 2),  # which of their orders
        st.sampled_from(["paid", "paid", "cancelled", "small", "wait", "tick", "decide"]),
    ),
    max_size=25,
)
PROGRAMS = st.fixed_dictionaries(
    {
        "paid": st.sampled_from(["joining", "first_order", "every_order"]),
        "friend_paid": st.sampled_from(["joining", "first_order"]),
        "hold_days": st.sampled_from([0, 3]),
        "at_most": st.sampled_from([1, 2]),
        "at_most_a_month": st.sampled_from([1, 9]),
        "velocity": st.sampled_from([2, 9]),
    }
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, program=PROGRAMS)
def test_whatever_happens_limits_hold_and_returning_everything_leaves_nothing(
    sqlite_template: Path, steps: list[tuple[int, int, str]], program: dict[str, Any]
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        cafe.changes('[[earning]]\nid = "welcome"\non = "signup"\npoints = 50\n', "")
        lines = [f"{name} = {value!r}".replace("'", '"') for name, value in program.items()]
        lines.append("milestones = [{ friends = 1, points = 7 }]")
        if program["paid"] == program["friend_paid"] == "joining":
            lines = [line for line in lines if not line.startswith("hold_days")]
        else:
            lines.append(MINIMUM)
        cafe.changes(MINIMUM, "\n".join(lines))
        ann = cafe.joins("Ann")
        friends = [cafe.joins(f"Friend {one}", code=ann.referral_code) for one in range(4)]
        placed: dict[str, datetime] = {}
        for number, order, what in steps:
            _step(cafe, friends[number], order, what, placed)
            _limits_hold(cafe, ann, friends, program)
        for friend in friends:
            for order in range(3):
                if f"{friend.id}-{order}" in placed:
                    _step(cafe, friend, order, "cancelled", placed)
        cafe.passes(days=9)
        keeps_promises(cafe)

        if program["paid"] != "joining":
            assert cafe.balance(ann) == 0
        if program["friend_paid"] != "joining":
            assert [cafe.balance(friend) for friend in friends] == [0] * 4
        assert ledger.drifted(tx) == []


def _step(cafe: Cafe, friend: Member, order: int, what: str, placed: dict[str, datetime]) -> None:
    if what == "wait":
        cafe.passes(days=2)
    elif what == "tick":
        keeps_promises(cafe)
    elif what == "decide":
        if about(cafe, friend).state is State.REVIEW:
            decide(cafe, friend, approve=bool(order), reason="looked at")
    else:
        id = f"{friend.id}-{order}"
        at = placed.setdefault(id, cafe.now)
        total = "5.00" if what == "small" else "20.00"
        cafe.orders(friend, total, id=id, status="paid" if what == "small" else what, at=at)


def _limits_hold(cafe: Cafe, ann: Member, friends: list[Member], program: dict[str, Any]) -> None:
    brought = [
        entries.credited_under(cafe.tx, ann.id, f"referral/{friend.id}/") for friend in friends
    ]
    paid_for = sum(points > 0 for points in brought)
    each = 300 if program["paid"] == "every_order" else 100

    assert paid_for <= min(program["at_most"], program["at_most_a_month"])
    assert max(brought) <= each
    assert referrals.count_paid_for(cafe.tx, ann.id) == paid_for
    for friend in friends:
        assert entries.credited_under(cafe.tx, friend.id, "referral/") in (0, 50)
    assert entries.credited_under(cafe.tx, ann.id, "referral/milestone/") in (0, 7)
