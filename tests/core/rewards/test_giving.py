"""Giving: rewards for nothing, and rewards that are redeemed by themselves."""

from datetime import UTC, datetime, timedelta

import pytest

from core.adjusting import adjust
from core.celebrating import celebrate
from core.errors import NothingToUndo, RewardIsFinal
from core.leaving import forget
from core.model import Birthday, Entry, Kind, Member, Status, Voucher
from core.profile import set_birthday
from core.rewards import giving
from core.rewards.redeeming import undo, use
from core.tables import agenda, donations, entries, members, vouchers
from core.tables.agenda import Item
from tests.core.conftest import Cafe

WELCOME = '[[earning]]\nid = "welcome"\non = "signup"\npoints = 50\n'
CAKE = '\n[[rewards]]\nid = "cake"\nkind = "gift"\ntitle = "Cake"\nvoucher_days = 14\n'
TENNER = (
    '\n[[rewards]]\nid = "tenner"\nkind = "amount_off"\ntitle = "Ten off"\namount = "10.00"\n'
    "cost = 100\nautomatic = true\nvoucher_months = 6\n"
)
PARTY = '\n[[earning]]\nid = "party"\non = "birthday"\nreward = "cake"\nentered_days_before = 0\n'


def newest(cafe: Cafe, member: Member) -> Entry:
    """The newest entry of the member's ledger."""
    entry = entries.find(cafe.tx, member.id, cafe.again(member).entries)
    assert entry
    return entry


def usable(cafe: Cafe, member: Member) -> list[Voucher]:
    """The vouchers a till would take, newest first."""
    return vouchers.usable(cafe.tx, member.id, cafe.now, limit=99)


def given(cafe: Cafe, member: Member, reward: str, **more: datetime) -> Member:
    """The reward is given for nothing."""
    taken = members.take(cafe.tx, member.id)
    return giving.give_reward(
        cafe.tx, taken, cafe.act(), reward_id=reward, rule="party", reference="party/1", **more
    )


def born_today(cafe: Cafe, name: str = "Ann") -> Member:
    """Somebody whose birthday is today."""
    member = cafe.joins(name)
    set_birthday(
        cafe.tx,
        cafe.act(now=cafe.now - timedelta(days=1)),
        member_id=member.id,
        birthday=Birthday(day=10, month=3),
    )
    return member


def test_a_present_is_a_voucher_and_an_entry_that_explains_it(quiet: Cafe) -> None:
    quiet.rules(quiet.text + CAKE + PARTY)
    ann = quiet.joins()
    given(quiet, ann, "cake")
    [voucher] = usable(quiet, ann)
    entry = newest(quiet, ann)

    assert (entry.kind, entry.points, entry.reference) == (Kind.GIFT, 0, "party/1")
    assert entry.reason["rule"] == "party"
    assert entry.reason["voucher"] == voucher.code
    assert (voucher.points, voucher.entry_number) == (0, entry.number)
    assert use(quiet.tx, quiet.act(), code=voucher.code).code == voucher.code


def test_a_present_cannot_become_points(quiet: Cafe) -> None:
    ann = quiet.joins()
    given(quiet, ann, "coffee")
    [voucher] = usable(quiet, ann)

    with pytest.raises(RewardIsFinal):
        undo(quiet.tx, quiet.act(), member_id=ann.id, code=voucher.code)
    with pytest.raises(NothingToUndo):
        undo(quiet.tx, quiet.act(), member_id=ann.id)


def test_a_present_may_end_sooner_than_its_reward_says(quiet: Cafe) -> None:
    quiet.rules(quiet.text + CAKE + PARTY)
    ann = quiet.joins()
    soon = quiet.now + timedelta(days=3)
    given(quiet, ann, "cake", expires_at=soon)
    given(quiet, ann, "cake", expires_at=quiet.now + timedelta(days=300))

    assert [one.expires_at for one in usable(quiet, ann)] == [
        datetime(2026, 3, 24, 22, tzinfo=UTC),
        soon,
    ]


def test_what_an_older_program_gave_is_left_alone(quiet: Cafe) -> None:
    ann = quiet.joins()

    assert given(quiet, ann, "tea") == quiet.again(ann)


def test_what_has_run_out_is_not_given_and_leaves_no_trace(quiet: Cafe) -> None:
    quiet.changes("cost = 60", "cost = 60\nstock = 1")
    ann = quiet.joins()
    given(quiet, ann, "coffee")
    before = quiet.again(ann)

    assert given(quiet, ann, "coffee") == before
    assert len(usable(quiet, ann)) == 1


def test_a_partners_code_that_is_not_there_takes_nothing_from_the_stock(quiet: Cafe) -> None:
    quiet.rules(
        quiet.text + '\n[[rewards]]\nid = "cinema"\nkind = "partner_code"\ntitle = "Cinema"\n'
        'partner = "City"\ncost = 10\nstock = 5\n'
    )
    ann = quiet.joins()
    given(quiet, ann, "cinema")

    assert set(vouchers.issued(quiet.tx).values()) == {0}


def test_joining_can_give_a_reward_once(quiet: Cafe) -> None:
    cake = WELCOME.replace("points = 50", 'reward = "cake"')
    quiet.rules(quiet.text + CAKE + "\n" + cake)
    ann = quiet.joins(id="tap")
    quiet.joins(id="tap")

    assert [one.reward_id for one in usable(quiet, ann)] == ["cake"]
    assert newest(quiet, ann).reference == "signup"


def test_a_birthday_can_give_a_reward_once_a_year(quiet: Cafe) -> None:
    quiet.rules(quiet.text + CAKE + PARTY)
    ann = born_today(quiet)
    done = [celebrate(quiet.tx, quiet.act(), member_id=ann.id) for _ in range(2)]

    assert done == [1, 0]
    assert [one.reward_id for one in usable(quiet, ann)] == ["cake"]


def test_a_birthday_rule_is_for_whom_it_says(quiet: Cafe) -> None:
    quiet.rules(quiet.text + CAKE + PARTY + 'when = { tiers = ["silver"] }\n')
    ann, bob = born_today(quiet), born_today(quiet, "Bob")
    quiet.orders(bob, "300.00")

    assert celebrate(quiet.tx, quiet.act(), member_id=ann.id) == 0
    assert celebrate(quiet.tx, quiet.act(), member_id=bob.id) == 1


def test_a_birthday_gives_no_more_than_its_limits_leave(quiet: Cafe) -> None:
    limited = 'points = 60\nlimits = [{ every = "ever", points = 100 }]\nentered_days_before = 0\n'
    quiet.rules(quiet.text + f'\n[[earning]]\nid = "party"\non = "birthday"\n{limited}')
    ann = born_today(quiet)
    done = []
    for year in (2026, 2027, 2028):
        quiet.now = datetime(year, 3, 10, 12, tzinfo=UTC)
        done.append(celebrate(quiet.tx, quiet.act(), member_id=ann.id))

    assert done == [60, 40, 0]


def test_a_reward_comes_by_itself_as_often_as_the_points_suffice(quiet: Cafe) -> None:
    quiet.rules(quiet.text + TENNER)
    ann = quiet.joins()
    adjust(quiet.tx, quiet.act(), member_id=ann.id, points=99, reason="nearly")
    assert usable(quiet, ann) == []
    adjust(quiet.tx, quiet.act(), member_id=ann.id, points=251, reason="more")

    assert [one.points for one in usable(quiet, ann)] == [100, 100, 100]
    assert quiet.balance(ann) == 50
    assert usable(quiet, ann)[0].terms.amount == 1000


def test_an_order_of_enough_points_brings_it_too(quiet: Cafe) -> None:
    quiet.rules(quiet.text + TENNER)
    ann = quiet.joins()
    quiet.orders(ann, "100.00")

    assert (len(usable(quiet, ann)), quiet.balance(ann)) == (1, 0)


def looks(cafe: Cafe, member: Member) -> list[Item]:
    """When it is looked again whether points suffice."""
    return [one for one in agenda.of_member(cafe.tx, member.id) if one.kind == giving.AGENDA]


def test_pending_points_bring_it_when_they_can_be_spent(quiet: Cafe) -> None:
    quiet.rules(quiet.text + TENNER)
    quiet.changes('per = "1.00"', 'per = "1.00"\npending_days = 28')
    ann = quiet.joins()
    quiet.orders(ann, "80.00", id="1")
    assert looks(quiet, ann) == []
    quiet.passes(days=1)
    quiet.orders(ann, "30.00", id="2")
    [promise] = looks(quiet, ann)
    assert (promise.kind, promise.at) == (giving.AGENDA, quiet.now + timedelta(days=28))
    assert usable(quiet, ann) == []
    quiet.now = promise.at
    giving.settle_automatic(quiet.tx, members.take(quiet.tx, ann.id), quiet.act())

    assert (len(usable(quiet, ann)), quiet.balance(ann)) == (1, 10)
    assert looks(quiet, ann) == []


def test_nothing_comes_by_itself_to_who_has_left(quiet: Cafe) -> None:
    quiet.rules(quiet.text + TENNER)
    ann = quiet.joins()
    members.set_status(quiet.tx, ann.id, Status.LEFT)
    adjust(quiet.tx, quiet.act(), member_id=ann.id, points=150, reason="sorry")

    assert usable(quiet, ann) == []


def test_a_donation_can_be_given_for_somebody(quiet: Cafe) -> None:
    quiet.rules(
        quiet.text + '\n[[rewards]]\nid = "five"\nkind = "donation"\ntitle = "We give"\n'
        'amount = "5.00"\ncost = 10\ncauses = [{ id = "wildlife", title = "Wildlife" }]\n'
    )
    ann = quiet.joins()
    given(quiet, ann, "five")

    assert donations.totals(quiet.tx)["wildlife"].amount == 500


def test_a_reward_for_joining_is_given_once_to_a_person(quiet: Cafe) -> None:
    quiet.rules(quiet.text + CAKE + "\n" + WELCOME.replace("points = 50", 'reward = "cake"'))
    ann = quiet.joins()
    forget(quiet.tx, quiet.act(), member_id=ann.id)
    again = quiet.joins()

    assert again.id != ann.id
    assert usable(quiet, again) == []
