"""Redeeming: points become a voucher, an unused voucher becomes points again, a voucher is used."""

from dataclasses import dataclass
from datetime import date, datetime

from core import crediting
from core.act import Act
from core.calendar import local_day
from core.errors import (
    MembershipBlocked,
    MembershipFrozen,
    NotAMember,
    NothingToUndo,
    RewardIsFinal,
    RewardPriceIsFixed,
    RewardSoldOut,
    UnknownReward,
    VoucherNotUsable,
    VoucherTooEarly,
)
from core.model import (
    TICKET,
    Kind,
    Member,
    MemberId,
    Points,
    Status,
    Voucher,
    VoucherCode,
    VoucherStatus,
)
from core.program.rewards import DonationReward, FlexibleReward, Reward
from core.program.schema import Program
from core.rewards import charging, choosing, drawing, holding, issuing, offering, telling
from core.rewards.issuing import Wish
from core.tables import ledger, lots, members, operations, subscriptions, vouchers
from core.tables.hooks import Event
from core.transaction import Transaction

LOOKED_AT = 100  # of the newest vouchers, to find one that can be undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A voucher turned back into points."""

    voucher: Voucher
    lapsed: int  # of its points, those whose own date had passed meanwhile


def redeem(
    tx: Transaction,
    act: Act,
    *,
    member_id: MemberId,
    reward_id: str,
    points: int | None = None,
    cause: str = "",
) -> Voucher:
    """
    Spend the member's points on the reward: so many of a flexible one, a donation for that cause.

    Whatever it is, it is a voucher: a ticket, a donation, a partner's code are told by its terms.
    A repeated operation returns the first voucher; with another reward it is refused.
    """
    member = members.take(tx, member_id)
    request = " ".join(["redeem", reward_id, str(points or ""), cause]).rstrip()
    if code := operations.result_of(tx, member_id, act, request):
        return _known(tx, VoucherCode(code))
    check_active(member)
    reward = act.program.reward(reward_id)
    if reward is None:
        raise UnknownReward(reward=reward_id)
    plans = subscriptions.in_force(tx, member_id, act.now) if reward.plan or reward.tier else {}
    refusal = offering.obstacle(tx, member, act, reward, plans=plans)
    if refusal:
        raise refusal
    wish = _wish(act.program, reward, points, cause)
    offering.check_points(tx, member, act, reward, price=wish.points)
    crediting.active(tx, member, act, "redeeming")
    issued = issuing.issue(tx, member, act, wish)
    if issued is None:
        raise RewardSoldOut(title=reward.title)
    operations.done(tx, member_id, act, request, issued[1].code)
    return issued[1]


def undo(
    tx: Transaction, act: Act, *, member_id: MemberId, code: VoucherCode | None = None
) -> Undone:
    """
    Turn the member's voucher, or the newest unused one, back into points with their old dates.

    A ticket too, until the day of its draw. A repeated operation returns the first result. Raises
    NothingToUndo when nothing is unused, RewardIsFinal for what never becomes points again.
    """
    member = members.take(tx, member_id)
    request = f"undo {code or ''}"
    if done := operations.result_of(tx, member_id, act, request):
        count, _, first = done.partition(" ")
        return Undone(voucher=_known(tx, VoucherCode(first)), lapsed=int(count))
    check_active(member)
    voucher = _undoable(tx, member_id, act, code)
    before = lots.spendable(tx, member_id, act.now)
    if voucher.from_stock:
        vouchers.return_to_stock(tx, voucher.reward_id)
    if voucher.terms.kind == TICKET and not drawing.leave(tx, act, voucher):
        raise RewardIsFinal(title=voucher.title)
    draft = ledger.Draft(
        kind=Kind.UNDO, reference=voucher.code, reason={"reward": voucher.reward_id}
    )
    ledger.put_back(tx, member, act, draft, undone=voucher.entry_number)
    vouchers.set_status(tx, voucher.code, VoucherStatus.UNDONE)
    if voucher.terms.held:
        holding.end(tx, voucher)
    lapsed = voucher.points - (lots.spendable(tx, member_id, act.now) - before)
    operations.done(tx, member_id, act, request, f"{lapsed} {voucher.code}")
    return Undone(voucher=voucher, lapsed=lapsed)


def use(
    tx: Transaction,
    act: Act,
    *,
    code: VoucherCode,
    used_for: str = "",
    order: bool = False,
    at: datetime | None = None,
) -> Voucher:
    """
    Use a voucher up, at that moment or now; what is held for it is spent.

    A repeated operation, or the same order again, returns the first result.

    What it is good for (a minimum, some goods) is for who takes the order to see to.
    Raises VoucherNotUsable for a wrong, used, undone or expired code alike, for a ticket that has
    not won, for a partner's code, and for one whose owner is blocked or gone; VoucherTooEarly. But
    what a web shop has given for a code of ours is paid for, whatever became of the voucher.
    """
    voucher, owner = taken(tx, code)
    request = f"use {code} {used_for}"
    if order and voucher.status is VoucherStatus.USED and voucher.used_for == used_for:
        return voucher
    if operations.result_of(tx, owner.id, act, request):
        return voucher
    at = min(at or act.now, act.now)
    if order and charging.is_owed(tx, voucher, used_for):
        charging.charge(tx, owner, act, voucher, used_for=used_for, at=at)
        telling.tell(tx, act, Event.VOUCHER_USED, _known(tx, code))
        return _known(tx, code)
    if not voucher.usable_at(at) or owner.status in (Status.BLOCKED, Status.ERASED):
        raise VoucherNotUsable
    if since := issuing.early(voucher, local_day(at, act.program.timezone)):
        raise VoucherTooEarly(date=since)
    vouchers.set_status(tx, code, VoucherStatus.USED, used_at=at, used_for=used_for)
    telling.tell(tx, act, Event.VOUCHER_USED, _known(tx, code))
    if voucher.terms.held:
        holding.spend(tx, owner, act, voucher)
    if not order:
        operations.done(tx, owner.id, act, request, code)
    return _known(tx, code)


def taken(tx: Transaction, code: VoucherCode) -> tuple[Voucher, Member]:
    """The voucher and its owner, whose row is locked."""
    found = vouchers.find(tx, code)
    if found is None:
        raise VoucherNotUsable
    owner = members.take(tx, found.member_id)
    return _known(tx, code), owner


def _undoable(tx: Transaction, member_id: MemberId, act: Act, code: VoucherCode | None) -> Voucher:
    """The member's voucher of that code, or the newest that is unused."""
    if code is None:
        today = local_day(act.now, act.program.timezone)
        newest = vouchers.undoable(tx, member_id, act.now, limit=LOOKED_AT)
        waiting = (each for each in newest if not _is_draw_day(each, today))
        voucher = next(waiting, None)
    else:
        voucher = vouchers.find(tx, code)
    if voucher is None or voucher.member_id != member_id or not voucher.open_at(act.now):
        raise NothingToUndo
    if voucher.final:
        raise RewardIsFinal(title=voucher.title)
    return voucher


def _is_draw_day(voucher: Voucher, today: date) -> bool:
    """Whether it is a ticket whose draw has come."""
    terms = voucher.terms
    return terms.kind == TICKET and terms.day is not None and terms.day <= today


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


def _wish(program: Program, reward: Reward, points: int | None, cause: str) -> Wish:
    """What was chosen of the reward, and what it costs."""
    if isinstance(reward, FlexibleReward):
        chosen = choosing.check_points(reward, program.currency, points)
        amount = choosing.amount_of(reward, program.currency, chosen)
        return Wish(reward=reward, points=chosen, amount=amount)
    if points not in (None, reward.price):
        raise RewardPriceIsFixed(title=reward.title, cost=Points(reward.price))
    if isinstance(reward, DonationReward):
        chosen_cause = choosing.chosen_cause(reward, cause)
        return Wish(reward=reward, points=reward.price, cause=chosen_cause)
    return Wish(reward=reward, points=reward.price)


def _known(tx: Transaction, code: VoucherCode) -> Voucher:
    voucher = vouchers.find(tx, code)
    assert voucher  # noqa: S101 vouchers are never deleted
    return voucher
