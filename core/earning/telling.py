"""What the buyer of an order is told: points it brought or took back, what they now reach."""

from datetime import datetime, timedelta

from core import notices
from core.act import Act
from core.calendar import local_day
from core.earning.valuing import Change
from core.model import Member, Points
from core.program.sentences import Told
from core.rewards import offering
from core.tables import agenda, lots, subscriptions
from core.tables.told import Value
from core.transaction import Transaction

PENDING = "pending"
"""The kind of the promise to say that points can be spent."""

RECENT = timedelta(days=2)
"""Of older orders, as a shop's history has them, nobody wants a receipt."""


def tell(
    tx: Transaction,
    member: Member,
    act: Act,
    change: Change,
    *,
    points: int,
    available: datetime | None,
    quiet: bool = False,
) -> None:
    """
    The order has just changed the taken member's points by so many; those that came can be spent
    then, None being an event that is still to come. Quiet: they are told of them otherwise.
    """
    order = change.order
    if points < 0:
        taken: dict[str, Value] = {"points": Points(-points), "order": order.id}
        occasion = f"order/{order.reference}/{member.entries}"
        notices.tell(tx, member, act, "notice-taken-order", occasion, taken)
    elif points and not quiet and order.placed_at > act.now - RECENT:
        if act.program.messages_about("purchase") and notices.reachable(tx, member):
            _receipt(tx, member, act, change, points, available)
        if available is not None and available <= act.now:
            _in_reach(tx, member, act, points)
    if points > 0 and available and available > act.now and act.program.messages_about(PENDING):
        agenda.put(tx, member.id, PENDING, order.reference, available)


def come_free(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """The points for the order of that reference can be spent now. The agenda's handler."""
    if points := lots.open_for(tx, member.id, key, act.now):
        occasion = f"pending/{key}"
        notices.tell(
            tx, member, act, "notice-pending-free", occasion, {"points": Points(points)},
            buttons=notices.REWARDS_BUTTON,
        )  # fmt: skip
    return member


def _receipt(
    tx: Transaction,
    member: Member,
    act: Act,
    change: Change,
    points: int,
    available: datetime | None,
) -> None:
    values: dict[str, Value] = {"points": Points(points)}
    key, occasion = "notice-purchase-earned", f"order/{change.order.reference}/{member.entries}"
    if available and available > act.now:
        key = "notice-purchase-pending"
        values["date"] = local_day(available, act.program.timezone)
    notices.tell(tx, member, act, key, occasion, values)


def _in_reach(tx: Transaction, member: Member, act: Act, points: int) -> None:
    """The dearest reward that the points have just come to suffice for."""
    if not act.program.messages_about("reward"):
        return
    before = member.balance - points
    if not any(before < (one.cost or 0) <= member.balance for one in act.program.rewards):
        return
    spendable = lots.spendable(tx, member.id, act.now)
    plans = subscriptions.in_force(tx, member.id, act.now) if act.program.plans else {}
    there = offering.offers(tx, member, act, spendable=spendable, plans=plans)
    new = [
        one
        for one in there
        if one.open and not one.reward.automatic and spendable - points < one.price <= spendable
    ]
    if best := max(new, key=lambda one: one.price, default=None):
        values: dict[str, Told] = {"reward": best.reward.title, "cost": Points(best.price)}
        occasion, buttons = f"reward/{best.reward.id}/{member.entries}", notices.REWARDS_BUTTON
        notices.tell(tx, member, act, "notice-reward-reach", occasion, values, buttons=buttons)
