"""The command `loyalty`: every subcommand is registered here."""

import typer

from bot import (
    cli_apply,
    cli_campaigns,
    cli_chat,
    cli_codes,
    cli_copies,
    cli_hooks,
    cli_inbox,
    cli_members,
    cli_outbox,
    cli_plans,
    cli_program,
    cli_raffle,
    cli_referrals,
    cli_serve,
    cli_shops,
    cli_simulate,
)

app = typer.Typer(
    help="Loyalty Bot: a loyalty program that customers live in chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for change in (cli_apply.apply, cli_apply.rollback, cli_apply.history):
    cli_program.app.command()(change)
app.add_typer(cli_program.app, name="program")
app.add_typer(cli_plans.app, name="plans")
app.add_typer(cli_referrals.app, name="referrals")
app.add_typer(cli_campaigns.app, name="campaigns")
app.add_typer(cli_codes.app, name="codes")
app.add_typer(cli_hooks.app, name="hooks")
app.add_typer(cli_inbox.app, name="inbox")
app.add_typer(cli_members.member, name="member")
app.add_typer(cli_outbox.app, name="outbox")
app.add_typer(cli_raffle.app, name="raffle")
app.add_typer(cli_shops.app, name="shops")
app.command("simulate")(cli_simulate.simulate)
app.command("import")(cli_members.import_)
app.command("export")(cli_members.export)
app.command("backup")(cli_copies.backup)
app.command("move")(cli_copies.move)
app.command("run")(cli_serve.run)
app.command("tick")(cli_serve.tick)
app.command("migrate")(cli_serve.migrate)
app.command("doctor")(cli_serve.doctor)
app.command("telegram-webhook")(cli_serve.telegram_webhook)
app.command("chat")(cli_chat.chat)


@app.callback()
def _loyalty() -> None:
    """Loyalty Bot: a loyalty program that customers live in chat."""


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 a problem was found, 2 wrong usage."""
    app(prog_name="loyalty")
