"""Customers in chat: what they do, and what they hold the shop to afterwards."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from core.model import Channel, MemberId
from core.tables import members
from core.tables.instants import to_ms
from core.transaction import Transaction
from tests.simulation.books import Books
from tests.simulation.engine import Disk
from tests.simulation.people import MARKETING, TELEGRAM, TRANSACTIONAL, Person
from tests.simulation.phones import Phone
from tests.simulation.replicas import Reply
from tests.simulation.server import Server
from tests.simulation.watching import SKEW_MS, Watch

ZONE = "Europe/Bucharest"
BROUGHT = ("join-referred", "join-referred-review")


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

    async def joins(self, code: str = "", *, by: MemberId | None = None) -> None:
        """Become a member, by the code or link of that friend if there is one."""
        if code and self.random.random() < 0.5:
            await self.phone.says(f"/start r_{code}")
            code = ""
        replies = await self.phone.says(f"/join {code}".strip())
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
        if by and any(one.says(key) for one in replies for key in BROUGHT):
            self.books.brought[member.id] = by
        elif by and not any(one.says("join-code-unknown") for one in replies):
            self.books.wrong.append(f"{self.card} was not told that {by} has brought them")

    async def acts(self) -> None:
        """Do something; who has shut the bot out can't write to it."""
        if self.person.blocked:
            await self.blocks()
            return
        deeds = list(DEEDS)
        [deed] = self.random.choices(deeds, weights=[DEEDS[one] for one in deeds])
        await deed(self)

    async def asks(self) -> None:
        """
        How many points there are: what is told was so at some moment since it was asked. What is
        told of the soonest date is a promise for all the points there were that had one.
        """
        before = self.disk.whole(self._lots)
        with self.watch.of(self.person.id) as seen:
            replies = await self.phone.says(self.random.choice(("/points", "points", "my points")))
        for reply in replies:
            told = reply.value("points-balance", "points")
            if self.disk.exact and told is not None and told.count not in seen:
                self.books.wrong.append(f"{self.card} was told {told}, but there were {seen}")
            if last_day := reply.value("points-expiry", "date"):
                there = before & self.disk.whole(self._lots)
                self.books.promise(self.person.id, (number for number, _ in there), last_day)

    def _lots(self, tx: Transaction) -> set[tuple[int, int]]:
        """The points there are that end, by their lots, and when."""
        rows = tx.rows(
            "SELECT number, expires_at FROM lots WHERE member_id = :member AND remaining > 0"
            " AND expires_at > :now",
            member=self.person.id, now=to_ms(self.watch.calendar()) + SKEW_MS,
        )  # fmt: skip
        return set(rows)

    async def invites(self) -> str:
        """The code to bring friends by; none for who has left."""
        replies = await self.phone.says("/refer")
        told = [code for one in replies if (code := one.value("refer-code", "code"))]
        return str(told[0]) if told else ""

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
        if yes:  # it may be known before anybody hears that it is
            self.person.block_told_at = None
        address = self.phone.address
        await self.phone.serving.until_done(
            lambda replica: replica.router.reachable(Channel.TELEGRAM, address, yes=yes)
        )
        if not yes:
            self.person.block_told_at = self.watch.calendar()

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
