"""
What is in force for an order: the program and its buyer of the moment when it first earned.

That stands with the order, so that it can be worked out again under the same rules.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from core import boosting
from core.act import Act
from core.awarding.baskets import Circumstances
from core.awarding.settling import Settled
from core.calendar import local_day
from core.model import Member
from core.program.loading import load_again
from core.program.schema import Program
from core.tables import programs, subscriptions
from core.tables.orders import Order
from core.transaction import Transaction

ORDERS = "*orders"  # the counter of a member's orders that earned


def circumstances(tx: Transaction, member: Member, act: Act, day: date) -> Circumstances:
    """The member as the rules see them on that day, with the order that would come next."""
    program = act.program
    plans = subscriptions.in_force(tx, member.id, act.now) if program.plans else {}
    stands_for = {plan.tier for plan in program.plans if plan.id in plans and plan.tier}
    born = member.birthday
    return Circumstances(
        tier=member.tier,
        number=member.counters.get(ORDERS, 0) + 1,
        joined_on=local_day(member.joined_at, program.timezone),
        tiers=frozenset({member.tier, *stands_for}) if stands_for else frozenset(),
        tier_since=local_day(member.tier_since, program.timezone),
        plans=plans,
        birthday=(born.month, born.day) if born else None,
        chosen=member.counters.get(f"chosen-day:{day.year}") == day.month * 100 + day.day,
    )


def in_force(
    tx: Transaction, member: Member, act: Act, order: Order
) -> tuple[Program, Circumstances, date]:
    """The program and the buyer of the moment when the order first earned: now, if it is new."""
    program, day = program_of(tx, act, order)
    if not order.context:
        return program, _boosted(circumstances(tx, member, act, day), member, order), day
    return program, _kept(order.context, member, program), day


def _boosted(buyer: Circumstances, member: Member, order: Order) -> Circumstances:
    """The buyer with the offer that was made to them and runs when the order is placed."""
    found = boosting.best(member.boosts, order.placed_at) if member.boosts else None
    return buyer._replace(boost=Fraction(found.factor), boost_by=found.by) if found else buyer


def program_of(tx: Transaction, act: Act, order: Order) -> tuple[Program, date]:
    """The program in force when the order first earned, or now; and the order's day."""
    program = act.program
    if order.context and order.context["version"] != act.program_version:
        text = programs.of_version(tx, order.context["version"])
        program = load_again(text) if text else program
    return program, local_day(order.placed_at, program.timezone)


def _kept(kept: Mapping[str, Any], member: Member, program: Program) -> Circumstances:
    since = kept.get("since")
    return Circumstances(
        tier=kept["tier"],
        number=kept.get("number", 1),
        joined_on=local_day(member.joined_at, program.timezone),
        tiers=frozenset(kept.get("tiers", ())),
        tier_since=date.fromisoformat(since) if since else None,
        plans={plan: date.fromisoformat(day) for plan, day in kept.get("plans", {}).items()},
        birthday=tuple(kept["birthday"]) if "birthday" in kept else None,
        chosen=bool(kept.get("chosen")),
        shut=frozenset(kept.get("shut", ())),
        boost=Fraction(kept["boost"][0]) if "boost" in kept else Fraction(1),
        boost_by=kept["boost"][1] if "boost" in kept else "",
        factor=Fraction(kept["factor"]) if "factor" in kept else None,
    )


def context(
    kept: Mapping[str, Any], act: Act, buyer: Circumstances, settled: Settled
) -> Mapping[str, Any]:
    """What must stand with the order, so that it can be worked out again."""
    if kept:
        return {**kept, "shut": sorted(settled.shut)} if settled.shut else kept
    stands: dict[str, Any] = {
        "version": act.program_version,
        "tier": buyer.tier,
        "number": buyer.number,
    }
    if buyer.tiers:
        stands["tiers"] = sorted(buyer.tiers)
    if buyer.tier_since:
        stands["since"] = buyer.tier_since.isoformat()
    if buyer.plans:
        stands["plans"] = {plan: since.isoformat() for plan, since in buyer.plans.items()}
    if buyer.birthday:
        stands["birthday"] = list(buyer.birthday)
    if buyer.chosen:
        stands["chosen"] = 1
    if buyer.boost_by:
        stands["boost"] = [str(buyer.boost), buyer.boost_by]
    if settled.shut:
        stands["shut"] = sorted(settled.shut)
    return stands
