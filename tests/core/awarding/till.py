"""A till without a ledger: one member's orders in any state, and what each has earned."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.awarding.award import Award
from core.awarding.baskets import Circumstances, OrderLine, basket_of
from core.awarding.capping import Standing
from core.awarding.claiming import claims
from core.awarding.settling import Settled, settle
from core.program.loading import load
from core.program.schema import Program

MONDAY = date(2026, 3, 2)

HEAD = """\
name = "Shop"
currency = "EUR"
timezone = "UTC"
languages = ["en"]
points.en = { one = "point", other = "points" }
"""
MONEY_HEAD = HEAD.replace('points.en = { one = "point", other = "points" }', 'unit = "money"')


def program(earning: str, *, head: str = HEAD, tail: str = "") -> Program:
    """A program of these ways to earn."""
    return load(f"{head}\n{earning}\n{tail}")


@dataclass
class Till:
    """One member buys and returns."""

    program: Program
    member: Circumstances = field(
        default_factory=lambda: Circumstances(tier="member", number=1, joined_on=MONDAY)
    )
    counters: dict[str, int] = field(default_factory=dict)
    earned: dict[str, dict[str, Award]] = field(default_factory=dict)
    rewards: list[tuple[str, str]] = field(default_factory=list)
    shut: dict[str, frozenset[str]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)

    def sells(
        self,
        total: int,
        *lines: OrderLine,
        id: str = "",
        day: int = 0,
        channel: str = "",
        payment: str = "",
        shipping: int = 0,
        member: Circumstances | None = None,
    ) -> int:
        """Report an order's state, 0 is cancelled; what it is worth then, in points."""
        order = id or f"order {len(self.earned)}"
        basket = basket_of(
            self.program,
            lines,
            total=total,
            shipping=shipping,
            tax=0,
            discount=0,
            day=MONDAY + timedelta(days=day),
            shop="web",
            channel=channel,
            payment=payment,
        )
        buyer = member or self.member
        buyer = buyer._replace(shut=self.shut.get(order, frozenset()))
        settled = settle(
            self.program,
            claims(self.program, basket, buyer),
            buyer,
            day=basket.day,
            counters=self.counters,
            before=self.earned.get(order, {}),
            reference=order,
            others=[
                Standing(self.days[other], other, self.program, awards)
                for other, awards in self.earned.items()
                if other != order
            ],
        )
        self._keep(order, settled)
        self.days[order] = basket.day
        return self.due(order)

    def due(self, *orders: str) -> int:
        """What those orders, or all, are worth."""
        return sum(
            award.due for order in orders or self.earned for award in self.earned[order].values()
        )

    def _keep(self, order: str, settled: Settled) -> None:
        self.counters = settled.counters
        self.earned[order] = settled.awards
        self.rewards += settled.rewards
        self.shut[order] = frozenset(settled.shut)


def line(amount: int, *categories: str, quantity: int = 1, labels: Sequence[str] = ()) -> OrderLine:
    """A line of an order."""
    return OrderLine("", quantity, amount, categories, tuple(labels))
