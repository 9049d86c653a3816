"""Members brought along: a file read, looked up and written, with two lots and a consent each."""

from pathlib import Path
from time import perf_counter

from bot.arrivals.reading import read_members
from core.arriving import plan, settle_in
from core.transaction import Transaction
from tests.benchmarks.postgres import two_databases
from tests.benchmarks.rounds import Row, Sizes
from tests.benchmarks.seeding import opened

IMPORTED = 100_000 / 60  # a hundred thousand members within a minute
PER_ORDER = 5  # one member for so many orders of a history, so that rounds are as long


async def on_sqlite(folder: Path, sizes: Sizes) -> list[Row]:
    """Into a new SQLite file each time."""
    files = _write(folder / "in", max(sizes.history // PER_ORDER, 10))
    rounds = max(sizes.rounds // 3, 1)
    rates = [await _rate(files, f"sqlite:///{folder / f'{place}.db'}") for place in range(rounds)]
    return [_row("members imported, SQLite", rates)]


async def on_postgres(folder: Path, sizes: Sizes) -> list[Row]:
    """Into a new PostgreSQL database."""
    files = _write(folder / "in", max(sizes.history // PER_ORDER, 10))
    with two_databases() as (url, _):
        return [_row("members imported, PostgreSQL", [await _rate(files, url)])]


async def _rate(files: Path, url: str) -> float:
    async with opened(url) as (database, acts):
        started = perf_counter()
        now = acts.clock()
        reading = read_members(files, program=acts.program, now=now, clean=str)
        act = acts.new("import", actor="bench")

        def work(tx: Transaction) -> int:
            made = plan(tx, act, reading.arrivals)
            settle_in(tx, act, made.steps)
            return len(made.steps)

        return await database.run_alone(work) / (perf_counter() - started)


def _row(name: str, rates: list[float]) -> Row:
    middle = sorted(rates)[len(rates) // 2]
    spread = (min(rates), max(rates))
    return Row(name=name, ours=middle, spread=spread, bar=IMPORTED, at_least=True)


def _write(folder: Path, people: int) -> Path:
    folder.mkdir()
    members = ["card,name,phone,telegram_id,birthday,tier"]
    lots = ["card,lot,points,earned_at,expires_at"]
    consents = ["card,channel,purpose,granted,at"]
    for number in range(people):
        card = f"C{number}"
        members.append(f"{card},Name {number},'+38050{number:07},{1000 + number},05-31,")
        lots += [f"{card},a,100,2026-01-10,2031-06-30", f"{card},b,50,2026-03-01,"]
        consents.append(f"{card},telegram,marketing,yes,2026-01-01")
    for name, lines in (("members", members), ("lots", lots), ("consents", consents)):
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder
