"""Raffles: tickets are sold and undone until the day of the draw, which everybody can check."""

from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adjusting import adjust
from core.errors import NothingToUndo, RewardIsFinal, RewardOver, VoucherNotUsable
from core.leaving import forget
from core.model import TICKET, Member, MemberId, Voucher, VoucherCode, VoucherStatus
from core.rewards import drawing
from core.rewards.redeeming import redeem, undo, use
from core.tables import raffles, vouchers
from tests.core.conftest import Cafe

RAFFLE = """
[[rewards]]
id = "bike"
kind = "raffle"
title = "A bicycle"
cost = 10
draw_on = 2026-03-20
winners = 2
voucher_days = 30
"""
DAY = datetime(2026, 3, 19, 22, tzinfo=UTC)  # midnight in Kyiv


@pytest.fixture
def fair(quiet: Cafe) -> Cafe:
    """The café with a raffle of two bicycles."""
    quiet.rules(quiet.text + RAFFLE)
    return quiet


def buyer(cafe: Cafe, name: str = "Ann") -> Member:
    """Somebody with 100 points."""
    member = cafe.joins(name)
    adjust(cafe.tx, cafe.act(), member_id=member.id, points=100, reason="to begin with")
    return member


def buys(cafe: Cafe, member: Member) -> Voucher:
    """The member buys a ticket."""
    return redeem(cafe.tx, cafe.act(), member_id=member.id, reward_id="bike")


def draws(cafe: Cafe) -> int:
    """The schedule draws what is due; how many tickets won."""
    due = drawing.due(cafe.tx, cafe.act(), after=MemberId(0), limit=9)
    return sum(drawing.draw(cafe.tx, cafe.act(), member_id=one) for one in due)


def found(cafe: Cafe, code: VoucherCode) -> Voucher:
    """The voucher as it now is."""
    voucher = vouchers.find(cafe.tx, code)
    assert voucher
    return voucher


def test_a_member_may_have_several_tickets_none_of_which_a_till_takes(fair: Cafe) -> None:
    ann = buyer(fair)
    first, second = buys(fair, ann), buys(fair, ann)

    assert (first.terms.kind, fair.balance(ann)) == (TICKET, 80)
    assert first.code != second.code
    assert vouchers.usable(fair.tx, ann.id, fair.now, limit=9) == []
    with pytest.raises(VoucherNotUsable):
        use(fair.tx, fair.act(), code=first.code)


def test_the_seal_is_told_with_the_ticket_and_never_changes(fair: Cafe) -> None:
    first = raffles.of_ticket(fair.tx, buys(fair, buyer(fair)).code)
    second = raffles.of_ticket(fair.tx, buys(fair, buyer(fair, "Bob")).code)
    assert first
    assert second
    fair.now = DAY
    draws(fair)
    [after] = drawing.shown(fair.tx, "bike")

    assert first.commitment == second.commitment == after.raffle.commitment
    assert sha256(after.raffle.seed.encode()).hexdigest() == first.commitment


def test_everybody_can_work_out_who_won(fair: Cafe) -> None:
    codes = [buys(fair, buyer(fair, name)).code for name in ("Ann", "Bob", "Cid", "Dan", "Eve")]
    fair.now = DAY
    assert draws(fair) == 2
    [draw] = drawing.shown(fair.tx, "bike")
    seed = draw.raffle.seed
    by_hand = sorted(codes, key=lambda code: sha256(f"{seed}|{code}".encode()).hexdigest())

    assert list(draw.tickets) == by_hand
    assert list(draw.winners) == by_hand[:2]


def test_a_winning_ticket_is_a_voucher_and_a_losing_one_is_over(fair: Cafe) -> None:
    ann = buyer(fair)
    tickets = [buys(fair, ann) for _ in range(3)]
    fair.now = DAY
    draws(fair)
    won = vouchers.usable(fair.tx, ann.id, fair.now, limit=9)
    [lost] = {one.code for one in tickets} - {one.code for one in won}

    assert [one.terms.kind for one in won] == ["raffle"] * 2
    assert won[0].expires_at == datetime(2026, 4, 19, 21, tzinfo=UTC)
    assert use(fair.tx, fair.act(), code=won[0].code).status is VoucherStatus.USED
    assert found(fair, lost).status is VoucherStatus.EXPIRED
    for code in (won[1].code, lost):
        with pytest.raises((RewardIsFinal, NothingToUndo)):
            undo(fair.tx, fair.act(), member_id=ann.id, code=code)
    assert fair.balance(ann) == 70


def test_a_draw_is_done_once(fair: Cafe) -> None:
    ann = buyer(fair)
    buys(fair, ann)
    fair.now = DAY
    [raffle] = drawing.due(fair.tx, fair.act(), after=MemberId(0), limit=9)

    done = [drawing.draw(fair.tx, fair.act(), member_id=raffle) for _ in range(2)]
    assert done == [1, 0]
    assert drawing.due(fair.tx, fair.act(), after=MemberId(0), limit=9) == []


def test_no_draw_is_due_before_its_day(fair: Cafe) -> None:
    buys(fair, buyer(fair))
    fair.now = datetime(2026, 3, 19, 21, 59, tzinfo=UTC)

    assert draws(fair) == 0


def test_a_ticket_can_be_undone_until_the_day_begins(fair: Cafe) -> None:
    ann = buyer(fair)
    undone, kept = buys(fair, ann), buys(fair, ann)
    undo(fair.tx, fair.act(), member_id=ann.id, code=undone.code)
    assert fair.balance(ann) == 90
    fair.now = DAY
    with pytest.raises(RewardIsFinal):
        undo(fair.tx, fair.act(), member_id=ann.id, code=kept.code)
    with pytest.raises(NothingToUndo):
        undo(fair.tx, fair.act(), member_id=ann.id)
    draws(fair)
    [draw] = drawing.shown(fair.tx, "bike")

    assert draw.tickets == draw.winners == (kept.code,)


def test_no_ticket_is_sold_when_the_day_has_begun(fair: Cafe) -> None:
    ann = buyer(fair)
    fair.now = DAY

    with pytest.raises(RewardOver):
        buys(fair, ann)


def test_a_draw_on_another_day_is_another_raffle(fair: Cafe) -> None:
    ann = buyer(fair)
    early = buys(fair, ann)
    fair.changes("draw_on = 2026-03-20\nwinners = 2", "draw_on = 2026-04-20\nwinners = 1")
    late = buys(fair, ann)
    fair.now = DAY
    draws(fair)

    assert found(fair, early.code).terms.kind == "raffle"
    assert found(fair, late.code).terms.kind == TICKET


def test_a_raffle_that_was_dropped_from_the_program_is_drawn_as_promised(fair: Cafe) -> None:
    ticket = buys(fair, buyer(fair))
    fair.changes(RAFFLE, "")
    fair.now = DAY

    assert draws(fair) == 1
    assert found(fair, ticket.code).usable_at(fair.now)


def test_the_forgotten_take_no_part(fair: Cafe) -> None:
    ann, bob = buyer(fair), buyer(fair, "Bob")
    buys(fair, ann)
    kept = buys(fair, bob)
    forget(fair.tx, fair.act(), member_id=ann.id)
    fair.now = DAY
    draws(fair)

    assert [draw.tickets for draw in drawing.shown(fair.tx, "bike")] == [(kept.code,)]


def test_a_ticket_the_shop_took_back_takes_no_part(fair: Cafe) -> None:
    ann = buyer(fair)
    gone, kept = buys(fair, ann), buys(fair, ann)
    vouchers.set_status(fair.tx, gone.code, VoucherStatus.UNDONE)
    fair.now = DAY
    draws(fair)

    assert [draw.tickets for draw in drawing.shown(fair.tx, "bike")] == [(kept.code,)]


CODES = st.lists(st.text("23456789ABC", min_size=4, max_size=8), unique=True, max_size=30)


@given(seed=st.text("0123456789abcdef", min_size=64, max_size=64), codes=CODES)
def test_the_order_depends_on_nothing_but_seed_and_codes(seed: str, codes: list[str]) -> None:
    drawn = drawing.order(seed, codes)

    assert drawn == drawing.order(seed, reversed(codes))
    assert sorted(drawn) == sorted(codes)


def test_every_ticket_wins_about_as_often_as_the_others() -> None:
    codes = [f"TICKET-{number}" for number in range(10)]
    seeds = (sha256(str(number).encode()).hexdigest() for number in range(5_000))
    won = Counter(drawing.order(seed, codes)[0] for seed in seeds)

    assert set(won) == set(codes)
    assert all(400 <= count <= 600 for count in won.values()), won  # 500 each, 21 is one deviation
