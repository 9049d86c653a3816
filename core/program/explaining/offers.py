"""What is given together with a message, in words."""

from datetime import date

from core.program.campaigns import Offer
from core.program.schema import Program
from core.program.sentences import Sentence, Told, given, listed


def offered(program: Program, offer: Offer, last: date | None = None) -> Told:
    """Points, a reward, more points for purchases: up to that day, or for so many days."""
    what: list[Told] = []
    if offer.points or offer.reward:
        what.append(given(program, offer.points, offer.reward))
    if offer.factor is not None and last:
        what.append(Sentence("offer-factor-until", {"factor": offer.factor, "date": last}))
    elif offer.factor is not None and offer.days:
        what.append(Sentence("offer-factor-days", {"factor": offer.factor, "days": offer.days}))
    return listed(what)
