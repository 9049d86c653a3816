"""The command `loyalty`: every subcommand is registered here."""

from typing import ClassVar

import typer

from bot.cli.loading import PLAIN, Elsewhere


class Commands(Elsewhere):
    """What `loyalty` can do."""

    elsewhere: ClassVar = {
        "run": "serve.run",
        "chat": "chat.chat",
        "doctor": "serve.doctor",
        "tick": "serve.tick",
        "migrate": "serve.migrate",
        "telegram-webhook": "serve.telegram_webhook",
        "program": "program.app",
        "simulate": "simulate.simulate",
        "import": "members.import_",
        "export": "members.export",
        "backup": "copies.backup",
        "move": "copies.move",
        "member": "members.member",
        "campaigns": "campaigns.app",
        "referrals": "referrals.app",
        "raffle": "raffle.app",
        "codes": "codes.app",
        "plans": "plans.app",
        "outbox": "outbox.app",
        "inbox": "inbox.app",
        "hooks": "hooks.app",
        "shops": "shops.app",
    }


app = typer.Typer(cls=Commands, no_args_is_help=True, **PLAIN)


@app.callback()
def _loyalty() -> None:
    """Loyalty Bot: a loyalty program that customers live in chat."""


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 a problem was found, 2 wrong usage."""
    app(prog_name="loyalty")
