"""What is wrong with a program file, in words: by line, in the language of who reads it."""

from bot.conversation.formats import show_list
from bot.conversation.texts import Texts
from core.program.fault import Fault, Shown
from core.program.loading import Problem, ProgramInvalid


def told(invalid: ProgramInvalid, language: str = "en") -> str:
    """Every problem of the file, a line each: as a compiler writes them."""
    where = f"{invalid.file}:" if invalid.file else ""
    return "\n".join(f"{where}{line_of(problem, language)}" for problem in invalid.problems)


def line_of(problem: Problem, language: str) -> str:
    """The line, the field if it is about one, and what is wrong."""
    field = f"{problem.field}: " if problem.field else ""
    return f"{problem.line}: {field}{said(problem.fault, language)}"


def said(fault: Fault, language: str) -> str:
    """What is wrong, in a sentence."""
    shown = {name: _shown(value, language) for name, value in fault.values}
    return Texts.load().fill(language, fault.key, shown)


def _shown(value: Shown, language: str) -> str | int:
    if isinstance(value, Fault):
        return said(value, language)
    if isinstance(value, tuple):
        return show_list([f'"{word}"' for word in value], language, any_of=True)
    return value
