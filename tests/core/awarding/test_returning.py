"""What refunds leave of an order's lines."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.awarding.baskets import OrderLine
from core.awarding.returning import Left, Returned, left_over, share_returned

LAMP, CUPS = OrderLine("LAMP", 1, 6000), OrderLine("CUP", 2, 4000)
SHARES = [6000, 4000]
TOTAL = 10500  # with 5 for delivery


def left(*refunds: Returned) -> list[tuple[int, int]]:
    """What is left of a lamp and two cups."""
    return [(a, q) for a, q in left_over([LAMP, CUPS], SHARES, refunds, total=TOTAL)]


@pytest.mark.parametrize(
    ("refund", "rest"),
    [
        (Returned(2000, (("cup", 1),)), [(6000, 1), (2000, 1)]),
        (Returned(6500, (("LAMP", 1),)), [(0, 0), (4000, 2)]),  # with the delivery
        (Returned(8500, (("LAMP", 1),)), [(0, 0), (2000, 2)]),  # 20 more, off what is left
        (Returned(0, (("LAMP", 1),)), [(0, 0), (4000, 2)]),
        (Returned(5250), [(3000, 1), (2000, 2)]),  # a half of everything
        (Returned(5250, (("UNKNOWN", 1),)), [(3000, 1), (2000, 2)]),
        (Returned(0), [(6000, 1), (4000, 2)]),
        (Returned(10500), [(0, 0), (0, 0)]),
        (Returned(99999, (("CUP", 9),)), [(0, 0), (0, 0)]),
    ],
)
def test_lines_take_their_worth_and_money_a_share(
    refund: Returned, rest: list[tuple[int, int]]
) -> None:
    assert left(refund) == rest


def test_one_return_booked_in_two_parts_is_one() -> None:
    goods, money = Returned(0, (("LAMP", 1),)), Returned(6000)

    assert left(goods, money) == left(Returned(6000, (("LAMP", 1),)))


refunds = st.lists(
    st.builds(
        Returned,
        st.integers(0, 12_000),
        st.lists(st.tuples(st.sampled_from(["LAMP", "CUP", "?"]), st.integers(1, 3))).map(tuple),
    ),
    max_size=3,
)


@given(refunds)
def test_no_order_of_refunds_matters_and_nothing_is_left_below_nothing(
    found: list[Returned],
) -> None:
    ends = {tuple(left(*each)) for each in permutations(found)}

    assert len({sum(amount for amount, _ in end) for end in ends}) == 1
    for end in ends:
        for (amount, quantity), share, line in zip(end, SHARES, (LAMP, CUPS), strict=True):
            assert 0 <= amount <= share
            assert 0 <= quantity <= line.quantity


def test_the_share_of_what_cost_nothing_is_counted_in_pieces() -> None:
    rest = [Left(0, 0), Left(0, 2)]

    assert share_returned([LAMP, CUPS], [0, 0], rest) == Fraction(1, 3)
