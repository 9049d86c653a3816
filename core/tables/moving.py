"""Moving: everything one membership has becomes another's. Both members must be taken."""

from core.model import Member, MemberId
from core.tables import audit, boosts, cities, members, name_words
from core.tables.instants import to_ms
from core.transaction import Transaction, Value

ENTRY = (
    "kind, points, occurred_at, tier_points, tier_at, reference, reason, program_version,"
    " operation_id, actor"
)
LOT = "points, remaining, available_at, expires_at, own_date, dated_until"

LEDGER = (
    f"INSERT INTO entries (member_id, number, {ENTRY})"
    f" SELECT CAST(:to AS BIGINT), number + :offset, {ENTRY} FROM entries WHERE member_id = :of",
    f"INSERT INTO lots (member_id, number, {LOT})"
    f" SELECT CAST(:to AS BIGINT), number + :offset, {LOT} FROM lots WHERE member_id = :of",
    "INSERT INTO moves (member_id, entry_number, lot_number, points)"
    " SELECT CAST(:to AS BIGINT), entry_number + :offset, lot_number + :offset, points"
    " FROM moves WHERE member_id = :of",
    "DELETE FROM moves WHERE member_id = :of",
    "DELETE FROM lots WHERE member_id = :of",
    "DELETE FROM entries WHERE member_id = :of",
    "UPDATE vouchers SET member_id = :to, entry_number = entry_number + :offset"
    " WHERE member_id = :of",
    "UPDATE grants SET member_id = :to, first_entry = first_entry + :offset,"
    " last_entry = last_entry + :offset WHERE member_id = :of AND NOT EXISTS"
    " (SELECT 1 FROM grants g WHERE g.member_id = :to AND g.held = grants.held"
    " AND g.occasion = grants.occasion)",
    "DELETE FROM grants WHERE member_id = :of",
)
"""Numbers go on where the other's end, so every entry, lot and move keeps what it refers to."""

REST = (
    "UPDATE orders SET member_id = :to WHERE member_id = :of",
    "UPDATE carts SET member_id = :to WHERE member_id = :of",
    "UPDATE payments SET member_id = :to WHERE member_id = :of",
    "UPDATE shop_customers SET member_id = :to WHERE member_id = :of",
    "INSERT INTO member_tags (member_id, tag) SELECT CAST(:to AS BIGINT), tag FROM member_tags"
    " WHERE member_id = :of ON CONFLICT DO NOTHING",
    "DELETE FROM member_tags WHERE member_id = :of",
    "UPDATE chats SET member_id = :to WHERE member_id = :of",
    "UPDATE desks SET member_id = :to WHERE member_id = :of",
    "UPDATE slips SET member_id = :to WHERE member_id = :of",
    "UPDATE approvals SET member_id = :to WHERE member_id = :of",
    "UPDATE audit SET member_id = :to WHERE member_id = :of",
    # of what both have, the one that stays counts; a plan of both ends when the later does
    "DELETE FROM subscriptions WHERE member_id = :to AND EXISTS (SELECT 1 FROM subscriptions s"
    " WHERE s.member_id = :of AND s.plan_id = subscriptions.plan_id AND s.status IN"
    " ('active', 'cancelled') AND (subscriptions.status NOT IN ('active', 'cancelled')"
    " OR subscriptions.ends_at < COALESCE(s.ends_at, 9223372036854775807)))",
    "UPDATE subscriptions SET member_id = :to WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " subscriptions s WHERE s.member_id = :to AND s.plan_id = subscriptions.plan_id)",
    "DELETE FROM subscriptions WHERE member_id = :of",
    "UPDATE broadcast_taps SET member_id = :to WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " broadcast_taps b WHERE b.member_id = :to AND b.broadcast_id = broadcast_taps.broadcast_id)",
    "DELETE FROM broadcast_taps WHERE member_id = :of",
    "UPDATE actions SET member_id = :to WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " actions a WHERE a.member_id = :to AND a.action = actions.action"
    " AND a.reference = actions.reference)",
    "DELETE FROM actions WHERE member_id = :of",
    "UPDATE agenda SET member_id = :to WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " agenda a WHERE a.member_id = :to AND a.kind = agenda.kind AND a.key = agenda.key)",
    "DELETE FROM agenda WHERE member_id = :of",
    "UPDATE outbox SET member_id = :to WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " outbox o WHERE o.member_id = :to AND o.campaign = outbox.campaign"
    " AND o.occasion = outbox.occasion)",
    # the year's birthday was celebrated, whichever of the two it was
    "UPDATE operations SET member_id = :to, id = REPLACE(id, :of_birthday, :to_birthday)"
    " WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.member_id = :to"
    " AND o.id = REPLACE(operations.id, :of_birthday, :to_birthday))",
    "DELETE FROM operations WHERE member_id = :of",
    "UPDATE survey_answers SET member_id = :to WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " survey_answers s WHERE s.member_id = :to AND s.survey = survey_answers.survey)",
    "DELETE FROM survey_answers WHERE member_id = :of",
    "UPDATE ratings SET member_id = :to, number = number + (SELECT COALESCE(MAX(f.number), 0)"
    " FROM feedback f WHERE f.member_id = :to) WHERE member_id = :of AND NOT EXISTS (SELECT 1 FROM"
    " ratings r WHERE r.member_id = :to AND r.reference = ratings.reference)",
    "DELETE FROM ratings WHERE member_id = :of",
    "UPDATE feedback SET member_id = :to, number = number + (SELECT COALESCE(MAX(f.number), 0)"
    " FROM feedback f WHERE f.member_id = :to) WHERE member_id = :of",
    # nobody has brought themselves
    "DELETE FROM referrals WHERE (friend_id = :to AND referrer_id = :of)"
    " OR (friend_id = :of AND referrer_id = :to)",
    "DELETE FROM referrals WHERE friend_id = :of AND EXISTS"
    " (SELECT 1 FROM referrals r WHERE r.friend_id = :to)",
    "UPDATE referrals SET friend_id = :to WHERE friend_id = :of",
    "UPDATE referrals SET referrer_id = :to WHERE referrer_id = :of",
)


def ledger(tx: Transaction, of: MemberId, to: MemberId, *, entries: int) -> None:
    """Entries, lots and moves, and what names them; the one they go to has so many entries."""
    audit.renumber(tx, of, offset=entries)
    _run(tx, LEDGER, {"of": of, "to": to, "offset": entries})


def rest(tx: Transaction, of: MemberId, to: MemberId) -> None:
    """Everything else but consents, which come together by their time."""
    values: dict[str, Value] = {"of": of, "to": to}
    birthdays = {"of_birthday": f"birthday:{of}:", "to_birthday": f"birthday:{to}:"}
    _run(tx, REST, {**values, **birthdays})


def _run(tx: Transaction, statements: tuple[str, ...], values: dict[str, Value]) -> None:
    for STATEMENT in statements:
        used = {name: value for name, value in values.items() if f":{name}" in STATEMENT}
        tx.rows(STATEMENT, **used)


def person(tx: Transaction, of: Member, to: Member) -> Member:
    """The one is empty and nameless from now on, the other as given: balance, name, number."""
    members.erase(tx, of)
    tx.rows("UPDATE members SET balance = 0, entries = 0, counters = '{}' WHERE id = :id", id=of.id)
    members.update_ledger(tx, to)
    cities.save(tx, to.id, to.city)
    boosts.save(tx, to.id, to.boosts)
    tx.rows(
        "UPDATE members SET name = :name, joined_at = :joined, phone = :phone, email = :email"
        " WHERE id = :id",
        id=to.id,
        name=to.name,
        joined=to_ms(to.joined_at),
        phone=to.phone,
        email=to.email,
    )
    name_words.forget(tx, to.id)
    name_words.put(tx, [(to.id, to.name)])
    return to
