"""What `pip install` gets: a wheel with every text, preset and migration in it."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
READ = """
import bot, core
from bot.conversation.texts import Texts
from bot.databases.migrating import ours
from bot.programs import preset_names, read_program
assert {TARGET} in bot.__file__ and {TARGET} in core.__file__, (bot.__file__, core.__file__)
for name in preset_names():
    text, program = read_program(name)
    print(name, Texts.load().say("uk", "rules-title", {"program": program.name}, program))
print([name for name, _ in ours()])
"""


async def python(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run Python to its end, which must be a good one; what it printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *arguments),
        cwd=cwd, env=os.environ | environment, stdout=PIPE, stderr=STDOUT,
    )  # fmt: skip
    out, _ = await process.communicate()
    assert process.returncode == 0, out.decode()
    return out.decode()


@pytest.fixture
async def wheel(tmp_path: Path) -> Path:
    """The wheel, built from the sources here."""
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"))
    await python(*build, str(ROOT), cwd=tmp_path)
    [wheel] = (tmp_path / "dist").glob("*.whl")
    return wheel


async def test_the_installed_wheel_has_and_reads_all_it_needs(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    target = tmp_path / "installed"
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target")
    await python(*install, str(target), str(wheel), cwd=tmp_path)
    program = READ.replace("{TARGET}", repr(str(target)))
    told = await python("-c", program, cwd=tmp_path, PYTHONPATH=str(target))

    assert data_files() <= packed
    assert "starter Як працює" in told
    assert "0001_start" in told


def data_files() -> set[str]:
    """What is no code but must come along."""
    patterns = (
        "locales/*/*.ftl", "core/program/presets/*.toml", "core/tables/migrations/*.sql",
        "*/py.typed",
    )  # fmt: skip
    found = {path.relative_to(ROOT).as_posix() for each in patterns for path in ROOT.glob(each)}
    assert {"bot/py.typed", "core/py.typed", "locales/uk/words.ftl"} <= found
    return found
