"""The command `loyalty`: every subcommand is registered here."""

import typer

from bot.cli import (
    apply,
    campaigns,
    chat,
    codes,
    copies,
    hooks,
    inbox,
    members,
    outbox,
    plans,
    program,
    raffle,
    referrals,
    serve,
    shops,
    simulate,
)

app = typer.Typer(
    help="Loyalty Bot: a loyalty program that customers live in chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for change in (apply.apply, apply.rollback, apply.history, apply.show):
    program.app.command()(change)
app.add_typer(program.app, name="program")
app.add_typer(plans.app, name="plans")
app.add_typer(referrals.app, name="referrals")
app.add_typer(campaigns.app, name="campaigns")
app.add_typer(codes.app, name="codes")
app.add_typer(hooks.app, name="hooks")
app.add_typer(inbox.app, name="inbox")
app.add_typer(members.member, name="member")
app.add_typer(outbox.app, name="outbox")
app.add_typer(raffle.app, name="raffle")
app.add_typer(shops.app, name="shops")
app.command("simulate")(simulate.simulate)
app.command("import")(members.import_)
app.command("export")(members.export)
app.command("backup")(copies.backup)
app.command("move")(copies.move)
app.command("run")(serve.run)
app.command("tick")(serve.tick)
app.command("migrate")(serve.migrate)
app.command("doctor")(serve.doctor)
app.command("telegram-webhook")(serve.telegram_webhook)
app.command("chat")(chat.chat)


@app.callback()
def _loyalty() -> None:
    """Loyalty Bot: a loyalty program that customers live in chat."""


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 a problem was found, 2 wrong usage."""
    app(prog_name="loyalty")
