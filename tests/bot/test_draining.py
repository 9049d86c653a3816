"""What is due is looked for again, whatever has failed, until stopped."""

import asyncio

import pytest

from bot.draining import keep_draining
from bot.ports import WorldError


async def test_a_world_that_is_away_for_several_at_once_is_one_line_and_a_bug_is_told_besides(
    caplog: pytest.LogCaptureFixture,
) -> None:
    away = [WorldError("The server is away."), WorldError("The server is away.")]
    fails = [ExceptionGroup("", away), ExceptionGroup("", [*away, KeyError("a bug")])]

    async def drain(stop: asyncio.Event) -> None:
        if not fails:
            stop.set()
            return
        raise fails.pop(0)

    await keep_draining(drain, asyncio.Event(), what="sending", every_s=0.001)

    told = [(one.getMessage(), bool(one.exc_info)) for one in caplog.records]
    put_off = ("sending put off: The server is away.", False)
    assert told == [put_off, put_off, ("sending broken off", True)]


async def test_neither_the_world_nor_a_bug_of_ours_ends_it_and_a_stop_does_at_once() -> None:
    tries: list[str] = []

    async def drain(stop: asyncio.Event) -> None:
        tries.append("try")
        if len(tries) == 1:
            raise WorldError("away")
        if len(tries) == 2:
            raise KeyError("a bug")
        stop.set()

    async with asyncio.timeout(5):
        await keep_draining(drain, asyncio.Event(), what="a test", every_s=0.001)
    assert len(tries) == 3

    stopping = asyncio.Event()
    never: list[int] = []

    async def waits(stop: asyncio.Event) -> None:
        never.append(1)
        asyncio.get_running_loop().call_soon(stop.set)

    async with asyncio.timeout(5):
        await keep_draining(waits, stopping, what="a test", every_s=3600)
    assert never == [1]
