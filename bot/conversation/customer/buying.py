"""
Buying a plan in the chat with Telegram Stars, and what Telegram tells of such payments; paysupport.

The invoice's payload names the plan. Telegram asks before the money moves (check_out), tells when
it came (paid) or went back (back); its charge id is the payment's reference in our books.
"""

import re
from dataclasses import replace
from datetime import timedelta

from bot.conversation.buttons import button, menu_rows
from bot.conversation.customer.standings import how, standing_to
from bot.conversation.messages import (
    Answer,
    Button,
    Incoming,
    Invoice,
    Line,
    Settlement,
    StarPayment,
)
from bot.conversation.request import NONCE_MARK, Request
from bot.conversation.words import Word, word
from core.errors import LoyaltyError, UnknownPlan
from core.model import Channel
from core.plans import buying, subscribing
from core.plans.subscribing import STARS
from core.program.plans import Plan
from core.tables import payments

BUY = "buy"
PAYLOAD = re.compile(r"plan:([a-z0-9-]{1,32}):[0-9a-f]{8}")
GRACE = timedelta(days=1)  # the next payment of a subscription may come so late
SHOWN_MAX = 5


def sells(request: Request, plan: Plan) -> bool:
    """Whether the plan can be paid for right here."""
    return plan.stars is not None and request.incoming.channel is Channel.TELEGRAM


def buy_button(plan: Plan) -> Button:
    """The way to the invoice."""
    return button("buy", f"plan {plan.id} {BUY}", title=plan.title)


def buy(request: Request, plan: Plan) -> Answer:
    """The invoice, or where it can be had. Raises what core's offer raises."""
    me = request.me
    if plan.stars is not None and request.incoming.channel is not Channel.TELEGRAM:
        return _elsewhere(request, plan)
    price = buying.offer(request.tx, request.act, member_id=me.id, plan_id=plan.id)
    _, _, nonce = request.once(plan.id).rpartition(NONCE_MARK)
    invoice = Invoice(
        title=plan.title,
        description=Line("buy-description", {"period": plan.period}),
        button=Line("button-pay", {"stars": price.amount}),
        stars=price.amount,
        payload=f"plan:{plan.id}:{nonce}",
        renews=plan.period == "month",
    )
    ask = Line("buy-ask", {"title": plan.title, "stars": price.amount, "period": plan.period})
    return Answer(
        lines=(ask,),
        buttons=((button("plan"), button("paysupport")),),
        invoice=invoice,
        otherwise=Answer(lines=(Line("buy-not-now"),), buttons=((buy_button(plan),),)),
    )


def stopping(request: Request, plan: Plan) -> Settlement | None:
    """What else is to be done when that plan is cancelled: Telegram must not renew it either."""
    charges = buying.renewing(request.tx, member_id=request.me.id, plan_id=plan.id)
    return Settlement(stop=(charges,)) if charges else None


def stopping_all(request: Request, answer: Answer) -> Answer:
    """The answer to somebody who goes: what Telegram renews by itself must not go on either."""
    known = {one.plan_id for one in payments.of_member(request.tx, request.me.id)}
    found = (
        buying.renewing(request.tx, member_id=request.me.id, plan_id=one) for one in sorted(known)
    )
    stop = tuple(charges for charges in found if charges)
    if not stop:
        return answer
    told = replace(answer, lines=(*answer.lines, Line("buy-stop-yourself")))
    return replace(answer, settlement=Settlement(stop=stop), otherwise=told)


@word("paysupport", reads=True, menu=False, though_blocked=True)
def paysupport(request: Request) -> Answer:
    """What to do when something is wrong with a payment; and the payments, to be named."""
    lines = [Line("paysupport")]
    if request.member is not None:
        paid = payments.of_member(request.tx, request.member.id)
        mine = [one for one in paid if one.provider == STARS]
        for one in mine[-SHOWN_MAX:]:
            plan = request.program.plan(one.plan_id)
            shown = {
                "date": one.paid_at,
                "title": plan.title if plan else one.plan_id,
                "stars": one.amount,
                "reference": one.reference,
            }
            lines.append(Line("paysupport-back" if one.refunded_at else "paysupport-paid", shown))
    guest = ((button("join"), button("help")),)
    rows = ((button("feedback"), button("plan")),) if request.member else guest
    return Answer(lines=tuple(lines), buttons=rows)


# What Telegram tells


def word_for(money: StarPayment) -> Word:
    """What a payment stands for, as if it was said; nobody can type it."""
    handler = _given_back if money.back else _paid
    if money.goes_on is not None:
        handler = _changed
    return Word(name="money", handler=handler, reads=False, menu=False, taking_part=False)


def check_out(request: Request) -> None:
    """May this be paid now? Raises what core's check_out raises."""
    money = _money(request.incoming)
    plan_id = _plan_id(money)
    me = request.me
    buying.check_out(request.tx, request.act, member_id=me.id, plan_id=plan_id, amount=money.stars)


def not_booked(money: StarPayment, refusal: LoyaltyError) -> Answer:
    """The money came, and there is nothing it can be for any more: it goes back."""
    if money.goes_on is not None:
        return Answer(lines=(Line(refusal.key, refusal.values),), buttons=((button("plan"),),))
    if money.back:
        return Answer(lines=(Line("buy-back", {"stars": money.stars}),), buttons=menu_rows())
    support = (button("paysupport"),)
    why = Line(refusal.key, refusal.values)
    stop = ((money.charge,),) if money.renews else ()
    return Answer(
        lines=(why, Line("buy-returned", {"stars": money.stars})),
        buttons=(support,),
        settlement=Settlement(give_back=money.charge, stop=stop),
        otherwise=Answer(lines=(why, Line("buy-stuck")), buttons=(support,)),
    )


def stuck() -> Answer:
    """The money came, and whether it was booked is not known yet: nobody must pay again."""
    return Answer(lines=(Line("buy-stuck"),), buttons=((button("paysupport"),),))


def _paid(request: Request) -> Answer:
    """Book it, once: what is booked stays so, whatever became of the plan or the member since."""
    money = _money(request.incoming)
    if payments.find(request.tx, money.charge) is None:
        _book(request, money)
    plan = request.program.plan(_plan_id(money))
    key = "buy-renewed" if money.renews and not money.first else "buy-done"
    title = plan.title if plan else _plan_id(money)
    thanks = Line(key, {"title": title, "stars": money.stars})
    lines = (thanks, *(how(standing_to(request, plan)) if plan else ()))
    return Answer(lines=lines, buttons=((button("plan"), button("points")),))


def _book(request: Request, money: StarPayment) -> None:
    me, plan_id = request.me, _plan_id(money)
    known = buying.renewing(request.tx, member_id=me.id, plan_id=plan_id)
    began = money.charge if money.first or not known else known[0]
    subscribing.pay(
        request.tx,
        request.act,
        member_id=me.id,
        plan_id=plan_id,
        paid_at=money.at or request.act.now,
        reference=money.charge,
        amount=money.stars,
        provider=STARS,
        charge=began if money.renews else None,
        holds_until=money.until + GRACE if money.until else None,
    )


def _given_back(request: Request) -> Answer:
    money = _money(request.incoming)
    payment = subscribing.refund(request.tx, request.act, reference=money.charge)
    answer = Answer(lines=(Line("buy-back", {"stars": money.stars}),), buttons=menu_rows())
    if payment.charge is None:
        return answer
    charges = tuple(dict.fromkeys((payment.charge, payment.reference)))
    return replace(answer, settlement=Settlement(stop=(charges,)))


def _changed(request: Request) -> Answer:
    """The person told Telegram itself not to renew it, or to renew it again."""
    money, me = _money(request.incoming), request.me
    plan_id = _plan_id(money)
    change = subscribing.resume if money.goes_on else subscribing.cancel
    change(request.tx, request.act, member_id=me.id, plan_id=plan_id)
    plan = subscribing.named(request.act, plan_id)
    lines = (Line("buy-changed", {"title": plan.title}), *how(standing_to(request, plan)))
    return Answer(lines=lines, buttons=((button("plan"), button("points")),))


def _elsewhere(request: Request, plan: Plan) -> Answer:
    link = f"https://t.me/{request.bot}" if request.bot else None
    line = Line("buy-in-telegram", {"title": plan.title})
    rows = ((Button(label=Line("button-private"), url=link),),) if link else ()
    return Answer(lines=(line,), buttons=(*rows, (button("plan"),)))


def _plan_id(money: StarPayment) -> str:
    named = PAYLOAD.fullmatch(money.payload)
    if named is None:
        raise UnknownPlan(plan=money.payload[:64])
    return named[1]


def _money(incoming: Incoming) -> StarPayment:
    assert incoming.money  # noqa: S101 it is what the word stands for
    return incoming.money
