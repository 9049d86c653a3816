"""
What a referral gives both, and takes back: points, rewards, the referrer's milestones.

The friend is thanked once, the referrer once or for every order. Nothing is given twice: what
somebody got for a friend and could not be taken back counts, whatever the order. The friend must be
taken; the referrer is taken here, always after the friend.
"""

from dataclasses import replace

from core import notices
from core.act import Act
from core.calendar import local_day, midnight
from core.model import TAKING_PART, Kind, Member, MemberId, Points, Status, VoucherStatus
from core.program.referral import Referral as Rule
from core.program.sentences import given
from core.rewards import giving
from core.tables import entries, ledger, members, referrals, vouchers
from core.tables.referrals import Referral, State
from core.tables.told import Value
from core.transaction import Transaction

RULE = "referral"
JOINING = "joining"  # stands for the order when joining pays
GONE = (Status.BLOCKED, Status.ERASED)


def pays_friend(rule: Rule) -> str:
    """What pays the friend: "joining", or an order."""
    return rule.friend_paid or rule.paid


def pay(tx: Transaction, friend: Member, act: Act, referral: Referral, key: str) -> Member:
    """
    Pay what was promised for the order of that reference, or for joining, to whom that pays; the
    friend as they now are. For a friend who is gone nobody is paid.
    """
    if friend.status in GONE:
        referrals.save(tx, referral.unqualified())
        return friend
    rule, joining = act.program.referral, key == JOINING
    if not joining or rule is None or pays_friend(rule) == JOINING:
        friend = _thank_friend(tx, friend, act.part("friend"), referral, key)
    if joining and rule is not None and rule.paid != JOINING:
        referrals.save(tx, referral.unqualified())  # the referrer waits for an order
        return friend
    if referral.state is not State.PAID or rule is None or rule.paid != JOINING:
        referral = _thank_referrer(tx, friend, act.part("referrer"), referral, key)
    referrals.save(tx, replace(referral, state=State.PAID, held_until=None))
    settle_milestones(tx, act, referral.referrer_id)
    return friend


def take_back(
    tx: Transaction, friend: Member, act: Act, referral: Referral, key: str
) -> tuple[Member, bool]:
    """
    The order was returned: what was given for it goes back, as far as it is not spent. The friend
    as they now are, and whether the referrer keeps something they got for this friend.
    """
    referrer = members.take(tx, referral.referrer_id)
    reference, all_of_it = _about(friend, key), _about(friend, "")
    _take(tx, referrer, act.part(f"{RULE}/{referrer.id}"), reference)
    friend = _take(tx, friend, act.part(f"{RULE}/{friend.id}"), reference)
    keeps = _had(tx, referrer.id, all_of_it) > 0 or _has_reward(tx, referrer.id, all_of_it)
    return friend, keeps


def settle_milestones(tx: Transaction, act: Act, referrer_id: MemberId) -> None:
    """Give what the number of friends has just reached; take back what it reaches no more."""
    rule = act.program.referral
    if rule is None or not rule.milestones:
        return
    referrer = members.take(tx, referrer_id)
    friends = referrals.counts_of(tx, referrer_id)[State.PAID]
    for milestone in rule.milestones:
        reference = f"{RULE}/milestone/{milestone.friends}"
        part = act.part(f"milestone/{milestone.friends}")
        if milestone.friends > friends:
            referrer = _take(tx, referrer, part, reference)
        if milestone.friends == friends and referrer.status in TAKING_PART:
            points, reward = milestone.points, milestone.reward
            referrer = _give(
                tx, referrer, part, Kind.MILESTONE, points, reward, reference, once=reference
            )


def paid_for_this_month(tx: Transaction, act: Act, referrer_id: MemberId) -> int:
    """For how many friends the member was paid in this calendar month."""
    timezone = act.program.timezone
    since = midnight(local_day(act.now, timezone).replace(day=1), timezone)
    return referrals.count_paid_for(tx, referrer_id, since=since)


def _thank_referrer(
    tx: Transaction, friend: Member, act: Act, referral: Referral, key: str
) -> Referral:
    """Pay the referrer, or note why not."""
    rule = act.program.referral
    referrer = members.take(tx, referral.referrer_id)
    if unpaid := _why_unpaid(tx, act, referrer, referral):
        return replace(referral, unpaid=unpaid)
    reward = rule.referrer_reward if rule else None
    every_order = rule is not None and rule.paid == "every_order"
    once, reference = _about(friend, key if every_order else ""), _about(friend, key)
    points = referral.referrer_points
    _give(tx, referrer, act, Kind.REFERRER, points, reward, reference, once=once)
    return replace(referral, unpaid="", counted_at=referral.counted_at or act.now)


def _thank_friend(
    tx: Transaction, friend: Member, act: Act, referral: Referral, key: str
) -> Member:
    """The friend is thanked once, whatever pays."""
    rule, once = act.program.referral, _about(friend, "")
    if rule is not None and pays_friend(rule) == JOINING != key:
        had = _had(tx, friend.id, once) or _has_reward(tx, friend.id, once)
        if had or referral.state is State.PAID:
            return friend
    reward = rule.friend_reward if rule else None
    points, reference = referral.friend_points, _about(friend, key)
    return _give(tx, friend, act, Kind.FRIEND, points, reward, reference, once=once)


def _why_unpaid(tx: Transaction, act: Act, referrer: Member, referral: Referral) -> str:
    """Why the taken referrer gets nothing for this friend; empty: they do."""
    rule = act.program.referral
    if referrer.status not in TAKING_PART:
        return "gone"
    if rule is None or referral.counted_at is not None:
        return ""
    if rule.at_most is not None and referrals.count_paid_for(tx, referrer.id) >= rule.at_most:
        return "at_most"
    most = rule.at_most_a_month
    if most is not None and paid_for_this_month(tx, act, referrer.id) >= most:
        return "at_most_a_month"
    return ""


def _give(
    tx: Transaction,
    member: Member,
    act: Act,
    kind: Kind,
    points: int | None,
    reward: str | None,
    reference: str,
    *,
    once: str,
) -> Member:
    """Give it, less what the member has of it already under the reference `once`."""
    points = max(0, (points or 0) - _had(tx, member.id, once))
    reward = None if reward and _has_reward(tx, member.id, once) else reward
    before = member.entries
    member = giving.give(
        tx,
        member,
        act,
        kind=kind,
        points=points,
        reward=reward,
        rule=RULE,
        reference=reference,
    )
    if member.entries > before:
        what: dict[str, Value] = {"given": given(act.program, points, reward)}
        occasion, asked = f"{reference}/{member.entries}", kind is Kind.FRIEND
        notices.tell(tx, member, act, "notice-referral-paid", occasion, what, asked=asked)
    return giving.settle_automatic(tx, member, act)


def _take(tx: Transaction, member: Member, act: Act, reference: str) -> Member:
    """Take back the points under that reference that are left, and the rewards that are unused."""
    points = entries.credited_for(tx, member.id, reference)
    draft = ledger.Draft(kind=Kind.REVERSAL, reference=reference, reason={"due": points})
    withdrawn = _withdraw(tx, member.id, reference)
    if points > 0:
        after = ledger.take_back(tx, member, act, draft, points=points, credited_for=reference)
        if taken := member.balance - after.balance:
            what: dict[str, Value] = {"points": Points(taken)}
            occasion = f"{reference}/{after.entries}"
            notices.tell(tx, after, act, "notice-taken-friend", occasion, what, asked=False)
        return after
    return ledger.note(tx, member, act, draft) if withdrawn else member


def _had(tx: Transaction, member_id: MemberId, reference: str) -> int:
    """The points under that reference that were not taken back; "/" at its end: all so begun."""
    if reference.endswith("/"):
        return entries.credited_under(tx, member_id, reference)
    return entries.credited_for(tx, member_id, reference)


def _has_reward(tx: Transaction, member_id: MemberId, reference: str) -> bool:
    given = referrals.vouchers_for(tx, member_id, reference)
    return any(voucher.status is not VoucherStatus.UNDONE for voucher in given)


def _withdraw(tx: Transaction, member_id: MemberId, reference: str) -> bool:
    """Make the unused vouchers for that reference worthless; whether there were any."""
    unused = [
        voucher
        for voucher in referrals.vouchers_for(tx, member_id, reference)
        if voucher.status is VoucherStatus.ISSUED and not voucher.told
    ]
    for voucher in unused:
        vouchers.set_status(tx, voucher.code, VoucherStatus.UNDONE)
        if voucher.from_stock:
            vouchers.return_to_stock(tx, voucher.reward_id)
    return bool(unused)


def _about(friend: Member, key: str) -> str:
    """How entries name what this friend brought: by an order, by joining; all begin the same."""
    return f"{RULE}/{friend.id}/{key}"
