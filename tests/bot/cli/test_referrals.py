"""loyalty referrals, as typed."""

import asyncio
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot.acts import Acts
from bot.cli.main import app
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import preset_text
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer, enrol
from core.model import MemberId, OrderStatus
from core.tables import members
from core.transaction import Transaction


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["referrals", *args])
    return result.exit_code, result.stdout, result.stderr


async def _odd() -> tuple[MemberId, MemberId]:
    """Ann brings Bob, whose mailbox is Ann's."""
    async with opened("sqlite:///loyalty.db") as database:
        await migrate(database)
        acts = await Acts.start(database, preset_text("starter"), random=Random(7))

        def work(tx: Transaction) -> tuple[MemberId, MemberId]:
            act = acts.new("test", actor="test")
            ann = enrol(
                tx, act, Newcomer(name="Ann", language="en", email="ann@example.com"), []
            ).member
            code = ann.referral_code
            newcomer = Newcomer(
                name="Bob", language="en", email="ann+bob@example.com", referral_code=code
            )
            bob = enrol(tx, act, newcomer, []).member
            report = OrderReport(
                shop="eu",
                order_id="1",
                buyer=Buyer(card=bob.card),
                placed_at=act.now,
                currency="EUR",
                total=2000,
                shipping=0,
                tax=0,
                status=OrderStatus.PAID,
            )
            record_order(tx, act, report)
            return ann.id, bob.id

        return await database.run(work)


async def _balance(member_id: MemberId) -> int:
    def work(tx: Transaction) -> int:
        member = members.find(tx, member_id)
        assert member
        return member.balance

    async with opened("sqlite:///loyalty.db") as database:
        return await database.read(work)


def test_what_looks_odd_is_listed_and_approved(here: Path) -> None:
    ann, bob = asyncio.run(_odd())
    code, listed, _ = _run("list")
    _, approved, _ = _run("approve", str(bob))

    assert code == 0
    assert listed.startswith(f"{bob}  review  brought by {ann}")
    assert "order eu/1  odd: address" in listed
    assert approved.startswith(f"{bob}  paid")
    assert "decided by command line" in approved
    assert asyncio.run(_balance(ann)) == 50 + 100
    assert _run("list")[1] == "There are no referrals in the state review.\n"


def test_a_refusal_is_listed_with_its_reason(here: Path) -> None:
    ann, bob = asyncio.run(_odd())
    _run("refuse", str(bob), "one person")

    assert _run("list", "--state", "refused")[1].endswith("one person\n")
    assert asyncio.run(_balance(ann)) == 50


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("approve", "Bob"), 2, "no member's id"),
        (("approve", "7"), 1, "not invited by anybody"),
        (("refuse", "7", " "), 2, "Say why"),
    ],
)
def test_what_can_not_be_decided_is_said(
    here: Path, args: tuple[str, ...], code: int, sentence: str
) -> None:
    result = _run(*args)

    assert result[0] == code
    assert sentence in result[2]
