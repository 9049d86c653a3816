"""Discount codes: made once, found again, disabled, in every shop."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.ports import CallRefused, TryLater
from bot.sandbox.shops.failures import Failure
from bot.shops.apis.discounts import Discount
from tests.bot.shop_apis.shops import NOON, Shop, opened

FIVE_OFF = Discount(
    code="COFFEE-1",
    title="5 off",
    gives="amount",
    amount=Decimal("5.00"),
    minimum=Decimal("20.00"),
    starts_at=NOON,
    ends_at=NOON + timedelta(days=30),
)


async def test_a_code_can_be_used_once(shop: Shop) -> None:
    await shop.api.make_code(FIVE_OFF)

    made = shop.code()
    assert made
    assert made.get("usageLimit", made.get("usage_limit", made.get("max_uses"))) == 1
    found = await shop.api.find_code("COFFEE-1")
    assert found
    assert found.live


async def test_a_code_nobody_made_is_not_found(shop: Shop) -> None:
    assert await shop.api.find_code("COFFEE-1") is None


async def test_a_code_made_twice_is_one(shop: Shop) -> None:
    await shop.api.make_code(FIVE_OFF)

    assert await shop.api.make_code(FIVE_OFF) == ""
    assert len(shop.stand_in.codes) == 1


async def test_a_code_whose_answer_was_lost_is_found(shop: Shop) -> None:
    shop.stand_in.fail(Failure.hang(accepted=True))

    with pytest.raises(TryLater) as later:
        await shop.api.make_code(FIVE_OFF)

    assert later.value.maybe_sent
    assert await shop.api.find_code("COFFEE-1")


async def test_a_disabled_code_is_no_longer_live(shop: Shop) -> None:
    await shop.api.make_code(FIVE_OFF)
    made = await shop.api.find_code("COFFEE-1")
    assert made

    await shop.api.disable_code(made)

    found = await shop.api.find_code("COFFEE-1")
    assert found is None or not found.live


async def test_a_used_code_is_no_longer_live(shop: Shop) -> None:
    await shop.api.make_code(FIVE_OFF)
    shop.uses("coffee-1")

    found = await shop.api.find_code("COFFEE-1")

    assert found
    assert not found.live


async def test_a_removed_code_can_be_made_again(shop: Shop) -> None:
    await shop.api.make_code(FIVE_OFF)
    made = await shop.api.find_code("COFFEE-1")
    assert made
    await shop.api.remove_code(made)

    assert await shop.api.make_code(FIVE_OFF)


async def test_goods_the_shop_does_not_have_are_refused(shop: Shop) -> None:
    with pytest.raises(CallRefused, match="no goods with the SKU MUG-1"):
        await shop.api.make_code(replace(FIVE_OFF, gives="product", skus=("MUG-1",)))


WHAT_IS_MADE: dict[tuple[str, str], dict[str, Any]] = {
    ("shopify", "amount"): {
        "customerGets": {
            "value": {"discountAmount": {"amount": "5.00", "appliesOnEachItem": False}},
            "items": {"all": True},
        },
        "minimumRequirement": {"subtotal": {"greaterThanOrEqualToSubtotal": "20.00"}},
        "endsAt": "2026-12-28T12:00:00+00:00",
    },
    ("shopify", "percent"): {
        "customerGets": {"value": {"percentage": 0.05}, "items": {"all": True}}
    },
    ("shopify", "shipping"): {"destination": {"all": True}},
    ("shopify", "product"): {
        "customerGets": {
            "value": {"discountAmount": {"amount": "7.50", "appliesOnEachItem": False}},
            "items": {"products": {"productVariantsToAdd": ["gid://shopify/ProductVariant/77"]}},
        }
    },
    ("woocommerce", "amount"): {
        "discount_type": "fixed_cart",
        "amount": "5.00",
        "minimum_amount": "20.00",
        "date_expires_gmt": "2026-12-28T12:00:00",
    },
    ("woocommerce", "percent"): {"discount_type": "percent", "amount": "5.00"},
    ("woocommerce", "shipping"): {"free_shipping": True, "amount": "0"},
    ("woocommerce", "product"): {
        "discount_type": "percent",
        "amount": "100",
        "product_ids": [77],
        "limit_usage_to_x_items": 1,
    },
    ("bigcommerce", "amount"): {
        "type": "per_total_discount",
        "amount": "5.00",
        "min_purchase": "20.00",
        "expires": "Mon, 28 Dec 2026 12:00:00 +0000",
    },
    ("bigcommerce", "percent"): {"type": "percentage_discount", "amount": "5.00"},
    ("bigcommerce", "shipping"): {"type": "free_shipping"},
    ("bigcommerce", "product"): {
        "type": "per_total_discount",
        "amount": "7.5",
        "applies_to": {"entity": "products", "ids": [77]},
    },
}


@pytest.mark.parametrize("gives", ["amount", "percent", "shipping", "product"])
async def test_the_code_gives_what_the_reward_gives(shop: Shop, gives: Any) -> None:
    shop.stand_in.pieces["MUG-1"] = (77, "7.50")
    skus = ("MUG-1",) if gives == "product" else ()
    amount = Decimal(0) if gives == "shipping" else FIVE_OFF.amount

    await shop.api.make_code(replace(FIVE_OFF, gives=gives, amount=amount, skus=skus))

    made, expected = shop.code(), WHAT_IS_MADE[shop.name, gives]
    assert made
    assert {name: made[name] for name in expected} == expected


async def test_shopify_that_says_nothing_against_a_code_has_made_it() -> None:
    made = '{"data": {"discountCodeBasicCreate": {"codeDiscountNode": {"id": "gid://7"}}}}'
    async with opened("shopify") as shop:
        shop.stand_in.fail(Failure(status=200, body=made))

        assert await shop.api.make_code(FIVE_OFF) == "gid://7"
