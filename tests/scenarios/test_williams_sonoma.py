"""Williams Sonoma: The Key Rewards, without and with the card."""

from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop


async def test_key_rewards_silver(shop: Shop) -> None:
    await shop.opens("williams-sonoma", "2025-01-10")
    await shop.joins()
    assert (await shop.sells(goods("149.99", label="west-elm"))).earned == "2.99"
    await shop.has("2.99")
    await shop.on("2025-01-12")
    order = await shop.sells(goods("200.00", label="pottery-barn"))
    assert order.earned == "4.00"
    await shop.has("6.99")
    await shop.on("2025-01-15")
    assert (await shop.sells(goods("100.00", label="somebody-else"))).earned == "0.00"
    await shop.on("2025-01-20")
    assert await shop.changes(order, "150.00") == "-1.00"
    await shop.has("5.99")


async def test_key_rewards_gold(shop: Shop) -> None:
    await shop.opens("williams-sonoma", "2025-03-01")
    await shop.joins(birthday="1 June")
    await shop.says("plan gold apply")
    assert (await shop.approves("gold"))["since"] == "2025-03-01"
    await shop.has("0.00")

    await shop.on("2025-03-15")
    assert (await shop.sells_for("50.00", payment="key-card")).earned == "0.50"
    await shop.has("0.50")

    await shop.on("2025-03-30")
    west_elm = await shop.sells(goods("100.00", label="west-elm"), shipping="10.00")
    assert (west_elm.earned, west_elm.shipping) == ("10.00", "10.00")
    await shop.has("10.50")

    await shop.on("2025-03-31")
    order = await shop.sells(goods("100.00", label="williams-sonoma"), shipping="10.00")
    assert (order.earned, order.shipping) == ("5.00", "0.00")
    await shop.has("15.50")

    await shop.on("2025-06-01")
    await shop.has("40.50")
    await shop.on("2025-06-05")
    assert await shop.cancels(west_elm) == "-10.00"
    await shop.has("30.50")
