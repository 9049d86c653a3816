"""The presets: program files to copy from."""

from importlib.resources import files
from pathlib import Path

import pytest

from core.program.explaining import explain
from core.program.loading import load
from core.program.values import LANGUAGES
from core.program.warning import warnings_of

PRESETS = {
    Path(each.name).stem: each.read_text(encoding="utf-8")
    for each in (files("core.program") / "presets").iterdir()
}
GENEROUS = {"loyalty-plus-linear"}  # at its word it gives everything back, as its first lines say
every_preset = pytest.mark.parametrize("name", sorted(PRESETS))


@every_preset
def test_a_preset_is_a_program_that_can_be_explained(name: str) -> None:
    """It loads, and there is something to say about it."""
    assert len(list(explain(load(PRESETS[name])))) > 1


@every_preset
def test_a_preset_is_short_and_begins_with_what_it_is(name: str) -> None:
    """`loyalty program list` shows the first line."""
    lines = PRESETS[name].splitlines()

    assert len(lines) <= 150
    assert lines[0].startswith("# ")
    assert lines[0].endswith(".")
    assert max(map(len, lines)) <= 180


@every_preset
def test_a_preset_pays_out_less_than_it_takes_in(name: str) -> None:
    """Except the one that says so."""
    assert bool(warnings_of(load(PRESETS[name]))) == (name in GENEROUS)


def test_the_starter_speaks_every_language() -> None:
    """It is what an empty database begins with."""
    assert {*load(PRESETS["starter"]).languages} == {*LANGUAGES}


def test_well_known_programs_are_there() -> None:
    """At least these."""
    assert PRESETS.keys() >= {
        *("starter", "loyalty-plus", "smile-points", "starbucks", "amazon-prime", "sephora"),
        *("barnes-noble", "barnes-noble-kids", "cvs-extracare", "cvs-beautyclub", "cvs-pharmacy"),
        *("cvs-carepass", "dicks-scorecard", "williams-sonoma", "body-shop", "rei", "costco"),
        *("southwest", "enterprise", "asos", "punch-card"),
    }
