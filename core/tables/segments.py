"""
Segments: some of the members, as a condition. Each part is made of this module's own words; what
people typed is always a parameter.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from core.model import Channel, MemberId
from core.tables.cities import key
from core.tables.instants import to_ms
from core.transaction import Transaction, Value

Order = Literal["<", "<=", "=", ">=", ">"]
ORDERS = "FROM orders o WHERE o.member_id = m.id AND o.status <> 'cancelled'"

# Agreed to offers there and can be reached there: 1, else 0.
WILLING = (
    "CASE WHEN COALESCE((SELECT c.granted FROM consents c WHERE c.member_id = m.id"
    " AND c.channel = :way AND c.purpose = 'marketing' ORDER BY c.number DESC LIMIT 1), 0) = 1"
    " AND (EXISTS (SELECT 1 FROM chats h WHERE h.member_id = m.id AND h.channel = :way"
    " AND h.blocked_at IS NULL) OR (:way = 'sms' AND m.phone IS NOT NULL))"
    " THEN 1 ELSE 0 END"
)
FIRST, SECOND = WILLING.replace(":way", ":first"), WILLING.replace(":way", ":second")


@dataclass(slots=True)
class Condition:
    """A condition on the member m, while it is put together."""

    values: dict[str, Value] = field(default_factory=dict)
    sql: str = "1 = 1"

    def given(self, value: Value) -> str:
        """The place of a parameter."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def one_of(self, column: Literal["tier", "language", "source"], names: Iterable[str]) -> str:
        """The member's column is one of these."""
        places = ", ".join(self.given(name) for name in names)
        return f"m.{column} IN ({places})"

    def lives_in(self, cities: Iterable[str]) -> str:
        """The member's city is one of these."""
        places = ", ".join(self.given(key(city)) for city in cities)
        return f"m.city_key IN ({places})"

    def tagged(self, tags: Iterable[str]) -> str:
        """The member has one of these tags."""
        places = ", ".join(self.given(tag.casefold()) for tag in tags)
        return (
            f"EXISTS (SELECT 1 FROM member_tags t WHERE t.member_id = m.id AND t.tag IN ({places}))"
        )

    def balance(self, order: Order, points: int) -> str:
        """The member has so many points."""
        return f"m.balance {order} {self.given(points)}"

    def joined(self, order: Order, at: datetime) -> str:
        """The member joined before or after then."""
        return f"m.joined_at {order} {self.given(to_ms(at))}"

    def born_in(self, month: int) -> str:
        """The member's birthday is in that month."""
        return f"m.birth_month = {self.given(month)}"

    def bought_since(self, at: datetime) -> str:
        """The member has bought something since then."""
        return f"EXISTS (SELECT 1 {ORDERS} AND o.placed_at >= {self.given(to_ms(at))})"

    def orders(self, order: Order, count: int, since: datetime | None = None) -> str:
        """The member has bought so many times, since then or ever."""
        start = self.given(0 if since is None else to_ms(since))
        return f"(SELECT COUNT(*) {ORDERS} AND o.placed_at >= {start}) {order} {self.given(count)}"

    def bought_of(self, category: str) -> str:
        """The member has bought something that the shop filed there (or of that very code)."""
        sign = json.dumps(category, ensure_ascii=False)
        for special in "!%_":
            sign = sign.replace(special, f"!{special}")
        return f"EXISTS (SELECT 1 {ORDERS} AND o.lines LIKE {self.given(f'%{sign}%')} ESCAPE '!')"

    def losing(self, now: datetime, until: datetime) -> str:
        """The member has points that are lost by then."""
        return (
            "EXISTS (SELECT 1 FROM lots l WHERE l.member_id = m.id AND l.remaining > 0"
            f" AND l.expires_at > {self.given(to_ms(now))}"
            f" AND l.expires_at <= {self.given(to_ms(until))})"
        )

    def missing(
        self, order: Order, points: int, tier: str, reached_at: int, since: datetime | None
    ) -> str:
        """The member has that tier, and so many points less than the next one is reached at."""
        start = self.given(0 if since is None else to_ms(since))
        return (
            f"(m.tier = {self.given(tier)} AND {self.given(reached_at)} - (SELECT"
            " COALESCE(SUM(e.tier_points), 0) FROM entries e WHERE e.member_id = m.id"
            f" AND e.tier_at >= {start}) {order} {self.given(points)})"
        )


class Part(NamedTuple):
    """Members who are written to alike: one language, one time zone, one way ("" is none)."""

    language: str
    timezone: str | None
    way: str
    members: int


def page(tx: Transaction, condition: Condition, *, after: MemberId, limit: int) -> list[MemberId]:
    """The segment's members that can be written to at all, by rising id."""
    rows = tx.rows(
        "SELECT m.id FROM members m WHERE m.id > :after AND m.status = 'active'"
        f" AND ({condition.sql}) ORDER BY m.id LIMIT :limit",
        after=after,
        limit=limit,
        **condition.values,
    )
    return [MemberId(row[0]) for row in rows]


def at_most(tx: Transaction, most: int) -> bool:
    """Whether there are no more members than that, in whatever state."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM (SELECT 1 FROM members LIMIT :limit) m", limit=most + 1
    )
    return int(count) <= most


def audience(tx: Transaction, condition: Condition, channels: Sequence[Channel]) -> list[Part]:
    """Who of the segment can be written to, and by which of the channels, in their order."""
    first, second = (*channels, "", "")[:2]
    rows = tx.rows(
        "SELECT language, timezone, CASE WHEN a = 1 THEN CAST(:first AS TEXT) WHEN b = 1"
        " THEN CAST(:second AS TEXT) ELSE '' END, COUNT(*) FROM (SELECT m.language, m.timezone,"
        f" {FIRST} AS a, {SECOND} AS b"
        f" FROM members m WHERE m.status = 'active' AND ({condition.sql})) s"
        " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        first=first,
        second=second,
        **condition.values,
    )
    return [Part(*row) for row in rows]
