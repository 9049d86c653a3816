"""
The columns of our files.

members.csv has a row for each person, lots.csv one for each of their points with dates of their
own, consents.csv one for each yes and no; the card ties them together. Only one of card, phone,
email and telegram_id is needed. A file made by hand can do without lots.csv: points, earned_at,
available_at and expires_at stand in members.csv then.

Moments are ISO 8601; without an offset, or without a time, they are the shop's. Points are whole;
where the program counts money they are its cents. A text that a spreadsheet would take for a
formula has a ' before it.
"""

MEMBERS = (
    "card",
    "name",
    "phone",
    "email",
    "telegram_id",  # several are separated by spaces
    "sms_number",  # same: numbers that have texted with us
    "status",  # active, paused, left or blocked; empty is active
    "language",
    "joined_at",
    "balance",  # all points, those pending included: what the lots come to
    "pending",  # for reading alone
    "tier",  # its id or title
    "tier_since",
    "tier_until",  # its last day; empty is without end
    "tier_by_hand",  # yes: staff gave it
    "birthday",  # YYYY-MM-DD, or MM-DD without the year
    "birthday_set_at",
    "invited_by",  # the card or e-mail of who brought them
    "invited_at",
    "invited_state",  # paid, joined or refused; empty is paid: both had their thanks
    "referral_code",
    "timezone",
    "preferred_channel",  # telegram or sms
    "city",
    "tags",  # several are separated by spaces
    "source",
    "counters",  # what is carried from order to order, as JSON
)
BY_HAND = ("points", "earned_at", "available_at", "expires_at")
LOTS = (
    "card",
    "lot",  # an id that is the member's alone: what has come does not come again
    "points",  # that are left; 0: they are spent, and count for the tier
    "earned_at",
    "available_at",
    "expires_at",  # empty: never
    "own_date",  # yes: a rule gave that date, and nothing moves it
    "dated_until",  # till when they were to last, before they were to last for ever
    "tier_points",
    "tier_at",  # when they count for the tier, if not when they were earned
)
CONSENTS = ("card", "channel", "purpose", "granted", "at", "wording", "source")
FILES = {"members.csv": MEMBERS, "lots.csv": LOTS, "consents.csv": CONSENTS}
