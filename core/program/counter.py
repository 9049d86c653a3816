"""The counter: what the staff may give on its own, which cards pay, how long a receipt is good."""

from pydantic import Field

from core.program.parts import DAYS_MAX, WORTH_MAX, Count, Flag, Part, Worth


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
