"""
The vouchers' codes in the web shops: which of them somebody has to look after, and when.

Written in the transaction that changes a voucher; taken by a worker's lease, a compare-and-set, so
nothing is locked while anybody talks to a shop. What the code should be there is the voucher's to
say at that moment: so a task done twice, late or in another order comes to the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from core.model import MemberId, VoucherCode
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

AT_ONCE = 0  # long due, whatever the time is
NOT_YET = 0  # nobody has begun to wait: the first to look says when that was
COLUMNS = "shop, code, revision, attempts, reason, since"
DUE = "next_at IS NOT NULL AND next_at <= :now"
LOOK_AGAIN = (
    "UPDATE shop_codes SET revision = revision + 1, attempts = 0, reason = '',"
    " state = CASE WHEN state = 'working' THEN state ELSE 'waiting' END,"
    " next_at = CASE WHEN state = 'working' THEN next_at ELSE :at_once END, since = :not_yet"
)
KINDS = "'amount_off', 'flexible', 'percent_off', 'free_shipping', 'product'"
"""The kinds of vouchers a shop can know as a discount code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A code somebody has to look after in that shop."""

    shop: str
    code: VoucherCode
    revision: int
    attempts: int  # before
    reason: str  # why the last one failed
    since: datetime


class Waiting(NamedTuple):
    """What waits in one shop, and what has failed."""

    waiting: int
    failed: int
    oldest: datetime | None  # from when on the one waits that waits longest


def connect(tx: Transaction, shops: Sequence[str], *, now: datetime) -> None:
    """
    From now on vouchers work as codes in these shops and no others.

    In a shop that is new so do those that are open already.
    """
    for shop in connected(tx) - set(shops):
        tx.rows("UPDATE code_shops SET connected = 0 WHERE shop = :shop", shop=shop)
    for shop in sorted(shops):
        new = tx.rows(
            "INSERT INTO code_shops (shop, connected) VALUES (:shop, 1) ON CONFLICT (shop)"
            " DO UPDATE SET connected = 1 WHERE code_shops.connected = 0 RETURNING shop",
            shop=shop,
        )
        if new:
            tx.rows(
                "INSERT INTO shop_codes (shop, code, state, next_at, since)"
                " SELECT :shop, code, 'waiting', :now, :now FROM vouchers"
                f" WHERE status = 'issued' AND kind IN ({KINDS})"
                " AND (expires_at IS NULL OR expires_at > :now) ON CONFLICT DO NOTHING",
                shop=shop,
                now=to_ms(now),
            )


def connected(tx: Transaction) -> set[str]:
    """The shops in which vouchers work as codes."""
    return {shop for (shop,) in tx.rows("SELECT shop FROM code_shops WHERE connected = 1")}


def add(tx: Transaction, code: VoucherCode, *, now: datetime) -> None:
    """A voucher was issued that every connected shop is to know."""
    tx.rows(
        "INSERT INTO shop_codes (shop, code, state, next_at, since)"
        " SELECT shop, :code, 'waiting', :now, :now FROM code_shops WHERE connected = 1",
        code=code,
        now=to_ms(now),
    )


def changed(tx: Transaction, code: VoucherCode) -> None:
    """The voucher is another than the shops know it. Whoever looks after it now looks again."""
    tx.rows(f"{LOOK_AGAIN} WHERE code = :code", code=code, at_once=AT_ONCE, not_yet=NOT_YET)


def changed_of(tx: Transaction, member_id: MemberId) -> None:
    """All the member's open vouchers are, because the member is."""
    tx.rows(
        f"{LOOK_AGAIN} WHERE code IN (SELECT code FROM vouchers"
        " WHERE member_id = :member AND status = 'issued')",
        member=member_id,
        at_once=AT_ONCE,
        not_yet=NOT_YET,
    )


def due(tx: Transaction, *, now: datetime) -> list[str]:
    """The connected shops in which something is due."""
    rows = tx.rows(
        "SELECT shop FROM code_shops s WHERE connected = 1 AND EXISTS (SELECT 1 FROM shop_codes c"
        f" WHERE c.shop = s.shop AND {DUE}) ORDER BY shop",
        now=to_ms(now),
    )
    return [shop for (shop,) in rows]


def lease(
    tx: Transaction, shop: str, *, now: datetime, worker: str, until: datetime
) -> Task | None:
    """Take the code of that shop that is due longest, or whose worker's lease has ended."""
    rows = tx.rows(
        "UPDATE shop_codes SET state = 'working', worker = :worker, next_at = :until,"
        " attempts = attempts + 1, since = CASE WHEN since = :not_yet THEN :now ELSE since END"
        " WHERE shop = :shop AND code = (SELECT code FROM shop_codes"
        f" WHERE shop = :shop AND {DUE} ORDER BY next_at, code LIMIT 1) AND {DUE}"
        f" RETURNING {COLUMNS}",
        shop=shop,
        now=to_ms(now),
        worker=worker,
        until=to_ms(until),
        not_yet=NOT_YET,
    )
    return _task(rows[0]) if rows else None


def done(tx: Transaction, task: Task, worker: str) -> bool:
    """The shop has it as it should be; False when the voucher changed meanwhile: look again."""
    rows = tx.rows(
        "UPDATE shop_codes SET reason = '',"
        " state = CASE WHEN revision = :revision THEN 'done' ELSE 'waiting' END,"
        " next_at = CASE WHEN revision = :revision THEN NULL ELSE :at_once END"
        " WHERE shop = :shop AND code = :code AND state = 'working' AND worker = :worker"
        " RETURNING state",
        shop=task.shop,
        code=task.code,
        revision=task.revision,
        worker=worker,
        at_once=AT_ONCE,
    )
    return bool(rows) and rows[0][0] == "done"


def put_off(tx: Transaction, task: Task, worker: str, *, at: datetime, reason: str) -> None:
    """It did not work now: try again then."""
    tx.rows(
        "UPDATE shop_codes SET state = 'waiting', next_at = :at, reason = :reason"
        " WHERE shop = :shop AND code = :code AND state = 'working' AND worker = :worker",
        shop=task.shop,
        code=task.code,
        worker=worker,
        at=to_ms(at),
        reason=reason,
    )


def fail(tx: Transaction, task: Task, worker: str, *, reason: str) -> None:
    """The shop won't: somebody has to see why. What changed meanwhile is looked at again."""
    tx.rows(
        "UPDATE shop_codes SET reason = :reason,"
        " state = CASE WHEN revision = :revision THEN 'failed' ELSE 'waiting' END,"
        " next_at = CASE WHEN revision = :revision THEN NULL ELSE :at_once END"
        " WHERE shop = :shop AND code = :code AND state = 'working' AND worker = :worker",
        shop=task.shop,
        code=task.code,
        revision=task.revision,
        worker=worker,
        reason=reason,
        at_once=AT_ONCE,
    )


def replay(tx: Transaction, code: VoucherCode, *, now: datetime) -> int:
    """Look after the code again in the shops where that failed; in how many."""
    rows = tx.rows(
        "UPDATE shop_codes SET state = 'waiting', next_at = :now, since = :now, attempts = 0"
        " WHERE code = :code AND state = 'failed' RETURNING shop",
        code=code,
        now=to_ms(now),
    )
    return len(rows)


def is_in(tx: Transaction, shop: str, code: VoucherCode) -> bool:
    """Whether that shop knows the code, or once did."""
    return bool(
        tx.rows(
            "SELECT 1 FROM shop_codes WHERE shop = :shop AND code = :code", shop=shop, code=code
        )
    )


def is_anywhere(tx: Transaction, code: VoucherCode) -> bool:
    """Whether the code is known to a connected shop, or soon will be."""
    return bool(
        tx.rows(
            "SELECT 1 FROM shop_codes c JOIN code_shops s ON s.shop = c.shop"
            " WHERE c.code = :code AND s.connected = 1 AND c.state <> 'failed' LIMIT 1",
            code=code,
        )
    )


def stuck(tx: Transaction, *, limit: int) -> list[Task]:
    """What has failed, or has been tried in vain and is tried again, the longest waiting first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM shop_codes WHERE state = 'failed'"
        f" UNION ALL SELECT {COLUMNS} FROM shop_codes WHERE next_at IS NOT NULL AND reason <> ''"
        " ORDER BY since, shop, code LIMIT :limit",
        limit=limit,
    )
    return [_task(row) for row in rows]


def waiting(tx: Transaction) -> dict[str, Waiting]:
    """How many codes wait in each connected shop, and how many have failed."""
    rows = tx.rows(
        "SELECT s.shop, (SELECT COUNT(*) FROM shop_codes c WHERE c.shop = s.shop"
        " AND c.next_at IS NOT NULL), (SELECT COUNT(*) FROM shop_codes c WHERE c.shop = s.shop"
        " AND c.state = 'failed'), (SELECT MIN(c.since) FROM shop_codes c WHERE c.shop = s.shop"
        " AND c.next_at IS NOT NULL AND c.since <> :not_yet)"
        " FROM code_shops s WHERE s.connected = 1 ORDER BY s.shop",
        not_yet=NOT_YET,
    )
    return {
        shop: Waiting(int(count), int(failed), None if since is None else from_ms(since))
        for shop, count, failed, since in rows
    }


def _task(row: Row) -> Task:
    return Task(
        shop=row[0],
        code=VoucherCode(row[1]),
        revision=row[2],
        attempts=row[3],
        reason=row[4],
        since=from_ms(row[5]),
    )
