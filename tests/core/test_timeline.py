"""A member's timeline: all kinds of events in the order of time, page by page."""

from core import timeline
from core.model import Channel, Consent, Entry, Purpose
from core.tables import consents, outbox
from core.tables.happenings import Bought, Posted
from tests.core.conftest import Cafe
from tests.core.tables.test_outbox import a_message


def test_everything_stands_there_the_newest_first(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    cafe.passes(minutes=1)
    cafe.orders(ann, "70.00")
    cafe.passes(minutes=1)
    yes = Consent(
        channel=Channel.SMS, purpose=Purpose.MARKETING, granted=True, at=cafe.now, wording="",
        source="chat",
    )  # fmt: skip
    consents.add(cafe.tx, ann.id, yes)
    cafe.passes(minutes=1)
    outbox.queue(cafe.tx, a_message(member_id=ann.id, created_at=cafe.now))
    cafe.joins("Bob")
    cafe.passes(minutes=1)

    page = timeline.page(cafe.tx, ann.id, before=cafe.now, limit=20)

    kinds = [type(event) for event in page if not isinstance(event, Posted)]
    assert isinstance(page[0], Posted)
    assert kinds[:1] == [Consent]
    assert sorted(kinds[1:3], key=str) == sorted([Entry, Bought], key=str)
    assert [timeline.at(event) for event in page] == sorted(map(timeline.at, page), reverse=True)


def test_pages_follow_each_other_without_a_gap(cafe: Cafe) -> None:
    ann = cafe.joins("Ann")
    for number in range(7):
        cafe.passes(seconds=1)
        cafe.orders(ann, "10.00", id=str(number))
    before, seen = cafe.now.replace(year=2027), list[timeline.Event]()
    while page := timeline.page(cafe.tx, ann.id, before=before, limit=3):
        seen += page
        before = timeline.at(page[-1])

    assert seen == timeline.page(cafe.tx, ann.id, before=cafe.now.replace(year=2027), limit=99)
    assert len({id(event) for event in seen}) == len(seen) >= 15
