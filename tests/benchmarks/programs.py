"""Rules at work, without a database: orders worked out, and a history simulated."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

from bot.histories import read_history
from bot.programs import read_program
from core.awarding.baskets import Circumstances, OrderLine, basket_of
from core.awarding.claiming import claims
from core.awarding.settling import settle
from core.program.schema import Program
from core.simulating.running import Simulation
from tests.benchmarks.rounds import Row, Sizes

WORKED_OUT = 20_000  # orders a second, the least
SIMULATED = 1_000_000 / 60  # a million orders within a minute
DAY = date(2026, 3, 2)
LINES = (OrderLine("A", 1, 1999, ("beauty",)), OrderLine("B", 2, 3001, ("food",), ("sale",)))


async def on_rules(folder: Path, sizes: Sizes) -> list[Row]:
    """Orders worked out: of one sum under the starter, of two lines under a rich program."""
    return [
        _worked_out("orders worked out, starter", "starter", (), sizes, bar=WORKED_OUT),
        _worked_out("orders worked out, smile-points", "smile-points", LINES, sizes, bar=None),
    ]


async def on_history(folder: Path, sizes: Sizes) -> list[Row]:
    """A history read from CSV and simulated."""
    path = folder / "orders.csv"
    _, program = read_program("starter")
    _write(path, sizes.history)
    rates = []
    for _ in range(max(sizes.rounds // 3, 1)):
        started = perf_counter()
        history = read_history(
            path, currency=program.currency, timezone=program.timezone, skip_bad=False
        )
        simulation = Simulation(program)
        for order in history.orders():
            simulation.take(order)
        simulation.report()
        rates.append(sizes.history / (perf_counter() - started))
    return [_fast("orders simulated from CSV, starter", rates, SIMULATED)]


def _worked_out(
    name: str, preset: str, lines: tuple[OrderLine, ...], sizes: Sizes, *, bar: float | None
) -> Row:
    _, program = read_program(preset)
    _once(program, lines, 10)
    rates = [_once(program, lines, sizes.history // 10) for _ in range(sizes.rounds)]
    return _fast(name, rates, bar)


def _once(program: Program, lines: tuple[OrderLine, ...], count: int) -> float:
    """Orders a second, of one member who goes on buying."""
    counters: dict[str, int] = {}
    tier = program.tiers.levels[-1].id
    started = perf_counter()
    for number in range(count):
        basket = basket_of(
            program,
            lines,
            total=5000 + number % 100,
            shipping=0,
            tax=0,
            discount=0,
            day=DAY,
            shop="web",
            channel="web",
            payment="",
        )
        buyer = Circumstances(tier=tier, number=number + 1, joined_on=DAY)
        claimed = claims(program, basket, buyer)
        counters = settle(program, claimed, buyer, day=DAY, counters=counters, before={}).counters
    return count / (perf_counter() - started)


def _fast(name: str, rates: list[float], bar: float | None) -> Row:
    middle = sorted(rates)[len(rates) // 2]
    return Row(name=name, ours=middle, spread=(min(rates), max(rates)), bar=bar, at_least=True)


def _write(path: Path, orders: int) -> None:
    """Two years of orders; one customer in ten orders, in no order of time."""
    random = Random(7)
    with path.open("w", encoding="utf-8") as file:
        file.write("order_id,customer_id,placed_at,total,currency,category,sku\n")
        for number in range(orders):
            day = DAY + timedelta(days=random.randrange(730))
            customer = random.randrange(orders // 10 or 1)
            total = f"{random.randrange(100, 20_000) / 100:.2f}"
            file.write(f"{number},{customer},{day}T12:00:00+02:00,{total},EUR,food,\n")
