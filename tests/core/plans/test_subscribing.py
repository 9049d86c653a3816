"""Plans: bought, renewed, cancelled, ended, refunded; and what their holders are given."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.programs import preset_text
from core.errors import (
    MembershipFrozen,
    NotAMember,
    OperationReused,
    PlanHeldAlready,
    PlanIsPaid,
    PlanNeedsApproval,
    PlanNotRenewed,
    UnknownPayment,
    UnknownPlan,
)
from core.leaving import forget, leave
from core.model import Kind, Member, MemberId
from core.plans import standings, subscribing
from core.rewards import redeeming
from core.tables import agenda, entries, payments, subscriptions
from core.tables.subscriptions import PlanStatus
from tests.core.conftest import Cafe
from tests.core.plans.plan_stories import has, keep_promises, on, pays, state, status, usable
from tests.core.tiers import with_tiers

CLUB = """
[[plans]]
id = "club"
title = "Club"
price = "5.00"
stars = 250
period = "month"
grants = [
    { id = "hello", every = "once", points = 10 },
    { id = "welcome", every = "entry", points = 20 },
    { id = "monthly", every = "month", points = 5 },
    { id = "new-year", every = "calendar_year", points = 100 },
]

[[plans]]
id = "trial"
title = "Trial"
price = "14.99"
period = "month"
trial_days = 30
grants = [{ id = "trial-monthly", every = "month", points = 5 }]

[[plans]]
id = "card"
title = "Card"
period = "once"
approval = true
grants = [{ id = "yearly", every = "year", points = 7 }]

[[plans]]
id = "life"
title = "For life"
price = "30.00"
period = "once"
"""
TREAT = 'silver from = 300, grants = [{{ id = "treat", every = "{}", points = 5 }}]'
PRO = """
[[plans]]
id = "pro"
title = "Pro"
period = "once"
approval = true
tier = "silver"
"""
ON_31_JANUARY = "2025-01-31"


@pytest.fixture
def club(quiet: Cafe) -> Cafe:
    """The café with plans, on the last day of a January."""
    quiet.rules(quiet.text + CLUB)
    on(quiet, ON_31_JANUARY)
    return quiet


@pytest.fixture
def ann(club: Cafe) -> Member:
    """A member of the café."""
    return club.joins()


def carepass(cafe: Cafe) -> Member:
    """Somebody who joins CVS on 31 January 2025."""
    cafe.rules(preset_text("cvs-carepass"))
    on(cafe, ON_31_JANUARY)
    return cafe.joins()


# Periods


def test_a_months_plan_keeps_its_day_and_ends_before_it(cafe: Cafe) -> None:
    ann = carepass(cafe)
    ends = []
    for day, reference in (("2025-01-31", "1"), ("2025-02-28", "2"), ("2025-03-31", "3")):
        on(cafe, day)
        ends.append(pays(cafe, ann, "carepass", reference).period_until)

    assert ends == [date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30)]


def test_the_monthly_reward_of_carepass_comes_with_each_payment_and_lapses_with_the_next(
    cafe: Cafe,
) -> None:
    ann = carepass(cafe)
    pays(cafe, ann, "carepass", "1")
    [first] = usable(cafe, ann)
    on(cafe, "2025-02-05")
    redeeming.use(cafe.tx, cafe.act(), code=first.code)
    assert usable(cafe, ann) == []

    on(cafe, "2025-02-28")
    pays(cafe, ann, "carepass", "2")
    [second] = usable(cafe, ann)

    on(cafe, "2025-03-31")
    assert usable(cafe, ann) == []
    pays(cafe, ann, "carepass", "3")
    [third] = usable(cafe, ann)
    assert third.code != second.code

    on(cafe, "2025-04-05")
    subscribing.cancel(cafe.tx, cafe.act(), member_id=ann.id, plan_id="carepass")
    on(cafe, "2025-04-29")
    assert has(cafe, ann, "carepass")
    assert usable(cafe, ann) == [third]
    on(cafe, "2025-04-30")
    assert not has(cafe, ann, "carepass")
    assert status(cafe, ann, "carepass") is PlanStatus.ENDED
    assert usable(cafe, ann) == []


def test_a_yearly_plan_ends_when_its_day_begins_in_the_shop(cafe: Cafe) -> None:
    cafe.rules(preset_text("barnes-noble"))
    on(cafe, "2025-03-01")
    ann = cafe.joins()
    paid = pays(cafe, ann, "membership", "1")

    assert (paid.amount, paid.currency, paid.period_until) == (2500, "USD", date(2026, 3, 1))
    cafe.now = datetime(2026, 3, 1, 4, 59, tzinfo=UTC)
    assert has(cafe, ann, "membership")
    cafe.now = datetime(2026, 3, 1, 5, 0, tzinfo=UTC)
    assert not has(cafe, ann, "membership"), "also before the schedule has looked"


def test_a_cancelled_month_of_prime_holds_to_its_end(cafe: Cafe) -> None:
    cafe.rules(preset_text("amazon-prime"))
    on(cafe, "2025-03-10")
    ann = cafe.joins()
    pays(cafe, ann, "monthly", "1")
    on(cafe, "2025-04-10")
    pays(cafe, ann, "monthly", "2")
    on(cafe, "2025-04-20")
    subscribing.cancel(cafe.tx, cafe.act(), member_id=ann.id, plan_id="monthly")

    on(cafe, "2025-05-09")
    assert has(cafe, ann, "monthly")
    on(cafe, "2025-05-10")
    assert not has(cafe, ann, "monthly")


def test_paid_early_goes_on_where_the_paid_time_ends(club: Cafe, ann: Member) -> None:
    pays(club, ann, "club", "1")
    on(club, "2025-02-10")
    early = pays(club, ann, "club", "2")

    assert (early.period_from, early.period_until) == (date(2025, 2, 28), date(2025, 3, 31))
    assert state(club, ann, "club").since == date(2025, 1, 31)


@pytest.mark.parametrize(
    ("day", "begins"), [("2025-03-07", date(2025, 2, 28)), ("2025-03-08", date(2025, 3, 8))]
)
def test_paid_a_few_days_late_goes_on_and_later_begins_anew(
    club: Cafe, ann: Member, day: str, begins: date
) -> None:
    pays(club, ann, "club", "1")
    on(club, "2025-02-28")
    assert status(club, ann, "club") is PlanStatus.ENDED
    on(club, day)

    assert pays(club, ann, "club", "2").period_from == begins
    assert has(club, ann, "club")


def test_a_plan_for_ever_has_no_end_and_is_paid_once(club: Cafe, ann: Member) -> None:
    assert pays(club, ann, "life", "1").period_until is None
    on(club, "2045-01-31")

    assert has(club, ann, "life")
    with pytest.raises(PlanHeldAlready):
        pays(club, ann, "life", "2")
    with pytest.raises(PlanNotRenewed):
        subscribing.cancel(club.tx, club.act(), member_id=ann.id, plan_id="life")


# Paying


def test_the_same_payment_again_changes_nothing(club: Cafe, ann: Member) -> None:
    first = pays(club, ann, "club", "1")
    before = (state(club, ann, "club"), club.again(ann))
    club.passes(hours=1)

    assert pays(club, ann, "club", "1") == first
    assert (state(club, ann, "club"), club.again(ann)) == before


@pytest.mark.parametrize(
    "other", [{"plan": "life"}, {"amount": 499}, {"provider": "stars"}, {"who": "Ben"}]
)
def test_a_reference_stands_for_one_payment(
    club: Cafe, ann: Member, other: dict[str, object]
) -> None:
    pays(club, ann, "club", "1")
    ben = club.joins("Ben")
    more = {name: value for name, value in other.items() if name in ("amount", "provider")}

    with pytest.raises(OperationReused):
        pays(club, ben if "who" in other else ann, str(other.get("plan", "club")), "1", **more)


def test_stars_are_counted_in_stars(club: Cafe, ann: Member) -> None:
    paid = pays(club, ann, "club", "1", provider="stars", charge="tg-charge")

    assert (paid.amount, paid.currency, paid.charge) == (250, "XTR", "tg-charge")


def test_what_was_paid_and_told_later_counts_from_its_day(club: Cafe, ann: Member) -> None:
    paid_at = club.now
    on(club, "2025-02-02")
    paid = subscribing.pay(
        club.tx, club.act(), member_id=ann.id, plan_id="club", paid_at=paid_at, reference="1"
    )

    assert paid.period_until == date(2025, 2, 28)


def test_nobody_pays_for_what_there_is_not(club: Cafe, ann: Member) -> None:
    with pytest.raises(UnknownPlan):
        pays(club, ann, "golf", "1")
    forget(club.tx, club.act(), member_id=ann.id)
    with pytest.raises(NotAMember):
        pays(club, ann, "club", "1")


# Applying


def test_a_card_is_applied_for_and_approved(club: Cafe, ann: Member) -> None:
    who = {"member_id": ann.id, "plan_id": "card"}
    subscribing.apply_for(club.tx, club.act(), **who)  # type: ignore[arg-type]
    subscribing.apply_for(club.tx, club.act(), **who)  # type: ignore[arg-type]
    assert (status(club, ann, "card"), has(club, ann, "card")) == (PlanStatus.APPLIED, False)
    waiting = subscriptions.applications(club.tx, after=(MemberId(0), ""), limit=9)
    assert [(one.member_id, one.plan_id) for one in waiting] == [(ann.id, "card")]
    assert subscriptions.applications(club.tx, after=(ann.id, "card"), limit=9) == []

    on(club, "2025-02-01")
    subscribing.approve(club.tx, club.act(), **who)  # type: ignore[arg-type]
    subscribing.approve(club.tx, club.act(), **who)  # type: ignore[arg-type]
    assert subscriptions.in_force(club.tx, ann.id, club.now) == {"card": date(2025, 2, 1)}
    assert club.balance(ann) == 7

    on(club, "2026-02-01")
    assert club.balance(ann) == 14
    subscribing.close(club.tx, club.act(), **who)  # type: ignore[arg-type]
    assert (status(club, ann, "card"), has(club, ann, "card")) == (PlanStatus.CLOSED, False)
    on(club, "2027-02-01")
    assert club.balance(ann) == 14


def test_a_refused_application_can_be_made_again(club: Cafe, ann: Member) -> None:
    for expected in (PlanStatus.APPLIED, PlanStatus.REFUSED, PlanStatus.APPLIED):
        if expected is PlanStatus.REFUSED:
            subscribing.close(club.tx, club.act(), member_id=ann.id, plan_id="card")
        else:
            subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="card")
        assert status(club, ann, "card") is expected
    subscribing.cancel(club.tx, club.act(), member_id=ann.id, plan_id="card")
    assert status(club, ann, "card") is PlanStatus.CLOSED


def test_a_plan_with_approval_and_a_price_is_paid_after_the_approval(
    club: Cafe, ann: Member
) -> None:
    club.changes(
        'period = "once"\napproval = true', 'period = "year"\nprice = "9.00"\napproval = true'
    )
    with pytest.raises(PlanNeedsApproval):
        pays(club, ann, "card", "1")
    subscribing.approve(club.tx, club.act(), member_id=ann.id, plan_id="card")
    assert status(club, ann, "card") is PlanStatus.APPROVED
    pays(club, ann, "card", "1")
    assert has(club, ann, "card")


def test_a_plan_that_is_bought_is_not_had_by_asking(club: Cafe, ann: Member) -> None:
    with pytest.raises(PlanIsPaid):
        subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="club")


def test_who_has_left_does_not_apply(club: Cafe, ann: Member) -> None:
    leave(club.tx, club.act(), member_id=ann.id)
    with pytest.raises(MembershipFrozen):
        subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="card")


# A trial


def test_a_trial_is_for_nothing_and_once(club: Cafe, ann: Member) -> None:
    subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="trial")
    [standing] = [
        one for one in standings.of_member(club.tx, ann.id, club.act()) if one.plan.id == "trial"
    ]
    assert (standing.in_force, standing.trial, standing.until) == (True, True, date(2025, 3, 2))
    assert club.balance(ann) == 0

    on(club, "2025-03-02")
    assert not has(club, ann, "trial")
    with pytest.raises(PlanIsPaid):
        subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="trial")


def test_who_pays_in_the_trial_goes_on_after_it_and_is_given_things_then(
    club: Cafe, ann: Member
) -> None:
    subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="trial")
    on(club, "2025-02-10")
    paid = pays(club, ann, "trial", "1")
    assert (paid.period_from, paid.period_until) == (date(2025, 3, 2), date(2025, 4, 2))
    assert club.balance(ann) == 0

    on(club, "2025-03-02")
    assert (has(club, ann, "trial"), club.balance(ann)) == (True, 5)


def test_a_payment_refunded_in_the_trial_leaves_the_trial(club: Cafe, ann: Member) -> None:
    subscribing.apply_for(club.tx, club.act(), member_id=ann.id, plan_id="trial")
    pays(club, ann, "trial", "1")
    subscribing.refund(club.tx, club.act(), reference="1")

    assert state(club, ann, "trial").until == date(2025, 3, 2)
    on(club, "2025-03-02")
    assert (has(club, ann, "trial"), club.balance(ann)) == (False, 0)


# Grants


def test_each_grant_comes_in_its_time(club: Cafe, ann: Member) -> None:
    pays(club, ann, "club", "1")
    assert club.balance(ann) == 10 + 20 + 5 + 100
    on(club, "2025-02-28")
    pays(club, ann, "club", "2")
    assert club.balance(ann) == 140
    on(club, "2025-06-01")
    pays(club, ann, "club", "3")
    assert club.balance(ann) == 140 + 20 + 5, "once is once, and the year's came already"


def test_nothing_is_given_when_nothing_was_paid(club: Cafe, ann: Member) -> None:
    pays(club, ann, "club", "1")
    for day in ("2025-02-27", "2025-02-28", "2025-03-31", "2026-01-01"):
        on(club, day)

    assert club.balance(ann) == 135


def test_what_is_paid_for_a_year_gives_each_month(club: Cafe, ann: Member) -> None:
    club.changes('stars = 250\nperiod = "month"', 'stars = 250\nperiod = "year"')
    pays(club, ann, "club", "1")
    on(club, "2025-12-30")
    assert club.balance(ann) == 135 + 10 * 5
    on(club, "2026-01-30")
    assert club.balance(ann) == 135 + 11 * 5 + 100
    on(club, "2026-02-28")
    assert club.balance(ann) == 135 + 11 * 5 + 100


def test_after_a_long_time_off_everything_comes_in_its_order(club: Cafe, ann: Member) -> None:
    club.changes('stars = 250\nperiod = "month"', 'stars = 250\nperiod = "year"')
    pays(club, ann, "club", "1")
    on(club, "2026-05-01", kept=False)

    assert keep_promises(club) == 11 + 1 + 1, "the months, the new year, the end"
    assert club.balance(ann) == 135 + 11 * 5 + 100
    assert status(club, ann, "club") is PlanStatus.ENDED
    assert keep_promises(club) == 0


def test_who_has_left_is_given_nothing_meanwhile(club: Cafe, ann: Member) -> None:
    club.changes('stars = 250\nperiod = "month"', 'stars = 250\nperiod = "year"')
    pays(club, ann, "club", "1")
    leave(club.tx, club.act(), member_id=ann.id)
    on(club, "2025-02-28")
    assert club.balance(ann) == 135


def test_a_tiers_grant_that_comes_by_a_plan_too_is_given_once(cafe: Cafe) -> None:
    cafe.rules(preset_text("dicks-scorecard"))
    on(cafe, "2025-02-01")
    ann = cafe.joins()
    subscribing.approve(cafe.tx, cafe.act(), member_id=ann.id, plan_id="scorerewards")
    assert len(usable(cafe, ann)) == 1
    subscribing.close(cafe.tx, cafe.act(), member_id=ann.id, plan_id="scorerewards")
    on(cafe, "2025-03-01")
    subscribing.approve(cafe.tx, cafe.act(), member_id=ann.id, plan_id="scorerewards")
    assert len(usable(cafe, ann)) == 1
    on(cafe, "2026-01-01")
    assert len(usable(cafe, ann)) == 2
    on(cafe, "2027-01-01")
    assert len(usable(cafe, ann)) == 3


@pytest.mark.parametrize(("every", "years"), [("month", 1), ("year", 3)])
def test_a_tiers_grant_that_comes_by_a_plan_on_another_day_is_given_once_a_period(
    quiet: Cafe, every: str, years: int
) -> None:
    with_tiers(quiet, "lifetime", TREAT.format(every))
    quiet.rules(quiet.text + PRO)
    on(quiet, "2025-01-05")
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    on(quiet, "2025-01-20")
    subscribing.approve(quiet.tx, quiet.act(), member_id=ann.id, plan_id="pro")
    for day in range(15, 365 * years, 5):
        on(quiet, str(date(2025, 1, 5) + timedelta(days=day)))
    given = [
        entry.occurred_at.month if every == "month" else entry.occurred_at.year
        for entry in entries.page(quiet.tx, ann.id, before=None, limit=99)
        if entry.kind is Kind.GRANT
    ]

    assert sorted(given) == (
        [*range(1, 13)] if every == "month" else [2025 + year for year in range(years)]
    )


def test_a_tiers_grant_goes_on_by_the_plan_when_the_tier_alone_gave_it_before(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", TREAT.format("month"))
    quiet.rules(quiet.text + PRO)
    on(quiet, "2025-01-05")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    subscribing.approve(quiet.tx, quiet.act(), member_id=ann.id, plan_id="pro")
    on(quiet, "2025-02-20")
    assert quiet.balance(ann) == 300 + 5 + 5
    quiet.orders(ann, "300.00", id="1", status="cancelled")
    left = quiet.balance(ann)
    on(quiet, "2025-03-20")

    assert quiet.balance(ann) == left + 5


def test_the_next_grant_and_the_end_are_told(club: Cafe, ann: Member) -> None:
    club.changes('stars = 250\nperiod = "month"', 'stars = 250\nperiod = "year"')
    pays(club, ann, "club", "1")
    [standing, *_] = standings.of_member(club.tx, ann.id, club.act())

    assert (standing.status, standing.in_force, standing.trial) == (PlanStatus.ACTIVE, True, False)
    assert (standing.since, standing.until) == (date(2025, 1, 31), date(2026, 1, 31))
    assert standing.next_grant == date(2025, 2, 28)


# Refunds


def test_a_refund_ends_the_period_at_once_and_takes_back_what_is_unused(
    club: Cafe, ann: Member
) -> None:
    pays(club, ann, "club", "1")
    club.passes(days=3)
    refunded = subscribing.refund(club.tx, club.act(), reference="1")

    assert refunded.refunded_at == club.now
    assert subscribing.refund(club.tx, club.act(), reference="1").refunded_at == club.now
    assert (has(club, ann, "club"), status(club, ann, "club")) == (False, PlanStatus.CLOSED)
    assert (club.balance(ann), agenda.of_member(club.tx, ann.id)) == (0, [])
    entry = entries.find(club.tx, ann.id, club.again(ann).entries)
    assert entry
    assert entry.kind is Kind.REVERSAL
    pays(club, ann, "club", "2")
    assert club.balance(ann) == 135, "who pays again is given again"


def test_a_refund_leaves_what_is_spent(club: Cafe, ann: Member) -> None:
    pays(club, ann, "club", "1")
    club.redeems(ann, "coffee")
    subscribing.refund(club.tx, club.act(), reference="1")

    assert club.balance(ann) == 0
    pays(club, ann, "club", "2")
    assert club.balance(ann) <= 135 - 60 + 20, "what was used does not come once more"


def test_an_unused_reward_is_withdrawn_and_a_used_one_stays(cafe: Cafe) -> None:
    ann = carepass(cafe)
    pays(cafe, ann, "carepass", "1")
    [voucher] = usable(cafe, ann)
    subscribing.refund(cafe.tx, cafe.act(), reference="1")
    assert usable(cafe, ann) == []
    pays(cafe, ann, "carepass", "2")
    [again] = usable(cafe, ann)
    redeeming.use(cafe.tx, cafe.act(), code=again.code)
    subscribing.refund(cafe.tx, cafe.act(), reference="2")
    pays(cafe, ann, "carepass", "3")
    assert (again.code != voucher.code, usable(cafe, ann)) == (True, [])


def test_a_refund_of_what_is_paid_ahead_only_shortens(club: Cafe, ann: Member) -> None:
    pays(club, ann, "club", "1")
    pays(club, ann, "club", "2")
    pays(club, ann, "club", "3")
    subscribing.refund(club.tx, club.act(), reference="1")

    assert (has(club, ann, "club"), club.balance(ann)) == (True, 135)
    assert state(club, ann, "club").until == date(2025, 3, 31)
    assert [
        (one.reference, one.period_from, one.period_until)
        for one in payments.of_plan(club.tx, ann.id, "club")
        if one.refunded_at is None
    ] == [
        ("2", date(2025, 1, 31), date(2025, 2, 28)),
        ("3", date(2025, 2, 28), date(2025, 3, 31)),
    ]


def test_a_refund_of_a_time_that_is_over_ends_nothing(club: Cafe, ann: Member) -> None:
    pays(club, ann, "club", "1")
    on(club, "2025-02-28")
    pays(club, ann, "club", "2")
    subscribing.refund(club.tx, club.act(), reference="1")

    assert has(club, ann, "club")
    assert club.balance(ann) == 5, "this month's"


def test_only_a_payment_that_was_made_is_refunded(club: Cafe) -> None:
    with pytest.raises(UnknownPayment):
        subscribing.refund(club.tx, club.act(), reference="1")


def test_points_for_a_plan_lift_a_tier_that_counts_all_points(club: Cafe, ann: Member) -> None:
    club.changes("from = 300", "from = { all_points = 130 }")
    pays(club, ann, "club", "1")
    assert club.again(ann).tier == "silver"
    subscribing.refund(club.tx, club.act(), reference="1")
    assert club.again(ann).tier == "bronze"


# Whatever happens


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    what=st.lists(
        st.tuples(st.sampled_from("ptcrkk"), st.integers(0, 40), st.integers(0, 5)), max_size=25
    )
)
def test_no_month_is_given_twice_and_all_refunded_leaves_nothing(
    club: Cafe, what: list[tuple[str, int, int]]
) -> None:
    """Payments, repeats, ticks, cancellations and refunds in any order and at any time."""
    on(club, ON_31_JANUARY)
    ann = club.joins(f"Ann {club.act().operation_id}")
    name, count = str(ann.id), 0
    for doing, days, which in what:
        club.now += timedelta(days=days)
        match doing:
            case "p":
                pays(club, ann, "club", f"{name}/{count}")
                count += 1
            case "t" if count:
                pays(club, ann, "club", f"{name}/{which % count}")
            case "c" if has(club, ann, "club"):
                subscribing.cancel(club.tx, club.act(), member_id=ann.id, plan_id="club")
            case "r" if count:
                subscribing.refund(club.tx, club.act(), reference=f"{name}/{which % count}")
            case _:
                keep_promises(club)
    keep_promises(club)
    kept = entries.page(club.tx, ann.id, before=None, limit=999)
    net: dict[str, int] = {}
    for entry in kept:
        net[entry.reference] = net.get(entry.reference, 0) + entry.points
    monthly = {key: points for key, points in net.items() if "/monthly/" in key}
    assert set(monthly.values()) <= {0, 5}
    assert set(net.values()) <= {0, 5, 10, 20, 100}
    for number in range(count):
        subscribing.refund(club.tx, club.act(), reference=f"{name}/{number}")
    assert club.balance(ann) == 0
    assert not has(club, ann, "club")
    club.now += timedelta(days=800)
    keep_promises(club)
    assert club.balance(ann) == 0
