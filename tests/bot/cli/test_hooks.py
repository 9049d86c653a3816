"""`loyalty hooks list` and `replay`: the delivery log, and what is told again."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.databases.opening import opened
from core.transaction import Transaction

runner = CliRunner()


def said(*words: str, code: int = 0) -> str:
    """What `loyalty hooks …` says."""
    result = runner.invoke(app, ["hooks", *words])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def url(migrated_sqlite: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A database of which the command knows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOYALTY_DATABASE_URL", migrated_sqlite)
    return migrated_sqlite


def test_nothing_was_given_up(url: str) -> None:
    assert "No webhook was given up." in said("list")
    assert "Nothing was told yet." in said("list", "--log")


def test_what_was_given_up_is_listed_and_told_again(url: str) -> None:
    def given_up(tx: Transaction) -> None:
        tx.rows(
            "INSERT INTO hooks (id, url, type, body, created_at, state, attempts, answered) VALUES"
            " ('msg_1', 'https://crm.example', 'member.joined', '{}', 0, 'failed', 10, 'HTTP 500')"
        )

    async def do() -> None:
        async with opened(url) as database:
            await database.run(given_up)

    asyncio.run(do())
    assert "msg_1  failed  member.joined" in said("list")
    assert "1 queued again" in said("replay", "--all")
    assert "msg_1  queued" in said("list", "--log")
    assert "No such event" in said("replay", "msg_1", code=1)
    said("replay", code=2)
