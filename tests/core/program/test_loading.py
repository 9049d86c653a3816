"""A wrong program file gets every problem, with its line, field and what would be right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.faults import said, told
from core.program.loading import TEXT_MAX, Problem, ProgramInvalid, load
from core.program.values import LANGUAGES
from tests.core.program.cafe import CAFE, cafe


def found_in(text: str) -> tuple[Problem, ...]:
    """What load finds wrong, if anything."""
    try:
        load(text)
    except ProgramInvalid as invalid:
        return invalid.problems
    return ()


def problems(text: str) -> tuple[Problem, ...]:
    """What load finds wrong, which is something."""
    found = found_in(text)
    assert found
    return found


def line_with(text: str, part: str) -> int:
    """The number of the first line that has the part."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)


WRONG = [
    # what is replaced, by what, the line has, field, message
    ("cost = 60", 'cost = "sixty"', "sixty", "rewards[0].cost", "e.g. cost = 60 (found \"sixty\")"),
    ("cost = 60", "cost = true", "cost = true", "rewards[0].cost", "a whole number"),
    ("cost = 60", "cost = 0", "cost = 0", "rewards[0].cost", "at least 1"),
    ("cost = 60", "cost = 1e9", "cost = 1e9", "rewards[0].cost", "a whole number"),
    ("cost = 60", "", "[[rewards]]", "rewards[0].cost", "it is missing; add cost = 60"),
    ("cost = 60", "coast = 60\ncost = 60", "coast", "rewards[0].coast", 'did you mean "cost"?'),
    ("cost = 60", "cost = 60\nxyz = 1", "xyz", "rewards[0].xyz", "fields here are id, title"),
    ('kind = "gift"', 'kind = "gif"', '"gif"', "rewards[0].kind", 'did you mean "gift"?'),
    ('kind = "gift"', "", "[[rewards]]", "rewards[0]", 'kind is missing; give kind = "gift"'),
    ('id = "coffee"', 'id = "Coffee!"', "Coffee!", "rewards[0].id", 'e.g. id = "coffee"'),
    ('id = "five-off"', 'id = "coffee"', None, "rewards[1].id", '"coffee" is taken already'),
    ('"5.00"', "5.0", "amount = 5.0", "rewards[1].amount", 'so that it is exact: "5.00"'),
    ('"5.00"', '"5,00"', "5,00", "rewards[1].amount", 'a point: "5.00"'),
    ('"5.00"', '"5.001"', "5.001", "rewards[1].amount", 'decimals, e.g. amount = "5.00"'),
    ('"5.00"', '"NaN"', "NaN", "rewards[1].amount", 'e.g. "5.00" (found "NaN")'),
    ('"5.00"', '"0"', 'amount = "0"', "rewards[1].amount", "more than 0"),
    ('tier = "silver"', 'tier = "slver"', "slver", "rewards[1].tier", 'did you mean "silver"?'),
    ('per = "1.00"', 'per = "0.001"', "per =", "earning[0].per", "EUR has 2 decimals"),
    ('on = "signup"', 'on = "sign-up"', "sign-up", "earning[1].on", 'did you mean "signup"?'),
    ("from = 0", "from = 5", "from = 5", "tiers.levels[0].from", "from = 0"),
    ("from = 300", "from = -5", '"silver"', "tiers.levels[1].from", "at least 0"),
    ("from = 300", 'from = "x"', '"silver"', "tiers.levels[1].from", "a whole number"),
    ("from = 300", "from = 1.5", '"silver"', "tiers.levels[1].from", "e.g. from = 500"),
    ("from = 300", "from = { pints = 5 }", '"silver"', "tiers.levels[1].from.pints", '"points"?'),
    ("from = 300", "from = 0", '"silver"', "tiers.levels[1].from", "more than the tier before"),
    ('"1.25"', "1.25", '"silver"', "tiers.levels[1].factor", 'exact: "1.25"'),
    ('"1.25"', '"0"', '"silver"', "tiers.levels[1].factor", "more than 0, at most 100"),
    (', uk = "Срібло" }', " }", '"silver"', "tiers.levels[1].title", "languages too: uk"),
    ('{ en = "Silver", uk = "Срібло" }', '{ ua = "S" }', '"S"', "tiers.levels[1].title", "uk"),
    ('"Free coffee"', f'"{"x" * 65}"', "xxx", "rewards[0].title", "1 to 64 characters"),
    ('"Free coffee"', '"Free\\ncoffee"', "Free", "rewards[0].title", "one line"),
    ('"Free coffee"', "5", "title = 5", "rewards[0].title", "one per language"),
    ("months = 12 }", "months = 0 }", "window", "tiers.window.months", "e.g. months = 12"),
    ('"rolling", months = 12 }', '"yearly" }', "window", "tiers.window.kind", "calendar_year"),
    ('few = "бали"\n', "", "[points.uk]", "points.uk", 'add few = "…"'),
    ('one = "point"', 'one = "point"\nfew = "p"', "few", "points.en.few", "one, other"),
    ('one = "point"', "one = 1", "one = 1", "points.en.one", "1 to 32 characters"),
    ('["en", "uk"]', '["en", "ua"]', '"ua"', "languages[1]", "it speaks en, uk, ru, pl, ro"),
    ('["en", "uk"]', '["en", "en"]', '"en"', "languages[1]", "there twice"),
    ('["en", "uk"]', "[]", "languages", "languages", 'e.g. languages = ["en", "uk"]'),
    ('["en", "uk"]', '"en"', "languages", "languages", "give a list"),
    ('"EUR"', '"eur"', '"eur"', "currency", 'did you mean "EUR"?'),
    ('"Europe/Kyiv"', '"Europe/Kyyiv"', "Kyyiv", "timezone", 'did you mean "Europe/Kyiv"?'),
    ('"Europe/Kyiv"', '"../etc/passwd"', "passwd", "timezone", "an IANA time zone"),
    ('name = "Corner Café"', "", "", "name", 'add name = "Corner Café"'),
    ("referrer = 100\nfriend = 50", "referrer = 0\nfriend = 0", None, "referral.referrer", "to at"),
    ("referrer = 100\n", "", "[referral]", "referral.referrer", "add referrer = 100"),
    ("[expiry]", "[[expiry]]", "[[expiry]]", "expiry", "give a table"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "on_line", "field", "message"), WRONG)
def test_a_wrong_value_is_found_and_put_right(
    old: str, new: str, on_line: str | None, field: str, message: str
) -> None:
    """Exactly one problem, on the line of the value, with what would be right."""
    text = cafe(old, new)

    [problem] = problems(text)
    assert problem.field == field
    assert message in said(problem.fault, "en")
    if on_line is not None:
        assert problem.line == line_with(text, on_line), problem


def test_all_problems_are_told_at_once_by_line() -> None:
    """Also what does not fit together, beside values that are wrong in themselves."""
    text = cafe("cost = 60", "cost = 0").replace('tier = "silver"', 'tier = "gold"')
    text = text.replace('"EUR"', '"EURO"').replace("points = 50", 'points = "fifty"')

    found = problems(text)
    fields = [problem.field for problem in found]
    assert fields == ["currency", "earning[1].points", "rewards[0].cost", "rewards[1].tier"]
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ('every = 7\ngoal = "2.5"', ["goal", "every"]),  # orders are whole
        ('evry = "year"\ngoal = "2.5"', ["goal", "evry"]),
        ('goal = "x"\npending_days = 1', ["goal", "pending_days"]),  # of what gives no points
        ('goal = "2"\npointz = 5\nevery = 7', ["every", "pointz"]),  # it may give something
        ('goal = "2"\nwhen = 7\npending_days = 1', ["when"]),  # too much hangs on it
    ],
)
def test_a_wrong_value_hides_nothing_else_that_its_rule_says(wrong: str, fields: list[str]) -> None:
    gives = "" if "pointz" in wrong else 'reward = "coffee"\n'
    rule = f'[[earning]]\nid = "goal"\non = "challenge"\ncounts = "orders"\n{gives}{wrong}\n'

    found = [one.field for one in problems(f"{CAFE}\n{rule}")]
    assert sorted(found) == sorted(f"earning[2].{field}" for field in fields)


def test_a_new_language_needs_its_words_everywhere() -> None:
    """The points' names and every title that is given per language."""
    points, title = problems(cafe('["en", "uk"]', '["en", "uk", "pl"]'))

    assert (points.field, points.line) == ("points", line_with(CAFE, "[points.en]"))
    assert "add [points.pl] with one, few, many, other" in said(points.fault, "en")
    assert (title.field, title.line) == ("tiers.levels[1].title", line_with(CAFE, '"silver"'))
    assert 'give it in these languages too: pl, e.g. pl = "…"' in said(title.fault, "en")


def test_a_second_rule_of_a_kind_is_one_too_many() -> None:
    """Until a program can have several."""
    text = CAFE + '[[earning]]\nid = "more"\non = "signup"\npoints = 5\n'

    [problem] = problems(text)
    assert (problem.line, problem.field) == (CAFE.count("\n") + 3, "earning[2].on")
    assert '"welcome" is for "signup" already' in said(problem.fault, "en")


def test_a_list_in_single_brackets_needs_double_ones() -> None:
    """The commonest slip with TOML."""
    head = CAFE.partition("[[rewards]]")[0]
    text = head + '[rewards]\nid = "coffee"\nkind = "gift"\n'

    [problem] = problems(text)
    assert (problem.line, problem.field) == (head.count("\n") + 1, "rewards")
    assert "[[rewards]]" in said(problem.fault, "en")


def test_more_than_fifty_rewards_are_too_many() -> None:
    """Every list has an end."""
    reward = '[[rewards]]\nid = "r{}"\nkind = "gift"\ntitle = "R"\ncost = 1\n'
    text = CAFE + "".join(reward.format(number) for number in range(49))

    [problem] = problems(text)
    assert problem.field == "rewards"
    assert "a list, entries: ≤ 50" in said(problem.fault, "en")
    assert "found a list of 51" in said(problem.fault, "en")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "x"\ncurrency =\n', 2),
        ('name = "x"\nname = "y"\n', 2),
        ('name = "x"\nlanguages = ["en",\n', 2),
        ("\n\n[[earning]\n", 3),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(text: str, line: int) -> None:
    """One problem: nothing behind it can be read."""
    [problem] = problems(text)

    assert problem.line == line
    assert said(problem.fault, "en").startswith("this is not TOML: ")


@pytest.mark.parametrize("text", ["#" * (TEXT_MAX + 1), "a = " + "[" * 50_000])
def test_a_monstrous_file_is_refused_at_once(text: str) -> None:
    """Too long, or nested so deeply that no parser ends."""
    [problem] = problems(text)

    assert problem.line == 1


def test_an_empty_file_lacks_what_every_program_needs() -> None:
    """All of it is named."""
    fields = {problem.field for problem in problems("")}

    assert fields == {"name", "currency", "timezone", "languages"}


def test_a_problem_reads_like_a_compilers() -> None:
    """File in front, and editors can jump to it."""
    [problem] = problems(cafe("cost = 60", "cost = 0"))

    said_of_it = told(ProgramInvalid((problem,), file="cafe.toml"))
    assert said_of_it.startswith(f"cafe.toml:{problem.line}: rewards[0].cost: give a whole number")


def test_lines_are_right_with_windows_line_ends_and_comments() -> None:
    """Comments and blank lines before a value are not its line."""
    text = cafe("cost = 60", "# what it costs\n\n# in points\ncost = 0").replace("\n", "\r\n")

    [problem] = problems(text)
    assert problem.line == line_with(text, "cost = 0")


VALUES = ["5", "-1", "1.5", "true", '""', '"x"', "[]", "[[1]]", "{}", '{ kind = "x" }', "nan"]
VALUES += ["1979-05-27", '{ "" = "x" }', "{ kind = 5 }", "[{}]", '"\\u0000"', "9" * 30]


@given(st.integers(0, CAFE.count("\n") - 1), st.sampled_from([*VALUES, ""]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_line_the_answer_is_a_program_or_its_problems(
    number: int, value: str, table: bool
) -> None:
    """Never another error, and every line that is named exists."""
    lines = CAFE.split("\n")
    key = lines[number].partition("=")[0].strip() or "key"
    lines[number] = f"[{key.strip('[]')}]" if table else f"{key} = {value}" if value else ""
    found = found_in("\n".join(lines))

    assert all(1 <= problem.line <= len(lines) for problem in found)
    assert all(said(problem.fault, one) for problem in found for one in LANGUAGES)
