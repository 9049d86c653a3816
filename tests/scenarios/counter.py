"""The shop's side of the stories: orders, prices, plans, all by HTTP."""

from typing import Any

from tests.scenarios.goods import Bought, Delivery, Goods, Price, Worth
from tests.scenarios.opened import Opened, said


class Counter(Opened):
    """Where the member buys."""

    # Orders

    async def quote(self, *wanted: Goods, **how: Any) -> Price:
        """What that would cost the member; `how` as in Delivery."""
        by = Delivery(**how)
        shipping = {"amount": by.shipping, "method": by.method} if by.shipping else None
        wish = {**self._basket(wanted, by), "shipping": shipping}
        return Price.said(said(await self.api.post("/api/v1/quotes/shop", json=wish)))

    async def refuses(self, *wanted: Goods) -> tuple[int, str]:
        """The member asks what something costs, and may not buy it: the status, and why."""
        basket = self._basket(wanted, Delivery())
        answer = await self.api.post("/api/v1/quotes/shop", json=basket)
        return answer.status_code, str(answer.json()["type"]).rpartition(":")[2]

    async def sells(self, *wanted: Goods, **how: Any) -> Bought:
        """Ask what it costs the member, and sell it at that; it earns what the quote has said."""
        price = await self.quote(*wanted, **how)
        assert price.refused == []
        basket = self._basket(wanted, Delivery(**how))
        for line, quoted in zip(basket["lines"], price.answer["lines"], strict=True):
            line["discount"] = quoted["discount"]
        bought = await self._report({**basket, "total": price.total, "shipping": price.shipping})
        assert bought.earned == self.worth(price.points)
        return bought

    async def sells_for(self, total: str, **how: Any) -> Bought:
        """Sell something for that, without saying what."""
        return await self._report({**self._basket((), Delivery(**how)), "total": total})

    async def changes(self, bought: Bought, total: str, *kept: Goods) -> Worth:
        """Give money back, so that the order is smaller; how much more the member has then."""
        changed = {**bought.order, "total": total}
        if kept:
            changed["lines"] = [goods.line(at) for at, goods in enumerate(kept)]
        return await self._again(bought.number, changed)

    async def cancels(self, bought: Bought) -> Worth:
        """Take everything back; how much more the member has then."""
        return await self._again(bought.number, {**bought.order, "status": "cancelled"})

    # Actions, and what staff give

    async def notes(self, action: str, reference: str) -> Worth:
        """Report something the member did; what it has brought."""
        report = {
            "member": {"card": self.card},
            "action": action,
            "reference": reference,
            "occurred_at": self.now.isoformat(),
        }
        answer = said(await self.api.post("/api/v1/actions", json=report))
        return self.worth(answer["points_awarded"])

    async def gives(self, points: int) -> None:
        """Staff give points by hand."""
        path = f"/api/v1/members/{self.member_id}/adjustments"
        key = {"Idempotency-Key": f"adjustment-{next(self.numbers)}"}
        said(await self.api.post(path, json={"points": points, "reason": "a gift"}, headers=key))

    async def corrects(self, **what: str) -> None:
        """The shop corrects what Ann told it."""
        said(await self.api.patch(f"/api/v1/members/{self.member_id}", json=what))

    async def gives_tier(self, tier: str) -> None:
        """Staff give a tier by hand."""
        path = f"/api/v1/members/{self.member_id}/tier"
        said(await self.api.put(path, json={"tier": tier, "reason": "our best customer"}))

    # Plans

    async def takes_payment(self, plan: str, *, refused: int = 0) -> dict[str, Any]:
        """The member pays for the plan: how they stand to it. `refused` is the refusal's status."""
        paid = {
            "plan": plan,
            "paid_at": self.now.isoformat(),
            "reference": f"payment-{next(self.numbers)}",
        }
        answer = await self.api.post(self._plan, json=paid)
        if refused:
            assert answer.status_code == refused, answer.text
            return {}
        return said(answer)

    async def approves(self, plan: str) -> dict[str, Any]:
        """The application for the plan is accepted; how the member stands to it."""
        decision = {"plan": plan, "approve": True}
        return said(await self.api.post(f"{self._plan}/decision", json=decision))

    async def cancels_plan(self, plan: str) -> dict[str, Any]:
        """The plan will not be renewed; how the member stands to it."""
        return said(await self.api.delete(self._plan, params={"plan": plan}))

    # How it is done

    @property
    def _plan(self) -> str:
        return f"/api/v1/members/{self.member_id}/plan"

    def _basket(self, wanted: tuple[Goods, ...], by: Delivery) -> dict[str, Any]:
        return {
            "customer": {"card": self.card},
            "currency": self.acts.program.currency,
            "channel": by.channel,
            "payment": by.payment,
            "lines": [goods.line(at) for at, goods in enumerate(wanted)],
            "voucher_codes": list(by.vouchers),
        }

    async def _report(self, order: dict[str, Any]) -> Bought:
        number = str(next(self.numbers))
        order = {**order, "placed_at": self.now.isoformat(), "status": "paid"}
        answer = await self._put(number, order)
        assert answer["vouchers_refused"] == []
        earned = self.worth(answer["points_awarded"])
        return Bought(number, order, order["total"], order.get("shipping", "0.00"), earned)

    async def _again(self, number: str, order: dict[str, Any]) -> Worth:
        before = (await self.member())["points"]
        await self._put(number, order)
        after = (await self.member())["points"]
        return self.worth(sum(after[of] - before[of] for of in ("balance", "pending")))

    async def _put(self, number: str, order: dict[str, Any]) -> dict[str, Any]:
        return said(await self.api.put(f"/api/v1/orders/shop/{number}", json=order))
