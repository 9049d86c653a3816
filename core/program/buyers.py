"""How the buyer of an order is found."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from core.program.parts import Amiss, Part

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

    def amiss(self) -> Amiss:
        """Each key once."""
        if len(set(self.match)) < len(self.match):
            yield "match", "name each of them once"

    def ordered(self, keys: Mapping[str, str | None]) -> dict[str, str]:
        """Those of the keys that are given and count, what counts first standing first."""
        return {key: value for key in self.match if (value := keys.get(key))}
