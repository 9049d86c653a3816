"""The counter: cashiers and managers at their phones, and what they were told they did."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from tests.simulation.books import Books
from tests.simulation.customers import Customer
from tests.simulation.phones import Phone
from tests.simulation.replicas import Reply

CLOCKS_S = 5.0  # more than those of two processes differ


@dataclass(slots=True, kw_only=True, eq=False)
class Cashier:
    """Somebody behind the counter; customers come to them."""

    phone: Phone
    books: Books
    random: Random
    colleague: "Cashier | None" = None
    passer: Customer | None = None  # who looks over the customer's shoulder

    async def serves(self, customer: Customer, passer: Customer) -> None:
        """Do something for that customer."""
        self.passer = passer
        deeds = list(DEEDS)
        [deed] = self.random.choices(deeds, weights=[DEEDS[one] for one in deeds])
        await deed(self, customer)

    async def types(self, customer: Customer) -> None:
        """A purchase, typed; now and then it was wrong, and is undone."""
        sum = f"{self.random.randrange(3, 60)}.{self.random.randrange(100):02}"
        replies = await self.phone.says(f"order {customer.card} {sum}")
        await self._sold(customer, replies)

    async def taps(self, customer: Customer) -> None:
        """A purchase by buttons, paid as chance has it: with points or a voucher, if there is."""
        await self.phone.says(f"member {customer.card}")
        sum = f"{self.random.randrange(6, 40)}.00"
        [check, *_] = await self.phone.says(f"order {sum}")
        if ways := check.buttons("sell"):
            chosen = self.random.choice(ways)
            replies = await self.phone.taps(chosen)
            if await self._sold(customer, replies):
                self._paid(chosen, replies)

    async def uses(self, customer: Customer) -> None:
        """Take a voucher that is shown; now and then another cashier takes it too."""
        if not customer.open:
            return
        code = self.random.choice(customer.open)
        tills = [self.phone]
        if self.colleague and self.random.random() < 0.4:
            tills.append(self.colleague.phone)
        taken = await asyncio.gather(*(till.says(f"use {code}") for till in tills))
        for replies in taken:
            if any(one.says("till-handed") for one in replies):
                self.books.used[code] += 1
                customer.open = [one for one in customer.open if one != code]

    async def hands(self, customer: Customer) -> None:
        """Give a reward straight for points."""
        await self.phone.says(f"member {customer.card}")
        [offers, *_] = await self.phone.says(f"hand {customer.card}", tap=True)
        if commands := offers.buttons("hand"):
            await self.phone.taps(self.random.choice(commands))

    async def writes(self, customer: Customer) -> None:
        """Write a receipt for who has no card at hand; two people may try to claim it."""
        people = [one for one in (customer, self.passer) if one and not one.person.blocked]
        if not people:
            return
        replies = await self.phone.says(f"receipt {self.random.randrange(5, 50)}.00")
        told = {code for one in replies if (code := one.value("till-receipt", "code"))}
        if len(told) > 1:
            self.books.wrong.append(f"{told} are one receipt")
        for code in told:
            claims = [one.phone.says(f"claim {code}") for one in people for _ in range(2)]
            who = [one for one in people for _ in range(2)]
            for one, answers in zip(who, await asyncio.gather(*claims), strict=True):
                if any(reply.says("claim-done") for reply in answers):
                    self._claimed(code, one)

    def _claimed(self, code: str, customer: Customer) -> None:
        known = self.books.claimed.setdefault(code, customer.person.id)
        if known != customer.person.id:
            self.books.wrong.append(f"receipt {code} is {known}'s and {customer.card}'s")

    def _paid(self, command: str, replies: list[Reply]) -> None:
        """A voucher on a purchase that was recorded is used."""
        marks = [one[1:] for one in command.split() if one.startswith("v")]
        if marks and any(one.says("till-sold") for one in replies):
            code = "-".join(marks[0][at : at + 4] for at in (0, 4, 8))
            self.books.used[code] += 1

    async def _sold(self, customer: Customer, replies: list[Reply]) -> bool:
        """However often it was tapped: it is one purchase. Now and then it is undone: False."""
        told = {money.minor for one in replies if (money := one.value("till-sold", "sum"))}
        if not told:
            return False
        if len(told) > 1:
            self.books.wrong.append(f"one purchase of {customer.card} is {told}")
        sums = self.books.sold.setdefault(customer.person.id, Counter())
        [sum, *_] = sorted(told)
        undo = [command for one in replies for command in one.buttons("undo")]
        if not undo or self.random.random() > 0.15:
            sums[sum] += 1
            return True
        undone = await self.phone.taps(undo[0])
        if any(one.says("till-undone-sold") for one in undone):
            return False
        sums[sum] += 1
        return True


@dataclass(slots=True, kw_only=True, eq=False)
class Corrector(Cashier):
    """Types two purchases, and takes the last back by a word, perhaps also the one before it."""

    async def serves(self, customer: Customer, passer: Customer) -> None:
        """Do that; however often a word comes, it takes back one."""
        people = {one.phone.name: one.person.id for one in (customer, passer)}
        last = ""
        for one in (customer, passer):
            sum = f"{self.random.randrange(3, 60)}.{self.random.randrange(100):02}"
            if await self._sold(one, await self.phone.says(f"order {one.card} {sum}")):
                last = one.phone.name
            await asyncio.sleep(CLOCKS_S)
        for _ in range(self.random.choice((0, 1, 1, 2))):
            replies = await self.phone.says("undo")
            key = "till-undone-sold"
            told = {
                (one.value(key, "name"), one.value(key, "sum").minor)
                for one in replies if one.says(key)
            }  # fmt: skip
            if len(told) > 1 or any(name != last for name, _ in told):
                self.books.wrong.append(f"{told} were undone by one word, the last was {last}'s")
            for name, minor in told:
                self.books.sold.setdefault(people[name], Counter())[minor] -= 1

    async def _sold(self, customer: Customer, replies: list[Reply]) -> bool:
        told = {money.minor for one in replies if (money := one.value("till-sold", "sum"))}
        sums = self.books.sold.setdefault(customer.person.id, Counter())
        sums.update(told)
        return bool(told)


Deed = Callable[[Cashier, Customer], Awaitable[None]]
DEEDS: dict[Deed, int] = {
    Cashier.types: 45, Cashier.taps: 20, Cashier.uses: 20, Cashier.hands: 6, Cashier.writes: 8,
}  # fmt: skip
