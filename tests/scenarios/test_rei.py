"""REI: a dividend in March."""

from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop


async def test_rei(shop: Shop) -> None:
    await shop.opens("rei", "2025-01-20")
    await shop.joins()
    await shop.sells(goods("100.00"))
    assert await shop.dividends() == {}

    await shop.on("2025-02-01")
    assert "$30.00" in await shop.says("plan")
    assert (await shop.takes_payment("member"))["until"] is None

    await shop.on("2025-02-10")
    clearance = goods("20.00", label="clearance")
    tent = await shop.sells(goods("300.00"), clearance)
    assert await shop.dividends() == {"2026-03-01": "30.00"}
    await shop.has("0.00")

    await shop.on("2025-06-01")
    stove = await shop.sells(goods("99.95"))
    await shop.on("2025-07-01")
    rope = await shop.sells(goods("10.05"))
    assert await shop.dividends() == {"2026-03-01": "41.00"}

    await shop.on("2025-08-01")
    await shop.changes(tent, "270.00", goods("250.00"), clearance)
    assert await shop.dividends() == {"2026-03-01": "36.00"}

    await shop.on("2026-01-01")  # nothing ends, nothing is to be paid again
    assert (await shop.member())["plan"]["until"] is None
    await shop.takes_payment("member", refused=409)

    await shop.on("2026-01-20")
    await shop.cancels(stove)
    assert await shop.dividends() == {"2026-03-01": "26.00"}

    await shop.on("2026-03-01", hour=0)
    await shop.has("26.00")
    assert await shop.dividends() == {}
    assert await shop.why("+US$26.00") == [
        "The sum that counts: US$260.05.",
        "Your share of it: 10%.",
    ]

    await shop.on("2026-04-01")
    await shop.cancels(rope)
    await shop.has("26.00")
    assert await shop.dividends() == {"2027-03-01": "0.00"}
    await shop.sells(goods("110.05"))  # of which 10.05 make up for what was returned
    assert await shop.dividends() == {"2027-03-01": "10.00"}
