"""People who come with what they have: on both engines, among members there are already."""

from datetime import UTC, date, datetime, timedelta

from bot.acts import Acts
from bot.ports import Database
from core.act import Act
from core.arriving import Arrival, ArrivingLot, ArrivingReferral, Plan, plan, settle_in
from core.joining import Newcomer, enrol
from core.model import Channel, Consent, Purpose
from core.tables import agenda, consents, entries, ledger, members, referrals
from core.tables.referrals import State
from core.tiering import review_due
from core.transaction import Transaction
from tests.core.conftest import NOON, Cafe
from tests.core.program.cafe import CAFE

OLD = datetime(2025, 12, 1, tzinfo=UTC)
YES = Consent(
    channel=Channel.TELEGRAM,
    purpose=Purpose.MARKETING,
    granted=True,
    at=OLD,
    wording="old/1",
    source="import",
)


def _lot(points: int = 100) -> ArrivingLot:
    return ArrivingLot(id="a", points=points, earned_at=OLD, available_at=OLD, tier_points=points)


def _ann() -> Arrival:
    return Arrival(
        line=2,
        card="2000000000015",
        email="ann@example.com",
        tier="silver",
        tier_until=date(2026, 6, 30),
        lots=[_lot()],
        consents=[YES],
        addresses=[(Channel.TELEGRAM, "42")],
    )


def _arrives(tx: Transaction, act: Act, *people: Arrival) -> Plan:
    made = plan(tx, act, people)
    assert made.problems == []
    settle_in(tx, act, made.steps)
    return made


async def test_who_is_a_member_and_who_is_not_both_get_their_points(database: Database) -> None:
    acts = await Acts.start(database, CAFE)

    def work(tx: Transaction) -> Plan:
        act = acts.new("import", actor="test")
        newcomer = Newcomer(name="Ann", language="en", email="ann@example.com")
        enrol(tx, act, newcomer, [(Channel.TELEGRAM, "42")])
        bob = Arrival(line=3, card="B", balance=70, referral=ArrivingReferral(by="ann@example.com"))
        ann = _ann()
        ann.card = None
        _arrives(tx, act, ann, bob)
        return _arrives(tx, act, ann, bob)  # again

    again = await database.run_alone(work)

    assert (again.steps, again.unchanged) == ([], 2)

    def found(tx: Transaction) -> tuple[list[tuple[int, str]], State]:
        ids = [members.by_key(tx, "email", "ann@example.com"), members.by_key(tx, "card", "B")]
        people = [members.find(tx, one) for one in ids if one]
        referral = referrals.of_friend(tx, people[1].id) if people[1] else None
        assert ledger.drifted(tx) == []
        assert referral
        return [(one.balance, one.tier) for one in people if one], referral.state

    assert await database.read(found) == ([(150, "silver"), (70, "bronze")], State.PAID)


def test_points_keep_their_days_and_are_told_apart_from_what_is_earned_here(cafe: Cafe) -> None:
    [step] = _arrives(cafe.tx, cafe.act(), _ann()).steps

    [entry] = entries.page(cafe.tx, step.member.id, before=None, limit=9)
    assert (entry.kind, entry.reference) == ("import", "import/a")
    assert (entry.occurred_at, entry.available_at, entry.expires_at) == (OLD, OLD, None)


def test_a_balance_alone_expires_as_if_it_was_earned_today(cafe: Cafe) -> None:
    [step] = _arrives(cafe.tx, cafe.act(), Arrival(line=2, card="A", balance=5)).steps

    [entry] = entries.page(cafe.tx, step.member.id, before=None, limit=9)
    assert entry.expires_at
    assert entry.expires_at > NOON + timedelta(days=360)


def test_a_tier_holds_to_its_last_day_and_gives_on_without_being_entered(cafe: Cafe) -> None:
    cafe.changes(
        'factor = "1.25" },\n]',
        'factor = "1.25", grants = [{ id = "m", every = "month", points = 9 }] },\n]',
    )
    [step] = _arrives(cafe.tx, cafe.act(), _ann()).steps
    ann = cafe.again(step.member)
    assert (ann.tier, ann.balance) == ("silver", 100)
    assert [item.key for item in agenda.of_member(cafe.tx, ann.id)] == ["silver:m"]

    for day, tier in (
        (datetime(2026, 6, 30, 12, tzinfo=UTC), "silver"),
        (datetime(2026, 7, 1, tzinfo=UTC), "bronze"),
    ):
        cafe.now = day
        review_due(cafe.tx, cafe.act(), member_id=ann.id)
        assert cafe.again(ann).tier == tier


def test_an_older_word_does_not_overrule_a_newer_one(cafe: Cafe) -> None:
    no = Consent(
        channel=YES.channel, purpose=YES.purpose, granted=False, at=NOON, wording="", source="chat"
    )
    newcomer = Newcomer(name="Ann", language="en", email="ann@example.com", consents=(no,))
    ann = enrol(cafe.tx, cafe.act(), newcomer, []).member

    _arrives(cafe.tx, cafe.act(), Arrival(line=2, email="ann@example.com", consents=[YES]))

    [in_force] = consents.in_force(cafe.tx, ann.id)
    assert not in_force.granted
