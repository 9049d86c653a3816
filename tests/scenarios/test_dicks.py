"""Dick's ScoreCard, Gold, and the credit card."""

import pytest

from tests.conftest import ENGINES
from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop

CARD = "scorerewards-card"
GOLD = "Gold to 2026-12-31"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("has_card", [True, False], ids=["card", "no-card"])
async def test_dicks(shop: Shop, has_card: bool) -> None:
    await _a_year(shop)

    await shop.on("2026-01-01")
    assert await shop.tier() == GOLD
    assert await shop.vouchers() == ["10.00", "10.00", "10.00"]
    assert "to keep Gold for longer: purchases for US$500.01" in await shop.says("tier")

    await shop.on("2026-02-01")
    if has_card:
        assert "application" in await shop.says("plan scorerewards apply")
        await shop.approves("scorerewards")
    await shop.on("2026-02-02")
    order = await shop.sells(goods("100.00"), payment=CARD)
    assert order.earned == (200 if has_card else 100)
    await shop.on("2026-02-03")
    assert (await shop.sells(goods("100.00"), payment="cash")).earned == 100
    await shop.has(562 if has_card else 462)
    await shop.on("2026-02-04")
    assert "Your day: 10 February 2026" in await shop.says("day 10.02")
    await shop.on("2026-02-10")
    assert (await shop.sells(goods("100.00"), payment=CARD)).earned == 300
    await shop.has(862 if has_card else 762)
    assert "to keep Gold for longer: purchases for US$200.01" in await shop.says("tier")

    await shop.on("2027-01-01")  # 300.00 were spent in 2026
    assert await shop.tier() == "ScoreCard"
    tens = 4 if has_card else 3
    assert await shop.vouchers() == ["10.00"] * tens
    said = await shop.says("tier")
    assert ("A support line of your own" in said) == has_card
    await shop.says("day 10.03")
    await shop.on("2027-03-10")
    assert (await shop.sells(goods("50.00"))).earned == (150 if has_card else 50)


async def _a_year(shop: Shop) -> None:
    await shop.opens("dicks-scorecard", "2025-01-10")
    await shop.joins()
    assert (await shop.sells(goods("199.99"), channel="store")).earned == 199
    await shop.has(199)
    assert "Until Gold: purchases for US$300.02" in await shop.says("tier")
    await shop.on("2025-02-10")
    assert (await shop.sells(goods("300.01"))).earned == 300
    await shop.has(499)
    assert await shop.tier() == "ScoreCard"
    assert "Until Gold: purchases for US$0.01" in await shop.says("tier")

    await shop.on("2025-02-20")
    assert (await shop.sells(goods("10.00"))).earned == 10
    await shop.has(509)
    assert await shop.tier() == GOLD
    assert await shop.vouchers() == ["10.00"]

    await shop.on("2025-03-01")
    assert "Your day: 15 March 2025" in await shop.says("day 15.03")
    await shop.on("2025-03-15")
    chosen = await shop.sells(goods("50.00"))
    assert chosen.earned == 150
    await shop.has(659)
    await shop.on("2025-03-16")
    assert (await shop.sells(goods("50.00"))).earned == 50
    await shop.has(709)
    assert "You can choose again for next year" in await shop.says("day 20.04")
    await shop.on("2025-03-20")
    assert await shop.cancels(chosen) == -150
    await shop.has(559)

    await shop.on("2025-04-01")
    await shop.redeems("ten-off")
    await shop.has(259)
    assert await shop.vouchers() == ["10.00", "10.00"]
    await shop.on("2025-04-20")  # the day that was refused is a day like any other
    assert (await shop.quote(goods("50.00"))).points == 50
    await shop.on("2025-05-01")
    assert await shop.notes("active-day", "2025-05-01") == 3
    await shop.has(262)
    assert (await shop.quote(goods("48.99"), shipping="5.99")).shipping == "5.99"
    assert (await shop.quote(goods("49.00"), shipping="5.99")).shipping == "0.00"
