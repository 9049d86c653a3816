"""The owner: changes the rules while everybody is at it, takes that back, writes to everybody."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from bot.conversation.messages import Attached
from bot.programs import preset_text
from tests.simulation.books import Books
from tests.simulation.phones import Phone
from tests.simulation.replicas import Reply

OTHER = "# how long they last"
RATE = 'points = 1\nper = "1.00"\n'
ROLLING = '[expiry]\nkind = "rolling"\nmonths = 12'
BRIEF, NEVER = '[expiry]\nkind = "rolling"\ndays = 4', '[expiry]\nkind = "never"'
EXPIRY = (
    ROLLING, '[expiry]\nkind = "rolling"\ndays = 9', BRIEF,
    '[expiry]\nkind = "inactivity"\ndays = 5', NEVER,
)  # fmt: skip
MORE = """
[counter]
grant_at_most = 100
grants_a_day = 300

[[rewards]]
id = "spend"
kind = "flexible"
title = "Money off"
points = 20
amount = "1.00"
voucher_days = 30

[[campaigns]]
id = "expiry"
kind = "expiry"
days = [7, 2]

[[campaigns]]
id = "cart"
kind = "cart"
both = true
offer = { points = 3 }

[[campaigns]]
id = "winback"
kind = "winback"
days = 5
offer = { points = 5 }
"""


def program(random: Random) -> str:
    """A café's: 1 point for every full 1.00 of an order; points last longer or shorter."""
    text = preset_text("starter") + MORE
    text = text.replace('factor = "1.25"\n', "").replace('factor = "1.5"\n', "")
    text = text.replace("cost = 120", "cost = 40")
    text = text.replace(ROLLING, random.choice(EXPIRY[:3]))
    pending = "pending_days = 2\n" if random.random() < 0.5 else ""
    return text.replace(RATE, f"{RATE}carry = false\n{pending}")


@dataclass(slots=True, kw_only=True, eq=False)
class Owner:
    """Decides."""

    phone: Phone
    books: Books
    random: Random
    text: str

    async def decides(self) -> None:
        """Do something."""
        await self.random.choice(DEEDS)(self)

    async def changes(self) -> None:
        """Other points for the same money, which last for another while: by a file."""
        rate = self.random.choice((1, 2, 3))
        await self._changes_to(rate, self.random.choice(EXPIRY))

    async def wavers(self) -> None:
        """Points last for ever, and then for some days again."""
        for expiry in (NEVER, BRIEF):
            await self._changes_to(1, expiry)

    async def _changes_to(self, rate: int, expiry: str) -> None:
        text = self.text.replace(RATE, f'points = {rate}\nper = "1.00"\n')
        for one in EXPIRY:
            text = text.replace(one, OTHER)
        text = text.replace(OTHER, expiry)
        self.books.rates[text] = rate
        file = Attached(name="p.toml", size=len(text), id="1", content=text.encode())
        await self._apply(await self.phone.says("", file=file))

    async def goes_back(self) -> None:
        """To the first version there was."""
        await self._apply(await self.phone.says("program back 1"))

    async def _apply(self, replies: list[Reply]) -> None:
        for reply in replies[:1]:
            for command in reply.buttons("program"):
                if "apply" in command and self.random.random() < 0.8:
                    await self.phone.taps(command)

    async def writes(self) -> None:
        """To everybody who wants offers, now or tomorrow."""
        await self.phone.says("broadcast for")
        await self.phone.says("broadcast text en", tap=True)
        await self.phone.says("New cakes are here!")
        [card, *_] = await self.phone.says("broadcast send", tap=True)
        for command in card.buttons("broadcast"):
            if command.startswith("broadcast go"):
                await self.phone.taps(command)

    async def silences(self) -> None:
        """A campaign pauses, or goes on."""
        word, name = (
            self.random.choice(("pause", "resume")),
            self.random.choice(("cart", "winback")),
        )
        await self.phone.says(f"campaigns {word} {name}")


Deed = Callable[[Owner], Awaitable[None]]
DEEDS: tuple[Deed, ...] = (
    Owner.changes, Owner.goes_back, Owner.wavers, Owner.writes, Owner.silences,
)  # fmt: skip
