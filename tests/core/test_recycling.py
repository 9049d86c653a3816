"""Phone numbers get new owners: a number that gives cause for doubt opens no membership alone."""

import pytest

from core import joining, profile, recycling, texting
from core.joining import Newcomer
from core.model import Channel, Chat, Consent, Member, Purpose
from core.staff_errors import CustomerUnknown
from core.tables import chats, consents, members
from tests.core.conftest import Cafe

PHONE = "+380501234567"


@pytest.fixture
def ann(cafe: Cafe) -> Member:
    """Ann in Telegram, who showed us her number and has never texted."""
    ann = cafe.joins("Ann")
    profile.set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone=PHONE)
    return ann


def texts(cafe: Cafe) -> Chat:
    """Somebody texts from the number."""
    return texting.recognise(cafe.tx, cafe.act(), chats.take(cafe.tx, Channel.SMS, PHONE))


def joins_by_sms(cafe: Cafe) -> Member:
    """Somebody becomes a member by text message."""
    newcomer = Newcomer(name="", language="en", phone=PHONE)
    return joining.join_chat(cafe.tx, cafe.act(), chat=texts(cafe), newcomer=newcomer).member


def told(cafe: Cafe, member: Member) -> list[str]:
    """The sentences that wait for the member."""
    rows = cafe.tx.rows("SELECT key FROM outbox WHERE member_id = :id", id=member.id)
    return sorted(str(key) for (key,) in rows)


def test_a_number_shown_of_late_is_served_and_its_member_told(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=44)

    assert texts(cafe).member_id == ann.id
    assert told(cafe, ann) == ["texting-linked"]
    cafe.passes(days=400)
    assert texts(cafe).member_id == ann.id  # it has texted all along
    assert told(cafe, ann) == ["texting-linked"]


def test_a_number_brought_along_of_late_is_served(cafe: Cafe, ann: Member) -> None:
    """Whenever somebody joined elsewhere: the shop has told the number now."""
    cafe.tx.rows("UPDATE chats SET confirmed_at = NULL")
    cafe.tx.rows("UPDATE members SET joined_at = 0")

    assert texts(cafe).member_id == ann.id


def test_a_number_shown_long_ago_that_texts_first_waits_a_week(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=45)
    assert texts(cafe).member_id is None
    cafe.passes(days=7, seconds=-1)
    assert texts(cafe).member_id is None
    assert told(cafe, ann) == ["number-asked"]

    cafe.passes(seconds=1)
    assert texts(cafe).member_id == ann.id


def test_a_number_that_is_all_we_know_of_somebody_is_their_address(cafe: Cafe) -> None:
    by_sms = joins_by_sms(cafe)
    cafe.passes(days=1000)
    assert texts(cafe).member_id == by_sms.id

    newcomer = Newcomer(name="Bob", language="en", phone="+380507654321")
    enrolled = joining.enrol(cafe.tx, cafe.act(), newcomer, []).member
    cafe.passes(days=1000)
    chat = chats.take(cafe.tx, Channel.SMS, "+380507654321")
    assert texting.recognise(cafe.tx, cafe.act(), chat).member_id == enrolled.id


@pytest.mark.parametrize(("days", "served"), [(44, True), (45, False)])
def test_a_number_back_from_stop_after_long_silence_is_doubted(
    cafe: Cafe, days: int, served: bool
) -> None:
    by_sms = joins_by_sms(cafe)
    yes = Consent(
        channel=Channel.SMS, purpose=Purpose.MARKETING, granted=True, at=cafe.now, wording="w",
        source="s",
    )  # fmt: skip
    consents.add(cafe.tx, by_sms.id, yes)
    texting.stop(cafe.tx, PHONE, said="STOP", now=cafe.now)
    cafe.passes(days=days)

    assert (texting.start(cafe.tx, cafe.act(), PHONE, said="START") == by_sms.id) is served
    agreed = {one.purpose for one in consents.in_force(cafe.tx, by_sms.id) if one.granted}
    assert (Purpose.MARKETING in agreed) is served
    if not served:
        with pytest.raises(CustomerUnknown):
            recycling.prove(cafe.tx, cafe.act(), chat=texts(cafe), of_card=cafe.joins("Eve").id)
        recycling.prove(cafe.tx, cafe.act(), chat=texts(cafe), of_card=by_sms.id)
        assert texts(cafe).member_id == by_sms.id
        assert texting.start(cafe.tx, cafe.act(), PHONE, said="START") == by_sms.id


@pytest.mark.parametrize("yes", [True, False])
def test_the_old_chat_decides_at_once(cafe: Cafe, ann: Member, yes: bool) -> None:
    cafe.passes(days=90)
    texts(cafe)
    assert recycling.answer(cafe.tx, cafe.act(), member_id=ann.id, yes=yes) == PHONE

    assert (texts(cafe).member_id == ann.id) is yes
    assert (cafe.again(ann).phone == PHONE) is yes
    assert recycling.answer(cafe.tx, cafe.act(), member_id=ann.id, yes=not yes) == ""
    if not yes:
        assert joins_by_sms(cafe).id != ann.id
        assert cafe.balance(ann) == 50


def test_a_number_shown_anew_is_a_yes(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=90)
    texts(cafe)
    profile.set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone=PHONE)

    assert texts(cafe).member_id == ann.id


def test_who_has_another_number_by_then_loses_the_old_one_alone(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=90)
    texts(cafe)
    profile.set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone="+380507654321")

    cafe.passes(days=30)
    assert texts(cafe).member_id is None
    assert joins_by_sms(cafe).id != ann.id


def test_silence_of_who_hears_nothing_says_nothing(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=90)
    texts(cafe)
    profile.pause(cafe.tx, cafe.act(), member_id=ann.id, paused=True)
    cafe.passes(days=30)
    assert texts(cafe).member_id is None
    assert recycling.opens_at(cafe.tx, cafe.act(), texts(cafe)) is None

    profile.pause(cafe.tx, cafe.act(), member_id=ann.id, paused=False)
    chats.mark_blocked(cafe.tx, Channel.TELEGRAM, "Ann", cafe.now)
    assert texts(cafe).member_id is None


def test_the_new_owner_takes_the_number_and_nothing_else(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=90)
    recycling.disown(cafe.tx, cafe.act(), chat=texts(cafe))

    newcomer = joins_by_sms(cafe)
    assert members.by_key(cafe.tx, "phone", PHONE) == newcomer.id != ann.id
    assert told(cafe, ann) == ["number-asked", "number-gone"]
    assert (cafe.balance(ann), cafe.again(ann).phone) == (50, None)


def test_stop_counts_whoever_says_it_and_opens_nothing(cafe: Cafe, ann: Member) -> None:
    cafe.passes(days=90)

    assert texting.stop(cafe.tx, PHONE, said="STOP", now=cafe.now) == ann.id
    assert texts(cafe).member_id is None
    assert not any(one.granted for one in consents.in_force(cafe.tx, ann.id))
