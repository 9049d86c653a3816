"""What is done in an hour: everybody does one thing at a time, and some at the very same moment."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from random import Random
from typing import Any

from tests.simulation.customers import Customer
from tests.simulation.everybody import Everybody

MOMENTS = 6
AT_CASHIERS = 4  # two people before each of both

Act = Coroutine[Any, Any, None]


def acts(everybody: Everybody, many: int) -> Iterator[Act]:
    """So many customers' acts, and those of whoever else has something to do."""
    random = everybody.world.random
    here = [one for one in everybody.customers if not one.gone]
    some = random.sample(here, min(many, len(here)))
    others = [one for one in here if one not in some]  # who hold their phones in their hands
    for act in (
        *(customer.acts() for customer in some),
        *_at_the_counter(everybody, some, others),
        *_in_the_office(everybody, others),
        *_elsewhere(everybody, others[AT_CASHIERS:]),
    ):
        yield _soon(random, act)
    for shop in everybody.world.shops.values():
        if random.random() < 0.6:
            shop.trades(random.choice(here))


def _at_the_counter(
    everybody: Everybody, some: Sequence[Customer], others: Sequence[Customer]
) -> Iterator[Act]:
    random = everybody.world.random
    for number, cashier in enumerate(everybody.cashiers):
        if len(others) > 2 * number + 1:
            customer, passer = others[2 * number : 2 * number + 2]
            yield cashier.serves(customer, passer)
        if some and random.random() < 0.5:  # at the till, and in the chat
            yield cashier.types(random.choice(some))
    if len(others) > 1 and random.random() < 0.3:
        yield everybody.corrector.serves(*random.sample(others, 2))


def _in_the_office(everybody: Everybody, others: Sequence[Customer]) -> Iterator[Act]:
    random = everybody.world.random
    if others and random.random() < 0.3:
        yield everybody.manager.decides(random.choice(others))
    for _ in range(2):
        if random.random() < 0.2:
            yield everybody.seconds.decide()
    if random.random() < 0.1:
        yield everybody.owner.decides()


def _elsewhere(everybody: Everybody, others: Sequence[Customer]) -> Iterator[Act]:
    random = everybody.world.random
    if random.random() < 0.4:
        yield random.choice(everybody.texters).acts()
    for twins in everybody.twins:
        if random.random() < 0.2:
            yield twins.act()
        if twins.done > 1 and random.random() < 0.2:  # meanwhile either card is used
            one = random.choice((twins.first, twins.second))
            yield everybody.cashiers[0].types(one)
    if random.random() < 0.15 and (can := [one for one in others if not one.person.blocked]):
        yield everybody.bring(random.choice(can))


async def _soon(random: Random, act: Act) -> None:
    await asyncio.sleep(random.randrange(MOMENTS))  # some at the very same moment
    await act
