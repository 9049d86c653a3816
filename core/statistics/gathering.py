"""Finds the numbers of a period. Reads only."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from core.act import Act
from core.calendar import add_months
from core.exchanging import Exchange
from core.model import Money, Points
from core.program.schema import Program
from core.program.worths import best_use
from core.statistics.figures import Before, Cohort, Figures, Flow, Post, Step
from core.statistics.periods import Period, moment, places
from core.tables import clicks, statistics
from core.tables.statistics import Turnover
from core.tables.told import Value
from core.transaction import Transaction

AGES = (timedelta(days=90), timedelta(days=180), timedelta(days=365))
ENDING = timedelta(days=30)
COHORTS = 12  # months


def gather(tx: Transaction, act: Act, period: Period) -> Figures:
    """All that owners ask about the period; what is open is open now."""
    since, until = period.since, period.until
    exchange = Exchange(tx, act)
    bought = _turnover(tx, exchange, period)
    steps = tuple(_steps(tx, period, bought))
    now = act.now
    ages = (now - AGES[0], now - AGES[1], now - AGES[2])
    open_ = statistics.open_points(tx, now, ages, ending=now + ENDING)
    _, worth = best_use(act.program)
    return Figures(
        period=period,
        members=statistics.members(tx, until),
        joins=sum(step.joins for step in steps),
        invited=statistics.invited(tx, since, until),
        buyers=statistics.buyers(tx, since, until),
        turnover=_total(one for _, one in bought),
        ratings=statistics.ratings(tx, since, until),
        flow=sum((step.flow for step in steps), Flow()),
        before=_before(tx, exchange, period.before),
        open=open_,
        worth=None if worth is None else round(sum(open_[:5]) * worth),
        steps=steps,
        cohorts=tuple(_cohorts(tx, period)),
    )


def digest(found: Figures, program: Program) -> dict[str, Value]:
    """The few numbers that a week is told in."""
    flow = found.flow
    return {
        "joined": found.joins,
        "orders": found.turnover.orders,
        "sum": Money(found.turnover.total, program.currency),
        "buyers": found.buyers.buyers,
        "points": Points(flow.issued),
        "spent": Points(flow.spent),
        "expired": Points(flow.expired),
    }


def posts(tx: Transaction, period: Period) -> list[Post]:
    """What became of every campaign's messages that were due in the period."""
    found = (
        Post(
            campaign=name,
            states=statistics.messages(tx, name, period.since, period.until),
            clicks=clicks.count(tx, name, period.since, period.until),
            nowhere=statistics.nowhere(tx, name, period.since, period.until),
        )
        for name in statistics.campaigns(tx)
    )
    return [post for post in found if post.states]


def _turnover(tx: Transaction, exchange: Exchange, period: Period) -> list[tuple[int, Turnover]]:
    """What members bought, by slot and currency, all in the program's own."""
    found = []
    for slot, currency, bought in statistics.turnover(tx, period.since, period.until):
        at = period.since + slot * statistics.SLOT
        found.append((slot, bought._replace(total=exchange.worth(bought.total, currency, at))))
    return found


def _before(tx: Transaction, exchange: Exchange, period: Period) -> Before:
    since, until = period.since, period.until
    return Before(
        joins=statistics.joins(tx, since, until),
        turnover=_total(one for _, one in _turnover(tx, exchange, period)),
        flow=_flow(tx, since, until),
    )


def _flow(tx: Transaction, since: datetime, until: datetime) -> Flow:
    return Flow.of(*statistics.points(tx, since, until))


def _steps(
    tx: Transaction, period: Period, bought: Sequence[tuple[int, Turnover]]
) -> Iterable[Step]:
    starts, end = period.steps(), period.last + timedelta(days=1)
    slots = places(period.since, starts, end, period.timezone)
    for first, after, of in zip(starts, (*starts[1:], end), slots, strict=True):
        since, until = moment(first, period.timezone), moment(after, period.timezone)
        yield Step(
            first=first,
            joins=statistics.joins(tx, since, until),
            turnover=_total(one for slot, one in bought if slot in of),
            flow=_flow(tx, since, until),
        )


def _cohorts(tx: Transaction, period: Period) -> Iterable[Cohort]:
    """Those who joined in the period's last month and the months before it."""
    months = [add_months(period.last.replace(day=1), back) for back in range(1 - COHORTS, 1)]
    first, end = moment(months[0], period.timezone), add_months(months[-1], 1)
    buying = statistics.joined_of_buyers(tx, period.since, period.until, joined=first)
    slots = places(first, months, end, period.timezone)
    for month, after, of in zip(months, (*months[1:], end), slots, strict=True):
        until = min(moment(after, period.timezone), period.until)
        yield Cohort(
            month=month,
            joined=statistics.joins(tx, moment(month, period.timezone), until),
            buying=sum(count for slot, count in buying if slot in of),
        )


def _total(parts: Iterable[Turnover]) -> Turnover:
    orders = total = 0
    for one in parts:
        orders += one.orders
        total += one.total
    return Turnover(orders, total)
