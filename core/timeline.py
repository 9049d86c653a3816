"""The timeline: everything that happened to a member, of whatever kind, the newest first."""

from datetime import datetime

from core.model import Consent, Entry, MemberId
from core.tables import happenings
from core.tables.happenings import Bought, Posted
from core.transaction import Transaction

Event = Entry | Bought | Consent | Posted
SAME_MOMENT = 50  # of what happens in one moment, more is not thought of


def page(tx: Transaction, member_id: MemberId, *, before: datetime, limit: int) -> list[Event]:
    """
    The newest events before that moment: as many, and those of the last one's moment too, so that
    the next page can begin before it.
    """
    found: list[Event] = []
    for kind in (happenings.entries, happenings.orders, happenings.consents, happenings.messages):
        found += kind(tx, member_id, before, limit + SAME_MOMENT)
    found.sort(key=at, reverse=True)
    if len(found) <= limit:
        return found
    last = at(found[limit - 1])
    return [event for event in found if at(event) >= last]


def at(event: Event) -> datetime:
    """When it happened."""
    return event.occurred_at if isinstance(event, Entry) else event.at
