"""Whether a condition of the program file holds for an order and its buyer."""

from datetime import date, timedelta

from core.awarding.baskets import Basket, Circumstances
from core.money import digits
from core.program.conditions import WEEKDAYS, When


def holds(when: When | None, basket: Basket, buyer: Circumstances, currency: str) -> bool:
    """Whether everything it says of the order, the buyer and the day is so; goods are apart."""
    return when is None or (
        _of_order(when, basket, currency)
        and on_day(when, basket.day)
        and of_member(when, buyer, basket.day)
        and _of_number(when, buyer.number)
    )


def on_day(when: When, day: date) -> bool:
    """Whether it is one of its days."""
    if (when.since and day < when.since) or (when.until and day > when.until):
        return False
    return not when.weekdays or WEEKDAYS[day.weekday()] in when.weekdays


def of_member(when: When, member: Circumstances, day: date) -> bool:
    """Whether it is for that member on that day."""
    if when.tiers and not (member.tiers or {member.tier}) & {*when.tiers}:
        return False
    if when.plans and not member.plans.keys() & {*when.plans}:
        return False
    if when.chosen_day and not member.chosen:
        return False
    if when.birthday and not _is_birthday(when, member, day):
        return False
    return when.first_days is None or _in_first_days(when, member, day)


def _of_order(when: When, basket: Basket, currency: str) -> bool:
    for wanted, found in (
        (when.channels, basket.channel),
        (when.shops, basket.shop),
        (when.payments, basket.payment),
    ):
        if wanted and found.casefold() not in {each.casefold() for each in wanted}:
            return False
    return when.basket_from is None or basket.sum >= when.basket_from * 10 ** digits(currency)


def _of_number(when: When, number: int) -> bool:
    if when.order_number is not None and number != when.order_number:
        return False
    return when.every_nth_order is None or number % when.every_nth_order == 0


def _is_birthday(when: When, member: Circumstances, day: date) -> bool:
    if member.birthday is None:
        return False
    month, born = member.birthday
    if when.birthday == "month":
        return day.month == month
    leap = (month, born) == (2, 29) and (day.month, day.day) == (2, 28)
    return (day.month, day.day) == (month, born) or (
        leap and (day + timedelta(days=1)).day == 1  # a common year keeps it on the 28th
    )


def _in_first_days(when: When, member: Circumstances, day: date) -> bool:
    """Counted from the first day, which is day 1."""
    assert when.first_days  # noqa: S101 the caller looked
    if when.first_days_of == "tier":
        starts = [member.tier_since or member.joined_on]
    elif when.first_days_of == "plan":
        plans = member.plans
        starts = [plans[plan] for plan in plans if not when.plans or plan in when.plans]
    else:
        starts = [member.joined_on]
    return any(0 <= (day - start).days < when.first_days for start in starts)
