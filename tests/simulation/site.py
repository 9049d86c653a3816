"""A web shop of one's own that calls the API: an order is put whenever it changes."""

import asyncio
from dataclasses import dataclass, replace
from functools import partial

from tests.simulation.forms import WebOrder
from tests.simulation.replicas import Replica
from tests.simulation.shops import LATE_S, Json, State, WebShop


@dataclass(slots=True, kw_only=True, eq=False)
class Site(WebShop):
    """It gives no call up: nobody reads its orders back."""

    async def _deliver(self, order: WebOrder, state: State, topic: str, payload: Json) -> None:
        if self.faults.strike("a delivery is late"):
            await asyncio.sleep(self.faults.random.uniform(0, LATE_S))
        told = {int(payload["refund_id"])} if topic else set()
        state = replace(state, refunds=told)
        await self._try(state, topic, payload, "", tries=1_000)
        await self._again(state, topic, payload, "")

    async def _told(self, topic: str, body: bytes, event: str, state: State) -> int:
        assert state.order
        path = f"/api/v1/orders/site/{state.order.id}"
        method, path = ("POST", f"{path}/refunds") if topic else ("PUT", path)
        return await self.serving.once(partial(Replica.call, method=method, path=path, body=body))
