"""Why an entry stands in the ledger, in one plain English sentence for integrators."""

from core.model import Entry, Kind
from core.money import to_decimal

PLAIN = {
    Kind.SIGNUP: "Joined the program.",
    Kind.REFERRER: "A friend they brought made a first qualifying order.",
    Kind.FRIEND: "Made a first qualifying order after joining by a friend's code.",
    Kind.BIRTHDAY: "Birthday.",
    Kind.REDEMPTION: "Redeemed {reward}.",
    Kind.UNDO: "Undid the redemption of {reward}.",
    Kind.EXPIRY: "Points passed their date.",
    Kind.ADJUSTMENT: "Adjusted by the shop: {note}",
}


def reason_of(entry: Entry) -> str:
    """The sentence; whatever an entry lacks is left out of it, never an error."""
    order = order_of(entry)
    if order:
        name = f"Order {order[1]} of {order[0]}"
        if entry.kind is Kind.ORDER:
            return f"{name}: {_sum(entry)} at {_rule(entry)}."
        return f"{name} is {_sum(entry)} less: points taken back."
    if entry.kind is Kind.REVERSAL:
        return "The order behind these points was taken back."
    values = {"reward": "a reward", "note": "", **entry.reason}
    return PLAIN.get(entry.kind, entry.kind.capitalize() + ".").format_map(values)


def order_of(entry: Entry) -> tuple[str, str] | None:
    """The shop and id of the order the entry is about; only those of an order have a rule's sum."""
    if entry.kind not in (Kind.ORDER, Kind.REVERSAL) or "per" not in entry.reason:
        return None
    shop, _, order_id = entry.reference.partition("/")
    return shop, order_id


def _sum(entry: Entry) -> str:
    return _money(abs(int(entry.reason["sum"])), entry)


def _rule(entry: Entry) -> str:
    points = int(entry.reason["points"])
    rule = (
        f"{points} {'point' if points == 1 else 'points'} per {_money(entry.reason['per'], entry)}"
    )
    factor = entry.reason.get("factor", "1")
    return rule if factor == "1" else f"{rule}, times {factor}"


def _money(minor: str | int, entry: Entry) -> str:
    currency = str(entry.reason["currency"])
    return f"{to_decimal(int(minor), currency)} {currency}"
