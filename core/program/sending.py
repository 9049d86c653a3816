"""How much and at which hours members are written to without asking, whatever the campaigns."""

from dataclasses import dataclass
from datetime import time

from pydantic import Field

from core.model import Channel, Purpose
from core.program.fault import fault
from core.program.parts import Amiss, Count, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From when (and on Sundays) until when, not including the end."""

    begin: time
    end: time
    sunday: time


class Sending(Part):
    """Offers a member gets at most, and the hours of the member's day at which messages come."""

    a_day: Count = Field(
        default=3, ge=1, le=20, description="Offers a member gets in a day at most.", examples=[2]
    )
    a_week: Count = Field(
        default=7,
        ge=1,
        le=50,
        description="Offers a member gets in seven days at most.",
        examples=[5],
    )
    sms_a_day: Count = Field(
        default=2, ge=1, le=20, description="Of these by SMS in a day.", examples=[1]
    )
    sms_a_week: Count = Field(
        default=4, ge=1, le=50, description="Of these by SMS in seven days.", examples=[2]
    )
    begin: Count = Field(
        default=8, ge=0, le=23, description="The hour from which messages are sent.", examples=[9]
    )
    end: Count = Field(
        default=22, ge=1, le=24, description="The hour from which they wait.", examples=[21]
    )
    sms_begin: Count = Field(
        default=9,
        ge=8,
        le=20,
        description="The hour from which offers are sent by SMS; laws allow none before eight.",
        examples=[10],
    )
    sms_end: Count = Field(
        default=20,
        ge=9,
        le=21,
        description="The hour from which they wait; laws allow none after nine.",
        examples=[19],
    )
    sms_sunday: Count = Field(
        default=12,
        ge=8,
        le=20,
        description="The hour from which offers are sent by SMS on Sundays.",
        examples=[13],
    )

    def hours(self, channel: Channel, purpose: Purpose) -> Hours:
        """When such a message may arrive, by the clock on the member's wall."""
        if channel is Channel.SMS and purpose is Purpose.MARKETING:
            return Hours(
                begin=time(self.sms_begin), end=_end(self.sms_end), sunday=time(self.sms_sunday)
            )
        return Hours(begin=time(self.begin), end=_end(self.end), sunday=time(self.begin))

    def amiss(self) -> Amiss:
        """A day must have hours, and a week at least what a day has."""
        for begin, end in (("begin", "end"), ("sms_begin", "sms_end"), ("sms_sunday", "sms_end")):
            if getattr(self, begin) >= getattr(self, end):
                yield begin, fault("fault-hours", field=end)
        for day, week in (("a_day", "a_week"), ("sms_a_day", "sms_a_week")):
            if getattr(self, day) > getattr(self, week):
                yield day, fault("fault-not-more", field=week)


def _end(hour: int) -> time:
    return time(hour) if hour < 24 else time.max
