"""What was texted while nobody listened is fetched, heard once, and answered."""

from datetime import timedelta

from core.model import Status
from core.tables import sms
from tests.bot.texting.conftest import NUMBER, Cafe


async def begins(cafe: Cafe) -> None:
    """Catch up for the first time: from then on nothing is lost."""
    cafe.clock.now += timedelta(hours=-1)
    await cafe.line.catch_up()
    cafe.clock.now += timedelta(hours=1)


async def test_a_lost_message_is_heard_once_and_answered(cafe: Cafe) -> None:
    phone = cafe.twilio.phone(NUMBER)
    await begins(cafe)
    cafe.twilio.deaf = True
    assert await phone.texts("JOIN") == []
    cafe.twilio.deaf = False
    early = await cafe.line.catch_up()
    cafe.clock.now += timedelta(minutes=5)
    heard = await cafe.line.catch_up(), await cafe.line.catch_up()
    await cafe.twilio.settled()

    assert (early, heard) == (0, (1, 0))
    assert await cafe.about(NUMBER)
    [welcome] = phone.received
    assert "50 points" in welcome


async def test_what_was_heard_is_not_heard_again_even_of_who_is_forgotten(cafe: Cafe) -> None:
    phone = cafe.twilio.phone(NUMBER)
    await begins(cafe)
    await phone.texts("JOIN")
    await cafe.do(lambda tx: sms.forget_sender(tx, NUMBER))
    cafe.clock.now += timedelta(minutes=5)

    assert await cafe.line.catch_up() == 0


async def test_before_the_first_time_nothing_counts_as_lost(cafe: Cafe) -> None:
    cafe.twilio.deaf = True
    await cafe.twilio.phone(NUMBER).texts("JOIN")
    cafe.clock.now += timedelta(minutes=5)

    assert await cafe.line.catch_up() == 0
    assert await cafe.about(NUMBER) is None


async def test_a_lost_stop_is_obeyed(cafe: Cafe) -> None:
    phone = await cafe.member()
    await begins(cafe)
    cafe.twilio.deaf = True
    await phone.texts("STOP")
    cafe.twilio.deaf = False
    cafe.clock.now += timedelta(minutes=5)
    assert await cafe.line.catch_up() == 1

    assert not any((await cafe.agreed()).values())


async def test_what_comes_late_behind_newer_ones_does_nothing_and_is_asked_for_again(
    cafe: Cafe,
) -> None:
    phone = await cafe.member()
    await begins(cafe)
    cafe.twilio.deaf = True
    await phone.texts("LEAVE")
    await phone.texts("PAUSE")
    cafe.twilio.deaf = False
    cafe.clock.now += timedelta(seconds=10)
    await phone.texts("POINTS")
    cafe.clock.now += timedelta(minutes=5)
    assert await cafe.line.catch_up() == 2
    await cafe.twilio.settled()

    member = await cafe.about(NUMBER)
    assert member
    assert member.status is Status.ACTIVE
    assert '"LEAVE" reached us late' in phone.received[-2]
    assert '"PAUSE" reached us late' in phone.received[-1]


async def test_what_was_lost_one_after_another_is_heard_so(cafe: Cafe) -> None:
    cafe.clock.now += timedelta(hours=-1)
    phone = await cafe.member()
    await cafe.line.catch_up()
    cafe.clock.now += timedelta(hours=1)
    cafe.twilio.deaf = True
    for text in ("LEAVE", "JOIN", "PAUSE"):
        await phone.texts(text)
    cafe.twilio.deaf = False
    cafe.clock.now += timedelta(minutes=5)
    assert await cafe.line.catch_up() == 3

    member = await cafe.about(NUMBER)
    assert member
    assert member.status is Status.PAUSED
