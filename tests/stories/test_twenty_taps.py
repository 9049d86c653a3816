"""Twenty taps at the same moment, through the whole app, on both engines."""

import asyncio
from typing import Any

import httpx

from bot.sandbox.telegram.people import Person
from bot.trust import trusted
from tests.stories.conftest import SECRET, Cafe, code_in, open_cafe, words_of

TAPS = 20


async def test_twenty_taps_one_after_another_buy_one_reward(database_url: str) -> None:
    async with open_cafe(database_url, "ptb", "polling") as cafe:
        ann = await rich(cafe)
        for tap in [ann.tap_only("Free coffee") for _ in range(TAPS)]:
            await tap.confirmed(30)

        await assert_one_reward(cafe, ann)
        assert len(ann.toasts) == TAPS


async def test_twenty_taps_at_once_buy_one_reward(database_url: str) -> None:
    async with open_cafe(database_url, "ptb", "webhook") as cafe:
        ann = await rich(cafe)
        first = ann.tap_only("Free coffee")
        taps = [again(first.raw, number) for number in range(TAPS)]

        assert await at_once(cafe, taps) == {200}
        await assert_one_reward(cafe, ann)


async def test_twenty_deliveries_of_one_message_at_once_buy_one_reward(database_url: str) -> None:
    async with open_cafe(database_url, "ptb", "webhook") as cafe:
        ann = await rich(cafe)
        update = ann.send_only("redeem coffee")

        assert await at_once(cafe, [update.raw] * TAPS) == {200}
        await assert_one_reward(cafe, ann)


async def test_twenty_people_tapping_at_once_get_one_reward_each(database_url: str) -> None:
    async with open_cafe(database_url, "ptb", "webhook") as cafe:
        async with asyncio.TaskGroup() as street:
            walking = [street.create_task(rich(cafe)) for _ in range(TAPS)]
        people = [one.result() for one in walking]
        async with asyncio.TaskGroup() as taps:
            asked = [taps.create_task(one.taps("Free coffee", timeout_s=30)) for one in people]

        assert len({code_in(one.result()) for one in asked}) == TAPS
        assert {await cafe.balance(person) for person in people} == {1050 - 60}


async def rich(cafe: Cafe) -> Person:
    """Somebody who looks at the rewards and can buy coffee many times."""
    ann = await cafe.member()
    await cafe.sells(ann, "1000.00")
    await ann.says("/rewards", timeout_s=30)
    return ann


def again(raw: dict[str, Any], number: int) -> dict[str, Any]:
    """The same button, tapped once more: Telegram gives every tap an id of its own."""
    tap = raw["callback_query"] | {"id": f"{raw['callback_query']['id']}{number}"}
    return raw | {"update_id": raw["update_id"] + 1 + number, "callback_query": tap}


async def at_once(cafe: Cafe, updates: list[dict[str, Any]]) -> set[int]:
    """Post the updates side by side; the statuses that came back."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with httpx.AsyncClient(
        verify=trusted(), base_url=cafe.api.base_url, headers=headers, timeout=30
    ) as out:
        posts = [out.post("/webhooks/telegram", json=raw) for raw in updates]
        return {answer.status_code for answer in await asyncio.gather(*posts)}


async def assert_one_reward(cafe: Cafe, person: Person) -> None:
    """One voucher was bought, and every answer names it."""
    answers = [one for one in person.messages if one.photo]
    assert len(answers) >= TAPS
    assert len({code_in([answer]) for answer in answers}) == 1
    assert await cafe.balance(person) == 1050 - 60
    assert words_of(await person.says("/vouchers")).count("Free coffee") == 1
