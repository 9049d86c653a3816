"""loyalty backup and move, as typed."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.databases.file_locks import FileLocks
from bot.delivery.leading import LEADER
from tests.core.program.cafe import CAFE


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with the café's program and one member."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.toml").write_text(CAFE, encoding="utf-8")
    (tmp_path / "people.csv").write_text("card,points\n1,60\n", encoding="utf-8")
    monkeypatch.setenv("LOYALTY_PROGRAM", "program.toml")
    assert _run("import", "people.csv")[0] == 0
    return tmp_path


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*args])
    return result.exit_code, result.stdout, result.stderr


def _balances(file: str) -> list[tuple[int]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT balance FROM members").fetchall()


def test_a_backup_is_a_database_to_start_from() -> None:
    code, out, _ = _run("backup", "copy.db")

    assert (code, out.endswith("bytes, looked through and in order.\n")) == (0, True)
    assert _balances("copy.db") == [(60,)]


@pytest.mark.parametrize("name", ["loyalty.db", "link.db"])
def test_a_backup_never_takes_the_place_of_the_database(here: Path, name: str) -> None:
    (here / "link.db").symlink_to("loyalty.db")
    number = Path(name).stat().st_ino

    code, _, err = _run("backup", name)

    assert (code, err) == (1, f"{name} is the database itself: name another file.\n")
    assert Path(name).stat().st_ino == number


def test_a_move_leaves_everything_in_the_new_database() -> None:
    code, out, _ = _run("move", "--to", "sqlite:///new.db")

    assert code == 0
    assert ["members", "1"] in [line.split() for line in out.splitlines()]
    assert _balances("new.db") == [(60,)]


@pytest.mark.parametrize("url", ["sqlite:///:memory:", "postgresql://ann:%zz@db/x"])
def test_a_url_of_no_database_is_one_sentence(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("LOYALTY_DATABASE_URL", url)

    code, _, err = _run("migrate")

    assert (code, err.count("\n")) == (2, 1)
    assert "LOYALTY_DATABASE_URL" in err


def test_nothing_is_moved_while_the_bot_runs() -> None:
    bot = FileLocks(Path("loyalty.db"))
    asyncio.run(bot.take(LEADER))

    code, _, err = _run("move", "--to", "sqlite:///new.db")
    asyncio.run(bot.close())

    assert code == 2
    assert err == "The bot is running: stop it first, or what it does now would be lost.\n"


def test_a_wrong_target_is_told() -> None:
    assert _run("move", "--to", "mysql://x")[0] == 2
