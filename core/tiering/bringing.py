"""A tier that somebody had elsewhere: it holds, and goes on giving, without being entered here."""

from datetime import datetime

from core.act import Act
from core.calendar import local_day
from core.model import Member, TierId
from core.tables import tier_states
from core.tables.tier_states import TierState
from core.tiering import awarding
from core.transaction import Transaction


def hold(
    tx: Transaction,
    member: Member,
    act: Act,
    *,
    tier_id: TierId,
    since: datetime,
    until: datetime | None,
    by_hand: bool,
) -> Member:
    """Give the taken member that tier until then, or for ever; nobody is told, nothing is given."""
    member = member._replace(tier=tier_id, tier_since=since)
    state = TierState(
        basis="held",
        until=until,
        by_hand=tier_id if by_hand else None,
        version=act.program_version,
    )
    tier_states.write(tx, member, state, review_at=None if by_hand else until)
    return member


def promise(tx: Transaction, member: Member, act: Act) -> None:
    """Promise what the member's tier gives again and again, from the next time on."""
    tier = act.program.tier(member.tier)
    for grant in tier.grants:
        if grant.every not in awarding.AT_ENTRY:
            since = local_day(member.tier_since, act.program.timezone)
            awarding.promise_next(tx, member, act, tier, grant, since)
