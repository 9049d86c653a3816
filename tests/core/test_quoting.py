"""Quotes: what well-known programs make of an order, and that asking changes nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.programs import read_program
from core.awarding.baskets import OrderLine
from core.errors import AccessNeeded, WrongCurrency
from core.model import Member, Status
from core.plans import subscribing
from core.pricing import Objection
from core.quoting import Quote, Wish, quote
from core.rewards.redeeming import redeem, use
from core.tables import members, vouchers
from core.transaction import Transaction
from tests.core.conftest import Cafe


def of(tx: Transaction, preset: str, at: str = "2025-03-01") -> Cafe:
    """A shop that runs the preset, at noon of that day."""
    shop = Cafe(tx)
    shop.rules(read_program(preset)[0])
    shop.now = datetime.fromisoformat(at).replace(hour=12, tzinfo=UTC)
    return shop


def line(amount: int, *labels: str, sku: str = "A", **more: Any) -> OrderLine:
    """A line of that many minor units."""
    return OrderLine(sku, more.pop("quantity", 1), amount, labels=labels, **more)


def asks(shop: Cafe, member: Member | None, *lines: OrderLine, **more: Any) -> Quote:
    """What those goods would cost the member."""
    wish = {"shop": "eu", "currency": shop.program.currency, "lines": lines} | more
    return quote(shop.tx, shop.act(), Wish(member_id=member.id if member else None, **wish))


def on_tier(shop: Cafe, member: Member, tier: str) -> None:
    """Put the member there, however they came to it."""
    shop.tx.rows("UPDATE members SET tier = :tier WHERE id = :id", tier=tier, id=member.id)


def has_plan(shop: Cafe, member: Member, plan: str) -> None:
    """The member pays for a period."""
    subscribing.pay(
        shop.tx,
        shop.act(),
        member_id=member.id,
        plan_id=plan,
        paid_at=shop.now,
        reference=f"{plan} of {member.id} {shop.now}",
    )


# Well-known programs


def test_loyalty_plus_takes_five_percent_off_the_first_purchase_alone(tx: Transaction) -> None:
    shop = of(tx, "loyalty-plus")
    ann = shop.joins()

    first = asks(shop, ann, line(2000_00))
    shop.orders(ann, "1900.00", currency="RUB")
    second = asks(shop, ann, line(2000_00))

    assert (first.total, first.discount, first.points) == (1900_00, 100_00, 100)
    assert (second.total, second.points) == (2000_00, 200)


def test_loyalty_plus_delivers_free_from_3000_after_the_discount(tx: Transaction) -> None:
    shop = of(tx, "loyalty-plus")
    ann = shop.joins()
    on_tier(shop, ann, "bronze")
    shop.orders(ann, "1000.00", currency="RUB")
    delivery = {"shipping": 300_00}

    below = asks(shop, ann, line(3000_00), **delivery)
    above = asks(shop, ann, line(4000_00), **delivery)

    assert (below.total, below.shipping, below.points) == (3000_00, 300_00, 200)
    assert (above.total, above.shipping, above.points) == (3600_00, 0, 200)


def test_loyalty_plus_takes_points_off_after_the_discount(tx: Transaction) -> None:
    shop = of(tx, "loyalty-plus")
    ann = shop.joins()
    for number in range(3):
        shop.orders(ann, "5000.01", id=str(number), currency="RUB")
    on_tier(shop, ann, "bronze")
    voucher = redeem(tx, shop.act(), member_id=ann.id, reward_id="discount", points=500)

    found = asks(shop, ann, line(4000_00), shipping=300_00, voucher_codes=(voucher.code,))

    assert found.vouchers == ((voucher.code, 500_00),)
    assert (found.total, found.shipping, found.points) == (3100_00, 0, 200)


def test_a_higher_tier_has_the_benefits_of_those_below_it(tx: Transaction) -> None:
    shop = of(tx, "loyalty-plus")
    ann = shop.joins()
    on_tier(shop, ann, "gold")

    found = asks(shop, ann, line(100_00), shipping=300_00)

    assert (found.total, found.shipping, found.early_access_days) == (80_00, 0, 2)


def test_early_access_to_some_goods_is_not_for_others(tx: Transaction) -> None:
    shop = Cafe(tx)
    when = 'when = { labels = ["new"], channels = ["app"] }'
    shop.rules(f'{shop.text}\n[[benefits]]\nkind = "early_access"\ndays = 3\n{when}\n')
    ann = shop.joins()

    def days(*lines: OrderLine, channel: str = "app") -> int:
        return asks(shop, ann, *lines, channel=channel).early_access_days

    assert days(line(10_00), line(5_00, "new")) == 3
    assert days(line(10_00)) == days(line(5_00, "new"), channel="store") == 0


def test_the_ladder_s_voucher_takes_twenty_percent_off(tx: Transaction) -> None:
    shop = of(tx, "points-ladder")
    ann = shop.joins()
    shop.orders(ann, "1000.00", currency="USD")
    voucher = redeem(tx, shop.act(), member_id=ann.id, reward_id="twenty-percent")

    found = asks(shop, ann, line(80_00), voucher_codes=(voucher.code,))

    assert found.total == 64_00


def test_barnes_and_noble_is_cheaper_in_the_store_alone(tx: Transaction) -> None:
    shop = of(tx, "barnes-noble")
    ann = shop.joins()
    has_plan(shop, ann, "membership")
    book, puzzle = line(30_00, "bestselling-hardcover"), line(20_00)

    store = asks(shop, ann, book, puzzle, channel="store")
    web = asks(shop, ann, book, channel="web", shipping=5_00)
    shop.now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    after = asks(shop, ann, puzzle, channel="store", shipping=5_00)

    assert [each.rest for each in store.lines] == [18_00, 18_00]
    assert store.total == 36_00
    assert (web.total, web.shipping) == (30_00, 0)
    assert (after.total, after.shipping) == (25_00, 5_00)


def test_the_kids_coupon_is_for_one_toy(tx: Transaction) -> None:
    shop = of(tx, "barnes-noble-kids")
    ann = shop.joins()
    [coupon] = vouchers.of_member(tx, ann.id, limit=9)
    toy = OrderLine("TOY", 1, 20_00, ("toys",))

    found = asks(shop, ann, toy, line(60_00), voucher_codes=(coupon.code,))

    assert found.vouchers == ((coupon.code, 6_00),)
    assert found.lines[0].line == toy
    assert found.total == 74_00
    wrong = asks(shop, ann, line(60_00), voucher_codes=(coupon.code,))
    assert wrong.refused == ((coupon.code, Objection.GOODS),)


def test_carepass_takes_twenty_percent_off_its_brand_and_then_its_ten(tx: Transaction) -> None:
    shop = of(tx, "cvs-carepass", "2025-01-31")
    ann = shop.joins()
    has_plan(shop, ann, "carepass")
    [promo] = vouchers.of_member(tx, ann.id, limit=9)

    found = asks(
        shop,
        ann,
        line(15_00, "cvs-health"),
        line(20_00),
        shipping=6_00,
        method="same-day",
        voucher_codes=(promo.code,),
    )

    assert [each.rest for each in found.lines] == [12_00, 20_00]
    assert (found.total, found.shipping, found.points) == (22_00, 0, 44)


@pytest.mark.parametrize(("goods", "delivery"), [(48_99, 5_00), (49_00, 0)])
def test_scorecard_delivers_free_from_49(tx: Transaction, goods: int, delivery: int) -> None:
    shop = of(tx, "dicks-scorecard")

    assert asks(shop, shop.joins(), line(goods), shipping=5_00).shipping == delivery


def test_costco_is_for_paying_members_alone(tx: Transaction) -> None:
    shop = of(tx, "costco")
    ann, bob = shop.joins("Ann"), shop.joins("Bob")
    has_plan(shop, ann, "executive")

    assert asks(shop, ann, line(10_00)).total == 10_00
    for buyer in (bob, None):
        with pytest.raises(AccessNeeded):
            asks(shop, buyer, line(10_00))
    shop.now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with pytest.raises(AccessNeeded):
        asks(shop, ann, line(10_00))


# Any program

BENEFITS = """
[[benefits]]
kind = "discount"
percent = "10"

[[benefits]]
kind = "free_shipping"

[tiers]
"""


@pytest.fixture
def cheap(quiet: Cafe) -> Cafe:
    """The café with 10 % off and free delivery for every member."""
    quiet.rules(quiet.text.replace("[tiers]\n", BENEFITS, 1))
    return quiet


def test_a_stranger_pays_the_full_price_and_earns_nothing(cheap: Cafe) -> None:
    found = asks(cheap, None, line(10_00), shipping=3_00)

    assert (found.member, found.total, found.points) == (None, 13_00, 0)


@pytest.mark.parametrize("status", [Status.LEFT, Status.BLOCKED])
def test_who_takes_no_part_has_no_benefits(cheap: Cafe, status: Status) -> None:
    ann = cheap.joins()
    members.set_status(cheap.tx, ann.id, status)

    found = asks(cheap, ann, line(10_00), shipping=3_00)

    assert (found.total, found.points) == (13_00, 0)


def test_a_quote_says_what_the_order_then_earns(cheap: Cafe) -> None:
    ann = cheap.joins()
    cheap.orders(ann, "1.50", id="0")  # 0.50 is carried

    found = asks(cheap, ann, line(10_55), line(5_00))
    order = cheap.orders(ann, f"{found.total / 100:.2f}", id="1")

    assert found.total == 14_00 - 1  # 1.06 off 10.55, 0.50 off 5.00
    assert found.points == order.awarded == 14


def test_asking_changes_nothing(cheap: Cafe) -> None:
    ann = cheap.joins()
    cheap.orders(ann, "60.00")
    voucher = cheap.redeems(ann)
    before = cheap.again(ann)

    found = [asks(cheap, ann, line(10_00), voucher_codes=(voucher.code,)) for _ in range(2)]

    assert found[0] == found[1]
    assert cheap.again(ann) == before
    assert vouchers.find(cheap.tx, voucher.code) == voucher


def test_every_voucher_that_can_t_be_used_says_why(cheap: Cafe) -> None:
    ann = cheap.joins()
    cheap.orders(ann, "300.00")
    used, undone, good = (cheap.redeems(ann, id=str(each)) for each in range(3))
    use(cheap.tx, cheap.act(), code=used.code)
    cheap.tx.rows("UPDATE vouchers SET status = 'undone' WHERE code = :code", code=undone.code)

    codes = (used.code, undone.code, good.code.lower(), good.code, "SUMMER")
    found = asks(cheap, ann, line(10_00), voucher_codes=codes)

    assert found.vouchers == ((good.code.lower(), 0),)
    assert dict(found.refused) == {
        used.code: Objection.USED,
        undone.code: Objection.UNDONE,
        good.code: Objection.TWICE,
        "SUMMER": Objection.UNKNOWN,
    }


def test_a_voucher_past_its_date_is_refused(cheap: Cafe) -> None:
    cheap.changes("cost = 60", "cost = 60\nvoucher_days = 3")
    ann = cheap.joins()
    cheap.orders(ann, "100.00")
    voucher = cheap.redeems(ann)
    cheap.passes(days=5)

    found = asks(cheap, ann, line(10_00), voucher_codes=(voucher.code,))

    assert found.refused == ((voucher.code, Objection.EXPIRED),)


def test_a_friend_may_use_a_voucher_unless_its_owner_is_blocked(cheap: Cafe) -> None:
    ann, bob = cheap.joins("Ann"), cheap.joins("Bob")
    cheap.orders(ann, "100.00")
    voucher = cheap.redeems(ann)
    ask = {"voucher_codes": (voucher.code,)}

    assert asks(cheap, bob, line(10_00), **ask).refused == ()
    members.set_status(cheap.tx, ann.id, Status.BLOCKED)
    assert asks(cheap, bob, line(10_00), **ask).refused == ((voucher.code, Objection.BLOCKED),)


def test_another_currency_is_refused(cheap: Cafe) -> None:
    with pytest.raises(WrongCurrency):
        asks(cheap, None, line(1), currency="USD")


def test_another_currency_of_the_programs_counts_at_its_rate(quiet: Cafe) -> None:
    """A dollar is half a euro: five off are ten dollars off, and 20 euros are 40 dollars."""
    benefits = """
[[benefits]]
kind = "discount"
percent = "10"
when = { basket_from = "20.00" }

[[benefits]]
kind = "free_shipping"
from = "30.00"

[[rewards]]
id = "five"
kind = "amount_off"
amount = "5.00"
minimum = "18.00"
title = "5 off"
cost = 10

[[currencies]]
code = "USD"
rate = "0.50"
"""
    quiet.rules(f"{quiet.text}{benefits}")
    ann = quiet.joins()
    quiet.orders(ann, "10.00")
    code = redeem(quiet.tx, quiet.act(), member_id=ann.id, reward_id="five").code
    ask: dict[str, Any] = {"currency": "USD", "shipping": 4_00, "voucher_codes": (code,)}

    small = asks(quiet, ann, line(35_99), **ask)
    assert (small.discount, small.shipping) == (0, 4_00)
    assert small.refused == ((code, Objection.MINIMUM),)
    enough = asks(quiet, ann, line(36_00), **ask)
    assert (enough.vouchers, enough.total) == (((code, 10_00),), 30_00)
    found = asks(quiet, ann, line(70_00), **ask)
    assert (found.discount, found.shipping, found.total) == (7_00, 0, 53_00)
    assert found.points == 26  # 26.50 euros
