"""Any program that can be written down can be read again."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.program.checking import FORMS_OF, LANGUAGES
from core.program.loading import load
from core.program.schema import Program
from core.program.toml import inline

ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,31}", fullmatch=True)
words = st.text("aZ9 éЖї\"'\\#={}[]€", min_size=1, max_size=20).map(
    lambda text: text.strip() or "x"
)
points = st.integers(1, 1_000_000)
days = st.integers(1, 366)
sums = st.integers(1, 10**8).map(lambda cents: f"{cents // 100}.{cents % 100:02}")
factors = st.integers(1, 1_000_000).map(lambda n: f"{n // 10_000}.{n % 10_000:04}")


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the fields, or none."""
    return st.fixed_dictionaries({}, optional=fields)


def titles(languages: list[str]) -> st.SearchStrategy[Any]:
    """One text for all, or one for each."""
    return words | st.fixed_dictionaries(dict.fromkeys(languages, words))


def rewards(languages: list[str], tiers: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """A reward of any kind."""
    kinds = st.sampled_from([("gift", ""), ("free_shipping", ""), ("amount_off", "amount")])
    kinds |= st.just(("percent_off", "percent"))
    return st.builds(
        lambda kind, title, cost, limits, number: {
            **{"kind": kind[0], "title": title, "cost": cost, **limits},
            **({kind[1]: number} if kind[1] else {}),
        },
        kinds,
        titles(languages),
        points,
        maybe(
            stock=points,
            per_member=st.integers(1, 1000),
            tier=st.sampled_from(tiers),
            voucher_days=days,
        ),
        st.integers(1, 100),
    )


@st.composite
def programs(draw: st.DrawFn) -> dict[str, Any]:
    """A whole program, as its file would say it."""
    languages = draw(st.lists(st.sampled_from([*LANGUAGES]), min_size=1, unique=True))
    tiers = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    bounds = draw(st.lists(points, min_size=4, max_size=4, unique=True).map(sorted))
    offered = draw(st.lists(rewards(languages, tiers), max_size=4))
    names = draw(st.lists(ids, min_size=len(offered), max_size=len(offered), unique=True))
    rolling = st.builds(lambda n: {"kind": "rolling", "months": n}, st.integers(1, 120))
    optional = maybe(
        referral=st.builds(
            lambda a, b, c: {"referrer": a, "friend": b, "minimum": c}, points, points, sums
        ),
        expiry=st.just({"kind": "never"}) | rolling,
        counts=maybe(tax=st.booleans(), shipping=st.booleans()),
        tiers=st.builds(
            lambda window, factor: {
                "window": window,
                "levels": [
                    {"id": tier, "title": tier, "from": start, "factor": factor}
                    for tier, start in zip(tiers, [0, *bounds], strict=False)
                ],
            },
            st.sampled_from([{"kind": "lifetime"}, {"kind": "calendar_year"}]) | rolling,
            factors,
        ),
    )
    rules = [
        {"id": "p", "on": "purchase", "points": draw(points), "per": draw(sums)}
        | draw(maybe(pending_days=days, minimum=sums)),
        {"id": "s", "on": "signup", "points": draw(points)},
        {"id": "b", "on": "birthday", "points": draw(points)}
        | draw(maybe(entered_days_before=days)),
    ]
    program = {
        "name": draw(words),
        "currency": draw(st.sampled_from(["EUR", "UAH", "PLN", "RON", "KWD"])),
        "timezone": draw(st.sampled_from(["Europe/Kyiv", "UTC", "America/New_York"])),
        "languages": languages,
        "points": {one: {form: draw(words) for form in FORMS_OF[one]} for one in languages},
        "earning": draw(st.permutations(rules).map(lambda found: found[:2])),
        "rewards": [reward | {"id": name} for reward, name in zip(offered, names, strict=True)],
        **draw(optional),
    }
    if "tiers" not in program:
        for reward in program["rewards"]:
            reward.pop("tier", None)
    return program


def written(data: dict[str, Any]) -> str:
    """The data as a program file."""
    return "\n".join(f"{key} = {inline(value)}" for key, value in data.items())


@given(programs())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_valid_program_is_read_written_and_read_the_same(data: dict[str, Any]) -> None:
    """Nothing is lost or rounded on the way."""
    program = load(written(data))
    dumped = program.model_dump(mode="json", by_alias=True, exclude_none=True)

    assert load(written(dumped)) == program
    assert Program.model_validate(dumped) == program
