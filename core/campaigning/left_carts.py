"""Carts that were left: told some minutes later, with what the points are worth in them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal

from core import carting
from core.act import Act
from core.campaigning.announcing import announce
from core.model import Member, Money, Points
from core.program.campaigns import CartCampaign
from core.program.rewards import AmountOffReward, FlexibleReward, Reward
from core.program.schema import Program
from core.program.sentences import Told
from core.rewards import offering
from core.tables import carts, lots, members, pauses, subscriptions
from core.tables.carts import Cart
from core.transaction import Transaction


def tell_left(tx: Transaction, act: Act, *, limit: int) -> tuple[int, int]:
    """Tell of up to so many carts: how many were looked at, and how many messages are new."""
    found = sorted(carts.left(tx, act.now, limit=limit), key=lambda cart: cart.member_id)
    return len(found), sum([_look(tx, act, cart) for cart in found])


def worth(
    program: Program, rewards: list[Reward], spendable: int, total: int
) -> tuple[int, int] | None:
    """
    Of what a member can have: the points that take the most off a cart of so much, and how much.

    Sums are in minor units. None: nothing takes off anything.
    """
    if program.unit == "money":
        part = min(spendable, total)
        return (part, part) if part else None
    ways = [way for reward in rewards for way in _ways(program, reward, spendable, total)]
    return max(ways, key=lambda way: (way[1], -way[0]), default=None)


def _ways(
    program: Program, reward: Reward, spendable: int, total: int
) -> Iterator[tuple[int, int]]:
    """A reward's points, and what they take off."""
    if isinstance(reward, AmountOffReward) and reward.cost and reward.cost <= spendable:
        off = min(program.minor(reward.amount), total)
        if program.minor(reward.minimum or Decimal()) <= total:
            yield reward.cost, off
    if isinstance(reward, FlexibleReward):
        points = min(spendable, reward.at_most or spendable)
        points -= points % reward.step
        each = Decimal(program.minor(reward.amount)) / reward.points
        if each * points > total:  # no more points than the cart takes
            fewest = int((total / each).to_integral_value(ROUND_CEILING))
            points = min(points, -(-fewest // reward.step) * reward.step)
        off = min(int(each * points), total)
        if points >= reward.at_least and off:
            yield points, off


def _look(tx: Transaction, act: Act, seen: Cart) -> int:
    """Write what is due about the cart, and when to look again."""
    member = members.take(tx, seen.member_id)
    cart = carts.find(tx, seen.shop, seen.id)
    if cart is None or cart.next_at is None or cart.next_at > act.now:
        return 0  # it was changed meanwhile
    told, later = 0, []
    silent = pauses.paused(tx)
    for campaign in act.program.messages_about("cart"):
        if campaign.id in silent:
            continue
        assert isinstance(campaign, CartCampaign)  # noqa: S101 its kind says so
        at = cart.updated_at + timedelta(minutes=campaign.delay_minutes)
        if at > act.now:
            later.append(at)
        elif at + carting.WANTED_FOR > act.now:
            told += _tell(tx, member, act, campaign, cart)
            member = members.take(tx, member.id)  # something may have been given
    carts.save(tx, replace(cart, next_at=min(later, default=None)))
    return told


def _tell(tx: Transaction, member: Member, act: Act, campaign: CartCampaign, cart: Cart) -> bool:
    values: dict[str, Told] = {}
    key = "notice-cart-left"
    if found := worth(act.program, *_means(tx, member, act), cart.total):
        points, off = found
        key = "notice-cart-worth"
        values = {"points": Points(points), "sum": Money(off, act.program.currency)}
    buttons = (("button-cart", ""),) if cart.url else (("button-rewards", "rewards"),)
    left_at = cart.updated_at + timedelta(minutes=campaign.delay_minutes)
    return announce(
        tx,
        member,
        act,
        campaign,
        key,
        cart.occasion,
        values,
        buttons=buttons,
        url=cart.url,
        stale_at=left_at + carting.WANTED_FOR,
        at_once=True,
    )


def _means(tx: Transaction, member: Member, act: Act) -> tuple[list[Reward], int]:
    """The rewards the member may have, whatever they cost, and the points there are."""
    spendable = lots.spendable(tx, member.id, act.now)
    plans = subscriptions.in_force(tx, member.id, act.now) if act.program.plans else {}
    there = offering.offers(tx, member, act, spendable=spendable, plans=plans)
    return [one.reward for one in there if one.open], spendable
