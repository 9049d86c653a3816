"""What is done in an hour: everybody does one thing at a time, and some at the very same moment."""

import asyncio
from collections.abc import Coroutine, Iterator
from random import Random
from typing import Any

from tests.simulation.everybody import Everybody

MOMENTS = 6

Act = Coroutine[Any, Any, None]


def acts(everybody: Everybody, many: int) -> Iterator[Act]:
    """So many customers' acts, and those of whoever else has something to do."""
    random = everybody.world.random
    here = [one for one in everybody.customers if not one.gone]
    some = random.sample(here, min(many, len(here)))
    for customer in some:
        yield _soon(random, customer.acts())
    if random.random() < 0.4:
        yield _soon(random, random.choice(everybody.texters).acts())
    others = [one for one in here if one not in some]  # who hold their phones in their hands
    for number, cashier in enumerate(everybody.cashiers):
        if len(others) > 2 * number + 1:
            customer, passer = others[2 * number : 2 * number + 2]
            yield _soon(random, cashier.serves(customer, passer))
        if some and random.random() < 0.5:  # at the till, and in the chat
            yield _soon(random, cashier.types(random.choice(some)))
    if others and random.random() < 0.3:
        yield _soon(random, everybody.manager.decides(random.choice(others)))
    if random.random() < 0.1:
        yield _soon(random, everybody.owner.decides())
    for shop in everybody.world.shops.values():
        if random.random() < 0.7:
            shop.trades(random.choice(here))


async def _soon(random: Random, act: Act) -> None:
    await asyncio.sleep(random.randrange(MOMENTS))  # some at the very same moment
    await act
