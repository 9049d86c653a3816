"""Changing the program: what is said before, and what happens to whom."""

import pytest

from core import applying, tiering
from core.errors import CurrencyIsFixed
from core.model import MemberId, Points
from core.program.explaining import Sentence
from core.program.loading import load
from core.tables import programs
from tests.core.conftest import Cafe

SILVER = 'id = "silver", title = { en = "Silver", uk = "Срібло" }, from = 300'


def _apply(cafe: Cafe, old: str, new: str) -> applying.Change:
    """Apply the café's program with one thing written differently, and let the schedule tick."""
    before = cafe.program
    cafe.changes(old, new)
    change = applying.apply(cafe.tx, before, cafe.text, cafe.program, by="test", now=cafe.now)
    for member_id in tiering.due(cafe.tx, cafe.act(), after=MemberId(0), limit=100):
        tiering.review_due(cafe.tx, cafe.act(), member_id=member_id)
    return change


def test_a_preview_says_what_goes_and_what_comes_and_changes_nothing(cafe: Cafe) -> None:
    after = load(cafe.text.replace("cost = 60", "cost = 50"))

    change = applying.preview(cafe.tx, cafe.program, after, now=cafe.now)

    title = cafe.program.rewards[0].title
    assert change.gone == (Sentence("rules-reward-gift", {"title": title, "points": Points(60)}),)
    assert change.new == (Sentence("rules-reward-gift", {"title": title, "points": Points(50)}),)
    assert programs.newest(cafe.tx) is None


def test_the_same_program_changes_nothing_for_anybody(quiet: Cafe) -> None:
    quiet.orders(quiet.joins(), "300.00")

    change = applying.preview(quiet.tx, quiet.program, quiet.program, now=quiet.now)

    assert (change.gone, change.new, change.moves) == ((), (), ())


def test_who_moves_is_counted_before_and_moved_after(quiet: Cafe) -> None:
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    quiet.orders(ann, "250.00")
    quiet.orders(ben, "100.00", id="2")

    change = _apply(quiet, SILVER, SILVER.replace("300", "200"))

    assert [(move.before.in_language("en"), move.count) for move in change.moves] == [("Bronze", 1)]
    assert (quiet.again(ann).tier, quiet.again(ben).tier) == ("silver", "bronze")


def test_what_was_awarded_stays_when_the_rule_changes(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00")

    _apply(quiet, "points = 1\n", "points = 5\n")

    assert quiet.balance(ann) == 30
    quiet.orders(ann, "30.00", status="cancelled")
    assert quiet.balance(ann) == 0


def test_a_running_program_keeps_its_currency(cafe: Cafe) -> None:
    with pytest.raises(CurrencyIsFixed):
        _apply(cafe, "EUR", "USD")


def test_every_version_is_kept(cafe: Cafe) -> None:
    first = cafe.text
    programs.add(cafe.tx, first, by="settings", now=cafe.now)

    change = _apply(cafe, "cost = 60", "cost = 50")

    assert change.version == 2
    assert programs.of_version(cafe.tx, 1) == first
    assert [version for version, _, _ in programs.history(cafe.tx)] == [2, 1]
