"""How the API words each refusal of the core, in plain English, and with which status."""

from dataclasses import dataclass

from core import errors


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status, a title for the kind, and a sentence for the case; the field it is about."""

    status: int = 422
    title: str = "The program says no"
    detail: str = "The program does not allow this."
    field: str = ""


REFUSALS: dict[type[errors.LoyaltyError], Refusal] = {
    errors.NotAMember: Refusal(
        404, "No such member", "There is no such member, or they were erased."
    ),
    errors.AlreadyMember: Refusal(
        409, "Already a member", "This Telegram user or phone number has a membership already."
    ),
    errors.MembershipFrozen: Refusal(
        409, "The member has left", "The member has left; their points wait until they come back."
    ),
    errors.MembershipBlocked: Refusal(
        409, "The member is blocked", "The shop has blocked this member."
    ),
    errors.NotEnoughPoints: Refusal(
        409, "Not enough points", "The member lacks {missing} spendable points.", "points"
    ),
    errors.SurveyOver: Refusal(
        409, "No such survey", "There is no such survey, or it can't be answered like that."
    ),
    errors.StarsNotUnderstood: Refusal(422, "Not a rating", "A rating is one to five stars."),
    errors.RatingOver: Refusal(
        409, "Nothing to rate", "Nothing was asked, or it is too late to change what was said."
    ),
    errors.CityNotUnderstood: Refusal(
        422, "No city", "That is no city's name: letters, and 60 characters at most.", "city"
    ),
    errors.TagNotUnderstood: Refusal(
        422,
        "Not a tag",
        "{tag} is no tag: it begins with a letter; letters, digits and hyphens follow, 32 in all.",
        "tags",
    ),
    errors.TooManyTags: Refusal(422, "Too many tags", "A member has at most {most} tags.", "tags"),
    errors.UnknownReward: Refusal(
        422, "No such reward", "The program has no reward with the id {reward}.", "reward_id"
    ),
    errors.RewardSoldOut: Refusal(409, "The reward is sold out", "{title} is sold out."),
    errors.RewardLimitReached: Refusal(
        409, "The member has had this reward", "{title} can be had {limit} times, and was."
    ),
    errors.RewardNeedsTier: Refusal(
        409, "The reward is for a higher tier", "{title} is for members of the tier {tier}."
    ),
    errors.UnknownTier: Refusal(
        422, "No such tier", "The program has no tier with the id {tier}.", "tier"
    ),
    errors.RewardPriceIsFixed: Refusal(
        422, "The reward has one price", "{title} costs {cost} points, no other number.", "points"
    ),
    errors.RewardNeedsPlan: Refusal(
        409, "The reward is for a plan", "{title} is for members with the plan {plan}."
    ),
    errors.RewardOnlyGiven: Refusal(
        422, "The reward has no price", "{title} is given, it can't be redeemed.", "reward_id"
    ),
    errors.RewardOver: Refusal(
        409, "The reward is over", "{title} can't be had any more: its day was {date}."
    ),
    errors.RewardNeedsAmount: Refusal(
        422, "Say how many points", "Of {title} say how many points: {least} at least.", "points"
    ),
    errors.RewardAmountTooSmall: Refusal(
        422, "Too few points", "Of {title} at least {least} points can be chosen.", "points"
    ),
    errors.RewardAmountTooLarge: Refusal(
        422, "Too many points", "Of {title} at most {most} points can be chosen.", "points"
    ),
    errors.RewardAmountUneven: Refusal(
        422,
        "Not a number that can be chosen",
        "Of {title} {below} or {above} points can be chosen, nothing between.",
        "points",
    ),
    errors.RewardNeedsCause: Refusal(
        422, "Say for which cause", "{title} is for one of these causes: {causes}.", "cause"
    ),
    errors.RewardIsFinal: Refusal(
        409, "It is final", "{title} was given for good; it can't become points again."
    ),
    errors.VoucherTooEarly: Refusal(
        409, "The voucher's day is to come", "The voucher can be used from {date} on."
    ),
    errors.NothingToMerge: Refusal(
        409, "Nothing to merge", "No other membership can become part of this one now."
    ),
    errors.NothingToUndo: Refusal(409, "Nothing to undo", "There is no unused voucher."),
    errors.VoucherNotUsable: Refusal(
        409, "The voucher can't be used", "The voucher is used, undone or expired."
    ),
    errors.UnknownEntry: Refusal(404, "No such entry", "The ledger has no entry {number}."),
    errors.OperationReused: Refusal(
        409,
        "The Idempotency-Key was used before",
        "The same key came before with other data; use a new key for a new request.",
    ),
    errors.UnknownReferralCode: Refusal(
        422, "No such referral code", "No member has that referral code.", "referral_code"
    ),
    errors.UnknownReferral: Refusal(404, "No such referral", "Nobody brought this member."),
    errors.ReferralDecided: Refusal(
        409, "The referral can't be decided so", "The referral is {state}.", "approve"
    ),
    errors.BirthdayLocked: Refusal(
        409, "The birthday is set", "The birthday is set already.", "birthday"
    ),
    errors.BirthdayNotUnderstood: Refusal(
        422, "That can't be a birthday", "No living person was born on that day.", "birthday"
    ),
    errors.PhoneTaken: Refusal(
        409, "The phone number is taken", "Another member has this phone number.", "phone"
    ),
    errors.PhoneNotProven: Refusal(
        422, "The phone number is not proven", "The phone number is not proven.", "phone"
    ),
    errors.EmailTaken: Refusal(
        409, "The e-mail address is taken", "Another member has this e-mail address.", "email"
    ),
    errors.WrongCurrency: Refusal(
        422,
        "Not the program's currency",
        "The program counts in {expected}, not in {currency}.",
        "currency",
    ),
    errors.OrderOfAnotherMember: Refusal(
        409, "Another member's order", "The order was credited to somebody else before."
    ),
    errors.CurrencyIsFixed: Refusal(
        409, "The currency is fixed", "A running program can't change its currency, {currency}."
    ),
    errors.UnitIsFixed: Refusal(
        409, "The unit is fixed", "A running program can't change from points to money or back."
    ),
    errors.AccessNeeded: Refusal(
        409,
        "The shop is for its members",
        "Only members with the right membership can order here.",
        "customer",
    ),
    errors.UnknownAction: Refusal(
        422,
        "No such action",
        "The program rewards no action {action}; it rewards: {known}.",
        "action",
    ),
    errors.UnknownPlan: Refusal(
        422, "No such plan", "The program has no plan with the id {plan}.", "plan"
    ),
    errors.PlanIsPaid: Refusal(409, "The plan is paid", "{title} has to be paid for.", "plan"),
    errors.PlanNeedsApproval: Refusal(
        409, "The plan needs approval", "{title} has to be approved before it is paid.", "plan"
    ),
    errors.PlanHeldAlready: Refusal(
        409, "The member has the plan", "{title} is the member's for ever already.", "plan"
    ),
    errors.PlanNotRenewed: Refusal(
        409, "Nothing to cancel", "The member does not have {title}, or it has no end.", "plan"
    ),
    errors.PlanNotSold: Refusal(409, "The plan is not sold here", "{title} is not sold here."),
    errors.PlanPaidAlready: Refusal(
        409, "The plan is paid already", "{title} is paid until {date} already.", "plan"
    ),
    errors.PlanPriceChanged: Refusal(
        409, "The price has changed", "{title} costs {stars} Stars now.", "plan"
    ),
    errors.UnknownPayment: Refusal(
        404, "No such payment", "No payment of this member has the reference {reference}."
    ),
    errors.NoDayToChoose: Refusal(
        422, "No day to choose", "The program has no rule for a day of the member's choice."
    ),
    errors.DayNotUnderstood: Refusal(422, "No such day", "There is no such day."),
    errors.DayNotAhead: Refusal(
        422, "The day is not ahead", "The day has begun, is past, or is too far ahead."
    ),
    errors.ChosenDayBegun: Refusal(
        409, "The day is chosen", "This year's day was {date}; it can't be moved any more."
    ),
}
