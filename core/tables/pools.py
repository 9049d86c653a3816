"""Pools: the codes of partners, each given out once."""

from collections.abc import Sequence
from typing import NamedTuple

from core.model import RewardId
from core.transaction import Transaction


class Pool(NamedTuple):
    """How many codes of a reward there are."""

    free: int
    taken: int


def take(tx: Transaction, reward_id: RewardId, *, taken_by: str) -> str | None:
    """
    Take the pool's next code for that voucher; None when it is empty.

    However many ask at once, each code goes to one: who comes second looks for the next.
    """
    while True:
        free = tx.rows(
            "SELECT code FROM pool_codes WHERE reward_id = :reward AND taken_by IS NULL"
            " ORDER BY place LIMIT 1",
            reward=reward_id,
        )
        if not free:
            return None
        [[code]] = free
        taken = tx.rows(
            "UPDATE pool_codes SET taken_by = :taken_by WHERE reward_id = :reward AND code = :code"
            " AND taken_by IS NULL RETURNING code",
            reward=reward_id,
            code=code,
            taken_by=taken_by,
        )
        if taken:
            return str(code)


def add(tx: Transaction, reward_id: RewardId, codes: Sequence[str], *, after: int) -> None:
    """Add codes to the end of a pool that has `after` of them; none may be in it."""
    tx.many(
        "INSERT INTO pool_codes (reward_id, code, place) VALUES (:reward, :code, :place)",
        [
            {"reward": reward_id, "code": code, "place": place}
            for place, code in enumerate(codes, after + 1)
        ],
    )


def known(tx: Transaction, reward_id: RewardId) -> set[str]:
    """Every code the pool ever had."""
    rows = tx.rows("SELECT code FROM pool_codes WHERE reward_id = :reward", reward=reward_id)
    return {str(code) for (code,) in rows}


def counts(tx: Transaction) -> dict[RewardId, Pool]:
    """Every pool."""
    rows = tx.rows(
        "SELECT reward_id, SUM(CASE WHEN taken_by IS NULL THEN 1 ELSE 0 END), COUNT(*)"
        " FROM pool_codes GROUP BY reward_id ORDER BY reward_id"
    )
    return {RewardId(reward): Pool(int(free), int(all) - int(free)) for reward, free, all in rows}


def count_free(tx: Transaction, reward_id: RewardId, *, most: int) -> int:
    """How many codes the pool has left, counted up to so many."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM (SELECT 1 FROM pool_codes WHERE reward_id = :reward"
        " AND taken_by IS NULL LIMIT :most) f",
        reward=reward_id,
        most=most,
    )
    return int(count)


def last_place(tx: Transaction, reward_id: RewardId) -> int:
    """How many codes were ever filled into the pool."""
    [[place]] = tx.rows(
        "SELECT COALESCE(MAX(place), 0) FROM pool_codes WHERE reward_id = :reward",
        reward=reward_id,
    )
    return int(place)


def free(tx: Transaction, reward_id: RewardId) -> bool:
    """Whether the pool has a code left."""
    return bool(
        tx.rows(
            "SELECT 1 FROM pool_codes WHERE reward_id = :reward AND taken_by IS NULL LIMIT 1",
            reward=reward_id,
        )
    )
