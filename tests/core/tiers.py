"""The café with other tiers, and what the schedule does there."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from core import promising, tiering
from core.applying import Change, apply, preview
from core.awarding.baskets import OrderLine
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import Member, MemberId, OrderStatus
from core.program.loading import load
from core.program.tiers import Metric
from core.reporting import tier_standing
from core.tables import measures
from tests.core.conftest import Cafe

BRONZE = '{ id = "bronze", title = "Bronze", from = 0 }'
TIERS = re.compile(r"\[tiers\]\n.*?\n\]\n", re.DOTALL)


def tiers(window: str, *levels: str, more: str = "") -> str:
    """The part of a program file; what a level has after its id and title is said, or all of it."""
    written = [BRONZE]
    for level in levels:
        name, _, rest = level.partition(" ")
        written.append(f'{{ id = "{name}", title = "{name.capitalize()}"{rest and ", " + rest} }}')
    lines = "".join(f"    {level},\n" for level in written)
    return f'[tiers]\nwindow = {{ kind = "{window}"}}\n{more}\nlevels = [\n{lines}]\n'.replace(
        '"rolling"', '"rolling", months = 12 '
    )


def with_tiers(cafe: Cafe, window: str, *levels: str, more: str = "") -> None:
    """Put the café's program in force with these tiers."""
    text = cafe.text.replace('\ntier = "silver"', "")
    cafe.rules(TIERS.sub(lambda _: tiers(window, *levels, more=more), text))


def applies(cafe: Cafe, text: str) -> Change:
    """Apply another program as the command does; nothing has ticked yet."""
    program = load(text)
    change = preview(cafe.tx, cafe.program, program, now=cafe.now)
    version = apply(cafe.tx, cafe.program, text, program, by="test", now=cafe.now)
    cafe.program, cafe.text, cafe.version = program, text, version
    return replace(change, version=version)


def ticks(cafe: Cafe) -> None:
    """Do what is due, as the schedule does."""
    for member_id in promising.due(cafe.tx, cafe.act(), after=MemberId(0), limit=100):
        promising.keep(cafe.tx, cafe.act(), member_id=member_id)
    for member_id in tiering.due(cafe.tx, cafe.act(), after=MemberId(0), limit=100):
        tiering.review_due(cafe.tx, cafe.act(), member_id=member_id)


def at(cafe: Cafe, year: int, month: int, day: int) -> None:
    """Let time pass to noon of that day, with a tick each night at 00:30 in the shop."""
    goal = datetime(year, month, day, 12, tzinfo=UTC)
    while cafe.now < goal:
        night = cafe.now.replace(hour=22, minute=30)
        cafe.now = min(goal, night if night > cafe.now else night + timedelta(days=1))
        ticks(cafe)


def tier(cafe: Cafe, member: Member) -> str:
    """The member's tier as it stands in their row."""
    return cafe.again(member).tier


def until(cafe: Cafe, member: Member) -> date | None:
    """The last day of the member's tier, as they are told."""
    return tier_standing(cafe.tx, cafe.again(member), cafe.act()).until


def lifetime_sum(cafe: Cafe, member: Member, metric: Metric = "points") -> int:
    """All the member ever had of that."""
    [sums] = measures.of_member(cafe.tx, member.id, (metric,), [(None, None)])
    return sums[metric]


def buys(cafe: Cafe, member: Member, total: int, *, pieces: int, id: str) -> None:
    """The shop reports an order of so many pieces; the total is in cents."""
    report = OrderReport(
        shop="eu",
        order_id=id,
        buyer=Buyer(card=member.card),
        placed_at=cafe.now,
        currency="EUR",
        total=total,
        shipping=0,
        tax=0,
        status=OrderStatus.PAID,
        lines=(OrderLine("MUG", pieces, total),),
    )
    record_order(cafe.tx, cafe.act(), report)
