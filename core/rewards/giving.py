"""Giving: points and rewards for nothing, and rewards that are redeemed by themselves."""

from collections.abc import Iterator
from datetime import datetime

from core import crediting
from core.act import Act
from core.model import Kind, Member, Status
from core.program.expiry import RollingExpiry
from core.program.rewards import Cause, DonationReward, FlexibleReward, Reward
from core.program.schema import Program
from core.rewards import issuing, offering
from core.rewards.issuing import Wish
from core.tables import agenda, ledger, subscriptions
from core.transaction import Transaction

AGENDA = "automatic"
"""The kind of the promise to look again when points that are pending can be spent."""

AT_ONCE = 100  # of one reward, in one transaction
FROZEN = (Status.LEFT, Status.BLOCKED, Status.ERASED)


def give(
    tx: Transaction,
    member: Member,
    act: Act,
    *,
    kind: Kind,
    points: int | None,
    reward: str | None,
    rule: str,
    reference: str,
    expires: RollingExpiry | None = None,
    reward_expires_at: datetime | None = None,
) -> Member:
    """
    Give points, a reward, or both; the member must be taken, and is returned as they now are.

    Afterwards the caller has settle_automatic look whether the points suffice for something.
    """
    if points:
        member = crediting.give_bonus(
            tx,
            member,
            act,
            kind=kind,
            points=points,
            reference=reference,
            reason={"rule": rule},
            expires=expires,
        )
    if reward:
        member = give_reward(
            tx,
            member,
            act,
            reward_id=reward,
            rule=rule,
            reference=reference,
            expires_at=reward_expires_at,
        )
    return member


def give_reward(
    tx: Transaction,
    member: Member,
    act: Act,
    *,
    reward_id: str,
    rule: str,
    reference: str,
    expires_at: datetime | None = None,
) -> Member:
    """
    Give the reward for nothing: an entry of no points says why, the voucher can't become points.

    A donation goes to the first cause. Nothing is given of what this program does not have, of
    what has run out, of what is over, or of a sum that would have to be chosen.
    """
    reward = act.program.reward(reward_id)
    if reward is None or isinstance(reward, FlexibleReward) or offering.is_over(reward, act):
        return member
    wish = Wish(reward=reward, cause=_first_cause(reward), given=True, expires_at=expires_at)
    draft = ledger.Draft(kind=Kind.GIFT, reference=reference, reason={"rule": rule})
    issued = issuing.issue(tx, member, act, wish, draft)
    return issued[0] if issued else member


def settle_automatic(tx: Transaction, member: Member, act: Act) -> Member:
    """
    Redeem what is redeemed by itself as long as the points suffice, in the file's order; the member
    must be taken, and is returned as they now are.

    While points are pending that will suffice, a promise is kept to look again at their moment.
    """
    those = list(_automatic(act.program))
    if not those or member.status in FROZEN:
        return member
    plans = subscriptions.in_force(tx, member.id, act.now)
    for reward, price in those:
        wish = Wish(reward=reward, points=price, cause=_first_cause(reward))
        for _ in range(AT_ONCE):
            short = ledger.spendable(tx, member.id, act.now) < price
            if short or offering.obstacle(tx, member, act, reward, plans=plans):
                break
            issued = issuing.issue(tx, member, act, wish)
            if issued is None:
                break
            member = issued[0]
        else:  # the next tick goes on
            agenda.put(tx, member.id, AGENDA, "", act.now)
            return member
    _look_again(tx, member, act, those)
    return member


def _first_cause(reward: Reward) -> Cause | None:
    return reward.causes[0] if isinstance(reward, DonationReward) else None


def _automatic(program: Program) -> Iterator[tuple[Reward, int]]:
    """The rewards that are redeemed by themselves, with what they cost."""
    for reward in program.rewards:
        if reward.automatic and reward.cost:
            yield reward, reward.cost


def _look_again(tx: Transaction, member: Member, act: Act, those: list[tuple[Reward, int]]) -> None:
    """Promise to look when pending points will suffice for the cheapest, or forget the promise."""
    cheapest = min(price for _, price in those)
    points = ledger.spendable(tx, member.id, act.now)
    for at, more in ledger.pending(tx, member.id, act.now):
        points += more
        if points >= cheapest and at < ledger.UNTIL_EVENT:
            agenda.put(tx, member.id, AGENDA, "", at)
            return
    agenda.drop(tx, member.id, AGENDA, "")
