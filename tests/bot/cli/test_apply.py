"""loyalty program apply, history, rollback, as typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.programs import preset_text

INSERT = (
    "INSERT INTO members (id, status, name, card, referral_code, language, joined_at,"
    " tier, tier_since) VALUES (?, 'active', 'Ann', ?, ?, ?, 0, ?, 0)"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with a file that makes coffee cheaper."""
    monkeypatch.chdir(tmp_path)
    text = preset_text("starter")
    assert "cost = 60\n" in text
    (tmp_path / "cheaper.toml").write_text(text.replace("cost = 60\n", "cost = 55\n"))
    return tmp_path


def _member(number: int, *, language: str = "en", tier: str = "bronze") -> tuple[object, ...]:
    return number, f"card {number}", f"code {number}", language, tier


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["program", *args])
    return result.exit_code, result.stdout, result.stderr


def test_apply_says_what_changes_and_puts_it_in_force(here: Path) -> None:
    code, out, _ = _run("apply", "cheaper.toml")

    assert code == 0
    assert "- Free coffee: 60 points.\n" in out
    assert "+ Free coffee: 55 points.\n" in out
    assert out.endswith("Version 2 is in force.\n")


def test_a_dry_run_changes_nothing(here: Path) -> None:
    assert "Nothing was changed." in _run("apply", "cheaper.toml", "--dry-run")[1]

    assert len(_run("history")[1].splitlines()) == 1


def test_a_rollback_is_a_new_version(here: Path) -> None:
    _run("apply", "cheaper.toml")
    code, out, _ = _run("rollback", "1")

    assert (code, out.splitlines()[-1]) == (0, "Version 3 is in force.")
    assert _run("rollback", "9")[0] == 2


def test_a_wrong_file_never_replaces_a_right_one(here: Path) -> None:
    (here / "wrong.toml").write_text("name = 1")
    code, _, err = _run("apply", "wrong.toml")

    assert code == 1
    assert "wrong.toml:1: name:" in err


def test_another_currency_is_refused_in_a_sentence_once_there_are_members(here: Path) -> None:
    text = preset_text("starter").replace('currency = "EUR"', 'currency = "USD"')
    (here / "dollars.toml").write_text(text)
    assert _run("apply", "dollars.toml", "--dry-run")[0] == 0
    with closing(sqlite3.connect(here / "loyalty.db")) as connection, connection:
        connection.execute(INSERT, _member(1))
    code, _, err = _run("apply", "dollars.toml")

    assert (code, len(err.splitlines())) == (1, 1)
    assert "EUR" in err


def test_who_moves_and_who_keeps_a_tier_is_counted(here: Path) -> None:
    _run("history")
    with closing(sqlite3.connect(here / "loyalty.db")) as connection, connection:
        for number, tier in enumerate(("silver", "gold", "gold", "bronze")):
            connection.execute(INSERT, _member(number, tier=tier))
    text = preset_text("starter").replace('id = "gold"', 'id = "black"')
    (here / "black.toml").write_text(text)
    out = _run("apply", "black.toml", "--dry-run")[1].splitlines()

    assert "Members who go from Gold to Silver: 2" in out
    assert "Members who keep Silver, though they would not reach it now: 3" in out


def test_who_will_be_spoken_to_in_another_language_is_counted(here: Path) -> None:
    _run("history")
    with closing(sqlite3.connect(here / "loyalty.db")) as connection, connection:
        for number, language in enumerate(("uk", "uk", "pl", "en")):
            connection.execute(INSERT, _member(number, language=language))
    text = preset_text("starter").replace('"en", "uk", "ru", "pl", "ro"', '"pl", "en"')
    (here / "fewer.toml").write_text(text)
    shown = _run("apply", "fewer.toml", "--dry-run")[1].splitlines()
    _run("apply", "fewer.toml")
    back = _run("rollback", "1")[1].splitlines()

    assert "Members who are spoken to in Polish instead of Ukrainian: 2" in shown
    assert "Members who are spoken to in Ukrainian instead of Polish: 2" in back


def test_what_belongs_to_a_rule_stands_below_it(here: Path) -> None:
    text = preset_text("starter").replace("per = ", 'minimum = "5.00"\nper = ', 1)
    (here / "least.toml").write_text(text)
    out = _run("apply", "least.toml", "--dry-run")[1]

    assert "\n  – " in out
    assert "+ –" not in out


def test_the_running_programs_file_is_written_out_and_so_are_earlier_ones(here: Path) -> None:
    before = _run("show")
    _run("apply", "cheaper.toml")

    assert before == (0, preset_text("starter"), "")
    assert _run("show")[1] == (here / "cheaper.toml").read_text()
    assert _run("show", "1")[1] == preset_text("starter")
    assert _run("show", "9")[0] == 2


def test_before_the_first_start_a_wrong_setting_is_told_in_a_sentence(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would be in force then is written out."""
    monkeypatch.setenv("LOYALTY_PROGRAM", "nothing.toml")
    code, out, err = _run("show")

    assert (code, out, err.partition(":")[0]) == (2, "", "nothing.toml")


def test_the_first_version_was_put_in_force_by_the_first_start(here: Path) -> None:
    _run("apply", "cheaper.toml")
    newest, first = _run("history")[1].splitlines()

    assert newest.endswith("command line")
    assert first.endswith("first start")
