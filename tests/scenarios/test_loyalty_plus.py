"""Loyalty Plus, and the ladder of rewards."""

import pytest

from tests.conftest import ENGINES
from tests.scenarios.goods import Bought, goods
from tests.scenarios.shop import Shop


@pytest.mark.parametrize("engine", ENGINES)
async def test_loyalty_plus(shop: Shop) -> None:
    order_c, order_d, order_g = await _orders(shop)

    await shop.on("2025-03-10")
    assert await shop.cancels(order_g) == -200
    await shop.has(750, lifetime=1250, tier="Bronze")

    await shop.on("2025-03-12")
    assert await shop.cancels(order_d) == -300
    await shop.has(450, lifetime=950, tier="Novice")
    assert (await shop.quote(goods("2000.00"))).total == "2000.00"  # no first purchase again

    await shop.on("2025-03-14")
    assert await shop.changes(order_c, "1500.00") == -100
    assert await shop.why("−100") == ["The sum that no longer counts: RUB3,500.00."]
    await shop.has(350, lifetime=850)


async def _orders(shop: Shop) -> tuple[Bought, Bought, Bought]:
    await shop.opens("loyalty-plus", "2025-01-10")
    await shop.joins()
    await shop.has(100, lifetime=100, tier="Novice")

    await shop.on("2025-01-12")  # the first purchase: 5% off
    order = await shop.sells(goods("2000.00"))
    assert (order.pays, order.earned) == ("1900.00", 100)
    await shop.has(200, lifetime=200)

    await shop.on("2025-01-20")
    order = await shop.sells(goods("2000.00"))
    assert (order.pays, order.earned) == ("2000.00", 200)
    await shop.has(400)

    await shop.on("2025-02-01")
    order_c = await shop.sells(goods("5000.00"))
    assert order_c.earned == 200
    await shop.has(600)

    await shop.on("2025-02-10")
    order_d = await shop.sells(goods("5000.01"))
    assert order_d.earned == 300
    await shop.has(900)
    assert await shop.why("+300") == ["The sum that counts: RUB5,000.01."]

    await shop.on("2025-02-15")
    assert (await shop.sells(goods("999.99"))).earned == 0
    await shop.on("2025-02-20")
    assert (await shop.sells(goods("1000.00"))).earned == 100
    await shop.has(1000, lifetime=1000, tier="Novice")

    await shop.on("2025-02-25")
    assert await shop.notes("review", "article-1") == 50
    await shop.has(1050, lifetime=1050, tier="Bronze")

    await shop.on("2025-03-01")  # 10% off; below 3000.00 delivery is charged
    order_g = await shop.sells(goods("3000.00"), shipping="300.00")
    assert (order_g.pays, order_g.shipping, order_g.earned) == ("3000.00", "300.00", 200)
    await shop.has(1250, lifetime=1250)

    await shop.on("2025-03-05")
    price = await shop.quote(goods("4000.00"), shipping="300.00")
    assert (price.lines, price.shipping) == (["3600.00"], "0.00")
    points = await shop.redeems("discount 500")
    order = await shop.sells(goods("4000.00"), shipping="300.00", vouchers=[points])
    assert (order.pays, order.earned) == ("3100.00", 200)
    await shop.has(950, lifetime=1450, tier="Bronze")
    return order_c, order_d, order_g


async def test_loyalty_plus_tiers_begin_where_the_table_says(shop: Shop) -> None:
    await shop.opens("loyalty-plus", "2025-01-10")
    await shop.joins()
    await shop.gives(4900)
    await shop.has(5000, lifetime=5000, tier="Bronze")
    await shop.gives(1)
    await shop.has(5001, lifetime=5001, tier="Silver")
    await shop.gives(4999)
    await shop.has(10_000, lifetime=10_000, tier="Silver")
    await shop.gives(1)
    await shop.has(10_001, lifetime=10_001, tier="Gold")
    await shop.gives(1_000_000)
    assert await shop.tier() == "Gold"
    await shop.gives_tier("platinum")
    assert await shop.tier() == "Platinum"


async def test_points_ladder(shop: Shop) -> None:
    await shop.opens("points-ladder", "2025-01-10")
    await shop.joins()
    await shop.gives(9999)
    for reward in ("twenty-percent", "merchandise"):
        assert "missing" in await shop.says(f"redeem {reward}")
    await shop.has(9999)

    await shop.gives(1)
    await shop.has(10_000)
    await shop.redeems("twenty-percent")
    await shop.has(0)

    await shop.gives(25_000)
    await shop.redeems("twenty-percent")
    await shop.has(15_000)
    await shop.says("undo")
    await shop.has(25_000)
    await shop.redeems("merchandise")
    await shop.has(0)

    voucher = await shop.code("twenty-percent")
    assert (await shop.sells(goods("80.00"), vouchers=[voucher])).pays == "64.00"
    assert (await shop.quote(goods("80.00"), vouchers=[voucher])).refused == ["used"]
    assert await shop.vouchers() == ["Something with our name on it"]
