"""
Segments as people type them: "tier=silver|gold and (bought>60 or expiring<=14)", or "not rfm=new".

Days are counted back from now: bought<30 is in the last thirty days, bought>60 longer ago.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.act import Act
from core.money import to_minor
from core.program.schema import Program
from core.program.tiers import AnniversaryWindow
from core.staff_errors import SegmentBroken, SegmentUnknownField, SegmentValueRefused
from core.tables.segments import Condition, Order
from core.tiering import spans

TOKEN = re.compile(r"\s*(\"[^\"]*\"|<=|>=|[()<>=]|[^\s()<>=\"]+)")
LENGTH_MAX = 500
DEPTH_MAX = 20
NUMBER_MAX = 10**12
DAYS_MAX = 36_500
AROUND: Mapping[Order, Order] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
ORDERS: Mapping[str, Order] = {order: order for order in AROUND}
CLASSES = ("new", "loyal", "best", "sleeping", "lost", "never")
MONTHS = 12


def condition_of(text: str, act: Act) -> Condition:
    """
    What the text asks of a member; nothing at all is everybody.

    Raises SegmentBroken, SegmentUnknownField or SegmentValueRefused.
    """
    condition = Condition()
    words = TOKEN.findall(text)
    rest = TOKEN.sub("", text).strip() or text[LENGTH_MAX:]
    if rest:
        raise SegmentBroken(at=rest[:20])
    if words:
        condition.sql = _Reader(words, condition, act).whole()
    return condition


@dataclass(slots=True)
class _Reader:
    """Reads from left to right; "and" binds closer than "or"."""

    words: list[str]
    condition: Condition
    act: Act
    place: int = 0
    depth: int = 0

    def whole(self) -> str:
        sql = self._either()
        if self.place < len(self.words):
            raise SegmentBroken(at=self.words[self.place])
        return sql

    def _either(self) -> str:
        parts = [self._both()]
        while self._next("or"):
            parts.append(self._both())
        return f"({' OR '.join(parts)})"

    def _both(self) -> str:
        parts = [self._one()]
        while self._next("and"):
            parts.append(self._one())
        return f"({' AND '.join(parts)})"

    def _one(self) -> str:
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise SegmentBroken(at=self.words[self.place - 1])
        try:
            if self._next("not"):
                return f"NOT {self._one()}"
            if self._next("("):
                sql = self._either()
                self._expect(")")
                return sql
            return self._term()
        finally:
            self.depth -= 1

    def _term(self) -> str:
        field = self._take().lower()
        if field not in FIELDS:
            raise SegmentUnknownField(field=field, known=", ".join(FIELDS))
        order = ORDERS.get(written := self._take())
        value = self._take().strip('"')
        if order is None:
            raise SegmentBroken(at=f"{field} {written}")
        made = FIELDS[field](self.condition, self.act, order, value)
        if made is None:
            raise SegmentValueRefused(field=field, value=f"{order}{value}", example=EXAMPLES[field])
        return made

    def _next(self, word: str) -> bool:
        found = self.place < len(self.words) and self.words[self.place].lower() == word
        self.place += found
        return found

    def _expect(self, word: str) -> None:
        if not self._next(word):
            raise SegmentBroken(at=self.words[self.place] if self.place < len(self.words) else "…")

    def _take(self) -> str:
        if self.place >= len(self.words):
            raise SegmentBroken(at="…")
        self.place += 1
        return self.words[self.place - 1]


def _tier(made: Condition, act: Act, order: Order, value: str) -> str | None:
    names = value.lower().split("|")
    known = {tier.id for tier in act.program.tiers.levels}
    return made.one_of("tier", names) if order == "=" and set(names) <= known else None


def _language(made: Condition, act: Act, order: Order, value: str) -> str | None:
    names = value.lower().split("|")
    known = set(act.program.languages)
    return made.one_of("language", names) if order == "=" and set(names) <= known else None


def _source(made: Condition, act: Act, order: Order, value: str) -> str | None:
    return made.one_of("source", value.split("|")) if order == "=" else None


def _city(made: Condition, act: Act, order: Order, value: str) -> str | None:
    names = value.split("|")
    return made.lives_in(names) if order == "=" and all(map(str.strip, names)) else None


def _tag(made: Condition, act: Act, order: Order, value: str) -> str | None:
    return made.tagged(value.split("|")) if order == "=" else None


def _category(made: Condition, act: Act, order: Order, value: str) -> str | None:
    if order != "=":
        return None
    return f"({' OR '.join(made.bought_of(name) for name in value.split('|'))})"


def _balance(made: Condition, act: Act, order: Order, value: str) -> str | None:
    points = _points(act.program, value)
    return None if points is None else made.balance(order, points)


def _missing(made: Condition, act: Act, order: Order, value: str) -> str | None:
    points = _points(act.program, value)
    steps = list(_steps(act.program))
    if points is None or not steps:
        return None
    [(since, _), *_] = spans.windows(act.program, act.now, act.now)
    parts = [made.missing(order, points, tier, at, since) for tier, at in steps]
    return f"({' OR '.join(parts)})"


def _steps(program: Program) -> list[tuple[str, int]]:
    """Each tier from which points alone lead on, and at how many the next one is reached."""
    if isinstance(program.tiers.window, AnniversaryWindow):
        return []  # everybody's year is another
    tiers = program.tiers.levels
    return [
        (tier.id, needs["points"])
        for tier, step in zip(tiers, program.ladder.steps[1:], strict=False)
        if "points" in (needs := dict(step.reach or ()))
    ]


def _joined(made: Condition, act: Act, order: Order, value: str) -> str | None:
    at = _ago(act, value)
    return made.joined(AROUND[order], at) if at and order != "=" else None


def _bought(made: Condition, act: Act, order: Order, value: str) -> str | None:
    at = _ago(act, value)
    if at is None or order == "=":
        return None
    if order in ("<", "<="):
        return made.bought_since(at)
    return f"({made.orders('>', 0)} AND NOT {made.bought_since(at)})"


def _orders(made: Condition, act: Act, order: Order, value: str) -> str | None:
    count = _whole(value)
    return None if count is None else made.orders(order, count)


def _expiring(made: Condition, act: Act, order: Order, value: str) -> str | None:
    days = _whole(value)
    if days is None or days > DAYS_MAX or order not in ("<", "<="):
        return None
    return made.losing(act.now, act.now + timedelta(days=days))


def _birthday(made: Condition, act: Act, order: Order, value: str) -> str | None:
    month = _whole(value)
    return made.born_in(month) if order == "=" and month and month <= MONTHS else None


def _rfm(made: Condition, act: Act, order: Order, value: str) -> str | None:
    names = value.lower().split("|")
    if order != "=" or not set(names) <= set(CLASSES):
        return None
    return f"({' OR '.join(_of_class(made, act, name) for name in names)})"


def _of_class(made: Condition, act: Act, name: str) -> str:
    """How lately and how often somebody buys; the classes don't overlap."""

    def since(days: int) -> str:
        return made.bought_since(act.now - timedelta(days=days))

    year = act.now - timedelta(days=365)
    match name:
        case "never":
            return made.orders("=", 0)
        case "new":
            return f"({since(30)} AND {made.orders('=', 1)})"
        case "best":
            return f"({since(30)} AND {made.orders('>=', 6, year)})"
        case "loyal":
            more = made.orders(">=", 3, year)
            return f"({since(90)} AND {more} AND NOT {_of_class(made, act, 'best')})"
        case "sleeping":
            return f"({since(180)} AND NOT {since(90)})"
        case _:
            return f"({made.orders('>', 0)} AND NOT {since(180)})"


def _points(program: Program, value: str) -> int | None:
    if program.unit != "money":
        return _whole(value)
    try:
        return to_minor(value, program.currency)
    except ValueError:
        return None


def _whole(value: str) -> int | None:
    if not value.isdecimal() or len(value) > len(str(NUMBER_MAX)):
        return None
    return int(value)


def _ago(act: Act, value: str) -> datetime | None:
    days = _whole(value)
    return act.now - timedelta(days=days) if days is not None and days <= DAYS_MAX else None


Made = Callable[[Condition, Act, Order, str], str | None]
"""What a term asks; None: it can't be asked so."""

FIELDS: Mapping[str, Made] = {
    "tier": _tier,
    "language": _language,
    "bought": _bought,
    "orders": _orders,
    "balance": _balance,
    "expiring": _expiring,
    "birthday": _birthday,
    "category": _category,
    "joined": _joined,
    "rfm": _rfm,
    "missing": _missing,
    "source": _source,
    "city": _city,
    "tag": _tag,
}
EXAMPLES: Mapping[str, str] = {
    "tier": "tier=silver|gold",
    "language": "language=uk",
    "bought": "bought>60",
    "orders": "orders>=3",
    "balance": "balance>=100",
    "expiring": "expiring<=14",
    "birthday": "birthday=5",
    "category": "category=coffee",
    "joined": "joined<30",
    "rfm": "rfm=sleeping|lost",
    "missing": "missing<=50",
    "source": "source=flyer",
    "city": "city=Kyiv",
    "tag": "tag=vip",
}
