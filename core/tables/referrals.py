"""Referrals: who joined by whose code, and how far it is to both being paid for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from core.model import MemberId, RewardId, VoucherCode, VoucherStatus
from core.tables import fingerprints
from core.tables.instants import EPOCH, from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = (
    "r.friend_id, r.referrer_id, r.joined_at, r.state, r.qualified_at, r.shop, r.order_id,"
    " r.referrer_points, r.friend_points, r.held_until, r.counted_at, r.unpaid, r.signals,"
    " r.returned, r.decided_by, r.decided_at, r.reason"
)
KIN_MAX = 1000  # so many people of one tree are compared at most, the newest first


class State(StrEnum):
    """How far a referral is."""

    JOINED = "joined"  # nothing has paid yet
    REVIEW = "review"  # something did, and the shop looks at it first
    HELD = "held"  # it is paid when the order can't be returned any more
    PAID = "paid"
    REFUSED = "refused"  # by the shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A friend, the member who brought them, and what came of it."""

    friend_id: MemberId
    referrer_id: MemberId
    joined_at: datetime
    state: State = State.JOINED
    qualified_at: datetime | None = None
    shop: str | None = None  # the order that qualified
    order_id: str | None = None
    referrer_points: int = 0  # promised when it qualified
    friend_points: int = 0
    held_until: datetime | None = None
    counted_at: datetime | None = None  # when the referrer was first paid for this friend
    unpaid: str = ""  # why the referrer was not: "gone", "at_most", "at_most_a_month"
    signals: tuple[str, ...] = ()  # what is to be looked at, or was
    returned: bool = False  # an order that had qualified was returned
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""

    def unqualified(self) -> "Referral":
        """The referral before anything qualified."""
        return replace(
            self,
            state=State.JOINED,
            qualified_at=None,
            shop=None,
            order_id=None,
            held_until=None,
            unpaid="",
        )


class Buy(NamedTuple):
    """An order of a friend's that earned."""

    shop: str
    id: str
    placed_at: datetime

    @property
    def reference(self) -> str:
        """How ledger entries name the order."""
        return f"{self.shop}/{self.id}"


class Given(NamedTuple):
    """A voucher that was given for a referral."""

    code: VoucherCode
    status: VoucherStatus
    reward_id: RewardId
    from_stock: bool
    told: bool  # its code is a partner's: nobody knows whether it is used


def add(tx: Transaction, *, friend_id: MemberId, referrer_id: MemberId, now: datetime) -> Referral:
    """Bind a new member to who brought them, for life."""
    tx.rows(
        "INSERT INTO referrals (friend_id, referrer_id, joined_at)"
        " VALUES (:friend, :referrer, :now)",
        friend=friend_id,
        referrer=referrer_id,
        now=to_ms(now),
    )
    return Referral(friend_id=friend_id, referrer_id=referrer_id, joined_at=now)


def of_friend(tx: Transaction, friend_id: MemberId) -> Referral | None:
    """By whom that member was brought. Take the friend first if it is going to change."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM referrals r WHERE r.friend_id = :friend", friend=friend_id
    )
    return _from_row(rows[0]) if rows else None


def save(tx: Transaction, referral: Referral) -> None:
    """Write what became of it."""
    tx.rows(
        "UPDATE referrals SET state = :state, qualified_at = :qualified, shop = :shop,"
        " order_id = :order, referrer_points = :referrer_points, friend_points = :friend_points,"
        " held_until = :held, counted_at = :counted, unpaid = :unpaid, signals = :signals,"
        " returned = :returned, decided_by = :by, decided_at = :decided, reason = :reason"
        " WHERE friend_id = :friend",
        friend=referral.friend_id,
        state=referral.state,
        qualified=to_ms_or_none(referral.qualified_at),
        shop=referral.shop,
        order=referral.order_id,
        referrer_points=referral.referrer_points,
        friend_points=referral.friend_points,
        held=to_ms_or_none(referral.held_until),
        counted=to_ms_or_none(referral.counted_at),
        unpaid=referral.unpaid,
        signals=",".join(referral.signals),
        returned=int(referral.returned),
        by=referral.decided_by,
        decided=to_ms_or_none(referral.decided_at),
        reason=referral.reason,
    )


def of_referrer(
    tx: Transaction, referrer_id: MemberId, *, limit: int
) -> list[tuple[str, Referral]]:
    """Whom the member brought, with their names, newest first; somebody erased has no name."""
    rows = tx.rows(
        f"SELECT {COLUMNS}, m.name FROM referrals r JOIN members m ON m.id = r.friend_id"
        " WHERE r.referrer_id = :referrer ORDER BY r.joined_at DESC, r.friend_id DESC LIMIT :limit",
        referrer=referrer_id,
        limit=limit,
    )
    return [(row[-1], _from_row(row)) for row in rows]


def counts_of(tx: Transaction, referrer_id: MemberId) -> Mapping[State, int]:
    """How many of the member's friends are how far."""
    rows = tx.rows(
        "SELECT state, COUNT(*) FROM referrals WHERE referrer_id = :referrer GROUP BY state",
        referrer=referrer_id,
    )
    found = {State(state): int(count) for state, count in rows}
    return {state: found.get(state, 0) for state in State}


def count_paid_for(tx: Transaction, referrer_id: MemberId, *, since: datetime | None = None) -> int:
    """For how many friends the member was paid since then, or ever."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM referrals WHERE referrer_id = :referrer AND counted_at >= :since",
        referrer=referrer_id,
        since=to_ms(since or EPOCH),
    )
    return int(count)


def count_joined(
    tx: Transaction, referrer_id: MemberId, *, after: datetime, until: datetime
) -> int:
    """How many friends of the member joined after the one moment, up to the other."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM referrals WHERE referrer_id = :referrer AND joined_at > :after"
        " AND joined_at <= :until",
        referrer=referrer_id,
        after=to_ms(after),
        until=to_ms(until),
    )
    return int(count)


def page(tx: Transaction, *, state: State | None, after: MemberId, limit: int) -> list[Referral]:
    """Referrals of that state, or of any, by the friend's rising id."""
    where = "" if state is None else " AND r.state = :state"
    values = {} if state is None else {"state": state.value}
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM referrals r WHERE r.friend_id > :after{where}"
        " ORDER BY r.friend_id LIMIT :limit",
        after=after,
        limit=limit,
        **values,
    )
    return [_from_row(row) for row in rows]


def orders_of(
    tx: Transaction, friend_id: MemberId, *, least: int, until: datetime | None
) -> list[Buy]:
    """The friend's orders that earned on so much at least, placed up to then, oldest first."""
    rows = tx.rows(
        "SELECT shop, id, placed_at FROM orders WHERE member_id = :friend AND credited >= :least"
        " AND credited > 0 AND placed_at <= :until ORDER BY placed_at, shop, id",
        friend=friend_id,
        least=least,
        until=2**62 if until is None else to_ms(until),
    )
    return [Buy(shop, order_id, from_ms(placed)) for shop, order_id, placed in rows]


def kin_of(tx: Transaction, referral: Referral) -> list[tuple[str | None, str | None]]:
    """Phone and e-mail of everybody else the referrer or the friend brought."""
    rows = tx.rows(
        "SELECT m.phone, m.email FROM referrals r JOIN members m ON m.id = r.friend_id"
        " WHERE r.referrer_id IN (:referrer, :friend) AND r.friend_id <> :friend"
        " ORDER BY r.joined_at DESC LIMIT :limit",
        referrer=referral.referrer_id,
        friend=referral.friend_id,
        limit=KIN_MAX,
    )
    return [(phone, email) for phone, email in rows]


def vouchers_for(tx: Transaction, member_id: MemberId, reference: str) -> list[Given]:
    """What the member was given under that reference; one that ends in "/" is all that begin so."""
    rows = tx.rows(
        "SELECT v.code, v.status, v.reward_id, v.from_stock, v.kind FROM vouchers v JOIN entries e"
        " ON e.member_id = v.member_id AND e.number = v.entry_number"
        " WHERE v.member_id = :member AND (e.reference = :reference"
        " OR e.reference LIKE :pattern) ORDER BY v.code",
        member=member_id,
        reference=reference,
        pattern=f"{reference}%" if reference.endswith("/") else "",
    )
    return [
        Given(
            VoucherCode(code),
            VoucherStatus(status),
            RewardId(reward),
            bool(from_stock),
            kind == "partner_code",
        )
        for code, status, reward, from_stock, kind in rows
    ]


def remember_forgotten(tx: Transaction, addresses: list[str]) -> None:
    """Keep fingerprints of the addresses of somebody who is forgotten."""
    tx.many(
        "INSERT INTO past_people (digest) VALUES (:digest) ON CONFLICT DO NOTHING",
        [{"digest": fingerprints.of(tx, address)} for address in addresses],
    )


def was_forgotten(tx: Transaction, address: str) -> bool:
    """Whether somebody of that address was a member, and was forgotten."""
    digest = fingerprints.if_any(tx, address)
    return bool(tx.rows("SELECT 1 FROM past_people WHERE digest = :digest", digest=digest))


def _from_row(row: Row) -> Referral:
    return Referral(
        friend_id=MemberId(row[0]),
        referrer_id=MemberId(row[1]),
        joined_at=from_ms(row[2]),
        state=State(row[3]),
        qualified_at=from_ms_or_none(row[4]),
        shop=row[5],
        order_id=row[6],
        referrer_points=row[7],
        friend_points=row[8],
        held_until=from_ms_or_none(row[9]),
        counted_at=from_ms_or_none(row[10]),
        unpaid=row[11],
        signals=tuple(row[12].split(",")) if row[12] else (),
        returned=bool(row[13]),
        decided_by=row[14],
        decided_at=from_ms_or_none(row[15]),
        reason=row[16],
    )
