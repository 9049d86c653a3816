"""`loyalty shops codes`, `replay`, `sync`: what a web shop has not taken, or not told."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from bot.acts import Acts, utc_now
from bot.cli.program import PROBLEM, USAGE
from bot.cli.serve import finish, settings_or_exit, stop
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.programs import read_program
from bot.progress import progress_bar
from bot.settings import Settings
from bot.shops.apis.connecting import connected
from bot.shops.syncing import READERS, Progress, Reconciling, Report
from core import codes
from core.model import VoucherCode
from core.tables import shop_codes
from core.tables.shop_codes import Task
from core.transaction import Transaction

T = TypeVar("T")

PAGE = 500
SHOWN = 20

Named = Annotated[
    list[str] | None, typer.Argument(metavar="CODE", help="The codes, as `codes` shows them.")
]
Shop = Annotated[str, typer.Argument(help="shopify, woocommerce or bigcommerce.")]
Since = Annotated[str, typer.Option(help="A day, or a moment in ISO 8601.", metavar="DATE")]
All = Annotated[bool, typer.Option("--all", help="Every code that `codes` shows.")]

app = typer.Typer(help="The web shops' own APIs.", no_args_is_help=True)


@app.command("codes")
def codes_() -> None:
    """List the discount codes a shop refused or can't take yet, the longest waiting first."""
    found = finish(_with_database(settings_or_exit(quiet=True), _stuck))
    for task in found:
        typer.echo(f"{task.shop:12}  {task.code}  {task.since:%Y-%m-%d %H:%M}  {task.reason}")
    if not found:
        typer.echo("The shops have taken every code.")


@app.command()
def replay(named: Named = None, all_: All = False) -> None:
    """Offer the shops again the codes they refused; what only waits comes by itself."""
    if bool(named) == all_:
        stop("Name the codes, or say --all: loyalty shops replay CODE …", USAGE)
    wanted = [codes.normal_code(text) for text in named or []]
    done, missing = finish(_with_database(settings_or_exit(), partial(_replay, wanted=wanted)))
    typer.echo(f"{done} offered again; a running bot, or `loyalty tick`, does so.")
    if missing:
        stop(f"No shop refused: {', '.join(missing)}", PROBLEM)


@app.command()
def sync(shop: Shop, since: Since) -> None:
    """Read the shop's orders back since DATE, and do what its webhooks lost."""
    settings = settings_or_exit(quiet=True)
    with progress_bar() as progress:
        task = progress.add_task(f"orders of {shop}", total=None)

        def told(read: int, total: int | None) -> None:
            progress.update(task, completed=read, total=total)

        report = finish(_sync(settings, shop, since, told))
    _show(report)
    if report.problems:
        raise typer.Exit(PROBLEM)


def _stuck(tx: Transaction, now: datetime) -> list[Task]:
    return shop_codes.stuck(tx, limit=PAGE)


def _replay(
    tx: Transaction, now: datetime, wanted: list[VoucherCode]
) -> tuple[int, list[VoucherCode]]:
    """How many are offered again, and which of those named no shop refused."""
    chosen = wanted or sorted({task.code for task in _stuck(tx, now)})
    counts = {code: shop_codes.replay(tx, code, now=now) for code in chosen}
    return sum(counts.values()), [code for code in wanted if not counts[code]]


async def _with_database(settings: Settings, work: Callable[[Transaction, datetime], T]) -> T:
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        return await database.run(lambda tx: work(tx, utc_now()))


async def _sync(settings: Settings, shop: str, since: str, told: Progress) -> Report:
    async with (
        opened(settings.database_url.get_secret_value()) as database,
        connected(settings) as apis,
    ):
        there = sorted(apis.keys() & READERS.keys())
        if shop not in there:
            known = ", ".join(there) or "none"
            stop(f"{shop}: the API of no such shop is set (there are: {known})", USAGE)
        await migrate(database)
        text, _ = read_program(settings.program)
        acts = await Acts.start(database, text)
        reading = Reconciling(database=database, acts=acts, shop=shop, api=apis[shop])
        return await reading.since(_moment(since, acts.program.timezone), told)


def _moment(since: str, timezone: str) -> datetime:
    """A day, or a moment, where the program is if it does not say."""
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        stop(f"--since {since}: give a day like 2026-11-24", USAGE)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))


def _show(report: Report) -> None:
    table = Table(title=f"{report.shop} since {report.since:%Y-%m-%d %H:%M %Z}")
    table.add_column("orders")
    table.add_column("", justify="right")
    for name, count in (
        ("read", report.read),
        ("missed by the webhooks", len(report.missed)),
        ("changed without a word", len(report.changed)),
        ("that can't be used", len(report.problems)),
    ):
        table.add_row(name, str(count))
    Console().print(table)
    for order in [*report.missed, *report.changed][:SHOWN]:
        typer.echo(f"entered: {order}")
    for problem in report.problems[:SHOWN]:
        typer.echo(f"can't be used: {problem}", err=True)
