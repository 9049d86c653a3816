"""What the API answers."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from core.earning.acting import Nothing
from core.model import Purpose, Status, VoucherStatus
from core.tables.referrals import State
from core.tables.subscriptions import PlanStatus

Moment = Annotated[
    datetime,
    AfterValidator(lambda instant: instant.astimezone(UTC)),
    Field(examples=["2026-11-22T12:30:00Z"]),
]
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


class UnitOut(BaseModel):
    """What the numbers of points in the answer are."""

    unit: Literal["points", "money"] = Field(
        description="In a program that gives money, points are minor units of the currency:"
        " 1250 is 12.50 EUR."
    )
    currency: str = Field(description="ISO 4217; the program's.", examples=["EUR"])


class TierOut(BaseModel):
    """A member's tier."""

    id: str
    name: str = Field(description="In the member's language.")
    since: Moment
    until: date | None = Field(description="The last day if nothing more is earned.")


class OrderOut(UnitOut):
    """What the order means for its buyer; nobody's order earns nothing."""

    member_id: str | None
    points_awarded: int = Field(description="The order's points, pending ones included.")
    points_pending: int = Field(description="Those of them that can't be spent yet.")
    balance: int = Field(description="All the member can spend now.")
    tier: TierOut | None
    vouchers_refused: list[str] = Field(description="Codes that could not be used, as sent.")


class RefundOut(UnitOut):
    """What a refund means for the buyer; of an order that is not known yet it means nothing yet."""

    member_id: str | None
    points_taken_back: int = Field(description="Of those the returned goods had earned.")
    points_returned: int = Field(description="Of those spent on the order, by its vouchers.")
    points_awarded: int = Field(description="The order's points that are left.")
    balance: int = Field(description="All the member can spend now.")


class ActionOut(UnitOut):
    """What an action has brought."""

    member_id: str | None
    points_awarded: int = Field(description="For this action, pending ones included.")
    points_pending: int = Field(description="Those of them that can't be spent yet.")
    balance: int = Field(description="All the member can spend now.")
    vouchers: list[str] = Field(description="Codes given for it and not used yet.")
    reason: Nothing | None = Field(description="Why it brought nothing.")


class PlanOut(BaseModel):
    """How a member stands to a plan."""

    id: str
    name: str = Field(description="In the member's language.")
    status: PlanStatus | None = Field(description="null: never had, never applied for.")
    active: bool = Field(description="Whether the member has its benefits now.")
    trial: bool = Field(description="Active, and nothing was paid yet.")
    since: date | None
    until: date | None = Field(description="The first day without it; null: no end.")
    next_grant: date | None = Field(
        description="The next day on which something is given, if nothing more is paid."
    )


class ApplicationOut(BaseModel):
    """A member who has applied for a plan."""

    member_id: str
    plan: str = Field(description="Its id in the program file.")


class ApplicationsOut(BaseModel):
    """A page of applications, by the member's id."""

    applications: list[ApplicationOut]
    next_cursor: str | None = Field(description="For the next page; null on the last.")


class PendingDividendOut(BaseModel):
    """What a year's purchases will bring, as it stands today."""

    rule: str = Field(description="Its id in the program file.")
    points: int
    paid_on: date


class ConsentOut(BaseModel):
    """The word in force."""

    channel: str
    purpose: Purpose
    granted: bool


class ExpiryOut(BaseModel):
    """Points that will be lost."""

    points: int
    at: Moment


class PointsOut(UnitOut):
    """A member's points."""

    balance: int = Field(description="What can be spent now.")
    pending: int = Field(description="Earned, but not to be spent yet.")
    lifetime: int = Field(description="All ever earned, less those taken back.")
    next_expiry: ExpiryOut | None
    dividends: list[PendingDividendOut] = Field(
        description="What is promised for a year's purchases, the soonest first."
    )


class MemberOut(BaseModel):
    """A member as they stand."""

    id: str
    card: str
    name: str
    status: Status
    language: str
    birthday: str | None = Field(examples=["1990-05-24", "--05-24"])
    city: str = Field(description="Empty where it is not told.")
    tags: list[str]
    tier: TierOut
    points: PointsOut
    referral_code: str
    plan: PlanOut | None = Field(description="The first of the program's that is active.")
    plans: list[PlanOut] = Field(description="All they have, had or applied for.")
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


class DataOut(BaseModel):
    """Everything that is kept of a member; sections are added as there is more to keep."""

    model_config = ConfigDict(extra="allow")

    member: dict[str, Any] = Field(description="Who they are, and what they have.")
    chats: list[dict[str, Any]] = Field(description="The ways they are written to.")
    consents: list[dict[str, Any]] = Field(description="Every yes and no, with the wording.")
    entries: list[dict[str, Any]] = Field(description="The ledger, oldest first.")
    orders: list[dict[str, Any]]
    vouchers: list[dict[str, Any]]
    messages: list[dict[str, Any]] = Field(description="What they were written, the newest 10000.")
    feedback: list[dict[str, Any]] = Field(description="What they said to the shop.")


class EntriesOut(UnitOut):
    """A page of the ledger, newest first."""

    entries: list[EntryOut]
    next_cursor: str | None = Field(description="For the next page; null on the last.")


class AdjustmentOut(UnitOut):
    """The entry that was written."""

    id: str = Field(description="The entry's number in the member's ledger.")
    points: int
    reason: str
    balance: int = Field(description="What the member could spend after it.")


class GoodsOut(BaseModel):
    """Some goods: a line fits if one of its categories, labels or codes is among these."""

    categories: list[str]
    labels: list[str]
    skus: list[str]


class RaffleOut(BaseModel):
    """The raffle a ticket is for. Tickets are drawn in the order of SHA-256("seed|code")."""

    draw_at: Moment
    commitment: str = Field(description="The seed's SHA-256, fixed before the first ticket.")
    seed: str | None = Field(description="Told after the draw.")


class VoucherOut(UnitOut):
    """
    The right to one reward, as a code, with its terms as they were when it was issued.

    A raffle ticket (`ticket`, and `raffle` once it has won), a donation and a partner's code are
    vouchers too; the first and the last can't be used here.
    """

    code: str
    member_id: str
    reward: str = Field(description="The reward's id.")
    title: str = Field(description="The reward's name in the member's language.")
    points: int = Field(description="What it cost.")
    kind: str = Field(
        description="What it gives: the reward's kind, or `ticket`.", examples=["amount_off"]
    )
    amount: str | None = Field(
        description="The sum off one order, or given to the cause.", examples=["5.00"]
    )
    percent: str | None = Field(description="Off one order.", examples=["20"])
    one_item: bool = Field(description="The percentage is off one piece, the dearest that fits.")
    minimum: str | None = Field(description="The smallest order it is for.", examples=["20.00"])
    max_share: str | None = Field(description="The most it pays of an order, in percent.")
    goods: GoodsOut | None = Field(description="The goods it is for; null is all.")
    without: GoodsOut | None = Field(description="The goods it is not for.")
    sku: str | None = Field(description="The shop's code of the product it gives.")
    day: date | None = Field(
        description="Of the event, of the draw, or when it opens for everybody."
    )
    since: date | None = Field(description="The first day it can be used; null is at once.")
    place: str | None = Field(description="Of the event, in the member's language.")
    partner: str | None = Field(description="Whose code it is.")
    partner_code: str | None = Field(description="To be used there, not here.")
    cause: str | None = Field(description="Whom it was given to.")
    raffle: RaffleOut | None
    final: bool = Field(description="Whether it can't become points again.")
    status: VoucherStatus
    issued_at: Moment
    expires_at: Moment | None
    used_at: Moment | None
    used_for: str | None = Field(description="The order, as shop/order.")


class ReferralOut(BaseModel):
    """Who brought whom, and how far it is to both being paid for it."""

    friend_id: str
    referrer_id: str
    state: State = Field(
        description="`review`: the shop looks at it first; `held`: the order can be returned yet."
    )
    joined_at: Moment
    qualified_at: Moment | None = Field(description="When what pays had come.")
    order: OrderRef | None = Field(description="The order that pays; none if joining does.")
    held_until: Moment | None
    signals: list[str] = Field(description="What is odd about it.", examples=[["velocity"]])
    unpaid: str | None = Field(
        description="Why the referrer got nothing: `gone`, `at_most`, `at_most_a_month`."
    )
    decided_by: str | None
    decided_at: Moment | None
    reason: str | None


class ReferralsOut(BaseModel):
    """A page of referrals, by the friend's id."""

    referrals: list[ReferralOut]
    next_cursor: str | None = Field(description="For the next page; null on the last.")
