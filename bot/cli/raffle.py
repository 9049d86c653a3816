"""`loyalty raffle show`: a draw with all that is needed to check it."""

from datetime import UTC
from typing import Annotated

import typer

from bot.cli.program import PROBLEM
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.settings import Settings
from core.rewards import drawing
from core.rewards.drawing import Draw

app = typer.Typer(help="Raffles that everybody can check.", no_args_is_help=True)
RECIPE = (
    'check it: while read -r code; do echo "$(printf %s "{seed}|$code" | sha256sum | cut -c1-64)'
    ' $code"; done < tickets.txt | sort'
)


@app.callback()
def _raffle() -> None:
    """Raffles that everybody can check."""


@app.command("show")
def show(
    reward: Annotated[str, typer.Argument(help="The reward's id in the program file.")],
    all_: Annotated[bool, typer.Option("--all", help="Every draw, not only the last one.")] = False,
) -> None:
    """Print the seal, the seed once it is drawn, every ticket, who won, and how to check it."""
    draws = finish(_draws(settings_or_exit(), reward))
    if not draws:
        stop(f'No tickets were sold for a reward "{reward}".', PROBLEM)
    for draw in draws if all_ else draws[:1]:
        for line in _lines(draw):
            typer.echo(line)


async def _draws(settings: Settings, reward: str) -> list[Draw]:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return await database.read(lambda tx: drawing.shown(tx, reward))


def _lines(draw: Draw) -> list[str]:
    raffle = draw.raffle
    lines = [
        f"draw: {raffle.draw_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        f"seal (SHA-256 of the seed, told with every ticket): {raffle.commitment}",
    ]
    if raffle.drawn_at is None:
        lines.append(f"seed: told after the draw; winning tickets: {raffle.winners}")
        return [*lines, f"tickets: {len(draw.tickets)}", *draw.tickets]
    lines += [
        f"seed: {raffle.seed}",
        "order: SHA-256 of seed|ticket, the smallest first",
        RECIPE.format(seed=raffle.seed),
        f"tickets: {len(draw.tickets)}",
    ]
    won = set(draw.winners)
    return [*lines, *(f"{code}  won" if code in won else code for code in draw.tickets)]
