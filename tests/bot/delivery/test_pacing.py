"""Channels are sent as much as they take, and not more."""

import asyncio

import pytest

from bot.delivery.pacing import Pace
from tests.bot.delivery.conftest import TELEGRAM, Clock, Shop, way


def most_within(moments: list[float], seconds: float) -> int:
    """How many of them lie within any such span."""
    return max(sum(at <= one < at + seconds for one in moments) for at in moments)


def pace(clock: Clock, per_second: float, every_s: float = 0) -> Pace:
    return Pace(
        per_second=per_second, address_every_s=every_s, clock=clock.seconds, sleep=clock.sleep
    )


async def turns(pace: Pace, clock: Clock, addresses: list[str], parts: int = 1) -> list[float]:
    """When each gets its turn."""
    moments: list[float] = []

    async def one(address: str) -> None:
        await pace.turn(address, parts)
        moments.append(clock.seconds())

    for address in addresses:
        await one(address)
    return moments


async def test_no_second_has_more_than_its_share_and_none_is_wasted() -> None:
    clock = Clock()
    moments = await turns(pace(clock, 29), clock, [str(number) for number in range(290)])

    assert most_within(moments, 0.999) <= 29
    assert moments[-1] <= 10


async def test_one_chat_gets_one_a_second_and_holds_nobody_up() -> None:
    clock = Clock()
    both = pace(clock, 30, every_s=1)
    ann = await turns(both, clock, ["ann"] * 4)

    assert ann == pytest.approx([0, 1, 2, 3], abs=0.001)


async def test_parts_count() -> None:
    clock = Clock()
    moments = await turns(pace(clock, 1), clock, ["a", "b", "c"], parts=2)

    assert moments == pytest.approx([0, 2, 4], abs=0.001)


async def test_addresses_are_forgotten_when_they_are_free_again() -> None:
    clock = Clock()
    one = pace(clock, 0, every_s=1)
    for number in range(1000):
        await one.turn(str(number))
        clock.pass_(seconds=1)

    assert len(one._addresses) <= 2


async def test_a_long_pause_is_told_and_a_short_one_waited_for() -> None:
    clock = Clock()
    one = pace(clock, 10)
    one.pause(2)
    assert await one.turn("a")
    assert clock.seconds() >= 2
    one.pause(60)
    assert not await one.turn("a")


async def test_after_a_pause_turns_are_spaced_again() -> None:
    clock = Clock()
    one = pace(clock, 10)
    one.pause(2)
    moments: list[float] = []

    async def take(address: str) -> None:
        await one.turn(address)
        moments.append(clock.seconds())

    await asyncio.gather(*[take(str(number)) for number in range(10)])

    assert min(moments) >= 2


async def test_both_limits_hold_for_all_who_wait_at_once() -> None:
    clock = Clock()
    one = pace(clock, 29, every_s=1)
    chats: dict[str, list[float]] = {str(number): [] for number in range(40)}

    async def take(address: str) -> None:
        await one.turn(address)
        chats[address].append(clock.seconds())

    await asyncio.gather(*[take(address) for address in chats for _ in range(2)])

    every = sorted(at for moments in chats.values() for at in moments)
    assert most_within(every, 0.999) <= 29
    assert all(later - earlier > 0.999 for earlier, later in chats.values())
    assert every[-1] < 80 / 29 + 1.1


async def test_delivery_waits_for_its_turns(shop: Shop) -> None:
    shop.ways[TELEGRAM] = way(shop.telegram, shop.clock, per_second=29)
    for _ in range(60):
        await shop.message(await shop.member())
    while await shop.drain():
        pass

    assert len(shop.telegram.sent) == 60
    assert shop.clock.seconds() >= 59 / 29
