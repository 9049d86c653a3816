"""How the nouns of the core look in the API."""

from bot.web.answers import (
    ConsentOut,
    EntryOut,
    ExpiryOut,
    MemberOut,
    OrderRef,
    PointsOut,
    TierOut,
    VoucherOut,
)
from bot.web.fields import birthday_text
from bot.web.reasons import order_of, reason_of
from core import reporting
from core.act import Act
from core.errors import NotAMember
from core.model import Entry, Member, MemberId, Status, Voucher, VoucherStatus
from core.tables import chats, consents, ledger, members, vouchers
from core.transaction import Transaction


def member_of(tx: Transaction, member_id: str) -> Member:
    """The member of that id; NotAMember for any other text, and for somebody erased."""
    if not (member_id.isascii() and member_id.isdecimal() and len(member_id) < 20):
        raise NotAMember
    number = int(member_id)
    member = members.find(tx, MemberId(number)) if number < 2**63 else None
    if member is None or member.status is Status.ERASED:
        raise NotAMember
    return member


def member_view(tx: Transaction, act: Act, member: Member) -> MemberOut:
    """The member as they stand."""
    standing = reporting.standing(tx, member.id, act)
    expiry = standing.next_expiry
    return MemberOut(
        id=str(member.id),
        card=member.card,
        name=member.name,
        status=member.status,
        language=member.language,
        birthday=birthday_text(member.birthday) if member.birthday else None,
        tier=tier_view(tx, act, member),
        points=PointsOut(
            balance=standing.spendable,
            pending=sum(points for _, points in standing.pending),
            lifetime=ledger.lifetime(tx, member.id),
            next_expiry=ExpiryOut(at=expiry[0], points=expiry[1]) if expiry else None,
        ),
        referral_code=member.referral_code,
        channels=_channels(tx, member.id),
        consents=[
            ConsentOut(channel=one.channel, purpose=one.purpose, granted=one.granted)
            for one in consents.in_force(tx, member.id)
        ],
    )


def _channels(tx: Transaction, member_id: MemberId) -> list[str]:
    reachable = (chat for chat in chats.of_member(tx, member_id) if chat.blocked_at is None)
    return sorted({chat.channel for chat in reachable})


def tier_view(tx: Transaction, act: Act, member: Member) -> TierOut:
    """The member's tier, named in their language."""
    standing = reporting.tier_standing(tx, member, act)
    return TierOut(
        id=standing.tier.id,
        name=standing.tier.title.in_language(member.language),
        since=standing.since,
        until=standing.until,
    )


def entry_view(entry: Entry) -> EntryOut:
    """One line of the ledger."""
    order = order_of(entry)
    return EntryOut(
        id=str(entry.number),
        points=entry.points,
        kind=entry.kind,
        reason=reason_of(entry),
        details=dict(entry.reason),
        reference=entry.reference,
        occurred_at=entry.occurred_at,
        available_at=entry.available_at,
        expires_at=entry.expires_at,
        order=OrderRef(shop=order[0], id=order[1]) if order else None,
    )


def voucher_view(tx: Transaction, act: Act, voucher: Voucher) -> VoucherOut:
    """The voucher; one past its date is expired, whether or not a job has noted it."""
    owner = members.find(tx, voucher.member_id)
    past = voucher.expires_at is not None and voucher.expires_at <= act.now
    lapsed = past and voucher.status is VoucherStatus.ISSUED
    used_at = vouchers.used_at(tx, voucher.code)
    return VoucherOut(
        code=voucher.code,
        member_id=str(voucher.member_id),
        reward=voucher.reward_id,
        title=voucher.title.in_language(owner.language if owner else act.program.language),
        points=voucher.points,
        status=VoucherStatus.EXPIRED if lapsed else voucher.status,
        issued_at=voucher.issued_at,
        expires_at=voucher.expires_at,
        used_at=used_at,
        used_for=voucher.used_for or None,
    )
