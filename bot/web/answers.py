"""What the API answers."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from core.model import Purpose, Status, VoucherStatus

Moment = Annotated[datetime, AfterValidator(lambda instant: instant.astimezone(UTC))]
"""An instant as it is answered: one moment is always one text."""


class Problem(BaseModel):
    """Why a call did not do what it asked (RFC 9457); a refusal's values stand beside these."""

    type: str = Field(description="Names the kind of problem; stable.")
    title: str = Field(description="The kind of problem, in English.")
    detail: str = Field(description="This problem, in a sentence.")
    status: int
    errors: list["ProblemField"] = Field(description="The fields it is about.")


class ProblemField(BaseModel):
    """One thing wrong with one field."""

    field: str = Field(examples=["customer.phone"])
    detail: str
    location: str = Field(examples=["body", "query", "path", "header"])


class TierOut(BaseModel):
    """A member's tier."""

    id: str
    name: str = Field(description="In the member's language.")
    since: Moment
    until: date | None = Field(description="The last day if nothing more is earned.")


class OrderOut(BaseModel):
    """What the order means for its buyer; nobody's order earns nothing."""

    member_id: str | None
    points_awarded: int = Field(description="The order's points, pending ones included.")
    points_pending: int = Field(description="Those of them that can't be spent yet.")
    balance: int = Field(description="All the member can spend now.")
    tier: TierOut | None
    vouchers_refused: list[str] = Field(description="Codes that could not be used, as sent.")


class ConsentOut(BaseModel):
    """The word in force."""

    channel: str
    purpose: Purpose
    granted: bool


class ExpiryOut(BaseModel):
    """Points that will be lost."""

    points: int
    at: Moment


class PointsOut(BaseModel):
    """A member's points."""

    balance: int = Field(description="What can be spent now.")
    pending: int = Field(description="Earned, but not to be spent yet.")
    lifetime: int = Field(description="All ever earned, less those taken back.")
    next_expiry: ExpiryOut | None


class MemberOut(BaseModel):
    """A member as they stand."""

    id: str
    card: str
    name: str
    status: Status
    language: str
    birthday: str | None = Field(examples=["1990-05-24", "--05-24"])
    tier: TierOut
    points: PointsOut
    referral_code: str
    plan: None = None
    channels: list[str] = Field(description="Where the member can be reached.")
    consents: list[ConsentOut]


class OrderRef(BaseModel):
    """An order."""

    shop: str
    id: str


class EntryOut(BaseModel):
    """One line of the ledger; it never changes."""

    id: str = Field(description="The entry's number in the member's ledger.")
    points: int = Field(description="Signed.")
    kind: str
    reason: str = Field(description="Why, in a sentence.")
    details: dict[str, str | int] = Field(description="Why, in values; sums in minor units.")
    reference: str
    occurred_at: Moment
    available_at: Moment | None
    expires_at: Moment | None
    order: OrderRef | None


class EntriesOut(BaseModel):
    """A page of the ledger, newest first."""

    entries: list[EntryOut]
    next_cursor: str | None = Field(description="For the next page; null on the last.")


class AdjustmentOut(BaseModel):
    """The entry that was written."""

    id: str = Field(description="The entry's number in the member's ledger.")
    points: int
    reason: str
    balance: int = Field(description="What the member could spend after it.")


class VoucherOut(BaseModel):
    """The right to one reward, as a code."""

    code: str
    member_id: str
    reward: str = Field(description="The reward's id.")
    title: str = Field(description="The reward's name in the member's language.")
    points: int = Field(description="What it cost.")
    status: VoucherStatus
    issued_at: Moment
    expires_at: Moment | None
    used_at: Moment | None
    used_for: str | None = Field(description="The order, as shop/order.")
