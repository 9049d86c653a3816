"""Which sweeps a day has, and which of them are still to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.act import Act
from core.campaigning import ending, returning
from core.campaigning.sweeping import KEPT, Sweep, days
from core.model import MemberId
from core.tables import sweeps
from core.transaction import Transaction


def sweeps_of(tx: Transaction, act: Act, day: date) -> Iterator[Sweep]:
    """Every campaign's of that day."""
    for campaign in act.program.messages.values():
        yield from ending.sweeps_of(act, campaign, day)
        yield from returning.sweeps_of(tx, act, campaign, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Whom a sweep may tell something."""

    campaign: str
    occasion: str
    members: tuple[MemberId, ...]


def todo(tx: Transaction, act: Act) -> list[Sweep]:
    """The sweeps that are due and not done."""
    done = sweeps.done_since(tx, act.now - KEPT)
    return [
        sweep
        for day in days(act)
        for sweep in sweeps_of(tx, act, day)
        if (sweep.campaign.id, sweep.occasion) not in done
    ]


def preview(tx: Transaction, act: Act) -> list[Preview]:
    """Whom the sweeps that are due may tell something. Changes nothing."""
    return [
        Preview(
            campaign=sweep.campaign.id,
            occasion=sweep.occasion,
            members=tuple(sweep.find(tx, MemberId(0), 2**31)),
        )
        for sweep in todo(tx, act)
    ]
