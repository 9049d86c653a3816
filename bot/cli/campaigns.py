"""`loyalty campaigns list`, `preview`, `compare`: what is sent, to whom, and what it brings."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from typing import Annotated, TypeVar

import typer

from bot.acts import Acts
from bot.cli.program import USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import read_program
from bot.settings import Settings
from core import campaigning
from core.act import Act
from core.campaigning.comparing import Comparison
from core.campaigning.comparing import compare as compared
from core.campaigning.kinds import Preview
from core.money import to_decimal
from core.program.campaigns import Campaign
from core.program.values import nearest
from core.tables import outbox_views
from core.tables.comparisons import Group
from core.tables.outbox import State
from core.transaction import Transaction

T = TypeVar("T")
Counts = dict[tuple[str, State, str], int]
SHOWN = 20  # members of a preview's line

Since = Annotated[int, typer.Option(min=1, help="Messages of so many days.")]
Within = Annotated[int, typer.Option(min=1, help="Orders so many days after the message.")]
Named = Annotated[str, typer.Argument(metavar="ID", help="The campaign, as `list` shows it.")]

app = typer.Typer(help="Campaigns: what members are written without asking.", no_args_is_help=True)


@app.command("list")
def list_(days: Since = 30) -> None:
    """List the campaigns, with how many messages there are in each state, and why."""

    def work(tx: Transaction, act: Act) -> tuple[list[Campaign], Counts]:
        counts = outbox_views.counts(tx, since=act.now - timedelta(days=days))
        return list(act.program.messages.values()), counts

    campaigns, counts = finish(_with_database(settings_or_exit(), work))
    by_campaign: dict[str, list[str]] = defaultdict(list)
    for (name, state, reason), number in counts.items():
        by_campaign[name].append(f"{number} {state}{f' ({reason})' if reason else ''}")
    for one in campaigns:
        said = ", ".join(by_campaign.pop(one.id, [])) or "nothing yet"
        typer.echo(f"{one.id}  {one.about}, {one.means}, {' then '.join(one.channels)}: {said}")
    for name, rest in by_campaign.items():
        typer.echo(f"{name}  not in the program: {', '.join(rest)}")


@app.command()
def preview() -> None:
    """Show who may be told what at the next tick; nothing is sent or changed."""
    found = finish(_with_database(settings_or_exit(), campaigning.preview))
    due = [one for one in found if one.members]
    for one in due:
        typer.echo(_line(one))
    if not due:
        typer.echo("There is nothing to be told today that is not waiting to be sent already.")


@app.command("compare")
def compare_(campaign: Named, days: Since = 90, within: Within = 14) -> None:
    """Compare what members bought who were written to with those who were held out."""

    def work(tx: Transaction, act: Act) -> tuple[Comparison, str] | str:
        if campaign not in act.program.messages:
            near = nearest(campaign, act.program.messages)
            return f'; did you mean "{near}"?' if near else ""
        until = act.now - timedelta(days=within)
        since = until - timedelta(days=days)
        found = compared(tx, act, campaign, since=since, until=until, days=within)
        return found, act.program.currency

    found = finish(_with_database(settings_or_exit(), work))
    if isinstance(found, str):
        stop(f"There is no campaign {campaign}{found}: see `loyalty campaigns list`.", USAGE)
    comparison, currency = found
    typer.echo(_group("written to", comparison.told, currency))
    typer.echo(_group("held out", comparison.control, currency))
    typer.echo(_verdict(comparison))


def _line(one: Preview) -> str:
    ids = ", ".join(map(str, one.members[:SHOWN]))
    more = len(one.members) - SHOWN
    return f"{one.campaign}  {one.occasion}: {len(one.members)} ({ids}{' …' if more > 0 else ''})"


def _group(name: str, group: Group, currency: str) -> str:
    share = _percent(Fraction(group.buyers, group.members)) if group.members else "–"
    total = to_decimal(group.total, currency)
    return (
        f"{name}: {group.members} members, {group.buyers} bought ({share}),"
        f" {group.orders} orders, {total} {currency}"
    )


def _verdict(found: Comparison) -> str:
    if found.lift is None:
        return "To compare, give the campaign a control group: control = 10"
    sure = "more than chance" if found.is_sure else "may be chance"
    return f"Buyers: {'+' if found.lift >= 0 else '−'}{_percent(abs(found.lift))} ({sure})"


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.1f}%"


async def _with_database(settings: Settings, work: Callable[[Transaction, Act], T]) -> T:
    text, _ = read_program(settings.program)
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        acts = await Acts.start(database, text)
        act = acts.new("campaigns", actor="command line")
        return await database.read(lambda tx: work(tx, act))
