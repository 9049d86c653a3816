"""What was texted while nobody listened is fetched, heard once, and answered."""

from datetime import timedelta

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
