"""Another system that is told by outbound webhooks what happens: each event, and nothing else."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import httpx

from core.transaction import Transaction
from tests.simulation.faults import Faults

URL = "https://crm.example/loyalty"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@dataclass(slots=True)
class Listener:
    """Reckons everybody's points from what it is told, once for each id."""

    faults: Faults
    told: dict[str, dict[str, Any]] = field(default_factory=dict)  # by the event's id
    wrong: list[str] = field(default_factory=list)

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """Take it or not; now and then it was taken, and nobody hears that."""
        if self.faults.strike("a hook is refused"):
            return httpx.Response(self.faults.random.choice((429, 500, 503)))
        id, body = request.headers["webhook-id"], json.loads(request.content)
        if self.told.setdefault(id, body) != body:
            self.wrong.append(f"event {id} is told in two ways")
        if self.faults.strike("a hook's answer is lost"):
            raise httpx.ReadTimeout("no answer")
        return httpx.Response(204)

    def amiss(self, tx: Transaction) -> list[str]:
        """What it was not told, or what was not so."""
        rows = tx.rows("SELECT id, state FROM hooks")
        late = [f"event {id} is {state}" for id, state in rows if state != "delivered"]
        unknown = [f"event {id} never arrived" for id, _ in rows if id not in self.told]
        points: Counter[int] = Counter()
        for body in self.told.values():
            if body["type"] == "points.changed":
                points[int(body["data"]["member_id"])] += body["data"]["points"]
            if body["type"] == "member.merged":
                points[int(body["data"]["member_id"])] += body["data"]["points"]
                points[int(body["data"]["other_id"])] -= body["data"]["points"]
        balances: dict[int, int] = dict(tx.rows("SELECT id, balance FROM members"))
        other = [
            f"{member} has {balance}, and others were told of {points[member]}"
            for member, balance in balances.items()
            if points[member] != balance
        ]
        return [*self.wrong, *late, *unknown, *other]
