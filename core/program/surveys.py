"""Surveys: what the shop asks its members, each once, for points or for nothing."""

from pydantic import Field

from core.program.fault import fault
from core.program.parts import ID, WORTH_MAX, Amiss, Flag, Names, Part, Worth

CHOICES_MAX = 9  # the digits of a phone


class Survey(Part):
    """A question with choices, or one that is answered in words."""

    id: str = Field(
        pattern=ID,
        description="The survey's short name: small letters, digits and hyphens.",
        examples=["new-blend"],
    )
    question: Names = Field(
        description="What is asked.", examples=[{"en": "Which blend shall we roast?"}]
    )
    choices: tuple[Names, ...] = Field(
        default=(),
        max_length=CHOICES_MAX,
        description="What can be answered; without them it is answered in words.",
        examples=[["Dark", "Light"]],
    )
    points: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="Points for an answer, whatever it is.",
        examples=[20],
    )
    on: Flag = Field(default=True, description="Whether it can be answered.", examples=[False])

    def amiss(self) -> Amiss:
        """A choice of one is none."""
        if len(self.choices) == 1:
            yield "choices", fault("fault-choices")
