"""What to offer beside a no: the sentence is the error's own, the buttons lead on."""

from bot.conversation.buttons import Rows, button, menu_rows
from bot.conversation.messages import Answer, Line
from core import errors

WAYS_ON: dict[type[errors.LoyaltyError], Rows] = {
    errors.NotAMember: ((button("join"), button("rules")),),
    errors.MembershipFrozen: ((button("join"),),),
    errors.NotEnoughPoints: ((button("points"), button("refer")),),
    errors.NothingToUndo: ((button("vouchers"), button("rewards")),),
    errors.UnknownReward: ((button("rewards"),),),
    errors.RewardSoldOut: ((button("rewards"),),),
    errors.RewardLimitReached: ((button("rewards"), button("vouchers")),),
    errors.RewardNeedsTier: ((button("tier"), button("rewards")),),
    errors.RewardPriceIsFixed: ((button("rewards"),),),
    errors.UnknownEntry: ((button("history"),),),
    errors.BirthdayNotUnderstood: ((button("birthday"),),),
    errors.PhoneNotProven: ((button("phone"),),),
}


def refusal_answer(refusal: errors.LoyaltyError) -> Answer:
    """Why not, and what to do next."""
    rows = WAYS_ON.get(type(refusal)) or menu_rows()
    return Answer(lines=(Line(refusal.key, refusal.values),), buttons=rows)
