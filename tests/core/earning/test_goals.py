"""Rewards for goals: given when they are reached, taken back unused when they are no more."""

from bot.programs import preset_text
from core.awarding.baskets import OrderLine
from core.model import Kind, Member, Voucher
from core.rewards import redeeming
from core.tables import entries, vouchers
from tests.core.conftest import Cafe


def drinks(cafe: Cafe, member: Member, count: int, *, id: str, status: str = "paid") -> None:
    """The member buys coffees."""
    lines = (OrderLine("", count, 300 * count, ("coffee",)),)
    cafe.orders(member, f"{3 * count}.00", id=id, lines=lines, status=status)


def usable(cafe: Cafe, member: Member) -> list[Voucher]:
    """What the member can use."""
    return vouchers.usable(cafe.tx, member.id, cafe.now, limit=9)


def card(cafe: Cafe) -> Member:
    """A member of the punch card."""
    cafe.rules(preset_text("punch-card").replace('"USD"', '"EUR"'))
    return cafe.joins()


def test_an_unused_reward_goes_when_its_goal_is_reached_no_more_and_comes_again(cafe: Cafe) -> None:
    ann = card(cafe)
    drinks(cafe, ann, 12, id="1")
    assert len(usable(cafe, ann)) == 1
    drinks(cafe, ann, 12, id="1", status="cancelled")
    assert usable(cafe, ann) == []
    entry = entries.find(cafe.tx, ann.id, cafe.again(ann).entries)
    assert entry
    assert (entry.kind, entry.points) == (Kind.REVERSAL, 0)
    drinks(cafe, ann, 12, id="1")
    assert len(usable(cafe, ann)) == 1


def test_a_used_reward_stays_and_is_not_given_twice(cafe: Cafe) -> None:
    ann = card(cafe)
    drinks(cafe, ann, 12, id="1")
    [coffee] = usable(cafe, ann)
    redeeming.use(cafe.tx, cafe.act(), code=coffee.code)
    drinks(cafe, ann, 12, id="1", status="cancelled")
    drinks(cafe, ann, 12, id="2")
    assert usable(cafe, ann) == []
