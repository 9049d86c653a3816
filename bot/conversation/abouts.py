"""What messages are about, in words people know."""

from collections.abc import Mapping

from bot.conversation.messages import Line, Shown
from core.tables.broadcasts import PREFIX

ABOUT: Mapping[str, str] = {
    "birthday": "timeline-about-birthday",
    "expiry": "timeline-about-expiry",
    "pending": "timeline-about-pending",
    "tier": "timeline-about-tier",
    "voucher": "timeline-about-voucher",
    "reward": "timeline-about-reward",
    "cart": "timeline-about-cart",
    "winback": "timeline-about-winback",
    "plan": "timeline-about-plan",
    "dividend": "timeline-about-dividend",
    "anniversary": "timeline-about-anniversary",
    "referral": "timeline-about-referral",
    "purchase": "timeline-about-purchase",
    "taken": "timeline-about-taken",
    "given": "timeline-about-given",
}
"""What every program writes, by the ids of its usual campaigns; others are the owner's names."""


def about(campaign: str) -> Shown:
    """A campaign's name as staff and owners see it."""
    number = campaign.removeprefix(PREFIX)
    if number != campaign and number.isdecimal():
        return Line("timeline-about-broadcast", {"number": number})
    return Line(ABOUT[campaign]) if campaign in ABOUT else campaign
