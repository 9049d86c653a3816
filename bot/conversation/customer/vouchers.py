"""vouchers, undo: the codes a member has, what each is good for, and the way back to points."""

from collections.abc import Iterator

from bot.conversation.buttons import button
from bot.conversation.having import has_rewards
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.staff import undoing
from bot.conversation.words import word
from core import codes, reporting
from core.errors import VoucherNotUsable
from core.model import TICKET, Money, Points, SomeGoods, Terms, Voucher, VoucherStatus
from core.program.conditions import Goods
from core.program.explaining.conditions import not_for, only_for
from core.rewards import redeeming
from core.rewards.checkout import is_discount
from core.rewards.terms import of_voucher
from core.tables import raffles, shop_codes
from core.tables import vouchers as table

VOUCHERS_SHOWN = 10
PARTNER = "partner_code"


@word("undo", offered=has_rewards, at_counter=True)
def undo(request: Request) -> Answer:
    """Turn the newest unused voucher, or the named one, back into points; staff undo their act."""
    if (answer := undoing.undo(request)) is not None:
        return answer
    code = codes.normal_code("".join(request.args)) if request.args else None
    undone = redeeming.undo(request.tx, request.act, member_id=request.me.id, code=code)
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    voucher = undone.voucher
    lines = [Line("undo-done", {"reward": voucher.title, "code": voucher.code})]
    if voucher.points:
        lines.append(Line("undo-back", {"points": Points(voucher.points)}))
    if undone.lapsed:
        lines.append(Line("undo-lapsed", {"points": Points(undone.lapsed)}))
    lines.append(Line("points-balance", {"points": Points(spendable)}))
    return Answer(lines=tuple(lines), buttons=((button("rewards"), button("points")),))


def _holds_any(request: Request) -> bool:
    """Whether somebody has one, perhaps of a program that had rewards."""
    me = request.member
    return me is not None and table.has_any(request.tx, me.id, request.act.now)


@word("vouchers", reads=True, taking_part=True, offered=has_rewards, still=_holds_any)
def vouchers(request: Request) -> Answer:
    """The vouchers that can be used, tickets, partners' codes; with a code, that one."""
    me, now = request.me, request.act.now
    if request.args:
        return _one(request, "".join(request.args))
    usable = table.usable(request.tx, me.id, now, limit=VOUCHERS_SHOWN)
    tickets, partners = (
        table.of_kind(request.tx, me.id, now, kind=kind, limit=VOUCHERS_SHOWN)
        for kind in (TICKET, PARTNER)
    )
    if not (usable or tickets or partners):
        row = (button("rewards"), button("points"))
        return Answer(lines=(Line("vouchers-none"),), buttons=(row,))
    lines = [Line("vouchers-title")]
    for voucher in usable:
        lines.append(Line("vouchers-line", {"reward": voucher.title, "code": voucher.code}))
        lines += [*_good_for(request, voucher), *_until(request, voucher)]
    for ticket in tickets:
        lines += _ticket_line(ticket)
    for voucher in partners:
        lines += [*_partner_line(voucher), *_until(request, voucher)]
    rows = tuple(
        (Button(label=Line("button-show", {"reward": one.title}), command=f"vouchers {one.code}"),)
        for one in (*usable, *tickets)
    )
    return Answer(lines=tuple(lines), buttons=(*rows, (button("rewards"), button("points"))))


def shown(request: Request, voucher: Voucher, *lines: Line) -> Answer:
    """A voucher to show at the till, and the way back as long as there is one."""
    if voucher.terms.kind == TICKET:
        return _ticket(request, voucher, *lines)
    if voucher.terms.kind == PARTNER:
        return _partner(request, voucher, *lines)
    first, *rest = lines
    code = Line("voucher-code", {"code": voucher.code})
    what = (*_good_for(request, voucher), *_until(request, voucher))
    return Answer(
        lines=(first, code, *what, *rest, *_how(request, voucher)),
        buttons=_rows(request, voucher),
        qr=voucher.code,
    )


def _how(request: Request, voucher: Voucher) -> Iterator[Line]:
    """Where it is used, and what is not final yet."""
    yield Line("voucher-show-only" if voucher.final else "voucher-show")
    if is_discount(voucher.terms) and shop_codes.is_anywhere(request.tx, voucher.code):
        yield Line("voucher-checkout")
    if voucher.terms.held:
        yield Line("voucher-held")


def _rows(request: Request, voucher: Voucher) -> tuple[tuple[Button, ...], ...]:
    if voucher.final:
        return ((button("vouchers"), button("points")),)
    undo_button = button("undo", request.once(f"undo {voucher.code}"))
    return ((undo_button, button("vouchers")), (button("points"),))


def _one(request: Request, typed: str) -> Answer:
    """The member's voucher of that code; of one that is over, what has become of it."""
    voucher = table.find(request.tx, codes.normal_code(typed))
    if voucher is None or voucher.member_id != request.me.id:
        raise VoucherNotUsable
    one = Line("vouchers-one", {"reward": voucher.title})
    if voucher.open_at(request.act.now):
        return shown(request, voucher, one)
    lines = (one, *_over(request, voucher), *_draw(request, voucher))
    return Answer(lines=lines, buttons=((button("vouchers"), button("rewards")),))


def _over(request: Request, voucher: Voucher) -> Iterator[Line]:
    """What has become of the voucher."""
    if voucher.terms.kind == TICKET and voucher.status is VoucherStatus.EXPIRED:
        yield Line("ticket-lost")
    elif voucher.terms.kind == "donation" and voucher.terms.cause_title:
        money = Money(voucher.terms.amount or 0, request.program.currency)
        yield Line("donate-done", {"sum": money, "cause": voucher.terms.cause_title})
    elif voucher.status is VoucherStatus.UNDONE:
        yield Line("voucher-undone")
    elif voucher.status is VoucherStatus.USED:
        used_at = table.used_at(request.tx, voucher.code) or voucher.issued_at
        yield Line("voucher-used", {"date": used_at})
    elif voucher.expires_at:
        last_day = reporting.last_day(voucher.expires_at, request.program)
        yield Line("voucher-expired", {"date": last_day})


def _good_for(request: Request, voucher: Voucher) -> Iterator[Line]:
    """What it gives and what it is good for, as it was when it was issued."""
    terms = of_voucher(request.program, voucher)
    if terms.kind == "raffle":
        yield Line("ticket-won")
    if terms.amount:
        yield Line("voucher-worth", {"sum": Money(terms.amount, request.program.currency)})
    if terms.percent:
        yield Line("voucher-percent", {"percent": terms.percent})
    if terms.one_item:
        yield Line("rules-reward-one-item")
    if terms.minimum:
        minimum = Money(terms.minimum, request.program.currency)
        yield Line("rules-only-basket", {"minimum": minimum})
    if terms.max_share:
        yield Line("rules-reward-share", {"percent": terms.max_share})
    for sentence in (*only_for(_goods(terms.goods)), *not_for(_goods(terms.without))):
        yield Line(sentence.key, sentence.values)
    yield from _when_and_where(terms)


def _when_and_where(terms: Terms) -> Iterator[Line]:
    if terms.kind == "event" and terms.day:
        yield Line("voucher-event", {"date": terms.day})
    if terms.place:
        yield Line("rules-reward-place", {"place": terms.place})
    if terms.since:
        yield Line("voucher-since", {"date": terms.since})


def _goods(some: SomeGoods) -> Goods:
    return Goods(categories=some.categories, labels=some.labels, skus=some.skus)


def _until(request: Request, voucher: Voucher) -> list[Line]:
    if voucher.expires_at is None or voucher.terms.kind == "event":
        return []  # an event says its day itself
    last_day = reporting.last_day(voucher.expires_at, request.program)
    return [Line("voucher-until", {"date": last_day})]


def _ticket_line(ticket: Voucher) -> Iterator[Line]:
    if day := ticket.terms.day:
        yield Line("vouchers-ticket", {"reward": ticket.title, "code": ticket.code, "date": day})


def _ticket(request: Request, ticket: Voucher, *lines: Line) -> Answer:
    """A ticket with the seal of its draw, by which everybody can check it afterwards."""
    first, *rest = lines
    what = [Line("ticket-code", {"code": ticket.code})]
    if day := ticket.terms.day:
        what.append(Line("ticket-draw", {"date": day}))
    return Answer(
        lines=(first, *what, *rest, *_draw(request, ticket)), buttons=_rows(request, ticket)
    )


def _draw(request: Request, ticket: Voucher) -> Iterator[Line]:
    """The seal of the ticket's draw; afterwards its secret number too."""
    raffle = raffles.of_ticket(request.tx, ticket.code)
    if raffle is None:
        return
    yield Line("ticket-seal", {"seal": raffle.commitment})
    if raffle.drawn_at:
        yield Line("ticket-seed", {"seed": raffle.seed})


def _partner_line(voucher: Voucher) -> Iterator[Line]:
    terms = voucher.terms
    yield Line(
        "vouchers-partner",
        {"reward": voucher.title, "partner": terms.partner, "code": terms.partner_code},
    )


def _partner(request: Request, voucher: Voucher, *lines: Line) -> Answer:
    first, *rest = lines
    terms = voucher.terms
    code = Line("partner-code", {"partner": terms.partner, "code": terms.partner_code})
    final = Line("partner-final", {"partner": terms.partner})
    return Answer(
        lines=(first, code, *_until(request, voucher), *rest, final),
        buttons=_rows(request, voucher),
        qr=terms.partner_code,
    )
