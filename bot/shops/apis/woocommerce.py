"""WooCommerce's REST API v3: orders, their refunds, coupons. The key needs to read and write."""

from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from bot.ports import CallRefused
from bot.shops.apis.calling import Answered, Caller
from bot.shops.apis.discounts import Discount, Made, Piece
from bot.shops.apis.paging import Json, Page

ROOT = "/wp-json/wc/v3"
PAGE_SIZE = 100
EXISTS = "woocommerce_rest_coupon_code_already_exists"
TYPES = {"amount": "fixed_cart", "percent": "percent", "shipping": "fixed_cart"}
WHOLE = "100"  # percent


class WooCommerceApi:
    """One WooCommerce shop; url is its site's address."""

    def __init__(self, *, url: str, key: str, secret: str, **given: Any) -> None:
        base = url if "/wp-json" in url else f"{url}{ROOT}"
        proof = b64encode(f"{key}:{secret}".encode()).decode()
        headers = {"Authorization": f"Basic {proof}"}
        self._caller = Caller(shop="WooCommerce", url=base, headers=headers, **given)

    async def close(self) -> None:
        """Close the connections."""
        await self._caller.close()

    async def check(self) -> None:
        """Make a call that costs little. Raises TryLater, ChannelRefused or CallRefused."""
        await self._caller.send("GET", "/coupons", query={"per_page": 1})

    async def currency(self) -> str:
        """What its prices are in; "" when it does not say."""
        found = await self._caller.get("/data/currencies/current")
        return str(found.said("code") or "") if found else ""

    async def order(self, order_id: str) -> Json | None:
        """The order as its webhooks show it, with its refunds in full."""
        found = await self._caller.get(f"/orders/{order_id}")
        return await self.whole(found.body) if found else None

    async def whole(self, order: Json) -> Json:
        """The order with its refunds in full, with their lines; the order shows their sums."""
        if not order.get("refunds"):
            return order
        path = f"/orders/{order.get('id')}/refunds"
        found = await self._caller.get(path, {"per_page": PAGE_SIZE})
        return {**order, "refunds": list(found.body)} if found else order

    async def orders_since(self, since: datetime) -> AsyncIterator[Page]:
        """
        Every order that was made or changed since then, page by page, with its refunds in full.

        They come by id: by the time of change, one that changes meanwhile would move the others
        forward, over the edge of a page, and one of them would be missed.
        """
        asked = {"modified_after": _gmt(since), "dates_are_gmt": "true"}
        async for answered in self._pages(asked):
            total = answered.headers.get("X-WP-Total", "")
            found = answered.body
            whole = [await self._caller.patiently(partial(self.whole, one)) for one in found]
            yield Page(orders=whole, total=int(total) if total.isdecimal() else None)

    async def orders_in(self, statuses: tuple[str, ...], *, since: datetime) -> AsyncIterator[Page]:
        """The orders made since then that are in one of these states."""
        asked = {"status": ",".join(statuses), "after": _gmt(since), "dates_are_gmt": "true"}
        async for answered in self._pages(asked):
            yield Page(orders=answered.body)

    async def find_code(self, code: str) -> Made | None:
        """The coupon, if the shop has it."""
        answered = await self._caller.get("/coupons", {"code": code})
        for coupon in (answered.body or []) if answered else []:
            if coupon["code"].casefold() == code.casefold():
                limit, used = coupon.get("usage_limit"), coupon.get("usage_count") or 0
                published = coupon.get("status", "publish") == "publish"
                live = published and not (limit and used >= limit)
                return Made(id=str(coupon["id"]), live=live, enabled=published)
        return None

    async def make_code(self, discount: Discount) -> str:
        """Make the coupon; the shop's id of it, "" when it is there already."""
        try:
            made = await self._caller.send("POST", "/coupons", await self._coupon(discount))
        except CallRefused as refusal:
            if EXISTS in refusal.reason:
                return ""
            raise
        return str(made.body["id"])

    async def disable_code(self, made: Made) -> None:
        """Let nobody use it any more: coupons know no other way than to go."""
        await self.remove_code(made)

    async def remove_code(self, made: Made) -> None:
        """Take it out of the shop's list; orders keep it."""
        try:
            await self._caller.send("DELETE", f"/coupons/{made.id}", query={"force": "true"})
        except CallRefused as refusal:
            if refusal.status != 404:  # somebody was before us
                raise

    async def _pages(self, asked: dict[str, str]) -> AsyncIterator[Answered]:
        query = {**asked, "orderby": "id", "order": "asc", "per_page": str(PAGE_SIZE)}
        number, last = 1, 1
        while number <= last:
            page = {**query, "page": str(number)}
            answered = await self._caller.read("/orders", page)
            yield answered
            pages = answered.headers.get("X-WP-TotalPages", "")
            last = int(pages) if pages.isdecimal() else number + bool(answered.body)
            number += 1

    async def _coupon(self, discount: Discount) -> Json:
        """The coupon as the API takes it."""
        pieces = [await self._piece(sku) for sku in discount.skus]
        coupon: Json = {
            "code": discount.code,
            "description": discount.title,
            "discount_type": TYPES.get(discount.gives, "percent"),
            "amount": WHOLE if discount.gives == "product" else str(discount.amount),
            "individual_use": False,
            "usage_limit": 1,
            "usage_limit_per_user": 1,
            "free_shipping": discount.gives == "shipping",
            "product_ids": [int(piece.id) for piece in pieces],
        }
        if discount.gives == "product":
            coupon["limit_usage_to_x_items"] = 1
        if discount.ends_at:
            coupon["date_expires_gmt"] = _gmt(discount.ends_at)
        if discount.minimum:
            coupon["minimum_amount"] = str(discount.minimum)
        return coupon

    async def _piece(self, sku: str) -> Piece:
        """Raises CallRefused when the shop has no such goods."""
        found = (await self._caller.send("GET", "/products", query={"sku": sku})).body
        if not found:
            raise CallRefused(f"WooCommerce has no goods with the SKU {sku}")
        return Piece(id=str(found[0]["id"]), price=Decimal(found[0].get("price") or 0))


def _gmt(moment: datetime) -> str:
    """As the API has moments: in UTC, without saying so."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
