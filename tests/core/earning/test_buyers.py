"""Whose an order is: the first of what the program looks at that belongs to somebody."""

from dataclasses import replace

import pytest

from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import MemberId, OrderStatus
from core.tables import buyers, members
from tests.core.conftest import Cafe

PHONE = "+380501234567"


@pytest.fixture
def everybody(quiet: Cafe) -> dict[str, MemberId]:
    """Four members, each known by one thing."""
    four = {key: quiet.joins(key) for key in ("card", "customer", "phone", "email")}
    members.set_phone(quiet.tx, four["phone"].id, PHONE)
    quiet.tx.rows("UPDATE members SET email = 'e@x' WHERE id = :id", id=four["email"].id)
    buyers.tie(quiet.tx, "eu", "4711", four["customer"].id, now=quiet.now)
    return {key: member.id for key, member in four.items()}


def buyer_of(cafe: Cafe, buyer: Buyer, *, shop: str = "eu") -> MemberId | None:
    """Whose a new order of that buyer is."""
    report = OrderReport(
        shop=shop, order_id=str(cafe.act().operation_id), buyer=buyer, placed_at=cafe.now,
        currency="EUR", total=1000, shipping=0, tax=0, status=OrderStatus.PAID,
    )  # fmt: skip
    found = record_order(cafe.tx, cafe.act(), report).member
    return found.id if found else None


def everything(cafe: Cafe, four: dict[str, MemberId]) -> Buyer:
    """A buyer whose every key is another member's."""
    ann = members.find(cafe.tx, four["card"])
    assert ann
    return Buyer(card=ann.card, customer="4711", phone=PHONE, email="e@x")


def test_the_card_counts_first_then_the_account_the_phone_the_email(
    quiet: Cafe, everybody: dict[str, MemberId]
) -> None:
    buyer = everything(quiet, everybody)
    for key in ("card", "customer", "phone", "email"):
        assert buyer_of(quiet, buyer) == everybody[key]
        buyer = replace(buyer, **{key: None})
    assert buyer_of(quiet, buyer) is None


def test_the_program_says_what_counts_and_in_which_order(
    quiet: Cafe, everybody: dict[str, MemberId]
) -> None:
    quiet.rules(quiet.text + '\n[buyers]\nmatch = ["email", "phone"]\n')
    buyer = everything(quiet, everybody)

    assert buyer_of(quiet, buyer) == everybody["email"]
    assert buyer_of(quiet, replace(buyer, email=None, phone=None)) is None


def test_a_customer_number_is_one_shops_own(quiet: Cafe, everybody: dict[str, MemberId]) -> None:
    assert buyer_of(quiet, Buyer(customer="4711"), shop="pl") is None
