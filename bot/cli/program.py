"""`loyalty program …`: check a program file, say what it means, show what it can say."""

import json
from typing import Annotated, ClassVar, NoReturn

import typer

from bot.cli.loading import Elsewhere
from bot.programs import ProgramNotFound, preset_names, preset_text, read_program
from core.program.explaining import explain
from core.program.faults import named
from core.program.loading import ProgramInvalid
from core.program.places import Places
from core.program.schema import Program
from core.program.warning import warnings_of

PROBLEM, USAGE = 1, 2  # exit codes


class Running(Elsewhere):
    """With what is done to the running program: that needs its database."""

    elsewhere: ClassVar = {
        "apply": "apply.apply",
        "rollback": "apply.rollback",
        "history": "apply.history",
        "show": "apply.show",
    }


app = typer.Typer(cls=Running, help="Program files, and the running program.", no_args_is_help=True)
File = Annotated[
    str, typer.Argument(metavar="FILE", help="A program file, or the name of a preset.")
]


@app.command("check")
def check(file: File) -> None:
    """Say whether FILE is a program, and if not, every problem with its line; warn of slips."""
    text, program = text_and_program(file)
    places = Places(text)
    for caution in warnings_of(program):
        line = places.line_of(caution.path)
        typer.echo(f"{file}:{line}: warning: {named(caution.path)}: {caution.message}", err=True)
    counted = (
        f"earning rules: {len(program.earning)}, tiers: {len(program.tiers.levels)},"
        f" rewards: {len(program.rewards)}"
    )
    typer.echo(f"{file}: OK. {program.name}, {program.currency}; {counted}.")


@app.command("explain")
def explain_(
    file: File,
    language: Annotated[
        str, typer.Option(help="One of the program's languages; by default its first.")
    ] = "",
) -> None:
    """Say the rules of FILE in plain words, as members read them."""
    program = read(file)
    language = language or program.language
    if language not in program.languages:
        known = ", ".join(program.languages)
        _stop(f'{file}: the program does not speak "{language}"; it speaks {known}', USAGE)
    from bot.conversation.texts import Texts  # only here: reading every sentence takes a while

    texts = Texts.load()
    for sentence in explain(program):
        typer.echo(texts.say(language, sentence.key, sentence.values, program))


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of program files, for editors."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    typer.echo(json.dumps(dialect | Program.model_json_schema(), indent=2, ensure_ascii=False))


@app.command("list")
def list_() -> None:
    """List the presets."""
    width = max(map(len, preset_names()))
    for name in preset_names():
        about = preset_text(name).partition("\n")[0].lstrip("# ")
        typer.echo(f"{name:{width}}  {about}")


def read(file: str) -> Program:
    """The program of that file; what is wrong with it ends the command."""
    return text_and_program(file)[1]


def text_and_program(file: str) -> tuple[str, Program]:
    """The file's text and its program; what is wrong with it ends the command."""
    try:
        return read_program(file)
    except ProgramNotFound as error:
        _stop(str(error), USAGE)
    except ProgramInvalid as error:
        from bot.conversation.faults import told  # only here: reading every sentence takes a while

        _stop(told(error), PROBLEM)


def _stop(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)
