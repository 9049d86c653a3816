"""The counter at work: owner, manager, cashier and customer, with each library on one engine."""

import asyncio
import re

import pytest

from bot.sandbox.telegram.people import Person
from core.tables import dead_letters, outbox_views
from tests.stories.conftest import Cafe, open_cafe, words_of

OWNER = 4_000_001
LINK = re.compile(r"https://t\.me/\S+\?start=\S+")
WAYS = [("aiogram", "polling", "migrated_sqlite"), ("ptb", "webhook", "migrated_postgres")]


@pytest.fixture(params=WAYS, ids=[library for library, *_ in WAYS])
def place(request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """A database, a library, a way of getting updates."""
    library, way, engine = request.param
    return str(request.getfixturevalue(engine)), library, way


async def test_a_day_at_the_counter(place: tuple[str, str, str]) -> None:
    async with open_cafe(*place, owners=str(OWNER)) as cafe:
        boss = cafe.telegram.person(OWNER, first_name="Olha", language_code="en")
        await boss.says("/start")
        max_ = await hired(cafe, boss, "Max", "manager")
        sam = await hired(cafe, boss, "Sam", "cashier")
        ann = await cafe.member("Ann")
        card = (await cafe.about(ann))["card"]

        await a_purchase(cafe, sam, ann, card)
        await a_grant(cafe, boss, max_, ann, card)
        await menus(cafe, boss, sam)
        trail = words_of(await boss.says("/audit"))
        for name in ("Sam: Ann", "Max: Ann", "Olha: Ann"):
            assert name in trail
        assert await cafe.app.database.read(dead_letters.count) == 0


async def hired(cafe: Cafe, boss: Person, name: str, role: str) -> Person:
    """Somebody whom the owner has invited, and who came."""
    await boss.says("/staff")
    invitation = await boss.taps(f"+ {role}")
    [link] = LINK.findall(words_of(invitation))
    person = cafe.stranger(name)
    assert role in words_of(await person.opens(link))
    return person


async def a_purchase(cafe: Cafe, sam: Person, ann: Person, card: str) -> None:
    """Scanned, tapped, typed, recorded, undone, recorded again; the keypad edits its message."""
    link = f"{cafe.telegram.link}?start=c_{card}"
    screen = await sam.opens(link)
    assert "Ann" in words_of(screen)
    [keypad] = await sam.taps("Purchase")
    [edited] = await sam.taps("5")
    assert edited.id == keypad.id
    await sam.says("100,00")
    assert "Earned: 100" in words_of(await sam.taps("✅"))
    assert await cafe.balance(ann) == 150
    await sam.taps("Undo")
    assert await cafe.balance(ann) == 50
    await sam.says(f"/order {card} 10")
    assert await cafe.balance(ann) == 60
    refused = words_of(await sam.says(f"/grant {card} 10 because"))
    assert refused == cafe.sentence("role-needed", role="manager")


async def a_grant(cafe: Cafe, boss: Person, max_: Person, ann: Person, card: str) -> None:
    """Too large for a manager alone: the owner's button decides."""
    assert "second person" in words_of(await max_.says(f"/grant {card} 2000 jubilee"))
    assert await cafe.balance(ann) == 60
    asked = await cafe.app.database.read(
        lambda tx: outbox_views.to_staff(tx, f"telegram:{boss.id}", limit=1)
    )
    (_, approve), _ = asked[0].message.buttons
    assert "given" in words_of(await boss.says(f"/{approve}"))
    assert await cafe.balance(ann) == 2060


async def menus(cafe: Cafe, boss: Person, sam: Person) -> None:
    """Telegram shows each the commands of their role."""
    for person, has, lacks in ((boss, "audit", "nothing"), (sam, "order", "audit")):
        words = await menu_of(cafe, person)
        assert has in words
        assert lacks not in words


async def menu_of(cafe: Cafe, person: Person) -> list[str]:
    """The commands in the person's menu, as soon as there are any."""
    scope = {"type": "chat", "chat_id": person.id}
    for _ in range(200):
        if found := cafe.telegram.commands(scope=scope):
            return [str(one["command"]) for one in found]
        await asyncio.sleep(0.05)
    raise TimeoutError
