"""`loyalty plans refund`: give a plan's payment back."""

from typing import Annotated

import typer

from bot.cli.program import PROBLEM
from bot.cli.serve import finish, settings_or_exit, stop
from bot.settings import Settings
from core.money import to_decimal
from core.plans.subscribing import STARS
from core.tables.payments import Payment

BY = "command line"

Reference = Annotated[str, typer.Argument(help="The payment, as the member's paysupport shows it.")]

app = typer.Typer(help="Memberships that are paid.", no_args_is_help=True)


@app.callback()
def _plans() -> None:
    """Memberships that are paid."""


@app.command()
def refund(reference: Reference) -> None:
    """Give a payment back: Stars in Telegram; its time ends, what it gave and is unused goes."""
    payment = finish(_refund(settings_or_exit(quiet=True), reference))
    stars = payment.provider == STARS
    amount = payment.amount if stars else to_decimal(payment.amount, payment.currency)
    typer.echo(
        f"{payment.reference}  {payment.plan_id}  {amount} {payment.currency}"
        f"  member {payment.member_id}  given back"
    )


async def _refund(settings: Settings, reference: str) -> Payment:
    from bot import stars  # here: other commands needn't load all this
    from bot.acts import Acts
    from bot.channels.telegram.choosing import load_telegram
    from bot.conversation.texts import Texts
    from bot.databases.migrating import migrate
    from bot.databases.opening import opened
    from bot.programs import read_program
    from core.errors import LoyaltyError

    text, _ = read_program(settings.program)
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        acts = await Acts.start(database, text)
        telegram = load_telegram(settings) if settings.telegram_token else None
        try:
            if telegram:
                await telegram.connect()
            desk = telegram.desk if telegram else None
            return await stars.refund(database, acts, desk, reference=reference, actor=BY)
        except LoyaltyError as refusal:
            stop(Texts.load().say("en", refusal.key, refusal.values, acts.program), PROBLEM)
        except stars.NotGivenBack as refused:
            stop(str(refused), PROBLEM)
        finally:
            if telegram:
                await telegram.close()
