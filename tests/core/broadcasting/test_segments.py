"""Segments pick the members they say, and a wrong one is told what is wrong with it."""

import pytest

from bot.ports import Database
from core.awarding.baskets import OrderLine
from core.broadcasting.segments import EXAMPLES, FIELDS, condition_of
from core.model import Channel, Consent, Member, MemberId, Purpose
from core.staff_errors import SegmentBroken, SegmentUnknownField, SegmentValueRefused
from core.tables import cities, consents, segments, tags
from core.transaction import Transaction
from tests.core.conftest import Cafe

ANN, BEN, EVE = "Ann", "Ben", "Eve"


class Street:
    """Ann buys coffee each week and is silver, Ben bought long ago, Eve has just joined."""

    def __init__(self, tx: Transaction) -> None:
        self.cafe = cafe = Cafe(tx)
        ann, ben = cafe.joins(ANN), cafe.joins(BEN)
        cafe.orders(ben, "100.00", id="old")
        cafe.passes(days=200)
        for week in range(6):
            lines = (OrderLine("latte", 1, 6000, ("hot drinks",)),)
            cafe.orders(ann, "60.00", id=f"w{week}", lines=lines)
            cafe.passes(days=4)
        eve = cafe.joins(EVE)
        tx.rows("UPDATE members SET language = 'uk', birth_month = 5, source = 'flyer'"
                " WHERE id = :id", id=eve.id)  # fmt: skip
        tags.add(tx, [(ann.id, "vip"), (ann.id, "друзі"), (eve.id, "new-here")])
        for one, city in ((ann, "Біла  Церква"), (ben, "Kyiv")):
            cities.save(tx, one.id, city)
        self.people = {one.id: one.name for one in (ann, ben, eve)}

    def who(self, text: str) -> set[str]:
        """Whom the segment picks."""
        condition = condition_of(text, self.cafe.act())
        page = segments.page(self.cafe.tx, condition, after=MemberId(0), limit=10)
        return {self.people[one] for one in page}


PICKED = {
    "": {ANN, BEN, EVE},
    "tier=silver": {ANN},
    "tier=bronze|silver": {ANN, BEN, EVE},
    "language=uk": {EVE},
    "bought<30": {ANN},
    "bought>30": {BEN},
    "orders=0": {EVE},
    "orders>=6": {ANN},
    "balance>=150": {ANN, BEN},
    "balance<150": {EVE},
    "expiring<=150": {ANN, BEN},
    "birthday=5": {EVE},
    'category="hot drinks"': {ANN},
    "category=drinks": set(),
    "category=%": set(),
    "joined<30": {EVE},
    "joined>=30": {ANN, BEN},
    "rfm=best": {ANN},
    "rfm=lost|never": {BEN, EVE},
    "missing<=200": {BEN},
    "source=flyer": {EVE},
    "city=kyiv": {BEN},
    'city="БІЛА ЦЕРКВА|Kyiv"': {ANN, BEN},
    "city=Київ": set(),
    "tag=VIP": {ANN},
    "tag=Друзі|new-here": {ANN, EVE},
    "not tag=vip and city=kyiv": {BEN},
    "bought<30 or birthday=5": {ANN, EVE},
    "bought<30 OR birthday=5 and language=en": {ANN},
    "(bought<30 or birthday=5) and language=en": {ANN},
    "not tier=silver and not language=uk": {BEN},
    "not (tier=silver or language=uk)": {BEN},
}


async def test_a_segment_picks_whom_it_says(database: Database) -> None:
    def work(tx: Transaction) -> None:
        street = Street(tx)
        for text, expected in PICKED.items():
            assert street.who(text) == expected, text
        ann = next(id for id, name in street.people.items() if name == ANN)
        yes = Consent(
            channel=Channel.TELEGRAM, purpose=Purpose.MARKETING, granted=True, at=street.cafe.now,
            wording="test", source="test",
        )  # fmt: skip
        consents.add(tx, ann, yes)
        everybody = condition_of("", street.cafe.act())
        assert segments.audience(tx, everybody, (Channel.SMS, Channel.TELEGRAM)) == [
            ("en", None, "", 1), ("en", None, "telegram", 1), ("uk", None, "", 1),
        ]  # fmt: skip
        assert sum(one.members for one in segments.audience(tx, everybody, (Channel.SMS,))) == 3

    await database.run(work)


@pytest.mark.parametrize("text", ["tier", "tier=", "tier silver", "(tier=silver", "tier=silver)",
                                  "tier=silver or", "and", 'tier="silver', "not", "(" * 30,
                                  "tier=silver bought<30", "a" * 600])  # fmt: skip
def test_what_can_not_be_read_is_refused_with_its_place(cafe: Cafe, text: str) -> None:
    with pytest.raises((SegmentBroken, SegmentUnknownField)):
        condition_of(text, cafe.act())


@pytest.mark.parametrize("text", ["tier=gold", "tier<silver", "language=xx", "bought=5", "joined=3",
                                  "balance>=many", "birthday=13", "birthday=0", "expiring>5",
                                  "rfm=rich", "orders=-1", "bought<99999999", "balance>=1.5",
                                  "missing<=x", "category>a", "source>a"])  # fmt: skip
def test_a_value_that_can_not_be_is_refused_with_an_example(cafe: Cafe, text: str) -> None:
    with pytest.raises(SegmentValueRefused) as refused:
        condition_of(text, cafe.act())
    assert refused.value.example.startswith(refused.value.field)


def test_every_field_has_an_example_that_works(cafe: Cafe) -> None:
    assert FIELDS.keys() == EXAMPLES.keys()
    for field, example in EXAMPLES.items():
        condition_of(example.replace("|gold", ""), cafe.act())
        assert example.startswith(field)
    with pytest.raises(SegmentUnknownField) as refused:
        condition_of("town=Kyiv", cafe.act())
    assert (refused.value.field, "tier" in refused.value.known) == ("town", True)


def test_who_left_or_pauses_is_in_no_segment(cafe: Cafe) -> None:
    members: list[Member] = [cafe.joins(name) for name in (ANN, BEN, EVE)]
    for one, status in zip(members, ("left", "paused", "blocked"), strict=True):
        cafe.tx.rows("UPDATE members SET status = :to WHERE id = :id", id=one.id, to=status)
    condition = condition_of("", cafe.act())
    assert segments.page(cafe.tx, condition, after=MemberId(0), limit=10) == []
