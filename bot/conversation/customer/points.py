"""points, card, history, why, tier: where a member stands, and the reason of every entry."""

from collections.abc import Mapping
from decimal import Decimal

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import reporting
from core.model import Entry, Kind, Money, Points
from core.tables import ledger

PAGE = 10

REFERRAL = "referral/"  # how core.referring begins its references

HISTORY: Mapping[Kind | str, str] = {
    REFERRAL: "history-referral-back",
    Kind.ORDER: "history-order",
    Kind.SIGNUP: "history-signup",
    Kind.REFERRER: "history-referrer",
    Kind.FRIEND: "history-friend",
    Kind.BIRTHDAY: "history-birthday",
    Kind.ADJUSTMENT: "history-adjustment",
    Kind.REDEMPTION: "history-redemption",
    Kind.UNDO: "history-undo",
    Kind.REVERSAL: "history-reversal",
    Kind.EXPIRY: "history-expiry",
}
WHY: Mapping[Kind | str, str] = {
    REFERRAL: "why-referral-back",
    Kind.ORDER: "why-order",
    Kind.SIGNUP: "why-signup",
    Kind.REFERRER: "why-referrer",
    Kind.FRIEND: "why-friend",
    Kind.BIRTHDAY: "why-birthday",
    Kind.ADJUSTMENT: "why-adjustment",
    Kind.REDEMPTION: "why-redemption",
    Kind.UNDO: "why-undo",
    Kind.REVERSAL: "why-reversal",
    Kind.EXPIRY: "why-expiry",
}


@word("points", reads=True, taking_part=True)
def points(request: Request) -> Answer:
    """What can be spent, what is coming, what expires next, and what is within reach."""
    me = request.me
    standing = reporting.standing(request.tx, me.id, request.act)
    lines = [Line("points-balance", {"points": Points(standing.spendable)})]
    lines += [
        Line("points-pending", {"points": Points(count), "date": at})
        for at, count in standing.pending
    ]
    if standing.next_expiry:
        at, count = standing.next_expiry
        last_day = reporting.last_day(at, request.program)
        lines.append(Line("points-expiry", {"points": Points(count), "date": last_day}))
    lines += _within_reach(request, standing.spendable)
    rows = ((button("rewards"), button("history")), (button("card"), button("refer")))
    return Answer(lines=tuple(lines), buttons=rows)


@word("card", reads=True, taking_part=True)
def card(request: Request) -> Answer:
    """The card to show at the till: a QR code and its number."""
    me = request.me
    digits = f"{me.card[0]} {me.card[1:7]} {me.card[7:]}"  # as under an EAN-13's bars
    tier = request.program.tier(me.tier).title
    lines = (
        Line("card-number", {"name": me.name, "number": digits}),
        Line("card-tier", {"tier": tier}),
        Line("card-show"),
    )
    qr = request.link(f"c_{me.card}") or me.card
    return Answer(lines=lines, buttons=((button("points"), button("vouchers")),), qr=qr)


@word("history", reads=True)
def history(request: Request) -> Answer:
    """The ledger, newest first, a page at a time."""
    me = request.me
    before = number(request.args[0]) if request.args else None
    entries = ledger.page(request.tx, me.id, before=before, limit=PAGE)
    if not entries:
        return Answer(lines=(Line("history-empty"),), buttons=menu_rows())
    lines = [Line(_key(HISTORY, entry), _shown(entry)) for entry in entries]
    last = entries[-1].number
    row = [button("why", f"why {entries[0].number}", number=str(entries[0].number))]
    if last > 1:
        row.append(Button(label=Line("button-older"), command=f"history {last}"))
    return Answer(
        lines=(Line("history-title"), *lines, Line("history-hint")),
        buttons=(tuple(row), (button("points"),)),
    )


@word("why", reads=True)
def why(request: Request) -> Answer:
    """Why an entry stands in the ledger: rule, order, sum, factor; the newest without a number."""
    me = request.me
    wanted = request.args[0].lstrip("#№") if request.args else ""
    wanted_number = number(wanted)
    if wanted and wanted_number is None:
        return Answer(lines=(Line("history-hint"),), buttons=((button("history"),),))
    entry = reporting.entry(request.tx, me, wanted_number)
    lines = [Line(_key(WHY, entry), _shown(entry)), *_details(request, entry)]
    row = (button("history"), button("points"))
    return Answer(lines=tuple(lines), buttons=(row,))


@word("tier", reads=True)
def tier(request: Request) -> Answer:
    """The member's tier, the way to the next, and how long it holds."""
    standing = reporting.tier_standing(request.tx, request.me, request.act)
    lines = [Line("tier-now", {"tier": standing.tier.title, "since": standing.since})]
    if standing.tier.factor != 1:
        lines.append(Line("tier-factor", {"factor": standing.tier.factor}))
    if standing.until:
        lines.append(Line("tier-until", {"tier": standing.tier.title, "date": standing.until}))
    if standing.next:
        missing = standing.next.from_points - standing.points
        lines.append(Line("tier-next", {"points": Points(missing), "tier": standing.next.title}))
    elif len(request.program.tiers.levels) > 1:
        lines.append(Line("tier-top"))
    return Answer(lines=tuple(lines), buttons=((button("points"), button("rules")),))


def _within_reach(request: Request, spendable: int) -> list[Line]:
    """The dearest reward the points buy, or the nearest they don't yet."""
    offers = [
        offer
        for offer in reporting.offers(request.tx, request.me, request.act, spendable=spendable)
        if not offer.sold_out and not offer.tier
    ]
    owned = [offer for offer in offers if not offer.missing]
    if owned:
        best = max(owned, key=lambda offer: offer.reward.cost).reward
        return [Line("points-enough", {"reward": best.title, "cost": Points(best.cost)})]
    if offers:
        nearest = min(offers, key=lambda offer: offer.missing)
        missing = Points(nearest.missing)
        return [Line("points-missing", {"reward": nearest.reward.title, "points": missing})]
    return []


def _key(table: Mapping[Kind | str, str], entry: Entry) -> str:
    """The sentence for the entry; a friend's purchase is not the referrer's, nor is its number."""
    if entry.kind is Kind.REVERSAL and entry.reference.startswith(REFERRAL):
        return table[REFERRAL]
    return table[entry.kind]


def _shown(entry: Entry) -> dict[str, Shown]:
    points = f"{entry.points:+d}".replace("-", "−")
    return {
        "number": str(entry.number),
        "points": points,
        "date": entry.occurred_at,
        "reference": entry.reference.rpartition("/")[2],
    }


def _details(request: Request, entry: Entry) -> list[Line]:
    """How the number came about, and the dates of the points."""
    lines = []
    reason = entry.reason
    if entry.kind in (Kind.ORDER, Kind.REVERSAL) and "per" in reason:
        lines.append(_sum(reason))
        lines.append(_rule(reason))
        if reason["factor"] != "1":
            lines.append(Line("why-factor", {"factor": Decimal(reason["factor"])}))
    if reason.get("carried"):
        carried = Money(int(reason["carried"]), str(reason["currency"]))
        lines.append(Line("why-carried", {"sum": carried}))
    if "due" in reason and int(reason["due"]) > -entry.points:
        forgiven = int(reason["due"]) + entry.points
        lines.append(Line("why-forgiven", {"points": Points(forgiven)}))
    if "note" in reason:
        lines.append(Line("why-note", {"note": str(reason["note"])}))
    if "reward" in reason and (reward := request.program.reward(str(reason["reward"]))):
        lines.append(Line("why-reward", {"reward": reward.title}))
    if entry.available_at and entry.available_at > request.act.now:
        lines.append(Line("why-available", {"date": entry.available_at}))
    if entry.expires_at:
        lines.append(
            Line("why-expires", {"date": reporting.last_day(entry.expires_at, request.program)})
        )
    return lines


def _sum(reason: ledger.Reason) -> Line:
    amount = int(reason["sum"])
    key = "why-sum" if amount >= 0 else "why-sum-back"
    return Line(key, {"sum": Money(abs(amount), str(reason["currency"]))})


def _rule(reason: ledger.Reason) -> Line:
    per = Money(int(reason["per"]), str(reason["currency"]))
    return Line("why-rule", {"points": Points(int(reason["points"])), "sum": per})
