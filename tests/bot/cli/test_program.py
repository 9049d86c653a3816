"""`loyalty program …` from outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.main import app
from core.program.values import LANGUAGES
from tests.core.program.cafe import CAFE, cafe


def loyalty(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["program", *words])


@pytest.fixture
def cafe_file(tmp_path: Path) -> Path:
    """The café's program as a file."""
    path = tmp_path / "café.toml"
    path.write_text(CAFE, encoding="utf-8")
    return path


def test_check_is_content_with_a_program(cafe_file: Path) -> None:
    """One friendly line, exit code 0."""
    result = loyalty("check", str(cafe_file))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        f"{cafe_file}: OK. Corner Café, EUR; earning rules: 2, tiers: 2"
    )


def test_check_takes_a_presets_name() -> None:
    """As every FILE does."""
    assert loyalty("check", "starter").exit_code == 0


def test_check_tells_every_problem_with_file_and_line(cafe_file: Path) -> None:
    """On stderr, exit code 1."""
    cafe_file.write_text(cafe("cost = 60", "cost = 0").replace("EUR", "E"), encoding="utf-8")
    result = loyalty("check", str(cafe_file))

    assert (result.exit_code, result.stdout) == (1, "")
    first, second = result.stderr.splitlines()
    assert first.startswith(f"{cafe_file}:2: currency: give an ISO 4217 code")
    assert second.startswith(f"{cafe_file}:38: rewards[0].cost: give a whole number")


def test_check_warns_of_what_pays_out_too_much(cafe_file: Path) -> None:
    """On stderr with file and line; a program it is all the same."""
    cafe_file.write_text(cafe("cost = 120", "cost = 4"), encoding="utf-8")
    result = loyalty("check", str(cafe_file))

    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    first, second = result.stderr.splitlines()
    assert first.startswith(f"{cafe_file}:19: warning: earning[0].points: this can give back 156%")
    assert second.startswith(f"{cafe_file}:43: warning: rewards[1].amount: its points are worth")


def test_a_missing_file_is_one_sentence_with_the_presets() -> None:
    """Exit code 2: the command was given something that is not there."""
    result = loyalty("check", "nowhere.toml")

    assert result.exit_code == 2
    assert result.stderr.startswith("nowhere.toml: no such file, and no such preset (the presets")
    assert "punch-card, rei, sephora" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "explain"])
def test_a_file_that_is_no_text_is_one_sentence(command: str, tmp_path: Path) -> None:
    """Also a directory, whatever the command."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\xff")

    for path, reason in ((picture, "not UTF-8 text"), (tmp_path, "can't be read")):
        result = loyalty(command, str(path))
        assert result.exit_code == 2
        assert reason in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_file_from_windows_may_begin_with_a_mark(cafe_file: Path) -> None:
    """Notepad writes it."""
    cafe_file.write_text(CAFE, encoding="utf-8-sig")

    assert loyalty("check", str(cafe_file)).exit_code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain_tells_the_rules_in_every_language(language: str) -> None:
    """In whole sentences, with nothing left to fill in."""
    result = loyalty("explain", "starter", "--language", language)

    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) > 20
    assert "{" not in result.stdout
    assert "rules-" not in result.stdout


def test_explain_speaks_the_programs_first_language(cafe_file: Path) -> None:
    """When none is asked for."""
    lines = loyalty("explain", str(cafe_file)).stdout.splitlines()

    assert lines[0] == "How Corner Café works"
    assert "For joining: 50 points." in lines


def test_explain_knows_only_the_programs_languages(cafe_file: Path) -> None:
    """Exit code 2."""
    result = loyalty("explain", str(cafe_file), "--language", "pl")

    assert result.exit_code == 2
    assert 'does not speak "pl"; it speaks en, uk' in result.stderr


def test_schema_is_json_that_knows_every_part() -> None:
    """Editors complete program files with it."""
    schema = json.loads(loyalty("schema").stdout)

    assert schema["additionalProperties"] is False
    assert {"name", "earning", "tiers", "rewards", "referral"} <= schema["properties"].keys()
    assert "from" in schema["$defs"]["Tier"]["properties"]


def test_list_tells_what_each_preset_is_for() -> None:
    """A line each."""
    result = loyalty("list")

    assert result.exit_code == 0
    assert "starter              A café or small shop: " in result.stdout
    assert "punch-card           A punch card: every tenth coffee is free." in result.stdout


@pytest.mark.parametrize("words", [[], ["chek"], ["check"], ["check", "--fast", "starter"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    """And says how it is used."""
    result = loyalty(*words)

    assert result.exit_code == 2
    assert "Usage: " in result.output


def test_the_package_runs_as_a_module_and_loads_what_the_command_needs() -> None:
    """`python -m bot` is `loyalty`: who checks a file waits for no web, database or pictures."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "program", "check", "starter"],
        capture_output=True,
        check=True,
        timeout=60,
        text=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert done.stdout.startswith("starter: OK.")
    assert "core.program.schema" in loaded
    assert not loaded & {"bot.acts", "bot.conversation.texts", "fastapi", "rich", "sqlite3"}
