"""Ratings: asked once a purchase and not too often, answered once, changed for a while."""

from collections.abc import Mapping
from functools import partial

import pytest

from bot.ports import Database
from core import answering, promising, rating
from core.errors import RatingOver
from core.model import Channel, Colleague, Member, MemberId, Role, Status
from core.tables import agenda, feedback, members, ratings, staff
from core.tables.instants import from_ms
from core.tables.outbox_views import Posted
from core.transaction import Transaction
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe

ASKING = """
[[campaigns]]
id = "stars"
kind = "rating"
hours = 3
every_days = 10
points = 5
"""


@pytest.fixture
def asking(quiet: Cafe) -> Cafe:
    """The café asks three hours after a purchase."""
    quiet.rules(quiet.text + ASKING)
    return quiet


def asks(cafe: Cafe) -> None:
    """What has fallen due is done."""
    for member_id in promising.due(cafe.tx, cafe.act(), after=MemberId(0), limit=99):
        promising.keep(cafe.tx, cafe.act(), member_id=member_id)


def asked(cafe: Cafe, member: Member) -> list[Posted]:
    """What the member is asked."""
    return Post(cafe).of(member, "stars")


def id_of(cafe: Cafe, member: Member) -> int:
    """The id of the newest question."""
    found = ratings.newest(cafe.tx, member.id)
    assert found
    return found.id


def test_a_purchase_is_asked_about_once_and_a_member_not_too_often(asking: Cafe) -> None:
    ann = asking.joins()
    asking.orders(ann, "10.00", id="1")
    asking.orders(ann, "10.00", id="1", status="fulfilled")
    asking.passes(hours=2)
    asks(asking)
    assert asked(asking, ann) == []
    asking.passes(hours=1)
    asks(asking)
    asks(asking)
    [one] = asked(asking, ann)
    assert one.message.key == "notice-rating-points"
    assert [command[-2:] for _, command in one.message.buttons] == [" 1", " 2", " 3", " 4", " 5"]

    for name, days in (("2", 9), ("3", 1)):
        asking.passes(days=days)
        asking.orders(ann, "10.00", id=name)
        asking.passes(hours=3)
        asks(asking)
    assert [one.message.occasion for one in asked(asking, ann)] == ["eu/1", "eu/3"]


@pytest.mark.parametrize("what", ["cancelled", "left", "off", "late", "old"])
def test_what_makes_no_sense_any_more_is_not_asked(asking: Cafe, what: str) -> None:
    ann = asking.joins()
    at = asking.now
    asking.passes(days=5 if what == "old" else 0)
    asking.orders(ann, "10.00", id="1", at=at)
    if what == "cancelled":
        asking.orders(ann, "10.00", id="1", status="cancelled")
    if what == "left":
        members.set_status(asking.tx, ann.id, Status.LEFT)
    if what == "off":
        asking.rules(asking.text.replace('kind = "rating"', 'kind = "rating"\non = false'))
    asking.passes(days=4 if what == "late" else 1)
    asks(asking)

    assert asked(asking, ann) == []
    assert agenda.of_member(asking.tx, ann.id) == []


def test_the_same_stars_again_change_nothing_and_others_take_their_place(asking: Cafe) -> None:
    ann = asking.joins()
    asking.orders(ann, "10.00", id="1")
    asking.passes(hours=3)
    asks(asking)
    rate = partial(rating.rate, asking.tx, member_id=ann.id, id=id_of(asking, ann))
    given = [rate(asking.act(), stars=stars).points for stars in (5, 5, 2)]
    rating.comment(asking.tx, asking.act(), member_id=ann.id, text="Cold")
    said = feedback.of_member(asking.tx, ann.id)

    assert given == [5, 0, 0]
    assert [(one.stars, one.text, one.reference) for one in said] == [(2, "Cold", "eu/1")]
    assert asking.balance(ann) == 15
    asking.passes(days=8)
    with pytest.raises(RatingOver):
        rate(asking.act(), stars=1)
    with pytest.raises(RatingOver):
        rating.comment(asking.tx, asking.act(), member_id=ann.id, text="Colder")


def test_owners_hear_of_stars_that_fall_and_of_words_after_their_answer(asking: Cafe) -> None:
    boss = Colleague(
        channel=Channel.TELEGRAM, address="9", role=Role.OWNER, name="", language="en",
        added_by="", since=asking.now,
    )  # fmt: skip
    staff.put(asking.tx, boss)
    ann = asking.joins()
    asking.orders(ann, "10.00", id="1")
    asking.passes(hours=3)
    asks(asking)
    rate = partial(rating.rate, asking.tx, member_id=ann.id, id=id_of(asking, ann))
    told = []
    for stars in (5, 2, 1):
        rate(asking.act(), stars=stars)
        told.append(len(asking.tx.rows("SELECT 1 FROM outbox WHERE staff <> ''")))
    answering.take(asking.tx, boss, ann.id, 1)
    answering.answer(asking.tx, asking.act(), boss, "What was amiss?")
    open_ = []
    for text in ("Cold", "Cold"):
        rating.comment(asking.tx, asking.act(), member_id=ann.id, text=text)
        open_.append([one.text for one in feedback.newest(asking.tx, limit=9)])
        answering.take(asking.tx, boss, ann.id, 1)
        answering.answer(asking.tx, asking.act(), boss, "Sorry")

    assert told == [0, 1, 1]
    assert open_ == [["Cold"], []]


def test_a_question_is_answered_by_who_was_asked_alone(asking: Cafe) -> None:
    ann, ben = asking.joins(), asking.joins("Ben")
    asking.orders(ann, "10.00", id="1")
    asking.passes(hours=3)
    asks(asking)

    with pytest.raises(RatingOver):
        rating.rate(asking.tx, asking.act(), member_id=ben.id, id=id_of(asking, ann), stars=1)
    with pytest.raises(RatingOver):
        rating.rate(asking.tx, asking.act(), member_id=ben.id, id=None, stars=1)
    asking.passes(days=61)
    with pytest.raises(RatingOver):
        rating.rate(asking.tx, asking.act(), member_id=ann.id, id=None, stars=1)


async def test_what_wants_an_answer_comes_first_on_both_engines(database: Database) -> None:
    def work(tx: Transaction) -> None:
        cafe = Cafe(tx)
        ann = cafe.joins()
        said: Mapping[str, int | None] = {"": 5, "words": 5, "low": 2, "plain": None}
        for at, (text, stars) in enumerate(said.items()):
            now = from_ms(1_000 + at)
            feedback.add(tx, ann.id, text, now=now, stars=stars, reference="eu/1")
        feedback.add(tx, ann.id, "", now=from_ms(2_000), stars=4)

        found = feedback.newest(tx, limit=9)
        assert [one.text for one in found] == ["plain", "low", "words", "", ""]
        assert [one.stars for one in found[3:]] == [4, 5]
        assert [one.text for one in feedback.newest(tx, limit=2)] == ["plain", "low"]
        feedback.set_text(tx, ann.id, found[1].number, "lower")
        assert [one.text for one in feedback.newest(tx, limit=2)] == ["plain", "lower"]

    await database.run(work)
