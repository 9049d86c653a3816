"""Carts: what a shop says of them, and what ends them; core.campaigning tells of them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.act import Act
from core.errors import WrongCurrency
from core.model import MemberId, OrderStatus
from core.program.campaigns import CartCampaign
from core.program.schema import Program
from core.tables import buyers, carts, members, orders, outbox
from core.tables.carts import Cart
from core.transaction import Transaction

CLOCKS_DIFFER = timedelta(minutes=5)
"""The shop's clock may say of an order that it came before its cart's last change."""

WANTED_FOR = timedelta(days=1)
"""How long after it was left somebody wants to hear of a cart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CartReport:
    """What the shop says of a cart. The total is in minor units."""

    shop: str
    cart_id: str
    keys: dict[str, str]  # card, customer, phone, email: how the shop names whose it is
    currency: str
    total: int
    url: str
    updated_at: datetime


def report(tx: Transaction, act: Act, said: CartReport, *, order_id: str = "") -> Cart | None:
    """
    Make the cart what the shop says, and its time begin anew; None if it is no member's.

    What is older than what is known, or than the member's last order, changes nothing. An id that
    is used again is another cart. With an order it is that one, which waits to be paid: nothing
    is said of it when it does not. Raises WrongCurrency.
    """
    rate = act.program.exchange(said.currency)
    if rate is None:
        raise WrongCurrency(currency=said.currency, expected=act.program.currency)
    known = carts.find(tx, said.shop, said.cart_id)
    owner = buyers.find(tx, said.shop, act.program.buyers.ordered(said.keys))
    owner = owner or (known.member_id if known else None)
    if owner is None:
        return None
    members.take(tx, owner)
    known = carts.find(tx, said.shop, said.cart_id)
    if known and said.updated_at <= max(known.updated_at, known.done_at or known.updated_at):
        return known
    if _was_bought(tx, owner, said, order_id):
        return drop(tx, act, shop=said.shop, cart_id=said.cart_id)
    if known:
        outbox.cancel_all(tx, known.member_id, known.occasion, at=act.now)
    cart = Cart(
        shop=said.shop,
        id=said.cart_id,
        member_id=owner,
        total=int(said.total * rate),
        url=said.url,
        updated_at=said.updated_at,
        next_at=next_look(act.program, said.updated_at, act.now) if said.total else None,
        round=known.round + bool(known.done_at) if known else 1,
    )
    carts.save(tx, cart)
    return cart


def drop(tx: Transaction, act: Act, *, shop: str, cart_id: str) -> Cart | None:
    """The cart was bought or thrown away: nothing is said of it any more. None: it is unknown."""
    known = carts.find(tx, shop, cart_id)
    if known is None:
        return None
    members.take(tx, known.member_id)
    known = carts.find(tx, shop, cart_id)
    if known and known.done_at is None:
        known = replace(known, done_at=act.now, next_at=None)
        carts.save(tx, known)
        outbox.cancel_all(tx, known.member_id, known.occasion, at=act.now)
    return known


def ordered(
    tx: Transaction,
    act: Act,
    member_id: MemberId,
    *,
    at: datetime,
    cart: tuple[str, str] | None = None,
) -> None:
    """
    The taken member placed an order then: no cart from before is waiting any more, nor is the one
    of that shop and id, which it was.
    """
    until = min(at + CLOCKS_DIFFER, act.now)
    for known in carts.close_of_member(tx, member_id, until=until, now=act.now, cart=cart):
        outbox.cancel_all(tx, member_id, known.occasion, at=act.now)


def next_look(program: Program, updated_at: datetime, now: datetime) -> datetime | None:
    """When the next message about a cart that was last changed then is due; None: never."""
    moments = [
        updated_at + timedelta(minutes=campaign.delay_minutes)
        for campaign in program.messages_about("cart")
        if isinstance(campaign, CartCampaign)
    ]
    return min((at for at in moments if at > now or at + WANTED_FOR > now), default=None)


def _was_bought(tx: Transaction, owner: MemberId, said: CartReport, order_id: str) -> bool:
    """Whether the order does not wait to be paid, or the member ordered after the cart changed."""
    if order_id:
        order = orders.find(tx, said.shop, order_id)
        return order is None or order.status is not OrderStatus.PLACED
    return orders.is_any_since(tx, owner, said.updated_at)
