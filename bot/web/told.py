"""What we tell other systems, described for who builds one: the webhooks of the OpenAPI."""

from typing import Any, Literal

from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema

from bot.web.answers import Moment
from core.model import Status
from core.tables.hooks import Event

MEMBER = "As the API names the member."
SHAPES = "#/components/schemas/{model}"


class JoinedTold(BaseModel):
    """Who joined."""

    member_id: str = Field(description=MEMBER)
    language: str


class StatusTold(BaseModel):
    """A member paused, left, came back, was blocked or let in again, or was forgotten."""

    member_id: str = Field(description=MEMBER)
    status: Status
    before: Status


class MergedTold(BaseModel):
    """Two memberships of one person became one; the other is erased."""

    member_id: str = Field(description="The one that stays, as the API names it.")
    other_id: str = Field(description="The one that is gone; its card works on.")
    points: int = Field(description="What came from it.")
    balance: int = Field(description="All the member then has, pending points included.")
    unit: Literal["points", "money"] = Field(description="money: minor units of the currency.")
    currency: str


class PointsTold(BaseModel):
    """An entry of the ledger that moved points."""

    member_id: str = Field(description=MEMBER)
    entry: str = Field(description="Its id in `GET /api/v1/members/{id}/entries`.")
    kind: str
    points: int = Field(description="Given, or taken if below 0.")
    balance: int = Field(description="All the member then has, pending points included.")
    reference: str = Field(description="What it is about: an order, a voucher …")
    unit: Literal["points", "money"] = Field(description="money: minor units of the currency.")
    currency: str


class TierTold(BaseModel):
    """A member came to another tier."""

    member_id: str = Field(description=MEMBER)
    tier: str = Field(description="Its id.")
    before: str = Field(description="The id of the former one.")


class VoucherTold(BaseModel):
    """A voucher was issued, or used up."""

    member_id: str = Field(description=MEMBER)
    code: str
    reward: str = Field(description="The reward's id.")
    points: int = Field(description="What it cost.")
    expires_at: Moment | None
    used_for: str | None = Field(description="The order it was used for, as `shop/order`.")


DATA: dict[Event, type[BaseModel]] = {
    Event.MEMBER_JOINED: JoinedTold,
    Event.MEMBER_CHANGED: StatusTold,
    Event.MEMBER_MERGED: MergedTold,
    Event.POINTS_CHANGED: PointsTold,
    Event.TIER_CHANGED: TierTold,
    Event.VOUCHER_ISSUED: VoucherTold,
    Event.VOUCHER_USED: VoucherTold,
}
ABOUT = """
Told to each of LOYALTY_OUTBOUND_URLS as Standard Webhooks are: the headers `webhook-id` (the same
event has the same), `webhook-timestamp` and `webhook-signature` prove that it is us. Answer with
any 2xx; else it is told again for about three days, and 410 ends that. No order is promised.
"""


def webhooks() -> tuple[dict[str, Any], dict[str, Any]]:
    """The webhooks of the description, and the shapes they refer to."""
    models = [(model, "serialization") for model in dict.fromkeys(DATA.values())]
    _, shapes = models_json_schema(models, ref_template=SHAPES)  # type: ignore[arg-type]  # a literal
    told = {
        event.value: {"post": _described(event, SHAPES.format(model=data.__name__))}
        for event, data in DATA.items()
    }
    return told, shapes["$defs"]


def _described(event: Event, data: str) -> dict[str, Any]:
    body = {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"const": event.value},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": {"$ref": data},
        },
    }
    return {
        "summary": event.value,
        "description": ABOUT,
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {"2XX": {"description": "It was taken."}},
    }
