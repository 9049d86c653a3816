"""
Issuing: a reward becomes a voucher, a raffle ticket, a donation or a partner's code.

Everything that is given, for points or for nothing, is a voucher with its terms as they were that
day: a ticket is one that has not won yet, a donation one that is used up at once.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from core import codes
from core.act import Act
from core.model import (
    Kind,
    Member,
    Voucher,
    VoucherCode,
    VoucherStatus,
)
from core.program.rewards import (
    Cause,
    DonationReward,
    HoldableReward,
    PartnerCodeReward,
    RaffleReward,
    Reward,
)
from core.rewards import checkout, drawing, holding, lapsing, telling, terms
from core.tables import donations, ledger, pools, raffles, shop_codes, tickets, vouchers
from core.tables.hooks import Event
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A reward, and what was chosen of it."""

    reward: Reward
    points: int = 0  # taken for it; 0 when it is given, or opened by the balance
    amount: int | None = None  # of a flexible one: its worth in minor units
    cause: Cause | None = None  # of a donation
    given: bool = False  # for nothing: it can't become points
    expires_at: datetime | None = None  # if sooner than the reward says


class Reserved(NamedTuple):
    """What is limited, taken for one voucher."""

    partner_code: str = ""
    raffle: raffles.Raffle | None = None


def issue(
    tx: Transaction, member: Member, act: Act, wish: Wish, draft: ledger.Draft | None = None
) -> tuple[Member, Voucher] | None:
    """
    Write the entry and the voucher, with all that hangs on it; the member as they now are.

    The member must be taken, the points suffice. Without a draft it is a redemption.
    None when there are no more of it: nothing is written then.
    """
    code = codes.voucher_code(act.random)
    reserved = _reserve(tx, act, wish.reward, code)
    if reserved is None:
        return None
    draft = draft or ledger.Draft(kind=_kind(wish), reference=code, reason={})
    draft = draft._replace(reason={**draft.reason, **_reason(wish, code)})
    if wish.points:
        member = ledger.spend(tx, member, act, draft, points=wish.points)
    else:
        member = ledger.note(tx, member, act, draft)
    voucher = _voucher(member, act, wish, code, reserved)
    vouchers.add(tx, voucher)
    telling.tell(tx, act, Event.VOUCHER_ISSUED, voucher)
    if checkout.is_discount(voucher.terms):
        shop_codes.add(tx, code, now=act.now)
    if voucher.terms.held:
        holding.begin(tx, voucher)
    if reserved.raffle:
        tickets.add(tx, code, reserved.raffle.id)
    if (cause := voucher.terms.cause) and (amount := voucher.terms.amount):
        donations.give(tx, code, cause=cause, amount=amount, now=act.now)
    return member, voucher


def _kind(wish: Wish) -> Kind:
    """Whether the points are spent already or only set aside."""
    reward = wish.reward
    held = isinstance(reward, HoldableReward) and reward.hold
    return Kind.HOLD if held else Kind.REDEMPTION


def _reserve(tx: Transaction, act: Act, reward: Reward, code: VoucherCode) -> Reserved | None:
    """Take one of what is limited: of the stock, of the pool, of the raffle's tickets."""
    stock = reward.stock
    if stock is not None and not vouchers.take_from_stock(tx, reward.id, stock=stock):
        return None
    reserved: Reserved | None = Reserved()
    if isinstance(reward, PartnerCodeReward):
        partner_code = pools.take(tx, reward.id, taken_by=code)
        reserved = Reserved(partner_code=partner_code) if partner_code else None
    elif isinstance(reward, RaffleReward):
        raffle = drawing.enter(tx, act, reward)
        reserved = Reserved(raffle=raffle) if raffle else None
    if reserved is None and stock is not None:
        vouchers.return_to_stock(tx, reward.id)
    return reserved


def _reason(wish: Wish, code: VoucherCode) -> dict[str, str | int]:
    """What `why` has to know of it."""
    reason: dict[str, str | int] = {"reward": wish.reward.id, "gives": wish.reward.kind}
    if wish.given:
        reason["voucher"] = code
    if wish.cause:
        reason["cause"] = wish.cause.id
    return reason


def _voucher(
    member: Member, act: Act, wish: Wish, code: VoucherCode, reserved: Reserved
) -> Voucher:
    reward = wish.reward
    donated = isinstance(reward, DonationReward)
    is_ticket = isinstance(reward, RaffleReward)
    ends = None if is_ticket else lapsing.expiry(act.program, reward, act.now)
    if wish.expires_at and not is_ticket:
        ends = min(ends, wish.expires_at) if ends else wish.expires_at
    return Voucher(
        code=code,
        member_id=member.id,
        reward_id=reward.id,
        title=reward.title,
        points=wish.points,
        status=VoucherStatus.USED if donated else VoucherStatus.ISSUED,
        issued_at=act.now,
        expires_at=None if donated else ends,
        entry_number=member.entries,
        from_stock=reward.stock is not None,
        final=wish.given or donated or isinstance(reward, PartnerCodeReward),
        terms=terms.of_reward(
            act.program,
            reward,
            amount=wish.amount,
            cause=wish.cause,
            partner_code=reserved.partner_code,
        ),
    )


def early(voucher: Voucher, today: date) -> date | None:
    """The first day the voucher can be used, when that is still to come."""
    since = voucher.terms.since
    return since if since and since > today else None
