"""The café's web shops, and the café whose rewards work at their checkout."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.ports import Database
from core.tables import ledger
from tests.bot.shop_apis.checkout import Checkout, started
from tests.bot.shop_apis.shops import SHOPS, Shop, opened


@pytest.fixture(params=SHOPS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """Each of the three shops in turn."""
    async with opened(request.param) as shop:
        yield shop


@pytest.fixture
async def checkout(database: Database) -> AsyncIterator[Checkout]:
    """Yield the café; afterwards its ledger adds up."""
    async with AsyncExitStack() as life:
        yield await started(database, life)
        assert await database.read(ledger.drifted) == []
