"""Survey answers: one a member and survey; and what the shop has heard in all."""

from dataclasses import dataclass
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.transaction import Row, Transaction

COLUMNS = "survey, member_id, asked_at, answered_at, choice, answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A survey that was shown to a member, and what they answered."""

    survey: str
    member_id: MemberId
    asked_at: datetime
    answered_at: datetime | None  # None: not yet
    choice: int | None  # from 1 on; None: words
    answer: str


def ask(tx: Transaction, survey: str, member_id: MemberId, *, now: datetime) -> None:
    """The member was shown it just now."""
    tx.rows(
        "INSERT INTO survey_answers (survey, member_id, asked_at) VALUES (:survey, :member, :now)"
        " ON CONFLICT (survey, member_id) DO UPDATE SET asked_at = excluded.asked_at"
        " WHERE survey_answers.answered_at IS NULL",
        survey=survey,
        member=member_id,
        now=to_ms(now),
    )


def answer(
    tx: Transaction,
    survey: str,
    member_id: MemberId,
    *,
    choice: int | None,
    text: str,
    now: datetime,
) -> bool:
    """Keep the answer; False if there is one already, which stays."""
    kept = tx.rows(
        "INSERT INTO survey_answers (survey, member_id, asked_at, answered_at, choice, answer)"
        " VALUES (:survey, :member, :now, :now, :choice, :answer) ON CONFLICT (survey, member_id)"
        " DO UPDATE SET answered_at = excluded.answered_at, choice = excluded.choice,"
        " answer = excluded.answer WHERE survey_answers.answered_at IS NULL RETURNING survey",
        survey=survey,
        member=member_id,
        choice=choice,
        answer=text,
        now=to_ms(now),
    )
    return bool(kept)


def of_member(tx: Transaction, member_id: MemberId) -> list[Answered]:
    """What the member was asked, the newest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM survey_answers WHERE member_id = :member"
        " ORDER BY asked_at DESC, survey",
        member=member_id,
    )
    return [_answered(row) for row in rows]


def counts(tx: Transaction, survey: str) -> list[tuple[int | None, str, int]]:
    """How often each choice was made; words are one, without their text."""
    rows = tx.rows(
        "SELECT choice, CASE WHEN choice IS NULL THEN '' ELSE MAX(answer) END, COUNT(*)"
        " FROM survey_answers WHERE survey = :survey AND answered_at IS NOT NULL"
        " GROUP BY choice ORDER BY choice",
        survey=survey,
    )
    return [(choice, answer, int(count)) for choice, answer, count in rows]


def newest(tx: Transaction, survey: str, *, limit: int) -> list[Answered]:
    """What was answered lately."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM survey_answers WHERE survey = :survey AND answered_at IS NOT NULL"
        " ORDER BY answered_at DESC, member_id LIMIT :limit",
        survey=survey,
        limit=limit,
    )
    return [_answered(row) for row in rows]


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove what the member answered."""
    tx.rows("DELETE FROM survey_answers WHERE member_id = :member", member=member_id)


def _answered(row: Row) -> Answered:
    return Answered(
        survey=row[0],
        member_id=MemberId(row[1]),
        asked_at=from_ms(row[2]),
        answered_at=from_ms_or_none(row[3]),
        choice=row[4],
        answer=row[5],
    )
