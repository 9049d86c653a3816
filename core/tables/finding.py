"""Finding members by what people know of them: each way has an index."""

from collections.abc import Iterable

from core.model import Member
from core.tables.members import COLUMNS, from_row
from core.transaction import Transaction

HEAD = 3  # signs of a name that are indexed


def by_name(tx: Transaction, beginnings: Iterable[str], *, limit: int) -> list[Member]:
    """Members whose name begins with one of these, each of HEAD signs at least."""
    found: dict[int, Member] = {}
    for beginning in beginnings:
        rows = tx.rows(
            f"SELECT {COLUMNS} FROM members WHERE name <> '' AND substr(name, 1, 3) = :head"
            " AND substr(name, 1, CAST(:length AS INTEGER)) = :beginning LIMIT :limit",
            head=beginning[:HEAD],
            length=len(beginning),
            beginning=beginning,
            limit=limit,
        )
        found |= {row[0]: from_row(row) for row in rows}
    return [*found.values()][:limit]
