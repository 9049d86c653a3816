"""What is there before anybody comes: the database, the processes, the air, shops and books."""

import asyncio
from datetime import UTC, datetime
from random import Random

from tests.simulation.air import Air
from tests.simulation.books import ZONE, Books
from tests.simulation.checkouts import WITH_CODES, Checkout
from tests.simulation.clockwork import Calendar
from tests.simulation.engine import Disk
from tests.simulation.forms import FORMS
from tests.simulation.listening import Listener
from tests.simulation.owning import program
from tests.simulation.pushing import Pusher
from tests.simulation.reading_back import apis
from tests.simulation.replicas import Heard, Shared
from tests.simulation.server import Server
from tests.simulation.serving import Serving
from tests.simulation.shops import Now, WebShop
from tests.simulation.signing import SECRETS
from tests.simulation.site import Site
from tests.simulation.texting import Twilio
from tests.simulation.watching import Watch

BEGIN = datetime(2027, 10, 20, tzinfo=UTC)  # the clocks go back on the 31st


class World:
    """The shop's surroundings, and what serves and pushes in it."""

    def __init__(self, disk: Disk | Server, random: Random, tasks: asyncio.TaskGroup) -> None:
        self.random, self.disk, self.faults = random, disk, disk.faults
        self.calendar = Calendar(BEGIN)
        self.books = Books()
        self.watch = Watch(disk, self.calendar)
        self.program = program(random)
        self.books.rates[self.program] = 1
        shared = Shared(
            disk=disk, calendar=self.calendar, random=random, program=self.program,
            texts=Heard(), secrets=SECRETS,
        )  # fmt: skip
        self.serving = Serving(shared=shared, faults=self.faults)
        self.air = Air(
            calendar=self.calendar, shared=disk, random=random,
            shop_zone=ZONE, people={}, books=self.books,
        )  # fmt: skip
        self.checkouts = {name: Checkout(self.faults) for name in WITH_CODES}
        self.shops = {
            name: (Site if name == "site" else WebShop)(
                name=name, serving=self.serving, faults=self.faults, books=self.books,
                random=random, tasks=tasks, now=Now(self.calendar, random.randrange(-3, 4)),
                checkout=self.checkouts.get(name),
            )
            for name in FORMS
        }  # fmt: skip
        shared.apis = apis(self.shops, self.faults)
        self.listener = Listener(self.faults)
        shared.twilio = self.twilio = Twilio(self.calendar, self.faults)
        self.pusher = Pusher(
            serving=self.serving,
            air=self.air,
            random=random,
            listener=self.listener,
            checkouts=self.checkouts,
        )
