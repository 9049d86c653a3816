"""The counter under many hands at once: each thing happens once, to one person."""

import asyncio
from random import Random

import pytest

from bot.acts import Acts
from bot.conversation.router import Router
from bot.ports import Database
from core.model import Role
from core.tables import outbox_views, staff
from tests.bot.conversation.conftest import NOON, Counter, code_in
from tests.core.program.cafe import CAFE

MANY = 8


@pytest.fixture
async def busy(database: Database) -> Counter:
    """The café's counter, on either engine."""
    acts = await Acts.start(database, CAFE, clock=lambda: NOON, random=Random(7))
    return Counter(database, acts, Router(database, acts, bot=lambda: "cafe_bot"))


async def test_many_taps_at_once_record_one_purchase(busy: Counter) -> None:
    ann, sam = await busy.customer(), await busy.works(Role.CASHIER)
    await sam.says(f"order {(await busy.member(ann)).card}")
    await sam.says("10")
    tap = sam.button("✅").command
    said = await asyncio.gather(*(sam.says(tap, tap=True) for _ in range(MANY)))

    assert len(set(said)) == 1
    assert await busy.balance(ann) == 60


async def test_many_undos_at_once_take_back_one_act(busy: Counter) -> None:
    ann, sam = await busy.customer(), await busy.works(Role.CASHIER)
    await sam.says(f"order {(await busy.member(ann)).card} 10")
    undo = sam.button("Undo").command
    said = await asyncio.gather(*(sam.says(undo, tap=True) for _ in range(MANY)))

    assert len(set(said)) == 1
    assert await busy.balance(ann) == 50


async def test_one_of_many_claims_a_receipt(busy: Counter) -> None:
    sam = await busy.works(Role.CASHIER)
    people = [await busy.customer(f"P{number}") for number in range(MANY)]
    code = code_in(await sam.says("receipt 10"))
    await asyncio.gather(*(one.says(f"/start {code}") for one in people))

    assert sum([await busy.balance(one) for one in people]) == MANY * 50 + 10


async def test_a_receipt_undone_while_it_is_claimed_brings_nothing(busy: Counter) -> None:
    """Whichever comes first: the code is withdrawn, or what it brought is taken back."""
    sam, ann = await busy.works(Role.CASHIER), await busy.customer()
    for _ in range(MANY):
        code = code_in(await sam.says("receipt 10"))
        undo = sam.button("Undo").command
        await asyncio.gather(sam.says(undo, tap=True), ann.says(f"/start {code}"))
        await ann.says(f"/start {code}")

        assert await busy.balance(ann) == 50


async def test_many_undos_of_a_grant_take_it_back_once(busy: Counter) -> None:
    ann, max_ = await busy.customer(), await busy.works(Role.MANAGER, "Max")
    await max_.says(f"grant {(await busy.member(ann)).card} 100 sorry")
    undo = max_.button("Undo").command
    said = await asyncio.gather(*(max_.says(undo, tap=True) for _ in range(MANY)))

    assert len(set(said)) == 1
    assert await busy.balance(ann) == 50


async def test_one_of_many_uses_an_invitation(busy: Counter) -> None:
    boss = await busy.owner()
    code = code_in(await boss.says("staff add manager"))
    people = [busy.person(f"P{number}") for number in range(MANY)]
    await asyncio.gather(*(one.says(f"/start {code}") for one in people))
    managers = await busy.database.read(lambda tx: staff.everybody(tx, Role.MANAGER))

    assert len(managers) == 1


async def test_two_who_decide_at_once_decide_once(busy: Counter) -> None:
    boss, bob = await busy.owner(), await busy.works(Role.OWNER, "Bob")
    max_, ann = await busy.works(Role.MANAGER, "Max"), await busy.customer()
    await max_.says(f"grant {(await busy.member(ann)).card} 2000 jubilee")
    [posted] = await busy.database.read(
        lambda tx: outbox_views.to_staff(tx, f"telegram:{boss.id}", limit=1)
    )
    (_, approve), (_, refuse) = posted.message.buttons
    said = await asyncio.gather(
        *(one.says(word, tap=True) for one in (boss, bob) for word in (approve, refuse))
    )

    assert len(set(said)) == 1
    assert await busy.balance(ann) in (50, 2050)
