"""Handing over: a voucher is used at the till, or a reward is given out straight for points."""

from dataclasses import dataclass

from core import notices
from core.act import Act
from core.auditing import Deed, note
from core.errors import UnknownReward
from core.model import Member, MemberId, Voucher, VoucherCode, VoucherStatus
from core.program.rewards import GiftReward, ProductReward, Reward
from core.rewards import offering, redeeming
from core.rewards.offering import Offer
from core.tables import audit, lots, members, subscriptions, vouchers
from core.till.finding import SHOP
from core.till.selling import active
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What was handed over, and to whom."""

    voucher: Voucher
    member: Member
    record: int | None  # of the audit trail, to undo it by


def use(tx: Transaction, act: Act, code: VoucherCode) -> Handed:
    """
    Use the voucher up. A repeated operation changes nothing.

    Raises what redeeming.use raises.
    """
    used_for = f"{SHOP}/{act.operation_id}"
    found = vouchers.find(tx, code)
    again = found is not None and (found.status, found.used_for) == (VoucherStatus.USED, used_for)
    voucher = redeeming.use(tx, act, code=code, used_for=used_for)
    member = members.take(tx, voucher.member_id)
    if voucher.status is VoucherStatus.USED and not again:  # not an old tap, undone since
        _note(tx, act, Deed.USED, voucher)
        _tell(tx, member, act, voucher)
    return Handed(voucher=voucher, member=member, record=audit.latest(tx, code, Deed.USED))


def hand(tx: Transaction, act: Act, *, member_id: MemberId, reward_id: str) -> Handed:
    """
    Spend the member's points on a reward that lies on the counter, and hand it over.

    A repeated operation changes nothing. Raises CustomerNotActive, what redeeming raises.
    """
    member = active(members.take(tx, member_id))
    reward = act.program.reward(reward_id)
    if reward is None or not _on_the_counter(reward):
        raise UnknownReward(reward=reward_id)
    voucher = redeeming.redeem(tx, act, member_id=member.id, reward_id=reward_id)
    if voucher.status is VoucherStatus.ISSUED:
        used_for = f"{SHOP}/{act.operation_id}"
        voucher = redeeming.use(
            tx, act.part("use"), code=voucher.code, used_for=used_for, order=True
        )
        _note(tx, act, Deed.HANDED, voucher)
        _tell(tx, member, act, voucher)
    record = audit.latest(tx, voucher.code, Deed.HANDED)
    return Handed(voucher=voucher, member=members.take(tx, member_id), record=record)


def on_offer(tx: Transaction, act: Act, member: Member) -> list[Offer]:
    """What could be handed over to the member now, for points."""
    plans = subscriptions.in_force(tx, member.id, act.now) if act.program.plans else {}
    spendable = lots.spendable(tx, member.id, act.now)
    there = offering.offers(tx, member, act, spendable=spendable, plans=plans)
    return [one for one in there if one.open and _on_the_counter(one.reward)]


def _on_the_counter(reward: Reward) -> bool:
    return isinstance(reward, GiftReward | ProductReward)


def _note(tx: Transaction, act: Act, deed: Deed, voucher: Voucher) -> None:
    points = -voucher.points if deed is Deed.HANDED else 0
    note(
        tx,
        act,
        deed,
        member_id=voucher.member_id,
        about=voucher.code,
        points=points,
        details={"used": voucher.used_for},
    )


def _tell(tx: Transaction, member: Member, act: Act, voucher: Voucher) -> None:
    occasion = f"used/{voucher.code}/{act.operation_id}"
    values = {"reward": voucher.title}
    notices.tell(tx, member, act, "notice-purchase-handed", occasion, values)
