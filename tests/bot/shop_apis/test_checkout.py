"""Rewards work at the checkout: whatever fails meanwhile, a code is made once and disabled."""

from dataclasses import replace
from functools import partial

import pytest

from bot.ordering import take_gone
from bot.sandbox.shops.failures import Failure
from core import leaving
from core.model import VoucherStatus
from core.tables import shop_codes
from tests.bot.shop_apis.checkout import Checkout
from tests.bot.shop_apis.shops import SHOPS

CREATING = {"shopify": "discountCodeBasicCreate", "woocommerce": "POST", "bigcommerce": "POST"}
LOST = [Failure.drop(accepted=True), Failure.server_error(accepted=True), Failure.hang()]


@pytest.fixture
def engine() -> str:
    """It is the same on every database."""
    return "sqlite"


async def test_a_reward_is_a_code_in_every_shop(checkout: Checkout) -> None:
    await checkout.opens(*SHOPS)
    voucher = await checkout.redeems()

    assert checkout.live(voucher) == set()  # nobody waits for the shops
    assert await checkout.drain() == {"done": 3}
    assert checkout.live(voucher) == set(SHOPS)
    assert await checkout.drain() == {}


async def test_a_share_that_shops_don_t_know_is_a_minimum(checkout: Checkout) -> None:
    voucher = await checkout.has_code("woocommerce")

    made = checkout.shops["woocommerce"].code(voucher.code.lower())
    assert made
    assert (made["amount"], made["minimum_amount"]) == ("5.00", "10.00")


async def test_what_shops_can_t_say_is_no_code_there(checkout: Checkout) -> None:
    voucher = await checkout.has_code("shopify", reward="toys")

    assert checkout.live(voucher) == set()
    assert (await checkout.waiting("shopify")).waiting == 0


async def test_vouchers_from_before_the_shop_was_connected_are_codes_too(
    checkout: Checkout,
) -> None:
    voucher = await checkout.redeems()
    await checkout.opens("shopify")

    assert checkout.live(voucher) == {"shopify"}


async def test_in_a_shop_that_is_no_longer_connected_nothing_is_made(checkout: Checkout) -> None:
    await checkout.opens("shopify", "woocommerce")
    del checkout.shops["shopify"]
    await checkout.drain()
    voucher = await checkout.redeems()

    assert await checkout.drain() == {"done": 1}
    assert checkout.live(voucher) == {"woocommerce"}


async def test_a_process_without_its_settings_disconnects_no_shop_for_long(
    checkout: Checkout,
) -> None:
    await checkout.opens("shopify")
    leader, shops = checkout.codes(), checkout.shops
    checkout.shops = {}
    await checkout.drain()
    voucher = await checkout.redeems()
    await leader.drain()

    assert shops["shopify"].code(voucher.code.lower())


@pytest.mark.parametrize("name", SHOPS)
async def test_undo_disables_the_code(checkout: Checkout, name: str) -> None:
    voucher = await checkout.has_code(name)

    await checkout.undoes(voucher)
    await checkout.drain()

    assert checkout.live(voucher) == set()


async def test_what_was_undone_before_it_was_made_is_never_made(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    voucher = await checkout.redeems()
    await checkout.undoes(voucher)
    await checkout.drain()

    assert checkout.shops["shopify"].stand_in.codes == {}


async def test_used_in_one_shop_it_is_disabled_in_the_others(checkout: Checkout) -> None:
    voucher = await checkout.has_code(*SHOPS)

    assert await checkout.orders("shopify", voucher) == []
    await checkout.drain()

    assert (await checkout.voucher(voucher)).status is VoucherStatus.USED
    assert checkout.live(voucher) == {"shopify"}  # whose own limit is one order


async def test_woocommerce_writes_codes_in_small_letters(checkout: Checkout) -> None:
    voucher = await checkout.redeems()

    assert await checkout.orders("woocommerce", voucher, typed=voucher.code.lower()) == []
    assert (await checkout.voucher(voucher)).status is VoucherStatus.USED


async def test_the_shop_s_own_codes_are_none_of_ours(checkout: Checkout) -> None:
    voucher = await checkout.redeems()

    assert await checkout.orders("shopify", voucher, typed="SUMMER10") == ["SUMMER10"]


@pytest.mark.parametrize("name", SHOPS)
async def test_a_code_that_an_unpaid_order_used_is_good_again_when_that_is_cancelled(
    checkout: Checkout, name: str
) -> None:
    voucher = await checkout.has_code(name)
    checkout.shops[name].uses(voucher.code.lower())
    await checkout.orders(name, voucher, status="placed")
    await checkout.drain()
    await checkout.orders(name, voucher, status="cancelled")
    await checkout.drain()

    assert await checkout.is_good(name, voucher)


async def test_a_code_is_not_good_again_while_another_unpaid_order_has_used_it(
    checkout: Checkout,
) -> None:
    voucher = await checkout.has_code("woocommerce")
    shop = checkout.shops["woocommerce"]
    for id, status in (("1", "placed"), ("1", "cancelled"), ("2", "placed"), ("1", "cancelled")):
        await checkout.drain()
        if status == "placed":
            shop.uses(voucher.code.lower())
        await checkout.orders("woocommerce", voucher, id=id, status=status)
    await checkout.drain()

    assert not await checkout.is_good("woocommerce", voucher), "the second order waits to be paid"
    gone = partial(take_gone, checkout.database, checkout.acts, shop="woocommerce")
    await gone(order_id="2")
    await checkout.drain()
    assert await checkout.is_good("woocommerce", voucher), "now no order has it"


async def test_a_code_that_was_taken_off_an_unpaid_order_is_no_longer_that_one_s(
    checkout: Checkout,
) -> None:
    await checkout.opens("woocommerce")
    voucher, other = await checkout.redeems(), await checkout.redeems()
    await checkout.drain()
    shop = checkout.shops["woocommerce"]
    shop.uses(voucher.code.lower())
    for typed in (voucher, other):
        await checkout.orders("woocommerce", typed, status="placed")
    await checkout.orders("woocommerce", voucher, id="2", status="cancelled")
    await checkout.drain()

    assert await checkout.is_good("woocommerce", voucher)


@pytest.mark.parametrize("name", SHOPS)
async def test_a_used_code_is_off_too_as_its_shop_may_take_the_order_back(
    checkout: Checkout, name: str
) -> None:
    voucher = await checkout.has_code(name)
    checkout.shops[name].uses(voucher.code.lower())
    await checkout.undoes(voucher)
    await checkout.drain()

    assert checkout.live(voucher) == set()


async def test_a_cancelled_order_gives_the_code_back_everywhere(checkout: Checkout) -> None:
    voucher = await checkout.has_code(*SHOPS)
    for name in SHOPS:
        checkout.shops[name].uses(voucher.code.lower())
    await checkout.orders("shopify", voucher)
    await checkout.drain()

    await checkout.orders("shopify", voucher, status="cancelled")
    await checkout.drain()

    assert checkout.live(voucher) == set(SHOPS)
    for name in SHOPS:
        assert await checkout.is_good(name, voucher)


@pytest.mark.parametrize("name", SHOPS)
@pytest.mark.parametrize("failure", LOST)
async def test_an_answer_that_was_lost_makes_no_second_code(
    checkout: Checkout, name: str, failure: Failure
) -> None:
    await checkout.opens(name)
    voucher = await checkout.redeems()
    stand_in = checkout.shops[name].stand_in
    stand_in.fail(replace(failure, upon=CREATING[name]))

    assert await checkout.drain() == {"put off": 1}
    checkout.clock.pass_(minutes=1)
    assert await checkout.drain() == {"done": 1}

    assert checkout.live(voucher) == {name}
    assert len(stand_in.codes) == len(stand_in.made) == 1


@pytest.mark.parametrize("name", SHOPS)
async def test_a_shop_that_is_down_gets_its_codes_later(checkout: Checkout, name: str) -> None:
    await checkout.opens(name)
    stand_in = checkout.shops[name].stand_in
    redeemed = [await checkout.redeems() for _ in range(5)]
    for _ in range(10):
        stand_in.fail(Failure.server_error())
        assert await checkout.drain() == {"put off": 1}  # the others are not even tried
        checkout.clock.pass_(hours=1)

    assert await checkout.drain() == {"done": 5}
    assert all(checkout.live(voucher) == {name} for voucher in redeemed)


async def test_a_shop_that_is_down_keeps_no_other_waiting(checkout: Checkout) -> None:
    await checkout.opens("shopify", "woocommerce")
    checkout.shops["shopify"].stand_in.fail(Failure.drop())
    voucher = await checkout.redeems()

    assert await checkout.drain() == {"put off": 1, "done": 1}
    assert checkout.live(voucher) == {"woocommerce"}


async def test_too_many_calls_wait_as_long_as_the_shop_says(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    worker, stand_in = checkout.codes(), checkout.shops["shopify"].stand_in
    stand_in.fail(Failure.flood("100"))
    voucher = await checkout.redeems()
    await worker.drain()
    calls = len(stand_in.asked)

    await checkout.redeems()
    checkout.clock.pass_(seconds=99)
    await worker.drain()
    assert len(stand_in.asked) == calls  # nor for another code
    checkout.clock.pass_(seconds=2)
    await worker.drain()
    assert checkout.live(voucher) == {"shopify"}


async def test_a_wrong_token_loses_nothing(checkout: Checkout) -> None:
    await checkout.opens("woocommerce")
    checkout.shops["woocommerce"].stand_in.fail(Failure(status=401))
    voucher = await checkout.redeems()

    assert await checkout.drain() == {"put off": 1}
    checkout.clock.pass_(minutes=6)
    await checkout.drain()
    assert checkout.live(voucher) == {"woocommerce"}


async def test_what_the_shop_refuses_is_kept_with_the_reason(checkout: Checkout) -> None:
    await checkout.opens("bigcommerce")
    voucher = await checkout.redeems("mug")

    assert await checkout.drain() == {"failed": 1}
    [task] = await checkout.stuck()
    assert task.reason == "BigCommerce has no goods with the SKU MUG-1"
    checkout.shops["bigcommerce"].stand_in.pieces["MUG-1"] = (77, "7.50")
    await checkout.database.run(partial(shop_codes.replay, code=voucher.code, now=checkout.clock()))
    assert await checkout.drain() == {"done": 1}
    assert await checkout.stuck() == []


async def test_what_a_shop_gave_for_a_code_is_paid_for_though_it_was_undone(
    checkout: Checkout,
) -> None:
    voucher = await checkout.has_code("shopify")
    await checkout.undoes(voucher)
    full = await checkout.balance()

    for _ in range(2):  # the shop was quicker than we told it
        assert await checkout.orders("shopify", voucher) == []
    assert await checkout.balance() == full - voucher.points
    assert (await checkout.voucher(voucher)).status is VoucherStatus.USED
    await checkout.orders("shopify", voucher, status="cancelled")
    await checkout.undoes(voucher)
    assert await checkout.balance() == full


@pytest.mark.parametrize("name", SHOPS)
async def test_a_sum_in_another_currency_is_no_code(checkout: Checkout, name: str) -> None:
    await checkout.opens(name)
    checkout.shops[name].stand_in.currency = "SEK"
    voucher = await checkout.redeems()

    assert await checkout.drain() == {"failed": 1}
    [task] = await checkout.stuck()
    assert "sells in SEK, the program's sums are in EUR" in task.reason
    assert checkout.live(voucher) == set()


async def test_a_key_that_may_not_ask_for_the_currency_makes_codes(checkout: Checkout) -> None:
    await checkout.opens("woocommerce")
    checkout.shops["woocommerce"].stand_in.fail(Failure(status=403, upon="currencies"))
    voucher = await checkout.redeems()
    await checkout.drain()

    assert checkout.live(voucher) == {"woocommerce"}


async def test_a_code_of_who_was_forgotten_is_not_paid_for_twice(checkout: Checkout) -> None:
    voucher = await checkout.has_code("shopify")
    forgotten = checkout.acts.new("forget", actor="test")
    await checkout.database.run(partial(leaving.forget, act=forgotten, member_id=checkout.ann))
    before = await checkout.balance()

    assert await checkout.orders("shopify", voucher) == []
    assert await checkout.balance() == before
    assert (await checkout.voucher(voucher)).status is VoucherStatus.USED


async def test_what_is_paid_for_a_code_is_no_more_than_there_is(checkout: Checkout) -> None:
    voucher = await checkout.has_code("shopify")
    await checkout.undoes(voucher)
    await checkout.keeps(4)

    await checkout.orders("shopify", voucher)
    assert await checkout.balance() == 0
    await checkout.orders("shopify", voucher, status="cancelled")
    await checkout.undoes(voucher)
    assert await checkout.balance() == 4


async def test_a_code_that_shop_never_had_stays_refused(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    voucher = await checkout.redeems()
    await checkout.undoes(voucher)

    assert await checkout.orders("web", voucher) == [voucher.code]


async def test_the_code_of_somebody_blocked_is_off(checkout: Checkout) -> None:
    voucher = await checkout.has_code("shopify")
    await checkout.blocks()
    await checkout.drain()

    assert checkout.live(voucher) == set()
