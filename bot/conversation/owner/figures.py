"""The owner's numbers as an answer: lines, a chart, a file for a spreadsheet."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from bot.conversation.abouts import about
from bot.conversation.messages import Chart, ChartPanel, Line, Shown
from core.model import Money, Points
from core.money import to_decimal
from core.program.schema import Program
from core.statistics.figures import Figures, Flow, Post, Step
from core.statistics.periods import Period

AGES = {
    "young": "stats-young",
    "middle": "stats-middle",
    "old": "stats-old",
    "oldest": "stats-oldest",
    "pending": "stats-pending",
}


def said(found: Figures, program: Program) -> Iterator[Line]:
    """The numbers, the most important first."""
    flow, was = found.flow, found.before
    yield title(found.period)
    yield Line("stats-members", {"count": found.members})
    yield _than(Line("stats-joins", {"count": found.joins}), found.joins, was.joins)
    if found.referral is not None and found.invited:
        yield Line("stats-invited", {"share": percent(found.referral)})
    yield Line("stats-active", {"count": found.buyers.active})
    yield from _bought(found, program)
    issued = Line("stats-issued", {"points": Points(flow.issued)})
    yield _than(issued, flow.issued, was.flow.issued)
    yield Line("stats-spent", {"points": Points(flow.spent), "share": _share(found.redemption)})
    yield Line("stats-expired", {"points": Points(flow.expired), "share": _share(found.breakage)})
    if found.rating is not None:
        shown: dict[str, Shown] = {"count": found.ratings[0], "average": _decimal(found.rating)}
        yield Line("stats-rating", shown)
    yield from _open(found, program)


def _bought(found: Figures, program: Program) -> Iterator[Line]:
    orders, total = found.turnover
    orders_line = Line("stats-orders", {"count": orders, "sum": Money(total, program.currency)})
    yield _than(orders_line, total, found.before.turnover.total)
    if found.average is None or found.frequency is None:
        return
    yield Line("stats-average", {"sum": Money(found.average, program.currency)})
    yield Line("stats-frequency", {"number": _decimal(found.frequency)})
    yield Line("stats-repeat", {"share": _share(found.repeat)})


def _open(found: Figures, program: Program) -> Iterator[Line]:
    """What the shop owes, today."""
    points = sum(getattr(found.open, age) for age in AGES)
    if found.worth is None or program.unit == "money":
        yield Line("stats-open", {"points": Points(points)})
    else:
        worth = Money(found.worth, program.currency)
        yield Line("stats-open-worth", {"points": Points(points), "sum": worth})
    for age in AGES:
        if amount := getattr(found.open, age):
            yield Line("stats-detail", {"what": Line(AGES[age]), "points": Points(amount)})
    if found.open.ending:
        yield Line("stats-ending", {"points": Points(found.open.ending)})


def cohorts_said(found: Figures) -> Iterator[Line]:
    """Of those who joined in each month, how many bought in the period."""
    yield Line("stats-cohorts", _days(found.period))
    for cohort in found.cohorts:
        if cohort.share is not None:
            shown: dict[str, Shown] = {
                "month": _month(cohort.month),
                "count": cohort.joined,
                "share": percent(cohort.share),
            }
            yield Line("stats-cohort", shown)


def posts_said(posts: list[Post], period: Period) -> Iterator[Line]:
    """What became of the messages of each campaign."""
    if not posts:
        yield Line("stats-no-posts")
        return
    yield Line("stats-posts", _days(period))
    for post in posts:
        shown: dict[str, Shown] = {
            "campaign": about(post.campaign),
            "sent": post.sent,
            "failed": post.failed,
            "waiting": post.waiting,
        }
        yield Line("stats-post", shown)
        if post.nowhere:
            yield Line("stats-nowhere", {"count": post.nowhere})
        if post.clicks:
            yield Line("stats-clicked", {"count": post.clicks})


def title(period: Period) -> Line:
    """Which days they are of."""
    return Line("stats-title", _days(period))


def chart(found: Figures, program: Program) -> Chart:
    """The picture: what members bought, their points, who joined, what is open."""
    steps, by_months = found.steps, found.period.by_months
    days = tuple(step.first for step in steps)
    in_money = program.unit == "money"

    def over_time(
        key: str, *series: tuple[str, tuple[int, ...]], money: bool = False
    ) -> ChartPanel:
        named = tuple((Line(name) if name else None, values) for name, values in series)
        return ChartPanel(
            title=Line(key), labels=days, series=named, by_months=by_months, in_money=money
        )

    ages = tuple(age for age in AGES if getattr(found.open, age))
    open_ = ChartPanel(
        title=Line("chart-open"),
        labels=tuple(Line(AGES[age]) for age in ages),
        series=((None, tuple(getattr(found.open, age) for age in ages)),),
        in_money=in_money,
        lying=True,
    )
    flows = [step.flow for step in steps]
    panels = (
        over_time("chart-sales", ("", tuple(step.turnover.total for step in steps)), money=True),
        over_time("chart-points", *_flows(flows), money=in_money),
        over_time("chart-joins", ("", tuple(step.joins for step in steps))),
    )
    return Chart(Line("chart-title", _days(found.period)), (*panels, open_) if ages else panels)


def _flows(flows: list[Flow]) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "chart-issued", tuple(one.issued for one in flows)
    yield "chart-spent", tuple(one.spent for one in flows)
    yield "chart-expired", tuple(one.expired for one in flows)


def table(found: Figures, program: Program) -> bytes:
    """The period's parts as a CSV file; sums as decimal numbers."""
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(
        ["from", "joins", "orders", f"sum_{program.currency}", "issued", "spent", "expired"]
    )
    for step in found.steps:
        rows.writerow(_row(step, program))
    return file.getvalue().encode("utf-8-sig")  # with its mark, so that spreadsheets know


def _row(step: Step, program: Program) -> list[str | int]:
    orders, total = step.turnover
    flow = step.flow
    points = [flow.issued, flow.spent, flow.expired]
    in_money = program.unit == "money"
    shown = [str(to_decimal(one, program.currency)) if in_money else one for one in points]
    return [step.first.isoformat(), step.joins, orders, str(to_decimal(total, program.currency)),
            *shown]  # fmt: skip


def percent(share: Fraction) -> Decimal:
    """Of a hundred, with one decimal."""
    return round(Decimal(share.numerator * 100) / share.denominator, 1)


def _share(share: Fraction | None) -> Shown:
    return Line("stats-none") if share is None else Line("stats-percent", {"share": percent(share)})


def _decimal(number: Fraction) -> Decimal:
    return round(Decimal(number.numerator) / number.denominator, 2)


def _than(said: Line, now: int, before: int) -> Line:
    """What is said, and by how much it is more or less than before."""
    if before <= 0:
        return said
    change = percent(Fraction(now - before, before))
    return Line("stats-less" if change < 0 else "stats-more", {"said": said, "share": abs(change)})


def _days(period: Period) -> dict[str, Shown]:
    """A single day is said once."""
    if period.first == period.last:
        return {"dates": period.first}
    return {"dates": Line("stats-dates", {"first": period.first, "last": period.last})}


def _month(day: date) -> str:
    return f"{day.month:02}.{day.year}"
