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
    errors.RewardNeedsPlan: ((button("rewards"),),),
    errors.RewardPriceIsFixed: ((button("rewards"),),),
    errors.RewardOnlyGiven: ((button("rewards"),),),
    errors.RewardOver: ((button("rewards"),),),
    errors.RewardIsFinal: ((button("vouchers"), button("rewards")),),
    errors.VoucherTooEarly: ((button("vouchers"),),),
    errors.UnknownEntry: ((button("history"),),),
    errors.BirthdayNotUnderstood: ((button("birthday"),),),
    errors.UnknownPlan: ((button("plan"),),),
    errors.PlanIsPaid: ((button("plan"),),),
    errors.PlanNotRenewed: ((button("plan"),),),
    errors.PlanNotSold: ((button("plan"),),),
    errors.PlanPaidAlready: ((button("plan"),),),
    errors.PlanHeldAlready: ((button("plan"),),),
    errors.PlanNeedsApproval: ((button("plan"),),),
    errors.CustomerUnknown: ((button("member"),),),
    errors.CustomerNotActive: ((button("member"),),),
    errors.NotForYourself: ((button("member"),),),
    errors.VoucherNotForThis: ((button("member"),),),
    errors.AmountNotUnderstood: ((button("member"),),),
    errors.CategoryUnknown: ((button("member"),),),
    errors.PointsNotUnderstood: ((button("member"),),),
    errors.ReasonNeeded: ((button("member"),),),
    errors.ApprovalOver: ((button("member"),),),
    errors.CardNotProven: ((button("member"),),),
    errors.NothingToTakeBack: ((button("member"),),),
    errors.PhoneNotProven: ((button("phone"),),),
}


CHOOSE_ANEW = (
    errors.RewardNeedsAmount,
    errors.RewardAmountTooSmall,
    errors.RewardAmountTooLarge,
    errors.RewardAmountUneven,
    errors.RewardNeedsCause,
)


def refusal_answer(refusal: errors.LoyaltyError) -> Answer:
    """Why not, and what to do next."""
    rows = WAYS_ON.get(type(refusal)) or menu_rows()
    if isinstance(refusal, CHOOSE_ANEW):
        choose = button("choose", f"redeem {refusal.reward}", reward=refusal.title)
        rows = ((choose,), (button("rewards"),))
    return Answer(lines=(Line(refusal.key, refusal.values),), buttons=rows)
