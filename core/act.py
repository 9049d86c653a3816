"""What every use case is handed beside its transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from core.model import OperationId
from core.program.schema import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """
    One act: its id, made before it; its moment; the program in force; who does it; its luck.

    A repeated id gives the first result again. Ids are scoped to the member they act on.
    """

    operation_id: OperationId
    now: datetime  # aware
    program: Program
    program_version: int
    actor: str  # "member", "shop:NAME", "schedule", "staff:ID"
    random: Random
    tells: bool = False  # whether other systems are told what happens

    def part(self, suffix: str) -> "Act":
        """The same act with an id of its own for one of its consequences."""
        return replace(self, operation_id=OperationId(f"{self.operation_id}/{suffix}"))
