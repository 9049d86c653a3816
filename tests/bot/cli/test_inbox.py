"""`loyalty inbox`: what shops sent and could not be used is listed, and tried again."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.databases.opening import opened
from core.tables import receipts
from core.tables.receipts import Receipt

EVENT = """{"type": "order.placed", "data": {"shop": "kiosk", "order_id": "1", "total": "5.00",
"currency": "%s", "status": "paid", "placed_at": "2026-03-10T10:00:00Z"}}"""


@pytest.fixture
def url(migrated_sqlite: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The settings name a migrated database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOYALTY_DATABASE_URL", migrated_sqlite)
    return migrated_sqlite


def kept(url: str, key: str, currency: str) -> int:
    """Keep an order in that currency; its id."""
    receipt = Receipt(
        shop="events",
        key=key,
        topic="order",
        received_at=datetime(2026, 3, 10, tzinfo=UTC),
        reason="It can't be.",
        body=EVENT % currency,
    )

    async def keep() -> None:
        async with opened(url) as database:
            await database.run(lambda tx: receipts.keep(tx, receipt))

    asyncio.run(keep())
    return receipt.id


def say(*words: str) -> tuple[int, str]:
    """Run the command; its exit code and what it said."""
    result = CliRunner().invoke(app, ["inbox", *words])
    return result.exit_code, result.output


def test_what_can_be_used_now_is_done_and_the_rest_is_told(url: str) -> None:
    euros = kept(url, "7", "EUR")
    others = kept(url, "8", "UAH")

    before = say("list")
    replayed = say("replay", "--all")
    after = say("list")

    assert before[0] == 0
    assert f"{euros}  2026-03-10 00:00  events  order  It can't be." in before[1]
    assert replayed[0] == 1
    assert f"1 done.\n{others}: The program counts in EUR, not in UAH." in replayed[1]
    assert "EUR, not in UAH" in after[1]
    assert f"{euros}" not in after[1]


def test_an_id_that_is_none_is_refused(url: str) -> None:
    assert say("replay", "seven")[0] == 2
    assert say("replay")[0] == 2
    assert say("replay", "9")[0] == 1
    assert say("list") == (0, "Everything could be used.\n")
