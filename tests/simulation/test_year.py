"""A season of the shop by a fixed seed; `python -m tests.simulation` lives a year by any seed."""

from pathlib import Path

from tests.simulation.year import Plan, live

SEASON = Plan(seed=20_270_901, people=220, days=110, deeds_a_day=25, life=6_000)
WEEKS = Plan(seed=7, people=40, days=20, deeds_a_day=15, life=3_000)


def test_nothing_is_doubled_lost_unwanted_or_out_of_hours(sqlite_template: Path) -> None:
    season = live(SEASON, sqlite_template)

    assert not season.amiss, (f"seed {SEASON.seed}", season.amiss)
    assert season.deaths > 20
    for what in ("messages queued", "points expired", "birthday points", "says_stop", "blocks"):
        assert season.counts[what] > 10, what


def test_a_seed_repeats_everything(sqlite_template: Path) -> None:
    assert live(WEEKS, sqlite_template) == live(WEEKS, sqlite_template)
