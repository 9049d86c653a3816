"""Two memberships of one person become one: nothing is lost, and a number alone takes nothing."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core import granting, joining, linking, merging, profile, promising
from core.adjusting import adjust
from core.errors import NothingToMerge, PhoneTaken
from core.joining import Newcomer
from core.linking import Opened
from core.model import (
    Boost,
    Channel,
    Chat,
    Colleague,
    Consent,
    Member,
    MemberId,
    Purpose,
    Role,
    Status,
)
from core.rewards import redeeming
from core.tables import (
    boosts,
    buyers,
    chats,
    cities,
    consents,
    lots,
    members,
    moving,
    referrals,
    tags,
    vouchers,
)
from core.till import undoing
from core.transaction import Transaction
from tests.core.conftest import Cafe

PHONE = "+380501234567"


@pytest.fixture
def two(cafe: Cafe) -> tuple[Member, Member]:
    """Ann in Telegram, and Ann by SMS, who joined a day earlier."""
    chat = chats.take(cafe.tx, Channel.SMS, PHONE)
    newcomer = Newcomer(name="", language="en", phone=PHONE)
    old = joining.join_chat(cafe.tx, cafe.act(), chat=chat, newcomer=newcomer).member
    cafe.passes(days=1)
    return cafe.joins("Ann"), old


def asks(cafe: Cafe, member: Member) -> None:
    """The member shares the other's number and asks for one membership."""
    assert merging.show_number(cafe.tx, cafe.act(), member_id=member.id, phone=PHONE)
    merging.ask(cafe.tx, cafe.act(), member_id=member.id)


def merges(cafe: Cafe, member: Member, id: str = "") -> merging.Merged:
    """The member goes on with it."""
    return merging.merge_into(cafe.tx, cafe.act(id), member_id=member.id)


def answers(cafe: Cafe, channel: Channel, address: str, *, yes: bool) -> bool:
    """The other says yes or no."""
    chat: Chat = chats.take(cafe.tx, channel, address)
    return merging.answer(cafe.tx, cafe.act(), chat=chat, yes=yes)


def told(cafe: Cafe, member: Member) -> list[str]:
    """The sentences that wait for the member."""
    rows = cafe.tx.rows("SELECT key FROM outbox WHERE member_id = :id", id=member.id)
    return [str(key) for (key,) in rows]


def test_a_number_alone_takes_nothing_over_for_a_week(
    cafe: Cafe, two: tuple[Member, Member]
) -> None:
    ann, old = two
    with pytest.raises(PhoneTaken):
        profile.set_phone(cafe.tx, cafe.act(), member_id=ann.id, phone=PHONE)
    with pytest.raises(NothingToMerge):
        merges(cafe, ann)
    asks(cafe, ann)
    assert told(cafe, old) == ["merge-asked"]

    cafe.passes(days=7, seconds=-1)
    with pytest.raises(NothingToMerge):
        merges(cafe, ann)
    cafe.passes(seconds=1)
    promising.keep(cafe.tx, cafe.act(), member_id=ann.id)
    assert told(cafe, ann) == ["merge-ready"]
    assert merges(cafe, ann).points == 50


def test_who_was_told_can_say_no_and_is_not_asked_again(
    cafe: Cafe, two: tuple[Member, Member]
) -> None:
    ann, old = two
    asks(cafe, ann)
    assert answers(cafe, Channel.SMS, PHONE, yes=False)

    cafe.passes(days=30)
    with pytest.raises(NothingToMerge):
        merges(cafe, ann)
    assert not merging.show_number(cafe.tx, cafe.act(), member_id=ann.id, phone=PHONE)
    assert "merge-refused" in told(cafe, ann)
    assert cafe.balance(old) == 50


def test_a_yes_counts_at_once_unless_it_is_the_number_that_says_it(
    cafe: Cafe, two: tuple[Member, Member]
) -> None:
    ann, old = two
    chats.attach(cafe.tx, Channel.TELEGRAM, "Old Ann", old.id)
    asks(cafe, ann)

    assert not answers(cafe, Channel.SMS, PHONE, yes=True)
    with pytest.raises(NothingToMerge):
        merges(cafe, ann)
    assert answers(cafe, Channel.TELEGRAM, "Old Ann", yes=True)
    assert merges(cafe, ann).member.id == ann.id


def test_who_has_another_number_by_then_has_said_no(cafe: Cafe, two: tuple[Member, Member]) -> None:
    ann, old = two
    asks(cafe, ann)
    profile.set_phone(cafe.tx, cafe.act(), member_id=old.id, phone="+380507654321")

    cafe.passes(days=8)
    with pytest.raises(NothingToMerge):
        merges(cafe, ann)


def test_silence_of_who_wants_no_messages_says_nothing(
    cafe: Cafe, two: tuple[Member, Member]
) -> None:
    ann, old = two
    asks(cafe, ann)
    profile.pause(cafe.tx, cafe.act(), member_id=old.id, paused=True)
    cafe.passes(days=7)
    with pytest.raises(NothingToMerge):
        merges(cafe, ann)

    bob = cafe.joins("Bob")
    assert merging.show_number(cafe.tx, cafe.act(), member_id=bob.id, phone=PHONE)
    with pytest.raises(NothingToMerge):
        merging.ask(cafe.tx, cafe.act(), member_id=bob.id)


def test_all_comes_together_with_its_dates(cafe: Cafe, two: tuple[Member, Member]) -> None:
    ann, old = two
    cafe.orders(ann, "30.00", id="1")
    cafe.passes(days=1)
    cafe.orders(old, "500.00", id="2")
    voucher = cafe.redeems(old)
    cities.save(cafe.tx, old.id, "Kyiv")
    offer = Boost(by="o", factor=Decimal(2), since=cafe.now, until=cafe.now + timedelta(days=9))
    boosts.save(cafe.tx, old.id, [offer])
    tags.add(cafe.tx, [(ann.id, "both"), (old.id, "both"), (old.id, "vip")])
    buyers.tie(cafe.tx, "eu", "4711", old.id, now=cafe.now)
    bob = cafe.joins("Bob", code=old.referral_code)
    before = {member.id: lots.open_points(cafe.tx, member.id) for member in two}
    asks(cafe, ann)
    cafe.passes(days=7)
    merged = merges(cafe, ann)

    now = cafe.again(ann)
    assert merged.taken_back == 50  # joining is rewarded once
    assert now.balance == cafe.balance(ann) == 50 + 30 + 500 + 50 - 60 - 50
    assert now.tier != "bronze"
    assert now.boosts == (offer,)
    assert (now.city, tags.of_member(cafe.tx, ann.id)) == ("Kyiv", ["both", "vip"])
    assert (now.joined_at, now.phone, now.card) == (old.joined_at, PHONE, ann.card)
    dates = {lot[:2] for lots in before.values() for lot in lots}
    assert {lot[:2] for lot in lots.open_points(cafe.tx, ann.id)} <= dates
    assert members.by_key(cafe.tx, "card", old.card) == ann.id
    assert buyers.find(cafe.tx, "eu", {"customer": "4711"}) == ann.id
    assert buyers.find(cafe.tx, "eu", {"card": old.card}) == ann.id
    assert {chat.channel for chat in chats.of_member(cafe.tx, ann.id)} == {"sms", "telegram"}
    [referral] = [one for _, one in referrals.of_referrer(cafe.tx, ann.id, limit=9)]
    assert referral.friend_id == bob.id
    found = vouchers.find(cafe.tx, voucher.code)
    assert found
    assert found.member_id == ann.id
    redeeming.undo(cafe.tx, cafe.act(), member_id=ann.id)
    assert cafe.balance(ann) == 50 + 30 + 500 + 50 - 50
    cafe.orders(ann, "500.00", id="2", status="cancelled")  # the order of the other is hers
    gone = members.find(cafe.tx, old.id)
    assert gone
    assert (gone.status, gone.balance, gone.entries) == (Status.ERASED, 0, 0)


def test_the_same_tap_merges_once(cafe: Cafe, two: tuple[Member, Member]) -> None:
    ann, _ = two
    asks(cafe, ann)
    cafe.passes(days=7)

    first = merges(cafe, ann, "tap")
    assert merges(cafe, ann, "tap") == first
    assert cafe.balance(ann) == 50


def test_consents_come_together_in_the_order_they_were_given(
    cafe: Cafe, two: tuple[Member, Member]
) -> None:
    ann, old = two

    def says(member: Member, granted: bool) -> None:
        cafe.passes(minutes=1)
        consent = Consent(
            channel=Channel.SMS, purpose=Purpose.MARKETING, granted=granted, at=cafe.now,
            wording="w", source="s",
        )  # fmt: skip
        consents.add(cafe.tx, member.id, consent)

    for member, granted in ((old, True), (ann, False), (old, True)):
        says(member, granted)
    asks(cafe, ann)
    cafe.passes(days=7)
    merges(cafe, ann)

    history = consents.history(cafe.tx, ann.id)
    assert [one.granted for one in history] == [True, False, True]
    assert [one.granted for one in consents.in_force(cafe.tx, ann.id)] == [True]


def test_nobody_has_brought_themselves(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    bob = cafe.joins("Bob", code=ann.referral_code)
    profile.set_phone(cafe.tx, cafe.act(), member_id=bob.id, phone=PHONE)
    asks(cafe, ann)
    cafe.passes(days=7)
    merges(cafe, ann)

    assert referrals.of_referrer(cafe.tx, ann.id, limit=9) == []
    adjust(cafe.tx, cafe.act(), member_id=ann.id, points=5, reason="hello")


def test_every_table_of_a_member_is_thought_of(cafe: Cafe) -> None:
    tables = cafe.tx.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    having = {
        str(name)
        for (name,) in tables
        for column in cafe.tx.rows(f"PRAGMA table_info({name})")
        if column[1] in ("member_id", "friend_id")
    }
    moved = " ".join((*moving.LEDGER, *moving.REST))
    assert {name for name in having if f" {name} " not in moved} <= {"consents", "name_words"}


def test_an_account_of_both_leads_to_one_card_too(cafe: Cafe, two: tuple[Member, Member]) -> None:
    ann, old = two
    buyers.tie(cafe.tx, "eu", "4711", old.id, now=cafe.now)
    token = linking.issue(cafe.tx, cafe.act(), shop="eu", customer_id="4711").token
    chat = chats.take(cafe.tx, Channel.TELEGRAM, "Ann")
    result = linking.open_link(cafe.tx, cafe.act(), chat=chat, member_id=ann.id, token=token)

    assert result.outcome is Opened.OTHERS
    assert merging.show_account(cafe.tx, cafe.act(), member_id=ann.id, account=result.account)
    merging.ask(cafe.tx, cafe.act(), member_id=ann.id)
    assert answers(cafe, Channel.SMS, PHONE, yes=True)  # the number was not what was shown
    assert merges(cafe, ann).points == 50
    assert buyers.find(cafe.tx, "eu", {"customer": "4711"}) == ann.id


@pytest.mark.parametrize("in_this_moment", [False, True])
def test_what_was_taken_by_hand_comes_back_after_a_merge_and_nothing_else(
    cafe: Cafe, two: tuple[Member, Member], in_this_moment: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, old = two
    adjust(cafe.tx, cafe.act(), member_id=ann.id, points=-30, reason="of another")
    act = replace(cafe.act(), actor="staff:telegram:9")
    boss = Colleague(
        channel=Channel.TELEGRAM, address="9", role=Role.OWNER, name="", language="en",
        added_by="", since=cafe.now,
    )  # fmt: skip
    taken = granting.grant(cafe.tx, act, boss, member_id=old.id, points=-7, reason="mistake")
    chats.attach(cafe.tx, Channel.TELEGRAM, "Old Ann", old.id)
    asks(cafe, ann)
    answers(cafe, Channel.TELEGRAM, "Old Ann", yes=True)
    take = members.take

    def merged_while_waiting(tx: Transaction, member_id: MemberId) -> Member:
        monkeypatch.setattr(members, "take", take)
        merges(cafe, ann)
        return take(tx, member_id)

    if in_this_moment:
        monkeypatch.setattr(members, "take", merged_while_waiting)
    else:
        merges(cafe, ann)
    assert taken.record
    undoing.undo(cafe.tx, act, taken.record)

    assert cafe.balance(ann) == 50 - 30  # they have joined once
