"""loyalty plans, as typed."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot.acts import Acts
from bot.cli.main import app
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import preset_text
from core import joining
from core.joining import Newcomer
from core.model import Channel
from core.plans import subscribing
from core.transaction import Transaction

PLANS = """
[[plans]]
id = "club"
title = "Club"
price = "5.00"
stars = 250
period = "month"
benefits = [{ kind = "perk", title = "A seat by the window" }]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose program has a plan; Ann has paid for it at the till and in stars."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.toml").write_text(preset_text("starter") + PLANS, encoding="utf-8")
    monkeypatch.setenv("LOYALTY_PROGRAM", "program.toml")
    asyncio.run(_paid(tmp_path))
    return tmp_path


async def _paid(here: Path) -> None:
    async with opened(f"sqlite:///{here / 'loyalty.db'}") as database:
        await migrate(database)
        text = (here / "program.toml").read_text(encoding="utf-8")
        acts = await Acts.start(database, text, random=Random(7))
        act = acts.new("test", actor="test")
        now = datetime.now(UTC)

        def work(tx: Transaction) -> None:
            newcomer = Newcomer(name="Ann", language="en")
            member = joining.enrol(tx, act, newcomer, [(Channel.TELEGRAM, "1001")]).member
            for reference, provider in (("till-1", "shop"), ("stars-1", "stars")):
                subscribing.pay(
                    tx, act, member_id=member.id, plan_id="club", paid_at=now,
                    reference=reference, provider=provider,
                )  # fmt: skip

        await database.run(work)


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*args])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.usefixtures("here")
def test_the_tills_payment_is_given_back_in_the_books() -> None:
    for _ in range(2):
        code, said, _ = _run("plans", "refund", "till-1")
        assert code == 0
        assert said.startswith("till-1  club  5.00 EUR")


@pytest.mark.usefixtures("here")
def test_an_unknown_payment_is_told() -> None:
    code, _, complaint = _run("plans", "refund", "nothing")

    assert code == 1
    assert "nothing" in complaint


@pytest.mark.usefixtures("here")
def test_stars_are_not_given_back_without_telegram() -> None:
    code, _, complaint = _run("plans", "refund", "stars-1")

    assert code == 1
    assert "not connected to Telegram" in complaint
