"""Tags: what the shop calls its members by, in small letters."""

from collections.abc import Iterable

from core.model import MemberId
from core.transaction import Transaction


def of_member(tx: Transaction, member_id: MemberId) -> list[str]:
    """The member's tags, by the alphabet."""
    rows = tx.rows("SELECT tag FROM member_tags WHERE member_id = :it ORDER BY tag", it=member_id)
    return [row[0] for row in rows]


def of_page(tx: Transaction, *, after: MemberId, last: MemberId) -> list[tuple[MemberId, str]]:
    """The tags of the members behind the one, up to the other."""
    rows = tx.rows(
        "SELECT member_id, tag FROM member_tags WHERE member_id > :after AND member_id <= :last"
        " ORDER BY member_id, tag",
        after=after,
        last=last,
    )
    return [(MemberId(member_id), tag) for member_id, tag in rows]


def add(tx: Transaction, tagged: Iterable[tuple[MemberId, str]]) -> None:
    """Put tags on members; what is there already stays."""
    tx.many(
        "INSERT INTO member_tags (member_id, tag) VALUES (:member, :tag) ON CONFLICT DO NOTHING",
        [{"member": member_id, "tag": tag} for member_id, tag in tagged],
    )


def drop(tx: Transaction, member_id: MemberId, tag: str) -> None:
    """Take the tag off the member."""
    tx.rows("DELETE FROM member_tags WHERE member_id = :it AND tag = :tag", it=member_id, tag=tag)


def most_used(tx: Transaction, *, limit: int) -> list[tuple[str, int]]:
    """The tags that most members have, and how many do."""
    rows = tx.rows(
        "SELECT tag, COUNT(*) FROM member_tags GROUP BY tag ORDER BY 2 DESC, 1 LIMIT :limit",
        limit=limit,
    )
    return [(tag, int(count)) for tag, count in rows]


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Take every tag off the member."""
    tx.rows("DELETE FROM member_tags WHERE member_id = :it", it=member_id)
