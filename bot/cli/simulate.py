"""`loyalty simulate`: an order history through a program, before it is launched."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.charts import simulation_chart
from bot.cli.program import PROBLEM, USAGE, read
from bot.histories import BadHistory, History, NoHistory, read_history
from core.money import to_decimal
from core.program.rules import ActionRule
from core.program.schema import Program
from core.simulating.reports import Report
from core.simulating.running import Simulation

WIDTH = 110  # what the table needs
STEP = 2_000  # orders between two looks at the progress


def simulate(
    program: Annotated[str, typer.Option(help="A program file, or the name of a preset.")],
    orders: Annotated[
        Path,
        typer.Option(
            help="CSV with order_id, customer_id, placed_at, total, currency and, if you have"
            " them, category, sku."
        ),
    ],
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out the rows that can't be used.")
    ] = False,
    png: Annotated[
        Path | None, typer.Option(help="Where to draw it; without it beside the CSV.")
    ] = None,
) -> None:
    """Replay an order history: points, cost and liability by month, members per tier."""
    rules = read(program)
    with _progress() as progress:
        try:
            history = _history(orders, rules, skip_bad, progress)
        except BadHistory as error:
            progress.stop()
            _stop(str(error), USAGE if isinstance(error, NoHistory) else PROBLEM)
        report = _run(rules, history, progress)
    for problem in history.bad:
        typer.echo(f"skipped: {problem}", err=True)
    if history.skipped:
        typer.echo(f"skipped rows: {history.skipped}", err=True)
    _show(rules, report)
    if missing := _not_in_a_history(rules):
        typer.echo(
            f"A history does not tell of {', '.join(missing)}: what they give is not counted."
        )
    target = png or orders.with_suffix(".png")
    try:
        picture = simulation_chart(report, rules)
        target.write_bytes(picture)
    except OSError as error:
        told = f"{target}: the picture can't be written ({error.strerror})"
        if png:
            _stop(told)
        typer.echo(f"{told}; say --png FILE.", err=True)
    else:
        typer.echo(f"The picture: {target}")


def _history(path: Path, rules: Program, skip_bad: bool, progress: Progress) -> History:
    size = path.stat().st_size if path.is_file() else 0
    task = progress.add_task("reading", total=size)
    history = read_history(
        path,
        currency=rules.currency,
        timezone=rules.timezone,
        skip_bad=skip_bad,
        progress=lambda done: progress.update(task, completed=done),
    )
    progress.update(task, completed=size)
    if not len(history):
        raise BadHistory(f"{path}: there are no orders in it")
    return history


def _run(rules: Program, history: History, progress: Progress) -> Report:
    task = progress.add_task("buying", total=len(history))
    simulation = Simulation(rules)
    for number, order in enumerate(history.orders(), start=1):
        simulation.take(order)
        if number % STEP == 0:
            progress.update(task, completed=number)
    progress.update(task, completed=len(history))
    return simulation.report()


def _progress() -> Progress:
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _show(rules: Program, report: Report) -> None:
    console = Console()
    console = console if console.width >= WIDTH else Console(width=WIDTH)
    months = Table("month", title=f"{rules.name}, by month; sums in {rules.currency}")
    for name in (
        "orders",
        "spent",
        "issued",
        "redeemed ≤",
        "expired ≤",
        "liability ≥",
        "liability ≤",
    ):
        months.add_column(name, justify="right")
    for month in report.months:
        months.add_row(
            month.month,
            f"{month.orders:,}",
            _sum(rules, month.spent),
            _points(rules, month.issued),
            _points(rules, month.redeemed_at_most),
            _points(rules, month.expired_at_most),
            _worth(rules, report, month.liability_at_least),
            _worth(rules, report, month.liability_at_most),
        )
    console.print(months)
    whole = Table("in all", title=f"{report.orders:,} orders of {report.customers:,} customers")
    whole.add_column("", justify="right")
    for name, value in _sums(rules, report):
        whole.add_row(name, value)
    console.print(whole)


def _sums(rules: Program, report: Report) -> list[tuple[str, str]]:
    cost = report.cost_at_most
    rows = [
        ("spent", _money(rules, report.spent)),
        ("issued", _points(rules, report.issued)),
        ("redeemed at most", _points(rules, report.redeemed_at_most)),
        ("expired at most", _points(rules, report.expired_at_most)),
        ("cost at most", "–" if cost is None else _money(rules, cost)),
    ]
    if cost is not None and report.spent:
        rows.append(("cost of what is spent", f"{cost / report.spent:.2%}"))
    rows.append(("points of the top 1%", f"{report.top_share:.1%}"))
    for tier in rules.tiers.levels:
        title = tier.title.in_language(rules.language)
        rows.append((f"members on {title}", f"{report.tiers[tier.id]:,}"))
    rows += [(f"given: {reward}", f"{count:,}") for reward, count in report.rewards.items()]
    return rows


def _not_in_a_history(rules: Program) -> list[str]:
    found = {
        "plans": bool(rules.plans),
        "actions": bool(rules.rules(ActionRule)),
        "birthdays": rules.birthday is not None,
        "friends": rules.referral is not None,
    }
    return [what for what, there in found.items() if there]


def _money(rules: Program, minor: int) -> str:
    return f"{_sum(rules, minor)} {rules.currency}"


def _sum(rules: Program, minor: int) -> str:
    return f"{to_decimal(minor, rules.currency):,}"


def _points(rules: Program, points: int) -> str:
    return _sum(rules, points) if rules.unit == "money" else f"{points:,}"


def _worth(rules: Program, report: Report, points: int) -> str:
    """What open points would cost; in points where no reward has a price in money."""
    if report.point_worth is None:
        return f"{points:,}"
    return _sum(rules, round(points * report.point_worth))


def _stop(message: str, code: int = PROBLEM) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)
