"""use, hand: a voucher is used at the till, a reward is given out for points."""

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Answer, Line, Shown
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.staff import serving
from bot.conversation.staff.customers import SHOWN, back
from bot.conversation.staff.purchases import undo_row
from bot.conversation.words import word
from core import codes
from core.model import Points, Role, VoucherStatus
from core.tables import vouchers
from core.till import finding, handing, selling
from core.till.handing import Handed


@word("use", role=Role.CASHIER)
def use(request: Request) -> Answer:
    """Use a voucher up, by its code; without one it is asked for."""
    if not request.args:
        request.keep(question="use")
        return Answer(lines=(Line("till-ask-code"),), buttons=rows_for(request.colleague))
    request.guard()
    code = codes.normal_code("".join(request.args))
    return _handed(request, handing.use(request.tx, request.act, code))


@word("hand", role=Role.CASHIER, menu=False)
def hand(request: Request) -> Answer:
    """`hand CARD`: what the customer can have; `hand CARD REWARD` gives it out, for points."""
    card, reward, *_ = [*request.args, "", ""]
    member = selling.active(serving.of_card(request, card))
    serving.check_pays(request, member)
    if reward:
        handed = handing.hand(request.tx, request.act, member_id=member.id, reward_id=reward)
        return _handed(request, handed)
    rows: Rows = tuple(
        (button("use-voucher", request.once(f"use {one.code}"), reward=one.title),)
        for one in vouchers.usable(request.tx, member.id, request.act.now, limit=SHOWN)
    )
    offers = handing.on_offer(request.tx, request.act, member)[:SHOWN]
    rows += tuple(
        (
            button(
                "hand-over",
                request.once(f"hand {member.card} {one.reward.id}"),
                reward=one.reward.title,
                cost=Points(one.price),
            ),
        )
        for one in offers
    )
    line = Line("till-choose", {"name": finding.first_name(member)})
    return Answer(lines=(line,), buttons=(*rows, back(member)), replaces=request.incoming.tap)


def _handed(request: Request, handed: Handed) -> Answer:
    voucher, member = handed.voucher, handed.member
    if voucher.status is not VoucherStatus.USED:
        return Answer(lines=(Line("till-was-undone"),), buttons=(back(member),))
    values: dict[str, Shown] = {"reward": voucher.title, "name": finding.first_name(member)}
    return Answer(
        lines=(Line("till-handed", values),),
        buttons=(undo_row(handed.record), back(member)),
        replaces=request.incoming.tap,
    )
