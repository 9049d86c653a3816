"""
Orders that waited: of strangers, who have joined in time and proven who they are.

A phone is proven by its owner's own contact or text message, a customer account by a link opened
from it; an e-mail address, and each of the others, by the shop's own word when it enrols somebody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core import notices
from core.act import Act
from core.earning import strangers
from core.earning.recording import record_order
from core.earning.reports import as_known
from core.model import Member, Points
from core.tables import members, orders
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Caught:
    """What earlier orders brought somebody who has proven to be their buyer."""

    orders: int = 0
    points: int = 0

    def __add__(self, other: "Caught") -> "Caught":
        return Caught(orders=self.orders + other.orders, points=self.points + other.points)


NOTHING = Caught()


def credit(
    tx: Transaction, member: Member, act: Act, keys: Mapping[str, str | None], *, shop: str = ""
) -> tuple[Member, Caught]:
    """
    Give the taken member the orders that waited for who has these keys, as if they had been named
    in them; the oldest first, each under the rules of now and with the dates of its day.

    Who did not ask themselves is told. The member as they then are, and what came of it.
    """
    waited = [orders.find(tx, *one) for one in strangers.known_as(tx, act, shop, keys)]
    nobodys = [one for one in waited if one and one.member_id is None]
    before = member.balance
    for order in sorted(nobodys, key=lambda one: (one.placed_at, one.shop, one.id)):
        record_order(
            tx, act.part(f"waited/{order.reference}"), replace(as_known(order), member_id=member.id)
        )
    if not nobodys:
        return member, NOTHING
    member = members.take(tx, member.id)
    caught = Caught(orders=len(nobodys), points=member.balance - before)
    if caught.points > 0:
        occasion = f"waited/{nobodys[0].reference}"
        told = {"points": Points(caught.points)}
        notices.tell(tx, member, act, "notice-purchase-waited", occasion, told)
    return member, caught
