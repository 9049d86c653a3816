"""How the nouns of the core look in the API."""

from collections.abc import Iterable
from math import ceil
from typing import Literal, TypedDict

from bot.web.answers import (
    ConsentOut,
    EntryOut,
    ExpiryOut,
    MemberOut,
    OrderRef,
    PendingDividendOut,
    PlanOut,
    PointsOut,
    TierOut,
)
from bot.web.baskets import CustomerIn, LineIn
from bot.web.fields import birthday_text
from bot.web.reasons import order_of, reason_of
from core import reporting, tiering
from core.act import Act
from core.awarding.baskets import OrderLine
from core.errors import NotAMember
from core.model import Entry, Member, MemberId, Status
from core.money import to_decimal
from core.plans import dividends, standings
from core.plans.standings import PlanStanding
from core.program.schema import Program
from core.tables import chats, consents, entries, members, tags
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


class Unit(TypedDict):
    """The fields of UnitOut."""

    unit: Literal["points", "money"]
    currency: str


def unit_of(program: Program) -> Unit:
    """What the numbers of points of an answer are."""
    return Unit(unit=program.unit, currency=program.currency)


def money_text(minor: int, currency: str) -> str:
    """A sum as the API says it, such as "249.90"."""
    return str(to_decimal(minor, currency))


def keys_of(customer: CustomerIn | None) -> dict[str, str]:
    """By what a customer can be known."""
    if customer is None:
        return {}
    keys = {
        "card": customer.card,
        "customer": customer.id,
        "phone": customer.phone,
        "email": customer.email,
    }
    return {key: value for key, value in keys.items() if value}


def lines_of(lines: Iterable[LineIn], currency: str) -> tuple[OrderLine, ...]:
    """The lines of an order as the core takes them."""
    return tuple(
        OrderLine(
            sku=line.sku,
            quantity=ceil(line.quantity),
            amount=line.amount(currency),
            categories=tuple(line.categories),
            labels=tuple(line.labels),
            gift_card=line.gift_card,
        )
        for line in lines
    )


def member_view(tx: Transaction, act: Act, member: Member) -> MemberOut:
    """The member as they stand."""
    standing = reporting.standing(tx, member.id, act)
    plans = [
        plan_view(one, member.language)
        for one in standings.of_member(tx, member.id, act)
        if one.status
    ]
    expiry = standing.next_expiry
    return MemberOut(
        id=str(member.id),
        card=member.card,
        name=member.name,
        status=member.status,
        language=member.language,
        birthday=birthday_text(member.birthday) if member.birthday else None,
        city=member.city,
        tags=tags.of_member(tx, member.id),
        tier=tier_view(tx, act, member),
        points=PointsOut(
            balance=standing.spendable,
            pending=sum(points for _, points in standing.pending),
            lifetime=entries.lifetime(tx, member.id),
            next_expiry=ExpiryOut(at=expiry[0], points=expiry[1]) if expiry else None,
            dividends=[
                PendingDividendOut(rule=one.rule.id, points=one.points, paid_on=one.paid_on)
                for one in dividends.pending(act.program, member)
            ],
            **unit_of(act.program),
        ),
        referral_code=member.referral_code,
        plan=next((plan for plan in plans if plan.active), None),
        plans=plans,
        channels=_channels(tx, member.id),
        consents=[
            ConsentOut(channel=one.channel, purpose=one.purpose, granted=one.granted)
            for one in consents.in_force(tx, member.id)
        ],
    )


def _channels(tx: Transaction, member_id: MemberId) -> list[str]:
    reachable = (chat for chat in chats.of_member(tx, member_id) if chat.blocked_at is None)
    return sorted({chat.channel for chat in reachable})


def plan_view(standing: PlanStanding, language: str) -> PlanOut:
    """How a member stands to a plan, named in their language."""
    return PlanOut(
        id=standing.plan.id,
        name=standing.plan.title.in_language(language),
        status=standing.status,
        active=standing.in_force,
        trial=standing.trial,
        since=standing.since,
        until=standing.until,
        next_grant=standing.next_grant,
    )


def tier_view(tx: Transaction, act: Act, member: Member) -> TierOut:
    """The member's tier, named in their language."""
    tier = act.program.tier(member.tier)
    return TierOut(
        id=tier.id,
        name=tier.title.in_language(member.language),
        since=member.tier_since,
        until=tiering.until(tx, member, act),
    )


def entry_view(entry: Entry, program: Program) -> EntryOut:
    """One line of the ledger."""
    order = order_of(entry)
    return EntryOut(
        id=str(entry.number),
        points=entry.points,
        kind=entry.kind,
        reason=reason_of(entry, program),
        details=dict(entry.reason),
        reference=entry.reference,
        occurred_at=entry.occurred_at,
        available_at=entry.available_at,
        expires_at=entry.expires_at,
        order=OrderRef(shop=order[0], id=order[1]) if order else None,
    )
