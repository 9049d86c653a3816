"""How the buyer of an order is found, and how long an order waits for a buyer who is no member."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from core.program.fault import fault
from core.program.parts import DAYS_MAX, Amiss, Count, Part

BuyerKey = Literal["card", "customer", "phone", "email"]
"""What a shop can know its customer by."""


class Buyers(Part):
    """Who bought."""

    match: tuple[BuyerKey, ...] = Field(
        default=("card", "customer", "phone", "email"),
        min_length=1,
        max_length=4,
        description="By what the buyer of an order is found among the members: their card, the"
        " customer account of the web shop that they linked, their phone, their e-mail. The first"
        " that belongs to somebody counts; what is not named is not looked at.",
        examples=[["card", "phone"]],
    )

    wait_days: Count = Field(
        default=30,
        ge=0,
        le=DAYS_MAX,
        description="How many days an order waits for a buyer who is no member yet: who joins in"
        " that time, and proves to be its buyer by their phone or customer account, gets its"
        " points. 0: none waits.",
        examples=[14],
    )

    def amiss(self) -> Amiss:
        """Each key once."""
        if len(set(self.match)) < len(self.match):
            yield "match", fault("fault-each-once")

    def ordered(self, keys: Mapping[str, str | None]) -> dict[str, str]:
        """Those of the keys that are given and count, what counts first standing first."""
        return {key: value for key in self.match if (value := keys.get(key))}
