"""
Seasons of a whole shop by fixed seeds, and one by a seed of chance; `make soak` plays more of them.
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SEED
from tests.simulation.playing import play, play_on
from tests.simulation.season import Plan

LUCK = int(os.environ[SEED])
DAY = Plan(seed=5, days=1, customers=10)
DAYS = Plan(seed=3, days=3, customers=10)
HAPPENED = (
    "killed before COMMIT", "killed after COMMIT", "the disk is full", "the database is locked",
    "the commit's answer is lost", "a delivery comes twice", "a delivery is late",
    "a shop's API is away", "a hook's answer is lost", "a work is long",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _silent() -> Iterator[None]:
    """What goes wrong is meant to: nobody reads of it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("seed", [1, LUCK], ids=["1", f"by chance {LUCK}"])
def test_whatever_goes_wrong_everything_told_is_true(seed: int, sqlite_template: Path) -> None:
    season = play(Plan(seed=seed), sqlite_template)

    assert not season.amiss, (f"python -m tests.simulation {seed}", season.amiss)
    if seed != LUCK:
        assert not [what for what in HAPPENED if not season.faults[what]]
        assert season.deaths > 30


def test_it_is_true_on_postgres_where_things_happen_at_once(migrated_postgres: str) -> None:
    season = play_on(DAYS, migrated_postgres)

    assert not season.amiss, (DAYS, season.amiss)


def test_a_seed_repeats_everything_that_happens(sqlite_template: Path) -> None:
    assert play(DAY, sqlite_template) == play(DAY, sqlite_template)
