"""Whether, when and where a message goes: what the person wants, then what the shop allows."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery import Rules
from bot.hours import opening
from core.model import Channel, Purpose, Status
from core.program.sending import Hours, Sending
from core.tables import chats, consents, members, outbox
from core.tables.outbox import State
from tests.bot.delivery.conftest import (
    MARKETING,
    NOON,
    PHONE,
    SMS,
    TELEGRAM,
    TRANSACTIONAL,
    Shop,
    consent,
)

BOTH = ((TELEGRAM, MARKETING), (SMS, MARKETING))
HOUR = timedelta(hours=1)
USUAL = Sending().hours(TELEGRAM, MARKETING)
SMS_MARKETING = Sending().hours(SMS, MARKETING)


def says(shop: Shop, **sending: int) -> None:
    """Have the program say that of when and how often members are written to."""
    program = shop.acts.program
    shop.acts.program = program.model_copy(update={"sending": Sending.model_validate(sending)})


@pytest.mark.parametrize(
    ("local", "hours", "opens"),
    [
        ("2026-03-10T12:00", USUAL, "2026-03-10T12:00"),
        ("2026-03-10T07:59", USUAL, "2026-03-10T08:00"),
        ("2026-03-10T08:00", USUAL, "2026-03-10T08:00"),
        ("2026-03-10T21:59", USUAL, "2026-03-10T21:59"),
        ("2026-03-10T22:00", USUAL, "2026-03-11T08:00"),
        ("2026-03-10T20:00", SMS_MARKETING, "2026-03-11T09:00"),
        ("2026-03-14T21:00", SMS_MARKETING, "2026-03-15T12:00"),  # a Saturday
        ("2026-03-15T11:00", SMS_MARKETING, "2026-03-15T12:00"),
        ("2026-03-15T20:30", SMS_MARKETING, "2026-03-16T09:00"),
        # Clocks go from 3:00 to 4:00 on 29 March, and from 4:00 to 3:00 on 25 October.
        ("2026-03-28T23:00", USUAL, "2026-03-29T08:00"),
        ("2026-10-24T23:00", USUAL, "2026-10-25T08:00"),
        ("2026-10-25T03:30", USUAL, "2026-10-25T08:00"),
    ],
)
def test_hours_are_those_of_the_clock_on_the_wall(local: str, hours: Hours, opens: str) -> None:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Europe/Bucharest")
    now = datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)

    found = opening(now, hours, "Europe/Bucharest")

    assert found.astimezone(zone).strftime("%Y-%m-%dT%H:%M") == opens


@pytest.mark.parametrize(
    ("night", "slept"),
    [
        (datetime(2026, 3, 28, 21, tzinfo=UTC), 8),  # 23:00, and the night is an hour shorter
        (datetime(2026, 10, 24, 20, tzinfo=UTC), 10),  # 23:00, an hour longer
        (datetime(2026, 6, 1, 20, tzinfo=UTC), 9),
    ],
)
async def test_the_night_on_which_clocks_change_ends_at_eight_too(
    shop: Shop, night: datetime, slept: int
) -> None:
    shop.clock.now = night
    id = await shop.message(await shop.member())
    assert await shop.drain() == {}
    assert (await shop.posted(id)).attempts == 0

    shop.clock.pass_(hours=slept, seconds=-1)
    assert await shop.drain() == {}
    shop.clock.pass_(seconds=1)
    assert await shop.drain() == {"sent": 1}


async def test_hours_are_those_of_the_members_own_time_zone(shop: Shop) -> None:
    here = await shop.message(await shop.member())
    kyoto = await shop.message(await shop.member(timezone="Asia/Tokyo"))
    shop.clock.now = datetime(2026, 3, 10, 14, tzinfo=UTC)  # 16:00 here, 23:00 there
    await shop.drain()

    assert (await shop.state(here), await shop.state(kyoto)) == (State.SENT, State.QUEUED)
    assert not shop.sms.sent


async def test_a_message_that_is_stale_by_morning_is_not_sent_at_all(shop: Shop) -> None:
    shop.clock.now = NOON + timedelta(hours=11)
    id = await shop.message(await shop.member(), wanted_for=HOUR)
    await shop.drain()

    posted = await shop.posted(id)
    assert (posted.state, posted.reason) == (State.SUPPRESSED, "quiet hours")


async def test_a_message_that_waited_too_long_is_stale(shop: Shop) -> None:
    id = await shop.message(await shop.member(), wanted_for=HOUR)
    shop.clock.pass_(hours=1)
    await shop.drain()

    posted = await shop.posted(id)
    assert (posted.state, posted.reason) == (State.SUPPRESSED, "stale")


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.ACTIVE])
async def test_only_who_takes_part_is_written_to(shop: Shop, status: Status) -> None:
    ann = await shop.member()
    id = await shop.message(ann)
    await shop.database.run(lambda tx: members.set_status(tx, ann, status))
    await shop.drain()

    posted = await shop.posted(id)
    assert (posted.state, posted.reason) == (State.SUPPRESSED, status.value)


@pytest.mark.parametrize(
    ("purpose", "yes", "no", "sent"),
    [
        (MARKETING, ((TELEGRAM, MARKETING),), (), True),
        (MARKETING, (), (), False),
        (MARKETING, ((TELEGRAM, TRANSACTIONAL), (SMS, MARKETING)), (), False),
        (MARKETING, (), ((TELEGRAM, MARKETING),), False),
        (TRANSACTIONAL, (), (), True),
        (TRANSACTIONAL, (), ((TELEGRAM, MARKETING),), True),
        (TRANSACTIONAL, (), ((TELEGRAM, TRANSACTIONAL),), False),
    ],
)
async def test_telegram_marketing_needs_a_yes_and_news_no_no(
    shop: Shop,
    purpose: Purpose,
    yes: tuple[tuple[Channel, Purpose], ...],
    no: tuple[tuple[Channel, Purpose], ...],
    sent: bool,
) -> None:
    id = await shop.message(await shop.member(yes=yes, no=no), purpose=purpose)
    await shop.drain()

    assert await shop.state(id) is (State.SENT if sent else State.SUPPRESSED)
    assert bool(shop.telegram.sent) is sent


@pytest.mark.parametrize(
    ("purpose", "yes", "no", "sent"),
    [
        (MARKETING, ((SMS, MARKETING),), (), True),
        (MARKETING, ((SMS, TRANSACTIONAL), (TELEGRAM, MARKETING)), (), False),
        (TRANSACTIONAL, ((SMS, TRANSACTIONAL),), (), True),
        (TRANSACTIONAL, ((SMS, MARKETING),), (), True),
        (TRANSACTIONAL, (), (), False),
        (TRANSACTIONAL, ((SMS, MARKETING),), ((SMS, TRANSACTIONAL),), False),
    ],
)
async def test_a_number_is_texted_only_if_consent_came_with_it(
    shop: Shop,
    purpose: Purpose,
    yes: tuple[tuple[Channel, Purpose], ...],
    no: tuple[tuple[Channel, Purpose], ...],
    sent: bool,
) -> None:
    ann = await shop.member(telegram=False, phone=PHONE, yes=yes, no=no)
    id = await shop.message(ann, purpose=purpose)
    await shop.drain()

    assert await shop.state(id) is (State.SENT if sent else State.SUPPRESSED)
    assert bool(shop.sms.sent) is sent


async def test_who_can_not_be_reached_at_all_is_blocked(shop: Shop) -> None:
    id = await shop.message(await shop.member(telegram=False))
    await shop.drain()

    posted = await shop.posted(id)
    assert posted.state is State.BLOCKED
    assert outbox.went_nowhere(posted.state, posted.channel, posted.reason)


async def test_a_no_between_taking_and_sending_counts(shop: Shop) -> None:
    ann = await shop.member()
    id = await shop.message(ann, purpose=MARKETING)
    worker = shop.delivery()
    worker._taker.ways = shop.ways.keys()
    [letter] = (await worker._taker.take(10)).letters
    no = consent(TELEGRAM, MARKETING, granted=False)
    await shop.database.run(lambda tx: consents.add(tx, ann, no))

    assert await worker._taker.begin(letter) is None
    assert await shop.state(id) is State.SUPPRESSED


async def test_telegram_comes_first_and_a_wish_before_it(shop: Shop) -> None:
    await shop.message(await shop.member(phone=PHONE, yes=BOTH))
    await shop.message(await shop.member(phone="+40721000001", yes=BOTH, prefers=SMS))
    await shop.drain()

    assert (len(shop.telegram.sent), [to for to, _ in shop.sms.sent]) == (1, ["+40721000001"])


async def test_a_wish_can_not_widen_what_a_message_is_for(shop: Shop) -> None:
    ann = await shop.member(phone=PHONE, yes=BOTH, prefers=SMS)
    await shop.message(ann, channels=(TELEGRAM,))
    await shop.drain()

    assert (len(shop.telegram.sent), len(shop.sms.sent)) == (1, 0)


async def test_a_number_that_is_blocked_is_not_texted(shop: Shop) -> None:
    ann = await shop.member(telegram=False, phone=PHONE, yes=BOTH)
    await shop.database.run(lambda tx: chats.take(tx, SMS, PHONE))
    await shop.database.run(lambda tx: chats.mark_blocked(tx, SMS, PHONE, NOON))
    id = await shop.message(ann)
    await shop.drain()

    assert await shop.state(id) is State.BLOCKED


async def test_only_countries_on_the_list_are_texted(shop: Shop) -> None:
    shop.rules = Rules(sms_countries=("RO",))
    near = await shop.message(await shop.member(telegram=False, phone=PHONE, yes=BOTH))
    far = await shop.message(await shop.member(telegram=False, phone="+12025550143", yes=BOTH))
    await shop.drain()

    assert (await shop.state(near), await shop.state(far)) == (State.SENT, State.SUPPRESSED)
    assert (await shop.posted(far)).reason == "sms: country not allowed"


async def test_when_the_days_parts_are_used_up_texts_wait_for_tomorrow(shop: Shop) -> None:
    shop.sms_daily_parts, shop.sms.parts_each = 4, 2
    for number in range(3):
        phone = f"+4072100001{number}"
        await shop.message(await shop.member(telegram=False, phone=phone, yes=BOTH))
        await shop.drain()
    assert len(shop.sms.sent) == 2

    shop.clock.now = NOON.replace(hour=10) + timedelta(days=1)
    await shop.drain()
    assert len(shop.sms.sent) == 3


async def test_marketing_stops_at_so_many_a_day_and_goes_on_later(shop: Shop) -> None:
    says(shop, a_day=2, a_week=3)
    ann = await shop.member()
    for _ in range(5):
        await shop.message(ann, purpose=MARKETING, wanted_for=timedelta(days=30))
        await shop.drain()
        shop.clock.pass_(minutes=61)
    assert len(shop.telegram.sent) == 2

    shop.clock.now = NOON + timedelta(days=1, hours=1)
    await shop.drain()
    assert len(shop.telegram.sent) == 3  # the last one told all that waited
    await shop.message(ann, purpose=MARKETING, wanted_for=timedelta(days=30))
    for day in range(2, 7):
        shop.clock.now = NOON + timedelta(days=day)
        await shop.drain()
    assert len(shop.telegram.sent) == 3
    shop.clock.now = NOON + timedelta(days=7, hours=9)
    await shop.drain()
    assert len(shop.telegram.sent) == 4


async def test_an_offer_by_text_is_not_delivered_into_the_night(shop: Shop) -> None:
    ben = await shop.member(telegram=False, phone=PHONE, yes=BOTH)
    shop.clock.now = NOON.replace(hour=17, minute=20)  # 19:20 in Bucharest
    await shop.message(ben, purpose=MARKETING)
    await shop.message(ben)
    await shop.drain()

    assert sorted(one.valid_s or 0 for one in shop.sms.spoken) == [40 * 60, 160 * 60]


async def test_the_program_says_at_which_hours_and_how_often(shop: Shop) -> None:
    says(shop, begin=13, end=14, sms_a_day=1)
    ann, ben = await shop.member(), await shop.member(telegram=False, phone=PHONE, yes=BOTH)
    await shop.message(ann)
    for _ in range(2):
        await shop.message(ben, purpose=MARKETING)
        await shop.drain()
        shop.clock.pass_(minutes=29)
    assert (len(shop.telegram.sent), len(shop.sms.sent)) == (0, 1)

    shop.clock.pass_(minutes=3)  # 13:01 in Bucharest
    await shop.drain()
    assert (len(shop.telegram.sent), len(shop.sms.sent)) == (1, 1)


async def test_news_are_not_held_back_by_caps(shop: Shop) -> None:
    ann = await shop.member()
    for _ in range(10):
        await shop.message(ann)
        await shop.drain()

    assert len(shop.telegram.sent) == 10


async def test_three_messages_within_an_hour_are_told_as_one(shop: Shop) -> None:
    ann = await shop.member()
    ids = [
        await shop.message(ann, points=number, buttons=(("button-points", "points"),))
        for number in (1, 2)
    ]
    ids.append(await shop.message(ann, points=3, due=shop.clock() + timedelta(minutes=50)))
    assert await shop.drain() == {"sent": 3}

    [spoken] = shop.telegram.spoken
    assert spoken.text.count("You have") == 3
    assert len(spoken.buttons) == 1
    posted = [await shop.posted(id) for id in ids]
    assert {one.provider_id for one in posted} == {"sent-1"}
    assert sum(one.parts for one in posted) == 1


async def test_two_messages_are_told_one_by_one(shop: Shop) -> None:
    ann = await shop.member()
    for _ in range(2):
        await shop.message(ann)
    await shop.drain()

    assert len(shop.telegram.sent) == 2


async def test_after_two_messages_offers_wait_for_the_next_hour(shop: Shop) -> None:
    ann = await shop.member()
    for _ in range(4):
        await shop.message(ann, purpose=MARKETING)
        await shop.drain()
        shop.clock.pass_(minutes=5)
    assert len(shop.telegram.sent) == 2

    shop.clock.pass_(minutes=50)
    await shop.drain()
    assert len(shop.telegram.sent) in (3, 4)


async def test_texts_are_never_told_together(shop: Shop) -> None:
    ann = await shop.member(telegram=False, phone=PHONE, yes=BOTH)
    for _ in range(3):
        await shop.message(ann, purpose=MARKETING)
    await shop.drain()

    assert [text.count("You have") for text in shop.sms.texts] == [1, 1]
