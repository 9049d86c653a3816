"""loyalty program apply, history, rollback, as typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.programs import preset_text


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with a file that makes coffee cheaper."""
    monkeypatch.chdir(tmp_path)
    text = preset_text("starter")
    assert "cost = 60\n" in text
    (tmp_path / "cheaper.toml").write_text(text.replace("cost = 60\n", "cost = 55\n"))
    return tmp_path


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


def test_another_currency_is_refused_in_a_sentence(here: Path) -> None:
    text = preset_text("starter").replace('currency = "EUR"', 'currency = "USD"')
    (here / "dollars.toml").write_text(text)
    code, _, err = _run("apply", "dollars.toml")

    assert (code, len(err.splitlines())) == (1, 1)
    assert "EUR" in err


def test_who_moves_and_who_keeps_a_tier_is_counted(here: Path) -> None:
    _run("history")
    with closing(sqlite3.connect(here / "loyalty.db")) as connection, connection:
        for number, tier in enumerate(("silver", "gold", "gold", "bronze")):
            connection.execute(
                "INSERT INTO members (id, status, name, language, card, referral_code, joined_at,"
                " tier, tier_since) VALUES (?, 'active', 'Ann', 'en', ?, ?, 0, ?, 0)",
                (number, f"card {number}", f"code {number}", tier),
            )
    text = preset_text("starter").replace('id = "gold"', 'id = "black"')
    (here / "black.toml").write_text(text)
    out = _run("apply", "black.toml", "--dry-run")[1].splitlines()

    assert "Members who go from Gold to Silver: 2" in out
    assert "Members who keep Silver, though they would not reach it now: 3" in out
