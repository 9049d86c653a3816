"""Enrolment through the API: what the shop knows of somebody becomes a member."""

from bot.conversation.names import clean_name
from bot.web.answers import MemberOut
from bot.web.fields import birthday_of
from bot.web.schemas import MemberIn
from bot.web.views import member_of, member_view
from bot.web.wording import FieldError, Invalid
from core import joining, profile, tagging
from core.act import Act
from core.calendar import local_day
from core.joining import Newcomer
from core.model import Channel, Consent
from core.transaction import Transaction

SOURCE = "api"


def enrol(tx: Transaction, act: Act, person: MemberIn) -> MemberOut:
    """Enrol the person, reachable in Telegram by their id, and by SMS if they agreed to any."""
    birthday = birthday_of(person.birthday) if person.birthday else None
    if birthday:
        profile.check_birthday(birthday, local_day(act.now, act.program.timezone))
    newcomer = Newcomer(
        name=clean_name(person.name),
        language=_language(act, person.language),
        phone=person.phone,
        email=person.email,
        birthday=birthday,
        city=profile.tidy_city(person.city) if person.city else "",
        referral_code=person.referral_code,
        source=SOURCE,
        consents=tuple(
            Consent(
                channel=Channel(one.channel),
                purpose=one.purpose,
                granted=one.granted,
                at=act.now,
                wording=SOURCE,
                source=SOURCE,
            )
            for one in person.consents
        ),
    )
    joined = joining.enrol(tx, act, newcomer, _addresses(person))
    if person.tags:
        tagging.change(tx, act, member_id=joined.member.id, on=person.tags)
    return member_view(tx, act, member_of(tx, str(joined.member.id)))


def _addresses(person: MemberIn) -> list[tuple[Channel, str]]:
    addresses = []
    if person.phone and any(one.channel == "sms" and one.granted for one in person.consents):
        addresses.append((Channel.SMS, person.phone))
    if person.telegram_id:
        addresses.append((Channel.TELEGRAM, str(person.telegram_id)))
    return addresses


def _language(act: Act, wanted: str | None) -> str:
    """The program's language that was asked for, "uk-UA" being "uk"; the first without a wish."""
    if wanted is None:
        return act.program.language
    language = wanted.replace("_", "-").partition("-")[0].lower()
    if language not in act.program.languages:
        known = ", ".join(act.program.languages)
        raise Invalid(FieldError("language", f"the program speaks {known}"))
    return language
