"""Hiring: owners invite people behind the counter, change what they may do, and let them go."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from core import staffing
from core.act import Act
from core.auditing import Deed, note
from core.model import Chat, Colleague, Role
from core.program.sentences import Sentence
from core.staff_errors import InvitationNotUsable, NotOnYourself, OwnerBySettings, UnknownColleague
from core.staffing import SETTINGS, Alarm
from core.tables import fingerprints, invitations, staff
from core.tables.told import Value
from core.transaction import Transaction

GOOD_FOR = timedelta(days=2)
SECRET_LENGTH = 32  # of 16 signs: 128 bits


class Invitation(NamedTuple):
    """What to hand to the person, and until when it can be used."""

    secret: str
    role: Role
    until: datetime


def invite(tx: Transaction, act: Act, role: Role) -> Invitation:
    """Make an invitation to that role, for whoever uses it first; the same act makes one."""
    secret = fingerprints.of(tx, f"invitation {act.actor} {act.operation_id}")[:SECRET_LENGTH]
    until = act.now + GOOD_FOR
    if invitations.add(tx, secret, role=role, by=act.actor, now=act.now, until=until):
        note(tx, act, Deed.INVITED, details={"role": role})
        return Invitation(secret, role, until)
    return Invitation(secret, role, invitations.until(tx, secret))


def accept(tx: Transaction, act: Act, *, secret: str, chat: Chat, name: str, language: str) -> bool:
    """
    Make who has the taken chat one of the staff; whether that is new.

    Again by the same person, or by who may do as much already, it changes nothing.
    Raises InvitationNotUsable.
    """
    who = staffing.who(chat.channel, chat.address)
    known = staff.find(tx, chat.channel, chat.address)
    if known and invitations.used_by(tx, secret) == who:
        return False
    used = invitations.use(tx, secret, who=who, now=act.now)
    if used is None:
        raise InvitationNotUsable
    role, by = used
    if known and known.role.covers(role):
        return False
    colleague = Colleague(
        channel=chat.channel,
        address=chat.address,
        role=role,
        name=name or (known.name if known else ""),
        language=language,
        added_by=by,
        since=act.now,
    )
    staff.put(tx, colleague)
    act = replace(act, actor=staffing.actor_of(colleague))
    _note(tx, act, Deed.JOINED, colleague)
    _told(tx, act, "staff-told-joined", colleague)
    return True


def change_role(tx: Transaction, act: Act, colleague: Colleague, role: Role) -> Colleague:
    """Let the person do more, or less. Raises NotOnYourself, OwnerBySettings."""
    _check(act, colleague)
    if colleague.role is role:
        return colleague
    changed = replace(colleague, role=role, added_by=act.actor)
    staff.put(tx, changed)
    if not role.covers(Role.OWNER):
        invitations.withdraw(tx, staffing.actor_of(colleague))
    _note(tx, act, Deed.ROLE, changed)
    _told(tx, act, "staff-told-role", changed)
    return changed


def dismiss(tx: Transaction, act: Act, colleague: Colleague) -> None:
    """Let the person go, and their open invitations with them. Raises same."""
    _check(act, colleague)
    staff.remove(tx, colleague, now=act.now)
    invitations.withdraw(tx, staffing.actor_of(colleague))
    _note(tx, act, Deed.DISMISSED, colleague)
    _told(tx, act, "staff-told-gone", colleague)


def person(tx: Transaction, typed: str) -> Colleague:
    """Who is meant by an address or a name. Raises UnknownColleague."""
    wanted = typed.strip().casefold()
    everybody = staff.everybody(tx)
    found = [one for one in everybody if one.address == wanted]
    found = found or [one for one in everybody if one.name.casefold() == wanted]
    if len(found) != 1:
        raise UnknownColleague(person=typed.strip())
    return found[0]


def _check(act: Act, colleague: Colleague) -> None:
    if act.actor == staffing.actor_of(colleague):
        raise NotOnYourself
    if colleague.added_by == SETTINGS:
        raise OwnerBySettings(name=staffing.called(colleague))


def _note(tx: Transaction, act: Act, deed: Deed, colleague: Colleague) -> None:
    details = {"name": staffing.called(colleague), "role": str(colleague.role)}
    note(tx, act, deed, about=staffing.actor_of(colleague), details=details)


def _told(tx: Transaction, act: Act, key: str, colleague: Colleague) -> None:
    """Tell the owners, but for who did it."""
    role = Sentence(f"role-{colleague.role}")
    values: dict[str, Value] = {"name": staffing.called(colleague), "role": role}
    occasion = f"{colleague.address}/{act.operation_id}"
    staffing.tell_owners(tx, act, Alarm.STAFF, key, occasion, values)
