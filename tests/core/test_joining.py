"""Joining, leaving, coming back, being forgotten."""

from dataclasses import replace
from random import Random

import pytest

from core.errors import (
    AlreadyMember,
    EmailTaken,
    MembershipBlocked,
    OperationReused,
    PhoneTaken,
    UnknownReferralCode,
)
from core.joining import Joined, Newcomer, enrol, join_chat
from core.leaving import forget, leave
from core.model import Birthday, Channel, Consent, Kind, Member, Purpose, Status
from core.profile import pause, record_consent, say, set_birthday, set_language, set_phone
from core.tables import (
    chats,
    consents,
    dead_letters,
    entries,
    feedback,
    members,
    operations,
    referrals,
    retention,
)
from tests.core.conftest import Cafe
from tests.core.program.cafe import CAFE

PHONE = "+380501234567"


def join(cafe: Cafe, *, id: str = "", **known: str) -> Joined:
    """Ann joins, or says so again."""
    chat = chats.take(cafe.tx, Channel.TELEGRAM, "Ann")
    newcomer = Newcomer(name="Ann", language="en", referral_code=known.get("code"))
    return join_chat(cafe.tx, cafe.act(id), chat=chat, newcomer=newcomer)


def test_joining_gives_its_points_once(cafe: Cafe) -> None:
    first = join(cafe)
    again = join(cafe)
    [entry] = entries.page(cafe.tx, first.member.id, before=None, limit=9)

    assert (first.new, first.bonus, first.member.balance) == (True, 50, 50)
    assert (again.new, again.bonus, again.member.id) == (False, 0, first.member.id)
    assert (entry.kind, entry.points) == (Kind.SIGNUP, 50)


def test_the_same_tap_again_gives_the_same_result(cafe: Cafe) -> None:
    ann = cafe.joins("Referrer")
    first = join(cafe, id="tap", code=ann.referral_code)

    assert join(cafe, id="tap") == first
    assert first.referred


def test_an_unknown_code_stops_nobody(cafe: Cafe) -> None:
    joined = join(cafe, code="NOBODYS1")

    assert (joined.new, joined.referred) == (True, False)
    assert referrals.of_friend(cafe.tx, joined.member.id) is None


def test_everybody_gets_a_card_and_a_code_of_their_own(cafe: Cafe) -> None:
    people = [cafe.joins(f"Ann {number}") for number in range(50)]

    assert len({one.card for one in people}) == 50
    assert len({one.referral_code for one in people}) == 50
    assert len({one.id for one in people}) == 50


def test_who_leaves_keeps_the_points_and_comes_back_to_them(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    leave(cafe.tx, cafe.act(), member_id=ann.id)
    left = cafe.again(ann)
    join(cafe)

    assert (left.status, left.balance) == (Status.LEFT, 50)
    assert (cafe.again(ann).status, cafe.balance(ann)) == (Status.ACTIVE, 50)


def test_who_is_blocked_cannot_come_back(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    members.set_status(cafe.tx, ann.id, Status.BLOCKED)

    with pytest.raises(MembershipBlocked):
        join(cafe)
    assert leave(cafe.tx, cafe.act(), member_id=ann.id).status is Status.BLOCKED


def test_who_is_forgotten_leaves_only_numbers(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone=PHONE)
    set_birthday(cafe.tx, cafe.act(), member_id=ann.id, birthday=Birthday(day=1, month=2))
    say(cafe.tx, cafe.act(), member_id=ann.id, text="I am Ann")
    forget(cafe.tx, cafe.act(), member_id=ann.id)
    gone = cafe.again(ann)

    assert (gone.status, gone.balance) == (Status.ERASED, 50)
    assert (gone.name, gone.phone, gone.email, gone.birthday) == ("", None, None, None)
    assert chats.of_member(cafe.tx, ann.id) == []
    assert feedback.of_member(cafe.tx, ann.id) == []
    for key in ("card", "referral_code"):
        assert members.by_key(cafe.tx, key, getattr(ann, key)) is None


def test_who_was_forgotten_joins_as_somebody_new(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    forget(cafe.tx, cafe.act(), member_id=ann.id)

    assert join(cafe).member.id != ann.id


def test_the_points_for_joining_are_given_once_in_a_life(cafe: Cafe) -> None:
    for bonus in (50, 0, 0):
        joined = join(cafe)
        assert (joined.bonus, joined.member.balance) == (bonus, bonus)
        forget(cafe.tx, cafe.act(), member_id=joined.member.id)

    assert "Ann" not in str(cafe.tx.rows("SELECT * FROM past_bonuses"))


def test_who_had_no_points_for_joining_gets_them_when_there_are_some(quiet: Cafe) -> None:
    forget(quiet.tx, quiet.act(), member_id=join(quiet).member.id)
    quiet.rules(CAFE)

    assert join(quiet).bonus == 50


def test_the_shop_gives_the_points_for_joining_once_too(cafe: Cafe) -> None:
    forget(cafe.tx, cafe.act(), member_id=join(cafe).member.id)
    ann = Newcomer(name="Ann", language="en", phone=PHONE)

    assert enrol(cafe.tx, cafe.act(), ann, [(Channel.TELEGRAM, "Ann")]).bonus == 0


def test_who_is_forgotten_leaves_no_dead_letters(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    for event, sender in enumerate(("Ann", "Ann", "Bob")):
        bury(cafe, str(event), sender)
    forget(cafe.tx, cafe.act(), member_id=ann.id)

    assert cafe.tx.rows("SELECT address FROM dead_letters") == [("Bob",)]


def test_dead_letters_are_purged_by_their_age(cafe: Cafe) -> None:
    bury(cafe, "old", "Ann")
    cafe.passes(days=30)
    bury(cafe, "new", "Ann")
    retention.dead_letters(cafe.tx, before=cafe.now, limit=9)

    assert cafe.tx.rows("SELECT event_id FROM dead_letters") == [("new",)]


def bury(cafe: Cafe, event_id: str, sender: str) -> None:
    """An update of that person's met a bug."""
    dead_letters.bury(
        cafe.tx, Channel.TELEGRAM, sender, event_id, body="I am Ann", error="Bug", now=cafe.now
    )


def test_no_words_of_an_operation_are_kept(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    operations.done(cafe.tx, ann.id, cafe.act("1"), "adjust 5 Ann spilled it", "55")
    asked = operations.result_of(cafe.tx, ann.id, cafe.act("1"), "adjust 5 Ann spilled it")

    assert asked == "55"
    assert "spilled" not in str(cafe.tx.rows("SELECT * FROM operations"))
    with pytest.raises(OperationReused):
        operations.result_of(cafe.tx, ann.id, cafe.act("1"), "adjust 6")


def test_a_card_that_somebody_has_is_drawn_again(cafe: Cafe) -> None:
    same_luck = [replace(cafe.act(), random=Random(1)) for _ in range(2)]
    taken = [chats.take(cafe.tx, Channel.TELEGRAM, name) for name in ("Ann", "Bob")]
    ann, bob = (
        join_chat(cafe.tx, act, chat=chat, newcomer=Newcomer(name="", language="en")).member
        for act, chat in zip(same_luck, taken, strict=True)
    )

    assert ann.card != bob.card
    assert ann.referral_code != bob.referral_code


def test_an_old_tap_brings_back_who_left(cafe: Cafe) -> None:
    ann = join(cafe, id="tap").member
    leave(cafe.tx, cafe.act(), member_id=ann.id)

    assert not join(cafe, id="tap").new
    assert cafe.again(ann).status is Status.ACTIVE


def test_a_new_number_replaces_the_way_by_the_old_one(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    for phone in (PHONE, "+380671234567", "+380671234567"):
        set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone=phone)

    ways = [(chat.channel, chat.address) for chat in chats.of_member(cafe.tx, ann.id)]
    assert ways == [("sms", "+380671234567"), ("telegram", "Ann")]
    assert chats.find(cafe.tx, Channel.SMS, PHONE).member_id is None


def test_the_shop_enrols_who_is_nobody_yet(cafe: Cafe) -> None:
    ann = Newcomer(name="Ann", language="en", phone=PHONE, email="ann@example.com")
    joined = enrol(cafe.tx, cafe.act(), ann, [(Channel.SMS, PHONE)])

    assert chats.find(cafe.tx, Channel.SMS, PHONE).member_id == joined.member.id
    assert (joined.member.phone, joined.bonus) == (PHONE, 50)


@pytest.mark.parametrize(
    ("newcomer", "address", "refusal"),
    [
        (Newcomer(name="Bob", language="en"), PHONE, AlreadyMember),
        (Newcomer(name="Bob", language="en", phone=PHONE), "other", PhoneTaken),
        (Newcomer(name="Bob", language="en", email="ann@example.com"), "other", EmailTaken),
        (Newcomer(name="Bob", language="en", referral_code="NO"), "other", UnknownReferralCode),
    ],
)
def test_the_shop_cannot_enrol_anybody_twice(
    cafe: Cafe, newcomer: Newcomer, address: str, refusal: type[Exception]
) -> None:
    ann = Newcomer(name="Ann", language="en", phone=PHONE, email="ann@example.com")
    enrol(cafe.tx, cafe.act(), ann, [(Channel.SMS, PHONE)])

    with pytest.raises(refusal):
        enrol(cafe.tx, cafe.act(), newcomer, [(Channel.SMS, address)])


def test_a_phone_number_belongs_to_one_member(cafe: Cafe) -> None:
    ann, bob = cafe.joins("Ann"), cafe.joins("Bob")
    for _ in range(2):
        set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone=PHONE)

    with pytest.raises(PhoneTaken):
        set_phone(cafe.tx, cafe.act(), member_id=bob.id, phone=PHONE)


def test_the_same_yes_again_adds_no_proof(cafe: Cafe) -> None:
    ann = cafe.joins()
    for granted in (True, True, False, False, True):
        record_consent(cafe.tx, member_id=ann.id, consent=offers(cafe, granted))

    assert [one.granted for one in consents.history(cafe.tx, ann.id)] == [True, False, True]
    assert consents.in_force(cafe.tx, ann.id) == [offers(cafe, True)]


def test_feedback_that_comes_again_is_kept_once(cafe: Cafe) -> None:
    ann = cafe.joins()
    for id, text in (("1", "good"), ("1", "good"), ("2", "good")):
        say(cafe.tx, cafe.act(id), member_id=ann.id, text=text)

    assert [one.text for one in feedback.of_member(cafe.tx, ann.id)] == ["good", "good"]


def test_a_pause_sends_nothing_and_earns_on(quiet: Cafe) -> None:
    ann = quiet.joins()
    pause(quiet.tx, quiet.act(), member_id=ann.id, paused=True)
    earned = quiet.orders(ann, "60.00").awarded
    quiet.redeems(ann)
    pause(quiet.tx, quiet.act(), member_id=ann.id, paused=False)

    assert earned == 60
    assert quiet.again(ann).status is Status.ACTIVE


def test_a_pause_ends_no_leave(cafe: Cafe) -> None:
    ann = cafe.joins()
    leave(cafe.tx, cafe.act(), member_id=ann.id)
    pause(cafe.tx, cafe.act(), member_id=ann.id, paused=False)

    assert cafe.again(ann).status is Status.LEFT


def test_the_chosen_language_stays(cafe: Cafe) -> None:
    ann = cafe.joins()
    set_language(cafe.tx, member_id=ann.id, language="uk")

    assert cafe.again(ann).language == "uk"


def offers(cafe: Cafe, granted: bool) -> Consent:
    """A yes or no to offers."""
    return Consent(
        channel=Channel.TELEGRAM,
        purpose=Purpose.MARKETING,
        granted=granted,
        at=cafe.now,
        wording="consent-offers/1/en",
        source="chat",
    )


def test_balances_start_at_nothing_where_joining_gives_nothing(quiet: Cafe) -> None:
    ann: Member = quiet.joins()

    assert (ann.balance, ann.entries) == (0, 0)
