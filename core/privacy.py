"""Privacy: what a shop must be able to ask of us for its customers, and for itself when it goes."""

from collections.abc import Mapping

from core import leaving
from core.act import Act
from core.earning import strangers
from core.staffing import Alarm, tell_owners
from core.tables import buyers, carts, members, receipts
from core.transaction import Transaction

Keys = Mapping[str, str]
"""By what the shop knows its customer: customer (its own id), phone, email."""


def asked(tx: Transaction, act: Act, *, shop: str, keys: Keys, request: str) -> None:
    """A customer wants to know what is kept of them: the owners are told whose report to give."""
    owner = buyers.find(tx, shop, keys)
    member = members.find(tx, owner) if owner else None
    if member:
        told = {"shop": shop, "card": member.card}
        tell_owners(tx, act, Alarm.PRIVACY, "alarm-data-asked", f"{shop}/{request}", told)


def redact(tx: Transaction, act: Act, *, shop: str, keys: Keys) -> None:
    """A customer is to be forgotten: their membership, and what waits for who they are."""
    if owner := buyers.find(tx, shop, keys):
        leaving.forget(tx, act, member_id=owner)
    strangers.forget(tx, act, shop, keys)
    phone, email = keys.get("phone"), keys.get("email")
    receipts.forget_person(tx, phone=phone, email=email, card=None)


def redact_shop(tx: Transaction, *, shop: str) -> None:
    """The shop has gone: its customer accounts, carts and deliveries go; its orders are ledger."""
    buyers.forget_shop(tx, shop)
    carts.forget_shop(tx, shop)
    receipts.forget_shop(tx, shop)
