"""Any program there can be: the schema itself says what may stand where."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from core.model import Title
from core.money import digits, to_decimal
from core.program.benefits import AnyBenefit
from core.program.expiry import Expiry, Lasting
from core.program.faults import models_in
from core.program.parts import WORTH_MAX, Part
from core.program.plans import Plan
from core.program.referral import Referral
from core.program.rewards import AnyReward, FlexibleReward, GiftReward
from core.program.rules import EarningRule
from core.program.schema import Counts
from core.program.tiers import METRICS, Tier, Tiers
from core.program.toml import inline
from core.program.values import FORMS_OF, LANGUAGES
from core.rewards.choosing import choices

LETTERS = "aZ9 éЖї\"'\\#={}[]€"
PLAIN = "abcz0189-"
OFTEN = {"limits": 0.7, "when": 0.2}  # how often fields are there that make or leave most to do
SUMS = ("per", "minimum", "amount", "from_amount", "spend", "price", "basket_from", "goal")


@dataclass(frozen=True)
class World:
    """What the parts of one program have in common."""

    currency: str
    unit: str
    languages: tuple[str, ...]
    tiers: tuple[str, ...]
    plans: tuple[str, ...]

    @property
    def context(self) -> dict[str, str]:
        """What the parts are validated with."""
        return {"currency": self.currency} if self.unit == "money" else {}

    def worth(self, points: int) -> int | str:
        """So many points, or minor units, as the file writes them."""
        return points if self.unit == "points" else str(to_decimal(points, self.currency))

    @property
    def known(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that may be spoken of, by field."""
        rewards = dict.fromkeys(("reward", "referrer_reward", "friend_reward"), ("r0",))
        plans = {"plan": self.plans, "plans": self.plans}
        return rewards | plans | {"tier": self.tiers, "tiers": self.tiers}


def programs() -> st.SearchStrategy[dict[str, Any]]:
    """
    A whole program, as its file would say it.

    One number makes all of it: if Hypothesis chose each word, that would take fifty times longer,
    and it could not make a whole program smaller in any bearable time.
    """
    return st.integers(0, 2**64).map(lambda seed: _program(Random(seed)))


def _world(luck: Random) -> World:
    """A currency, a unit, languages, and how many tiers and plans there are."""
    return World(
        currency=luck.choice(["EUR", "UAH", "PLN", "RON", "KWD", "JPY"]),
        unit=luck.choice(["points", "money"]),
        languages=tuple(luck.sample([*LANGUAGES], luck.randint(1, len(LANGUAGES)))),
        tiers=tuple(f"t{number}" for number in range(luck.randint(1, 4))),
        plans=tuple(f"p{number}" for number in range(luck.randint(0, 2))),
    )


def _program(luck: Random) -> dict[str, Any]:
    world = _world(luck)

    def some(union: Any) -> list[dict[str, Any]]:
        return [_one_of(luck, union, world) for _ in range(luck.randint(0, 4))]

    program: dict[str, Any] = {
        "name": _words(luck),
        "currency": world.currency,
        "timezone": luck.choice(["Europe/Kyiv", "UTC", "America/New_York"]),
        "languages": [*world.languages],
        "unit": world.unit,
        "points": {one: {form: _words(luck) for form in FORMS_OF[one]} for one in world.languages},
        "earning": some(EarningRule),
        "tiers": _part(luck, Tiers, world),
        "benefits": some(AnyBenefit),
        "plans": [_part(luck, Plan, world) | {"id": plan} for plan in world.plans],
        "rewards": [_part(luck, GiftReward, world), *some(AnyReward)],
        "expiry": _one_of(luck, Expiry, world),
        "counts": _part(luck, Counts, world),
    }
    if luck.random() < 0.5:
        program["referral"] = _part(luck, Referral, world)
    program["tiers"]["levels"] = [
        _part(luck, Tier, world) | _threshold(luck, number, world) | {"id": tier}
        for number, tier in enumerate(world.tiers)
    ]
    return _made_one(program, world)


def written(data: Mapping[str, Any]) -> str:
    """The data as a program file."""
    return "\n".join(f"{key} = {inline(value)}" for key, value in data.items())


def _one_of(luck: Random, union: Any, world: World) -> dict[str, Any]:
    """A part of any of the kinds."""
    return _part(luck, luck.choice([*models_in(union)]), world)


def _part(luck: Random, model: type[BaseModel], world: World) -> dict[str, Any]:
    """A part with some of its fields, in which everything fits together."""
    data = {}
    for name, field in model.model_fields.items():
        is_needed = field.is_required() or name in ("kind", "on")
        is_wanted = is_needed or luck.random() < OFTEN.get(name, 1 / 3)
        if is_wanted and world.known.get(name, True):
            data[field.alias or name] = _value(
                luck, field.annotation, [*field.metadata], name, world
            )
    return _mended(model, data, world)


def _threshold(luck: Random, number: int, world: World) -> dict[str, Any]:
    """What reaches the tier: more than the one before it, or nothing that can be said."""
    if not number:
        return {"from": 0 if world.unit == "points" else "0"}
    bare = world.worth(100 * number)
    if luck.random() < 0.5:
        sums = dict.fromkeys(METRICS, 100 * number) | {"points": bare, "all_points": bare}
        metrics = luck.sample(sorted(METRICS), luck.randint(1, len(METRICS)))
        return {"from": {metric: sums[metric] for metric in sorted(metrics)}}
    return {"from": bare}


def _made_one(program: dict[str, Any], world: World) -> dict[str, Any]:
    """Give ids of their own, a cost where nothing gives a reward, one rule where one is allowed."""
    for number, reward in enumerate(program["rewards"]):
        reward["id"] = f"r{number}"
        if reward["kind"] != "flexible" and "unlocks_at" not in reward:
            reward.setdefault("cost", world.worth(60))
        if reward["kind"] == "flexible" and not _can_choose(reward, world):
            reward.update(points=world.worth(100), amount="1", step=world.worth(1))
            reward.update(at_least=world.worth(1), at_most=world.worth(1000))
    once = {rule["on"]: rule for rule in program["earning"] if rule["on"] in ("signup", "birthday")}
    program["earning"] = [rule for rule in program["earning"] if once.get(rule["on"], rule) is rule]
    holders = [*program["tiers"]["levels"], *program["plans"]]
    granted = [grant for holder in holders for grant in holder.get("grants", ())]
    for number, one in enumerate([*program["earning"], *granted]):
        one["id"] = f"e{number}"
    return program


def _can_choose(reward: dict[str, Any], world: World) -> bool:
    part = FlexibleReward.model_validate(reward, context=world.context)
    able = choices(part, world.currency)
    return able.least <= min(able.most, WORTH_MAX)


def _value(luck: Random, kind: Any, rules: list[Any], name: str, world: World) -> Any:
    """What may stand there, by its type and the rules that go with it."""
    if get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        return _value(luck, inner, [*rules, *_flat(more)], name, world)
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        return _value(luck, luck.choice(kinds), rules, name, world)
    if get_origin(kind) is tuple:
        size = luck.randint(max(1, _bound(rules, "min_length", 1)), 3)
        return [_value(luck, get_args(kind)[0], [], name, world) for _ in range(size)]
    if get_origin(kind) is Literal:
        return luck.choice(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _part(luck, kind, world)
    return _single(luck, kind, rules, name, world)


def _single(luck: Random, kind: Any, rules: list[Any], name: str, world: World) -> Any:
    if name in world.known:
        return luck.choice(world.known[name])
    if kind is Title:
        own = {one: _words(luck) for one in world.languages}
        return luck.choice([_words(luck), own])
    if kind is int:
        is_worth = any(hasattr(rule, "func") for rule in rules)  # what reads it by the unit
        number = _between(luck, _bound(rules, "ge", 0), _bound(rules, "le", 10**6))
        return world.worth(number) if is_worth else number
    if kind is Decimal:
        places = digits(world.currency) if name in SUMS else _bound(rules, "decimal_places", 2)
        number = _between(luck, 1, _bound(rules, "le", 10**6) * 10**places)
        return f"{Decimal(number).scaleb(-places):f}"
    if kind is date:
        return date(2026, 1, 1) + timedelta(days=luck.randrange(5 * 365))
    if kind is bool:
        return luck.random() < 0.5
    if name in ("on", "paid_on"):
        return luck.choice(["01-01", "02-28", "12-31"])
    return luck.choice("az09") + "".join(luck.choices(PLAIN, k=luck.randint(0, 31)))


def _between(luck: Random, least: int, most: int) -> int:
    """A number of that range: often one of its ends, or near the smaller one."""
    near, small = (min(most, least + luck.randint(0, far)) for far in (9, 999))
    return luck.choice([least, most, near, near, small, small, luck.randint(least, most)])


def _words(luck: Random) -> str:
    return "".join(luck.choices(LETTERS, k=luck.randint(1, 20))).strip() or "x"


def _flat(rules: list[Any]) -> Iterator[Any]:
    """The rules, also those that a Field in an Annotated holds."""
    for rule in rules:
        yield from rule.metadata if isinstance(rule, FieldInfo) else (rule,)


def _bound(rules: list[Any], name: str, default: int) -> int:
    found = (getattr(rule, name, None) for rule in rules)
    return next((int(bound) for bound in found if bound is not None), default)


def _mended(model: type[BaseModel], data: dict[str, Any], world: World) -> dict[str, Any]:
    """The part without what does not fit in it, or with what it lacks."""
    for _ in range(20):
        part = model.model_validate(data, context=world.context)
        assert isinstance(part, Part)
        amiss = next(iter(part.amiss()), None)
        if amiss is None:
            return data
        if amiss[0] == "":
            lasts = issubclass(model, Lasting)
            data.update({"months": 12} if lasts else {"points": world.worth(5)})
        elif amiss[0] in _MENDS:
            _MENDS[amiss[0]](data, world)
        else:
            data.pop(amiss[0])
    raise AssertionError((model, data))


def _mend_limits(data: dict[str, Any]) -> None:
    """Limits for different times, or none where that was not what is wrong with them."""
    before = data.pop("limits")
    limits = list({limit["every"]: limit for limit in before}.values())
    if len(limits) < len(before):
        data["limits"] = limits


_MENDS: Mapping[str, Callable[[dict[str, Any], World], None]] = {
    "brackets": lambda data, world: data.update(brackets=data["brackets"][:1]),
    "causes": lambda data, world: data.update(causes=data["causes"][:1]),
    "goal": lambda data, world: data.update(goal=3),
    "limits": lambda data, world: _mend_limits(data),
    "price": lambda data, world: data.update(price=5),
    "referrer": lambda data, world: data.update(referrer=world.worth(5)),
}
"""How what is wrong with a field is put right, where leaving it out does not help."""
