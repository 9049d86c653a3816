"""The owner: changes the rules while everybody is at it, and takes that back."""

from dataclasses import dataclass
from random import Random

from bot.conversation.messages import Attached
from bot.programs import preset_text
from tests.simulation.books import Books
from tests.simulation.phones import Phone

RATE = 'points = 1\nper = "1.00"\n'
MORE = """
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
days = [7]
"""


def program(random: Random) -> str:
    """A café's: 1 point for every full 1.00 of an order; points last longer or shorter."""
    text = preset_text("starter") + MORE
    text = text.replace(RATE, f"{RATE}carry = false\n")
    text = text.replace('factor = "1.25"\n', "").replace('factor = "1.5"\n', "")
    text = text.replace("cost = 120", "cost = 40")
    if random.random() < 0.5:
        text = text.replace(
            '[expiry]\nkind = "rolling"\nmonths = 12', '[expiry]\nkind = "rolling"\ndays = 9'
        )
    if random.random() < 0.5:
        text = text.replace("carry = false\n", "carry = false\npending_days = 2\n")
    return text


@dataclass(slots=True, kw_only=True, eq=False)
class Owner:
    """Uploads programs."""

    phone: Phone
    books: Books
    random: Random
    text: str

    async def changes(self) -> None:
        """Twice as many points for the same money, or as before; by a file, or back to it."""
        rate = self.random.choice((1, 2, 3))
        text = self.text.replace(RATE, f'points = {rate}\nper = "1.00"\n')
        self.books.rates[text] = rate
        file = Attached(name="p.toml", size=len(text), id="1", content=text.encode())
        for reply in await self.phone.says("", file=file):
            for command in reply.buttons("program"):
                if "apply" in command and self.random.random() < 0.8:
                    await self.phone.taps(command)
