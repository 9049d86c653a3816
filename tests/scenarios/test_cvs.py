"""CVS: ExtraCare, and what comes on top of it."""

from tests.scenarios.goods import goods
from tests.scenarios.shop import Shop


async def test_extracare(shop: Shop) -> None:
    await shop.opens("cvs-extracare", "2025-01-02")
    await shop.joins(birthday="15 March")
    await shop.on("2025-01-03")
    assert (await shop.sells_for("24.99")).earned == "0.49"
    share = "Your share of it: 2%."
    assert await shop.why("+US$0.49") == ["The sum that counts: US$24.99.", share]
    await shop.has("0.49")
    await shop.on("2025-01-10")
    hundred = await shop.sells_for("100.00")
    assert hundred.earned == "2.00"
    await shop.has("2.49")
    await shop.on("2025-03-15")
    await shop.has("5.49")
    await shop.on("2025-03-20")
    reward = await shop.redeems("spend 5.00")
    twelve = await shop.sells(goods("12.00"), vouchers=[reward])
    assert (twelve.pays, twelve.earned) == ("7.00", "0.14")
    await shop.has("0.63")
    await shop.on("2025-03-25")
    assert await shop.changes(hundred, "70.00") == "-0.60"
    assert await shop.why("−US$0.60") == ["The sum that no longer counts: US$30.00.", share]
    await shop.has("0.03")

    await shop.on("2025-12-01")
    await shop.says("birthday 20 December")  # it is set once; who made a mistake asks the shop
    assert (await shop.member())["birthday"] == "--03-15"
    await shop.corrects(birthday="--12-20")
    assert (await shop.member())["birthday"] == "--12-20"
    await shop.on("2025-12-20")
    await shop.has("0.03")
    await shop.on("2026-03-15")
    await shop.has("0.03")
    await shop.on("2026-12-20")
    await shop.has("3.03")


async def test_beautyclub(shop: Shop) -> None:
    gift = "A beauty gift"
    await shop.opens("cvs-beautyclub", "2025-04-01")
    await shop.joins()
    await shop.on("2025-04-03")
    order = await shop.sells(goods("18.00", category="beauty"), goods("10.00"))
    assert order.earned == "0.56"
    assert await shop.progress() == "US$18.00 of US$30.00"
    await shop.has("0.56")

    await shop.on("2025-04-20")
    twelve = await shop.sells(goods("12.00", category="beauty"))
    assert twelve.earned == "0.24"
    assert await shop.vouchers() == [gift]
    await shop.has("0.80")

    await shop.on("2025-04-25")
    assert (await shop.sells(goods("40.00", category="beauty"))).earned == "0.80"
    assert await shop.vouchers() == [gift]
    await shop.has("1.60")

    await shop.on("2025-05-02")
    assert (await shop.sells(goods("29.99", category="beauty"))).earned == "0.59"
    assert await shop.progress() == "US$29.99 of US$30.00"
    assert await shop.vouchers() == [gift]
    await shop.has("2.19")

    await shop.on("2025-05-10")  # the event
    assert (await shop.sells(goods("50.00", category="beauty"))).earned == "5.00"
    assert await shop.vouchers() == [gift, gift]
    await shop.has("7.19")
    assert await shop.progress() == "You have reached it. Well done!"

    await shop.on("2025-05-12")
    assert await shop.cancels(twelve) == "-0.24"
    assert await shop.vouchers() == [gift, gift]
    await shop.has("6.95")


async def test_pharmacy(shop: Shop) -> None:
    fill = goods("8.00", category="prescription")
    await shop.opens("cvs-pharmacy", "2025-02-01")
    await shop.joins()
    for _ in range(9):
        await shop.sells(fill)
    assert await shop.progress() == "9 of 10"
    await shop.has("0.00")
    tenth = await shop.sells(fill)
    assert tenth.earned == "5.00"
    await shop.has("5.00")
    assert await shop.cancels(tenth) == "-5.00"
    await shop.has("0.00")
    assert (await shop.sells(fill)).earned == "5.00"
    await shop.has("5.00")

    await shop.on("2025-06-01")
    for _ in range(11, 100):
        await shop.sells(fill)
    await shop.has("45.00")
    assert (await shop.sells(fill)).earned == "5.00"
    await shop.has("50.00")
    for _ in range(101, 118):
        assert (await shop.sells(fill)).earned == "0.00"
    await shop.has("50.00")

    await shop.on("2026-01-01")
    await shop.has("50.00")
    assert await shop.progress() == "0 of 10"
    for _ in range(10):
        await shop.sells(fill)
    await shop.has("55.00")


async def test_carepass(shop: Shop) -> None:
    own_brand, other = goods("15.00", label="cvs-health"), goods("20.00")
    await shop.opens("cvs-carepass", "2025-01-31")
    await shop.joins()
    assert "$5.00" in await shop.says("plan")
    await shop.takes_payment("carepass")
    assert await shop.vouchers() == ["10.00"]

    await shop.on("2025-02-05")
    price = await shop.quote(own_brand, other)
    assert (price.lines, price.total) == (["12.00", "20.00"], "32.00")
    promo = await shop.code("promo-ten")
    order = await shop.sells(own_brand, other, shipping="7.99", method="same-day", vouchers=[promo])
    assert (order.pays, order.shipping, order.earned) == ("22.00", "0.00", "0.44")
    await shop.has("0.44")
    assert await shop.vouchers() == []

    await shop.on("2025-02-28")
    await shop.takes_payment("carepass")
    assert await shop.vouchers() == ["10.00"]

    await shop.on("2025-03-31")
    assert await shop.vouchers() == []
    await shop.takes_payment("carepass")
    assert await shop.vouchers() == ["10.00"]

    await shop.on("2025-04-05")
    assert (await shop.cancels_plan("carepass"))["until"] == "2025-04-30"
    await shop.on("2025-04-29", hour=23)
    price = await shop.quote(own_brand, shipping="7.99", method="same-day")
    assert (price.total, await shop.vouchers()) == ("12.00", ["10.00"])
    await shop.on("2025-04-30", hour=0)
    price = await shop.quote(own_brand, shipping="7.99", method="same-day")
    assert (price.lines, price.shipping) == (["15.00"], "7.99")
    assert await shop.vouchers() == []
    await shop.has("0.44")
