"""The examples of the README work as they stand."""

import asyncio
import re
import shlex
import shutil
import sys
from asyncio.subprocess import PIPE, STDOUT
from io import StringIO
from pathlib import Path
from typing import Any, cast

import aiogram
import pytest
from rich.console import Console
from telegram.ext import Application, ApplicationBuilder
from typer.testing import CliRunner

from bot.cli.main import app
from bot.conversation.router import Router
from bot.sandbox.stage import Stage
from core.program.loading import load
from tests.bot.channels.talk import Talk
from tests.stories.conftest import free_port
from tests.stories.leaders import serves
from tests.stories.processes import QUICK, environment, running

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MEANT = {"FILE": "cafe.toml"}  # what stands for a reader's own


def examples(language: str) -> list[str]:
    """The README's code in that language."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return found


@pytest.fixture
def readme() -> dict[str, Any]:
    """Everything the Python examples define."""
    names: dict[str, Any] = {}
    for example in examples("python"):
        exec(compile(example, "README.md", "exec"), names)  # noqa: S102 our own README
    return names


def test_the_conversation_can_be_mounted_in_an_aiogram_bot(readme: dict[str, Any]) -> None:
    dispatcher = aiogram.Dispatcher()
    readme["mount_in_aiogram"](dispatcher, Talk().router)

    assert dispatcher.sub_routers


def test_the_conversation_can_be_mounted_in_a_ptb_bot(readme: dict[str, Any]) -> None:
    application = cast(
        "Application[Any, Any, Any, Any, Any, Any]", ApplicationBuilder().token("1:x").build()
    )
    readme["mount_in_ptb"](application, cast("Router", Talk()))

    assert application.handlers[-10]


def test_the_program_file_shown_is_one() -> None:
    for example in examples("toml"):
        assert load(example).rewards


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop's folder, with the command in .venv/bin, and the files that are named."""
    folder = tmp_path / "srv"
    command = folder / ".venv/bin/loyalty"
    command.parent.mkdir(parents=True)
    (tmp_path / "backups").mkdir()
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {sys.executable} -m bot "$@"\n'
    )
    command.chmod(0o755)
    [program] = examples("toml")
    (folder / "cafe.toml").write_text(program, encoding="utf-8")
    (folder / "history.csv").write_text(
        "order_id,customer_id,placed_at,total,currency\n1,7,2026-01-02T12:00:00+02:00,42.50,EUR\n"
    )
    (folder / "members.csv").write_text("email,points\na@example.com,7\n")
    (folder / "customers.csv").write_text("Email,Points Balance,Member Status\nb@e.com,9,member\n")
    return folder


async def says(folder: Path, line: str) -> str:
    """Run the line in a shell there; it must end well."""
    bare = environment({})
    process = await asyncio.create_subprocess_shell(
        line, cwd=folder, stdout=PIPE, stderr=STDOUT,
        env=bare | {"PATH": f"{folder}/.venv/bin:{bare['PATH']}"},
    )  # fmt: skip
    out, _ = await process.communicate()
    assert process.returncode == 0, f"{line}: {out.decode()}"
    return out.decode()


def lines() -> list[str]:
    """Every command of ours in the shell examples, made a reader's own."""
    every = [line for block in examples("sh") for line in block.splitlines()]
    own = [line.removeprefix(".venv/bin/") for line in every]
    commands = [line.partition("  #")[0] for line in own if line.startswith("loyalty ")]
    return [" ".join(MEANT.get(word, word) for word in line.split()) for line in commands]


def test_every_command_can_be_typed_as_it_stands(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shop)

    assert len(lines()) > 6
    for line in lines():
        ended = CliRunner().invoke(app, shlex.split(line)[1:])
        assert (ended.exit_code, bool(ended.stdout)) == (0, True), (line, ended.stderr)


async def test_the_lines_of_cron_back_up_and_find_nothing_wrong(shop: Path) -> None:
    [block] = examples("cron")
    await says(shop, "loyalty migrate")
    said = []
    for line in block.splitlines():
        command = line.split(maxsplit=5)[5].replace("\\%", "%")  # as cron reads it
        assert "/srv/loyalty" in command
        command = command.replace("/srv/loyalty", str(shop))
        said.append(await says(shop, command.replace("/srv/backups", str(shop.parent / "backups"))))

    assert said[-1].endswith("All else is well.\n"), said  # nothing serves here
    assert list((shop.parent / "backups").glob("loyalty-?.db"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
async def test_the_unit_is_one(shop: Path) -> None:
    [unit] = [block for block in examples("ini") if "[Service]" in block]
    (shop / "loyalty.service").write_text(unit.replace("/srv/loyalty", str(shop)))

    assert await says(shop, "systemd-analyze verify ./loyalty.service") == ""


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
async def test_the_order_can_be_sent_as_it_stands(shop: Path) -> None:
    [curl] = [block for block in examples("sh") if block.startswith("curl")]
    port = free_port()
    async with running(shop, "run", port=port, api_keys="a-long-random-key", **QUICK):
        await serves(port)
        answer = await says(shop, "curl -sS --fail-with-body" + curl[4:].replace("8080", str(port)))

    assert '"member_id":null' in answer


def test_the_box_at_the_end_of_the_story_says_what_the_readme_says() -> None:
    shown = StringIO()
    Stage(Console(file=shown, width=80)).end("http://127.0.0.1:8080", "k" * 43)

    chats = [f".venv/bin/loyalty chat --as {who}" for who in ("Maria", "Boss --role owner")]
    assert "k" * 43 in shown.getvalue()
    for said in ("http://127.0.0.1:8080/docs", *chats):
        assert said in shown.getvalue()
        assert said in README


def test_whatever_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:tests|core|bot|locales)/[\w/.]*)`", README))
    named |= set(re.findall(r"\]\(((?!http)[^)]+)\)", README))
    for copied in re.findall(r"COPY (.+) /app", README):
        named |= set(copied.split())

    assert len(named) > 40
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
