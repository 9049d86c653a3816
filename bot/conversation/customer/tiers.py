"""tier: which one the member has, what it gives, until when, and what the next one takes."""

from collections.abc import Iterator
from decimal import Decimal

from bot.conversation.buttons import button
from bot.conversation.having import has_tiers
from bot.conversation.messages import Answer, Line, Shown
from bot.conversation.request import Request
from bot.conversation.words import word
from core import reporting
from core.model import Money, Points
from core.program.explaining.benefits import benefits
from core.program.schema import Program
from core.program.sentences import under
from core.tiering.standing import Missing, TierStanding


@word("tier", reads=True, offered=has_tiers)
def tier(request: Request) -> Answer:
    """The member's tier, how long it holds, the way to the next, and what it gives."""
    standing = reporting.tier_standing(request.tx, request.me, request.act)
    if not (has_tiers(request.program) or standing.benefits):
        return Answer(lines=(Line("tier-none"),), buttons=((button("points"), button("rules")),))
    lines = [
        Line("tier-now", {"tier": standing.tier.title, "since": standing.since}),
        *_holds(request.program, standing),
        *_rises(request.program, standing),
        *_gives(request.program, standing),
    ]
    return Answer(lines=tuple(lines), buttons=((button("points"), button("rules")),))


def _holds(program: Program, standing: TierStanding) -> Iterator[Line]:
    """Until when, and what it takes to keep it longer."""
    title, until = standing.tier.title, standing.until
    if standing.by_hand:
        yield Line("tier-by-hand")
    if until is None:
        return
    if standing.basis == "grace":
        yield Line("tier-grace", {"tier": title, "date": until})
    else:
        yield Line("tier-until", {"tier": title, "date": until})
    if standing.to_keep:
        missing = _shown(program, standing.to_keep)
        yield Line("tier-keep", {"tier": title, "missing": missing})


def _rises(program: Program, standing: TierStanding) -> Iterator[Line]:
    """What the next tier takes, of what is nearest."""
    if standing.next and standing.missing:
        missing = _shown(program, standing.missing)
        yield Line("tier-next", {"missing": missing, "tier": standing.next.title})
    elif standing.next is None and has_tiers(program):
        yield Line("tier-top")


def _gives(program: Program, standing: TierStanding) -> Iterator[Line]:
    """The factor and the benefits, those of plans included."""
    if standing.factor != 1:
        yield Line("tier-factor", {"factor": Decimal(f"{float(standing.factor):g}")})
    if standing.benefits:
        yield Line("tier-benefits")
        for one in under(benefits(program, standing.benefits)):
            yield Line(one.key, one.values)


def _shown(program: Program, missing: Missing) -> Shown:
    """So much of it, as it stands after a colon."""
    match missing.metric:
        case "spend":
            return Line("tier-spend", {"sum": Money(missing.amount, program.currency)})
        case "orders":
            return Line("tier-orders", {"orders": missing.amount})
        case "items":
            return Line("tier-items", {"items": missing.amount})
        case _:
            return Points(missing.amount)
