"""
BigCommerce's API: orders, which its thin webhooks only name, carts, and coupons.

The account needs Orders and Carts read-only, Products read-only, Marketing modify.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from email.utils import format_datetime
from functools import partial
from typing import Any

from bot.ports import CallRefused
from bot.shops.apis.calling import Caller
from bot.shops.apis.discounts import Discount, Made, Piece
from bot.shops.apis.paging import Json, Page

PAGE_SIZE = 50  # each of its orders needs three calls more
CONFLICT = 409
TYPES = {
    "amount": "per_total_discount",
    "percent": "percentage_discount",
    "shipping": "free_shipping",
    "product": "per_total_discount",
}
ALL_GOODS = {"entity": "categories", "ids": [0]}


class BigCommerceApi:
    """One BigCommerce shop; url is https://api.bigcommerce.com/stores/HASH."""

    def __init__(self, *, url: str, token: str, **given: Any) -> None:
        base = url.removesuffix("/v2").removesuffix("/v3")
        headers = {"X-Auth-Token": token}
        self._caller = Caller(shop="BigCommerce", url=base, headers=headers, **given)

    async def close(self) -> None:
        """Close the connections."""
        await self._caller.close()

    async def check(self) -> None:
        """Make a call that costs nothing. Raises TryLater, ChannelRefused or CallRefused."""
        await self._caller.send("GET", "/v2/time")

    async def currency(self) -> str:
        """What its prices are in; "" when it does not say."""
        found = await self._caller.get("/v2/store")
        return str(found.said("currency") or "") if found else ""

    async def order(self, order_id: str) -> Json | None:
        """The order, with its ``products``, ``coupons`` and ``refunds`` put in as lists."""
        found = await self._caller.get(f"/v2/orders/{order_id}")
        return await self._whole(found.body) if found and found.body else None

    async def cart(self, cart_id: str) -> Json | None:
        """The cart, with the addresses that bring its shopper back; None once it is an order."""
        found = await self._caller.get(f"/v3/carts/{cart_id}", {"include": "redirect_urls"})
        return found.body["data"] if found else None

    async def orders_since(self, since: datetime) -> AsyncIterator[Page]:
        """Every order that was made or changed since then, whole, page by page, by rising id."""
        query: dict[str, str | int] = {"min_date_modified": since.isoformat(), "limit": PAGE_SIZE}
        number, more = 1, True
        while more:
            asked = {**query, "sort": "id:asc", "page": number}
            found = (await self._caller.read("/v2/orders", asked)).body or []
            whole = [await self._caller.patiently(partial(self._whole, one)) for one in found]
            yield Page(orders=whole)
            more, number = len(found) == PAGE_SIZE, number + 1

    async def find_code(self, code: str) -> Made | None:
        """The coupon, if the shop has it."""
        answered = await self._caller.get("/v2/coupons", {"code": code})
        for coupon in (answered.body or []) if answered else []:
            if coupon["code"].casefold() == code.casefold():
                limit, used = coupon.get("max_uses") or 0, coupon.get("num_uses") or 0
                enabled = bool(coupon.get("enabled"))
                live = enabled and not (limit and used >= limit)
                return Made(id=str(coupon["id"]), live=live, enabled=enabled)
        return None

    async def make_code(self, discount: Discount) -> str:
        """Make the coupon; the shop's id of it, "" when it is there already."""
        try:
            made = await self._caller.send("POST", "/v2/coupons", await self._coupon(discount))
        except CallRefused as refusal:
            if refusal.status == CONFLICT:
                return ""
            raise
        return str(made.body["id"])

    async def disable_code(self, made: Made) -> None:
        """Let nobody use it any more; it stays in the shop's list."""
        await self._caller.send("PUT", f"/v2/coupons/{made.id}", {"enabled": False})

    async def remove_code(self, made: Made) -> None:
        """Take it out of the shop's list."""
        try:
            await self._caller.send("DELETE", f"/v2/coupons/{made.id}")
        except CallRefused as refusal:
            if refusal.status != 404:  # somebody was before us
                raise

    async def _whole(self, order: Json) -> Json:
        """The order with what else belongs to it; what the shop has none of is an empty list."""
        id = order["id"]
        products, coupons, refunds = await asyncio.gather(
            self._caller.get(f"/v2/orders/{id}/products", {"limit": 250}),
            self._caller.get(f"/v2/orders/{id}/coupons", {"limit": 250}),
            self._caller.get(f"/v3/orders/{id}/payment_actions/refunds"),
        )
        return {
            **order,
            "products": (products and products.body) or [],
            "coupons": (coupons and coupons.body) or [],
            "refunds": refunds.body["data"] if refunds and refunds.body else [],
        }

    async def _coupon(self, discount: Discount) -> Json:
        """The coupon as the API takes it. Its name must be the only one of its kind, too."""
        pieces = [await self._piece(sku) for sku in discount.skus]
        amount = pieces[0].price if discount.gives == "product" else discount.amount
        coupon: Json = {
            "name": f"{discount.title} {discount.code}",
            "code": discount.code,
            "type": TYPES[discount.gives],
            "amount": str(amount),
            "enabled": True,
            "max_uses": 1,
            "max_uses_per_customer": 1,
            "applies_to": ALL_GOODS,
        }
        if pieces:
            coupon["applies_to"] = {"entity": "products", "ids": [int(p.id) for p in pieces]}
        if discount.ends_at:
            coupon["expires"] = format_datetime(discount.ends_at)
        if discount.minimum:
            coupon["min_purchase"] = str(discount.minimum)
        return coupon

    async def _piece(self, sku: str) -> Piece:
        """Raises CallRefused when the shop has no such goods."""
        query: dict[str, str | int] = {"sku": sku, "include_fields": "id,price"}
        found = (await self._caller.send("GET", "/v3/catalog/products", query=query)).body["data"]
        if not found:
            raise CallRefused(f"BigCommerce has no goods with the SKU {sku}")
        return Piece(id=str(found[0]["id"]), price=Decimal(str(found[0]["price"])))
