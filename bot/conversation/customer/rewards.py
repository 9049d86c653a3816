"""rewards, redeem: what there is for points, and how it is had."""

from collections.abc import Iterator, Mapping

from bot.conversation.buttons import button, menu_rows
from bot.conversation.customer import choosing, vouchers
from bot.conversation.having import has_rewards
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import reporting
from core.errors import UnknownReward
from core.model import Channel, Money, Points, Voucher
from core.program.rewards import DonationReward, FlexibleReward, Reward
from core.rewards import offering, redeeming
from core.rewards.offering import Offer
from core.tables import donations, subscriptions

BUTTONS_MAX = 20


@word("rewards", reads=True, taking_part=True, offered=has_rewards)
def rewards(request: Request) -> Answer:
    """Every reward with its price; those within reach as buttons that act once."""
    me = request.member
    spendable = reporting.standing(request.tx, me.id, request.act).spendable if me else 0
    offers = offers_for(request, spendable)
    if not offers:
        return Answer(lines=(Line("rewards-none"),), buttons=menu_rows())
    balance = Line("rewards-balance", {"points": Points(spendable)})
    owned = [offer for offer in offers if me and offer.open]
    rows: list[tuple[Button, ...]] = []
    rows += [(_redeem_button(request, offer),) for offer in owned[:BUTTONS_MAX]]
    rows.append((button("points"), button("vouchers")) if me else (button("join"),))
    if owned and request.incoming.channel is Channel.SMS:
        others = [one for one in offers if one not in owned[:BUTTONS_MAX] or _needs_line(one)]
        numbered = Line("rewards-texting", {"points": Points(spendable)})
        lines = [*_listed(request, others), numbered]
    else:
        lines = [balance if me else Line("rewards-title"), *_listed(request, offers)]
        if owned:
            lines.append(Line("rewards-hint", {"reward": owned[0].reward.id}))
    return Answer(lines=tuple(lines), buttons=tuple(rows))


def _listed(request: Request, offers: list[Offer]) -> Iterator[Line]:
    totals = _totals(request, offers)
    for offer in offers:
        yield _line(offer, member=request.member is not None)
        yield from _given(request, offer.reward, totals)


def _needs_line(offer: Offer) -> bool:
    """Whether its button does not say all of it: in a text message every sign is paid for."""
    return offer.reward.cost is None or isinstance(offer.reward, FlexibleReward | DonationReward)


@word("redeem", offered=has_rewards)
def redeem(request: Request) -> Answer:
    """Spend points on a reward, at once; without a name the list, without a choice the choices."""
    if not request.args:
        return rewards(request)
    if placed := _placed(request):
        return placed
    reward, chosen = _named(request)
    choice = choosing.understood(request.program, reward, chosen)
    if choice is None:
        refusal = offering.obstacle(
            request.tx, request.me, request.act, reward, plans=_plans(request)
        )
        if refusal:
            raise refusal
        return choosing.question(request, reward)
    voucher = redeeming.redeem(
        request.tx,
        request.act,
        member_id=request.me.id,
        reward_id=reward.id,
        points=choice.points,
        cause=choice.cause,
    )
    return _done(request, voucher)


def offers_for(request: Request, spendable: int) -> list[Offer]:
    """Every reward there is for points now, as it stands for who asks."""
    plans = _plans(request)
    return offering.offers(
        request.tx, request.member, request.act, spendable=spendable, plans=plans
    )


def _plans(request: Request) -> Mapping[str, object]:
    if request.member is None or not request.program.plans:
        return {}
    return subscriptions.in_force(request.tx, request.member.id, request.act.now)


def _placed(request: Request) -> Answer | None:
    """
    The reward of that place among the list's buttons, to be tapped; None when no place is named.

    The list may have changed since it was looked at: so nothing is spent on a place alone.
    """
    typed = request.text.strip().lstrip("#")
    place = number(typed)
    if not place or choosing.reward_named(request, typed):
        return None
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    offers = offers_for(request, spendable)
    owned = [one for one in offers if one.open][:BUTTONS_MAX]
    if place > len(owned):
        return rewards(request) if place <= len(offers) else None
    offer = owned[place - 1]
    rows = ((_redeem_button(request, offer),), (button("rewards"),))
    return Answer(lines=(_line(offer, member=True),), buttons=rows)


def _named(request: Request) -> tuple[Reward, list[str]]:
    """
    The reward somebody named by its id, its title or the title's beginning, and what follows.

    As many words as fit belong to the name. Raises UnknownReward.
    """
    words = request.args
    for length in range(len(words), 0, -1):
        reward = choosing.reward_named(request, " ".join(words[:length]))
        if reward and choosing.may_follow(request.program, reward, words[length:]):
            return reward, words[length:]
    raise UnknownReward(reward=" ".join(words)[:64])


def _done(request: Request, voucher: Voucher) -> Answer:
    """What was got, in its own words; and what is left."""
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    rest = Line("redeem-rest", {"cost": Points(voucher.points), "points": Points(spendable)})
    if voucher.terms.kind == "donation":
        return _donated(request, voucher, rest)
    if not voucher.open_at(request.act.now):  # an old button, tapped again
        over = Line("redeem-over", {"reward": voucher.title})
        return Answer(lines=(over,), buttons=((button("rewards"), button("vouchers")),))
    first = Line("redeem-done", {"reward": voucher.title})
    return vouchers.shown(request, voucher, first, rest)


def _donated(request: Request, voucher: Voucher, rest: Line) -> Answer:
    terms, currency = voucher.terms, request.program.currency
    cause = terms.cause_title or voucher.title
    total = donations.totals(request.tx)[terms.cause].amount
    lines = (
        Line("donate-done", {"sum": Money(terms.amount or 0, currency), "cause": cause}),
        Line("donate-total", {"sum": Money(total, currency), "cause": cause}),
        rest,
    )
    return Answer(lines=lines, buttons=((button("rewards"), button("points")),))


def _totals(request: Request, offers: list[Offer]) -> Mapping[str, donations.Total]:
    has_causes = any(isinstance(offer.reward, DonationReward) for offer in offers)
    return donations.totals(request.tx) if has_causes else {}


def _given(
    request: Request, reward: Reward, totals: Mapping[str, donations.Total]
) -> Iterator[Line]:
    """What members have given for each cause so far."""
    if isinstance(reward, DonationReward):
        for cause in reward.causes:
            if total := totals.get(cause.id):
                given = Money(total.amount, request.program.currency)
                yield Line("rewards-given", {"cause": cause.title, "sum": given})


def _line(offer: Offer, *, member: bool) -> Line:
    reward = offer.reward
    values: dict[str, Shown] = {"reward": reward.title, "cost": Points(offer.price)}
    if offer.sold_out:
        return Line("rewards-sold-out", {"reward": reward.title})
    if offer.had:
        return Line("rewards-had", {"reward": reward.title})
    if offer.tier:
        return Line("rewards-tier", {**values, "tier": offer.tier.title})
    if offer.plan:
        return Line("rewards-plan", {**values, "plan": offer.plan.title})
    opens = reward.cost is None and not isinstance(reward, FlexibleReward)
    if offer.missing and member:
        missing = {**values, "missing": Points(offer.missing)}
        return Line("rewards-opens" if opens else "rewards-missing", missing)
    if isinstance(reward, FlexibleReward):
        return Line("rewards-choose", {**values, "id": reward.id})
    if opens:
        return Line("rewards-opened", {**values, "id": reward.id})
    return Line("rewards-line", {**values, "id": reward.id})


def _redeem_button(request: Request, offer: Offer) -> Button:
    """It acts at once; where something is to be chosen, it asks."""
    reward = offer.reward
    if choosing.is_asked(reward):
        return button("choose", f"redeem {reward.id}", reward=reward.title)
    if reward.cost is None:
        return button("open", request.once(f"redeem {reward.id}"), reward=reward.title)
    return button(
        "redeem",
        request.once(f"redeem {reward.id}"),
        reward=reward.title,
        cost=Points(offer.price),
    )
