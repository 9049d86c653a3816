"""
What is given for a tier: at entry, and again as long as it is held.

Whoever passes a tier on the way up is given what entering it gives. What a tier gave is taken back
if the orders that led to it are, as far as the balance goes; a voucher that was used stays.
"""

from collections.abc import Iterator
from datetime import date, datetime

from core.act import Act
from core.calendar import local_day, midnight
from core.model import Member
from core.program.benefits import Grant
from core.program.schema import Program
from core.program.tiers import Tier
from core.rewards import granting
from core.rewards.granting import Held
from core.tables import agenda, grants, ledger, tier_states
from core.tables.grants import Given
from core.tiering import spans
from core.transaction import Transaction

PROMISE = "tier-grant"  # its kind in the agenda
ENTERED = "*entered/"  # a counter: the day of an entry that was undone, but not what it gave
AT_ENTRY = ("once", "entry")


def entered(tx: Transaction, member: Member, act: Act, *, before: int, rank: int) -> Member:
    """Give the taken member what rising from one rank to another gives."""
    passed = [tier for tier in _passed(act.program, before, rank) if tier.grants]
    if not passed:
        return member
    promised = {item.key for item in agenda.of_member(tx, member.id) if item.kind == PROMISE}
    for tier in passed:
        day = _today(act)
        if undone := member.counters.get(f"{ENTERED}{tier.id}"):
            day = date.fromordinal(undone)
            member = _forget_entry(tx, member, tier)
        for grant in tier.grants:
            held = Held(f"tier/{tier.id}", grant)
            if grant.every in AT_ENTRY:
                member = granting.give(tx, member, act, held, day=day, anchor_day=day.day)
            elif tier.id == member.tier and _key(tier, grant) not in promised:
                member = _again(tx, member, act, tier, grant, _today(act))
            elif granting.is_given(tx, member, held, _today(act)):
                member = granting.give(tx, member, act, held, day=_today(act), anchor_day=day.day)
    return member


def again(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """
    Give the taken member what was promised for a tier they still have, and promise the next.

    In days of grace nothing is given: it waits for their end.
    """
    tier_id, _, grant_id = key.partition(":")
    if member.tier != tier_id:
        return member
    tier = act.program.tier(tier_id)
    grant = next((grant for grant in tier.grants if grant.id == grant_id), None)
    if grant is None or grant.every in AT_ENTRY:
        return member
    state = tier_states.of_member(tx, member.id)
    if state.basis == "grace" and state.until:
        agenda.put(tx, member.id, PROMISE, key, state.until)
        return member
    return _again(tx, member, act, tier, grant, local_day(at, act.program.timezone))


def promise_next(
    tx: Transaction, member: Member, act: Act, tier: Tier, grant: Grant, day: date
) -> None:
    """Promise what comes again, next after today; what fell due since that day is left out."""
    today, anchor = _today(act), day.day
    while day <= today:
        following = granting.next_day(grant, day, anchor)
        assert following  # noqa: S101 it is given again and again
        day = following
    at = midnight(day, act.program.timezone)
    agenda.put(tx, member.id, PROMISE, _key(tier, grant), at)


def lost(tx: Transaction, member: Member, act: Act, *, before: int, rank: int) -> Member:
    """
    Take back what was given for the tiers from one rank down to another: all of the time that
    counts, in which they turn out not to have been reached. See core.rewards.granting.take_back.
    """
    *_, (since, _) = spans.windows(act.program, member.joined_at, act.now)
    day = local_day(since, act.program.timezone) if since else date.min
    for tier in act.program.tiers.levels[rank + 1 : before + 1]:
        held = {one.name: one for one in (Held(f"tier/{tier.id}", each) for each in tier.grants)}
        for given in grants.given_by(tx, member.id, f"tier/{tier.id}", start=day, end=None):
            if given.held in held:
                member = _withdrawn(tx, member, act, tier, held[given.held], given)
    return member


def _withdrawn(
    tx: Transaction, member: Member, act: Act, tier: Tier, held: Held, given: Given
) -> Member:
    """Take back one grant; what of it the member keeps is not given again at the next entry."""
    member = granting.withdraw(tx, member, act, held, day=given.day, given_by=given.given_by)
    if grants.find(tx, member.id, given.held, given.occasion) is None:
        agenda.drop(tx, member.id, PROMISE, _key(tier, held.grant))
    elif held.grant.every == "entry":
        counters = {**member.counters, f"{ENTERED}{tier.id}": given.day.toordinal()}
        member = ledger.count(tx, member, counters)
    return member


def _again(
    tx: Transaction, member: Member, act: Act, tier: Tier, grant: Grant, day: date
) -> Member:
    """Give what is due on that day, and promise the next; days that were missed are made up."""
    anchor = local_day(member.tier_since, act.program.timezone).day
    held = Held(f"tier/{tier.id}", grant)
    today, next_day = _today(act), day
    while next_day <= today:
        member = granting.give(tx, member, act, held, day=next_day, anchor_day=anchor)
        following = granting.next_day(grant, next_day, anchor)
        assert following  # noqa: S101 it is given again and again
        next_day = following
    at = midnight(next_day, act.program.timezone)
    agenda.put(tx, member.id, PROMISE, _key(tier, grant), at)
    return member


def _passed(program: Program, before: int, rank: int) -> Iterator[Tier]:
    """The tiers that are entered on the way up: not those that only staff give."""
    for place in range(before + 1, rank + 1):
        tier = program.tiers.levels[place]
        if place == rank or tier.reach is not None:
            yield tier


def _forget_entry(tx: Transaction, member: Member, tier: Tier) -> Member:
    counters = {
        name: count for name, count in member.counters.items() if name != f"{ENTERED}{tier.id}"
    }
    return ledger.count(tx, member, counters)


def _key(tier: Tier, grant: Grant) -> str:
    return f"{tier.id}:{grant.id}"


def _today(act: Act) -> date:
    return local_day(act.now, act.program.timezone)
