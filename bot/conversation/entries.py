"""Entries of the ledger in a line: what happened, and why."""

from collections.abc import Mapping

from bot.conversation.messages import Line, Shown, Signed
from core.model import Entry, Kind
from core.tables.entries import SIGNUP

REFERRAL = "referral/"  # how core.referrals begins its references
SIGNUP_BACK = "signup-back"  # what joining had given twice
GRANTED = "grant/"  # and core.rewards.granting
GIFT_BACK = "gift back"  # an unused voucher that was given
OWED = "owed"
HELD = "held"  # points that were set aside before
GIVES = "gives "  # before the kind of a reward that is no voucher to be shown
ACTED = "action/"  # and core.earning.acting
SURVEY = "survey/"  # and core.surveying
RATING = "rating/"  # and core.rating

TOLD_APART: Mapping[Kind, tuple[str, ...]] = {
    Kind.REVERSAL: (REFERRAL, GRANTED, ACTED),
    Kind.ACTION: (SURVEY,),
    Kind.CAMPAIGN: (RATING,),
}
"""Entries of a kind that have sentences of their own, by how their references begin."""

HISTORY: Mapping[Kind | str, str] = {
    GIFT_BACK: "history-gift-back",
    OWED: "history-owed",
    REFERRAL: "history-referral-back",
    SIGNUP_BACK: "history-signup-back",
    GRANTED: "history-grant-back",
    ACTED: "history-action-back",
    SURVEY: "history-survey",
    RATING: "history-rating",
    Kind.ORDER: "history-order",
    Kind.SIGNUP: "history-signup",
    Kind.REFERRER: "history-referrer",
    Kind.FRIEND: "history-friend",
    Kind.BIRTHDAY: "history-birthday",
    Kind.ADJUSTMENT: "history-adjustment",
    Kind.IMPORT: "history-import",
    Kind.TIER: "history-tier",
    Kind.REDEMPTION: "history-redemption",
    HELD: "history-held-spent",
    Kind.HOLD: "history-hold",
    Kind.RELEASE: "history-release",
    Kind.UNDO: "history-undo",
    Kind.RETURNED: "history-returned",
    Kind.REVERSAL: "history-reversal",
    Kind.EXPIRY: "history-expiry",
    Kind.GRANT: "history-grant",
    Kind.DIVIDEND: "history-dividend",
    Kind.GIFT: "history-gift",
    Kind.ACTION: "history-action",
    Kind.CHALLENGE: "history-challenge",
    Kind.MILESTONE: "history-milestone",
    Kind.CAMPAIGN: "history-campaign",
    GIVES + "donation": "history-donation",
    GIVES + "raffle": "history-ticket",
    GIVES + "partner_code": "history-partner-code",
}
WHY: Mapping[Kind | str, str] = {
    GIFT_BACK: "why-gift-back",
    OWED: "why-owed",
    REFERRAL: "why-referral-back",
    SIGNUP_BACK: "why-signup-back",
    GRANTED: "why-grant-back",
    ACTED: "why-action-back",
    SURVEY: "why-survey",
    RATING: "why-rating",
    Kind.ORDER: "why-order",
    Kind.SIGNUP: "why-signup",
    Kind.REFERRER: "why-referrer",
    Kind.FRIEND: "why-friend",
    Kind.BIRTHDAY: "why-birthday",
    Kind.ADJUSTMENT: "why-adjustment",
    Kind.IMPORT: "why-import",
    Kind.TIER: "why-tier",
    Kind.REDEMPTION: "why-redemption",
    HELD: "why-held-spent",
    Kind.HOLD: "why-hold",
    Kind.RELEASE: "why-release",
    Kind.UNDO: "why-undo",
    Kind.RETURNED: "why-returned",
    Kind.REVERSAL: "why-reversal",
    Kind.EXPIRY: "why-expiry",
    Kind.GRANT: "why-grant",
    Kind.DIVIDEND: "why-dividend",
    Kind.GIFT: "why-gift",
    Kind.ACTION: "why-action",
    Kind.CHALLENGE: "why-challenge",
    Kind.MILESTONE: "why-milestone",
    Kind.CAMPAIGN: "why-campaign",
    GIVES + "donation": "why-donation",
    GIVES + "raffle": "why-ticket",
    GIVES + "partner_code": "why-partner-code",
}


def history_line(entry: Entry) -> Line:
    """What happened."""
    return Line(_key(HISTORY, entry), _shown(entry))


def why_line(entry: Entry) -> Line:
    """Why, in one sentence; details follow."""
    return Line(_key(WHY, entry), _shown(entry))


def _key(table: Mapping[Kind | str, str], entry: Entry) -> str:
    """The sentence for the entry; a friend's purchase is not the referrer's, nor is its number."""
    if entry.kind is Kind.REVERSAL:
        if "owed" in entry.reason:
            return table[OWED]
        if not entry.points and not entry.reason.get("due"):  # a voucher alone
            return table[GIFT_BACK]
        if entry.reference == SIGNUP:
            return table[SIGNUP_BACK]
    for other in TOLD_APART.get(entry.kind, ()):
        if entry.reference.startswith(other):
            return table[other]
    if entry.kind is Kind.REDEMPTION and HELD in entry.reason:
        return table[HELD]
    if entry.kind is Kind.REDEMPTION:  # not everything that points were spent on is a voucher
        return table.get(f"{GIVES}{entry.reason.get('gives')}") or table[entry.kind]
    return table[entry.kind]


def _shown(entry: Entry) -> dict[str, Shown]:
    return {
        "number": str(entry.number),
        "points": Signed(entry.points),
        "date": entry.occurred_at,
        "reference": entry.reference.rpartition("/")[2],
    }
