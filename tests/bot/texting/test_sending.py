"""What goes out: the real SDK, the errors' meanings, and messages of which nobody knows."""

import logging
from datetime import date, timedelta

import pytest

from bot.channels.sms_twilio import TwilioSms
from bot.conversation.messages import Spoken, SpokenButton
from bot.conversation.texts import Texts
from bot.delivery.wording import worded
from bot.ports import ChannelRefused, TryLater, Undeliverable
from bot.sandbox.twilio.failures import Failure, Fate
from core.model import Channel, Purpose
from core.program.sms import Sms
from core.rating import LABELS
from core.tables import chats, feedback, ratings
from core.tables.outbox import Message, State
from core.tables.ratings import Asked
from tests.bot.texting.conftest import NUMBER, Cafe

HELLO = Spoken(text="Hello! Your 50 points are waiting.")


async def test_a_message_goes_out_once_with_our_id_in_the_address_that_is_told(cafe: Cafe) -> None:
    sent = await cafe.line.twilio.send(NUMBER, HELLO, reference="7")

    [asked], [message] = cafe.twilio.asked, cafe.twilio.messages
    assert (sent.id, sent.parts) == (message.sid, 1)
    assert asked["StatusCallback"] == f"{cafe.url}/webhooks/twilio/status?m=7"
    assert (asked["To"], asked["From"]) == (NUMBER, cafe.twilio.number)
    assert asked["ValidityPeriod"] == "14400"


async def test_a_messaging_service_takes_the_place_of_the_number(cafe: Cafe) -> None:
    service = TwilioSms(
        account_sid=cafe.twilio.account,
        auth_token=cafe.twilio.token,
        sender="MG123",
        api_url=cafe.twilio.url,
        rules=Sms,
        callbacks=lambda: None,
    )
    await service.send(NUMBER, HELLO)
    await service.close()

    [asked] = cafe.twilio.asked
    assert asked["MessagingServiceSid"] == "MG123"
    assert not {"From", "StatusCallback"} & asked.keys()


async def test_what_a_pushed_message_offers_can_be_answered_by_number(cafe: Cafe) -> None:
    phone = await cafe.member()
    buttons = ((SpokenButton(label="Points", command="points"),),)
    await cafe.line.twilio.send(NUMBER, Spoken(text="Soon to expire!", buttons=buttons))
    await cafe.twilio.settled()

    assert phone.received[-1] == "Soon to expire!\n1. Points"
    assert "50 points" in (await phone.texts("1"))[0]


async def test_a_purchase_is_rated_by_the_digit_of_its_stars(cafe: Cafe) -> None:
    phone = await cafe.member()
    member = await cafe.about()
    assert member
    asked = Asked(
        id=2**52 + 1, member_id=member.id, reference="eu/1", campaign="rating",
        asked_at=cafe.clock(),
    )  # fmt: skip
    await cafe.do(lambda tx: ratings.add(tx, asked))
    message = Message(
        id=2**62 + 5, member_id=member.id, campaign="rating", occasion="eu/1",
        purpose=Purpose.MARKETING, key="notice-rating-ask", created_at=cafe.clock(),
        due_at=cafe.clock(), stale_at=cafe.clock(), values={"date": date(2026, 3, 9)},
        buttons=tuple((label, f"rate {asked.id} {at}") for at, label in enumerate(LABELS, 1)),
    )  # fmt: skip
    spoken = worded(Texts.load(), cafe.acts.program, "en", [message], Channel.SMS)
    await cafe.line.twilio.send(NUMBER, spoken)
    await cafe.twilio.settled()
    assert "\n4. Good\n5. Great" in phone.received[-1]

    assert "(4 of 5)" in (await phone.texts("4"))[0]
    assert "read it" in (await phone.texts("Warm and quick"))[0]
    [said] = await cafe.do(lambda tx: feedback.of_member(tx, member.id))
    assert (said.stars, said.text, said.reference) == (4, "Warm and quick", "eu/1")


GONE: dict[str, object] = {"gone": True, "opted_out": False}
NOT_THIS_ONE: dict[str, object] = {"gone": False, "opted_out": False}
MEANINGS: list[tuple[Failure, type[Exception], dict[str, object]]] = [
    (Failure.flood(), TryLater, {"maybe_sent": False}),
    (Failure.error(20429, 429), TryLater, {"maybe_sent": False}),
    *((Failure.error(code), ChannelRefused, {}) for code in (20003, 21608, 30034, 30002)),
    (Failure.error(20003, 401), ChannelRefused, {}),
    *((Failure.error(code), Undeliverable, GONE) for code in (21211, 21614, 21635, 21612, 30006)),
    (Failure.error(21610), Undeliverable, {"gone": True, "opted_out": True}),
    *((Failure.error(code), Undeliverable, NOT_THIS_ONE) for code in (21408, 21617, 30450, 30007)),
    (Failure.error(21611), TryLater, {"after_s": 900.0, "maybe_sent": False}),
    (Failure.error(30001), TryLater, {"after_s": 900.0, "maybe_sent": False}),
    (Failure.error(30500), TryLater, {"maybe_sent": False}),
    (Failure.error(99999), TryLater, {"maybe_sent": False}),
    (Failure(code=21610, problem=True), Undeliverable, {"opted_out": True}),
    (Failure.server_error(), TryLater, {"maybe_sent": True}),
    (Failure(status=502, html=True), TryLater, {"maybe_sent": True}),
    (Failure.drop(), TryLater, {"maybe_sent": True}),
]


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_each_error_means_what_it_should(cafe: Cafe) -> None:
    for failure, error, shape in MEANINGS:
        asked = len(cafe.twilio.asked)
        cafe.twilio.fail(failure)
        with pytest.raises((TryLater, ChannelRefused, Undeliverable)) as raised:
            await cafe.line.twilio.send(NUMBER, HELLO)

        assert raised.type is error, failure
        assert {name: getattr(raised.value, name) for name in shape} == shape, failure
        assert len(cafe.twilio.asked) == asked + 1, f"the library repeated it after {failure}"
        await cafe.line.twilio.send(NUMBER, HELLO)


async def test_floods_are_waited_for_twice_as_long_each_time(cafe: Cafe) -> None:
    cafe.twilio.fail(*[Failure.flood()] * 12)
    pauses = []
    for _ in range(12):
        with pytest.raises(TryLater) as later:
            await cafe.line.twilio.send(NUMBER, HELLO)
        pauses.append(later.value.after_s)

    assert 0.09 <= pauses[0] <= 0.11
    assert 0.18 <= pauses[1] <= 0.22
    assert 27 <= pauses[-1] <= 33


@pytest.mark.parametrize("accepted", [True, False])
async def test_no_answer_in_time_is_maybe_sent(cafe: Cafe, accepted: bool) -> None:
    cafe.line.twilio._timeout_s = 0.2
    cafe.twilio.fail(Failure.hang(accepted=accepted))
    with pytest.raises(TryLater) as later:
        await cafe.line.twilio.send(NUMBER, HELLO)

    assert later.value.maybe_sent


async def test_twilio_out_of_reach_is_surely_not_sent() -> None:
    away = TwilioSms(
        account_sid="AC1",
        auth_token="x",
        sender="+15005550006",
        api_url="http://127.0.0.1:9",
        rules=Sms,
        callbacks=lambda: None,
    )
    with pytest.raises(TryLater) as later:
        await away.send(NUMBER, HELLO)
    await away.close()

    assert not later.value.maybe_sent


# What is told of it


async def unknown(cafe: Cafe) -> int:
    """A message that was accepted and never answered: nobody knows."""
    id = await cafe.leased()
    cafe.line.twilio._timeout_s = 0.2
    cafe.twilio.fail(Failure.hang(accepted=True))
    with pytest.raises(TryLater):
        await cafe.line.twilio.send(NUMBER, HELLO, reference=str(id))

    def settle(tx: object) -> None:
        from core.tables import outbox

        outbox.settle(tx, id, "w", State.UNKNOWN, at=cafe.clock(), reason="")  # type: ignore[arg-type]

    await cafe.do(settle)
    return id


async def test_what_nobody_answered_is_resolved_by_the_callback(cafe: Cafe) -> None:
    await cafe.member()
    id = await unknown(cafe)
    await cafe.twilio.settled()

    posted = await cafe.posted(id)
    assert posted.state is State.DELIVERED
    assert posted.provider_id == cafe.twilio.messages[-1].sid


async def test_what_nobody_told_is_resolved_by_listing(cafe: Cafe) -> None:
    await cafe.member()
    cafe.twilio.fate = Fate(told=False)
    id = await unknown(cafe)
    await cafe.twilio.settled()
    assert (await cafe.posted(id)).state is State.UNKNOWN
    cafe.clock.now += timedelta(minutes=5)

    assert await cafe.line.look_after() == 1
    assert (await cafe.posted(id)).state is State.DELIVERED
    assert await cafe.line.look_after() == 0


async def test_what_twilio_does_not_know_after_an_hour_was_not_sent(cafe: Cafe) -> None:
    await cafe.member()
    id = await cafe.leased(state=State.UNKNOWN)
    cafe.clock.now += timedelta(minutes=5)
    assert await cafe.line.look_after() == 0
    cafe.clock.now += timedelta(hours=1)
    assert await cafe.line.look_after() == 1

    assert (await cafe.posted(id)).state is State.FAILED


async def test_an_answer_or_another_message_is_not_taken_for_the_lost_one(cafe: Cafe) -> None:
    phone = await cafe.member()
    await phone.texts("points")
    other = await cafe.leased()
    await cafe.line.twilio.send(NUMBER, HELLO, reference=str(other))
    await cafe.twilio.settled()
    id = await cafe.leased(state=State.UNKNOWN)
    cafe.clock.now += timedelta(minutes=5)

    assert await cafe.line.look_after() == 0
    assert (await cafe.posted(id)).state is State.UNKNOWN


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (("sent", "delivered"), State.DELIVERED),
        (("delivered", "sent", "delivered", "sent"), State.DELIVERED),
        (("delivered", "failed"), State.DELIVERED),
        (("undelivered", "sent", "delivered"), State.FAILED),
        (("queued", "sending"), State.SENT),
        (("sent", "read"), State.DELIVERED),
        (("nonsense",), State.LEASED),
    ],
)
async def test_states_come_twice_and_out_of_order_and_a_final_one_stays(
    cafe: Cafe, told: tuple[str, ...], state: State
) -> None:
    await cafe.member()
    cafe.twilio.fate = Fate(told=False)
    id = await cafe.leased()
    await cafe.line.twilio.send(NUMBER, HELLO, reference=str(id))
    [message] = [one for one in cafe.twilio.messages if one.direction == "outbound-api"]
    for status in told:
        assert await cafe.twilio.tells(message, status) == 204

    assert (await cafe.posted(id)).state is state


async def failed(cafe: Cafe, id: int, code: int) -> None:
    """Tell that the message failed."""
    cafe.twilio.fate = Fate(told=False)
    await cafe.line.twilio.send(NUMBER, HELLO, reference=str(id))
    message = [one for one in cafe.twilio.messages if one.direction == "outbound-api"][-1]
    assert await cafe.twilio.tells(message, "undelivered", code) == 204
    assert await cafe.twilio.tells(message, "undelivered", code) == 204


@pytest.mark.parametrize(("code", "tries"), [(30003, 3), (30008, 2), (30006, 1), (30007, 1)])
async def test_a_phone_that_is_off_is_tried_again_hours_later_and_not_for_ever(
    cafe: Cafe, code: int, tries: int
) -> None:
    await cafe.member()
    id = await cafe.leased()
    for number in range(tries):
        await failed(cafe, id, code)
        posted = await cafe.posted(id)
        assert (posted.state is State.QUEUED) == (number < tries - 1)
        assert posted.provider_id == "" or posted.state is not State.QUEUED


@pytest.mark.parametrize(
    ("code", "times", "blocked"),
    [(30006, 1, True), (30005, 1, False), (30005, 2, True), (30003, 1, False), (21610, 1, True)],
)
async def test_a_number_that_takes_nothing_is_written_to_no_more(
    cafe: Cafe, code: int, times: int, blocked: bool
) -> None:
    await cafe.member()
    for _ in range(times):
        await failed(cafe, await cafe.leased(), code)

    chat = await cafe.database.read(lambda tx: chats.find(tx, Channel.SMS, NUMBER))
    assert bool(chat.blocked_at) == blocked
    if code == 21610:
        assert await cafe.agreed() == {"transactional": False, "marketing": False}


async def test_no_log_has_a_number_or_a_word_of_anybody(
    cafe: Cafe, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    phone = await cafe.member()
    await phone.texts("feedback secret words")
    for failure in (Failure.error(21610), Failure.error(99999), Failure.error(30007)):
        cafe.twilio.fail(failure)
        with pytest.raises((TryLater, Undeliverable)):
            await cafe.line.twilio.send(NUMBER, Spoken(text="secret words"))
    await failed(cafe, await cafe.leased(), 99999)

    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "99999" in said
    assert NUMBER not in said
    assert NUMBER[1:] not in said
    assert "secret" not in said
    assert cafe.twilio.token not in said
