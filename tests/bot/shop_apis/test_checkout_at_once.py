"""Several workers at once, and what happens meanwhile: on both engines."""

import asyncio
from functools import partial

from core.tables import shop_codes
from tests.bot.shop_apis.checkout import Checkout


async def test_two_workers_make_one_code(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    vouchers = [await checkout.redeems() for _ in range(4)]

    await asyncio.gather(*(checkout.drain() for _ in range(3)))

    stand_in = checkout.shops["shopify"].stand_in
    assert len(stand_in.made) == len(vouchers)


async def test_a_worker_that_died_is_followed_by_another(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    voucher = await checkout.redeems()
    await checkout.leases("shopify")

    assert await checkout.drain() == {}
    checkout.clock.pass_(minutes=6)
    assert await checkout.drain() == {"done": 1}
    assert checkout.live(voucher) == {"shopify"}


async def test_what_changes_while_it_is_made_is_looked_at_again(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    voucher = await checkout.redeems()
    task = await checkout.leases("shopify")
    await checkout.undoes(voucher)

    assert await checkout.drain() == {}  # nobody comes between
    assert not await checkout.database.run(partial(shop_codes.done, task=task, worker="w"))
    assert await checkout.drain() == {"done": 1}
    assert checkout.live(voucher) == set()
