"""
The members of other programs: which of their columns is which of ours.

Headers are compared in small letters, with _ for everything that is neither letter nor number.
None of these files tells of lots: the balance arrives as one, which expires as if it was earned
today. Points with decimals are rounded up, so that nobody loses any.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import Literal

from core.money import digits
from core.program.schema import Program

VendorName = Literal["smile", "yotpo", "loyaltylion", "growave"]

LEFT_OUT = "left out"
"""The status of somebody the vendor knows, but who never joined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One vendor's columns: theirs → ours. Two that mean one name are put together."""

    title: str
    columns: Mapping[str, str]
    needed: tuple[str, ...]  # without these headers it is none of theirs
    statuses: Mapping[str, str] = field(default_factory=dict)  # theirs → ours


VENDORS: Mapping[VendorName, Vendor] = {
    # help.smile.io/en/articles/4036233: the import has "email" and "points". The export's further
    # fields are those of the customer object at dev.smile.io/api/resources/customers.
    "smile": Vendor(
        title="Smile.io",
        columns={
            "email": "email",
            "points": "points",
            "points_balance": "points",
            "first_name": "name",
            "last_name": "name",
            "name": "name",
            "customer_name": "name",
            "date_of_birth": "birthday",
            "birthday": "birthday",
            "state": "status",
            "member_status": "status",
            "vip_tier": "tier",
            "vip_tier_name": "tier",
            "created_at": "joined_at",
        },
        needed=("email",),
        statuses={"member": "active", "candidate": LEFT_OUT, "disabled": "blocked"},
    ),
    # support.yotpo.com, "Importing/Exporting Points and Customers": the table of column titles.
    # The export has e-mail, first and last name, the balance and a referral link.
    "yotpo": Vendor(
        title="Yotpo",
        columns={
            "email": "email",
            "email_address": "email",
            "full_name": "name",
            "first_name": "name",
            "last_name": "name",
            "points_balance": "points",
            "current_points_balance": "points",
            "birthday": "birthday",
            "birthday_mm_dd_or_mm_dd_yyyy": "birthday",
            "vip_tier": "tier",
            "phone": "phone",
            "phone_number": "phone",
        },
        needed=("email",),
    ),
    # help.loyaltylion.com/en/articles/5553630-imports: points, birthdays and tiers by e-mail.
    "loyaltylion": Vendor(
        title="LoyaltyLion",
        columns={
            "email": "email",
            "email_address": "email",
            "email_addresses": "email",
            "points": "points",
            "points_approved": "points",
            "birthday": "birthday",
            "birthdays": "birthday",
            "tier": "tier",
            "tier_name": "tier",
            "first_name": "name",
            "last_name": "name",
            "name": "name",
        },
        needed=("email",),
    ),
    # help.growave.io/article/350-faq-rewards-app: Customer ID, Email, Points are required; first
    # name, last name, birthdate (YYYY-MM-DD) may be there. Points have up to two decimals.
    "growave": Vendor(
        title="Growave",
        columns={
            "email": "email",
            "points": "points",
            "first_name": "name",
            "last_name": "name",
            "birthdate": "birthday",
        },
        needed=("email", "points"),
    ),
}
TELLING: Mapping[str, VendorName] = {  # headers that no other of them has
    "customer_id": "growave",
    "birthdate": "growave",
    "date_of_birth": "smile",
    "member_status": "smile",
    "vip_tier_name": "smile",
    "full_name": "yotpo",
    "points_spent": "yotpo",
    "current_points_balance": "yotpo",
    "birthday_mm_dd_or_mm_dd_yyyy": "yotpo",
    "points_approved": "loyaltylion",
    "tier_name": "loyaltylion",
}


def recognise(headers: Sequence[str]) -> VendorName | None:
    """The vendor by a header that only they have; None if there is none."""
    return next((TELLING[header] for header in headers if header in TELLING), None)


def translated(
    vendor: Vendor, headers: Sequence[str], row: Sequence[str], program: Program
) -> dict[str, str]:
    """The row under our own headers. Raises ValueError."""
    ours: dict[str, str] = {}
    for header, cell in zip(headers, row, strict=False):
        name = vendor.columns.get(header)
        if name is None or not cell:
            continue
        ours[name] = f"{ours[name]} {cell}" if name == "name" and name in ours else cell
    if "points" in ours:
        ours["points"] = str(_points(ours["points"], program))
    if "status" in ours:
        ours["status"] = vendor.statuses.get(ours["status"].casefold(), ours["status"])
    return ours


def _points(cell: str, program: Program) -> int:
    """Points as whole ones; where the program counts money, a sum in its minor units."""
    try:
        number = Decimal(cell.replace(",", "") or "0")
    except InvalidOperation:
        raise ValueError(f'"{cell[:40]}" is no number of points') from None
    if not number.is_finite() or abs(number) > 10**12:
        raise ValueError(f'"{cell[:40]}" is no number of points')
    if program.unit == "money":
        number = number.scaleb(digits(program.currency))
    return int(number.to_integral_value(ROUND_CEILING))
