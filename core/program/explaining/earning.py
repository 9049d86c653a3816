"""What earns: first what a sum is worth, then what multiplies it, what is added, what else pays."""

from collections.abc import Iterable, Iterator

from core.program.explaining.conditions import marks
from core.program.explaining.particulars import particulars
from core.program.rules import DividendRule, ExtraRule, MultiplierRule, OrderRule, RateRule, Rule
from core.program.schema import Program
from core.program.sentences import Sentence, Told, under


def earning(program: Program) -> Iterator[Sentence]:
    """Every way to earn, and what of an order counts."""
    yield from _rates(program)
    yield from _factors(program)
    yield from _extras(program)
    if any(isinstance(rule, OrderRule | DividendRule) for rule in program.earning):
        yield from _counted(program)
        yield from _returned(program)
        if program.buyers.wait_days:
            yield Sentence("rules-purchase-before", {"days": program.buyers.wait_days})
    for rule in program.earning:
        if not isinstance(rule, OrderRule):
            yield from _with(program, rule, rule.said(program))


def _returned(program: Program) -> Iterator[Sentence]:
    returns = program.returns
    details = {
        "only_pending": [Sentence("rules-returned-pending")],
        "unlimited": [Sentence("rules-returned-owed")],
    }.get(returns.take_back, [])
    back = [Sentence("rules-returned-spent")] if returns.give_back and program.rewards else []
    yield Sentence("rules-purchase-returned")
    yield from under([*details, *back])


def _rates(program: Program) -> Iterator[Sentence]:
    """Those of the highest priority first; the added ones last."""
    rates = program.rules(RateRule)
    competing = sorted((one for one in rates if not one.stacks), key=lambda one: -one.priority)
    priorities = [one.priority for one in competing]
    if len(set(priorities)) < len(priorities):
        yield Sentence("rules-rates-best")
    for rule in competing:
        first = [Sentence("rules-rate-first")] if rule.priority > priorities[-1] else []
        yield from _with(program, rule, [*rule.said(program), *under(first)])
    for rule in rates:
        if rule.stacks:
            added = under([Sentence("rules-rate-added")])
            yield from _with(program, rule, [*rule.said(program), *added])


def _factors(program: Program) -> Iterator[Sentence]:
    rules = program.rules(MultiplierRule)
    of_tiers = any(tier.factor != 1 for tier in program.tiers.levels)
    if sum(not rule.stacks for rule in rules) + (of_tiers and bool(rules)) > 1:
        yield Sentence("rules-factors-best")
    for rule in rules:
        added = [Sentence("rules-factor-added")] if rule.stacks else []
        yield from _with(program, rule, [*rule.said(program), *under(added)])


def _extras(program: Program) -> Iterator[Sentence]:
    """What is added to the rest, and to each other."""
    rules = program.rules(ExtraRule)
    if len(rules) > 1:
        yield Sentence("rules-extras")
    for rule in rules:
        yield from _with(program, rule, rule.said(program))


def _with(program: Program, rule: Rule, said: Iterable[Sentence]) -> Iterator[Sentence]:
    yield from said
    yield from under(particulars(program, rule))


def _counted(program: Program) -> Iterator[Sentence]:
    counts = program.counts
    if not counts.tax and not counts.shipping:
        yield Sentence("rules-counts-goods")
    elif not counts.shipping:
        yield Sentence("rules-counts-no-shipping")
    elif not counts.tax:
        yield Sentence("rules-counts-no-tax")
    if counts.discounts:
        yield Sentence("rules-counts-discounts")
    for other in program.currencies:
        told: dict[str, Told] = {
            "currency": other.code,
            "rate": other.rate,
            "own": program.currency,
        }
        yield Sentence("rules-counts-currency", told)
    if counts.gift_cards:
        yield Sentence("rules-counts-gift-cards")
    if counts.without.any:
        yield Sentence("rules-counts-without", {"goods": marks(counts.without)})
