"""What does not fit together in a program file is found, with what would be right."""

import pytest

from bot.conversation.faults import said
from core.program.loading import Problem, ProgramInvalid, load
from core.program.rules import PurchaseRule

CLUB = """\
name = "Club"
currency = "EUR"
timezone = "Europe/Kyiv"
languages = ["en", "uk"]
[points]
en = { one = "point", other = "points" }
uk = { one = "бал", few = "бали", many = "балів", other = "бала" }

[[earning]]
id = "table"
on = "brackets"
brackets = [{ from = "10.00", points = 1 }, { from = "20.00", points = 3 }]
[[earning]]
id = "card"
on = "challenge"
counts = "items"
goal = 10
reward = "coffee"
limits = [{ every = "month", times = 1 }]
[[earning]]
id = "birthday"
on = "birthday"
points = 5
expires = { days = 14 }
[[earning]]
id = "review"
on = "action"
action = "review"
title = "Review it"
points = 5
when = { tiers = ["gold"], first_days = 30 }
[[earning]]
id = "dividend"
on = "dividend"
percent = "2"
paid_on = "03-01"
when = { plans = ["plus"], since = 2026-01-01, until = 2026-12-31 }

[[tiers.levels]]
id = "base"
title = "Base"
from = 0
benefits = [{ kind = "free_shipping", from = "49.00" }]
[[tiers.levels]]
id = "gold"
title = "Gold"
from = { spend = "500.01", orders = 12 }
benefits = [{ kind = "perk", title = { en = "A party", uk = "Вечірка" } }]
grants = [{ id = "gold-coffee", every = "calendar_year", reward = "coffee" }]

[[plans]]
id = "plus"
title = "Plus"
price = "25.00"
period = "year"
trial_days = 30
tier = "gold"
grants = [{ id = "ten", every = "month", points = 10, lapses = true }]

[[rewards]]
id = "coffee"
kind = "gift"
title = "Coffee"
plan = "plus"
[[rewards]]
id = "off"
kind = "flexible"
title = "Off"
points = 100
amount = "1.00"
at_least = 100
[[rewards]]
id = "give"
kind = "donation"
title = "Give"
cost = 100
amount = "1.00"
causes = [{ id = "cats", title = "Cats" }, { id = "dogs", title = "Dogs" }]
[[rewards]]
id = "five"
kind = "amount_off"
title = "Five"
cost = 500
amount = "5.00"
automatic = true
voucher_days = 30

[referral]
referrer = 10
friend = 5
friend_reward = "coffee"
milestones = [{ friends = 5, points = 50 }]

[expiry]
kind = "inactivity"
months = 12
"""

PRICED = 'price = "25.00"\nperiod = "year"\ntrial_days = 30'
YEARS = 'year = "plan"\nwhen = {'
GRANTED = "tiers.levels[1].grants[0].reward"
BOTH = "voucher_days = 1\nvoucher_months = 1"
TABLE = CLUB[CLUB.index('on = "brackets"') : CLUB.index('[[earning]]\nid = "card"')]
MULTIPLIED = 'on = "multiplier"\nfactor = 2\nexpires = { days = 1 }\n'
LATER = "earning[3].starts_days_later"
ONCE = "earning[2].limits"
OPEN = "tiers.levels[1].benefits[0].when"
JOINED = "earning[2].when"
YEARLY = "earning[4].limits"
MOST = "rewards[1].at_most"
JOINING = 'friend = 5\npaid = "joining"\nwithin_days = 9'
MONTHLY = 'every = "month", times = 9'
WRONG = [
    # what is replaced, by what, field, message
    ('reward = "coffee"\nlimits', 'reward = "cofee"\nlimits', "earning[1].reward", "did you"),
    ('goal = 10\nreward = "coffee"', "goal = 10", "earning[1]", "say what it gives"),
    ('"month", times = 1', '"month", points = 1', "earning[1].limits", "how many times"),
    ('"month", times = 1', '"order", times = 1', "earning[1].limits[0].times", "gives only once"),
    ("goal = 10", "goal = 10\nexpires = { days = 9 }", "earning[1].expires", "no points"),
    ("goal = 10", "goal = 10\npending_days = 9", "earning[1].pending_days", "no points"),
    ('"items"\ngoal', '"weeks"\nevery = "year"\ngoal', "earning[1].every", "all along"),
    ("goal = 10", 'goal = "10.5"', "earning[1].goal", "items are whole"),
    ('"items"\ngoal = 10', '"spend"\ngoal = "0.001"', "earning[1].goal", "EUR has 2 decimals"),
    ('"month", times = 1', '"month"', "earning[1].limits[0]", "how much at most"),
    ("times = 1 }", f'times = 1 }}, {{ {MONTHLY} }}', "earning[1].limits", "make them one"),
    ("days = 14 }", "days = 14, months = 1 }", "earning[2].expires.days", "not both"),
    ("{ days = 14 }", '{ kind = "rolling" }', "earning[2].expires", "say how long"),
    ("points = 5\nexpires", "expires", "earning[2]", "say what it gives"),
    ("points = 5\nwhen", "when", "earning[3]", "say what it gives"),
    ('["gold"]', '["gold", "glod"]', "earning[3].when.tiers[1]", 'did you mean "gold"?'),
    ("points = 5\nwhen", 'reward = "coffee"\nstarts_days_later = 1\nwhen', LATER, "at once"),
    ("first_days = 30", 'shops = ["x"]', "earning[3].when", '"shops" is about orders'),
    ('on = "birthday"', 'on = "signup"\nwhen = { tiers = ["gold"] }', JOINED, "who joins"),
    ('on = "birthday"', 'on = "signup"\nlimits = [{ every = "day", times = 1 }]', ONCE, "once"),
    ("first_days = 30", 'skus = ["x"]', "earning[3].when", '"skus" is about orders'),
    ("first_days = 30", 'first_days_of = "tier"', "earning[3].when.first_days_of", "how many"),
    ("days = 30 }", 'days = 1, first_days_of = "plan" }', "earning[3].when.first_days_of", "which"),
    ('plans = ["plus"]', 'plans = ["pluss"]', "earning[4].when.plans[0]", "the plans are plus"),
    ("until = 2026", "until = 2025", "earning[4].when.until", "a day after `since`"),
    ("paid_on", 'limits = [{ every = "day", times = 1 }]\npaid_on', YEARLY, "say at_most"),
    ("paid_on", 'year = "plan"\npaid_on', "earning[4].paid_on", "when the year ends"),
    ('paid_on = "03-01"\nwhen = { plans = ["plus"],', YEARS, "earning[4].year", "of which plan"),
    (TABLE, MULTIPLIED, "earning[0].expires", "with the rules for purchases"),
    ('"20.00", points', '"10.00", points', "earning[0].brackets", "from the smallest"),
    ('"20.00", points', '"20.001", points', "earning[0].brackets[1].from", 'from = "20.00"'),
    ('id = "review"', 'id = "ten"', "plans[0].grants[0].id", '"ten" is taken already'),
    ("\nfrom = 0", "", "tiers.levels[0].from", "from = 0"),
    ('{ spend = "500.01", orders = 12 }', "{}", "tiers.levels[1].from", "e.g. { points = 500 }"),
    ('"500.01"', '"500.001"', "tiers.levels[1].from.spend", "EUR has 2 decimals"),
    ('from = "49.00"', 'from = "49.001"', "tiers.levels[0].benefits[0].from", "2 decimals"),
    ('calendar_year"', 'entry", lapses = true', "tiers.levels[1].grants[0].lapses", "no other"),
    ('"perk", title', '"access", when = { skus = ["x"] } }, { kind = "perk", title', OPEN, "goods"),
    (', uk = "Вечірка"', "", "tiers.levels[1].benefits[0].title", "in these languages too: uk"),
    ('year", reward = "coffee"', 'year", reward = "off"', GRANTED, "members choose"),
    ('year", reward = "coffee"', 'year", reward = "give"', GRANTED, "several causes"),
    ('year", reward = "coffee"', 'year"', "tiers.levels[1].grants[0]", "say what it gives"),
    ('every = "month", points', 'every = "once", points', "plans[0].grants[0].lapses", "no other"),
    (PRICED, 'period = "year"', "plans[0].price", "or approval = true"),
    ('price = "25.00"', "approval = true", "plans[0].trial_days", "nothing to try"),
    ('period = "year"', 'period = "once"', "plans[0].trial_days", "can't be tried"),
    ('tier = "gold"\n', 'tier = "golden"\n', "plans[0].tier", "the tiers are base, gold; did you"),
    ('plan = "plus"', 'plan = "minus"', "rewards[0].plan", "the plans are plus"),
    ("at_least = 100", "cost = 100", "rewards[1].cost", "members choose how many"),
    ("at_least = 100", "at_least = 100\nat_most = 50", "rewards[1].at_most", "no less than"),
    ("at_least = 100", "at_least = 150\nat_most = 190\nstep = 100", MOST, "points are 200"),
    ('"1.00"\nat_least', '"0.03"\nat_least = 1\nat_most = 90\n#', MOST, "fewest points are 100"),
    ("cost = 100", "cost = 100\nautomatic = true", "rewards[2].automatic", "a single cause"),
    ("cost = 100", "cost = 100\nvoucher_days = 1", "rewards[2].voucher_days", "no voucher"),
    ('id = "dogs"', 'id = "cats"', "rewards[2].causes", "an id of its own"),
    ("cost = 500", "cost = 500\nunlocks_at = 100", "rewards[3].unlocks_at", "a cost already"),
    ("cost = 500", "unlocks_at = 500", "rewards[3].automatic", "add cost"),
    ("cost = 100", "", "rewards[2].cost", "a rule that gives this reward"),
    ("voucher_days = 30", BOTH, "rewards[3].voucher_months", "keep one"),
    ('friend_reward = "coffee"', 'friend_reward = "tea"', "referral.friend_reward", "no reward"),
    ("friends = 5, points = 50", "friends = 5", "referral.milestones[0]", "say what it gives"),
    ("friend = 5", JOINING, "referral.within_days", "joining pays"),
    ("months = 12", "", "expiry", "add months = 12, or days = 90"),
    ("[points]\nen", '[points]\npl = { one = "x" }\nen', "points.pl", 'add few = "…"'),
]  # fmt: skip


def found_in(text: str) -> tuple[Problem, ...]:
    """What load finds wrong, if anything."""
    try:
        load(text)
    except ProgramInvalid as invalid:
        return invalid.problems
    return ()


def test_the_club_is_a_program() -> None:
    """Nothing is objected to."""
    assert found_in(CLUB) == ()


@pytest.mark.parametrize(("old", "new", "field", "message"), WRONG)
def test_what_does_not_fit_is_found_and_put_right(
    old: str, new: str, field: str, message: str
) -> None:
    """Exactly one problem, with what would be right."""
    assert CLUB.count(old) == 1

    [problem] = found_in(CLUB.replace(old, new))
    assert (problem.field, message in said(problem.fault, "en")) == (field, True), problem


def test_a_money_program_speaks_of_no_points() -> None:
    """Its sums have a currency, so a point needs no name."""
    head = 'name = "x"\ncurrency = "EUR"\ntimezone = "UTC"\nlanguages = ["en", "pl"]\n'

    assert found_in(head + 'unit = "money"\n') == ()
    assert [problem.field for problem in found_in(head)] == ["points", "points"]


def test_in_a_money_program_worths_are_sums() -> None:
    """They load as minor units; finer than the currency is wrong."""
    text = (
        'name = "x"\ncurrency = "EUR"\ntimezone = "UTC"\nlanguages = ["en"]\nunit = "money"\n'
        '[[earning]]\nid = "a"\non = "purchase"\npoints = "5.00"\nper = "100.00"\n'
    )

    [purchase] = load(text).rules(PurchaseRule)
    assert purchase.points == 500
    [problem] = found_in(text.replace('"5.00"', '"5.001"'))
    assert (problem.field, "2 decimals" in said(problem.fault, "en")) == ("earning[0].points", True)


def test_a_wrong_currency_hides_no_other_problem() -> None:
    """Whatever stands there, also in a money program."""
    text = 'currency = ["EUR"]\nunit = "money"\nname = 5'

    assert {"currency", "name", "languages"} <= {problem.field for problem in found_in(text)}


def test_what_depends_on_something_wrong_is_not_objected_to() -> None:
    """A reward that a wrong rule may give, a tier of a list with a wrong entry."""
    assert len(found_in(CLUB.replace("goal = 10", "goal = -1"))) == 1
    assert len(found_in(CLUB.replace('on = "challenge"', 'on = "chalenge"'))) == 1
    assert len(found_in(CLUB.replace('id = "gold"\n', 'id = "Gold"\n'))) == 1
