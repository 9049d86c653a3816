"""The owner reads the rules in chat, sends a new file, sees what changes, and goes back."""

import pytest

from bot.conversation.messages import Attached, Incoming
from core.model import Channel
from core.program.loading import TEXT_MAX
from core.tables import programs
from tests.bot.conversation.conftest import Counter, Person
from tests.core.program.cafe import CAFE, cafe

CHEAPER = cafe("cost = 60", "cost = 40")


async def sends(boss: Person, content: bytes | None, name: str = "program.toml") -> str:
    """Send a file; the answer's text."""
    file = Attached(name=name, size=len(content or b""), id="f1", content=content)
    incoming = Incoming(
        channel=Channel.TELEGRAM,
        sender=boss.id,
        event_id=f"{boss.id}:{next(boss.counter.events)}",
        file=file,
        language=boss.language,
        name=boss.name,
    )
    boss.last = await boss.counter.router.answer(incoming)
    assert boss.last
    return boss.last.text


async def version(counter: Counter) -> int:
    """The version in force."""
    await counter.acts.refresh(counter.database)
    return await counter.database.read(programs.newest_version)


async def test_a_file_is_shown_as_what_it_changes_and_put_in_force_once(counter: Counter) -> None:
    boss = await counter.owner()
    assert "version 1" in await boss.says("program")
    said = await sends(boss, CHEAPER.encode())
    assert "➖" in said
    assert "60 points" in said
    assert "40 points" in said
    assert await version(counter) == 1

    apply = boss.button("Put in force").command
    assert "Version 2 is in force" in await boss.says(apply, tap=True)
    assert "Version 2 is in force" in await boss.says(apply, tap=True)
    assert await version(counter) == 2
    assert "Version 2 is in force" in await boss.says(apply, tap=True)
    history = await boss.says("program history")
    assert "2 – 10 March 2026, 900" in history

    assert "program: version 2 put in force" in await boss.says("audit")
    await boss.says("program history")
    assert "40 points" in await boss.taps("Back to version 1")
    await boss.taps("Put in force")
    assert await version(counter) == 3
    assert counter.acts.program.rewards[0].cost == 60


async def test_errors_are_told_by_line_and_change_nothing(counter: Counter) -> None:
    boss = await counter.owner()
    said = await sends(boss, cafe('currency = "EUR"', 'currency = "EURO"').encode())
    assert "no program yet" in said
    assert "2: currency" in said
    assert "no program yet" in await sends(boss, b"not = [toml")
    assert "too long" in await sends(boss, b"#" * (TEXT_MAX + 1))
    assert "can't change its currency" in await sends(boss, CAFE.replace('"EUR"', '"UAH"').encode())
    for bad in (b"\xff\xfe\x00", None):
        assert "I can't read “program.toml”" in await sends(boss, bad)
    assert await version(counter) == 1


async def test_another_file_in_between_is_not_applied_by_the_old_button(counter: Counter) -> None:
    boss = await counter.owner()
    await sends(boss, CHEAPER.encode())
    old = boss.button("Put in force").command
    await sends(boss, cafe("cost = 60", "cost = 50").encode())
    assert "not what I last showed" in await boss.says(old, tap=True)
    assert boss.labels == ["📜 Rules"]
    await boss.says("program drop", tap=True)
    assert await version(counter) == 1
    assert "no version 9" in await boss.says("program back 9")


@pytest.mark.parametrize("works", [False, True])
async def test_a_file_of_anybody_else_is_not_understood(counter: Counter, works: bool) -> None:
    from core.model import Role

    eve = await counter.works(Role.MANAGER) if works else await counter.customer()
    said = await sends(eve, CHEAPER.encode())
    assert said == await eve.says("colourless green ideas")
    assert await version(counter) == 1
