"""The people of the simulation: what is true of them, and what they do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from core import carting, profile, recycling, texting
from core.act import Act
from core.carting import CartReport
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.errors import LoyaltyError
from core.joining import Newcomer, join_chat
from core.model import Birthday, Channel, Consent, MemberId, OrderStatus, Purpose
from core.rewards.redeeming import redeem
from core.tables import chats
from core.transaction import Transaction

ZONES = (
    "Europe/Bucharest", "Europe/Warsaw", "America/New_York", "America/Los_Angeles",
    "Asia/Tokyo", "Asia/Kathmandu", "Australia/Lord_Howe", None,
)  # fmt: skip
TELEGRAM, SMS = Channel.TELEGRAM, Channel.SMS
MARKETING, TRANSACTIONAL = Purpose.MARKETING, Purpose.TRANSACTIONAL

Says = tuple[Channel, Purpose]


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody, as they really are; the shop knows what it was told."""

    id: MemberId
    card: str
    zone: str | None  # None: the shop's
    telegram: str  # address, "" for none
    phone: str
    birthday: Birthday | None
    born_told_at: datetime | None
    yes: set[Says] = field(default_factory=set)
    no: dict[Says, datetime] = field(default_factory=dict)  # since when
    stopped: bool = False  # at the carrier
    blocked: bool = False  # in Telegram
    block_told_at: datetime | None = None  # to the bot
    silent_since: datetime | None = None  # paused
    paused_once: bool = False
    zone_since: datetime | None = None

    def minds(self, channel: Channel, purpose: Purpose, at: datetime) -> bool:
        """Whether a message that begins its way at that moment is against their will."""
        since = self.no.get((channel, purpose))
        if since is not None:
            return at > since
        return purpose is MARKETING and (channel, purpose) not in self.yes


def newcomer(tx: Transaction, act: Act, number: int) -> Person:
    """Somebody joins, in Telegram or by SMS, and tells this and that."""
    random = act.random
    telegram = f"{100_000 + number}" if random.random() < 0.8 else ""
    phone = f"+4072{number:07}" if not telegram or random.random() < 0.4 else ""
    channel, address = (TELEGRAM, telegram) if telegram else (SMS, phone)
    agreed = [one for one in (TELEGRAM, SMS) if random.random() < 0.7]
    said = tuple(_consent(one, purpose, True, act) for one in agreed for purpose in Purpose)
    chat = chats.take(tx, channel, address)
    member = join_chat(
        tx, act, chat=chat, newcomer=Newcomer(name=f"P{number}", language="en", consents=said)
    ).member
    person = Person(
        id=member.id, card=member.card, zone=random.choice(ZONES), telegram=telegram, phone=phone,
        birthday=None, born_told_at=None,
        yes={(one, purpose) for one in agreed for purpose in Purpose},
    )  # fmt: skip
    profile.set_timezone(tx, member_id=member.id, timezone=person.zone)
    if phone:
        profile.set_phone(tx, act, member_id=member.id, phone=phone)
    if random.random() < 0.2:
        profile.set_preferred_channel(tx, member_id=member.id, channel=SMS)
    if random.random() < 0.7:
        tells_birthday(tx, act, person)
    return person


def _consent(channel: Channel, purpose: Purpose, granted: bool, act: Act) -> Consent:
    return Consent(
        channel=channel, purpose=purpose, granted=granted, at=act.now, wording="said", source="chat"
    )


def tells_birthday(tx: Transaction, act: Act, person: Person) -> None:
    """Once; often one that is near."""
    if person.birthday:
        return
    day = act.now.date() + timedelta(days=act.random.randrange(366))
    if act.random.random() < 0.05:
        person.birthday = Birthday(day=29, month=2)
    else:
        person.birthday = Birthday(day=day.day, month=day.month)
    person.born_told_at = act.now
    profile.set_birthday(tx, act, member_id=person.id, birthday=person.birthday)


def buys(tx: Transaction, act: Act, person: Person) -> None:
    """Something, for 5 to 80."""
    report = OrderReport(
        shop="eu", order_id=act.operation_id, buyer=Buyer(card=person.card), placed_at=act.now,
        currency="EUR", total=act.random.randrange(500, 8000), shipping=0, tax=0,
        status=OrderStatus.PAID,
    )  # fmt: skip
    record_order(tx, act, report)


def leaves_cart(tx: Transaction, act: Act, person: Person) -> None:
    """Goods wait in the shop."""
    said = CartReport(
        shop="eu", cart_id=f"{person.id}", keys={"card": person.card}, currency="EUR",
        total=act.random.randrange(500, 9000), url="https://shop.example/cart", updated_at=act.now,
    )  # fmt: skip
    carting.report(tx, act, said)


def redeems(tx: Transaction, act: Act, person: Person) -> None:
    """A coffee, if there are points for it."""
    redeem(tx, act, member_id=person.id, reward_id="coffee")


def blocks(tx: Transaction, act: Act, person: Person) -> None:
    """Shut the bot out; half the time Telegram says so at once, else it says so by refusing."""
    if not person.telegram or person.blocked:
        return
    person.blocked = True
    if act.random.random() < 0.5:
        chats.mark_blocked(tx, TELEGRAM, person.telegram, act.now)
        person.block_told_at = act.now


def unblocks(tx: Transaction, act: Act, person: Person) -> None:
    """Let it in again."""
    if person.blocked:
        person.blocked, person.block_told_at = False, None
        chats.mark_blocked(tx, TELEGRAM, person.telegram, None)


def says_stop(tx: Transaction, act: Act, person: Person) -> None:
    """To us, or only to the carrier."""
    if not person.phone or person.stopped:
        return
    person.stopped = True
    if act.random.random() < 0.7:
        texting.stop(tx, person.phone, said="STOP", now=act.now)
        person.no |= {(SMS, purpose): act.now for purpose in Purpose}


def says_start(tx: Transaction, act: Act, person: Person) -> None:
    """What STOP took back is agreed to again."""
    if person.stopped:
        person.stopped = False
        if texting.start(tx, act, person.phone, said="START") is None:  # after long: is it them?
            recycling.answer(tx, act, member_id=person.id, yes=True)
            texting.start(tx, act, person.phone, said="START")
        for purpose in Purpose:
            person.no.pop((SMS, purpose), None)


def says_no(tx: Transaction, act: Act, person: Person) -> None:
    """No offers in Telegram."""
    consent = _consent(TELEGRAM, MARKETING, False, act)
    profile.record_consent(tx, member_id=person.id, consent=consent)
    person.yes.discard((TELEGRAM, MARKETING))
    person.no.setdefault((TELEGRAM, MARKETING), act.now)


def says_yes(tx: Transaction, act: Act, person: Person) -> None:
    """Offers in Telegram are welcome."""
    consent = _consent(TELEGRAM, MARKETING, True, act)
    profile.record_consent(tx, member_id=person.id, consent=consent)
    person.yes.add((TELEGRAM, MARKETING))
    person.no.pop((TELEGRAM, MARKETING), None)


def pauses(tx: Transaction, act: Act, person: Person) -> None:
    """Nothing at all, or everything again."""
    paused, person.paused_once = person.silent_since is None, True
    person.silent_since = act.now if paused else None
    profile.pause(tx, act, member_id=person.id, paused=paused)


def moves(tx: Transaction, act: Act, person: Person) -> None:
    """To another part of the world."""
    person.zone, person.zone_since = act.random.choice(ZONES), act.now
    profile.set_timezone(tx, member_id=person.id, timezone=person.zone)


Deed = Callable[[Transaction, Act, Person], None]
DEEDS: dict[Deed, int] = {
    buys: 40, leaves_cart: 12, redeems: 10, blocks: 3, unblocks: 3, says_stop: 3, says_start: 3,
    says_no: 2, says_yes: 2, pauses: 1, moves: 2, tells_birthday: 1,
}  # fmt: skip


def does_something(tx: Transaction, act: Act, person: Person, random: Random) -> str:
    """One deed of chance, whose name is returned; one the rules refuse changes nothing."""
    [deed] = random.choices(list(DEEDS), weights=list(DEEDS.values()))
    try:
        deed(tx, act, person)
    except LoyaltyError as refusal:
        return f"{deed.__name__}: {type(refusal).__name__}"
    return deed.__name__
