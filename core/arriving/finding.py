"""Who of those who arrive is a member already, and whose their addresses are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.arriving.people import Arrival, Problem
from core.model import Channel, Member, MemberId
from core.tables import arrivals as table
from core.tables import members
from core.transaction import Transaction

Key = tuple[str, str]  # what it is, and its value
CALLED = {
    "card": "card",
    "phone": "phone",
    "email": "e-mail",
    "referral_code": "referral code",
    Channel.TELEGRAM: "Telegram id",
    Channel.SMS: "text message number",
    Channel.CONSOLE: "name at the console",
}


@dataclass(slots=True)
class Found:
    """What the database knows of the people in a file."""

    members: dict[MemberId, Member] = field(default_factory=dict)
    owners: dict[Key, MemberId] = field(default_factory=dict)


def keys_of(arrival: Arrival) -> Iterator[Key]:
    """All that is one person's alone, what is surest first."""
    told = {
        "card": arrival.card,
        "phone": arrival.phone,
        "email": arrival.email,
        "referral_code": arrival.referral_code,
    }
    yield from ((name, value) for name, value in told.items() if value)
    yield from ((channel, address) for channel, address in arrival.addresses)


def find(tx: Transaction, arrivals: Iterable[Arrival]) -> Found:
    """Look everybody up, and who brought them, in a few statements for all."""
    wanted: dict[str, set[str]] = {}
    for arrival in arrivals:
        for name, value in keys_of(arrival):
            wanted.setdefault(name, set()).add(value)
        if arrival.referral:
            name = "email" if "@" in arrival.referral.by else "card"
            wanted.setdefault(name, set()).add(arrival.referral.by)
    found = Found()
    for name in members.KEYS:
        for member in table.by_key(tx, name, sorted(wanted.get(name, ()))):
            found.members[member.id] = member
            found.owners[name, getattr(member, name)] = member.id
    _by_address(tx, found, wanted)
    return found


def _by_address(tx: Transaction, found: Found, wanted: Mapping[str, set[str]]) -> None:
    missing = set()
    for channel in Channel:
        for address, owner in table.by_address(tx, channel, sorted(wanted.get(channel, ()))):
            found.owners[channel, address] = owner
            if owner not in found.members:
                missing.add(owner)
    for member in table.by_id(tx, sorted(missing)):
        found.members[member.id] = member


def doubled(arrivals: Iterable[Arrival]) -> Iterator[Problem]:
    """What two people of the file both claim."""
    first: dict[Key, Arrival] = {}
    for arrival in arrivals:
        for key in keys_of(arrival):
            other = first.setdefault(key, arrival)
            if other is not arrival:
                name, value = key
                told = f"the {CALLED[name]} {value} stands on line {other.line} already"
                yield Problem(arrival.line, told, arrival.file)


def member_of(found: Found, arrival: Arrival) -> tuple[Member | None, list[Problem]]:
    """The member that the arrival is, if any; problems if its keys are different people's."""
    owners: dict[MemberId, Key] = {}
    for key in keys_of(arrival):
        if (owner := found.owners.get(key)) is not None:
            owners.setdefault(owner, key)
    if not owners:
        return None, []
    (member_id, key), *others = owners.items()
    problems = [
        Problem(
            arrival.line,
            f"the {CALLED[key[0]]} {key[1]} and the {CALLED[other[0]]} {other[1]}"
            " belong to two different members",
            arrival.file,
        )
        for _, other in others
    ]
    return found.members[member_id], problems
