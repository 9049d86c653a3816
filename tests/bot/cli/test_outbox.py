"""`loyalty outbox`: dead letters can be seen, and sent again."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner, Result

from bot.cli.main import app
from bot.databases.opening import opened
from core.model import Channel, MemberId, Purpose
from core.tables import members, outbox, outbox_views
from core.tables.outbox import Message, State
from core.transaction import Transaction
from tests.bot.delivery.conftest import member_of

NOW = datetime.now(UTC)
WORKER = "w"


@pytest.fixture
def engine() -> str:
    """The command says the same on every database."""
    return "sqlite"


@pytest.fixture(autouse=True)
def settings(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find this database."""
    monkeypatch.setenv("LOYALTY_DATABASE_URL", database_url)


def outbox_command(*arguments: str) -> Result:
    """Run it."""
    return CliRunner().invoke(app, ["outbox", *arguments])


def fill(tx: Transaction) -> None:
    """One message each that failed, is unknown, and waits."""
    members.add(tx, member_of(MemberId(1), None, "en"), source="")
    for id in (11, 12, 13):
        message = Message(
            id=id, member_id=MemberId(1), campaign="expiry", occasion=str(id),
            purpose=Purpose.MARKETING, key="points-balance", created_at=NOW, due_at=NOW,
            stale_at=NOW + timedelta(days=1),
        )  # fmt: skip
        outbox.queue(tx, message)
    until = NOW + timedelta(minutes=2)
    outbox.lease(tx, now=NOW, worker=WORKER, until=until, limit=3)
    outbox.begin(tx, 12, WORKER, channel=Channel.TELEGRAM)
    outbox.settle(tx, 11, WORKER, State.FAILED, at=NOW, reason="500")
    outbox.settle(tx, 12, WORKER, State.UNKNOWN, at=NOW, reason="timeout")


async def states(database_url: str) -> list[State]:
    """Of the three messages."""
    async with opened(database_url) as database:
        found = await database.read(lambda tx: [outbox_views.find(tx, id) for id in (11, 12, 13)])
    return [one.state for one in found if one]


@pytest.fixture
async def letters(database_url: str) -> None:
    """Two dead letters and a living one."""
    async with opened(database_url) as database:
        await database.run(fill)


def test_without_dead_letters_it_says_so() -> None:
    assert outbox_command("list").output == "There are no dead letters.\n"


async def test_dead_letters_are_listed_with_why(letters: None) -> None:
    listed = (await asyncio.to_thread(outbox_command, "list")).output.splitlines()

    assert [line.split()[:2] for line in listed] == [["11", "failed"], ["12", "unknown"]]
    assert "expiry 11" in listed[0]
    assert listed[1].endswith("telegram  timeout")


@pytest.mark.parametrize(
    ("arguments", "after"),
    [
        (("11",), [State.QUEUED, State.UNKNOWN, State.LEASED]),
        (("--all",), [State.QUEUED, State.QUEUED, State.LEASED]),
    ],
)
async def test_dead_letters_are_queued_again(
    letters: None, database_url: str, arguments: tuple[str, ...], after: list[State]
) -> None:
    result = await asyncio.to_thread(outbox_command, "replay", *arguments)

    assert result.exit_code == 0
    assert await states(database_url) == after


async def test_what_is_no_dead_letter_is_named(letters: None) -> None:
    result = await asyncio.to_thread(outbox_command, "replay", "11", "13", "99")

    assert result.exit_code == 1
    assert "1 queued again" in result.output
    assert "No dead letters: 13, 99" in result.output


@pytest.mark.parametrize("arguments", [(), ("11", "--all"), ("x",), ("-1",), ("9" * 25,)])
def test_wrong_usage_is_refused(arguments: tuple[str, ...]) -> None:
    assert outbox_command("replay", *arguments).exit_code == 2
