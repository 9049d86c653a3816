"""Commands that are imported when they are called: what one needs, another needn't load."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup
from typer.main import get_group

PLAIN: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
}


class Elsewhere(TyperGroup):
    """A group of commands, of which some stand in modules that are not imported yet."""

    elsewhere: ClassVar[Mapping[str, str]]
    """Their names, each with the module under bot.cli and what it is there: "serve.run"."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, as `--help` lists them."""
        return [*dict.fromkeys([*self.commands, *self.elsewhere])]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now; for a name there is not, all are, to say what was meant."""
        if cmd_name not in self.commands:
            wanted = {cmd_name} & self.elsewhere.keys() or self.elsewhere.keys() - self.commands
            for name in wanted:
                self.add_command(_imported(name, self.elsewhere[name]), name)
        return super().get_command(ctx, cmd_name)


def _imported(name: str, place: str) -> Any:
    module, _, what = place.rpartition(".")
    found = getattr(import_module(f"bot.cli.{module}"), what)
    app = typer.Typer(**PLAIN)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=name)
    else:
        app.command(name)(found)
    return get_group(app).commands[name]
