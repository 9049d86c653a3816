"""
Arriving: people come with what they have from another program, or from another database of ours.

people: who comes with what · finding: who of them is known · planning: what that would change, and
what can't be · settling_in: the change, written.
"""

from core.arriving.people import Arrival, ArrivingLot, ArrivingReferral, Problem
from core.arriving.planning import Plan, Step, plan
from core.arriving.settling_in import settle_in

__all__ = [
    "Arrival",
    "ArrivingLot",
    "ArrivingReferral",
    "Plan",
    "Problem",
    "Step",
    "plan",
    "settle_in",
]
