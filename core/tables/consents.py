"""Consents: every yes and no with its proof; the newest of a channel and purpose is in force."""

from collections.abc import Iterable

from core.model import Channel, Consent, MemberId, Purpose
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


def add(tx: Transaction, member_id: MemberId, consent: Consent) -> None:
    """Record a yes or no. The member must be taken."""
    tx.rows(
        "INSERT INTO consents (member_id, number, channel, purpose, granted, consented_at, wording,"
        " source) SELECT CAST(:member AS BIGINT), COALESCE(MAX(number), 0) + 1,"
        " CAST(:channel AS TEXT), CAST(:purpose AS TEXT), CAST(:granted AS BIGINT),"
        " CAST(:at AS BIGINT), CAST(:wording AS TEXT), CAST(:source AS TEXT)"
        " FROM consents WHERE member_id = :member",
        member=member_id,
        channel=consent.channel,
        purpose=consent.purpose,
        granted=int(consent.granted),
        at=to_ms(consent.at),
        wording=consent.wording,
        source=consent.source,
    )


def replace_all(tx: Transaction, member_id: MemberId, history: Iterable[Consent]) -> None:
    """Write the whole history of the taken member anew, in that order, all of it as it was."""
    tx.rows("DELETE FROM consents WHERE member_id = :member", member=member_id)
    for consent in history:
        add(tx, member_id, consent)


def history(tx: Transaction, member_id: MemberId) -> list[Consent]:
    """Everything the member ever agreed to or declined, oldest first."""
    rows = tx.rows(
        "SELECT channel, purpose, granted, consented_at, wording, source FROM consents"
        " WHERE member_id = :member ORDER BY number",
        member=member_id,
    )
    return [
        Consent(
            channel=Channel(row[0]),
            purpose=Purpose(row[1]),
            granted=bool(row[2]),
            at=from_ms(row[3]),
            wording=row[4],
            source=row[5],
        )
        for row in rows
    ]


def in_force(tx: Transaction, member_id: MemberId) -> list[Consent]:
    """The newest word on each channel and purpose."""
    newest = {(consent.channel, consent.purpose): consent for consent in history(tx, member_id)}
    return [newest[key] for key in sorted(newest)]
