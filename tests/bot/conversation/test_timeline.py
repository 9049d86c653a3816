"""timeline: a manager sees all that happened to a customer, page by page."""

import pytest

from core.model import Role
from core.program.values import LANGUAGES
from tests.bot.conversation.conftest import Counter


async def test_a_manager_sees_what_happened_and_older_pages(counter: Counter) -> None:
    ann = await counter.customer()
    card = (await counter.member(ann)).card
    sam, tom = await counter.works(Role.CASHIER), await counter.works(Role.MANAGER, "Tom")
    for number in range(8):
        counter.passes(minutes=1)
        await sam.says(f"order {card} {number + 10}")

    newest = await tom.says(f"timeline {card}")
    pages = [newest]
    while any("Older" in label for label in tom.labels):
        pages.append(await tom.taps("Older"))

    assert f"Ann, card {card}" in newest
    assert "till/" in newest
    assert ["joining" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert "\n".join(pages).count("🛒") == 8


async def test_a_timeline_of_nobody_is_refused(counter: Counter) -> None:
    tom = await counter.works(Role.MANAGER)

    assert "2040128169768" in await tom.says("timeline")
    assert await tom.says("timeline 123") == await tom.says("member 123")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_timeline_reads_in_every_language(counter: Counter, language: str) -> None:
    ann = await counter.customer()
    card = (await counter.member(ann)).card
    tom = await counter.works(Role.MANAGER, language=language)

    assert card in await tom.says(f"timeline {card}")
