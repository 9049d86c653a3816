"""What a member tells about themselves: language, birthday, phone, notifications, feedback."""

from datetime import date

from core import answering, statuses
from core.act import Act
from core.calendar import local_day
from core.earning import waiting
from core.earning.waiting import Caught
from core.errors import BirthdayLocked, BirthdayNotUnderstood, CityNotUnderstood, PhoneTaken
from core.model import TAKING_PART, Birthday, Channel, Consent, Member, MemberId, Status
from core.tables import chats, cities, consents, feedback, members, operations
from core.transaction import Transaction

AGE_MAX = 120
FEEDBACK_MAX = 2000
SAID = "feedback"


def set_language(tx: Transaction, *, member_id: MemberId, language: str) -> None:
    """Everything is written in that language from now on."""
    members.take(tx, member_id)
    members.set_language(tx, member_id, language)


def set_birthday(tx: Transaction, act: Act, *, member_id: MemberId, birthday: Birthday) -> None:
    """
    Tell the birthday, once; the same day again is no change.

    Raises BirthdayNotUnderstood for a day that can't be, BirthdayLocked for another one.
    """
    check_birthday(birthday, local_day(act.now, act.program.timezone))
    member = members.take(tx, member_id)
    if member.birthday == birthday:
        return
    if member.birthday is not None:
        raise BirthdayLocked
    members.set_birthday(tx, member_id, birthday, now=act.now)


def correct_birthday(tx: Transaction, act: Act, *, member_id: MemberId, birthday: Birthday) -> None:
    """
    Put another day in the place of the one that was told: the shop's right alone.

    It counts as told now, so it is celebrated as late as any; no year is celebrated twice. Raises
    BirthdayNotUnderstood.
    """
    check_birthday(birthday, local_day(act.now, act.program.timezone))
    if members.take(tx, member_id).birthday != birthday:
        members.set_birthday(tx, member_id, birthday, now=act.now)


def set_city(tx: Transaction, *, member_id: MemberId, city: str) -> str:
    """Where the member lives, as it is kept; empty takes it back. Raises CityNotUnderstood."""
    city = tidy_city(city) if city else ""
    members.take(tx, member_id)
    cities.save(tx, member_id, city)
    return city


def fill_city(tx: Transaction, member: Member, city: str) -> None:
    """Keep the city a shop tells of, if it can be one and the taken member has told none."""
    if member.city:
        return
    try:
        city = tidy_city(city)
    except CityNotUnderstood:
        return
    cities.save(tx, member.id, city)


def tidy_city(typed: str) -> str:
    """The city's name on one line. Raises CityNotUnderstood unless it has letters and is short."""
    city = " ".join(typed.split())
    if not city.isprintable() or len(city) > cities.LONGEST or not any(map(str.isalpha, city)):
        raise CityNotUnderstood
    return city


def set_timezone(tx: Transaction, *, member_id: MemberId, timezone: str | None) -> None:
    """By whose clock the member is written to; None is the program's."""
    members.take(tx, member_id)
    members.set_timezone(tx, member_id, timezone)


def set_preferred_channel(tx: Transaction, *, member_id: MemberId, channel: Channel | None) -> None:
    """Where the member is written to first; None leaves it to the program."""
    members.take(tx, member_id)
    members.set_preferred_channel(tx, member_id, channel)


def check_birthday(birthday: Birthday, today: date) -> None:
    """Raise BirthdayNotUnderstood unless there is such a day and a living person can have it."""
    year = birthday.year
    try:
        born = date(year if year is not None else 2000, birthday.month, birthday.day)
    except ValueError:
        raise BirthdayNotUnderstood from None
    if year is not None and not (today.year - AGE_MAX <= year and born <= today):
        raise BirthdayNotUnderstood


def set_phone(tx: Transaction, act: Act, *, member_id: MemberId, phone: str) -> Caught:
    """
    Keep the member's proven number: the way to them by SMS, instead of the one before. Orders that
    waited for who has it are theirs.

    Raises PhoneTaken when another membership has it.
    """
    member = members.take(tx, member_id)
    owner = members.by_key(tx, "phone", phone)
    if owner not in (None, member.id):
        raise PhoneTaken
    if member.phone not in (None, phone):
        chats.detach(tx, Channel.SMS, member.phone, member_id)
    members.set_phone(tx, member_id, phone)
    chats.confirm(tx, Channel.SMS, phone, member_id, now=act.now)
    _, caught = waiting.credit(tx, member._replace(phone=phone), act, {"phone": phone})
    return caught


def record_consent(tx: Transaction, *, member_id: MemberId, consent: Consent) -> None:
    """Keep a yes or no with its proof; saying the same again adds nothing."""
    members.take(tx, member_id)
    same = (consent.channel, consent.purpose, consent.granted)
    in_force = {(one.channel, one.purpose, one.granted) for one in consents.in_force(tx, member_id)}
    if same not in in_force:
        consents.add(tx, member_id, consent)


def pause(tx: Transaction, act: Act, *, member_id: MemberId, paused: bool) -> None:
    """Send nothing (True) or send again (False); earning and redeeming go on."""
    member = members.take(tx, member_id)
    wanted = Status.PAUSED if paused else Status.ACTIVE
    if member.status in TAKING_PART and member.status is not wanted:
        statuses.put(tx, act, member, wanted)


def say(tx: Transaction, act: Act, *, member_id: MemberId, text: str) -> None:
    """
    Keep what the member wants to tell the shop, at most FEEDBACK_MAX signs of it.

    A repeated operation adds nothing.
    """
    members.take(tx, member_id)
    if operations.result_of(tx, member_id, act, SAID):  # without the text: it can be forgotten
        return
    operations.done(tx, member_id, act, SAID, "kept")
    number = feedback.add(tx, member_id, text[:FEEDBACK_MAX], now=act.now)
    answering.tell_of(tx, act, member_id, number)
