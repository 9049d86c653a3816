"""Finding members by what people know of them: each way has an index."""

from collections.abc import Iterable

from core.model import Member
from core.tables.members import COLUMNS, from_row
from core.transaction import Transaction

HEAD, LONG = 3, 6  # so many signs of a name are indexed; the more are typed, the fewer are met
BY_NAME = (
    f"SELECT {COLUMNS} FROM members WHERE name <> '' AND substr(name, 1, 3) = :head"
    " AND substr(name, 1, CAST(:length AS INTEGER)) = :beginning LIMIT :limit"
)
BY_LONG_NAME = BY_NAME.replace("substr(name, 1, 3)", "substr(name, 1, 6)")


def by_name(tx: Transaction, beginnings: Iterable[str], *, limit: int) -> list[Member]:
    """Members whose name begins with one of these, each of HEAD signs at least."""
    found: dict[int, Member] = {}
    for beginning in beginnings:
        wanted: dict[str, int | str] = {
            "length": len(beginning),
            "beginning": beginning,
            "limit": limit,
        }
        if len(beginning) < LONG:
            rows = tx.rows(BY_NAME, head=beginning[:HEAD], **wanted)
        else:
            rows = tx.rows(BY_LONG_NAME, head=beginning[:LONG], **wanted)
        found |= {row[0]: from_row(row) for row in rows}
    return [*found.values()][:limit]
