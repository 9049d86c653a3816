"""Promises: what stands on a member's agenda is done when its moment has come, in that order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from core import merging, rating, tiering
from core.act import Act
from core.earning import telling
from core.model import Member, MemberId, OperationId, Status
from core.plans import dividends, running
from core.referrals import referring
from core.rewards import giving, holding
from core.tables import agenda, members, programs
from core.tables.agenda import Item
from core.tables.instants import to_ms
from core.tiering.awarding import PROMISE as TIER_GRANT
from core.transaction import Transaction

Handler = Callable[[Transaction, Member, Act, str, datetime], Member]
"""Does what was promised: (tx, the taken member, act, key, when it was due) → the member as now."""


def _automatic(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """Points that were pending have come free: they may suffice for what is redeemed by itself."""
    return giving.settle_automatic(tx, member, act)


HANDLERS: Mapping[str, Handler] = {
    running.GRANT: running.grant,
    running.END: running.end,
    dividends.PROMISE: dividends.pay,
    giving.AGENDA: _automatic,
    holding.AGENDA: holding.release,
    referring.AGENDA: referring.pay_held,
    TIER_GRANT: tiering.keep_promise,
    telling.PENDING: telling.come_free,
    merging.READY: merging.ready,
    rating.AGENDA: rating.ask,
}
"""By the kind of the promise. Each handler may put new promises, also for a moment already past."""

AT_ONCE = 500  # of one member; what is left over waits for the next tick


def due(tx: Transaction, act: Act, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members to whom something is due, by rising id."""
    return agenda.members_due(tx, act.now, after=after, limit=limit)


def keep(tx: Transaction, act: Act, *, member_id: MemberId) -> int:
    """
    Do what is due to the member, the oldest first; how many promises were kept.

    Each is taken off before it is done, in the same transaction, so a doubled tick finds nothing.
    A kind this process does not know stays for one that does. Under a program that is no longer the
    newest nothing is done: whoever knows the newest one will.
    """
    member = members.take(tx, member_id)
    if programs.newest_version(tx) > act.program_version:
        return 0
    kept = 0
    while kept < AT_ONCE and (item := _next(tx, member_id, act.now)):
        agenda.drop(tx, member_id, item.kind, item.key)
        if member.status is Status.ERASED:
            continue
        part = replace(act, operation_id=_operation(member_id, item))
        member = HANDLERS[item.kind](tx, member, part, item.key, item.at)
        kept += 1
    if kept:  # what was given may suffice for something, or for a tier
        member = giving.settle_automatic(tx, member, act)
        tiering.settle(tx, member, act)
    return kept


def _next(tx: Transaction, member_id: MemberId, now: datetime) -> Item | None:
    """The oldest that is due; a handler may have changed what is."""
    found = agenda.of_member(tx, member_id, until=now)
    return next((item for item in found if item.kind in HANDLERS), None)


def _operation(member_id: MemberId, item: Item) -> OperationId:
    return OperationId(f"promise:{member_id}:{item.kind}:{item.key}:{to_ms(item.at)}")
