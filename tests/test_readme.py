"""The examples of the README work as they stand."""

import re
from pathlib import Path
from typing import Any, cast

import aiogram
import pytest
from telegram.ext import Application, ApplicationBuilder

from bot.conversation.router import Router
from core.program.loading import load
from tests.bot.channels.talk import Talk

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


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
