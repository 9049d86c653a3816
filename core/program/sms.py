"""How text messages are written: each part of one is paid for."""

from pydantic import Field

from core.program.parts import Count, Flag, Part


class Sms(Part):
    """Text messages (SMS)."""

    transliterate: Flag = Field(
        default=False,
        description="Whether letters that a text message has no room for are written in Latin ones"
        " (щ as shch, ł as l): 153 instead of 67 signs fit a part.",
        examples=[True],
    )
    parts: Count = Field(
        default=2,
        ge=1,
        le=10,
        description="The most parts a message that nobody asked for may have; it is cut there.",
        examples=[2],
    )
    answer_parts: Count = Field(
        default=4,
        ge=1,
        le=10,
        description="The most parts an answer may have if it needs them; what is left over"
        " is sent on request.",
        examples=[4],
    )
