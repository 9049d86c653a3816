"""Promises that must be kept: how long points last, and what bringing a friend brings both."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from core.calendar import midnight
from core.model import MemberId
from core.tables import told
from core.tables.instants import to_ms
from core.transaction import Transaction
from tests.simulation.books import ZONE, Books

Warning = tuple[MemberId, tuple[int, ...], date]  # lots, and the day they were told to last till
SKEW_MS = 3_000  # a process's clock is off by some
FRIEND, REFERRER, LEAST = 50, 100, 1_000  # the program's


def warnings(tx: Transaction, messages: Iterable[int], now: datetime) -> list[Warning]:
    """What those of the messages promise that tell which day points are to be used by."""
    found = []
    for id in messages:
        rows = tx.rows(
            "SELECT member_id, vals FROM outbox WHERE id = :id AND key LIKE 'notice-expiry-%'",
            id=id,
        )
        for member, vals in rows:
            last = told.read(vals)["date"]
            assert isinstance(last, date)
            lots = tx.rows(
                "SELECT number FROM lots WHERE member_id = :member AND remaining > 0"
                " AND expires_at > :since",
                member=member, since=max(to_ms(midnight(last, ZONE)), to_ms(now) + SKEW_MS),
            )  # fmt: skip
            found.append((MemberId(member), tuple(number for (number,) in lots), last))
    return found


def dates(tx: Transaction, books: Books) -> Iterator[str]:
    """No point is lost before the date somebody was told; nor is there one with an earlier date."""
    lost = tx.rows(
        "SELECT e.member_id, m.lot_number, e.occurred_at FROM entries e"
        " JOIN moves m ON m.member_id = e.member_id AND m.entry_number = e.number"
        " WHERE e.kind = 'expiry'"
    )
    ends = tx.rows(
        "SELECT member_id, number, expires_at FROM lots"
        " WHERE remaining > 0 AND expires_at IS NOT NULL"
    )
    for member, lot, at in (*lost, *ends):
        until = books.dates.get((MemberId(member), lot), 0)
        if at < until - SKEW_MS:
            yield f"lot {lot} of {member} ends at {at}, told was {until}"


def friendships(tx: Transaction, books: Books) -> Iterator[str]:
    """Both are paid for a friend once, when there is an order that is large enough, else not."""
    rows = tx.rows(
        "SELECT r.friend_id, r.referrer_id, r.state, r.unpaid, r.returned, f.status,"
        " (SELECT COUNT(*) FROM orders o WHERE o.member_id = r.friend_id"
        "  AND o.credited >= :least) FROM referrals r JOIN members f ON f.id = r.friend_id",
        least=LEAST,
    )
    known = {friend: referrer for friend, referrer, *_ in rows}
    for friend, referrer in books.brought.items():
        if known.get(friend) != referrer:
            yield f"{friend} was told to be brought by {referrer}, known is {known.get(friend)}"
    for friend, referrer, state, unpaid, returned, status, orders in rows:
        had = _under(tx, friend, friend), _under(tx, referrer, friend)
        due = (FRIEND, 0 if unpaid else REFERRER) if state == "paid" else (0, 0)
        name = f"{friend} ({status}), brought by {referrer}, {state} {unpaid}, {orders} orders"
        if had[0] > FRIEND or had[1] > REFERRER:
            yield f"paid more than once, {had}: {name}"
        if had != due and not returned:  # what was spent of it can't be taken back
            yield f"had {had} for it: {name}"
        if status == "active" and (state == "paid") != (orders > 0) and state != "review":
            yield f"that is no {state}: {name}"


def _under(tx: Transaction, member: int, friend: int) -> int:
    """What that member had, and still has, for that friend."""
    rows = tx.rows(
        "SELECT COALESCE(SUM(points), 0) FROM entries WHERE member_id = :member"
        " AND reference LIKE :about",
        member=member, about=f"referral/{friend}/%",
    )  # fmt: skip
    return int(rows[0][0])
