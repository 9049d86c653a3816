"""Program files: the presets that come along, and the shop's own."""

from importlib.resources import files
from pathlib import Path

from core.program.loading import ProgramInvalid, load
from core.program.schema import Program

_PRESETS = files("core.program") / "presets"


class ProgramNotFound(Exception):
    """Neither a preset nor a readable file has that name; the message says so in a sentence."""


def preset_names() -> list[str]:
    """The presets, by name."""
    found = (Path(each.name) for each in _PRESETS.iterdir())
    return sorted(path.stem for path in found if path.suffix == ".toml")


def preset_text(name: str) -> str:
    """A preset's file."""
    return (_PRESETS / f"{name}.toml").read_text(encoding="utf-8")


def read_program(name_or_path: str) -> tuple[str, Program]:
    """
    Read a preset by its name, or else a file by its path: the text and what it says.

    Raises ProgramNotFound, or ProgramInvalid with the file's problems.
    """
    text = _text(name_or_path)
    try:
        return text, load(text)
    except ProgramInvalid as error:
        raise ProgramInvalid(error.problems, file=name_or_path) from error


def _text(name_or_path: str) -> str:
    if name_or_path in preset_names():
        return preset_text(name_or_path)
    try:
        return Path(name_or_path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        known = ", ".join(preset_names())
        message = f"{name_or_path}: no such file, and no such preset (the presets are {known})"
    except UnicodeDecodeError:
        message = f"{name_or_path}: the file is not UTF-8 text"
    except (OSError, ValueError) as error:  # a directory, no permission, an impossible path
        reason = error.strerror if isinstance(error, OSError) else error
        message = f"{name_or_path}: the file can't be read ({reason})"
    raise ProgramNotFound(message)
