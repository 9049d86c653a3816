"""Several schedulers at once, on a real database: everything is told once."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming
from bot.conversation.router import Router
from bot.ports import Database
from bot.programs import preset_text
from bot.schedule import preview, tick
from core import campaigning, expiring
from core.campaigning import Sweep
from core.model import Channel, Member, MemberId
from core.tables import due, ledger, outbox_views
from core.transaction import Transaction

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
OFFER = '\n[[campaigns]]\nid = "years"\nkind = "anniversary"\noffer = { points = 5 }\n'


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Noon of the first day."""
    return Clock()


@pytest.fixture
async def acts(database: Database, clock: Clock) -> Acts:
    """Acts under the starter program, with an offer."""
    return await Acts.start(database, preset_text("starter") + OFFER, clock=clock)


async def _join(database: Database, acts: Acts, count: int) -> None:
    router = Router(database, acts)
    for name in (f"P{number}" for number in range(count)):
        for text in ("join", "notifications telegram marketing on"):
            said = Incoming(
                channel=Channel.TELEGRAM, sender=name, event_id=f"{name} {text}", text=text,
                name=name,
            )  # fmt: skip
            await router.answer(said)


def _messages(campaign: str) -> Callable[[Transaction], int]:
    def read(tx: Transaction) -> int:
        counts = outbox_views.counts(tx, since=NOON)
        return sum(n for (name, state, _), n in counts.items() if name == campaign)

    return read


async def test_two_ticks_at_once_tell_everybody_once_and_give_once(
    database: Database, acts: Acts, clock: Clock
) -> None:
    await _join(database, acts, 30)
    clock.now = NOON.replace(year=2027)
    before = await database.read(lambda tx: tx.rows("SELECT SUM(balance) FROM members")[0][0])
    seen = await preview(database, acts)
    done = await asyncio.gather(*(tick(database, acts) for _ in range(3)))

    assert seen["messages queued"] >= 30
    assert await database.read(_messages("years")) == 30
    assert await database.read(_messages("expiry")) == 30
    after = await database.read(lambda tx: tx.rows("SELECT SUM(balance) FROM members")[0][0])
    given = await database.read(
        lambda tx: tx.rows("SELECT COUNT(*) FROM entries WHERE kind = 'campaign'")[0][0]
    )
    assert after == before + 5 * given
    assert given == 30
    assert sum(one["messages queued"] for one in done) == 60
    assert (await tick(database, acts))["messages queued"] == 0
    assert await database.read(ledger.drifted) == []


async def test_a_clock_that_jumps_there_and_back_tells_and_gives_nothing_twice(
    database: Database, acts: Acts, clock: Clock
) -> None:
    await _join(database, acts, 3)
    year = NOON.replace(year=2027)
    queued = 0
    for days in (0, 3, -2, 0, -400, 0, 3):
        clock.now = year + timedelta(days=days)
        queued += (await tick(database, acts))["messages queued"]

    assert await database.read(_messages("years")) == 3
    given = await database.read(
        lambda tx: tx.rows("SELECT COUNT(*) FROM entries WHERE kind = 'campaign'")[0][0]
    )
    assert given == 3
    lost = await database.read(
        lambda tx: tx.rows("SELECT COUNT(*) FROM entries WHERE kind = 'expiry'")[0][0]
    )
    assert (lost, await database.read(ledger.drifted)) == (3, [])
    assert queued == await database.read(
        lambda tx: tx.rows("SELECT COUNT(*) FROM outbox WHERE campaign <> 'purchase'")[0][0]
    )


async def test_a_member_who_meets_a_bug_does_not_keep_the_others_from_their_message(
    database: Database, acts: Acts, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _join(database, acts, 5)
    clock.now = NOON.replace(year=2027)
    unlucky = await database.read(lambda tx: tx.rows("SELECT MIN(id) FROM members")[0][0])

    def breaks(sweep: Sweep) -> Sweep:
        def tell(tx: Transaction, member: Member, act: object) -> bool:
            if member.id == unlucky:
                raise ZeroDivisionError
            return sweep.tell(tx, member, act)  # type: ignore[arg-type]

        return Sweep(campaign=sweep.campaign, occasion=sweep.occasion, find=sweep.find, tell=tell)

    todo = campaigning.todo
    monkeypatch.setattr(campaigning, "todo", lambda tx, act: list(map(breaks, todo(tx, act))))

    assert (await tick(database, acts))["messages queued"] == 8


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_what_is_due_is_found_by_an_index(database: Database, acts: Acts) -> None:
    now = NOON + timedelta(days=1)

    class Explaining:
        """Asks how a statement would be done instead of doing it."""

        def __init__(self, tx: Transaction) -> None:
            self.tx = tx
            self.plans: list[str] = []

        def rows(self, sql: str, **values: int | str | None) -> list[tuple[object, ...]]:
            rows = self.tx.rows(f"EXPLAIN QUERY PLAN {sql}", **values)
            self.plans.append(" · ".join(str(row[-1]) for row in rows))
            return []

        lock = rows

        def many(self, sql: str, batch: object) -> None:
            assert batch == []

    def look(tx: Transaction) -> list[str]:
        asked = Explaining(tx)
        page = {"after": MemberId(0), "limit": 9}
        due.born_on(asked, now.date(), told_before=now, **page)  # type: ignore[arg-type]
        due.with_points_ending(asked, NOON, now, **page)  # type: ignore[arg-type]
        due.with_vouchers_ending(asked, NOON, now, **page)  # type: ignore[arg-type]
        due.with_tier_ending(asked, NOON, now, **page)  # type: ignore[arg-type]
        due.promised(asked, "plan", NOON, now, **page)  # type: ignore[arg-type]
        due.last_bought(asked, NOON, now, **page)  # type: ignore[arg-type]
        due.joined(asked, [(NOON, now)], **page)  # type: ignore[arg-type]
        expiring.expire_many(asked, acts.new("look", actor="test"), limit=9)  # type: ignore[arg-type]
        return asked.plans

    wanted = [
        "members_by_birthday", "(expires_at>? AND expires_at<?)",  # whichever index has the dates
        "vouchers_ending", "members_by_tier_review",
        "agenda_by_due", "orders_by_day", "members_by_joining", "lots_past", "autoindex_lots",
    ]  # fmt: skip
    plans = await database.read(look)
    for index, plan in zip(wanted, plans, strict=True):
        assert index in plan, plan
        assert "SCAN" not in plan, plan
    assert all("lots_past" in plan and "TEMP" not in plan for plan in plans[-2:-1]), plans
