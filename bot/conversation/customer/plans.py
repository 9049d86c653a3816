"""plan, day: the memberships there are and the member's own; the one day a year they choose."""

from dataclasses import replace

from bot.conversation.birthdays import parse_birthday
from bot.conversation.buttons import Rows, button, menu_rows
from bot.conversation.customer.buying import BUY, buy, buy_button, sells, stopping
from bot.conversation.customer.standings import how, last_day, standing_to, standings
from bot.conversation.having import has_plans
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import WORDS_IN_ALIAS_MAX, plain, word
from core.calendar import local_day
from core.errors import (
    BirthdayNotUnderstood,
    DayNotUnderstood,
    LoyaltyError,
    NoDayToChoose,
    UnknownPlan,
)
from core.model import Birthday
from core.plans import chosen_days, subscribing
from core.plans.buying import offer
from core.plans.standings import PlanStanding
from core.program.explaining.plans import in_words
from core.program.plans import Plan
from core.tables.subscriptions import PlanStatus

APPLY, CANCEL, YES = "apply", "cancel", "yes"


@word("plan", taking_part=True, offered=has_plans, though_blocked=True)
def plan(request: Request) -> Answer:
    """
    plan · plan club · plan club apply · plan club buy · plan club cancel

    Every plan with what it gives and how the member stands to it; apply for one, buy or cancel it.
    """
    if not request.program.plans:
        return Answer(lines=(Line("plan-none"),), buttons=menu_rows())
    match request.args:
        case [*name, doing] if name and doing in DOINGS:
            return DOINGS[doing](request, _named(request, " ".join(name)))
        case [*name, doing, yes] if name and (doing, yes) == (CANCEL, YES):
            return _cancel(request, _named(request, " ".join(name)))
        case [*name] if name:
            return _shown(request, [_named(request, " ".join(name))])
        case _:
            return _shown(request, list(request.program.plans))


@word("day", taking_part=True, offered=chosen_days.offered)
def day(request: Request) -> Answer:
    """Choose the one day a year on which some purchases earn more; it can't be moved once begun."""
    me = request.me
    if not chosen_days.offered(request.program):
        raise NoDayToChoose
    if not request.args:
        today = local_day(request.act.now, request.program.timezone)
        years = (chosen_days.chosen(me, today.year + more) for more in (0, 1))
        lines = [Line("day-is", {"date": known}) for known in years if known]
        request.keep(question="day")
        row = (button("later", "help"), button("rules"))
        return Answer(lines=(*lines, Line("day-ask")), buttons=(row,))
    told = _told(request)
    chosen = chosen_days.choose(
        request.tx, request.act, member_id=me.id, day=told.day, month=told.month, year=told.year
    )
    lines = [Line("day-done", {"date": chosen}), Line("day-movable")]
    return Answer(lines=tuple(lines), buttons=((button("points"), button("rules")),))


def _told(request: Request) -> Birthday:
    """The day that was written, as an answer or after the word itself: "15.03", "day 15.03"."""
    words = request.text.split()
    for skipped in range(WORDS_IN_ALIAS_MAX + 1):
        try:
            return parse_birthday(" ".join(words[skipped:]), request.months)
        except BirthdayNotUnderstood:
            continue
    raise DayNotUnderstood


def _shown(request: Request, plans: list[Plan]) -> Answer:
    """Those plans, and what can be done about each."""
    wanted = {one.id for one in plans}
    lines: list[Line] = []
    rows: list[tuple[Button, ...]] = []
    for standing in standings(request):
        if standing.plan.id not in wanted:
            continue
        for sentence in in_words(request.program, standing.plan):
            lines.append(Line(sentence.key, sentence.values))
        lines += how(standing)
        ways = _ways(request, standing)
        rows += [(way,) for way in ways]
        if not ways and not standing.in_force and standing.status is not PlanStatus.APPLIED:
            only_stars = standing.plan.price is None and standing.plan.stars is not None
            lines.append(Line("plan-in-telegram" if only_stars else "plan-in-the-shop"))
    last = (button("points"), button("rewards")) if request.member else (button("join"),)
    return Answer(lines=(Line("plan-title"), *lines), buttons=(*rows, last))


def _ways(request: Request, standing: PlanStanding) -> list[Button]:
    """What the member can do about the plan here."""
    one, status = standing.plan, standing.status
    if request.member is None:
        return []
    cancel = button("cancel", f"plan {one.id} {CANCEL}", title=one.title)
    if status is PlanStatus.APPLIED:
        return [cancel]
    buy = [buy_button(one)] if sells(request, one) else []
    if status is PlanStatus.APPROVED:
        return [*buy, cancel]
    if standing.in_force:
        again = buy if _can_go_on(request, standing) else []
        renews = standing.until is not None and status is PlanStatus.ACTIVE
        return [*again, cancel] if renews else again
    apply = request.once(f"plan {one.id} {APPLY}")
    if one.approval or (one.price is None and one.stars is None):
        return [button("apply", apply, title=one.title)]
    if one.trial_days and status is None:
        return [button("try", apply, title=one.title), *buy]
    return buy


def _can_go_on(request: Request, standing: PlanStanding) -> bool:
    """Whether what is in force can be paid for once more now."""
    plan_id = standing.plan.id
    try:
        offer(request.tx, request.act, member_id=request.me.id, plan_id=plan_id)
    except LoyaltyError:
        return False
    return True


def _apply(request: Request, one: Plan) -> Answer:
    subscribing.apply_for(request.tx, request.act, member_id=request.me.id, plan_id=one.id)
    standing = standing_to(request, one)
    if not standing.in_force:
        return _done(Line("plan-apply-done", {"title": one.title}))
    return _done(Line("plan-begun", {"title": one.title}), *how(standing))


def _ask(request: Request, one: Plan) -> Answer:
    """Ask back before cancelling."""
    assert request.me  # noqa: S101 a guest is refused
    standing = standing_to(request, one)
    if standing.in_force and standing.until:
        last = last_day(standing.until)
        ask = Line("plan-cancel-ask", {"title": one.title, "date": last})
    else:
        ask = Line("plan-withdraw-ask", {"title": one.title})
    yes = button("cancel-yes", request.once(f"plan {one.id} {CANCEL} {YES}"))
    return Answer(lines=(ask,), buttons=((yes,), (button("keep", "plan"),)))


def _cancel(request: Request, one: Plan) -> Answer:
    ended = subscribing.cancel(request.tx, request.act, member_id=request.me.id, plan_id=one.id)
    if ended.status is not PlanStatus.CANCELLED or ended.until is None:
        return _done(Line("plan-withdrawn", {"title": one.title}))
    last = last_day(ended.until)
    done = _done(Line("plan-cancel-done", {"title": one.title, "date": last}))
    settlement = stopping(request, one)
    if settlement is None:
        return done
    again = button("cancel", f"plan {one.id} {CANCEL} {YES}", title=one.title)
    not_stopped = Line("buy-not-stopped", {"title": one.title})
    failed = Answer(lines=(not_stopped,), buttons=((again,), (button("paysupport"),)))
    return replace(done, settlement=settlement, otherwise=failed)


def _done(*lines: Line) -> Answer:
    rows: Rows = ((button("plan"), button("points")),)
    return Answer(lines=lines, buttons=rows)


def _named(request: Request, name: str) -> Plan:
    """The plan somebody named by its id, its title or the title's beginning."""
    if found := request.program.plan(name.lower()):
        return found
    meant = [
        one
        for one in request.program.plans
        if plain(one.title.in_language(request.language)).startswith(plain(name))
    ]
    if len(meant) != 1:
        raise UnknownPlan(plan=name[:64])
    return meant[0]


DOINGS = {APPLY: _apply, BUY: buy, CANCEL: _ask}
