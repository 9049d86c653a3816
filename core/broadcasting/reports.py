"""How far a broadcast is, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.staff_errors import BroadcastGone
from core.statistics.figures import Post
from core.tables import broadcasts, clicks, statistics
from core.tables.broadcasts import Broadcast, Stage
from core.tables.outbox import State
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A broadcast's messages."""

    broadcast: Broadcast
    states: Mapping[State, int]
    reasons: tuple[tuple[str, str, int], ...]  # why not: state, reason, how many
    nowhere: int  # messages whose members have no chat and no number
    taps: int  # members who tapped its button, or followed its link where that is counted
    sms_parts: int
    sms_micros: int

    @property
    def post(self) -> Post:
        """Its messages, as every campaign's are counted."""
        return Post(campaign=self.broadcast.campaign, states=self.states, nowhere=self.nowhere)


def report(tx: Transaction, id: int) -> Report:
    """How it stands now. Raises BroadcastGone."""
    one = broadcasts.find(tx, id)
    if one is None or one.stage is Stage.DRAFT:
        raise BroadcastGone
    counts = {state: statistics.of_state(tx, one.campaign, state) for state in State}
    parts, micros = broadcasts.cost(tx, one)
    return Report(
        broadcast=one,
        states={state: count for state, count in counts.items() if count},
        reasons=tuple(broadcasts.reasons(tx, one)),
        nowhere=statistics.nowhere(tx, one.campaign),
        taps=max(broadcasts.taps(tx, id), clicks.of_campaign(tx, one.campaign)),
        sms_parts=parts,
        sms_micros=micros,
    )
