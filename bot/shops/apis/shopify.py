"""
Shopify's Admin API: orders by REST, whose form the webhooks have too; discount codes by GraphQL.

A token needs the scopes read_orders, read_products, read_discounts and write_discounts.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.ports import CallRefused, TryLater
from bot.shops.apis.calling import Caller
from bot.shops.apis.discounts import HUNDRED, Discount, Made, Piece
from bot.shops.apis.paging import Json, Page

VERSION = "2026-07"
PAGE_SIZE = 250
FLOOD_S = 2.0  # when it says "throttled" but not by how much
TAKEN = "TAKEN"

FIND = """query find($code: String!) {
  codeDiscountNodeByCode(code: $code) {
    id
    codeDiscount {
      ... on DiscountCodeBasic { status usageLimit asyncUsageCount }
      ... on DiscountCodeFreeShipping { status usageLimit asyncUsageCount }
    }
  }
}"""
CREATE = """mutation create($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) {
    codeDiscountNode { id }
    userErrors { field code message }
  }
}"""
CREATE_SHIPPING = """mutation create($discount: DiscountCodeFreeShippingInput!) {
  discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
    codeDiscountNode { id }
    userErrors { field code message }
  }
}"""
DISABLE = """mutation disable($id: ID!) {
  discountCodeDeactivate(id: $id) {
    codeDiscountNode { id }
    userErrors { field code message }
  }
}"""
DELETE = """mutation delete($id: ID!) {
  discountCodeDelete(id: $id) {
    deletedCodeDiscountId
    userErrors { field code message }
  }
}"""
PIECE = """query piece($query: String!) {
  productVariants(first: 1, query: $query) { nodes { id price } }
}"""


class ShopifyApi:
    """One Shopify shop; url is its address, https://NAME.myshopify.com."""

    def __init__(self, *, url: str, token: str, **given: Any) -> None:
        base = url if "/admin/api/" in url else f"{url}/admin/api/{VERSION}"
        headers = {"X-Shopify-Access-Token": token}
        self._caller = Caller(shop="Shopify", url=base, headers=headers, **given)

    async def close(self) -> None:
        """Close the connections."""
        await self._caller.close()

    async def check(self) -> None:
        """Make a call that costs nothing. Raises TryLater, ChannelRefused or CallRefused."""
        await self._caller.send("GET", "/shop.json", query={"fields": "id"})

    async def currency(self) -> str:
        """What its prices are in; "" when it does not say."""
        found = await self._caller.get("/shop.json", {"fields": "id,currency"})
        return str(found.said("shop", "currency") or "") if found else ""

    async def order(self, order_id: str) -> Json | None:
        """The order as its webhooks show it, refunds and all."""
        found = await self._caller.get(f"/orders/{order_id}.json")
        return found.body["order"] if found else None

    async def orders_since(self, since: datetime) -> AsyncIterator[Page]:
        """Every order that was made or changed since then, page by page."""
        asked = {"status": "any", "updated_at_min": since.isoformat()}
        counted = await self._caller.read("/orders/count.json", asked)
        query: dict[str, str | int] = {**asked, "limit": PAGE_SIZE}
        while query:
            answered = await self._caller.read("/orders.json", query)
            yield Page(orders=answered.body["orders"], total=counted.body["count"])
            further = parse_qs(urlsplit(answered.next_url).query).get("page_info", [])
            query = {"limit": PAGE_SIZE, "page_info": further[0]} if further else {}

    async def find_code(self, code: str) -> Made | None:
        """The code, if the shop has it."""
        node = (await self._ask(FIND, code=code)).get("codeDiscountNodeByCode")
        if node is None:
            return None
        shown = node["codeDiscount"]
        limit, used = shown.get("usageLimit"), shown.get("asyncUsageCount") or 0
        used_up = limit is not None and used >= limit
        enabled = shown.get("status") in ("ACTIVE", "SCHEDULED")
        return Made(id=node["id"], live=enabled and not used_up, enabled=enabled)

    async def make_code(self, discount: Discount) -> str:
        """Make the code; the shop's id of it, "" when it is there already."""
        if discount.gives == "shipping":
            document, name = CREATE_SHIPPING, "discountCodeFreeShippingCreate"
            given = _common(discount) | {"destination": {"all": True}}
        else:
            document, name = CREATE, "discountCodeBasicCreate"
            given = _common(discount) | {"customerGets": await self._gets(discount)}
        made = (await self._ask(document, discount=given))[name]
        if any(error.get("code") == TAKEN for error in made.get("userErrors") or ()):
            return ""
        _check(made)
        return str(made["codeDiscountNode"]["id"])

    async def disable_code(self, made: Made) -> None:
        """Let nobody use it any more; it stays in the shop's list."""
        _check((await self._ask(DISABLE, id=made.id))["discountCodeDeactivate"])

    async def remove_code(self, made: Made) -> None:
        """Take it out of the shop's list."""
        _check((await self._ask(DELETE, id=made.id))["discountCodeDelete"])

    async def _gets(self, discount: Discount) -> Json:
        """What it is off: the whole order, or some goods; one piece alone when it gives a piece."""
        pieces = [await self._piece(sku) for sku in discount.skus]
        items: Json = {"all": True}
        if pieces:
            items = {"products": {"productVariantsToAdd": [piece.id for piece in pieces]}}
        if discount.gives == "percent":
            return {"value": {"percentage": float(discount.amount / HUNDRED)}, "items": items}
        amount = pieces[0].price if discount.gives == "product" else discount.amount
        off = {"amount": str(amount), "appliesOnEachItem": False}
        return {"value": {"discountAmount": off}, "items": items}

    async def _piece(self, sku: str) -> Piece:
        """Raises CallRefused when the shop has no such goods."""
        quoted = sku.replace("\\", "\\\\").replace('"', '\\"')
        nodes = (await self._ask(PIECE, query=f'sku:"{quoted}"'))["productVariants"]["nodes"]
        if not nodes:
            raise CallRefused(f"Shopify has no goods with the SKU {sku}")
        return Piece(id=nodes[0]["id"], price=Decimal(nodes[0]["price"]))

    async def _ask(self, document: str, **variables: Any) -> Json:
        """A GraphQL call's data. Raises TryLater when it is throttled: that was not carried out."""
        asked = {"query": document, "variables": variables}
        body = (await self._caller.send("POST", "/graphql.json", asked)).body
        for error in body.get("errors") or ():
            if error.get("extensions", {}).get("code") == "THROTTLED":
                raise TryLater(_pause_s(body), reason="Shopify is throttled")
            raise CallRefused(f"Shopify: {error.get('message')}")
        data: Json = body.get("data") or {}
        return data


def _common(discount: Discount) -> Json:
    """What every kind of code has."""
    minimum = discount.minimum
    at_least = {"subtotal": {"greaterThanOrEqualToSubtotal": str(minimum)}} if minimum else None
    return {
        "title": discount.title,
        "code": discount.code,
        "startsAt": discount.starts_at.isoformat(),
        "endsAt": discount.ends_at.isoformat() if discount.ends_at else None,
        "usageLimit": 1,
        "appliesOncePerCustomer": True,
        "context": {"all": "ALL"},
        "minimumRequirement": at_least,
    }


def _check(done: Json) -> None:
    """Raise CallRefused for what the shop says against it."""
    if errors := done.get("userErrors"):
        raise CallRefused("; ".join(f"Shopify: {error['message']}" for error in errors))


def _pause_s(body: Json) -> float:
    """How long until the bucket holds enough for this call."""
    cost = body.get("extensions", {}).get("cost", {})
    bucket = cost.get("throttleStatus", {})
    rate = bucket.get("restoreRate")
    if not rate:
        return FLOOD_S
    missing = cost.get("requestedQueryCost", 0) - bucket.get("currentlyAvailable", 0)
    return max(0.0, float(missing) / float(rate))
