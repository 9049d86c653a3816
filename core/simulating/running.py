"""The orders of a history one by one, the oldest first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from core import crediting
from core.awarding.award import NOTHING, Award
from core.awarding.baskets import Basket, Circumstances, OrderLine, basket_of
from core.awarding.capping import Standing, earliest, is_capped
from core.awarding.claiming import claims
from core.awarding.periods import without_old
from core.awarding.settling import Settled, settle
from core.calendar import midnight
from core.plans import dividends
from core.program.expiry import InactivityExpiry, RollingExpiry
from core.program.rules import ChallengeRule, DividendRule, OrderRule, Rule
from core.program.schema import Program
from core.program.tiers import METRICS
from core.program.worths import best_use
from core.simulating.customers import NEVER, Customer
from core.simulating.reports import Month, Report
from core.simulating.standing import needs_of
from core.tables.tier_states import TierState
from core.tiering import judging

REACHED = TierState()
TOP = 100  # one in so many


class Bought(NamedTuple):
    """One order of a history."""

    customer: int
    day: date  # in the shop's time zone
    total: int  # minor units
    category: str = ""
    sku: str = ""


class Simulation:
    """
    Takes orders in the order of their days, then reports.

    Everybody is a member from their first order on. Birthdays, actions, friends and plans are not
    in a history, so what they give is not in the report.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self._customers: dict[int, Customer] = {}
        self._tiers = [tier.id for tier in program.tiers.levels]
        self._needs = needs_of(program)
        self._counted = [METRICS.index(metric) for metric in program.ladder.metrics]
        self._shares = program.rules(DividendRule)
        self._capped = [rule for rule in program.rules(OrderRule) if is_capped(rule)]
        self._cheapest, self._worth = best_use(program)
        self._rewards: Counter[str] = Counter()
        self._months: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._expiring: Counter[int] = Counter()  # day → points, if nobody redeems
        self._idle: dict[int, tuple[int, int]] = {}  # customer → day of expiry, points
        self._dates: dict[tuple[date, date | None, RollingExpiry | None], int] = {}
        self._last = date.min

    def take(self, order: Bought) -> None:
        """Let the customer buy."""
        member = self._customers.get(order.customer) or self._joined(order)
        month = self._months[f"{order.day.year}-{order.day.month:02}"]
        month["orders"] += 1
        month["spent"] += order.total
        self._last = order.day
        self._review(member, order.day)
        basket = self._basket(order)
        settled = self._settle(member, basket)
        if basket.sum:
            member.number += 1
        self._dividend(member, order.day, settled.counters, settled.awards)
        member.counters = dict(without_old(settled.counters))
        self._rewards.update(reward for _, reward in settled.rewards)
        for_tier = in_all = 0
        for rule_id, award in settled.awards.items():
            rule = self.program.rule(rule_id)
            if award.due and rule:
                self._issue(order.customer, member, order.day, award.due, rule)
                in_all += award.due
                for_tier += 0 if isinstance(rule, ChallengeRule) else award.due
        items = sum(line.quantity for line in basket.lines)
        self._tally(member, order.day, (for_tier, in_all, basket.sum, 1, items))
        self._redeem(member, order.day)

    def _basket(self, order: Bought) -> Basket:
        lines: tuple[OrderLine, ...] = ()
        if order.category or order.sku:
            categories = (order.category,) if order.category else ()
            lines = (OrderLine(order.sku, 1, order.total, categories),)
        return basket_of(
            self.program,
            lines,
            total=order.total,
            shipping=0,
            tax=0,
            discount=0,
            day=order.day,
            shop="",
            channel="",
            payment="",
        )

    def _settle(self, member: Customer, basket: Basket) -> Settled:
        buyer = Circumstances(
            tier=self._tiers[member.rank],
            number=member.number + 1,
            joined_on=member.joined,
            tier_since=member.tier_since,
        )
        reference = f"{member.number:09}"  # in the order of the history
        settled = settle(
            self.program,
            claims(self.program, basket, buyer),
            buyer,
            day=basket.day,
            counters=member.counters,
            before={},
            reference=reference,
            others=member.orders,
        )
        if self._capped:
            order = Standing(basket.day, reference, self.program, settled.awards)
            since = earliest(self._capped, basket.day) or date.min
            member.orders = [one for one in (*member.orders, order) if one.day >= since]
        return settled

    def report(self) -> Report:
        """What came of it all, to the end of the last order's month."""
        self._pay_dividends()
        for expires, points in self._idle.values():
            self._expiring[expires] += points
        customers = self._customers.values()
        issued = sorted((each.issued for each in customers), reverse=True)
        top = issued[: -(-len(issued) // TOP)]
        for each in customers:
            self._review(each, self._last)
        tiers = Counter(self._tiers[each.rank] for each in customers)
        months = tuple(self._by_month())
        redeemed = sum(month.redeemed_at_most for month in months)
        return Report(
            orders=sum(month.orders for month in months),
            customers=len(self._customers),
            spent=sum(month.spent for month in months),
            issued=sum(issued),
            redeemed_at_most=redeemed,
            expired_at_most=sum(month.expired_at_most for month in months),
            cost_at_most=None if self._worth is None else round(redeemed * self._worth),
            point_worth=self._worth,
            tiers={tier.id: tiers[tier.id] for tier in self.program.tiers.levels},
            rewards=dict(self._rewards),
            top_share=sum(top) / (sum(issued) or 1),
            months=months,
        )

    def _joined(self, order: Bought) -> Customer:
        member = Customer(order.day, len(self._counted))
        self._customers[order.customer] = member
        if (signup := self.program.signup) and signup.points:
            self._issue(order.customer, member, order.day, signup.points, signup)
            self._tally(member, order.day, (0, signup.points, 0, 0, 0))
        return member

    def _issue(self, customer: int, member: Customer, day: date, points: int, rule: Rule) -> None:
        """Give points, twice over: to who never redeems, and to who does so at once."""
        expires = self._expires(day, member.joined, rule.expires)
        member.issued += points
        member.open.append([expires, points])
        self._months[f"{day.year}-{day.month:02}"]["issued"] += points
        if not isinstance(self.program.expiry, InactivityExpiry) or rule.expires:
            self._expiring[expires] += points
            return
        ends, held = self._idle.get(customer, (NEVER, 0))
        if ends <= day.toordinal():
            self._expiring[ends] += held
            held = 0
        self._idle[customer] = expires, held + points
        member.open = [[expires, left] for ends, left in member.open if ends > day.toordinal()]

    def _expires(self, day: date, joined: date, own: RollingExpiry | None) -> int:
        """The first day on which points earned on that day are lost."""
        key = day, joined if self.program.expiry.kind == "anniversary" else None, own
        if key not in self._dates:
            timezone = self.program.timezone
            at = crediting.expires_at(
                self.program,
                midnight(day, timezone),
                joined_at=midnight(joined, timezone),
                rule_expires=own,
            )
            self._dates[key] = at.toordinal() if at else NEVER
        return self._dates[key]

    def _tally(self, member: Customer, day: date, counted: tuple[int, ...]) -> None:
        """Count it for the tier, which can only rise by it; a new tier is for the next order."""
        if not self._counted:
            return
        asked = tuple(counted[place] for place in self._counted)
        member.tally.add(self.program, member.joined, day, asked)
        if (rank := member.tally.rank(self._needs)) > member.rank:
            member.rank, member.tier_since, member.state = rank, day, REACHED

    def _review(self, member: Customer, day: date) -> None:
        """Let the tier end whose time is over, as the schedule would have."""
        if not member.rank:
            return
        member.tally.pass_to(self.program, member.joined, day)
        if member.tally.rank(self._needs) >= member.rank:
            return
        timezone, metrics = self.program.timezone, self.program.ladder.metrics
        verdict = judging.judge(
            self.program,
            member.rank,
            member.state,
            [dict(zip(metrics, sums, strict=True)) for sums in member.tally.sums],
            now=midnight(day, timezone),
            joined_at=midnight(member.joined, timezone),
        )
        if verdict.rank != member.rank:
            member.rank, member.tier_since = verdict.rank, day
        member.state = TierState(basis=verdict.basis, until=verdict.until)

    def _redeem(self, member: Customer, day: date) -> None:
        """Who redeems as soon as they can buys the cheapest thing as often as it goes."""
        member.drop_expired(day.toordinal())
        if self._cheapest and (points := member.balance // self._cheapest * self._cheapest):
            member.take(points)
            self._months[f"{day.year}-{day.month:02}"]["redeemed"] += points

    def _dividend(
        self, member: Customer, day: date, counters: dict[str, int], awards: Mapping[str, Award]
    ) -> None:
        for rule in self._shares:
            if bought := awards.get(rule.id, NOTHING).sum:
                now = midnight(day, self.program.timezone)
                key = dividends.key_for(rule, self.program, day, now, member.joined, {})
                name = f"{rule.id}:{key}"
                counters[name] = counters.get(name, 0) + bought

    def _pay_dividends(self) -> None:
        """Give what falls due within the history."""
        for rule in self._shares:
            for number, member in self._customers.items():
                for name, bought in member.counters.items():
                    if name.startswith(f"{rule.id}:"):
                        self._pay(rule, number, member, name.partition(":")[2], bought)

    def _pay(self, rule: DividendRule, number: int, member: Customer, key: str, sum: int) -> None:
        day = dividends.paid_at(rule, key, self.program).date()
        if day <= self._last and (points := dividends.worth(rule, self.program, sum)):
            self._issue(number, member, day, points, rule)

    def _by_month(self) -> Iterable[Month]:
        """Every month of the history, those without orders too."""
        open_at_most = open_at_least = 0
        expiring = sorted(self._expiring.items())
        for name in _months(self._months, self._last):
            counted = self._months[name]
            year, month = map(int, name.split("-"))
            over = date(year + month // 12, month % 12 + 1, 1).toordinal()
            expired = 0
            while expiring and expiring[0][0] <= over:
                expired += expiring.pop(0)[1]
            open_at_most += counted["issued"] - expired
            open_at_least += counted["issued"] - counted["redeemed"]
            yield Month(
                month=name,
                orders=counted["orders"],
                spent=counted["spent"],
                issued=counted["issued"],
                redeemed_at_most=counted["redeemed"],
                expired_at_most=expired,
                liability_at_least=min(open_at_least, open_at_most),
                liability_at_most=open_at_most,
            )


def _months(seen: Iterable[str], last: date) -> list[str]:
    """The names of all months from the first to the last."""
    if not (first := min(seen, default="")):
        return []
    year, month = map(int, first.split("-"))
    names = []
    while (year, month) <= (last.year, last.month):
        names.append(f"{year}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return names
