"""When a rule or a benefit holds: each condition is a sentence of its own."""

from collections.abc import Iterator

from core.program.conditions import Goods, When
from core.program.schema import Program
from core.program.sentences import (
    Sentence,
    Told,
    Weekday,
    listed,
    plan_named,
    tier_named,
)

CHANNELS = {  # those that have a name in every language; others are shown as they are
    "store": "rules-channel-store",
    "web": "rules-channel-web",
    "app": "rules-channel-app",
}


def conditions(program: Program, when: When) -> Iterator[Sentence]:
    """All that must hold, nothing when it always does."""
    yield from only_for(when)
    yield from not_for(when.without)
    yield from _whose(program, when)
    yield from _where(when)
    yield from _days(when)
    yield from _orders(program, when)


def only_for(goods: Goods) -> Iterator[Sentence]:
    """The goods it is for; one mark of several is enough."""
    if sum(map(bool, (goods.categories, goods.labels, goods.skus))) > 1:
        yield Sentence("rules-only-goods", {"goods": marks(goods)})
    elif goods.categories:
        yield Sentence("rules-only-categories", {"categories": listed(goods.categories)})
    elif goods.labels:
        yield Sentence("rules-only-labels", {"labels": listed(goods.labels)})
    elif goods.skus:
        yield Sentence("rules-only-skus", {"skus": listed(goods.skus)})


def not_for(goods: Goods) -> Iterator[Sentence]:
    """The goods it is not for."""
    if goods.any:
        yield Sentence("rules-not-goods", {"goods": marks(goods)})


def marks(goods: Goods) -> Told:
    """Every mark of the goods, each with what it is."""
    named = [
        *(Sentence("rules-goods-category", {"name": name}) for name in goods.categories),
        *(Sentence("rules-goods-label", {"name": name}) for name in goods.labels),
        *(Sentence("rules-goods-sku", {"name": name}) for name in goods.skus),
    ]
    return listed(named, any_of=True)


def _whose(program: Program, when: When) -> Iterator[Sentence]:
    if when.tiers:
        names = listed((tier_named(program, tier) for tier in when.tiers), any_of=True)
        yield Sentence("rules-only-tiers", {"tiers": names})
    if when.plans:
        names = listed((plan_named(program, plan) for plan in when.plans), any_of=True)
        yield Sentence("rules-only-plans", {"plans": names})


def _where(when: When) -> Iterator[Sentence]:
    if when.channels:
        names = (Sentence(CHANNELS[one]) if one in CHANNELS else one for one in when.channels)
        yield Sentence("rules-only-channels", {"channels": listed(names, any_of=True)})
    if when.shops:
        yield Sentence("rules-only-shops", {"shops": listed(when.shops, any_of=True)})
    if when.payments:
        yield Sentence("rules-only-payments", {"payments": listed(when.payments, any_of=True)})


def _days(when: When) -> Iterator[Sentence]:
    if when.weekdays:
        days = listed(Weekday.named(name) for name in when.weekdays)
        yield Sentence("rules-only-weekdays", {"weekdays": days})
    if when.since and when.since == when.until:
        yield Sentence("rules-only-date", {"date": when.since})
    elif when.since and when.until:
        yield Sentence("rules-only-between", {"since": when.since, "until": when.until})
    elif when.since:
        yield Sentence("rules-only-since", {"since": when.since})
    elif when.until:
        yield Sentence("rules-only-until", {"until": when.until})
    if when.first_days:
        yield Sentence("rules-only-first-days", {"days": when.first_days, "of": when.first_days_of})
    if when.birthday:
        yield Sentence("rules-only-birthday", {"span": when.birthday})
    if when.chosen_day:
        yield Sentence("rules-only-chosen-day")


def _orders(program: Program, when: When) -> Iterator[Sentence]:
    if when.order_number == 1:
        yield Sentence("rules-only-first-order")
    elif when.order_number:
        yield Sentence("rules-only-order-number", {"number": when.order_number})
    if when.every_nth_order:
        yield Sentence("rules-only-every-nth", {"number": when.every_nth_order})
    if when.basket_from:
        yield Sentence("rules-only-basket", {"minimum": program.money(when.basket_from)})
