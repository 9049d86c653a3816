"""What to offer beside a no: the sentence is the error's own, the buttons lead on."""

from bot.conversation.buttons import Rows, blocked_rows, button, menu_rows
from bot.conversation.messages import Answer, Line
from core import errors, staff_errors

WAYS_ON: dict[type[errors.LoyaltyError], Rows] = {
    errors.NotAMember: ((button("join"), button("rules")),),
    errors.MembershipFrozen: ((button("join"),),),
    errors.MembershipBlocked: blocked_rows(),
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
    errors.PhoneNotProven: ((button("phone"),),),
}

AT_THE_COUNTER: dict[type[errors.LoyaltyError], Rows] = {
    **dict.fromkeys(
        (
            staff_errors.CustomerUnknown,
            staff_errors.CustomerNotActive,
            staff_errors.PhoneWithoutCountry,
            staff_errors.NotForYourself,
            staff_errors.CustomerHasLess,
            staff_errors.AlreadySpent,
            staff_errors.VoucherNotForThis,
            staff_errors.AmountNotUnderstood,
            staff_errors.CategoryUnknown,
            staff_errors.PointsNotUnderstood,
            staff_errors.ApprovalOver,
            staff_errors.CardNotProven,
            staff_errors.NothingToTakeBack,
            errors.NotEnoughPoints,
            errors.UnknownReward,
        ),
        ((button("member"),),),
    ),
    errors.VoucherNotUsable: ((button("use"), button("member")),),
    staff_errors.UnknownColleague: ((button("staff"),),),
    staff_errors.NotOnYourself: ((button("staff"),),),
    staff_errors.OwnerBySettings: ((button("staff"),),),
    staff_errors.FileNotRead: ((button("program"),),),
    staff_errors.ProgramRefused: ((button("program"),),),
    staff_errors.ProgramDraftGone: ((button("program"),),),
    errors.CurrencyIsFixed: ((button("program"),),),
    errors.UnitIsFixed: ((button("program"),),),
    staff_errors.UnknownVersion: ((button("rulebook-history", "program history"),),),
    staff_errors.UnknownCampaign: ((button("campaigns"),),),
    staff_errors.FeedbackGone: ((button("opinions"),),),
    staff_errors.PeriodNotUnderstood: ((button("stats"),),),
}
"""Who works at the counter is led on among their own words, never to a customer's."""

CHOOSE_ANEW = (
    errors.RewardNeedsAmount,
    errors.RewardAmountTooSmall,
    errors.RewardAmountTooLarge,
    errors.RewardAmountUneven,
    errors.RewardNeedsCause,
)


def refusal_answer(refusal: errors.LoyaltyError, at_counter: Rows = ()) -> Answer:
    """Why not, and what to do next; of who said a word of the staff, with what their role has."""
    line = Line(refusal.key, refusal.values)
    if at_counter:
        return Answer(lines=(line,), buttons=AT_THE_COUNTER.get(type(refusal), at_counter))
    rows = WAYS_ON.get(type(refusal)) or menu_rows()
    if isinstance(refusal, CHOOSE_ANEW):
        choose = button("choose", f"redeem {refusal.reward}", reward=refusal.title)
        rows = ((choose,), (button("rewards"),))
    return Answer(lines=(line,), buttons=rows)
