"""What is asked before a reward is had: how many points of it, or for which cause."""

from hashlib import sha256
from typing import NamedTuple

from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import plain
from core import reporting
from core.errors import NotEnoughPoints
from core.model import Money, Points
from core.money import digits, to_decimal, to_minor
from core.program.rewards import Cause, DonationReward, FlexibleReward, Reward
from core.program.schema import Program
from core.rewards import choosing
from core.tables import donations

KEY_MARK = "#"  # before a short form of a cause's id, where the whole is too long for a button
ID_MAX = 12  # the longest cause's id that surely fits beside a reward's


class Choice(NamedTuple):
    """What was chosen of a reward: a number of points, a cause, or nothing."""

    points: int | None = None
    cause: str = ""


def reward_named(request: Request, name: str) -> Reward | None:
    """The reward of that id, that title, or the only one whose title begins so."""
    if reward := request.program.reward(name.lower()):
        return reward
    rewards = request.program.rewards
    titles = {reward.id: plain(reward.title.in_language(request.language)) for reward in rewards}
    exact = [reward for reward in rewards if titles[reward.id] == plain(name)]
    if name.isdecimal() and not exact:
        return None  # the number in a list, not the first figure of "10% off"
    meant = exact or [reward for reward in rewards if titles[reward.id].startswith(plain(name))]
    return meant[0] if len(meant) == 1 else None


def may_follow(program: Program, reward: Reward, words: list[str]) -> bool:
    """Whether these words after a reward's name say what of it, or are none."""
    if not words or isinstance(reward, DonationReward):
        return True
    if isinstance(reward, FlexibleReward):
        return len(words) == 1
    return len(words) == 1 and points_typed(program, words[0]) is not None


def is_asked(reward: Reward) -> bool:
    """Whether something is to be chosen of the reward."""
    if isinstance(reward, DonationReward):
        return len(reward.causes) > 1
    return isinstance(reward, FlexibleReward)


def understood(program: Program, reward: Reward, words: list[str]) -> Choice | None:
    """What somebody chose of the reward; None when that is still to be asked."""
    if isinstance(reward, DonationReward):
        cause = _cause(reward, " ".join(words))
        return Choice(cause=cause.id) if cause else None
    points = points_typed(program, words[0]) if words else None
    if points is None and isinstance(reward, FlexibleReward):
        return None
    return Choice(points=points)


def points_typed(program: Program, typed: str) -> int | None:
    """
    The points somebody typed: a whole number; in a program of money a sum, "5", "5.00" or "5,00".
    """
    if program.unit == "points":
        return number(typed)
    try:
        return to_minor(typed.replace(",", "."), program.currency)
    except ValueError:
        return None


def question(request: Request, reward: Reward) -> Answer:
    """The choices as buttons, each of which acts once."""
    if isinstance(reward, FlexibleReward):
        return _how_much(request, reward)
    assert isinstance(reward, DonationReward)  # noqa: S101 nothing else is asked for
    return _what_for(request, reward)


def _how_much(request: Request, reward: FlexibleReward) -> Answer:
    """Round numbers of points and all of them. Raises NotEnoughPoints below the least."""
    currency = request.program.currency
    spendable = reporting.standing(request.tx, request.me.id, request.act).spendable
    able = choosing.choices(reward, currency)
    sensible = choosing.sensible(able, spendable)
    if not sensible:
        raise NotEnoughPoints(missing=Points(able.least - spendable))
    lines = [Line("choose-amount", {"reward": reward.title, "points": Points(spendable)})]
    if request.program.unit == "points":
        worth = request.program.money(reward.amount)
        lines.append(Line("choose-worth", {"cost": Points(reward.points), "sum": worth}))
    example = {"reward": reward.id, "number": _as_typed(request.program, sensible[0])}
    lines.append(Line("choose-hint", example))
    rows = [(_amount_button(request, reward, points),) for points in sensible]
    return Answer(lines=tuple(lines), buttons=(*rows, (button("rewards"),)))


def _amount_button(request: Request, reward: FlexibleReward, points: int) -> Button:
    program = request.program
    worth = Money(choosing.amount_of(reward, program.currency, points), program.currency)
    typed = _as_typed(program, points)
    command = request.once(f"redeem {reward.id} {typed}")
    if program.unit == "money" and worth.minor == points:
        return button("sum", command, sum=worth)
    return button("amount", command, cost=Points(points), sum=worth)


def _as_typed(program: Program, points: int) -> str:
    """The number as points_typed reads it."""
    if program.unit == "points":
        return str(points)
    return f"{to_decimal(points, program.currency):.{digits(program.currency)}f}"


def _what_for(request: Request, reward: DonationReward) -> Answer:
    """The causes, with what each was given so far."""
    money = request.program.money(reward.amount)
    lines = [Line("choose-cause", {"reward": reward.title, "sum": money})]
    totals = donations.totals(request.tx)
    for cause in reward.causes:
        if total := totals.get(cause.id):
            given = Money(total.amount, request.program.currency)
            lines.append(Line("rewards-given", {"cause": cause.title, "sum": given}))
    rows = tuple(
        (button("cause", request.once(f"redeem {reward.id} {_key(cause)}"), cause=cause.title),)
        for cause in reward.causes
    )
    return Answer(lines=tuple(lines), buttons=(*rows, (button("rewards"),)))


def _cause(reward: DonationReward, typed: str) -> Cause | None:
    """The cause of that id, key or title, or the only one there is."""
    if not typed:
        return reward.causes[0] if len(reward.causes) == 1 else None
    for cause in reward.causes:
        titles = {plain(title) for title in cause.title.texts.values()}
        if typed.lower() in (cause.id, _key(cause)) or plain(typed) in titles:
            return cause
    return None


def _key(cause: Cause) -> str:
    """The cause's id, or something as sure that is short enough for a button."""
    if len(cause.id) <= ID_MAX:
        return cause.id
    return KEY_MARK + sha256(cause.id.encode()).hexdigest()[:8]
