"""Giving: points and rewards for nothing, and rewards that are redeemed by themselves."""

from collections.abc import Iterator
from datetime import datetime

from core import crediting, notices
from core.act import Act
from core.model import TAKING_PART, Kind, Member, Voucher, VoucherStatus
from core.program.expiry import RollingExpiry
from core.program.rewards import Cause, DonationReward, FlexibleReward, Reward
from core.program.schema import Program
from core.rewards import issuing, offering
from core.rewards.issuing import Wish
from core.tables import agenda, entries, ledger, lots, subscriptions, vouchers
from core.tables.told import Value
from core.transaction import Transaction

AGENDA = "automatic"
"""The kind of the promise to look again when points that are pending can be spent."""

MANY = 1000  # more unused vouchers than anybody keeps
AT_ONCE = 100  # of one reward, in one transaction


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


def take_back(
    tx: Transaction,
    member: Member,
    act: Act,
    *,
    rule: str,
    reward_id: str,
    times: int,
    reference: str,
) -> tuple[Member, int]:
    """
    Make so many unused vouchers that the rule gave worthless, the newest first.

    The member must be taken, and is returned as they now are, with how many there were. Tickets and
    partners' codes, which are out of our hands, stay.
    """
    given = [
        voucher
        for voucher in vouchers.usable(tx, member.id, act.now, limit=MANY)
        if voucher.reward_id == reward_id and _gave(tx, member, voucher, rule)
    ][:times]
    for voucher in given:
        vouchers.set_status(tx, voucher.code, VoucherStatus.UNDONE)
        if voucher.from_stock:
            vouchers.return_to_stock(tx, voucher.reward_id)
        draft = ledger.Draft(
            kind=Kind.REVERSAL, reference=reference, reason={"rule": rule, "reward": reward_id}
        )
        member = ledger.note(tx, member, act, draft)
    return member, len(given)


def _gave(tx: Transaction, member: Member, voucher: Voucher, rule: str) -> bool:
    """Whether the voucher is that rule's gift."""
    entry = entries.find(tx, member.id, voucher.entry_number)
    return entry is not None and entry.kind is Kind.GIFT and entry.reason.get("rule") == rule


def settle_automatic(tx: Transaction, member: Member, act: Act) -> Member:
    """
    Redeem what is redeemed by itself as long as the points suffice, in the file's order; the member
    must be taken, and is returned as they now are.

    While points are pending that will suffice, a promise is kept to look again at their moment.
    """
    those = list(_automatic(act.program))
    if not those or member.status not in TAKING_PART:
        return member
    plans = subscriptions.in_force(tx, member.id, act.now)
    for reward, price in those:
        wish = Wish(reward=reward, points=price, cause=_first_cause(reward))
        for _ in range(AT_ONCE):
            short = lots.spendable(tx, member.id, act.now) < price
            if short or offering.obstacle(tx, member, act, reward, plans=plans):
                break
            issued = issuing.issue(tx, member, act, wish)
            if issued is None:
                break
            member, voucher = issued
            _tell(tx, member, act, voucher)
        else:  # the next tick goes on
            agenda.put(tx, member.id, AGENDA, "", act.now)
            return member
    _look_again(tx, member, act, those)
    return member


def _tell(tx: Transaction, member: Member, act: Act, voucher: Voucher) -> None:
    """It came by itself: whatever the member did, they did not ask for it."""
    what: dict[str, Value] = {"reward": voucher.title}
    occasion, buttons = f"voucher/{voucher.code}", (("button-vouchers", "vouchers"),)
    key = "notice-voucher-given"
    notices.tell(tx, member, act, key, occasion, what, buttons=buttons, asked=False)


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
    points = lots.spendable(tx, member.id, act.now)
    for at, more in lots.pending(tx, member.id, act.now):
        points += more
        if points >= cheapest and at < lots.UNTIL_EVENT:
            agenda.put(tx, member.id, AGENDA, "", at)
            return
    agenda.drop(tx, member.id, AGENDA, "")
