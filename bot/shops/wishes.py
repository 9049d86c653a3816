"""What a shop should have of a voucher: a discount code, or none."""

from datetime import datetime
from decimal import Decimal
from typing import Literal

from bot.shops.apis.discounts import Discount
from core.model import Terms, Voucher
from core.money import to_decimal
from core.program.schema import Program
from core.rewards import checkout, terms
from core.rewards.checkout import Wanted
from core.tables import members, unpaid_codes, vouchers
from core.tables.shop_codes import Task
from core.transaction import Transaction

Gives = Literal["amount", "percent", "shipping", "product"]
GIVES: dict[str, Gives] = {
    "amount_off": "amount",
    "flexible": "amount",
    "percent_off": "percent",
    "free_shipping": "shipping",
    "product": "product",
}


def wished(
    tx: Transaction, *, program: Program, task: Task, now: datetime
) -> tuple[Wanted, Discount | None]:
    """What the code should be in that shop now, and as what; None is no code for shops at all."""
    voucher = vouchers.find(tx, task.code)
    assert voucher  # noqa: S101 vouchers are never deleted
    owner = members.find(tx, voucher.member_id)
    assert owner  # noqa: S101 nor are members
    wanted = checkout.wanted(voucher, owner, task.shop, now)
    if wanted is Wanted.LIVE and unpaid_codes.is_taken(tx, task.shop, task.code):
        wanted = Wanted.AS_IT_IS  # an order that waits to be paid has it; else two would
    return wanted, discount_of(program, voucher)


def discount_of(program: Program, voucher: Voucher) -> Discount | None:
    """The voucher as a discount code; None when shops know nothing like it."""
    its = checkout.as_codes_have_it(terms.of_voucher(program, voucher))
    if not checkout.is_discount(its):
        return None
    currency = program.currency
    return Discount(
        code=voucher.code,
        title=voucher.title.in_language(program.language),
        gives=GIVES[its.kind],
        amount=_amount(its, currency),
        minimum=None if its.minimum is None else to_decimal(its.minimum, currency),
        skus=(its.sku,) if its.sku else its.goods.skus,
        starts_at=voucher.issued_at,
        ends_at=voucher.expires_at,
    )


def _amount(its: Terms, currency: str) -> Decimal:
    if its.percent is not None:
        return its.percent
    return to_decimal(its.amount or 0, currency)
