"""Orders in other currencies count in the program's own, at the rate the program file says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core import carting
from core.carting import CartReport
from core.earning.recording import record_refunds
from core.errors import WrongCurrency
from core.program.loading import ProgramInvalid, load
from core.tables import orders
from core.tables.refunds import Refund
from tests.core.conftest import Cafe
from tests.core.program.cafe import CAFE

RATES = """
[[currencies]]
code = "USD"
rate = "0.92"

[[currencies]]
code = "JPY"
rate = "0.0061"
"""


@pytest.fixture
def abroad(quiet: Cafe) -> Cafe:
    """The café, which takes dollars and yen."""
    quiet.rules(quiet.text + RATES)
    return quiet


def test_an_order_counts_at_its_rate(abroad: Cafe) -> None:
    ann = abroad.joins()
    abroad.orders(ann, "100.00", id="1", currency="USD")  # 92 euros
    dollars = abroad.balance(ann)
    abroad.orders(ann, "100.00", id="2", currency="JPY")  # 10000 yen are 61 euros

    assert (dollars, abroad.balance(ann)) == (92, 153)


def test_what_it_earned_stays_when_the_rate_changes(abroad: Cafe) -> None:
    ann = abroad.joins()
    abroad.orders(ann, "100.00", currency="USD")
    abroad.changes('rate = "0.92"', 'rate = "0.50"')

    abroad.orders(ann, "100.00", currency="USD", status="fulfilled")

    assert abroad.balance(ann) == 92


def test_a_refund_is_in_the_orders_currency(abroad: Cafe) -> None:
    ann = abroad.joins()
    abroad.orders(ann, "100.00", currency="USD")
    half = Refund(id="r", amount=5000, refunded_at=abroad.now)

    record_refunds(abroad.tx, abroad.act(), shop="eu", order_id="1", given_back=(half,))

    assert abroad.balance(ann) == 46
    order = orders.find(abroad.tx, "eu", "1")
    assert order
    assert (order.total, order.currency, order.credited) == (10000, "USD", 4600)


def test_a_cart_counts_at_its_rate(abroad: Cafe) -> None:
    ann = abroad.joins()
    said = CartReport(
        shop="eu", cart_id="7", keys={"card": ann.card}, currency="USD", total=5000, url="",
        updated_at=abroad.now + timedelta(minutes=1),
    )  # fmt: skip

    cart = carting.report(abroad.tx, abroad.act(), said)

    assert cart
    assert cart.total == 4600
    with pytest.raises(WrongCurrency):
        carting.report(abroad.tx, abroad.act(), replace(said, currency="UAH"))


def test_no_currency_has_two_rates() -> None:
    with pytest.raises(ProgramInvalid, match="fault-currency-twice"):
        load(CAFE + RATES + RATES)
    with pytest.raises(ProgramInvalid, match="fault-currency-twice"):
        load(CAFE + RATES.replace("USD", "EUR"))
