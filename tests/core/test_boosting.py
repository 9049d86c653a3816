"""Offers that multiply for some days: who has one, which orders, and what a return takes back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from core import boosting
from core.earning.recording import record_refunds
from core.model import Boost, Member
from core.program.sentences import Sentence
from core.tables import boosts, entries
from core.tables.refunds import Refund
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe

OFFER = """
[[campaigns]]
id = "back"
kind = "winback"
days = 60
offer = { factor = "3", days = 7 }
"""


@pytest.fixture
def offered(quiet: Cafe) -> tuple[Member, Member]:
    """Ann agreed to offers and was offered three times the points for a week; Ben was not."""
    quiet.rules(quiet.text + OFFER)
    post = Post(quiet)
    ann, ben = quiet.joins(), quiet.joins("Ben")
    post.agrees(ann)
    for one in (ann, ben):
        quiet.orders(one, "5.00", id=one.name)
    quiet.passes(days=60)
    for _ in range(2):
        post.sweep()
    return ann, ben


def test_the_message_says_how_long_and_is_one_offer_however_often_it_is_written(
    quiet: Cafe, offered: tuple[Member, Member]
) -> None:
    ann, ben = offered
    [told] = Post(quiet).of(ann, "back")
    [kept] = quiet.again(ann).boosts

    last = date(2026, 5, 16)
    assert told.message.values["given"] == Sentence(
        "offer-factor-until", {"factor": Decimal(3), "date": last}
    )
    assert (str(kept.factor), kept.until.isoformat()) == ("3", "2026-05-16T21:00:00+00:00")
    assert quiet.again(ben).boosts == ()
    again = boosting.give(
        quiet.tx, quiet.again(ann), quiet.act(), by=kept.by, factor=kept.factor, last=last
    )
    assert again.boosts == quiet.again(ann).boosts == (kept,)


def test_the_orders_of_that_time_are_multiplied_whenever_they_are_reported_or_returned(
    quiet: Cafe, offered: tuple[Member, Member]
) -> None:
    ann, ben = offered
    during = quiet.now + timedelta(days=7)
    earned = {}
    for name, at in (("before", quiet.now - timedelta(days=1)), ("in", during)):
        earned[name] = quiet.orders(ann, "10.00", id=name, at=at).awarded
    earned["other"] = quiet.orders(ben, "10.00", id="other", at=during).awarded
    quiet.passes(days=30)
    earned["after"] = quiet.orders(ann, "10.00", id="after").awarded
    earned["late"] = quiet.orders(ann, "10.00", id="late", at=during).awarded
    assert earned == {"before": 10, "in": 30, "other": 10, "after": 10, "late": 30}
    reasons = [one.reason for one in entries.page(quiet.tx, ann.id, before=None, limit=9)]
    assert (reasons[0]["boost"], reasons[0]["factor"]) == ("back/winback/2026-03-10", "3")
    assert "boost" not in reasons[1]

    quiet.passes(days=500)
    boosts.save(quiet.tx, ann.id, [])  # it is long over, and forgotten
    back = Refund(id="r", amount=400, lines=(), refunded_at=quiet.now)
    taken = record_refunds(quiet.tx, quiet.act(), shop="eu", order_id="in", given_back=(back,))
    assert taken.taken == 12
    assert quiet.orders(ann, "10.00", id="late", status="cancelled").taken == 30


def test_the_highest_factor_counts_and_none_multiplies_another(quiet: Cafe) -> None:
    quiet.changes("from = 0 },", 'from = 0, factor = "2" },')
    ann = quiet.joins()
    running = {"since": quiet.now, "until": quiet.now + timedelta(days=1)}
    for factor, earns in (("1.5", 20), ("3", 30)):
        boosts.save(quiet.tx, ann.id, [Boost(by="offer", factor=Decimal(factor), **running)])
        assert quiet.orders(ann, "10.00", id=factor).awarded == earns
    last = entries.page(quiet.tx, ann.id, before=None, limit=2)
    assert [one.reason.get("boost") for one in last] == ["offer", None]
