"""loyalty codes and loyalty raffle, as typed."""

import asyncio
import subprocess
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot import schedule
from bot.acts import Acts
from bot.cli.main import app
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.ports import Database
from bot.programs import preset_text
from core import adjusting, joining
from core.joining import Newcomer
from core.rewards import redeeming
from core.transaction import Transaction
from tests.core.program.shelf import BIKE, CINEMA_CODE

REWARDS = CINEMA_CODE + BIKE
BEFORE, AFTER = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 21, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, whose program has a partner and a raffle."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.toml").write_text(preset_text("starter") + REWARDS, encoding="utf-8")
    monkeypatch.setenv("LOYALTY_PROGRAM", "program.toml")
    return tmp_path


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*args])
    return result.exit_code, result.stdout, result.stderr


def _file(here: Path, text: str) -> str:
    (here / "codes.txt").write_text(text, encoding="utf-8")
    return "codes.txt"


def test_codes_are_added_and_counted(here: Path) -> None:
    code, out, _ = _run("codes", "import", "cinema", _file(here, "\ufeffONE\n\n TWO \r\nTHREE"))

    assert (code, out) == (0, "3 codes added. cinema: 3 free.\n")
    [line] = _run("codes", "list")[1].splitlines()
    assert line.split() == [
        "cinema", "City", "Cinema", "free", "3", "taken", "0", "running", "low",
    ]  # fmt: skip


def test_a_wrong_line_is_named_and_nothing_is_added(here: Path) -> None:
    code, out, err = _run("codes", "import", "cinema", _file(here, f"ONE\nT W O\nONE\n{'X' * 65}"))

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "codes.txt:2: a code is one word of printable signs",
        'codes.txt:3: "ONE" stands on line 1 already',
        "codes.txt:4: a code has at most 64 signs, this one 65",
        "Nothing was added.",
    ]
    assert "sold out" in _run("codes", "list")[1]


def test_a_code_the_pool_had_is_refused_with_all_the_others(here: Path) -> None:
    _run("codes", "import", "cinema", _file(here, "ONE\nTWO"))
    code, _, err = _run("codes", "import", "cinema", _file(here, "THREE\nTWO"))

    assert (code, err.splitlines()) == (
        1,
        ['codes.txt:2: "TWO" is in the pool', "Nothing was added."],
    )
    assert "free       2" in _run("codes", "list")[1]


@pytest.mark.parametrize("reward", ["coffee", "tea"])
def test_another_reward_has_no_pool(here: Path, reward: str) -> None:
    code, _, err = _run("codes", "import", reward, _file(here, "ONE"))

    assert code == 2
    assert "there are: cinema" in err


def test_a_file_that_is_not_there_is_said_so(here: Path) -> None:
    code, _, err = _run("codes", "import", "cinema", "nowhere.txt")

    assert (code, len(err.splitlines())) == (2, 1)


def test_a_raffle_nobody_plays_has_nothing_to_show(here: Path) -> None:
    assert _run("raffle", "show", "bike")[0] == 1


def test_a_draw_is_shown_with_all_it_takes_to_check_it(here: Path) -> None:
    tickets = asyncio.run(_buy(3))
    before = _run("raffle", "show", "bike")[1]
    asyncio.run(_draw())
    code, out, _ = _run("raffle", "show", "bike")
    seed = next(line.removeprefix("seed: ") for line in out.splitlines() if "seed: " in line)
    shown = [line.split()[0] for line in out.splitlines()[-3:]]

    assert code == 0
    assert seed not in before
    assert sha256(seed.encode()).hexdigest() in before
    assert sorted(before.splitlines()[-3:]) == sorted(tickets)
    assert shown == sorted(tickets, key=lambda one: sha256(f"{seed}|{one}".encode()).hexdigest())
    assert out.splitlines()[-3].endswith("  won")


def test_the_recipe_that_is_shown_gives_the_same_order(here: Path) -> None:
    tickets = asyncio.run(_buy(4))
    asyncio.run(_draw())
    out = _run("raffle", "show", "bike")[1].splitlines()
    [recipe] = [line.removeprefix("check it: ") for line in out if line.startswith("check it: ")]
    (here / "tickets.txt").write_text("".join(f"{one}\n" for one in tickets))
    done = subprocess.run(["bash", "-c", recipe], capture_output=True, text=True, check=True)  # noqa: S603, S607 our own recipe

    assert [line.split()[1] for line in done.stdout.splitlines()] == [
        line.split()[0] for line in out[-4:]
    ]


async def _buy(count: int) -> list[str]:
    """Somebody buys so many tickets; their codes."""
    async with opened("sqlite:///loyalty.db") as database:
        acts = await _acts(database, BEFORE)

        def work(tx: Transaction) -> list[str]:
            newcomer = Newcomer(name="Ann", language="en", phone="+380501234567")
            member = joining.enrol(tx, acts.new("join", actor="test"), newcomer, []).member.id
            act = acts.new("give", actor="test")
            adjusting.adjust(tx, act, member_id=member, points=500, reason="to begin with")
            return [
                redeeming.redeem(
                    tx, acts.new(f"tap {number}", actor="test"), member_id=member, reward_id="bike"
                ).code
                for number in range(count)
            ]

        return await database.run(work)


async def _draw() -> None:
    async with opened("sqlite:///loyalty.db") as database:
        assert (await schedule.tick(database, await _acts(database, AFTER)))["raffles drawn"] == 1


async def _acts(database: Database, now: datetime) -> Acts:
    await migrate(database)
    return await Acts.start(
        database, preset_text("starter") + REWARDS, clock=lambda: now, random=Random(7)
    )
