"""Vouchers: the codes members redeemed or were given, and the stock they come from."""

import json
from collections.abc import Iterable
from datetime import datetime

from core.model import (
    MemberId,
    RewardId,
    Title,
    Voucher,
    VoucherCode,
    VoucherStatus,
)
from core.tables import shop_codes, terms
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = (
    "code, member_id, reward_id, title, points, status, issued_at, expires_at, entry_number,"
    " from_stock, used_for, final, kind, amount, terms"
)
OPEN = (
    f"SELECT {COLUMNS} FROM vouchers WHERE member_id = :member AND status = 'issued'"
    " AND (expires_at IS NULL OR expires_at > :now)"
)
NEWEST_FIRST = "ORDER BY entry_number DESC, code LIMIT :limit"


def add(tx: Transaction, voucher: Voucher) -> None:
    """Add a voucher just issued; one that is used up at once was used at that moment."""
    at_once = voucher.status is VoucherStatus.USED
    tx.rows(
        f"INSERT INTO vouchers ({COLUMNS}, used_at) VALUES (:code, :member, :reward, :title,"
        " :points, :status, :issued, :expires, :entry, :from_stock, :used_for, :final, :kind,"
        " :amount, :terms, :used_at)",
        code=voucher.code,
        member=voucher.member_id,
        reward=voucher.reward_id,
        title=json.dumps(dict(voucher.title.texts), ensure_ascii=False),
        points=voucher.points,
        status=voucher.status,
        issued=to_ms(voucher.issued_at),
        expires=to_ms_or_none(voucher.expires_at),
        entry=voucher.entry_number,
        from_stock=int(voucher.from_stock),
        used_for=voucher.used_for,
        final=int(voucher.final),
        kind=voucher.terms.kind,
        amount=voucher.terms.amount,
        terms=terms.written(voucher.terms),
        used_at=to_ms(voucher.issued_at) if at_once else None,
    )


def find(tx: Transaction, code: VoucherCode) -> Voucher | None:
    """The voucher of that code."""
    rows = tx.rows(f"SELECT {COLUMNS} FROM vouchers WHERE code = :code", code=code)
    return _voucher(rows[0]) if rows else None


def of_member(tx: Transaction, member_id: MemberId, *, limit: int) -> list[Voucher]:
    """The member's vouchers, newest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM vouchers WHERE member_id = :member"
        " ORDER BY entry_number DESC LIMIT :limit",
        member=member_id,
        limit=limit,
    )
    return [_voucher(row) for row in rows]


def usable(tx: Transaction, member_id: MemberId, now: datetime, *, limit: int) -> list[Voucher]:
    """The member's vouchers that a till can take now, newest first."""
    rows = tx.rows(
        f"{OPEN} AND kind NOT IN ('ticket', 'partner_code') {NEWEST_FIRST}",
        member=member_id,
        now=to_ms(now),
        limit=limit,
    )
    return [_voucher(row) for row in rows]


def has_any(tx: Transaction, member_id: MemberId, now: datetime) -> bool:
    """Whether the member has a voucher, ticket or partner's code that is good for something now."""
    rows = tx.rows(f"{OPEN} {NEWEST_FIRST}", member=member_id, now=to_ms(now), limit=1)
    return bool(rows)


def undoable(tx: Transaction, member_id: MemberId, now: datetime, *, limit: int) -> list[Voucher]:
    """The member's vouchers and tickets that may become points again, newest first."""
    rows = tx.rows(
        f"{OPEN} AND final = 0 {NEWEST_FIRST}", member=member_id, now=to_ms(now), limit=limit
    )
    return [_voucher(row) for row in rows]


def of_kind(
    tx: Transaction, member_id: MemberId, now: datetime, *, kind: str, limit: int
) -> list[Voucher]:
    """The member's tickets, or partners' codes, that are neither undone nor past their date."""
    rows = tx.rows(
        f"{OPEN} AND kind = :kind {NEWEST_FIRST}",
        member=member_id,
        now=to_ms(now),
        kind=kind,
        limit=limit,
    )
    return [_voucher(row) for row in rows]


def count_had(tx: Transaction, member_id: MemberId, reward_id: RewardId) -> int:
    """How often the member has had the reward; what was undone does not count."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM vouchers WHERE member_id = :member AND reward_id = :reward"
        " AND status <> 'undone'",
        member=member_id,
        reward=reward_id,
    )
    return int(count)


def counts_had(tx: Transaction, member_id: MemberId) -> dict[RewardId, int]:
    """How often the member has had each reward; what was undone does not count."""
    rows = tx.rows(
        "SELECT reward_id, COUNT(*) FROM vouchers WHERE member_id = :member"
        " AND status <> 'undone' GROUP BY reward_id",
        member=member_id,
    )
    return {RewardId(reward): int(count) for reward, count in rows}


def set_status(
    tx: Transaction,
    code: VoucherCode,
    status: VoucherStatus,
    *,
    used_at: datetime | None = None,
    used_for: str = "",
) -> None:
    """Change the voucher's state; the web shops that know its code will learn of it."""
    tx.rows(
        "UPDATE vouchers SET status = :status, used_at = :used_at, used_for = :used_for"
        " WHERE code = :code",
        code=code,
        status=status,
        used_at=to_ms_or_none(used_at),
        used_for=used_for,
    )
    shop_codes.changed(tx, code)


def charge(tx: Transaction, code: VoucherCode, *, points: int, entry_number: int) -> None:
    """Its points were taken anew, by that entry."""
    tx.rows(
        "UPDATE vouchers SET points = :points, entry_number = :entry, from_stock = 0"
        " WHERE code = :code",
        code=code,
        points=points,
        entry=entry_number,
    )


def win(tx: Transaction, code: VoucherCode, *, expires_at: datetime | None) -> None:
    """The ticket has won: it is a voucher from now on, which is not undone any more."""
    tx.rows(
        "UPDATE vouchers SET kind = 'raffle', final = 1, expires_at = :expires WHERE code = :code",
        code=code,
        expires=to_ms_or_none(expires_at),
    )


def lose(tx: Transaction, codes: Iterable[VoucherCode]) -> None:
    """The tickets have not won: their time is over."""
    tx.many(
        "UPDATE vouchers SET status = 'expired', final = 1 WHERE code = :code",
        [{"code": code} for code in codes],
    )


def used_at(tx: Transaction, code: VoucherCode) -> datetime | None:
    """When the voucher was used."""
    [[at]] = tx.rows("SELECT used_at FROM vouchers WHERE code = :code", code=code)
    return from_ms_or_none(at)


def used_for(tx: Transaction, what: str) -> list[VoucherCode]:
    """The vouchers used for that order."""
    rows = tx.rows(
        "SELECT code FROM vouchers WHERE used_for = :what AND used_for <> '' ORDER BY code",
        what=what,
    )
    return [VoucherCode(row[0]) for row in rows]


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Make the member's unused vouchers worthless, and return what is limited to the stock."""
    for code, reward_id, from_stock in tx.rows(
        "SELECT code, reward_id, from_stock FROM vouchers"
        " WHERE member_id = :member AND status = 'issued' ORDER BY reward_id, code",
        member=member_id,
    ):
        set_status(tx, code, VoucherStatus.UNDONE)
        if from_stock:
            return_to_stock(tx, reward_id)


def take_from_stock(tx: Transaction, reward_id: RewardId, *, stock: int) -> bool:
    """Take one of the reward, however many ask at once; False when all are gone."""
    return stock > 0 and bool(
        tx.rows(
            "INSERT INTO stock (reward_id, issued) VALUES (:reward, 1) ON CONFLICT (reward_id)"
            " DO UPDATE SET issued = stock.issued + 1 WHERE stock.issued < :stock RETURNING issued",
            reward=reward_id,
            stock=stock,
        )
    )


def return_to_stock(tx: Transaction, reward_id: RewardId) -> None:
    """Put one back."""
    tx.rows(
        "UPDATE stock SET issued = issued - 1 WHERE reward_id = :reward AND issued > 0",
        reward=reward_id,
    )


def issued(tx: Transaction) -> dict[RewardId, int]:
    """How many of each limited reward are out."""
    rows = tx.rows("SELECT reward_id, issued FROM stock")
    return {RewardId(reward): int(count) for reward, count in rows}


def _voucher(row: Row) -> Voucher:
    return Voucher(
        code=VoucherCode(row[0]),
        member_id=MemberId(row[1]),
        reward_id=RewardId(row[2]),
        title=Title(json.loads(row[3])),
        points=row[4],
        status=VoucherStatus(row[5]),
        issued_at=from_ms(row[6]),
        expires_at=from_ms_or_none(row[7]),
        entry_number=row[8],
        from_stock=bool(row[9]),
        used_for=row[10],
        final=bool(row[11]),
        terms=terms.read(row[14], kind=row[12], amount=row[13]),
    )
