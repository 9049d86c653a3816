"""loyalty campaigns, as typed."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot.acts import Acts
from bot.cli.main import app
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import preset_text
from core.joining import Newcomer, enrol
from core.model import Member
from core.tables import outbox_views
from core.transaction import Transaction


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["campaigns", *args])
    return result.exit_code, result.stdout, result.stderr


async def _joined_a_year_ago() -> Member:
    """Ann has been a member for a year today."""
    now = datetime.now(UTC)
    then = now.replace(year=now.year - 1) if (now.month, now.day) != (2, 29) else now
    async with opened("sqlite:///loyalty.db") as database:
        await migrate(database)
        acts = await Acts.start(database, preset_text("starter"), random=Random(7))
        acts.clock = lambda: then + timedelta(0)

        def work(tx: Transaction) -> Member:
            act = acts.new("test", actor="test")
            return enrol(tx, act, Newcomer(name="Ann", language="en"), []).member

        return await database.run(work)


def test_the_usual_campaigns_are_listed(here: Path) -> None:
    code, out, _ = _run("list")

    assert code == 0
    assert "cart  cart, marketing, telegram then sms: nothing yet" in out
    assert "expiry  expiry, transactional" in out


def test_the_preview_names_who_is_told_what_and_queues_nothing(here: Path) -> None:
    ann = asyncio.run(_joined_a_year_ago())
    code, out, _ = _run("preview")

    assert code == 0
    assert f"anniversary  anniversary/{datetime.now(UTC):%Y}" in out
    assert str(ann.id) in out

    async def waiting() -> list[object]:
        async with opened("sqlite:///loyalty.db") as database:
            return [*await database.read(lambda tx: outbox_views.of_member(tx, ann.id))]

    assert asyncio.run(waiting()) == []


def test_without_anybody_the_preview_says_so(here: Path) -> None:
    assert "nothing to be told" in _run("preview")[1]


def test_a_campaign_without_a_control_group_says_how_to_have_one(here: Path) -> None:
    code, out, _ = _run("compare", "winback")

    assert code == 0
    assert "written to: 0 members, 0 bought (–), 0 orders, 0.00 EUR" in out
    assert "control = 10" in out


def test_an_unknown_campaign_is_refused_with_what_was_meant(here: Path) -> None:
    code, _, err = _run("compare", "winbak")

    assert code == 2
    assert 'did you mean "winback"' in err
