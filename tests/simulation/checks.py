"""What must be true at the end, said independently of how the shop does it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.delivery.taking import LOST
from core.tables import ledger
from core.tables.instants import to_ms
from core.tables.outbox import State
from core.transaction import Transaction
from tests.simulation.people import Person

ENDS = {State.SENT, State.UNKNOWN, State.BLOCKED, State.SUPPRESSED, State.CANCELLED}
CAUSES = {"timeout", "no answer in time", LOST}  # why nobody knows whether it arrived


def amiss(
    tx: Transaction,
    *,
    people: Sequence[Person],
    arrived: Mapping[int, int],
    zone: str,
    begin: datetime,
    end: datetime,
) -> list[str]:
    """Everything that is not as it must be; arrived says how often each message did."""
    days = [one.astimezone(ZoneInfo(zone)).date() for one in (begin, end)]
    return [
        *_ledger(tx),
        *_birthdays(tx, people, ZoneInfo(zone), *days),
        *_presents(tx),
        *messages(tx, arrived),
        *late(tx, end - timedelta(days=1)),
    ]


def _ledger(tx: Transaction) -> Iterator[str]:
    for member_id in ledger.drifted(tx):
        yield f"the ledger of {member_id} does not add up"


def _birthdays(
    tx: Transaction, people: Sequence[Person], zone: ZoneInfo, first: date, last: date
) -> Iterator[str]:
    """Who told it 30 days before has exactly one present for it, everybody else none."""
    rows = tx.rows("SELECT member_id, reference FROM entries WHERE kind = 'birthday'")
    given = Counter((member_id, reference) for member_id, reference in rows)
    due = {
        (one.id, f"birthday/{day.year}") for one in people for day in _kept(one, zone, first, last)
    }
    yield from (f"{count} presents for {what}" for what, count in given.items() if count > 1)
    yield from (f"a present too many: {what}" for what in given.keys() - due)
    yield from (f"no present: {what}" for what in due - given.keys())
    told = tx.rows("SELECT DISTINCT member_id, occasion FROM outbox WHERE campaign = 'birthday'")
    silent = {one.id for one in people if one.paused_once}  # who may not have been told
    untold = due - {(one, said) for one, said in told}
    yield from (f"not told: {what}" for what in untold if what[0] not in silent)


def _kept(person: Person, zone: ZoneInfo, first: date, last: date) -> Iterator[date]:
    """The birthdays of the simulated time for which there must be a present."""
    if person.birthday is None or person.born_told_at is None:
        return
    for year in (first.year, first.year + 1):
        try:
            day = date(year, person.birthday.month, person.birthday.day)
        except ValueError:
            day = date(year, 2, 28)
        told = person.born_told_at.astimezone(zone).date()
        if first <= day <= last and told <= day - timedelta(days=30):
            yield day


def _presents(tx: Transaction) -> Iterator[str]:
    """What came with a message came once, with a message."""
    rows = tx.rows(
        "SELECT member_id, reference, COUNT(*) FROM entries WHERE kind = 'campaign'"
        " GROUP BY member_id, reference"
    )
    for member_id, reference, count in rows:
        _, campaign, occasion = reference.split("/", 2)
        told = tx.rows(
            "SELECT 1 FROM outbox WHERE member_id = :member AND campaign = :campaign"
            " AND occasion IN (:occasion, :occasion || '@telegram', :occasion || '@sms')"
            " AND reason <> 'control'",
            member=member_id, campaign=campaign, occasion=occasion,
        )  # fmt: skip
        if count > 1 or not told:
            yield f"{count} presents of {reference} to {member_id}, {len(told)} messages"


def messages(tx: Transaction, arrived: Mapping[int, int]) -> Iterator[str]:
    """Each ended; what was sent arrived once, nothing twice; what nobody knows has a cause."""
    rows = tx.rows(
        "SELECT o.id, o.state, o.reason, o.campaign, m.status FROM outbox o"
        " LEFT JOIN approvals a ON o.campaign = 'staff/grants' AND o.occasion IN"
        " ('approval/' || CAST(a.id AS TEXT), 'decided/' || CAST(a.id AS TEXT))"
        " LEFT JOIN members m ON m.id = COALESCE(o.member_id, a.member_id)"
    )
    for id, state, reason, campaign, status in rows:
        count = arrived.get(id, 0)
        if state == State.UNKNOWN:
            well = count <= 1 and reason in CAUSES
        elif state == State.CANCELLED and status == "erased":
            well = count <= 1  # who it was for, or about, was forgotten while it was on its way
        else:
            well = state in ENDS and count == (state == State.SENT)
        if not well:
            yield f"message {id} ({campaign}): {state} {reason!r}, arrived {count} times"
    yield from (f"nobody wrote message {id}" for id in arrived.keys() - {row[0] for row in rows})


def late(tx: Transaction, now: datetime) -> Iterator[str]:
    """Points past their date are written off."""
    rows = tx.rows(
        "SELECT member_id, number FROM lots WHERE remaining > 0 AND expires_at <= :now",
        now=to_ms(now),
    )
    yield from (f"points outlived their date: lot {lot} of {member}" for member, lot in rows)
