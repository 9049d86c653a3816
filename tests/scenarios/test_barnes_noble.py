"""Barnes & Noble: the paid membership, and the Kids' Club."""

from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop

HARDCOVER = goods("30.00", category="books", label="bestselling-hardcover")
PUZZLE = goods("20.00", category="toys")


async def test_barnes_noble(shop: Shop) -> None:
    await shop.opens("barnes-noble", "2025-03-01")
    await shop.joins(birthday="14 July")
    assert "$25.00" in await shop.says("plan")
    plan = await shop.takes_payment("membership")
    assert (plan["active"], plan["until"]) == (True, "2026-03-01")

    await shop.on("2025-03-05")
    price = await shop.quote(HARDCOVER, PUZZLE, channel="store")
    assert (price.lines, price.total) == (["18.00", "18.00"], "36.00")
    in_store = await shop.sells(HARDCOVER, PUZZLE, channel="store")

    await shop.on("2025-03-08")
    on_web = await shop.sells(HARDCOVER, channel="web", shipping="4.99")
    assert (on_web.pays, on_web.shipping) == ("30.00", "0.00")

    await shop.on("2025-03-20")  # the hardcover's 18.00 go back
    assert await shop.changes(in_store, "18.00", PUZZLE) == "0.00"
    await shop.has("0.00")

    await shop.on("2025-07-14")
    assert await shop.vouchers() == ["Birthday offer"]
    await shop.on("2025-07-15")
    assert await shop.vouchers() == ["Birthday offer"]

    await shop.on("2026-03-01", hour=0)
    assert (await shop.sells(PUZZLE, channel="store")).pays == "20.00"
    assert (await shop.quote(HARDCOVER, shipping="4.99")).shipping == "4.99"


async def test_barnes_noble_kids(shop: Shop) -> None:
    await shop.opens("barnes-noble-kids", "2025-01-05")
    await shop.joins(birthday="20 May")
    assert await shop.vouchers() == ["30% off a toy or children's book"]

    await shop.on("2025-01-06")
    coupon = await shop.code("welcome-coupon")
    toy = await shop.sells(PUZZLE, channel="store", vouchers=[coupon])
    assert (toy.pays, toy.earned) == ("14.00", "0.00")
    assert await shop.vouchers() == []
    await shop.has("0.00")

    await shop.on("2025-02-01")
    assert (await shop.sells_for("60.00", channel="store")).earned == "0.00"
    await shop.on("2025-03-01")
    order = await shop.sells_for("49.99", channel="web")
    assert order.earned == "5.00"
    assert await shop.why("+US$5.00") == [
        "The sum that counts: US$49.99.",
        "The rule that day, for every US$100.00: US$5.00.",
        "Carried over from earlier purchases: US$74.00.",
    ]
    await shop.has("5.00")
    await shop.on("2025-03-10")
    assert (await shop.sells_for("176.01")).earned == "10.00"
    await shop.has("15.00")

    await shop.on("2025-03-12")
    assert await shop.cancels(order) == "-5.00"
    await shop.has("10.00")

    await shop.on("2025-05-20")
    assert await shop.vouchers() == ["A cupcake in the café"]
    await shop.has("10.00")

    await shop.on("2025-06-01")
    reward = await shop.redeems("spend 10.00")
    order = await shop.sells(goods("30.00"), vouchers=[reward])
    assert (order.pays, order.earned) == ("20.00", "0.00")
    await shop.has("0.00")
    # 270.01 have been spent by now: the next 5.00 come at 300.00
    assert (await shop.sells_for("29.98")).earned == "0.00"
    assert (await shop.sells_for("0.01")).earned == "5.00"
