"""Every story has a shop of its own, on SQLite; those that name an engine run on it."""

from collections.abc import AsyncIterator

import pytest

from bot.ports import Database
from core.tables import dead_letters, ledger
from tests.scenarios.shop import Shop


@pytest.fixture
def engine() -> str:
    """The database engine."""
    return "sqlite"


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[Shop]:
    """A shop that has not opened yet; afterwards its ledger adds up, and nothing met a bug."""
    shop = Shop(database)
    yield shop
    await shop.life.aclose()
    assert await database.read(ledger.drifted) == []
    assert await database.read(dead_letters.count) == 0
