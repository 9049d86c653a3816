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
    errors.RewardPriceIsFixed: Refusal(
        422, "The reward has one price", "{title} costs {cost} points, no other number.", "points"
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
}
