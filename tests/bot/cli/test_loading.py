"""`loyalty` imports a command's module when the command is called."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from bot.cli.main import Commands, app
from bot.cli.program import Running

GROUPS: dict[tuple[str, ...], type[Commands] | type[Running]] = {
    (): Commands,
    ("program",): Running,
}


@pytest.mark.parametrize("words", GROUPS)
def test_every_command_is_found_and_listed(words: tuple[str, ...]) -> None:
    listed = CliRunner().invoke(app, [*words, "--help"])

    assert listed.exit_code == 0, listed.output
    for name in GROUPS[words].elsewhere:
        assert f"\n  {name} " in listed.output


@pytest.mark.parametrize(
    ("words", "meant"), [(["bakup"], "'backup'"), (["program", "aply"], "'apply'")]
)
def test_a_slip_is_told_what_was_meant_though_nothing_was_loaded(
    words: list[str], meant: str
) -> None:
    answered = CliRunner().invoke(app, words)

    assert answered.exit_code == 2
    assert f"Did you mean {meant}?" in answered.output


def test_neither_the_terminal_nor_the_tick_loads_the_web() -> None:
    """Nor does what both stand on: that would be half of what they wait for."""
    code = "import sys, bot.app, bot.diagnosing, bot.ticking; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 our own

    assert not {"fastapi", "aiogram", "telegram", "twilio", "matplotlib"} & {*done.stdout.split()}
