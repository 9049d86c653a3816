"""Redeeming: points become a voucher, an unused voucher becomes points again, a voucher is used."""

from dataclasses import dataclass

from core import codes
from core.act import Act
from core.calendar import end_after_days
from core.errors import (
    MembershipBlocked,
    MembershipFrozen,
    NotAMember,
    NotEnoughPoints,
    NothingToUndo,
    RewardLimitReached,
    RewardNeedsTier,
    RewardPriceIsFixed,
    RewardSoldOut,
    UnknownReward,
    VoucherNotUsable,
)
from core.model import (
    Kind,
    Member,
    MemberId,
    Points,
    Status,
    Voucher,
    VoucherCode,
    VoucherStatus,
)
from core.program.schema import Reward
from core.tables import ledger, members, operations, vouchers
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A voucher turned back into points."""

    voucher: Voucher
    lapsed: int  # of its points, those whose own date had passed meanwhile


def redeem(
    tx: Transaction, act: Act, *, member_id: MemberId, reward_id: str, points: int | None = None
) -> Voucher:
    """
    Spend the member's points on the reward.

    A repeated operation returns the first voucher; with another reward it is refused.
    """
    member = members.take(tx, member_id)
    request = f"redeem {reward_id} {points or ''}".rstrip()
    if code := operations.result_of(tx, member_id, act, request):
        return _known(tx, VoucherCode(code))
    check_active(member)
    reward = act.program.reward(reward_id)
    if reward is None:
        raise UnknownReward(reward=reward_id)
    _check(tx, member, act, reward, points)
    if reward.stock is not None and not vouchers.take_from_stock(tx, reward.id, stock=reward.stock):
        raise RewardSoldOut(title=reward.title)
    voucher = _issue(tx, member, act, reward)
    operations.done(tx, member_id, act, request, voucher.code)
    return voucher


def undo(
    tx: Transaction, act: Act, *, member_id: MemberId, code: VoucherCode | None = None
) -> Undone:
    """
    Turn the member's voucher, or the newest unused one, back into points with their old dates.

    A repeated operation returns the first result. Raises NothingToUndo when nothing is unused.
    """
    member = members.take(tx, member_id)
    request = f"undo {code or ''}"
    if done := operations.result_of(tx, member_id, act, request):
        count, _, first = done.partition(" ")
        return Undone(voucher=_known(tx, VoucherCode(first)), lapsed=int(count))
    check_active(member)
    voucher = _undoable(tx, member_id, act, code)
    before = ledger.spendable(tx, member_id, act.now)
    draft = ledger.Draft(
        kind=Kind.UNDO, reference=voucher.code, reason={"reward": voucher.reward_id}
    )
    ledger.put_back(tx, member, act, draft, undone=voucher.entry_number)
    vouchers.set_status(tx, voucher.code, VoucherStatus.UNDONE)
    if voucher.from_stock:
        vouchers.return_to_stock(tx, voucher.reward_id)
    lapsed = voucher.points - (ledger.spendable(tx, member_id, act.now) - before)
    operations.done(tx, member_id, act, request, f"{lapsed} {voucher.code}")
    return Undone(voucher=voucher, lapsed=lapsed)


def use(
    tx: Transaction, act: Act, *, code: VoucherCode, used_for: str = "", order: bool = False
) -> Voucher:
    """
    Use a voucher up. A repeated operation, or the same order again, returns the first result.

    Raises VoucherNotUsable for a wrong, used, undone or expired code alike, and for one whose
    owner is blocked or gone.
    """
    voucher, owner = _taken(tx, code)
    request = f"use {code} {used_for}"
    if order and voucher.status is VoucherStatus.USED and voucher.used_for == used_for:
        return voucher
    if operations.result_of(tx, owner.id, act, request):
        return voucher
    if not voucher.usable_at(act.now) or owner.status in (Status.BLOCKED, Status.ERASED):
        raise VoucherNotUsable
    vouchers.set_status(tx, code, VoucherStatus.USED, used_at=act.now, used_for=used_for)
    if not order:
        operations.done(tx, owner.id, act, request, code)
    return _known(tx, code)


def give_back(tx: Transaction, *, code: VoucherCode, used_for: str) -> None:
    """The order it was used for is cancelled: the voucher can be used again, till its own date."""
    voucher, _ = _taken(tx, code)
    if voucher.status is VoucherStatus.USED and voucher.used_for == used_for:
        vouchers.set_status(tx, code, VoucherStatus.ISSUED)


def _taken(tx: Transaction, code: VoucherCode) -> tuple[Voucher, Member]:
    """The voucher and its owner, whose row is locked."""
    found = vouchers.find(tx, code)
    if found is None:
        raise VoucherNotUsable
    owner = members.take(tx, found.member_id)
    return _known(tx, code), owner


def _undoable(tx: Transaction, member_id: MemberId, act: Act, code: VoucherCode | None) -> Voucher:
    """The member's voucher of that code, or the newest that is unused."""
    if code is None:
        newest = vouchers.usable(tx, member_id, act.now, limit=1)
        voucher = newest[0] if newest else None
    else:
        voucher = vouchers.find(tx, code)
    if voucher is None or voucher.member_id != member_id or not voucher.usable_at(act.now):
        raise NothingToUndo
    return voucher


def check_active(member: Member) -> None:
    """Refuse a member who may not act: erased, left or blocked."""
    match member.status:
        case Status.ERASED:
            raise NotAMember
        case Status.LEFT:
            raise MembershipFrozen
        case Status.BLOCKED:
            raise MembershipBlocked
        case Status.ACTIVE | Status.PAUSED:
            return


def _check(tx: Transaction, member: Member, act: Act, reward: Reward, points: int | None) -> None:
    """Refuse in the order a person would want to know."""
    if points not in (None, reward.cost):
        raise RewardPriceIsFixed(title=reward.title, cost=Points(reward.cost))
    if reward.tier is not None:
        needed = act.program.tier(reward.tier)
        if act.program.tier(member.tier).from_points < needed.from_points:
            raise RewardNeedsTier(title=reward.title, tier=needed.title)
    limit = reward.per_member
    if limit is not None and vouchers.count_had(tx, member.id, reward.id) >= limit:
        raise RewardLimitReached(title=reward.title, limit=limit)
    missing = reward.cost - ledger.spendable(tx, member.id, act.now)
    if missing > 0:
        raise NotEnoughPoints(missing=Points(missing))


def _issue(tx: Transaction, member: Member, act: Act, reward: Reward) -> Voucher:
    code = codes.voucher_code(act.random)
    reason = {"reward": reward.id}
    draft = ledger.Draft(kind=Kind.REDEMPTION, reference=code, reason=reason)
    member = ledger.spend(tx, member, act, draft, points=reward.cost)
    days = reward.voucher_days
    voucher = Voucher(
        code=code,
        member_id=member.id,
        reward_id=reward.id,
        title=reward.title,
        points=reward.cost,
        status=VoucherStatus.ISSUED,
        issued_at=act.now,
        expires_at=end_after_days(act.now, days, act.program.timezone) if days else None,
        entry_number=member.entries,
        from_stock=reward.stock is not None,
    )
    vouchers.add(tx, voucher)
    return voucher


def _known(tx: Transaction, code: VoucherCode) -> Voucher:
    voucher = vouchers.find(tx, code)
    assert voucher  # noqa: S101 vouchers are never deleted
    return voucher
