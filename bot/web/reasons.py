"""Why an entry stands in the ledger, in one plain English sentence for integrators."""

from core.model import Entry, Kind
from core.money import to_decimal
from core.program.schema import Program

PLAIN = {
    Kind.ORDER: "For an order.",
    Kind.CHALLENGE: "Reached the goal of the rule {rule}.",
    Kind.SIGNUP: "Joined the program.",
    Kind.REFERRER: "A friend they brought made a first qualifying order.",
    Kind.FRIEND: "Made a first qualifying order after joining by a friend's code.",
    Kind.MILESTONE: "Brought so many friends.",
    Kind.CAMPAIGN: "Was given with a message of the campaign {rule}.",
    Kind.BIRTHDAY: "Birthday.",
    Kind.ACTION: "Did what the rule {rule} rewards.",
    Kind.GRANT: "For holding a tier or a plan, by the grant {rule}.",
    Kind.DIVIDEND: "For the purchases of the year {year}, by the rule {rule}.",
    Kind.GIFT: "Was given {reward}.",
    Kind.REDEMPTION: "Redeemed {reward}.",
    Kind.HOLD: "Set aside for {reward}.",
    Kind.RELEASE: "Back, as {reward} was not used in time.",
    Kind.UNDO: "Undid the redemption of {reward}.",
    Kind.RETURNED: "The order that it was spent on with {reward} was returned.",
    Kind.EXPIRY: "Points passed their date.",
    Kind.ADJUSTMENT: "Adjusted by the shop: {note}",
    Kind.IMPORT: "Came along from another program.",
    Kind.TIER: "The tier was decided by the shop: {note}",
    Kind.REVERSAL: "What these points were given for was taken back.",
}
UNKNOWN = {"reward": "a reward", "note": "", "rule": "of that day", "year": ""}
OF_ORDERS = (Kind.ORDER, Kind.CHALLENGE, Kind.REVERSAL)
COUNTED = ("item", "challenge")  # rules whose sum is a number of pieces, orders, days …


def reason_of(entry: Entry, program: Program) -> str:
    """The sentence; whatever an entry lacks is left out of it, never an error."""
    order = order_of(entry)
    if order is None:
        plain = PLAIN.get(entry.kind, entry.kind.capitalize() + ".")
        return plain.format_map({**UNKNOWN, **entry.reason})
    name = f"Order {order[1]} of {order[0]}"
    counted = entry.reason.get("on") in COUNTED
    if entry.kind is Kind.REVERSAL:
        return f"{name} is {'' if counted else _sum(entry) + ' '}less: points taken back."
    limited = ", as far as its limits allow" if "limited" in entry.reason else ""
    if counted:
        return f"{name}, by the rule {entry.reason.get('rule')}{limited}."
    return f"{name}: {_sum(entry)} {_rule(entry, program)}{limited}."


def order_of(entry: Entry) -> tuple[str, str] | None:
    """The shop and id of the order the entry is about; only those of an order have a rule's sum."""
    if entry.kind not in OF_ORDERS or "sum" not in entry.reason:
        return None
    shop, _, order_id = entry.reference.partition("/")
    return shop, order_id


def _sum(entry: Entry) -> str:
    return _money(abs(int(entry.reason["sum"])), entry)


def _rule(entry: Entry, program: Program) -> str:
    """By what the sum was worth that: a rate with its factor, or the rule's name."""
    reason = entry.reason
    if "per" in reason:
        points = int(reason["points"])
        name = "point" if points == 1 else "points"
        worth = _money(points, entry) if program.unit == "money" else f"{points} {name}"
        rule = f"at {worth} per {_money(reason['per'], entry)}"
    elif "percent" in reason:
        rule = f"at {reason['percent']}%"
    else:
        return f"by the rule {reason.get('rule')}"
    factor = reason.get("factor", "1")
    return rule if factor == "1" else f"{rule}, times {factor}"


def _money(minor: str | int, entry: Entry) -> str:
    currency = str(entry.reason["currency"])
    return f"{to_decimal(int(minor), currency)} {currency}"
