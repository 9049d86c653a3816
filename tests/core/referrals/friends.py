"""Ann brings friends, who buy; the shop looks at what is odd."""

from typing import Any

from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer, enrol
from core.model import Member, MemberId, OrderStatus
from core.money import to_minor
from core.promising import due, keep
from core.referrals import reviewing
from core.tables import referrals
from core.tables.referrals import Referral, State
from tests.core.conftest import Cafe

NOBODY = MemberId(0)
MINIMUM = 'minimum = "10.00"'
JOINING = 'paid = "joining"'


def counts(cafe: Cafe, member: Member) -> dict[State, int]:
    """How many of the member's friends are how far."""
    return {
        state: count for state, count in referrals.counts_of(cafe.tx, member.id).items() if count
    }


def about(cafe: Cafe, friend: Member) -> Referral:
    """The friend's referral as it stands."""
    found = referrals.of_friend(cafe.tx, friend.id)
    assert found
    return found


def brings(cafe: Cafe, *more: str) -> tuple[Member, Member]:
    """Ann brings Bob under the café's program with these lines in [referral]."""
    cafe.changes(MINIMUM, "\n".join(more if JOINING in more else (MINIMUM, *more)))
    ann = cafe.joins("Ann")
    return ann, cafe.joins("Bob", code=ann.referral_code)


def keeps_promises(cafe: Cafe) -> None:
    """The schedule does what is due."""
    for member_id in due(cafe.tx, cafe.act(), after=NOBODY, limit=99):
        keep(cafe.tx, cafe.act(), member_id=member_id)


def friends_of(cafe: Cafe, ann: Member, count: int) -> list[Member]:
    """So many friends join by Ann's code, a minute after each other, and buy at once."""
    found = []
    for _ in range(count):
        cafe.passes(minutes=1)
        friend = cafe.joins(f"Friend {cafe.now}", code=ann.referral_code)
        cafe.orders(friend, "20.00", id=str(friend.id))
        found.append(friend)
    return found


def buys(cafe: Cafe, member: Member, **buyer: Any) -> None:
    """An order of the member's, with what the shop knows of its buyer beside the card."""
    report = OrderReport(
        shop="eu",
        order_id=str(member.id),
        buyer=Buyer(card=member.card, **buyer),
        placed_at=cafe.now,
        currency="EUR",
        total=to_minor("20.00", "EUR"),
        shipping=0,
        tax=0,
        status=OrderStatus.PAID,
    )
    record_order(cafe.tx, cafe.act(), report)


def enrols(cafe: Cafe, name: str, *, by: Member | None = None, **known: Any) -> Member:
    """The shop enrols somebody it knows."""
    code = by.referral_code if by else None
    newcomer = Newcomer(name=name, language="en", referral_code=code, **known)
    return enrol(cafe.tx, cafe.act(), newcomer, []).member


def decide(cafe: Cafe, friend: Member, *, approve: bool, reason: str = "") -> Referral:
    """The shop has looked at it."""
    return reviewing.decide(
        cafe.tx, cafe.act(), friend_id=friend.id, approve=approve, reason=reason
    )


def in_review(cafe: Cafe, *more: str) -> tuple[Member, Member]:
    """Ann brings Bob, whose order looks odd."""
    cafe.changes(MINIMUM, "\n".join((MINIMUM, *more)))
    ann = enrols(cafe, "Ann", email="ann@example.com")
    bob = enrols(cafe, "Bob", by=ann, email="ann+bob@example.com")
    buys(cafe, bob)
    assert about(cafe, bob).state is State.REVIEW
    return ann, bob
