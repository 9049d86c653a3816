"""
At a web shop's checkout: which vouchers work there as discount codes, and what they should be now.

A shop knows sums, percents, delivery and single goods by their SKU. It knows neither our categories
and labels nor "off the dearest piece": a voucher limited so is for tills and for shops that quote.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from core.model import Member, Status, Terms, Voucher, VoucherStatus

OFF_AN_ORDER = ("amount_off", "flexible", "percent_off")
GONE = (Status.BLOCKED, Status.ERASED)
HUNDRED = 100


class Wanted(StrEnum):
    """What a voucher's code should be in one shop."""

    LIVE = "live"  # good for one order
    OFF = "off"
    AS_IT_IS = "as it is"  # the shop has seen to it itself


def is_discount(terms: Terms) -> bool:
    """Whether a shop can know such a voucher as a discount code."""
    only_some = terms.goods.categories or terms.goods.labels or terms.without.any
    match terms.kind:
        case "product":
            return True
        case "free_shipping":
            return not (only_some or terms.goods.skus)
        case kind:
            return kind in OFF_AN_ORDER and not (only_some or terms.one_item)


def wanted(voucher: Voucher, owner: Member, shop: str, now: datetime) -> Wanted:
    """What the voucher's code should be in that shop now."""
    if voucher.status is VoucherStatus.USED and voucher.used_for.startswith(f"{shop}/"):
        return Wanted.AS_IT_IS  # it was good for one order, which it had
    if voucher.usable_at(now) and owner.status not in GONE:
        return Wanted.LIVE
    return Wanted.OFF


def as_codes_have_it(terms: Terms) -> Terms:
    """
    The terms with a minimum that says what a shop can't: that the sum pays a share of the order at
    most. A smaller order would have had less off; the code has nothing.
    """
    if not terms.max_share or not terms.amount:
        return terms
    least = -(-terms.amount * HUNDRED // terms.max_share)
    return replace(terms, minimum=max(int(least), terms.minimum or 0))
