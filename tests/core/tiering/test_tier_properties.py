"""Tiers under random programs and histories."""

from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core.applying import preview
from core.model import Member
from core.program.loading import load
from core.reporting import tier_standing
from core.tables import ledger, tier_states
from core.tiering import holding, judging
from tests.core.conftest import Cafe
from tests.core.memory import in_memory
from tests.core.tiers import TIERS, applies, lifetime_sum, ticks, tier, tiers, with_tiers

WINDOWS = st.sampled_from(["lifetime", "calendar_year", "anniversary", "rolling"])
FALLS = st.sampled_from(["recalculated", "one_down", "never"])
EVERY = st.sampled_from(["once", "entry", "month", "year", "calendar_year"])
STEPS = st.lists(st.integers(1, 12), min_size=1, max_size=3).map(
    lambda steps: [10 * sum(steps[: place + 1]) for place in range(len(steps))]
)
# An order of one of six numbers: so many euros (0 cancels it), so many days after the one before.
ORDERS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 200), st.integers(0, 250)), max_size=12
)
NAMES = ("silver", "gold", "black")


def _put_in_force(
    cafe: Cafe, window: str, fall: str, every: str, needs: list[int], grace: int
) -> None:
    cafe.changes('[[earning]]\nid = "welcome"\non = "signup"\npoints = 50\n', "")
    levels = [
        f"{name} from = {{ points = {need}, orders = {need} }}, keep = {need // 2},"
        f' grants = [{{ id = "hi-{name}", every = "{every}", points = 30 }}]'
        for name, need in zip(NAMES, needs, strict=False)
    ]
    with_tiers(cafe, window, *levels, more=f'fall = "{fall}"\ngrace_days = {grace}')
    cafe.rules(cafe.text.replace('[expiry]\nkind = "rolling"\nmonths = 12\n', ""))


def _live(
    cafe: Cafe, ann: Member, history: list[tuple[int, int, int]], placed: dict[int, datetime]
) -> None:
    """Let the orders come in, with a tick before each; remember when each was placed."""
    for number, euros, days in history:
        cafe.passes(days=days)
        ticks(cafe)
        placed.setdefault(number, cafe.now)
        status = "paid" if euros else "cancelled"
        cafe.orders(ann, f"{euros}.00", id=str(number), status=status, at=placed[number])


def _best(cafe: Cafe, ann: Member) -> int:
    sums = holding.sums_of(cafe.tx, cafe.again(ann), cafe.act())
    return judging.reached(cafe.program.ladder, sums)


@settings(max_examples=40, deadline=None)
@given(window=WINDOWS, fall=FALLS, every=EVERY, needs=STEPS, history=ORDERS)
def test_nobody_is_below_what_they_reach_or_told_a_day_that_is_past(
    sqlite_template: Path,
    window: str,
    fall: str,
    every: str,
    needs: list[int],
    history: list[tuple[int, int, int]],
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        _put_in_force(cafe, window, fall, every, needs, 0)
        ann, placed = cafe.joins(), dict[int, datetime]()
        for step in history:
            _live(cafe, ann, [step], placed)
            ticks(cafe)
            standing = tier_standing(tx, cafe.again(ann), cafe.act())
            assert cafe.program.rank(tier(cafe, ann)) >= _best(cafe, ann)
            assert standing.until is None or standing.until >= cafe.now.date()
        assert ledger.drifted(tx) == []


@settings(max_examples=40, deadline=None)
@given(every=EVERY, needs=STEPS, history=ORDERS, spends=st.booleans())
def test_where_lifetimes_count_returning_everything_leaves_nothing(
    sqlite_template: Path,
    every: str,
    needs: list[int],
    history: list[tuple[int, int, int]],
    spends: bool,
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        _put_in_force(cafe, "lifetime", "recalculated", every, needs, 30)
        ann, placed = cafe.joins(), dict[int, datetime]()
        _live(cafe, ann, history, placed)
        if spends and cafe.spendable(ann) >= 60:
            cafe.redeems(ann)
        for number, at in placed.items():
            cafe.orders(ann, "1.00", id=str(number), status="cancelled", at=at)

        assert (tier(cafe, ann), lifetime_sum(cafe, ann)) == ("bronze", 0)
        assert cafe.balance(ann) == 0


@settings(max_examples=40, deadline=None)
@given(needs=STEPS, history=ORDERS, spent=st.integers(0, 5))
def test_where_lifetimes_count_the_tier_is_what_the_sum_reaches_and_nothing_else(
    sqlite_template: Path, needs: list[int], history: list[tuple[int, int, int]], spent: int
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        _put_in_force(cafe, "lifetime", "one_down", "once", needs, 30)
        ann = cafe.joins()
        _live(cafe, ann, history, {})
        for _ in range(min(spent, cafe.spendable(ann) // 60)):
            cafe.redeems(ann)
        ticks(cafe)

        assert cafe.program.rank(tier(cafe, ann)) == _best(cafe, ann)


@settings(max_examples=40, deadline=None)
@given(window=WINDOWS, before=STEPS, after=STEPS, history=ORDERS)
def test_a_change_of_the_program_moves_as_the_preview_says_and_nobody_down(
    sqlite_template: Path,
    window: str,
    before: list[int],
    after: list[int],
    history: list[tuple[int, int, int]],
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        _put_in_force(cafe, window, "recalculated", "once", before, 0)
        ann = cafe.joins()
        _live(cafe, ann, history, {})
        ticks(cafe)
        held = tier(cafe, ann)
        levels = [f"{name} from = {need}" for name, need in zip(NAMES, after, strict=False)]
        text = TIERS.sub(lambda _: tiers(window, *levels), cafe.text)
        seen = preview(tx, cafe.program, load(text), now=cafe.now)
        applies(cafe, text)
        ticks(cafe)
        now = tier(cafe, ann)

        moved = [(one.before.in_language("en"), one.after.in_language("en")) for one in seen.moves]
        assert moved == ([] if now == held else [(held.capitalize(), now.capitalize())])
        if held in cafe.program.ladder.ranks:
            assert cafe.program.rank(now) >= cafe.program.rank(held)
        assert tier_states.of_member(tx, ann.id).version in (0, cafe.version)
