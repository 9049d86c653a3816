"""Chats: one row an address on a channel, with or without a member behind it."""

from dataclasses import replace
from datetime import datetime

from core.model import Channel, Chat, MemberId
from core.tables.instants import from_ms_or_none, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = (
    "channel, address, member_id, language, question, payload, blocked_at, confirmed_at, heard_at,"
    " held_at"
)


def take(tx: Transaction, channel: Channel, address: str) -> Chat:
    """Lock the chat's row until the transaction ends, made if there was none, and read it."""
    [row] = tx.rows(
        "INSERT INTO chats (channel, address) VALUES (:channel, :address)"
        " ON CONFLICT (channel, address) DO UPDATE SET address = excluded.address"
        f" RETURNING {COLUMNS}",
        channel=channel,
        address=address,
    )
    return _chat(row)


def find(tx: Transaction, channel: Channel, address: str) -> Chat:
    """Read the chat without a lock; an unknown one is a chat with nobody."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM chats WHERE channel = :channel AND address = :address",
        channel=channel,
        address=address,
    )
    return _chat(rows[0]) if rows else Chat(channel=channel, address=address)


def of_member(tx: Transaction, member_id: MemberId) -> list[Chat]:
    """Every way to the member."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM chats WHERE member_id = :member ORDER BY channel, address",
        member=member_id,
    )
    return [_chat(row) for row in rows]


def any_of(tx: Transaction, member_id: MemberId) -> bool:
    """Whether there is any way to the member."""
    return bool(tx.rows("SELECT 1 FROM chats WHERE member_id = :member LIMIT 1", member=member_id))


def save(tx: Transaction, chat: Chat) -> None:
    """Write the chat as it now is. It must be taken."""
    tx.rows(
        "UPDATE chats SET member_id = :member, language = :language, question = :question,"
        " payload = :payload, blocked_at = :blocked, confirmed_at = :confirmed, heard_at = :heard,"
        " held_at = :held"
        " WHERE channel = :channel AND address = :address",
        channel=chat.channel,
        address=chat.address,
        member=chat.member_id,
        language=chat.language,
        question=chat.question,
        payload=chat.payload,
        blocked=to_ms_or_none(chat.blocked_at),
        confirmed=to_ms_or_none(chat.confirmed_at),
        heard=to_ms_or_none(chat.heard_at),
        held=to_ms_or_none(chat.held_at),
    )


def attach(tx: Transaction, channel: Channel, address: str, member_id: MemberId) -> None:
    """Make that address a way to the member: its number or account is proven theirs."""
    save(tx, replace(take(tx, channel, address), member_id=member_id))


def confirm(
    tx: Transaction, channel: Channel, address: str, member_id: MemberId, *, now: datetime
) -> None:
    """The same, shown now: what was heard from there before may have been somebody else."""
    chat = take(tx, channel, address)
    heard_at = chat.heard_at if chat.member_id == member_id else None
    theirs = replace(chat, member_id=member_id, confirmed_at=now, heard_at=heard_at, held_at=None)
    save(tx, theirs)


def detach(tx: Transaction, channel: Channel, address: str, member_id: MemberId) -> None:
    """Forget that address of the member's: it is no way to them any more."""
    tx.rows(
        "DELETE FROM chats WHERE channel = :channel AND address = :address AND member_id = :member",
        channel=channel,
        address=address,
        member=member_id,
    )


def adopt(tx: Transaction, channel: Channel, address: str, member_id: MemberId) -> None:
    """A chat from that address of the member's is theirs, if it is nobody's."""
    tx.rows(
        "UPDATE chats SET member_id = :member WHERE channel = :channel AND address = :address"
        " AND member_id IS NULL",
        member=member_id,
        channel=channel,
        address=address,
    )


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove every way to the member."""
    tx.rows("DELETE FROM chats WHERE member_id = :member", member=member_id)


def mark_blocked(tx: Transaction, channel: Channel, address: str, at: datetime | None) -> None:
    """The person blocked the bot then, or (None) let it in again."""
    tx.rows(
        "UPDATE chats SET blocked_at = :at WHERE channel = :channel AND address = :address",
        channel=channel,
        address=address,
        at=to_ms_or_none(at),
    )


def _chat(row: Row) -> Chat:
    return Chat(
        channel=Channel(row[0]),
        address=row[1],
        member_id=None if row[2] is None else MemberId(row[2]),
        language=row[3],
        question=row[4],
        payload=row[5],
        blocked_at=from_ms_or_none(row[6]),
        confirmed_at=from_ms_or_none(row[7]),
        heard_at=from_ms_or_none(row[8]),
        held_at=from_ms_or_none(row[9]),
    )
