"""The arrivals, written: members, points, tiers, consents, referrals, in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core import crediting, tiering
from core.act import Act
from core.arriving.people import Arrival, ArrivingLot
from core.arriving.planning import Step, brought_as
from core.calendar import midnight
from core.model import Kind, Member, OperationId
from core.tables import arrivals as table
from core.tables import consents, ledger, lots, members, tags
from core.tables.arrivals import NewMember
from core.transaction import Transaction


def settle_in(
    tx: Transaction,
    act: Act,
    steps: Sequence[Step],
    told: Callable[[int], None] = lambda _: None,
) -> None:
    """
    Do what was planned in this same transaction; told hears how many people are done.

    Nobody is written to, and nothing that members are given for joining or for a tier is.
    """
    for batch in table.batches(step for step in steps if step.new):
        table.add(tx, [_new(act, step) for step in batch])
    done = 0
    for batch in table.batches(steps):
        _consents(tx, batch)
        tags.add(tx, ((step.member.id, tag) for step in batch for tag in step.tags))
        table.add_chats(tx, ((step.member.id, *way) for step in batch for way in step.addresses))
        for step in batch:
            _settle(tx, act, step)
        done += len(batch)
        told(done)
    for batch in table.batches(step for step in steps if step.referrer):
        table.add_referrals(
            tx,
            [
                (step.member.id, step.referrer, _brought_at(step), brought_as(step))
                for step in batch
                if step.referrer
            ],
        )


def _new(act: Act, step: Step) -> NewMember:
    arrival, tier = step.arrival, step.tier or step.member.tier
    return NewMember(
        member=step.member._replace(tier=tier),
        basis="held" if step.tier else "reached",
        tier_until=tier_end(act, step) if step.tier else None,
        tier_by_hand=bool(step.tier and arrival.tier_by_hand),
        birthday_set_at=(arrival.birthday_set_at or act.now) if arrival.birthday else None,
        source=arrival.source or "import",
        program_version=act.program_version,
        review_at=tier_end(act, step) if step.tier and not arrival.tier_by_hand else None,
    )


def tier_end(act: Act, step: Step) -> datetime | None:
    """When the tier that comes ends if nothing is earned."""
    arrival = step.arrival
    if arrival.tier_by_program:
        return tiering.whole_period(act.program, step.member.joined_at, act.now, later=1)
    if arrival.tier_until is None:
        return None
    return midnight(arrival.tier_until + timedelta(days=1), act.program.timezone)


def _settle(tx: Transaction, act: Act, step: Step) -> None:
    member = step.member
    if not step.new:
        member = members.take(tx, member.id)
        if step.filled:
            table.fill(tx, _told(member, step.arrival), now=act.now)
        if step.tier:
            member = tiering.hold(
                tx,
                member,
                act,
                tier_id=step.tier,
                since=step.arrival.tier_since or act.now,
                until=tier_end(act, step),
                by_hand=step.arrival.tier_by_hand,
            )
    elif step.tier:
        member = member._replace(tier=step.tier)
    for lot in step.lots:
        member = _credit(tx, act, member, lot)
    if step.tier:
        tiering.promise(tx, member, act)


def _told(member: Member, arrival: Arrival) -> Member:
    return member._replace(
        name=arrival.name,
        phone=arrival.phone,
        email=arrival.email,
        birthday=arrival.birthday,
        timezone=arrival.timezone,
        city=arrival.city,
    )


def _credit(tx: Transaction, act: Act, member: Member, lot: ArrivingLot) -> Member:
    reference = f"{Kind.IMPORT}/{lot.id}"
    then = replace(act, now=lot.earned_at, operation_id=OperationId(reference))
    draft = ledger.Draft(
        kind=Kind.IMPORT,
        reference=reference,
        reason={},
        tier_points=lot.tier_points,
        tier_at=lot.tier_at,
    )
    if not lot.points:
        return ledger.note(tx, member, then, draft)
    expires_at = lot.expires_at
    if lot.by_program:
        expires_at = crediting.expires_at(act.program, act.now, joined_at=member.joined_at)
    member = ledger.credit(
        tx,
        member,
        then,
        draft,
        points=lot.points,
        available_at=lot.available_at,
        expires_at=expires_at,
        own_date=lot.own_date,
    )
    if lot.dated_until:
        lots.keep_date(tx, member.id, member.entries, until=lot.dated_until)
    return member


def _consents(tx: Transaction, steps: Iterable[Step]) -> None:
    first = []
    for step in steps:
        if step.new:
            first += [
                (step.member.id, number, consent)
                for number, consent in enumerate(step.consents, start=1)
            ]
        else:
            for consent in step.consents:
                consents.add(tx, step.member.id, consent)
    table.add_first_consents(tx, first)


def _brought_at(step: Step) -> datetime:
    told = step.arrival.referral
    return (told and told.at) or step.member.joined_at
