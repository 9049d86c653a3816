"""The counter: what the staff may give on its own, which cards pay, how long a receipt is good."""

from decimal import Decimal

from pydantic import Field

from core.program.parts import DAYS_MAX, WORTH_MAX, Count, Exact, Flag, Part, Worth

ASK_ABOVE = 5_000
TO_THE_EURO = (
    (10, "AFN ALL BDT CZK DKK DOP DZD EGP GMD HKD HNL INR KGS LRD MDL MKD MUR MVR MXN MZN NIO NOK"
     " NPR PHP PKR RUB SEK SLE SRD STN THB TJS TRY TWD UAH UYU ZAR ZMW"),
    (100, "AMD AOA ARS BIF CDF CLP CRC DJF ETB GYD HUF IQD ISK JMD JPY KES KMF KPW KRW KZT LKR"
     " MMK MNT MWK NGN RSD RWF SDG SOS TZS VES VUV XAF XOF XPF YER"),
    (10_000, "COP GNF IDR IRR KHR LAK LBP MGA PYG SYP UGX UZS VND"),
)  # fmt: skip
"""Currencies of which, roughly, so many and more make a euro: their sums are that much larger."""


class Counter(Part):
    """What the people behind the counter may do."""

    grant_at_most: Worth = Field(
        default=1000,
        ge=0,
        le=WORTH_MAX,
        description="The most points a manager gives or takes by hand at once; for more a second"
        " person has to agree. Owners need nobody.",
        examples=[500],
    )
    grants_a_day: Worth = Field(
        default=5000,
        ge=0,
        le=WORTH_MAX,
        description="The most points a manager gives or takes by hand within 24 hours.",
        examples=[2000],
    )
    ask_above: Exact | None = Field(
        default=None,
        gt=0,
        le=1_000_000_000,
        description="A purchase above that sum is asked about before it is recorded, as one that"
        " can be read in two ways is. Without it: above 5000, in currencies of small units ten, a"
        " hundred or more times that, such as 50000 UAH or 500000 JPY.",
        examples=["1500.00"],
    )
    rotating_cards: Flag = Field(
        default=False,
        description="Whether a card shows a code that changes every 30 seconds, and points are"
        " spent at the till only with it: a picture of a card then pays for nothing.",
        examples=[True],
    )
    claim_days: Count = Field(
        default=3,
        ge=1,
        le=DAYS_MAX,
        description="How many days the code on a receipt can be claimed.",
        examples=[7],
    )

    def large(self, currency: str) -> Decimal:
        """Above what a purchase is asked about."""
        if self.ask_above is not None:
            return self.ask_above
        sizes = (size for size, those in TO_THE_EURO if currency in those.split())
        return Decimal(ASK_ABOVE * next(sizes, 1))
