"""A day's messages: to whom they are due, once each, at their hour, late ones while useful."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core import campaigning, celebrating, tiering
from core.model import Member, Money, Points, Purpose
from core.program.sentences import Sentence
from core.tables import outbox_views
from tests.core.campaigning.conftest import Post, zone
from tests.core.conftest import Cafe

SPRING = '\n[[campaigns]]\nid = "birthday"\nkind = "birthday"\nlead_days = 7\n'
BIRTHDAY = '\n[[earning]]\nid = "birthday"\non = "birthday"\npoints = 100\n'


def days_of(post: Post, member: Member, campaign: str) -> list[tuple[date, str]]:
    """On which day which message is sent."""
    return [
        (one.message.due_at.date(), one.message.key.removeprefix("notice-"))
        for one in post.of(member, campaign)
    ]


def live(cafe: Cafe, post: Post, days: int) -> None:
    """Let days pass, the schedule sweeping several times on each."""
    for _ in range(days):
        for _ in range(2):
            post.sweep()
            cafe.passes(hours=12)


def test_points_that_end_are_warned_of_30_7_and_1_days_before(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    for number in range(3):  # many lots are one message
        quiet.orders(ann, "20.00", id=str(number))
    live(quiet, post, 370)

    told = post.of(ann, "expiry")
    last = date(2027, 3, 10)
    assert [one.message.values["date"] for one in told] == [last] * 3
    assert [one.message.values["points"] for one in told] == [Points(60)] * 3
    assert [(last - one.message.due_at.date()).days for one in told] == [30, 7, 1]
    assert {one.message.key for one in told} == {"notice-expiry-buys"}


def test_points_that_were_spent_are_not_warned_of(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="1")
    quiet.redeems(ann)
    live(quiet, post, 370)

    assert post.of(ann, "expiry") == []


def test_a_message_waits_for_the_hour_where_the_member_is(quiet: Cafe) -> None:
    post = Post(quiet)
    ann, ben = quiet.joins(), quiet.joins("Ben")
    zone(quiet.tx, ben.id, "America/New_York")
    for one in (ann, ben):
        quiet.orders(one, "60.00", id=one.name)
    post.at("2027-03-09T00:05:00+02:00")
    post.sweep()

    [to_ann], [to_ben] = post.of(ann, "expiry"), post.of(ben, "expiry")
    assert to_ann.message.due_at == datetime(2027, 3, 9, 8, tzinfo=UTC)
    assert to_ben.message.due_at == datetime(2027, 3, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_on_the_days_on_which_clocks_change_the_hour_is_that_of_the_wall(
    quiet: Cafe, day: str
) -> None:
    quiet.rules(quiet.text + '\n[[campaigns]]\nid = "w"\nkind = "winback"\ndays = 10\nhour = 3\n')
    post = Post(quiet)
    ann = quiet.joins()
    wanted = date.fromisoformat(day)
    post.at(f"{wanted - timedelta(days=10)}T12:00:00+02:00")
    quiet.orders(ann, "60.00", id="1")
    post.at(f"{day}T00:00:30+02:00")
    live(quiet, post, 3)

    [told] = post.of(ann, "w")
    assert told.message.due_at.hour in (0, 1)
    assert told.message.due_at.date() == wanted


def test_days_of_downtime_are_made_up_while_it_is_still_useful(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="1")
    post.at("2027-03-05T09:00:00+02:00")  # 5 days before: the day of 7 was two days ago
    post.sweep()
    assert [one.message.occasion for one in post.of(ann, "expiry")] == ["expiry/2027-03-10/7"]
    post.at("2027-03-11T09:00:00+02:00")  # they are gone
    post.sweep()

    assert len(post.of(ann, "expiry")) == 1


def test_a_crash_between_pages_and_a_second_schedule_tell_nobody_twice(quiet: Cafe) -> None:
    post = Post(quiet)
    people = [quiet.joins(f"P{number}") for number in range(10)]
    for one in people:
        quiet.orders(one, "60.00", id=one.name)
    post.at("2027-03-09T09:00:00+02:00")
    late = campaigning.todo(quiet.tx, quiet.act())
    pages = [post.sweep(crash_after=1) for _ in range(40)]

    assert sum(pages) == 10
    assert max(pages) == 3
    assert all(len(post.of(one, "expiry")) == 1 for one in people)
    assert [campaigning.step(quiet.tx, quiet.act(), sweep) for sweep in late] == [
        (0, True) for _ in late
    ]


def test_what_was_done_today_is_not_looked_for_again(quiet: Cafe) -> None:
    post = Post(quiet)
    post.sweep()

    assert campaigning.todo(quiet.tx, quiet.act()) == []


def test_a_voucher_is_warned_of_by_its_name(quiet: Cafe) -> None:
    quiet.changes("cost = 60", "cost = 60\nvoucher_days = 30")
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="1")
    quiet.redeems(ann)
    live(quiet, post, 40)

    assert days_of(post, ann, "voucher") == [
        (date(2026, 4, 2), "voucher-ending"),
        (date(2026, 4, 8), "voucher-ending"),
    ]


def test_what_keeps_a_tier_is_told_30_days_before_it_ends(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    quiet.passes(days=60)
    quiet.orders(ann, "100.00", id="2")  # the old points leave the window on 10 March
    until = tiering.until(quiet.tx, quiet.again(ann), quiet.act())
    live(quiet, post, 310)

    [told] = [one for one in post.of(ann, "tier") if one.message.key == "notice-tier-keep"]
    assert told.message.values["date"] == until == date(2027, 3, 10)
    assert told.message.values["missing"] == Points(175)
    assert told.message.due_at.date() == date(2027, 2, 8)


def test_a_birthday_is_announced_and_told_when_the_present_is_there(quiet: Cafe) -> None:
    quiet.rules(quiet.text + BIRTHDAY + SPRING)
    post = Post(quiet)
    ann = quiet.joins()
    post.born(ann, 5, 20)
    for _ in range(80):
        post.sweep()
        if ann.id in celebrating.due(quiet.tx, quiet.act(), after=type(ann.id)(0), limit=9):
            celebrating.celebrate(quiet.tx, quiet.act(), member_id=ann.id)
        quiet.passes(days=1)

    assert days_of(post, ann, "birthday") == [
        (date(2026, 5, 13), "birthday-ahead"),
        (date(2026, 5, 20), "birthday-day"),
    ]


def test_29_february_is_announced_for_the_28th_in_common_years(quiet: Cafe) -> None:
    quiet.rules(quiet.text + BIRTHDAY + SPRING)
    post = Post(quiet)
    ann = quiet.joins()
    post.born(ann, 2, 29)
    post.at("2027-02-21T09:00:00+02:00")
    post.sweep()

    [told] = post.of(ann, "birthday")
    assert told.message.values["date"] == date(2027, 2, 28)


def test_an_announcement_that_is_too_late_is_not_made(quiet: Cafe) -> None:
    quiet.rules(quiet.text + BIRTHDAY + SPRING.replace("= 7", "= 1"))
    post = Post(quiet)
    ann = quiet.joins()
    post.born(ann, 5, 20)
    post.at("2026-05-20T09:00:00+03:00")
    post.sweep()

    assert post.of(ann, "birthday") == []


def test_every_year_in_the_program_is_counted(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    post.at("2028-03-10T09:00:00+02:00")
    post.sweep()

    [told] = post.of(ann, "anniversary")
    assert told.message.values == {"years": 2}


def test_who_has_not_bought_for_long_is_missed_once(quiet: Cafe) -> None:
    post = Post(quiet)
    ann, ben = quiet.joins(), quiet.joins("Ben")
    quiet.orders(ann, "5.00", id="1")
    quiet.orders(ben, "5.00", id="2")
    quiet.passes(days=30)
    quiet.orders(ben, "5.00", id="3")
    live(quiet, post, 50)

    assert post.keys(ann, "winback") == ["notice-winback-points"]
    assert post.keys(ben, "winback") == []


def test_an_offer_is_given_with_the_message_to_who_agreed_to_offers(quiet: Cafe) -> None:
    offer = '\n[[campaigns]]\nid = "back"\nkind = "winback"\ndays = 60\noffer = { points = 25 }\n'
    quiet.rules(quiet.text + offer)
    post = Post(quiet)
    ann, ben = quiet.joins(), quiet.joins("Ben")
    post.agrees(ann)
    for one in (ann, ben):
        quiet.orders(one, "5.00", id=one.name)
    quiet.passes(days=60)
    for _ in range(2):
        post.sweep()

    [told], [plain] = post.of(ann, "back"), post.of(ben, "back")
    assert told.message.key == "notice-with-offer"
    assert told.message.values == {
        "said": Sentence("notice-winback-points", {"points": Points(5)}),
        "given": Points(25),
    }
    assert plain.message.key == "notice-winback-points"
    assert (quiet.balance(ann), quiet.balance(ben)) == (30, 5)
    assert told.message.purpose is Purpose.MARKETING


def test_who_brought_nobody_is_told_how_if_the_shop_wishes(cafe: Cafe, post: Post) -> None:
    nudge = '\n[[campaigns]]\nid = "friends"\nkind = "referral"\nnudge_days = 14\n'
    cafe.rules(cafe.text + nudge)
    ann, ben = cafe.joins(), cafe.joins("Ben")
    cafe.joins("Cid", code=ben.referral_code)
    cafe.passes(days=14)
    post.sweep()

    [told] = post.of(ann, "friends")
    assert (told.message.key, told.message.purpose) == (
        "notice-referral-nudge", Purpose.MARKETING,
    )  # fmt: skip
    assert "notice-referral-nudge" not in post.keys(ben)


def test_a_sum_that_is_missing_for_a_tier_is_said_as_one(quiet: Cafe) -> None:
    quiet.changes("from = 300", 'from = { spend = "300.00" }')
    quiet.changes("from = 0", 'from = { spend = "0" }')
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    live(quiet, post, 345)

    [told] = [one for one in post.of(ann, "tier") if one.message.key == "notice-tier-keep"]
    assert told.message.values["missing"] == Sentence("tier-spend", {"sum": Money(30000, "EUR")})


def test_the_preview_says_whom_and_changes_nothing(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="1")
    post.at("2027-03-09T09:00:00+02:00")

    found = [one for one in campaigning.preview(quiet.tx, quiet.act()) if one.members]
    assert [(one.campaign, one.members) for one in found] == [("expiry", (ann.id,))]
    assert outbox_views.of_member(quiet.tx, ann.id)[0].message.campaign != "expiry"
