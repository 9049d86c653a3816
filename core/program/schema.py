"""What a program file can say. Descriptions and examples feed the JSON Schema and the messages."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from core.model import Money, RewardId, TierId, Title
from core.money import CURRENCIES, to_minor
from core.program.checking import (
    FORMS,
    LANGUAGES,
    TITLE_MAX,
    WORD_MAX,
    decimal_from,
    known_currency,
    known_form,
    known_language,
    known_timezone,
    plain_text,
    problems_of,
    title_as_written,
    title_from,
)

POINTS_MAX = 1_000_000
AMOUNT_MAX = 1_000_000
DAYS_MAX = 3_660

_ID = r"^[a-z0-9][a-z0-9-]{0,31}$"
_DECIMAL = {"type": ["string", "integer"], "pattern": r"^[0-9]+(\.[0-9]+)?$"}

Language = Annotated[
    str, AfterValidator(known_language), Field(json_schema_extra={"enum": list(LANGUAGES)})
]
Form = Annotated[str, AfterValidator(known_form), Field(json_schema_extra={"enum": list(FORMS)})]
Word = Annotated[str, Field(min_length=1, max_length=WORD_MAX), AfterValidator(plain_text)]
Name = Annotated[str, Field(min_length=1, max_length=TITLE_MAX), AfterValidator(plain_text)]
Exact = Annotated[
    Decimal, BeforeValidator(decimal_from), WithJsonSchema({**_DECIMAL, "format": "decimal"})
]
Count = Annotated[int, Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Names = Annotated[
    Title,
    PlainValidator(title_from),
    PlainSerializer(title_as_written, return_type=Any),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": TITLE_MAX},
                {
                    "type": "object",
                    "propertyNames": {"enum": list(LANGUAGES)},
                    "additionalProperties": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": TITLE_MAX,
                    },
                },
            ]
        }
    ),
]


class Part(BaseModel):
    """A part of the program file: can't be changed, and knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(Part):
    """What every way to earn has."""

    id: str = Field(
        pattern=_ID,
        description="The rule's short name in the ledger: small letters, digits and hyphens.",
        examples=["purchases"],
    )


class PurchaseRule(Rule):
    """Points for what a member spends."""

    on: Literal["purchase"] = Field(description="What earns the points.", examples=["purchase"])
    points: Count = Field(
        ge=1, le=POINTS_MAX, description="Points for every full amount in `per`.", examples=[1]
    )
    per: Exact = Field(
        gt=0,
        le=AMOUNT_MAX,
        description="The sum that earns the points; what is left over counts next time.",
        examples=["1.00"],
    )
    pending_days: Count = Field(
        default=0,
        ge=0,
        le=366,
        description="Days until the points can be spent.",
        examples=[0],
    )
    minimum: Exact | None = Field(
        default=None,
        gt=0,
        le=AMOUNT_MAX,
        description="The smallest order that earns; without it every order does.",
        examples=["5.00"],
    )


class SignupRule(Rule):
    """Points for joining, once."""

    on: Literal["signup"] = Field(description="What earns the points.", examples=["signup"])
    points: Count = Field(
        ge=1, le=POINTS_MAX, description="Points for joining, once.", examples=[50]
    )


class BirthdayRule(Rule):
    """Points on the birthday, once a year."""

    on: Literal["birthday"] = Field(description="What earns the points.", examples=["birthday"])
    points: Count = Field(
        ge=1, le=POINTS_MAX, description="Points on the birthday, once a year.", examples=[100]
    )
    entered_days_before: Count = Field(
        default=30,
        ge=0,
        le=366,
        description="How many days before the day the birthday must be told at the latest.",
        examples=[30],
    )


EarningRule = Annotated[PurchaseRule | SignupRule | BirthdayRule, Field(discriminator="on")]
RuleT = TypeVar("RuleT", bound=Rule)


class LifetimeWindow(Part):
    """All points ever earned count for the tier."""

    kind: Literal["lifetime"] = Field(
        default="lifetime", description="All points ever earned count.", examples=["lifetime"]
    )


class CalendarYearWindow(Part):
    """The points earned since 1 January count for the tier."""

    kind: Literal["calendar_year"] = Field(
        description="Points earned since 1 January count.", examples=["calendar_year"]
    )


class RollingWindow(Part):
    """The points earned in the last months count for the tier."""

    kind: Literal["rolling"] = Field(
        description="Points earned in the last `months` count.", examples=["rolling"]
    )
    months: Count = Field(ge=1, le=120, description="How many months count.", examples=[12])


Window = Annotated[LifetimeWindow | CalendarYearWindow | RollingWindow, Field(discriminator="kind")]


class Tier(Part):
    """A level of the program, reached by points earned in the window."""

    id: TierId = Field(
        pattern=_ID,
        description="The tier's short name: small letters, digits and hyphens.",
        examples=["silver"],
    )
    title: Names = Field(
        description="What members read: one word for all, or one per language.",
        examples=["Silver", {"en": "Silver", "uk": "Срібний"}],
    )
    from_points: Count = Field(
        alias="from",
        ge=0,
        le=100 * POINTS_MAX,
        description="Points earned in the window that reach the tier; 0 for the first.",
        examples=[500],
    )
    factor: Exact = Field(
        default=Decimal(1),
        gt=0,
        le=100,
        decimal_places=4,
        description="What points for purchases are multiplied by on this tier.",
        examples=["1.25"],
    )


MEMBER = {
    "id": "member",
    "title": {
        "en": "Member",
        "uk": "Учасник",
        "ru": "Участник",
        "pl": "Uczestnik",
        "ro": "Membru",
    },
    "from": 0,
}


def _one_level() -> "Tiers":
    return Tiers.model_validate({"levels": [MEMBER]})


class Tiers(Part):
    """The levels, and which points count for them."""

    window: Window = Field(
        default_factory=LifetimeWindow,
        description="Which earned points count for the tier.",
        examples=[{"kind": "rolling", "months": 12}],
    )
    levels: tuple[Tier, ...] = Field(
        min_length=1,
        max_length=10,
        description="The tiers from the lowest to the highest.",
        examples=[[{"id": "bronze", "title": "Bronze", "from": 0}]],
    )


class RewardPart(Part):
    """What every reward has."""

    id: RewardId = Field(
        pattern=_ID,
        description="The word members redeem it by: small letters, digits and hyphens.",
        examples=["coffee"],
    )
    title: Names = Field(
        description="What members read: one name for all, or one per language.",
        examples=["Free coffee", {"en": "Free coffee", "uk": "Кава в подарунок"}],
    )
    cost: Count = Field(ge=1, le=POINTS_MAX, description="What it costs in points.", examples=[60])
    stock: Count | None = Field(
        default=None,
        ge=0,
        le=POINTS_MAX,
        description="How many there are; without it there is no end.",
        examples=[100],
    )
    per_member: Count | None = Field(
        default=None,
        ge=1,
        le=1_000,
        description="How often one member can have it; without it any number of times.",
        examples=[1],
    )
    tier: TierId | None = Field(
        default=None,
        pattern=_ID,
        description="The lowest tier that can have it; without it everybody can.",
        examples=["silver"],
    )
    voucher_days: Count | None = Field(
        default=None,
        ge=1,
        le=DAYS_MAX,
        description="How many days the voucher can be used; without it always.",
        examples=[30],
    )


class GiftReward(RewardPart):
    """A thing or a service, handed over for the voucher."""

    kind: Literal["gift"] = Field(description="What the voucher gives.", examples=["gift"])


class AmountOffReward(RewardPart):
    """A sum off one order."""

    kind: Literal["amount_off"] = Field(
        description="What the voucher gives.", examples=["amount_off"]
    )
    amount: Exact = Field(
        gt=0, le=AMOUNT_MAX, description="The sum off one order.", examples=["5.00"]
    )


class PercentOffReward(RewardPart):
    """A percentage off one order."""

    kind: Literal["percent_off"] = Field(
        description="What the voucher gives.", examples=["percent_off"]
    )
    percent: Exact = Field(
        gt=0,
        le=100,
        decimal_places=2,
        description="The percentage off one order.",
        examples=["20"],
    )


class FreeShippingReward(RewardPart):
    """Delivery of one order for nothing."""

    kind: Literal["free_shipping"] = Field(
        description="What the voucher gives.", examples=["free_shipping"]
    )


Reward = GiftReward | AmountOffReward | PercentOffReward | FreeShippingReward
AnyReward = Annotated[Reward, Field(discriminator="kind")]


class Referral(Part):
    """Points for bringing a friend, for both, after the friend's first purchase."""

    referrer: Count = Field(
        ge=0, le=POINTS_MAX, description="Points for who brought the friend.", examples=[100]
    )
    friend: Count = Field(ge=0, le=POINTS_MAX, description="Points for the friend.", examples=[50])
    minimum: Exact = Field(
        default=Decimal(0),
        ge=0,
        le=AMOUNT_MAX,
        description="The smallest order of the friend that brings the points.",
        examples=["10.00"],
    )
    within_days: Count | None = Field(
        default=None,
        ge=1,
        le=DAYS_MAX,
        description="Days after joining in which the friend must buy; without it no limit.",
        examples=[90],
    )


class NoExpiry(Part):
    """Points stay until they are spent."""

    kind: Literal["never"] = Field(
        default="never", description="Points never expire.", examples=["never"]
    )


class RollingExpiry(Part):
    """Points expire some months after they were earned."""

    kind: Literal["rolling"] = Field(
        description="Points expire `months` after they were earned.", examples=["rolling"]
    )
    months: Count = Field(
        ge=1, le=120, description="Months after which earned points expire.", examples=[12]
    )


Expiry = Annotated[NoExpiry | RollingExpiry, Field(discriminator="kind")]


class Counts(Part):
    """What of an order earns points besides the goods."""

    tax: Flag = Field(
        default=False,
        description="Whether tax earns points, where the shop adds it to the price.",
        examples=[False],
    )
    shipping: Flag = Field(
        default=False, description="Whether delivery earns points.", examples=[False]
    )


class Program(Part):
    """A loyalty program."""

    name: Name = Field(
        description="The program's name as members read it.", examples=["Corner Café"]
    )
    currency: Annotated[str, AfterValidator(known_currency)] = Field(
        description="The currency of every sum: its ISO 4217 code.",
        examples=["EUR"],
        json_schema_extra={"enum": [*sorted(CURRENCIES)]},
    )
    timezone: Annotated[str, AfterValidator(known_timezone)] = Field(
        description="The time zone that days begin and end in: its IANA name.",
        examples=["Europe/Kyiv"],
    )
    languages: tuple[Language, ...] = Field(
        min_length=1,
        max_length=len(LANGUAGES),
        description="The languages members can choose; the first is the default.",
        examples=[["en", "uk"]],
    )
    points: Mapping[Language, Mapping[Form, Word]] = Field(
        description="What a point is called, per language, in every plural form it has.",
        examples=[{"en": {"one": "point", "other": "points"}}],
    )
    earning: tuple[EarningRule, ...] = Field(
        min_length=1,
        max_length=50,
        description="The ways to earn points.",
        examples=[[{"id": "purchases", "on": "purchase", "points": 1, "per": "1.00"}]],
    )
    tiers: Tiers = Field(
        default_factory=_one_level,
        description="The tiers; without them all members are alike.",
        examples=[{"levels": [{"id": "bronze", "title": "Bronze", "from": 0}]}],
    )
    rewards: tuple[AnyReward, ...] = Field(
        default=(),
        max_length=50,
        description="What points can be spent on.",
        examples=[[{"id": "coffee", "kind": "gift", "title": "Free coffee", "cost": 60}]],
    )
    referral: Referral | None = Field(
        default=None,
        description="Points for bringing a friend; without it there are none.",
        examples=[{"referrer": 100, "friend": 50, "minimum": "10.00"}],
    )
    expiry: Expiry = Field(
        default_factory=NoExpiry,
        description="When points that were not spent are lost.",
        examples=[{"kind": "rolling", "months": 12}],
    )
    counts: Counts = Field(
        default_factory=Counts,
        description="What of an order earns points besides the goods.",
        examples=[{"tax": False, "shipping": False}],
    )

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        problems = tuple(
            problems_of({name: getattr(self, name) for name in type(self).model_fields})
        )
        if problems:
            text = "; ".join(problem.message for problem in problems)
            raise PydanticCustomError("meaning", "{text}", {"text": text, "problems": problems})
        return self

    @property
    def language(self) -> str:
        """The default language."""
        return self.languages[0]

    @cached_property
    def purchase(self) -> PurchaseRule | None:
        """The rule for purchases."""
        return self._rule(PurchaseRule)

    @cached_property
    def signup(self) -> SignupRule | None:
        """The rule for joining."""
        return self._rule(SignupRule)

    @cached_property
    def birthday(self) -> BirthdayRule | None:
        """The rule for birthdays."""
        return self._rule(BirthdayRule)

    def _rule(self, of: type[RuleT]) -> RuleT | None:
        return next((rule for rule in self.earning if isinstance(rule, of)), None)

    def reward(self, reward_id: str) -> Reward | None:
        """The reward of that id."""
        return next((reward for reward in self.rewards if reward.id == reward_id), None)

    def tier(self, tier_id: str) -> Tier:
        """The tier of that id; the lowest when an older program had it and this one has not."""
        return next(
            (tier for tier in self.tiers.levels if tier.id == tier_id), self.tiers.levels[0]
        )

    def tier_for(self, points: int) -> Tier:
        """The tier that so many points in the window reach; the lowest also for less than none."""
        reached = [tier for tier in self.tiers.levels if tier.from_points <= points]
        return reached[-1] if reached else self.tiers.levels[0]

    def next_tier(self, points: int) -> Tier | None:
        """The nearest tier that so many points don't reach yet."""
        return next((tier for tier in self.tiers.levels[1:] if tier.from_points > points), None)

    def minor(self, amount: Decimal) -> int:
        """A sum in the minor units of the program's currency."""
        return to_minor(amount, self.currency)

    def money(self, amount: Decimal) -> Money:
        """A sum in the program's currency."""
        return Money(self.minor(amount), self.currency)
