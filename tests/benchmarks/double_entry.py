"""
What a Django shop would otherwise install: the same purchase credit with django-hordak's ledger.

`Account.transfer_to` is its documented way to book, in a transaction and checked by triggers. It
does less than ours: nothing of the order but its name, no dates of points, and repeating it books
it again. Each caller is a thread with a connection of its own, on our server's durability.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import Barrier
from typing import Any

from tests.benchmarks.credits import CALLERS, TOTAL, ours
from tests.benchmarks.postgres import two_databases
from tests.benchmarks.rounds import Row, Sizes, Skipped, compared, in_threads
from tests.benchmarks.seeding import opened, seeded

APPS = ("django.contrib.contenttypes", "mptt", "djmoney", "hordak")
CURRENCY = "EUR"

Credit = Callable[[int, int], None]
"""Books one purchase; is given whose thread it is, and the purchase's number."""


async def on_postgres(folder: Path, sizes: Sizes) -> list[Row]:
    """The same credit, ours and theirs, on PostgreSQL. Raises Skipped."""
    if find_spec("hordak") is None:
        raise Skipped("django-hordak is not installed; `make bench` does that")
    with two_databases() as (our_url, their_url):
        credit = await asyncio.to_thread(_ledger, their_url, sizes.members)
        cards = await seeded(our_url, sizes.members)
        async with opened(our_url) as (database, acts):
            orders, rows = count(1), []
            for callers in CALLERS:
                with _connected(callers) as threads:
                    row = await compared(
                        f"purchase credits, PostgreSQL, {callers} at once, to django-hordak",
                        ours=ours(database, acts, cards, orders, callers),
                        floor=in_threads(range(callers), threads, orders, credit),
                        count=sizes.credits,
                        rounds=sizes.rounds,
                        bar=1.0,
                    )
                rows.append(row)
    return rows


def _ledger(url: str, members: int) -> Credit:
    """A ledger with an account for every member; Django can be set up only once in a process."""
    import dj_database_url
    import django
    from django.conf import settings
    from django.core.management import call_command

    where = {"default": dj_database_url.parse(url, conn_max_age=None)}
    settings.configure(INSTALLED_APPS=APPS, DATABASES=where, USE_TZ=True)
    django.setup()
    from django.db import connections
    from hordak.models import Account, AccountType

    call_command("migrate", verbosity=0)
    accounts: Any = Account.objects
    given = accounts.create(name="points given", code="given", type=AccountType.expense)
    codes = [f"{number:06}" for number in range(members)]
    for code in codes:
        accounts.create(name="Ann", code=code, type=AccountType.liability)
    connections.close_all()
    return _booking(given, codes)


def _booking(given: Any, codes: Sequence[str]) -> Credit:
    from hordak.models import Account
    from moneyed import Money

    def credit(caller: int, order: int) -> None:
        member = Account.objects.get(full_code=codes[order % len(codes)])
        member.transfer_to(given, Money(TOTAL // 100, CURRENCY), description=f"order {order}")

    return credit


@contextmanager
def _connected(callers: int) -> Iterator[ThreadPoolExecutor]:
    """Threads whose connections are closed in the end, each by its own."""
    from django.db import connections

    meeting = Barrier(callers)

    def close(caller: int) -> None:
        meeting.wait()  # else one thread might do it for all
        connections.close_all()

    with ThreadPoolExecutor(callers) as threads:
        yield threads
        list(threads.map(close, range(callers)))
