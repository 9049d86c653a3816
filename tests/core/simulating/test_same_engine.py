"""A simulation says what the ledger would say: the same history through both."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from bot.programs import preset_text
from core import tiering
from core.model import Member, MemberId
from core.simulating.running import Bought, Simulation
from core.tables import entries, members
from tests.core.conftest import Cafe

FIRST = date(2026, 1, 5)


def history(seed: int) -> list[Bought]:
    """Three customers' orders of a year and a half."""
    random = Random(seed)
    days = sorted(random.randrange(540) for _ in range(60))
    return [
        Bought(
            random.randrange(3),
            FIRST + timedelta(days=day),
            random.randrange(100, 15_000),
            random.choice(["", "beauty", "prescription"]),
        )
        for day in days
    ]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("preset", ["starter", "sephora", "cvs-beautyclub", "asos", "punch-card"])
def test_a_simulation_issues_and_ranks_what_the_ledger_does(
    cafe: Cafe, preset: str, seed: int
) -> None:
    cafe.rules(preset_text(preset).replace('= "USD"', '= "EUR"').replace('= "GBP"', '= "EUR"'))
    orders = history(seed)
    people: dict[int, Member] = {}
    for number, order in enumerate(orders):
        cafe.now = datetime(order.day.year, order.day.month, order.day.day, 12, tzinfo=UTC)
        for due in tiering.due(cafe.tx, cafe.act(), after=MemberId(0), limit=99):
            tiering.review_due(cafe.tx, cafe.act(), member_id=due)
        member = people.get(order.customer) or cafe.joins(f"{order.customer}")
        people[order.customer] = member
        cafe.buys(member, order, id=str(number))
    simulation = Simulation(cafe.program)
    for order in orders:
        simulation.take(order)
    report = simulation.report()

    given = sum(entries.lifetime(cafe.tx, member.id) for member in people.values())
    assert report.issued == given
    held = [members.find(cafe.tx, member.id) for member in people.values()]
    ranks = sorted(cafe.program.rank(member.tier) for member in held if member)
    simulated = [
        rank
        for rank, tier in enumerate(cafe.program.tiers.levels)
        for _ in range(report.tiers[tier.id])
    ]
    assert all(live >= tried for live, tried in zip(ranks, simulated, strict=True))
