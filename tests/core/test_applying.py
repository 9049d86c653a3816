"""Changing the program: what is said before, and what happens to whom."""

from datetime import date

import pytest

from core import applying
from core.errors import CurrencyIsFixed, UnitIsFixed
from core.model import Points, Title
from core.program.explaining import Sentence
from core.program.loading import load
from core.tables import programs
from core.tables.receipts import Receipt, admit
from core.till import claiming
from core.till.selling import Bill
from tests.core.conftest import Cafe
from tests.core.tiers import applies, at, ticks, tier, tiers, until, with_tiers

SILVER = 'id = "silver", title = { en = "Silver", uk = "Срібло" }, from = 300'


def _apply(cafe: Cafe, old: str, new: str) -> applying.Change:
    """Apply the café's program with one thing written differently, and let the schedule tick."""
    assert old in cafe.text
    change = applies(cafe, cafe.text.replace(old, new, 1))
    ticks(cafe)
    return change


def _moves(change: applying.Change) -> list[tuple[str, str, int]]:
    return [(_en(one.before), _en(one.after), one.count) for one in change.moves]


def _stays(change: applying.Change) -> list[tuple[str, int]]:
    return [(_en(one.tier), one.count) for one in change.stays]


def _en(title: Title) -> str:
    return title.in_language("en")


def _tiers_of(cafe: Cafe) -> str:
    """What the file says of tiers."""
    return cafe.text[cafe.text.index("[tiers]") : cafe.text.index("[[rewards]]")]


def test_a_preview_says_what_goes_and_what_comes_and_changes_nothing(cafe: Cafe) -> None:
    after = load(cafe.text.replace("cost = 60", "cost = 50"))
    before = programs.newest(cafe.tx)

    change = applying.preview(cafe.tx, cafe.program, after, now=cafe.now)

    title = cafe.program.rewards[0].title
    assert Sentence("rules-reward-gift", {"title": title, "points": Points(60)}) in change.gone
    assert Sentence("rules-reward-gift", {"title": title, "points": Points(50)}) in change.new
    assert programs.newest(cafe.tx) == before


def test_the_same_program_changes_nothing_for_anybody(quiet: Cafe) -> None:
    quiet.orders(quiet.joins(), "300.00")

    change = applying.preview(quiet.tx, quiet.program, quiet.program, now=quiet.now)

    assert (change.gone, change.new, change.moves, change.stays) == ((), (), (), ())


def test_who_moves_is_counted_before_and_moved_after(quiet: Cafe) -> None:
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    quiet.orders(ann, "250.00")
    quiet.orders(ben, "100.00", id="2")

    change = _apply(quiet, SILVER, SILVER.replace("300", "200"))

    assert _moves(change) == [("Bronze", "Silver", 1)]
    assert (tier(quiet, ann), tier(quiet, ben)) == ("silver", "bronze")


@pytest.mark.parametrize("window", ["calendar_year", "anniversary", "rolling", "lifetime"])
def test_who_moves_is_counted_in_any_window(quiet: Cafe, window: str) -> None:
    with_tiers(quiet, window, 'silver from = { points = 300, spend = "900.00" }')
    quiet.orders(quiet.joins("Ann"), "250.00", id="1")
    quiet.orders(quiet.joins("Ben"), "100.00", id="2")

    change = _apply(quiet, "points = 300,", "points = 200,")

    assert _moves(change) == [("Bronze", "Silver", 1)]


def test_what_was_awarded_stays_when_the_rule_changes(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00")

    _apply(quiet, "points = 1\n", "points = 5\n")

    assert quiet.balance(ann) == 30
    quiet.orders(ann, "30.00", status="cancelled")
    assert quiet.balance(ann) == 0


def test_a_running_program_keeps_its_currency_and_its_unit(cafe: Cafe) -> None:
    """Until there is somebody, or a sum, anything goes."""
    _apply(cafe, "EUR", "USD")
    money = cafe.program.model_copy(update={"unit": "money"})
    assert applying.preview(cafe.tx, cafe.program, money, now=cafe.now)
    cafe.joins()
    with pytest.raises(CurrencyIsFixed):
        _apply(cafe, "USD", "EUR")
    with pytest.raises(UnitIsFixed):
        applying.preview(cafe.tx, cafe.program, money, now=cafe.now)


def test_a_receipt_that_waits_for_its_buyer_is_a_sum_in_the_programs_currency(cafe: Cafe) -> None:
    """What a shop delivered is none, be it in the currency that the program is changed for."""
    admit(cafe.tx, Receipt(shop="woo", key="1", topic="order", received_at=cafe.now), state="done")
    _apply(cafe, "EUR", "USD")
    claiming.issue(cafe.tx, cafe.act(), Bill(amount=1250, category=""))
    with pytest.raises(CurrencyIsFixed):
        _apply(cafe, "USD", "EUR")


def test_every_version_is_kept(cafe: Cafe) -> None:
    first, version = cafe.text, cafe.version

    change = _apply(cafe, "cost = 60", "cost = 50")

    assert change.version == version + 1
    assert programs.of_version(cafe.tx, version) == first
    assert programs.history(cafe.tx)[0][0] == version + 1


# Nobody is moved down


def test_a_tier_that_now_takes_more_is_held_to_its_end_and_then_judged(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "400.00")

    change = _apply(quiet, "from = 300", "from = 500")
    told = until(quiet, ann)
    at(quiet, 2027, 12, 31)
    last = tier(quiet, ann)
    at(quiet, 2028, 1, 1)

    assert (change.moves, _stays(change)) == ((), [("Silver", 1)])
    assert (told, last, tier(quiet, ann)) == (date(2027, 12, 31), "silver", "bronze")


def test_a_tier_that_is_held_goes_on_if_the_new_sum_is_reached(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "400.00")
    _apply(quiet, "from = 300", "from = 500")
    at(quiet, 2027, 5, 1)
    quiet.orders(ann, "500.00", id="2")
    told = until(quiet, ann)
    at(quiet, 2028, 1, 2)

    assert told == until(quiet, ann) == date(2028, 12, 31)
    assert tier(quiet, ann) == "silver"


def test_a_rolling_tier_is_held_as_long_as_it_was_told(quiet: Cafe) -> None:
    with_tiers(quiet, "rolling", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    at(quiet, 2026, 6, 10)
    quiet.orders(ann, "300.00", id="2")
    told = until(quiet, ann)
    _apply(quiet, "from = 300", "from = 1000")
    at(quiet, 2027, 6, 10)
    last = tier(quiet, ann)
    at(quiet, 2027, 6, 11)

    assert (told, last, tier(quiet, ann)) == (date(2027, 6, 10), "silver", "bronze")


def test_a_tier_of_a_lifetime_is_held_for_ever_where_lifetimes_count(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    _apply(quiet, "from = 300", "from = 1000")
    at(quiet, 2028, 1, 1)

    assert (tier(quiet, ann), until(quiet, ann)) == ("silver", None)


def test_a_tier_that_had_no_end_is_held_a_whole_period_where_it_gets_one(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    at(quiet, 2027, 5, 1)
    _apply(quiet, _tiers_of(quiet), tiers("calendar_year", "silver from = 300"))
    told = until(quiet, ann)
    at(quiet, 2029, 1, 1)

    assert (told, tier(quiet, ann)) == (date(2028, 12, 31), "bronze")


def test_a_second_change_does_not_shorten_what_the_first_left(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "400.00")
    for before, after in ((300, 500), (500, 900), (900, 2000)):
        _apply(quiet, f"from = {before}", f"from = {after}")

    assert (tier(quiet, ann), until(quiet, ann)) == ("silver", date(2027, 12, 31))


def test_a_return_of_what_reached_a_held_tier_ends_it(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300")
    ann = quiet.joins()
    placed = quiet.now
    quiet.orders(ann, "400.00")
    quiet.passes(days=1)
    quiet.orders(ann, "10.00", id="2")
    _apply(quiet, "from = 300", "from = 500")
    quiet.orders(ann, "10.00", id="2", status="cancelled")
    small = tier(quiet, ann)
    quiet.orders(ann, "400.00", at=placed, status="cancelled")

    assert (small, tier(quiet, ann)) == ("silver", "bronze")


def test_a_tier_that_is_no_more_is_exchanged_for_the_nearest_below(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300", "gold from = 500", "black from = 900")
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    quiet.orders(ann, "600.00", id="1")
    quiet.orders(ben, "900.00", id="2")

    text = tiers("lifetime", "silver from = 300", "black from = 900")
    change = _apply(quiet, _tiers_of(quiet), text)

    assert _moves(change) == [("Gold", "Silver", 1)]
    assert (tier(quiet, ann), tier(quiet, ben)) == ("silver", "black")


def test_a_tier_that_is_no_more_stands_for_the_one_below_before_the_tick(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300", "gold from = 500", "black from = 900")
    ann = quiet.joins()
    quiet.orders(ann, "600.00", id="1")
    text = tiers("lifetime", "silver from = 700", "black from = 900")
    applies(quiet, quiet.text.replace(_tiers_of(quiet), text))
    quiet.orders(ann, "1.00", id="2")

    assert tier(quiet, ann) == "silver"


def test_rolling_back_moves_nobody_down_either(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300")
    ann = quiet.joins()
    quiet.orders(ann, "250.00")
    _apply(quiet, "from = 300", "from = 200")
    up = tier(quiet, ann)
    change = _apply(quiet, "from = 200", "from = 300")

    assert (up, tier(quiet, ann), _stays(change)) == ("silver", "silver", [("Silver", 1)])
    assert until(quiet, ann) == date(2027, 12, 31)
