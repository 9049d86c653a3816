"""People with two cards: they show that both are theirs, and make one membership of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.model import MemberId
from core.transaction import Transaction
from tests.simulation.books import Books
from tests.simulation.customers import Customer

NUMBER = "+40755000{:03}"


@dataclass(slots=True, kw_only=True, eq=False)
class Twins:
    """One person's two accounts in Telegram; the second is to have all."""

    first: Customer
    second: Customer
    number: str
    books: Books
    done: int = 0  # steps
    merged: MemberId | None = None  # the membership that is no more

    async def act(self) -> None:
        """The next step, if it can be taken yet."""
        if self.done < len(STEPS) and await STEPS[self.done](self):
            self.done += 1

    async def comes(self) -> bool:
        """The first account is there, and its number is known."""
        await self.first.joins()
        replies = await self.first.phone.says("", contact=self.number)
        return bool(replies)

    async def comes_again(self) -> bool:
        """The second, with the same number."""
        await self.second.joins()
        [reply, *_] = await self.second.phone.says("", contact=self.number)
        return reply.says("merge-found")

    async def asks(self) -> bool:
        """Whether it may all be one."""
        replies = await self.second.phone.taps("merge ask")
        return any(one.says("merge-waits") for one in replies)

    async def agrees(self) -> bool:
        """The first says yes."""
        replies = await self.first.phone.taps("merge yes")
        return any(one.says("merge-agreed") for one in replies)

    async def merges(self) -> bool:
        """However often it is tapped: it is done once, and told in one way."""
        [reply, *_] = await self.second.phone.says("/merge")
        for command in reply.buttons("merge"):
            replies = await self.second.phone.taps(command)
            told = {
                one.value("merge-done", "points").count for one in replies if one.says("merge-done")
            }
            if len(told) > 1:
                self.books.wrong.append(f"one merge brought {told}")
            if told:
                self._is_one()
                return True
        return False

    def _is_one(self) -> None:
        self.merged, stays = self.first.person.id, self.second.person.id
        sold = self.books.sold
        sold.setdefault(stays, Counter()).update(sold.pop(self.merged, Counter()))
        self.first.person.id = stays


STEPS = (Twins.comes, Twins.comes_again, Twins.asks, Twins.agrees, Twins.merges)


def one_of_two(tx: Transaction, twins: Sequence[Twins]) -> Iterator[str]:
    """What was told to be one is: nothing is left apart, and joining was given once."""
    for pair in twins:
        if pair.merged is None:
            continue
        [[left]] = tx.rows("SELECT COUNT(*) FROM entries WHERE member_id = :one", one=pair.merged)
        back = tx.rows(
            "SELECT points FROM entries WHERE member_id = :one AND reference = 'signup'"
            " AND kind = 'reversal'",
            one=pair.second.person.id,
        )
        if left or len(back) != 1:
            yield f"{pair.merged} has {left} entries though it is one, {back} was taken back"
