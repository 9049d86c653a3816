"""Both groups of a campaign are compared by what they bought in the days after the message."""

from datetime import timedelta
from fractions import Fraction

from core import notices
from core.campaigning.comparing import Comparison, compare
from core.model import Member
from core.tables import outbox
from core.tables.comparisons import Group
from core.tables.outbox import State
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe

CAMPAIGN = '\n[[campaigns]]\nid = "back"\nkind = "winback"\ndays = 30\ncontrol = 50\n'
RATES = '[[currencies]]\ncode = "USD"\nrate = "0.50"\n'


def test_only_orders_of_the_days_after_count_and_only_for_who_was_told_or_held_out(
    quiet: Cafe,
) -> None:
    quiet.rules(quiet.text + CAMPAIGN + RATES)
    post = Post(quiet)
    people = [quiet.joins(f"P{number}") for number in range(20)]
    for one in people:
        quiet.orders(one, "5.00", id=one.name)
    start = quiet.now
    quiet.passes(days=30)
    post.sweep()
    told, held = _groups(quiet, post, people)
    for one in told[:3]:
        quiet.orders(one, "20.00", id=f"in time {one.name}", at=quiet.now + timedelta(days=1))
    again = quiet.now + timedelta(days=2)
    quiet.orders(told[0], "2.00", id="again", at=again, currency="USD")  # is worth a euro
    quiet.orders(told[4], "9.00", id="too late", at=quiet.now + timedelta(days=8))
    quiet.orders(held[0], "7.00", id="held", at=quiet.now + timedelta(days=1))
    quiet.orders(held[1], "7.00", id="gone", status="cancelled", at=quiet.now + timedelta(days=1))

    found = compare(
        quiet.tx, quiet.act(), "back", since=start, until=quiet.now + timedelta(days=1), days=7
    )
    assert found.told == Group(members=len(told), buyers=3, orders=4, total=6100)
    assert found.control == Group(members=len(held), buyers=1, orders=1, total=700)
    assert found.lift == Fraction(3, len(told)) - Fraction(1, len(held))


def _groups(cafe: Cafe, post: Post, people: list[Member]) -> tuple[list[Member], list[Member]]:
    """Who was told, as a worker would, and who was held out."""
    [campaign] = cafe.program.messages_about("winback")
    held = [one for one in people if notices.is_held_out(campaign, one.id)]
    told = [one for one in people if one not in held]
    for one in told:
        [posted] = post.of(one, "back")
        assert outbox.progress(cafe.tx, posted.message.id, State.DELIVERED, at=cafe.now)
    return told, held


def test_chance_is_told_from_a_difference() -> None:
    def compared(buyers: int, of: int, control: int, of_control: int) -> Comparison:
        told = Group(of, buyers, buyers, 0)
        return Comparison(campaign="x", told=told, control=Group(of_control, control, control, 0))

    assert compared(300, 1000, 200, 1000).is_sure
    assert not compared(3, 10, 2, 10).is_sure
    assert compared(0, 0, 2, 10).lift is None
    assert not compared(0, 10, 0, 10).is_sure
