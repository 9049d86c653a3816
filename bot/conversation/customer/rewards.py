"""rewards, redeem, undo, vouchers: points become codes, and codes become points again."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import plain, word
from core import codes, redeeming, reporting
from core.errors import UnknownReward, VoucherNotUsable
from core.model import Points, Voucher
from core.tables import vouchers as table

VOUCHERS_SHOWN = 10
BUTTONS_MAX = 20


@word("rewards", reads=True, taking_part=True)
def rewards(request: Request) -> Answer:
    """Every reward with its price; those within reach as buttons that act once."""
    me = request.member
    spendable = reporting.standing(request.tx, me.id, request.act).spendable if me else 0
    offers = reporting.offers(request.tx, me, request.act, spendable=spendable)
    if not offers:
        return Answer(lines=(Line("rewards-none"),), buttons=menu_rows())
    balance = Line("rewards-balance", {"points": Points(spendable)})
    lines = [balance if me else Line("rewards-title")]
    lines += [_line(offer, member=me is not None) for offer in offers]
    owned = [offer for offer in offers if me and _within_reach(offer)]
    rows: list[tuple[Button, ...]] = []
    rows += [(_redeem_button(request, offer),) for offer in owned[:BUTTONS_MAX]]
    if owned:
        lines.append(Line("rewards-hint", {"reward": owned[0].reward.id}))
    rows.append((button("points"), button("vouchers")) if me else (button("join"),))
    return Answer(lines=tuple(lines), buttons=tuple(rows))


@word("redeem")
def redeem(request: Request) -> Answer:
    """Spend points on a reward, at once; without a name, the list."""
    if not request.args:
        return rewards(request)
    reward_id, points = _named(request)
    voucher = redeeming.redeem(
        request.tx, request.act, member_id=request.me.id, reward_id=reward_id, points=points
    )
    if not voucher.usable_at(request.act.now):  # an old button, tapped again
        over = Line("redeem-over", {"reward": voucher.title})
        return Answer(lines=(over,), buttons=((button("rewards"), button("vouchers")),))
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    rest = Line("redeem-rest", {"cost": Points(voucher.points), "points": Points(spendable)})
    first = Line("redeem-done", {"reward": voucher.title})
    return _shown(request, voucher, first, rest)


@word("undo")
def undo(request: Request) -> Answer:
    """Turn the newest unused voucher, or the named one, back into points."""
    code = codes.normal_code("".join(request.args)) if request.args else None
    undone = redeeming.undo(request.tx, request.act, member_id=request.me.id, code=code)
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    voucher = undone.voucher
    lines = [Line("undo-done", {"reward": voucher.title, "code": voucher.code})]
    lines.append(Line("undo-back", {"points": Points(voucher.points)}))
    if undone.lapsed:
        lines.append(Line("undo-lapsed", {"points": Points(undone.lapsed)}))
    lines.append(Line("points-balance", {"points": Points(spendable)}))
    return Answer(lines=tuple(lines), buttons=((button("rewards"), button("points")),))


@word("vouchers", reads=True, taking_part=True)
def vouchers(request: Request) -> Answer:
    """The vouchers that can be used; with a code, that one and its picture."""
    me = request.me
    usable = table.usable(request.tx, me.id, request.act.now, limit=VOUCHERS_SHOWN)
    if request.args:
        return _one(request, "".join(request.args))
    if not usable:
        row = (button("rewards"), button("points"))
        return Answer(lines=(Line("vouchers-none"),), buttons=(row,))
    lines = [Line("vouchers-title")]
    for voucher in usable:
        lines.append(Line("vouchers-line", {"reward": voucher.title, "code": voucher.code}))
        lines += _until(request, voucher)
    rows = tuple(
        (Button(label=Line("button-show", {"reward": one.title}), command=f"vouchers {one.code}"),)
        for one in usable
    )
    return Answer(lines=tuple(lines), buttons=(*rows, (button("rewards"), button("points"))))


def _named(request: Request) -> tuple[str, int | None]:
    """The reward somebody named by its id, its title or the title's beginning; and the points."""
    words = request.args
    points = number(words[-1]) if len(words) > 1 else None
    name = " ".join(words if points is None else words[:-1])
    if request.program.reward(name.lower()):
        return name.lower(), points
    meant = [
        reward.id
        for reward in request.program.rewards
        if plain(reward.title.in_language(request.language)).startswith(plain(name))
    ]
    if len(meant) != 1:
        raise UnknownReward(reward=name[:64])
    return meant[0], points


def _one(request: Request, typed: str) -> Answer:
    voucher = table.find(request.tx, codes.normal_code(typed))
    if voucher is None or voucher.member_id != request.me.id:
        raise VoucherNotUsable
    usable = table.usable(request.tx, request.me.id, request.act.now, limit=table.EVERY)
    if voucher not in usable:
        raise VoucherNotUsable
    return _shown(request, voucher, Line("vouchers-one", {"reward": voucher.title}))


def _shown(request: Request, voucher: Voucher, *lines: Line) -> Answer:
    """A voucher to show at the till, and the way back as long as it is unused."""
    first, *rest = lines
    code = Line("voucher-code", {"code": voucher.code})
    undo_button = button("undo", request.once(f"undo {voucher.code}"))
    return Answer(
        lines=(first, code, *_until(request, voucher), *rest, Line("voucher-show")),
        buttons=((undo_button, button("vouchers")), (button("points"),)),
        qr=voucher.code,
    )


def _until(request: Request, voucher: Voucher) -> list[Line]:
    if voucher.expires_at is None:
        return []
    last_day = reporting.last_day(voucher.expires_at, request.program)
    return [Line("voucher-until", {"date": last_day})]


def _within_reach(offer: reporting.Offer) -> bool:
    return not (offer.missing or offer.sold_out or offer.tier)


def _line(offer: reporting.Offer, *, member: bool) -> Line:
    reward = offer.reward
    values: dict[str, Shown] = {
        "reward": reward.title,
        "cost": Points(reward.cost),
        "id": reward.id,
    }
    if offer.sold_out:
        return Line("rewards-sold-out", values)
    if offer.tier:
        return Line("rewards-tier", {**values, "tier": offer.tier.title})
    if offer.missing and member:
        return Line("rewards-missing", {**values, "missing": Points(offer.missing)})
    return Line("rewards-line", values)


def _redeem_button(request: Request, offer: reporting.Offer) -> Button:
    reward = offer.reward
    return button(
        "redeem",
        request.once(f"redeem {reward.id}"),
        reward=reward.title,
        cost=Points(reward.cost),
    )
