"""Programs whose numbers are the usual ones."""

import pytest

from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop


async def test_starbucks(shop: Shop) -> None:
    await shop.opens("starbucks", "2025-01-15")
    await shop.joins()
    assert (await shop.sells(goods("5.45"), payment="cash")).earned == 5
    await shop.has(5)
    await shop.on("2025-01-20")
    order = await shop.sells(goods("50.00"), payment="starbucks-card")
    assert order.earned == 100
    await shop.has(105)
    await shop.on("2025-02-01")
    await shop.redeems("coffee")
    await shop.has(5)
    await shop.on("2025-02-10")
    await shop.sells(goods("10.00"), payment="cash")
    await shop.has(15)
    await shop.on("2025-07-31", hour=23)
    await shop.has(15)
    await shop.on("2025-08-01", hour=0)
    await shop.has(10)
    await shop.on("2025-09-01", hour=0)
    await shop.has(0)


async def test_prime(shop: Shop) -> None:
    await shop.opens("amazon-prime", "2025-03-10")
    await shop.joins()
    assert "$14.99" in await shop.says("plan monthly")
    assert (await shop.takes_payment("monthly"))["until"] == "2025-04-10"
    await shop.on("2025-03-12")
    order = await shop.sells(goods("8.00"), shipping="5.99")
    assert (order.pays, order.shipping) == ("8.00", "0.00")
    await shop.on("2025-04-10")
    assert (await shop.takes_payment("monthly"))["until"] == "2025-05-10"
    await shop.on("2025-04-20")
    await shop.cancels_plan("monthly")
    assert (await shop.quote(goods("8.00"), shipping="5.99")).shipping == "0.00"
    await shop.on("2025-05-10", hour=0)
    assert (await shop.quote(goods("8.00"), shipping="5.99")).shipping == "5.99"


async def test_sephora(shop: Shop) -> None:
    await shop.opens("sephora", "2025-02-01")
    await shop.joins()
    assert (await shop.sells(goods("349.99"))).earned == 349
    await shop.has(349)
    assert await shop.tier() == "Insider"
    assert "Until VIB: purchases for US$0.01" in await shop.says("tier")
    await shop.on("2025-02-10")
    assert (await shop.sells(goods("20.00"))).earned == 20
    await shop.has(369)
    assert await shop.tier() == "VIB to 2026-12-31"
    await shop.on("2025-03-01")
    assert (await shop.sells(goods("100.00"))).earned == 125
    await shop.has(494)
    await shop.on("2025-03-05")
    assert (await shop.sells(goods("10.00"))).earned == 12
    await shop.has(506)
    await shop.redeems("ten-off")
    await shop.has(6)
    assert await shop.vouchers() == ["10.00"]
    await shop.on("2026-05-01")
    await shop.sells(goods("349.99"))
    await shop.on("2026-12-31", hour=23)
    assert await shop.tier() == "VIB to 2026-12-31"
    await shop.on("2027-01-01", hour=0)
    assert await shop.tier() == "Insider"


@pytest.mark.parametrize(("spent", "reward"), [("10000.00", "200.00"), ("70000.00", "1250.00")])
async def test_costco(shop: Shop, spent: str, reward: str) -> None:
    await shop.opens("costco", "2025-04-01")
    await shop.joins()
    assert "$130.00" in await shop.says("plan executive")
    await shop.takes_payment("executive")
    await shop.on("2025-10-01")
    assert (await shop.sells(goods(spent))).earned == "0.00"
    assert await shop.dividends() == {"2026-04-01": reward}
    await shop.on("2026-04-01", hour=0)
    await shop.has(reward)
    assert await shop.refuses(goods("10.00")) == (409, "access-needed")


async def test_southwest(shop: Shop) -> None:
    fare = goods("100.00")
    await shop.opens("southwest", "2025-01-10")
    await shop.joins()
    for month in (2, 3, 5, 7):
        await shop.on(f"2025-{month:02}-10")
        assert await shop.tier() == "Member"
        for _ in range(5):
            assert (await shop.sells(fare)).earned == 600
    await shop.has(12_000)
    assert await shop.tier() == "A-List to 2026-12-31"
    assert (await shop.sells(fare)).earned == 750
    await shop.has(12_750)


async def test_enterprise(shop: Shop) -> None:
    await shop.opens("enterprise", "2025-01-10")
    await shop.joins()
    for _ in range(6):
        assert await shop.tier() == "Plus"
        assert (await shop.sells(goods("100.00"))).earned == 100
    await shop.has(600)
    assert await shop.tier() == "Silver to 2026-12-31"
    assert (await shop.sells(goods("205.00"))).earned == 225
    await shop.has(825)


async def test_asos(shop: Shop) -> None:
    await shop.opens("asos", "2025-01-01")
    await shop.joins()
    assert (await shop.sells(goods("80.00"))).earned == 400
    await shop.has(0)
    assert (await shop.pending(), await shop.tier()) == (400, "Member")
    await shop.on("2025-01-29")
    await shop.has(0)
    assert await shop.tier() == "Member"
    await shop.on("2025-01-30")
    await shop.has(400)
    assert await shop.tier() == "Level 1 to 2026-01-30"

    await shop.on("2025-02-01")
    await shop.sells(goods("20.00"))
    assert await shop.pending() == 100
    await shop.on("2025-03-02")
    await shop.has(0, lifetime=500, tier="Level 1 to 2026-01-30")
    assert await shop.vouchers() == ["5.00"]
    assert "Until Level 2: 500 points" in await shop.says("tier")
    voucher = await shop.code("five-pounds")
    assert (await shop.quote(goods("20.00"), vouchers=[voucher])).total == "15.00"
    await shop.on("2025-09-01", hour=23)
    assert await shop.vouchers() == ["5.00"]
    await shop.on("2025-09-02", hour=0)
    assert await shop.vouchers() == []


async def test_asos_takes_back_pending_points(shop: Shop) -> None:
    await shop.opens("asos", "2025-01-01")
    await shop.joins()
    order = await shop.sells(goods("80.00"))
    await shop.on("2025-01-29")
    assert await shop.cancels(order) == -400
    assert await shop.pending() == 0
    await shop.on("2025-01-30")
    await shop.has(0)
    assert await shop.tier() == "Member"
