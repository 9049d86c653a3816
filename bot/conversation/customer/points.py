"""points, card, history, why: where a member stands, and the reason of every entry."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.conversation.buttons import button, menu_rows
from bot.conversation.customer.earning import goals_said
from bot.conversation.customer.rewards import offers_for
from bot.conversation.entries import GRANTED, SURVEY, history_line, why_line
from bot.conversation.having import has_tiers
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import boosting, reporting
from core.calendar import add_months
from core.model import Entry, Kind, Money, Points
from core.plans import dividends
from core.program.rules import ActionRule, ChallengeRule, Rule
from core.tables import entries, ledger
from core.till import rotating

PAGE = 10


@word("points", reads=True, taking_part=True)
def points(request: Request) -> Answer:
    """What can be spent, what is coming, what expires next, and what is within reach."""
    me = request.me
    standing = reporting.standing(request.tx, me.id, request.act)
    lines = [Line("points-balance", {"points": Points(standing.spendable)})]
    if owed := me.counters.get(ledger.OWED):
        lines.append(Line("points-owed", {"points": Points(owed)}))
    lines += [
        Line("points-pending", {"points": Points(count), "date": at})
        for at, count in standing.pending
    ]
    if standing.next_expiry:
        at, count = standing.next_expiry
        last_day = reporting.last_day(at, request.program)
        lines.append(Line("points-expiry", {"points": Points(count), "date": last_day}))
    lines += _dividends(request)
    lines += _boost(request)
    lines += _within_reach(request, standing.spendable)
    if not standing.spendable and not any(map(_pays, request.program.earning)):
        lines = goals_said(request) or lines  # a punch card has no points to speak of
    rows = ((button("rewards"), button("history")), (button("card"), button("refer")))
    return Answer(lines=tuple(lines), buttons=rows)


def _boost(request: Request) -> Iterator[Line]:
    """The offer that multiplies the member's purchases just now."""
    if found := boosting.best(request.me.boosts, request.act.now):
        last = reporting.last_day(found.until, request.program)
        until = Line("offer-factor-until", {"factor": found.factor, "date": last})
        yield Line("points-boost", {"given": until})


@word("card", reads=True, taking_part=True)
def card(request: Request) -> Answer:
    """The card to show at the till: a QR code and its number."""
    me = request.me
    digits = f"{me.card[0]} {me.card[1:7]} {me.card[7:]}"  # as under an EAN-13's bars
    lines = [Line("card-number", {"name": me.name, "number": digits})]
    if has_tiers(request.program):
        lines.append(Line("card-tier", {"tier": request.program.tier(me.tier).title}))
    lines.append(Line("card-show"))
    code = rotating.shown(request.tx, me.id, request.act)
    shown = f"{me.card}-{code}" if code else me.card
    again = (button("new-code", "card"),) if code else ()
    return Answer(
        lines=(*lines, Line("card-code", {"code": code})) if code else tuple(lines),
        buttons=((*again, button("points"), button("vouchers")),),
        qr=request.link(f"c_{shown}") or shown,
    )


@word("history", reads=True, though_blocked=True)
def history(request: Request) -> Answer:
    """The ledger, newest first, a page at a time."""
    me = request.me
    before = number(request.args[0]) if request.args else None
    page = entries.page(request.tx, me.id, before=before, limit=PAGE)
    if not page:
        return Answer(lines=(Line("history-empty"),), buttons=menu_rows())
    lines = [history_line(entry) for entry in page]
    newest, last = page[0].number, page[-1].number
    row = [button("why", f"why {newest}", number=str(newest))]
    if last > 1:
        row.append(Button(label=Line("button-older"), command=f"history {last}"))
    return Answer(
        lines=(Line("history-title"), *lines, Line("history-hint")),
        buttons=(tuple(row), (button("points"),)),
    )


@word("why", reads=True, though_blocked=True)
def why(request: Request) -> Answer:
    """Why an entry stands in the ledger: rule, order, sum, factor; the newest without a number."""
    me = request.me
    wanted = request.args[0].lstrip("#№") if request.args else ""
    wanted_number = number(wanted)
    if wanted and wanted_number is None:
        return Answer(lines=(Line("history-hint"),), buttons=((button("history"),),))
    entry = reporting.entry(request.tx, me, wanted_number)
    lines = [why_line(entry), *_details(request, entry)]
    row = (button("history"), button("points"))
    return Answer(lines=tuple(lines), buttons=(row,))


def _dividends(request: Request) -> list[Line]:
    """What is promised for years whose dividend is not paid yet."""
    lines = []
    for rule, points, paid_on in dividends.pending(request.program, request.me):
        begun = add_months(paid_on, -12)
        shown: dict[str, Shown] = {"points": Points(points), "date": paid_on}
        if not points:
            continue
        if rule.year == "calendar":
            year = str(paid_on.year - 1)
            lines.append(Line("points-dividend", {**shown, "year": year}))
        else:
            lines.append(Line("points-dividend-since", {**shown, "since": begun}))
    return lines


def _pays(rule: Rule) -> bool:
    """Whether it gives points, or a share; a reward alone is none."""
    return any(getattr(rule, name, None) for name in ("points", "percent", "brackets"))


def _within_reach(request: Request, spendable: int) -> list[Line]:
    """The dearest reward the points buy, or the nearest they don't yet; money buys anything."""
    offers = [
        offer
        for offer in offers_for(request, spendable)
        if replace(offer, missing=0).open
        and not (request.program.unit == "money" and offer.reward.kind == "flexible")
    ]
    owned = [offer for offer in offers if not offer.missing]
    if owned:
        best = max(owned, key=lambda offer: offer.price)
        return [Line("points-enough", {"reward": best.reward.title, "cost": Points(best.price)})]
    if offers:
        nearest = min(offers, key=lambda offer: offer.missing)
        missing = Points(nearest.missing)
        return [Line("points-missing", {"reward": nearest.reward.title, "points": missing})]
    return []


def _details(request: Request, entry: Entry) -> list[Line]:
    """How the number came about, and the dates of the points."""
    lines: list[Line] = []
    reason = entry.reason
    if entry.kind in (Kind.ORDER, Kind.REVERSAL, Kind.DIVIDEND):
        lines += _worked_out(reason)
    if entry.reference.startswith(GRANTED):
        lines += _held(request, entry)
    if reason.get("carried"):
        carried = Money(int(reason["carried"]), str(reason["currency"]))
        lines.append(Line("why-carried", {"sum": carried}))
    if "owes" in reason:
        lines.append(Line("why-owes", {"points": Points(int(reason["owes"]))}))
    elif "due" in reason and int(reason["due"]) > -entry.points:
        forgiven = int(reason["due"]) + entry.points
        lines.append(Line("why-forgiven", {"points": Points(forgiven)}))
    if "note" in reason:
        lines.append(Line("why-note", {"note": str(reason["note"])}))
    lines += _named(request, reason)
    if entry.available_at and entry.available_at > request.act.now:
        lines.append(Line("why-available", {"date": entry.available_at}))
    if entry.expires_at:
        lines.append(
            Line("why-expires", {"date": reporting.last_day(entry.expires_at, request.program)})
        )
    return lines


def _worked_out(reason: ledger.Reason) -> Iterator[Line]:
    """The sum that counted, and what it was worth: so much for every so much, or a share of it."""
    if "per" in reason or "percent" in reason or reason.get("on") == "brackets":
        yield _sum(reason)
    if "per" in reason:
        yield _rule(reason)
    if "percent" in reason:
        yield Line("why-share", {"percent": Decimal(reason["percent"])})
    if reason.get("factor", "1") != "1":
        key = "why-boost" if "boost" in reason else "why-factor"
        yield Line(key, {"factor": Decimal(reason["factor"])})


def _held(request: Request, entry: Entry) -> list[Line]:
    """The plan or tier it was given for: "grant/plan/club/welcome/2026-03-10"."""
    _, what, held_id, *_ = entry.reference.split("/")
    if what == "tier":
        return [Line("why-held-tier", {"tier": request.program.tier(held_id).title})]
    plan = request.program.plan(held_id)
    return [Line("why-held-plan", {"title": plan.title})] if plan else []


def _named(request: Request, reason: ledger.Reason) -> list[Line]:
    """What it was for and what was given, by the names the program has for them."""
    lines = []
    rule = request.program.rule(str(reason.get("rule")))
    if isinstance(rule, ActionRule | ChallengeRule) and rule.title:
        lines.append(Line("why-what", {"title": rule.title}))
    surveys = {f"{SURVEY}{one.id}": one.question for one in request.program.surveys}
    if question := surveys.get(str(reason.get("rule"))):
        lines.append(Line("why-what", {"title": question}))
    if reward := request.program.reward(str(reason.get("reward"))):
        lines.append(Line("why-reward", {"reward": reward.title}))
    if "voucher" in reason:
        lines.append(Line("why-voucher", {"code": str(reason["voucher"])}))
    return lines


def _sum(reason: ledger.Reason) -> Line:
    amount = int(reason["sum"])
    key = "why-sum" if amount >= 0 else "why-sum-back"
    return Line(key, {"sum": Money(abs(amount), str(reason["currency"]))})


def _rule(reason: ledger.Reason) -> Line:
    per = Money(int(reason["per"]), str(reason["currency"]))
    return Line("why-rule", {"points": Points(int(reason["points"])), "sum": per})
