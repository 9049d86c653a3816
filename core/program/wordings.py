"""What messages can say: each with the values it may show, by the key of its sentence."""

import re
from collections.abc import Iterator, Mapping

from core.program.fault import Fault, fault

NOTICES: Mapping[str, tuple[str, ...]] = {
    "notice-birthday-day": ("given",),
    "notice-birthday-until": ("given", "date"),
    "notice-birthday-ahead": ("given", "date"),
    "notice-expiry-warning": ("points", "date"),
    "notice-expiry-buys": ("points", "date", "reward"),
    "notice-pending-free": ("points",),
    "notice-tier-up": ("tier",),
    "notice-tier-down": ("tier",),
    "notice-tier-keep": ("tier", "missing", "date"),
    "notice-tier-grant": ("tier", "given"),
    "notice-voucher-ending": ("reward", "date"),
    "notice-voucher-given": ("reward",),
    "notice-voucher-released": ("reward", "points"),
    "notice-voucher-charged": ("reward", "points"),
    "notice-reward-reach": ("reward", "cost"),
    "notice-cart-left": (),
    "notice-cart-worth": ("points", "sum"),
    "notice-winback-missed": (),
    "notice-winback-points": ("points",),
    "notice-plan-renewal": ("title", "date"),
    "notice-plan-ended": ("title",),
    "notice-plan-grant": ("title", "given"),
    "notice-dividend-paid": ("points",),
    "notice-anniversary-day": ("years",),
    "notice-referral-joined": (),
    "notice-referral-paid": ("given",),
    "notice-referral-nudge": ("given",),
    "notice-purchase-earned": ("points",),
    "notice-purchase-pending": ("points", "date"),
    "notice-purchase-paid": ("points",),
    "notice-purchase-handed": ("reward",),
    "notice-rating-ask": ("date",),
    "notice-rating-points": ("date", "points"),
    "notice-taken-order": ("points", "order"),
    "notice-taken-friend": ("points",),
    "notice-taken-grant": ("points",),
    "notice-taken-hand": ("points", "reason"),
    "notice-taken-undone": ("points",),
    "notice-given-hand": ("points", "reason"),
    "notice-given-undone": ("points",),
    "notice-given-back": ("points", "order"),
}
"""By key: what its sentence, and a program's own words for it, may show."""

SAME = {
    "notice-birthday-until": "notice-birthday-day",
    "notice-expiry-buys": "notice-expiry-warning",
    "notice-cart-worth": "notice-cart-left",
    "notice-winback-points": "notice-winback-missed",
    "notice-purchase-pending": "notice-purchase-earned",
    "notice-rating-points": "notice-rating-ask",
}
"""The same event with more to tell: own words for the plain one stand for both."""

_PLACE = re.compile(r"\{([^{}]*)\}")


def events_of(kind: str) -> dict[str, str]:
    """What a campaign of that kind tells, by its short name: "ahead" is notice-birthday-ahead."""
    prefix = f"notice-{kind}-"
    return {key.removeprefix(prefix): key for key in NOTICES if key.startswith(prefix)}


def amiss_in(text: str, key: str) -> Iterator[Fault]:
    """What is wrong with own words for that sentence: values it does not have, a lone brace."""
    yield from amiss_with(text, NOTICES[key])


def amiss_with(text: str, known: tuple[str, ...]) -> Iterator[Fault]:
    """The same for words that can show those values."""
    for name in _PLACE.findall(text):
        if name not in known:
            can, place = ", ".join(f"{{{one}}}" for one in known), f"{{{name}}}"
            if can:
                yield fault("fault-place", place=place, known=can)
            else:
                yield fault("fault-place-nothing", place=place)
    if set(_PLACE.sub("", text)) & {"{", "}"}:
        yield fault("fault-brace", example="{points}")


def places_in(text: str) -> list[str]:
    """The names in braces."""
    return _PLACE.findall(text)


def filled(text: str, shown: Mapping[str, str]) -> str:
    """Own words with the values put in."""
    return _PLACE.sub(lambda found: shown.get(found[1], ""), text)
