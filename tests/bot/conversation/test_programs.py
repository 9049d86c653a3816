"""The owner reads the rules in chat, sends a new file, sees what changes, and goes back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import pytest

from bot.conversation.messages import Attached, Incoming
from bot.conversation.router import Router
from bot.ports import Database
from core.model import Channel
from core.program.loading import TEXT_MAX
from core.program.values import LANGUAGES
from core.tables import programs
from core.transaction import Row, Transaction
from tests.bot.conversation.conftest import Counter, Person
from tests.core.program.cafe import CAFE, cafe

T = TypeVar("T")
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


class Writers:
    """The database; it notes what is asked in transactions that write."""

    def __init__(self, database: Database) -> None:
        self.database, self.asked = database, list[str]()
        self.read, self.read_long = database.read, database.read_long

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Run the work, noting its statements."""
        return await self.database.run(lambda tx: work(cast("Transaction", Noting(tx, self.asked))))


@dataclass
class Noting:
    """A transaction whose statements are noted."""

    tx: Transaction
    asked: list[str]

    def rows(self, sql: str, **values: Any) -> list[Row]:
        """Do it, and note it."""
        self.asked.append(sql)
        return self.tx.rows(sql, **values)


async def test_looking_at_a_file_adds_up_everybody_outside_of_what_is_locked(
    counter: Counter,
) -> None:
    """Whichever way the rules change; only the draft is written, and an open question closed."""
    boss, database = await counter.owner(), Writers(counter.database)
    await counter.customer()
    counter.router = Router(cast("Database", database), counter.acts)
    everybody = "FROM members WHERE status <> 'erased'"
    await boss.says("find")
    assert "300" in await sends(boss, cafe("from = 300", "from = 200").encode())
    await boss.taps("Put in force")
    await boss.says("program back 1")

    assert any("program_drafts" in one for one in database.asked)
    assert not any(everybody in one for one in database.asked)
    assert "Nobody found" not in await boss.says("nonsense")


async def test_errors_are_told_by_line_and_change_nothing(counter: Counter) -> None:
    boss = await counter.owner()
    said = await sends(boss, cafe('currency = "EUR"', 'currency = "EURO"').encode())
    assert "no program yet" in said
    assert "2: currency" in said
    assert "no program yet" in await sends(boss, b"not = [toml")
    assert "too long" in await sends(boss, b"#" * (TEXT_MAX + 1))
    await counter.customer()
    assert "can't change its currency" in await sends(boss, CAFE.replace('"EUR"', '"UAH"').encode())
    for bad in (b"\xff\xfe\x00", None):
        assert "I can't read “program.toml”" in await sends(boss, bad)
    assert await version(counter) == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("uk", "rewards[0].cost: тут потрібно: ціле число, не менше за 1"),
        ("ru", "rewards[0].cost: здесь нужно: целое число, не меньше 1"),
        ("pl", "rewards[0].cost: tu powinno być: liczba całkowita, co najmniej 1"),
        ("ro", "rewards[0].cost: aici trebuie: un număr întreg, cel puțin 1"),
    ],
)
async def test_an_owner_reads_whats_wrong_in_their_own_language(
    counter: Counter, language: str, told: str
) -> None:
    """Of types, of the file's own parts, and of TOML itself: nothing is left in English."""
    counter.acts.program = counter.acts.program.model_copy(update={"languages": (*LANGUAGES,)})
    boss = await counter.owner()
    boss.language = language
    wrong = cafe("cost = 60", 'tier = "gold"\ncost = 0')
    said = await sends(boss, wrong.replace("months = 12\n", "").encode())
    english = re.compile(r"give|missing|there is|say how|found|at least|not TOML")

    assert told in said
    assert "rewards[0].tier" in said
    assert "expiry: " in said
    assert not english.search(said)
    assert not english.search((await sends(boss, b"not = [toml")).replace(" TOML", ""))


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


async def test_who_will_be_spoken_to_in_another_language_is_counted_and_by_whom(
    counter: Counter,
) -> None:
    boss = await counter.owner()
    await counter.customer(language="uk")
    said = await sends(boss, cafe('languages = ["en", "uk"]', 'languages = ["en"]').encode())

    assert "“English” instead of “Українська”: 1" in said
    assert "1 – 10 March 2026, the first start" in await boss.says("program history")
