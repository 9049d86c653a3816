"""Managers: they give and take points by hand, ask each other for much, and take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.simulation.books import Books
from tests.simulation.customers import Customer
from tests.simulation.phones import Phone
from tests.simulation.replicas import Reply

DONE = {
    "manage-granted": 1, "manage-taken": -1, "till-undone-grant": -1, "till-undone-take": 1,
}  # fmt: skip


@dataclass(slots=True, kw_only=True, eq=False)
class Manager:
    """Gives and takes points by hand."""

    phone: Phone
    books: Books
    random: Random

    async def decides(self, customer: Customer) -> None:
        """Give some, or take some; now and then it was wrong."""
        word = self.random.choice(("grant", "grant", "take"))
        points = self.random.choice((10, 60, 130))
        said = f"{word} {customer.card} {points} a mistake of ours"
        if self._is_done(customer, await self.phone.says(said)) and self.random.random() < 0.2:
            self._is_done(customer, await self.phone.says("undo"))

    def _is_done(self, customer: Customer, replies: Sequence[Reply]) -> bool:
        """What was told counts once, however often it was told."""
        points = told_points(replies)
        self.books.granted[customer.person.id] += points
        return bool(points)


@dataclass(slots=True, kw_only=True)
class Seconds:
    """Who is asked whether it may be so much: several people, whose first word stands."""

    phones: Sequence[Phone]
    told: Mapping[str, list[str]]  # the commands of the buttons everybody was sent, by address
    customers: Sequence[Customer]
    books: Books
    random: Random
    decided: dict[str, set[int]] = field(default_factory=dict)

    async def decide(self) -> None:
        """One of them taps what waits; now and then another does too, and otherwise."""
        phone = self.random.choice(self.phones)
        told = [one.split() for one in self.told.get(phone.address, ())]
        asked = [one for one in told if one[0] in ("approve", "refuse")]
        for word, id in asked[-2:]:
            if self.random.random() < 0.6:
                replies = await phone.taps(f"{word} {id}")
                self._is_decided(id, replies)

    def _is_decided(self, id: str, replies: Sequence[Reply]) -> None:
        told = {
            told_points([one]) for one in replies
            if any(map(one.says, (*DONE, "manage-refused")))
        }  # fmt: skip
        before = self.decided.setdefault(id, set())
        for points in told - before:
            before.add(points)
            if len(before) > 1:
                self.books.wrong.append(f"approval {id} was told to be {before}")
            names = {one.value(key, "name") for one in replies for key in DONE if one.says(key)}
            for customer in self.customers:
                if customer.phone.name in names:
                    self.books.granted[customer.person.id] += points


def told_points(replies: Sequence[Reply]) -> int:
    """The points that were told as given, or taken."""
    told = {
        sign * points.count
        for one in replies
        for key, sign in DONE.items()
        if (points := one.value(key, "points")) is not None
    }
    assert len(told) < 2, f"one act is {told}"
    return sum(told)
