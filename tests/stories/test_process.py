"""The bot as a process: how it starts, what it says when it can't, and how it ends."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.trust import trusted
from tests.stories.conftest import CODE, TEXTS, everything, free_port
from tests.stories.processes import (
    QUICK,
    Ended,
    Running,
    loyalty,
    running,
    running_anew,
    telegram_settings,
    until,
)


async def assert_ready(port: int) -> None:
    """Everything works, it says."""
    async with httpx.AsyncClient(verify=trusted(), base_url=f"http://127.0.0.1:{port}") as web:
        answer = await web.get("/health/ready")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok"), answer.text


# run


async def test_run_without_settings_plays_the_story_serves_and_stops_when_told(
    tmp_path: Path,
) -> None:
    port = free_port()
    async with running_anew(tmp_path, "run", port=port) as bot:
        told = await bot.says("The story is over")
        await assert_ready(port)
        async with asyncio.timeout(10):
            ended = await bot.stopped(signal.SIGTERM)

    assert all(name in told for name in ("Ann", "Олена", "Zofia", f"http://127.0.0.1:{port}/docs"))
    assert all(word in told for word in ("⏳ De folosit", "🎂 La mulți ani!", "🛒 Coșul tău"))
    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err


@pytest.mark.parametrize("program", ["starbucks", "rei", "loyalty-plus"])
async def test_the_story_leaves_out_what_the_program_does_not_have(
    tmp_path: Path, program: str
) -> None:
    port = free_port()
    async with running(tmp_path, "run", port=port, program=program, **QUICK) as bot:
        await bot.says("The story is over")
        await assert_ready(port)
        ended = await bot.stopped(signal.SIGTERM)

    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err


async def test_two_bots_on_one_database_tell_their_stories(tmp_path: Path) -> None:
    ports = free_port(), free_port()
    async with (
        running(tmp_path, "run", port=ports[0], **QUICK) as one,
        running(tmp_path, "run", port=ports[1], **QUICK) as two,
    ):
        for bot in (one, two):
            await bot.says("The story is over")
        for port in ports:
            await assert_ready(port)
        ends = [await bot.stopped(signal.SIGINT) for bot in (one, two)]

    assert [end.code for end in ends] == [0, 0]
    assert not any("Traceback" in end.err for end in ends)


async def test_sigterm_while_starting_is_obeyed(tmp_path: Path) -> None:
    port = free_port()
    async with running_anew(tmp_path, "run", port=port, **QUICK) as bot:
        await until((tmp_path / "loyalty.db").exists)
        ended = await bot.stopped(signal.SIGTERM)

    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err


BROKEN = 'name = "Café"\ncurrency = "EUR"\n[[earning]\n'


@pytest.mark.parametrize(
    ("settings", "code", "sentence"),
    [
        ({"port": "many"}, 2, "LOYALTY_PORT: it must be a whole number."),
        (
            {"telegram_token": "1:x", "public_url": "https://x"},
            2,
            "LOYALTY_TELEGRAM_WEBHOOK_SECRET",
        ),
        ({"program": "broken.toml"}, 1, "broken.toml:3: this is not TOML"),
        (
            {"database_url": "postgresql://cafe:hidden@127.0.0.1:1/cafe"},
            1,
            "The PostgreSQL database cafe at 127.0.0.1 can't be reached",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
async def test_what_stops_it_is_one_sentence(
    tmp_path: Path, settings: dict[str, str], code: int, sentence: str
) -> None:
    (tmp_path / "broken.toml").write_text(BROKEN)
    ended = await loyalty(tmp_path, "run", **({"port": "0"} | settings))

    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(sentence), ended.err
    assert ended.err.count("\n") == 1
    assert "hidden" not in ended.err


async def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = await loyalty(tmp_path, "run", port=port, **QUICK)

    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith(f"Port {port} of 127.0.0.1 is taken"), ended.err
    assert "Traceback" not in ended.err


# the other commands


async def test_chat_reads_lines_and_taps_by_number(tmp_path: Path) -> None:
    chatted = await loyalty(tmp_path, "chat", "--as", "Bob", said="1\npoints\nthe end")
    again = await loyalty(tmp_path, "chat", "--as", "Bob", said="exit\n")
    olena = await loyalty(tmp_path, "chat", "--as", "Олена", "--language", "uk", said="exit\n")

    assert (chatted.code, again.code, olena.code) == (0, 0, 0), chatted.err + again.err
    assert "Bob" in chatted.out
    assert "You have: 50 points" in chatted.out
    assert "You have: 50 points" in again.out
    assert TEXTS.label("uk", "button-join-quiet") in olena.out


async def test_doctor_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "junk.db").write_bytes(b"junk" * 4096)
    fresh, junk = await asyncio.gather(
        loyalty(tmp_path, "doctor"), loyalty(tmp_path, "doctor", database_url="sqlite:///junk.db")
    )
    migrated = [await loyalty(tmp_path, "migrate") for _ in range(2)]
    healthy = await loyalty(tmp_path, "doctor")

    assert (fresh.code, "run `loyalty migrate`" in fresh.err) == (1, True)
    assert (junk.code, "is not a SQLite database" in junk.err) == (1, True)
    assert "0001_start" in migrated[0].out
    assert migrated[1].out == "The schema is up to date.\n"
    assert (healthy.code, healthy.out) == (0, "All else is well.\n"), healthy.err
    assert "start it with `loyalty run`" in healthy.err


async def test_tick_does_what_is_due_at_that_moment_once(tmp_path: Path) -> None:
    await loyalty(tmp_path, "chat", "--as", "Ann", said="join\nbirthday 29.02\n")
    birthday = await loyalty(tmp_path, "tick", "--at", "2101-02-28T12:00:00+02:00")
    again = await loyalty(tmp_path, "tick", "--at", "2101-02-28T13:00:00+02:00")
    wrong = await loyalty(tmp_path, "tick", "--at", "yesterday")

    assert {"points expired": "50", "birthday points": "100"}.items() <= counted(birthday).items()
    assert {"points expired": "0", "birthday points": "0"}.items() <= counted(again).items()
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)


def counted(ended: Ended) -> dict[str, str]:
    """The table of what a tick did."""
    rows = (line.rpartition(" ") for line in ended.out.splitlines())
    return {what.strip(): count for what, _, count in rows}


# SIGKILL


PEOPLE, REDEMPTIONS, KILLS = 8, 6, 2


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    """A Telegram that outlives the bot."""
    async with TelegramStandIn() as telegram:
        yield telegram


async def test_while_telegram_refuses_it_the_bot_goes_on_asking(
    tmp_path: Path, telegram: TelegramStandIn
) -> None:
    settings = QUICK | {"telegram_token": telegram.token, "telegram_api_url": telegram.url}
    telegram.fail_next("getMe", Failure.error(403, "Forbidden: not from here"))
    port = free_port()
    async with running(tmp_path, "run", port=port, **settings) as bot:
        await bot.logs("Telegram refuses us (Forbidden: not from here)")
        await bot.logs("serving @")
        await assert_ready(port)


async def test_sigkill_under_load_loses_and_doubles_nothing(
    tmp_path: Path, telegram: TelegramStandIn
) -> None:
    settings = telegram_settings(telegram) | {"api_keys": "key"}
    told: dict[str, Person] = {}
    people = [telegram.person(7000 + number) for number in range(PEOPLE)]
    updates = [person.send_only("join") for person in people]
    for _ in range(KILLS):
        port = free_port()
        async with running(tmp_path, "run", port=port, **settings) as bot:
            await asyncio.gather(*(one.confirmed(30) for one in updates))
            await endow(people, port)
            updates = [one.send_only("redeem coffee") for _ in range(REDEMPTIONS) for one in people]
            told |= await kill_amid_answers(bot, people)
    async with running(tmp_path, "run", port=free_port(), **settings):
        await asyncio.gather(*(one.confirmed(30) for one in updates))
        known = [await everything(person) for person in people]

    assert told.items() <= {
        (voucher["code"], person)
        for person, data in zip(people, known, strict=True)
        for voucher in data["vouchers"]
    }
    for data in known:
        assert len(data["vouchers"]) == KILLS * REDEMPTIONS
        assert data["member"]["balance"] == 50 + KILLS * 1000 - KILLS * REDEMPTIONS * 60
        assert data["member"]["balance"] == sum(entry["points"] for entry in data["entries"])


async def endow(people: list[Person], port: int) -> None:
    """Give everybody 1,000 points."""
    headers = {"Authorization": "Bearer key", "Idempotency-Key": f"{port}"}
    async with httpx.AsyncClient(
        verify=trusted(), base_url=f"http://127.0.0.1:{port}", headers=headers
    ) as api:
        for one in people:
            key = {"telegram_id": str(one.id)}
            member = (await api.get("/api/v1/members", params=key)).json()["id"]
            gift = {"points": 1000, "reason": "a gift"}
            answer = await api.post(f"/api/v1/members/{member}/adjustments", json=gift)
            assert answer.status_code == 201, answer.text


async def kill_amid_answers(bot: Running, people: list[Person]) -> dict[str, Person]:
    """Kill the bot as soon as it has named some new codes; the codes it ever named."""

    def codes() -> dict[str, Person]:
        return {
            code: one
            for one in people
            for said in one.messages
            for code in CODE.findall(said.caption)
        }

    already = len(codes())
    await until(lambda: len(codes()) >= already + PEOPLE)
    ended = await bot.stopped(signal.SIGKILL)
    assert ended.code == -signal.SIGKILL
    assert len(codes()) < already + PEOPLE * REDEMPTIONS, "it was killed too late to matter"
    return codes()
