"""The shops' checkouts: which discount codes they know, and what our worker makes of these."""

import asyncio
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.ports import TryLater
from bot.shops.apis.discounts import Discount, Made
from core.transaction import Transaction
from tests.simulation.faults import Faults

WITH_CODES = ("shopify", "woocommerce", "bigcommerce")
DISCOUNTS = ("five-off", "spend", "ten-percent", "free-shipping")  # the rewards that are codes


@dataclass(slots=True)
class Known:
    """A code as a shop knows it."""

    disabled: bool = False
    used: bool = False

    @property
    def live(self) -> bool:
        """Whether somebody can pay with it."""
        return not (self.disabled or self.used)


@dataclass(slots=True)
class Checkout:
    """One shop's codes. It is away now and then, and what it did may be answered by nothing."""

    faults: Faults
    codes: dict[str, Known] = field(default_factory=dict)

    async def currency(self) -> str:
        """What it sells in."""
        return "EUR"

    async def find_code(self, code: str) -> Made | None:
        """The code, if it is there."""
        await self._is_asked()
        known = self.codes.get(code)
        if known is None:
            return None
        return Made(id=code, live=known.live, enabled=not known.disabled)

    async def make_code(self, discount: Discount) -> str:
        """Make it, unless it is there."""
        await self._is_asked()
        self.codes.setdefault(discount.code, Known())
        self._answers()
        return discount.code

    async def disable_code(self, made: Made) -> None:
        """Nobody can use it any more."""
        await self._is_asked()
        self.codes[made.id].disabled = True
        self._answers()

    async def remove_code(self, made: Made) -> None:
        """It is not there any more."""
        await self._is_asked()
        self.codes.pop(made.id, None)
        self._answers()

    def takes(self, codes: list[str]) -> str:
        """Somebody pays with one of those that it lets them use, once; "" without any."""
        code = next((one for one in codes if self.is_live(one)), "")
        if code:
            self.codes[code].used = True
        return code

    def is_live(self, code: str) -> bool:
        """Whether somebody can pay with it."""
        return code in self.codes and self.codes[code].live

    def forgets(self, codes: list[str]) -> None:
        """The order that used them is deleted."""
        for code in codes:
            if code in self.codes:
                self.codes[code].used = False

    async def _is_asked(self) -> None:
        await asyncio.sleep(self.faults.random.uniform(0, 1))
        if self.faults.strike("a shop's API is away"):
            raise TryLater(self.faults.random.choice((0.0, 30.0)), reason="503")

    def _answers(self) -> None:
        if self.faults.strike("a code's answer is lost"):
            raise TryLater(reason="no answer")


def codes(
    tx: Transaction, checkouts: Mapping[str, Checkout], waiting: AbstractSet[tuple[str, str]]
) -> Iterator[str]:
    """
    Whoever has a voucher can pay with it in every shop, unless an order there that waits to be paid
    has used it; nobody can with one that is over.
    """
    rows = tx.rows(
        "SELECT v.code, v.status, v.used_for, v.reward_id, m.status FROM vouchers v"
        " JOIN members m ON m.id = v.member_id"
    )
    for failed in tx.rows("SELECT shop, code, reason FROM shop_codes WHERE state = 'failed'"):
        yield f"a code was given up: {failed}"
    for code, status, used_for, reward, owner in rows:
        for name, checkout in checkouts.items():
            if used_for.startswith(f"{name}/") and status == "used":
                continue  # the shop has seen to it
            good = status == "issued" and owner != "erased" and reward in DISCOUNTS
            if checkout.is_live(code) != (good and (name, code) not in waiting):
                state = checkout.codes.get(code)
                what = f"{code} of {reward} is {status} {used_for} ({owner})"
                yield f"{what}, in {name} it is {state}"
