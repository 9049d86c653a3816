"""Raffles: their seeds, which nobody is told before the draw, and when they were drawn."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NewType

from core.model import RewardId, VoucherCode
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.transaction import Row, Transaction

RaffleId = NewType("RaffleId", int)
COLUMNS = "r.id, r.reward_id, r.draw_at, r.winners, r.seed, r.drawn_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raffle:
    """A reward's draw on one day."""

    id: RaffleId
    reward_id: RewardId
    draw_at: datetime
    winners: int
    seed: str  # 64 hexadecimal digits; told after the draw
    drawn_at: datetime | None = None

    @property
    def commitment(self) -> str:
        """The seed's SHA-256, told to everybody who has a ticket."""
        return sha256(self.seed.encode()).hexdigest()


def open_once(tx: Transaction, raffle: Raffle, *, now: datetime) -> Raffle:
    """Open the raffle, unless somebody has just done so; the one there is, its row locked."""
    tx.rows(
        "INSERT INTO raffles (id, reward_id, draw_at, winners, seed, opened_at)"
        " VALUES (:id, :reward, :draw_at, :winners, :seed, :now)"
        " ON CONFLICT (reward_id, draw_at) DO NOTHING",
        id=raffle.id,
        reward=raffle.reward_id,
        draw_at=to_ms(raffle.draw_at),
        winners=raffle.winners,
        seed=raffle.seed,
        now=to_ms(now),
    )
    rows = tx.lock(
        "SELECT id, reward_id, draw_at, winners, seed, drawn_at FROM raffles"
        " WHERE reward_id = :reward AND draw_at = :draw_at",
        reward=raffle.reward_id,
        draw_at=to_ms(raffle.draw_at),
    )
    return _raffle(rows[0])


def take(tx: Transaction, raffle_id: RaffleId) -> Raffle:
    """Lock the raffle's row, and give it as it now is."""
    rows = tx.lock(
        "SELECT id, reward_id, draw_at, winners, seed, drawn_at FROM raffles WHERE id = :id",
        id=raffle_id,
    )
    return _raffle(rows[0])


def close(tx: Transaction, raffle_id: RaffleId, *, now: datetime) -> None:
    """The raffle is drawn."""
    tx.rows("UPDATE raffles SET drawn_at = :now WHERE id = :id", id=raffle_id, now=to_ms(now))


def due(tx: Transaction, now: datetime, *, after: int, limit: int) -> list[RaffleId]:
    """The raffles to be drawn, by rising id."""
    rows = tx.rows(
        "SELECT id FROM raffles WHERE drawn_at IS NULL AND draw_at <= :now AND id > :after"
        " ORDER BY id LIMIT :limit",
        now=to_ms(now),
        after=after,
        limit=limit,
    )
    return [RaffleId(row[0]) for row in rows]


def of_ticket(tx: Transaction, code: VoucherCode) -> Raffle | None:
    """The raffle that ticket is for."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM tickets t JOIN raffles r ON r.id = t.raffle_id"
        " WHERE t.code = :code",
        code=code,
    )
    return _raffle(rows[0]) if rows else None


def of_reward(tx: Transaction, reward_id: str) -> list[Raffle]:
    """The reward's raffles, the last draw first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM raffles r WHERE r.reward_id = :reward ORDER BY r.draw_at DESC",
        reward=reward_id,
    )
    return [_raffle(row) for row in rows]


def _raffle(row: Row) -> Raffle:
    return Raffle(
        id=RaffleId(row[0]),
        reward_id=RewardId(row[1]),
        draw_at=from_ms(row[2]),
        winners=row[3],
        seed=row[4],
        drawn_at=from_ms_or_none(row[5]),
    )
