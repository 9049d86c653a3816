"""Everybody who has to do with the shop: who works there, and who comes."""

from core.model import Channel, Colleague, MemberId, Role
from core.staffing import appoint_owners
from core.tables import hooks, staff
from core.transaction import Transaction
from tests.simulation.counter import Cashier, Corrector
from tests.simulation.customers import Customer
from tests.simulation.listening import URL
from tests.simulation.managing import Manager, Seconds
from tests.simulation.owning import Owner
from tests.simulation.people import Person
from tests.simulation.phones import Phone
from tests.simulation.texting import Texter, texter_of
from tests.simulation.twins import NUMBER, Twins
from tests.simulation.world import World

TEXTERS, PAIRS = 3, 2
OWNER, MANAGER, SECOND = "900001", "900002", "900005"
CASHIERS, CORRECTOR = ("900003", "900004"), "900006"
ROLES = {
    MANAGER: Role.MANAGER, SECOND: Role.MANAGER, CORRECTOR: Role.CASHIER,
    **dict.fromkeys(CASHIERS, Role.CASHIER),
}  # fmt: skip


class Everybody:
    """The people of one season."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.customers: list[Customer] = []
        self.texters: list[Texter] = []
        self.twins: list[Twins] = []

    async def come(self, customers: int) -> None:
        """The shop opens, and so many become members."""
        world = self.world
        world.disk.whole(lambda tx: hooks.connect(tx, [URL]))
        await world.serving.some()
        world.disk.whole(self._hires)
        self._work()
        for number in range(customers):
            await self._comes(number)
        self.newcomers = customers
        for number in range(TEXTERS):
            await self._texts(number)
        for number in range(PAIRS):
            self._are_two(number)

    def _hires(self, tx: Transaction) -> None:
        now = self.world.calendar()
        appoint_owners(tx, [OWNER], now=now)
        for address, role in ROLES.items():
            staff.put(
                tx,
                Colleague(
                    channel=Channel.TELEGRAM, address=address, name=role, language="en", role=role,
                    added_by="settings", since=now,
                ),
            )  # fmt: skip

    def _work(self) -> None:
        books, random = self.world.books, self.world.random
        self.cashiers = [
            Cashier(phone=self._phone(one), books=books, random=random) for one in CASHIERS
        ]
        self.cashiers[0].colleague, self.cashiers[1].colleague = reversed(self.cashiers)
        self.manager = Manager(phone=self._phone(MANAGER), books=books, random=random)
        self.owner = Owner(
            phone=self._phone(OWNER), books=books, random=random, text=self.world.program
        )
        self.corrector = Corrector(phone=self._phone(CORRECTOR), books=books, random=random)
        self.seconds = Seconds(
            phones=(self.owner.phone, self._phone(SECOND)), told=self.world.air.offered,
            customers=self.customers, books=books, random=random,
        )  # fmt: skip
        for address in (OWNER, *ROLES):  # who works here is written to as well
            self._is_reached(Channel.TELEGRAM, address, somebody(telegram=address))

    async def bring(self, friend: Customer) -> None:
        """Somebody new comes, whom that member has told of it."""
        if code := await friend.invites():
            self.newcomers += 1
            await self._comes(self.newcomers, code, by=friend.person.id)

    async def _comes(self, number: int, code: str = "", *, by: MemberId | None = None) -> None:
        phone = f"+4072{number:07}" if number % 3 else ""
        customer = self._customer(f"{100_000 + number}", phone)
        await customer.joins(code, by=by)
        self.customers.append(customer)

    def _customer(self, address: str, phone: str = "") -> Customer:
        world, person = self.world, somebody(telegram=address, phone=phone)
        self._is_reached(Channel.TELEGRAM, address, person)
        return Customer(
            person=person, phone=self._phone(address), disk=world.disk, books=world.books,
            watch=world.watch, random=world.random, open=[],
        )  # fmt: skip

    def _are_two(self, number: int) -> None:
        first, second = (self._customer(f"{200_000 + 2 * number + one}") for one in range(2))
        twins = Twins(
            first=first, second=second, number=NUMBER.format(number), books=self.world.books
        )
        self._is_reached(Channel.SMS, twins.number, first.person)
        self.twins.append(twins)

    async def _texts(self, number: int) -> None:
        world = self.world
        texter = Texter(
            person=texter_of(number), twilio=world.twilio, serving=world.serving,
            disk=world.disk, books=world.books, random=world.random,
        )  # fmt: skip
        self._is_reached(Channel.SMS, texter.person.phone, texter.person)
        await texter.joins()
        self.texters.append(texter)

    def _is_reached(self, channel: Channel, address: str, person: Person) -> None:
        self.world.air.people[channel, address] = person

    def _phone(self, address: str) -> Phone:
        world = self.world
        return Phone(serving=world.serving, faults=world.faults, address=address, name=address)


def somebody(*, telegram: str, phone: str = "") -> Person:
    """Who is not known yet."""
    return Person(
        id=MemberId(0), card="", zone=None, telegram=telegram, phone=phone, birthday=None,
        born_told_at=None,
    )  # fmt: skip
