"""The Body Shop: rewards to spend or to donate."""

from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop


async def test_body_shop(shop: Shop) -> None:
    await shop.opens("body-shop", "2025-01-15")
    await shop.joins(birthday="2 April")
    assert (await shop.sells(goods("59.90"))).earned == 59
    await shop.has(59)
    await shop.on("2025-02-01")
    returned = await shop.sells(goods("45.00"))
    assert returned.earned == 45
    await shop.has(104)

    await shop.on("2025-04-02")
    assert await shop.vouchers() == ["10.00"]
    await shop.on("2025-04-10")
    await shop.redeems("ten-off")
    await shop.has(4)
    assert await shop.vouchers() == ["10.00", "10.00"]

    await shop.on("2025-05-01")
    voucher = await shop.code("ten-off")
    order = await shop.sells(goods("210.50"), vouchers=[voucher])
    assert (order.pays, order.earned) == ("200.50", 200)
    await shop.has(204)
    assert await shop.vouchers() == ["10.00"]

    await shop.on("2025-05-05")
    said = await shop.says("redeem donate wildlife")
    assert "All together we have given “Wildlife”: US$10.00" in said
    await shop.has(104)

    await shop.on("2025-05-10")
    assert await shop.cancels(returned) == -45
    await shop.has(59)
    assert "Wildlife – given so far: US$10.00" in await shop.says("rewards")
