"""Whom a cashier serves: found by a card or a phone number, and what lies on the desk."""

import re
from itertools import takewhile

from bot.conversation.formats import country_of
from bot.conversation.request import Request
from bot.phones import e164
from core.model import Member
from core.staff_errors import CardNotProven, CustomerUnknown, PhoneWithoutCountry
from core.tables import desks, members
from core.tables.desks import Desk
from core.till import finding, rotating

COUNTRY = 2  # a national currency's code begins with its country's
NO_COUNTRY = ("EUR", "USD", "XAF", "XOF", "XPF", "XCD", "XCG")
LOCAL = re.compile(r"[0-9(). -]+")
LOCAL_DIGITS = range(7, 13)  # fewer than a card has


def find(request: Request, typed: str) -> Member | None:
    """Who has that card or that number; None when nobody has."""
    member = finding.by_card(request.tx, typed)
    if member is None and (phone := e164(typed, region(request))):
        member = finding.by_phone(request.tx, phone)
    return member


def split(request: Request) -> tuple[Member, list[str]]:
    """
    The customer whom the first words name, and the other words.

    Raises CustomerUnknown, PhoneWithoutCountry, NotForYourself.
    """
    if named := first_named(request):
        return named
    lacking = _lacks_country(request, request.args)
    raise PhoneWithoutCountry if lacking else CustomerUnknown


def first_named(request: Request) -> tuple[Member, list[str]] | None:
    """The same; None when the first words name nobody. Raises NotForYourself, TooManyGuesses."""
    request.guard()
    words = request.args
    for length in range(1, len(words) + 1):
        if member := find(request, " ".join(words[:length])):
            return finding.served(member, request.chat), words[length:]
    return None


def of_card(request: Request, card: str) -> Member:
    """Whose card a button names. Raises CustomerUnknown, NotForYourself, TooManyGuesses."""
    request.guard()
    member = finding.by_card(request.tx, card)
    if member is None:
        raise CustomerUnknown
    return finding.served(member, request.chat)


def served(request: Request) -> tuple[Member, Desk] | None:
    """Who is served at this desk just now."""
    desk = desks.find(request.tx, request.chat.channel, request.chat.address)
    member = members.find(request.tx, desk.member_id) if desk else None
    return (member, desk) if member and desk else None


def put(request: Request, desk: Desk) -> None:
    """Write what lies on the desk."""
    desks.put(request.tx, request.chat.channel, request.chat.address, desk)


def begin(request: Request, member: Member, shown: str = "") -> Desk:
    """Clear the desk for the customer; what was shown of the card may prove that they are there."""
    found = served(request)
    proven = found[1].proven_at if found and found[0].id == member.id else None
    if rotating.is_proven(request.tx, member.id, shown, request.act.now):
        proven = request.act.now
    desk = Desk(member_id=member.id, proven_at=proven)
    put(request, desk)
    return desk


def may_pay(request: Request, member: Member) -> bool:
    """Whether the customer's points may be spent here and now."""
    found = served(request)
    proven = found[1].proven_at if found and found[0].id == member.id else None
    return rotating.pays(request.act, proven)


def check_pays(request: Request, member: Member) -> None:
    """Raise CardNotProven if they may not."""
    if not may_pay(request, member):
        raise CardNotProven


def region(request: Request) -> str | None:
    """Where numbers typed without their country's code are from."""
    program = request.program
    if program.country:
        return program.country
    national = program.currency not in NO_COUNTRY
    return program.currency[:COUNTRY] if national else country_of(program.timezone)


def like_a_phone(words: list[str]) -> bool:
    """Whether the first words are figures as nobody types a sum: "067 123 45 67"."""
    first = "".join(takewhile(str.isdecimal, words))
    return len(first) in LOCAL_DIGITS and first.startswith("0")


def too_short(words: list[str]) -> bool:
    """Whether they are figures, and too few to be a card or a phone number."""
    typed = "".join(words)
    return bool(re.fullmatch(r"[0-9.,]+", typed)) and len(typed) < LOCAL_DIGITS.start


def _lacks_country(request: Request, words: list[str]) -> bool:
    """Whether they begin with what can only be a phone number of a country we don't know."""
    typed = [" ".join(words[:length]) for length in range(1, len(words) + 1)]
    alike = [one for one in typed if LOCAL.fullmatch(one) and not one.startswith("00")]
    able = any(sum(map(str.isdecimal, one)) in LOCAL_DIGITS for one in alike)
    return able and not any(e164(one, region(request)) for one in alike)
