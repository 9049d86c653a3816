"""Customers in chat: what they do, and what they hold the shop to afterwards."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from core.model import Channel, MemberId
from core.tables import members
from tests.simulation.books import Books
from tests.simulation.engine import Disk
from tests.simulation.people import MARKETING, TELEGRAM, TRANSACTIONAL, Person
from tests.simulation.phones import Phone
from tests.simulation.replicas import Reply
from tests.simulation.server import Server
from tests.simulation.watching import Watch


@dataclass(slots=True, kw_only=True, eq=False)
class Customer:
    """Somebody, their phone, and who they really are."""

    person: Person
    phone: Phone
    disk: Disk | Server
    books: Books
    watch: Watch
    random: Random
    open: list[str]  # vouchers they could show
    gone: bool = False

    @property
    def card(self) -> str:
        """The number on their card."""
        return self.person.card

    async def joins(self, code: str = "") -> None:
        """Become a member, with a friend's code if there is one."""
        await self.phone.says(f"/join {code}".strip())
        [found] = self.disk.whole(
            lambda tx: tx.rows(
                "SELECT member_id FROM chats WHERE channel = 'telegram' AND address = :address",
                address=self.phone.address,
            )
        )
        member = self.disk.whole(lambda tx: members.find(tx, MemberId(found[0])))
        assert member
        self.person.id, self.person.card = member.id, member.card
        self.person.yes = {(TELEGRAM, TRANSACTIONAL)}

    async def acts(self) -> None:
        """Do something; who has shut the bot out can't write to it."""
        if self.person.blocked:
            await self.blocks()
            return
        deeds = list(DEEDS)
        [deed] = self.random.choices(deeds, weights=[DEEDS[one] for one in deeds])
        await deed(self)

    async def asks(self) -> None:
        """How many points there are: what is told was so at some moment since it was asked."""
        with self.watch.of(self.person.id) as seen:
            replies = await self.phone.says(self.random.choice(("/points", "points", "my points")))
        for reply in replies:
            told = reply.value("points-balance", "points")
            if self.disk.exact and told is not None and told.count not in seen:
                self.books.wrong.append(f"{self.card} was told {told}, but there were {seen}")

    async def redeems(self) -> None:
        """Type it."""
        reward = self.random.choice(("coffee", "coffee", "five-off", "spend 40", "nothing"))
        await self._got(await self.phone.says(f"/redeem {reward}"))

    async def chooses(self) -> None:
        """Look at the list, and tap one that is within reach; now and then more than once."""
        [offers, *_] = await self.phone.says("/rewards")
        if commands := [one for one in offers.buttons("redeem") if "~" in one]:
            await self._got(await self.phone.taps(self.random.choice(commands)))

    async def _got(self, replies: list[Reply]) -> None:
        """However often it was tapped or came: it is one voucher."""
        told = {code for one in replies if (code := one.value("voucher-code", "code"))}
        if len(told) > 1:
            self.books.wrong.append(f"{self.card} got {told} for one act")
        for code in told:
            self.books.vouchers[code] = self.person.id
            self.open.append(code)
        undo = [command for one in replies for command in one.buttons("undo")]
        if undo and self.random.random() < 0.2:
            self._back(await self.phone.taps(undo[0]))

    async def undoes(self) -> None:
        """Have the points back for what was not used."""
        self._back(await self.phone.says("/undo"))

    def _back(self, replies: list[Reply]) -> None:
        told = {code for one in replies if (code := one.value("undo-done", "code"))}
        if len(told) > 1:
            self.books.wrong.append(f"{self.card} had {told} undone by one act")
        self.books.undone |= told
        self.open = [one for one in self.open if one not in told]

    async def pauses(self) -> None:
        """Nothing at all for a while, or everything again."""
        if self.person.silent_since:
            self.person.silent_since = None
            await self.phone.says("/resume")
        else:
            self.person.paused_once = True
            await self.phone.says("/pause")
            self.person.silent_since = self.watch.calendar()

    async def agrees(self) -> None:
        """Offers are welcome, or not any more."""
        said = (TELEGRAM, MARKETING)
        if said in self.person.yes:
            await self.phone.says("notifications telegram marketing off")
            self.person.yes.discard(said)
            self.person.no.setdefault(said, self.watch.calendar())
        else:
            self.person.yes.add(said)
            self.person.no.pop(said, None)
            await self.phone.says("notifications telegram marketing on")

    async def blocks(self) -> None:
        """Shut the bot out, or let it in again by writing to it."""
        self.person.blocked = not self.person.blocked
        yes = not self.person.blocked
        if not yes and self.random.random() < 0.5:
            return  # Telegram says so by refusing
        address = self.phone.address
        await self.phone.serving.until_done(
            lambda replica: replica.router.reachable(Channel.TELEGRAM, address, yes=yes)
        )
        self.person.block_told_at = None if yes else self.watch.calendar()

    async def leaves(self) -> None:
        """And comes back, the points having waited."""
        await self.phone.says("/leave")
        self.person.silent_since = None  # who comes back takes part again
        with self.watch.of(self.person.id) as seen:
            replies = await self.phone.says("/join")
        assert seen
        if not any(one.says("join-back") or one.says("join-again") for one in replies):
            self.books.wrong.append(f"{self.card} could not come back")

    async def forgets(self) -> None:
        """Be forgotten."""
        [asked, *_] = await self.phone.says("/forget")
        if yes := [one for one in asked.buttons("forget") if "yes" in one]:
            await self.phone.taps(yes[0])
            self.gone = True
            self.person.silent_since = self.watch.calendar()


Deed = Callable[[Customer], Awaitable[None]]
DEEDS: dict[Deed, int] = {
    Customer.asks: 25, Customer.redeems: 20, Customer.chooses: 20, Customer.undoes: 8,
    Customer.pauses: 3, Customer.agrees: 6, Customer.blocks: 3, Customer.leaves: 1,
    Customer.forgets: 1,
}  # fmt: skip
