"""What is given for a tier: at entry, and again as long as it is held; and tiers given by hand."""

import pytest

from core import expiring, tiering
from core.errors import OperationReused, UnknownTier
from core.model import Kind, Member
from core.tables import agenda, entries, members
from tests.core.conftest import NOON, Cafe
from tests.core.tiers import applies, at, until, with_tiers
from tests.core.tiers import tier as tier_of

GOLD = 'gold from = 500, grants = [{{ id = "hello", every = "{}", points = 100 }}]'


def _granted(cafe: Cafe, member: Member) -> list[int]:
    """The points of every grant, the oldest first; those taken back are negative."""
    page = entries.page(cafe.tx, member.id, before=None, limit=100)
    mine = [one for one in reversed(page) if one.reference.startswith("grant/")]
    return [one.points for one in mine]


def _gold(cafe: Cafe, every: str, window: str = "lifetime", more: str = "") -> Member:
    """Somebody who has just reached gold, where it gives 100 points that often."""
    with_tiers(cafe, window, "silver from = 300", GOLD.format(every), more=more)
    ann = cafe.joins()
    cafe.orders(ann, "500.00")
    return ann


# Grants


def test_entering_a_tier_gives_its_points_at_once_and_says_why(quiet: Cafe) -> None:
    ann = _gold(quiet, "entry")
    newest = entries.page(quiet.tx, ann.id, before=None, limit=1)[0]

    assert (newest.kind, newest.points, newest.reason["rule"]) == (Kind.GRANT, 100, "hello")
    assert quiet.spendable(ann) == 600


def test_the_answer_about_the_order_counts_what_the_tier_gave(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", GOLD.format("entry"))
    ann = quiet.joins()
    result = quiet.orders(ann, "500.00")

    assert (result.awarded, result.spendable) == (500, 600)
    assert result.member == quiet.again(ann)


def test_a_tier_can_give_a_reward(quiet: Cafe) -> None:
    with_tiers(
        quiet,
        "lifetime",
        'gold from = 500, grants = [{ id = "cup", every = "once", reward = "coffee" }]',
    )
    ann = quiet.joins()
    quiet.orders(ann, "500.00")
    newest = entries.page(quiet.tx, ann.id, before=None, limit=1)[0]

    assert (newest.kind, newest.points) == (Kind.GIFT, 0)


def test_a_tier_that_is_passed_on_the_way_up_gives_what_entering_it_gives(quiet: Cafe) -> None:
    with_tiers(
        quiet,
        "lifetime",
        'silver from = 300, grants = [{ id = "hi", every = "entry", points = 50 },'
        ' { id = "again", every = "month", points = 7 }]',
        'staff grants = [{ id = "never", every = "entry", points = 1 }]',
        GOLD.format("once"),
    )
    ann = quiet.joins()
    quiet.orders(ann, "600.00")

    assert _granted(quiet, ann) == [50, 100]


def test_holding_on_to_a_tier_gives_nothing_more(quiet: Cafe) -> None:
    ann = _gold(quiet, "entry", "calendar_year")
    at(quiet, 2027, 5, 1)
    quiet.orders(ann, "500.00", id="2")
    at(quiet, 2028, 5, 1)

    assert _granted(quiet, ann) == [100]


@pytest.mark.parametrize(("every", "given"), [("once", [100]), ("entry", [100, 100])])
def test_coming_back_to_a_tier_gives_again_what_is_not_once_for_ever(
    quiet: Cafe, every: str, given: list[int]
) -> None:
    ann = _gold(quiet, every, "calendar_year")
    at(quiet, 2028, 1, 2)
    fallen = tier_of(quiet, ann)
    quiet.orders(ann, "500.00", id="2")

    assert (fallen, tier_of(quiet, ann), _granted(quiet, ann)) == ("bronze", "gold", given)


@pytest.mark.parametrize("every", ["once", "entry", "month", "year", "calendar_year"])
def test_a_return_takes_the_grant_back_and_paying_again_gives_it_again(
    quiet: Cafe, every: str
) -> None:
    ann = _gold(quiet, every)
    quiet.orders(ann, "500.00", status="cancelled")
    after = quiet.balance(ann)
    promised = agenda.of_member(quiet.tx, ann.id)
    quiet.orders(ann, "500.00")

    assert (after, promised) == (0, [])
    assert (_granted(quiet, ann), quiet.balance(ann)) == ([100, -100, 100], 600)


@pytest.mark.parametrize("every", ["once", "entry", "month", "year", "calendar_year"])
def test_what_was_used_of_a_grant_is_not_given_twice(quiet: Cafe, every: str) -> None:
    ann = _gold(quiet, every)
    for _ in range(10):
        quiet.redeems(ann)  # 600 of 600
    quiet.orders(ann, "500.00", status="cancelled")
    at(quiet, 2026, 3, 20)
    quiet.orders(ann, "500.00")

    assert _granted(quiet, ann) == [100]
    assert tier_of(quiet, ann) == "gold"


def _risen(cafe: Cafe, more: str = "") -> Member:
    """Somebody whose second order has brought gold, and 100 points that lapse in a month."""
    lapsing = (
        'gold from = 500, grants = [{ id = "x", every = "month", lapses = true, points = 100 }]'
    )
    with_tiers(cafe, "lifetime", lapsing)
    cafe.rules(cafe.text + more)
    ann = cafe.joins()
    cafe.orders(ann, "200.00")
    assert _shops(cafe, ann, "300.00") == 600
    return ann


def _shops(cafe: Cafe, member: Member, total: str, status: str = "paid") -> int:
    """A second order of the member's; the balance after it."""
    cafe.orders(member, total, id="2", status=status)
    return cafe.balance(member)


def test_what_was_bought_with_a_grant_is_paid_with_other_points_when_it_is_taken_back(
    quiet: Cafe,
) -> None:
    ann = _risen(quiet)
    quiet.redeems(ann)  # with points of the grant, which lapse first
    _shops(quiet, ann, "300.00", "cancelled")

    assert quiet.balance(ann) == 200 - 60
    assert _shops(quiet, ann, "300.00") == 600 - 60
    assert _granted(quiet, ann) == [100, -100, 100]


def test_so_much_of_a_grant_is_given_again_as_could_be_taken_back(quiet: Cafe) -> None:
    ann = _risen(quiet)
    for _ in range(4):
        quiet.redeems(ann)
    _shops(quiet, ann, "300.00", "cancelled")

    assert (quiet.balance(ann), _granted(quiet, ann)) == (0, [100, -60])
    assert _shops(quiet, ann, "300.00") == 300 + 60
    for status in ("cancelled", "paid"):
        _shops(quiet, ann, "300.00", status)
    assert _granted(quiet, ann) == [100, -60, 60, -60, 60]


def test_a_program_that_takes_back_no_points_that_can_be_spent_takes_unused_grants_alone(
    quiet: Cafe,
) -> None:
    ann = _risen(quiet, '\n[returns]\ntake_back = "only_pending"\n')
    quiet.redeems(ann)
    _shops(quiet, ann, "300.00", "cancelled")

    assert (quiet.balance(ann), _granted(quiet, ann)) == (500, [100, -40])


def test_points_of_a_grant_that_have_expired_are_not_taken_from_others(quiet: Cafe) -> None:
    ann = _risen(quiet)
    at(quiet, 2026, 4, 12)
    expiring.expire_many(quiet.tx, quiet.act(), limit=100)
    quiet.orders(ann, "300.00", id="2", at=NOON, status="cancelled")

    assert (_granted(quiet, ann), quiet.balance(ann)) == ([100, 100, -100], 200)


def test_a_return_that_leaves_the_tier_leaves_the_grant(quiet: Cafe) -> None:
    ann = _gold(quiet, "entry")
    quiet.orders(ann, "100.00", id="2")
    quiet.orders(ann, "100.00", id="2", status="cancelled")

    assert _granted(quiet, ann) == [100]


def test_a_return_takes_back_all_that_was_given_in_the_time_that_counts(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", GOLD.format("calendar_year"))
    ann = quiet.joins()
    for year in (2026, 2027, 2028):
        at(quiet, year, 5, 1)
        quiet.orders(ann, "500.00", id=str(year))
    for year in (2027, 2028):
        placed = quiet.now.replace(year=year)
        quiet.orders(ann, "500.00", id=str(year), at=placed, status="cancelled")

    assert _granted(quiet, ann) == [100, 100, 100, -100, -100]


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("month", [(2026, 4, 10), (2026, 5, 10)]),
        ("year", [(2027, 3, 10), (2028, 3, 10)]),
        ("calendar_year", [(2027, 1, 1), (2028, 1, 1)]),
    ],
)
def test_a_tier_gives_again_on_its_days_as_long_as_it_is_held(
    quiet: Cafe, every: str, days: list[tuple[int, int, int]]
) -> None:
    ann = _gold(quiet, every)
    counts = [len(_granted(quiet, ann))]
    for day in days:
        at(quiet, *day)
        counts.append(len(_granted(quiet, ann)))

    assert counts == [1, 2, 3]


def test_a_tier_that_is_left_gives_no_more(quiet: Cafe) -> None:
    ann = _gold(quiet, "calendar_year", "calendar_year")
    at(quiet, 2028, 3, 1)

    assert tier_of(quiet, ann) == "bronze"
    assert _granted(quiet, ann) == [100, 100]  # of 2026 and 2027


def test_days_of_grace_give_nothing_until_the_tier_is_kept(quiet: Cafe) -> None:
    ann = _gold(quiet, "calendar_year", "calendar_year", more="grace_days = 30")
    at(quiet, 2028, 1, 15)
    in_grace = (tier_of(quiet, ann), len(_granted(quiet, ann)))
    quiet.orders(ann, "500.00", id="2")
    at(quiet, 2028, 2, 2)

    assert (in_grace, len(_granted(quiet, ann))) == (("gold", 2), 3)


def test_a_program_that_gives_nothing_for_the_tier_any_more_keeps_no_promise(quiet: Cafe) -> None:
    ann = _gold(quiet, "month")
    applies(quiet, quiet.text.replace('every = "month"', 'every = "once"'))
    at(quiet, 2026, 6, 1)

    assert _granted(quiet, ann) == [100]


# By hand

HAND = (
    "silver from = 300",
    "gold from = 500",
    'staff grants = [{ id = "x", every = "once", points = 5 }]',
)


def _assign(cafe: Cafe, member: Member, tier: str, act: str = "") -> Member:
    taken = members.take(cafe.tx, member.id)
    return tiering.assign(cafe.tx, taken, cafe.act(act), tier_id=tier, reason="a good friend")


def _clear(cafe: Cafe, member: Member) -> Member:
    taken = members.take(cafe.tx, member.id)
    return tiering.clear(cafe.tx, taken, cafe.act(), reason="no more")


def test_staff_give_a_tier_and_the_ledger_says_why(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *HAND)
    ann = quiet.joins()
    after = _assign(quiet, ann, "staff")
    note = entries.page(quiet.tx, ann.id, before=None, limit=10)[-1]

    assert (after.tier, quiet.again(ann)) == ("staff", after)
    assert (note.kind, note.points, note.reason["note"]) == (Kind.TIER, 0, "a good friend")
    assert _granted(quiet, ann) == [5]


def test_neither_time_nor_returns_take_what_staff_gave(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *HAND, more="grace_days = 5")
    ann = quiet.joins()
    quiet.orders(ann, "500.00")
    _assign(quiet, ann, "staff")
    quiet.orders(ann, "500.00", status="cancelled")
    at(quiet, 2028, 3, 1)

    assert (tier_of(quiet, ann), until(quiet, ann)) == ("staff", None)


def test_what_staff_gave_can_be_risen_above_and_is_fallen_back_to(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *HAND)
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    for member in (ann, ben):
        _assign(quiet, member, "silver")
        quiet.orders(member, "500.00", id=member.name)
    risen = tier_of(quiet, ann)
    quiet.orders(ben, "500.00", id="Ben", status="cancelled")
    at(quiet, 2028, 1, 1)

    assert (risen, tier_of(quiet, ann), tier_of(quiet, ben)) == ("gold", "silver", "silver")


def test_clearing_gives_what_is_reached(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *HAND)
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    quiet.orders(ann, "300.00")
    for member in (ann, ben):
        _assign(quiet, member, "staff")
        _clear(quiet, member)

    assert (tier_of(quiet, ann), tier_of(quiet, ben)) == ("silver", "bronze")


def test_clearing_what_nobody_gave_writes_nothing(quiet: Cafe) -> None:
    ann = quiet.joins()
    _clear(quiet, ann)

    assert quiet.again(ann).entries == 0


def test_the_same_decision_twice_is_one(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *HAND)
    ann = quiet.joins()
    for _ in range(2):
        _assign(quiet, ann, "staff", act="once")

    assert quiet.again(ann).entries == 2  # the decision, and what it gave
    with pytest.raises(OperationReused):
        _assign(quiet, ann, "gold", act="once")


def test_a_tier_the_program_has_not_is_refused(quiet: Cafe) -> None:
    with pytest.raises(UnknownTier):
        _assign(quiet, quiet.joins(), "titanium")


def test_what_staff_gave_outlives_a_change_of_the_program(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *HAND)
    ann = quiet.joins()
    _assign(quiet, ann, "staff")
    applies(quiet, quiet.text.replace("from = 500", "from = 600"))
    at(quiet, 2028, 1, 1)

    assert tier_of(quiet, ann) == "staff"
