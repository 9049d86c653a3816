"""A number with a new owner, by text message and in Telegram, on both engines."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from bot.conversation.messages import Incoming, Spoken
from core import profile
from core.model import Channel, Member
from core.tables import chats, outbox_views
from tests.bot.texting.conftest import NUMBER, Cafe


@pytest.fixture
async def ann(cafe: Cafe) -> Member:
    """Ann in Telegram, whose number was shown long ago and now texts for the first time."""
    ann = await cafe.enrolled(chat="1001")
    cafe.clock.now += timedelta(days=60)
    return ann


async def says(cafe: Cafe, text: str) -> Spoken:
    """Ann says it in Telegram."""
    incoming = Incoming(
        channel=Channel.TELEGRAM, sender="1001", event_id=text, text=text, language="en"
    )
    spoken = await cafe.line.router.answer(incoming)
    assert spoken
    return spoken


async def test_a_new_owner_sees_nothing_and_both_are_told_what_is_the_matter(
    cafe: Cafe, ann: Member
) -> None:
    phone = cafe.phone()
    for word in ("POINTS", "JOIN", "REDEEM coffee", "what?", "CARD"):
        [answer] = await phone.texts(word)
        assert "new owners" in answer, word
        assert ann.card not in answer.replace(" ", "")
    told = await cafe.database.read(lambda tx: outbox_views.of_member(tx, ann.id))
    assert [(one.message.key, one.message.channels) for one in told] == [
        ("number-asked", (Channel.TELEGRAM,))
    ]

    [free] = await phone.texts("1")
    assert "no card" in free
    [welcome] = await phone.texts("1")
    assert "50 points" in welcome
    other = await cafe.about()
    assert other
    assert other.id != ann.id


async def test_the_card_opens_it_at_once_and_guessing_ends(cafe: Cafe, ann: Member) -> None:
    phone = cafe.phone()
    for _ in range(10):
        assert "Nobody has this card" in (await phone.texts("NUMBER 2040128169768"))[0]
    assert "Nobody" not in (await phone.texts(f"NUMBER {ann.card}"))[0]
    cafe.clock.now += timedelta(minutes=16)
    assert "works" in (await phone.texts(f"NUMBER {ann.card}"))[0]

    assert "50 points" in (await phone.texts("POINTS"))[0]


async def test_yes_in_telegram_opens_it(cafe: Cafe, ann: Member) -> None:
    phone = cafe.phone()
    await phone.texts("POINTS")
    assert NUMBER[-4:] in (await says(cafe, "number yes")).text

    assert "50 points" in (await phone.texts("POINTS"))[0]
    assert "nothing to answer" in (await says(cafe, "number no")).text


async def test_a_no_and_many_texts_at_once_end_in_one_of_both(cafe: Cafe, ann: Member) -> None:
    phone = cafe.phone()
    await phone.texts("POINTS")
    cafe.clock.now += timedelta(days=7)
    answers = await asyncio.gather(
        *(phone.texts("POINTS") for _ in range(5)), says(cafe, "number no")
    )

    chat = await cafe.database.read(partial(chats.find, channel=Channel.SMS, address=NUMBER))
    about = await cafe.about()
    assert (chat.member_id == ann.id) == (about is not None)
    assert len(answers) == 6


async def test_a_number_shown_anew_is_believed(cafe: Cafe, ann: Member) -> None:
    await cafe.phone().texts("POINTS")
    act = cafe.acts.new("shows", actor="member")
    await cafe.do(partial(profile.set_phone, act=act, member_id=ann.id, phone=NUMBER))

    assert "50 points" in (await cafe.phone().texts("POINTS"))[0]
