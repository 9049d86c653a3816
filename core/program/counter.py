"""The counter: how much the staff may give on its own."""

from pydantic import Field

from core.program.parts import WORTH_MAX, Part, Worth


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
