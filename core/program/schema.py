"""What a program file can say as a whole. Its parts are in the modules beside this one."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, Self, TypeVar

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from core.model import Money
from core.money import CURRENCIES, digits, to_minor
from core.program.benefits import Benefits
from core.program.buyers import Buyers
from core.program.campaigns import AnyCampaign, Campaign, in_force
from core.program.checking import problems_of
from core.program.conditions import Goods
from core.program.counter import Counter
from core.program.expiry import Expiry, NoExpiry
from core.program.ladder import Ladder, ladder_of
from core.program.parts import Exact, Flag, Form, Language, Name, Part, Word
from core.program.plans import Plan
from core.program.rates import Goodness, Rates, factors_of, goodness, rates_of
from core.program.referral import Referral
from core.program.rewards import AnyReward, Reward
from core.program.rules import BirthdayRule, EarningRule, Rule, SignupRule
from core.program.sending import Sending
from core.program.sms import Sms
from core.program.surveys import Survey
from core.program.tiers import Tier, Tiers, one_level
from core.program.values import LANGUAGES, known_currency, known_timezone

RuleT = TypeVar("RuleT", bound=Rule)


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
    discounts: Flag = Field(
        default=False,
        description="Whether points are earned on the price before discounts and vouchers.",
        examples=[False],
    )
    gift_cards: Flag = Field(
        default=False, description="Whether buying a gift card earns points.", examples=[False]
    )
    without: Goods = Field(
        default_factory=Goods,
        description="Goods that never earn.",
        examples=[{"categories": ["tobacco"]}],
    )


class OtherCurrency(Part):
    """A currency that orders may be in, beside the program's own."""

    code: Annotated[str, AfterValidator(known_currency)] = Field(
        description="Its ISO 4217 code.",
        examples=["USD"],
        json_schema_extra={"enum": [*sorted(CURRENCIES)]},
    )
    rate: Exact = Field(
        gt=0,
        le=1_000_000,
        description="What one of it is worth in the program's currency. What an order has earned"
        " stays when you change it.",
        examples=["0.92"],
    )


class Returns(Part):
    """What the return of an order, or of a part of it, does to points."""

    take_back: Literal["only_pending", "within_balance", "unlimited"] = Field(
        default="within_balance",
        description="What is taken back of the points it earned: those that can't be spent yet,"
        " those the member still has, or all, so that new points pay first for what was spent.",
        examples=["within_balance"],
    )
    give_back: Flag = Field(
        default=True,
        description="Whether points that were spent on it come back in proportion, with their"
        " old dates.",
        examples=[True],
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
    country: str | None = Field(
        default=None,
        pattern="^[A-Z]{2}$",
        description="The country whose phone numbers are typed without their country's code, such"
        " as 067 123 45 67 at the till: its ISO 3166 code. Without it: the currency's or, where"
        " several countries share that, the time zone's.",
        examples=["UA"],
    )
    languages: tuple[Language, ...] = Field(
        min_length=1,
        max_length=len(LANGUAGES),
        description="The languages members can choose; the first is the default.",
        examples=[["en", "uk"]],
    )
    unit: Literal["points", "money"] = Field(
        default="points",
        description="What is earned: points, or money in the program's currency. Then every number"
        " of points in the file is a sum in quotes.",
        examples=["points"],
    )
    points: Mapping[Language, Mapping[Form, Word]] = Field(
        default_factory=dict,
        description="What a point is called, per language, in every plural form it has.",
        examples=[{"en": {"one": "point", "other": "points"}}],
    )
    earning: tuple[EarningRule, ...] = Field(
        default=(),
        max_length=50,
        description="The ways to earn points.",
        examples=[[{"id": "purchases", "on": "purchase", "points": 1, "per": "1.00"}]],
    )
    tiers: Tiers = Field(
        default_factory=one_level,
        description="The tiers; without them all members are alike.",
        examples=[{"levels": [{"id": "bronze", "title": "Bronze", "from": 0}]}],
    )
    benefits: Benefits
    plans: tuple[Plan, ...] = Field(
        default=(),
        max_length=20,
        description="Memberships that are paid or applied for.",
        examples=[[{"id": "club-plus", "title": "Club Plus", "price": "25.00", "period": "year"}]],
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
    campaigns: tuple[AnyCampaign, ...] = Field(
        default=(),
        max_length=40,
        description="What members are written without asking; kinds that are not named are sent"
        " as usual.",
        examples=[[{"id": "cart", "kind": "cart", "delay_minutes": 60, "offer": {"points": 50}}]],
    )
    surveys: tuple[Survey, ...] = Field(
        default=(),
        max_length=50,
        description="What members are asked: by the word `survey`, or with a broadcast.",
        examples=[[{"id": "blend", "question": "Which blend?", "choices": ["Dark", "Light"]}]],
    )
    expiry: Expiry = Field(
        default_factory=NoExpiry,
        description="When points that were not spent are lost.",
        examples=[{"kind": "rolling", "months": 12}],
    )
    sending: Sending = Field(
        default_factory=Sending,
        description="How much and at which hours members are written to.",
        examples=[{"a_week": 5, "begin": 9, "end": 21}],
    )
    buyers: Buyers = Field(
        default_factory=Buyers,
        description="How the buyer of an order is found.",
        examples=[{"match": ["card", "phone"], "wait_days": 14}],
    )
    counter: Counter = Field(
        default_factory=Counter,
        description="What the people behind the counter may do.",
        examples=[{"rotating_cards": True, "grant_at_most": 500}],
    )
    counts: Counts = Field(
        default_factory=Counts,
        description="What of an order earns points besides the goods.",
        examples=[{"tax": False, "shipping": False}],
    )
    currencies: tuple[OtherCurrency, ...] = Field(
        default=(),
        max_length=50,
        description="Other currencies that orders may be in. What they count for is worked out in"
        " the program's own.",
        examples=[[{"code": "USD", "rate": "0.92"}]],
    )
    returns: Returns = Field(
        default_factory=Returns,
        description="What the return of an order, or of a part of it, does to points.",
        examples=[{"take_back": "unlimited"}],
    )

    sms: Sms = Field(
        default_factory=Sms,
        description="How text messages are written.",
        examples=[{"transliterate": True, "parts": 2}],
    )

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        problems = tuple(
            problems_of({name: getattr(self, name) for name in type(self).model_fields})
        )
        if problems:
            raise PydanticCustomError("meaning", "it does not fit", {"problems": problems})
        return self

    @property
    def language(self) -> str:
        """The default language."""
        return self.languages[0]

    def speaks(self, wished: str | None) -> str:
        """The language somebody is spoken to in who wishes for that one."""
        return wished if wished in self.languages else self.language

    @cached_property
    def signup(self) -> SignupRule | None:
        """The rule for joining."""
        return next(iter(self.rules(SignupRule)), None)

    @cached_property
    def birthday(self) -> BirthdayRule | None:
        """The rule for birthdays."""
        return next(iter(self.rules(BirthdayRule)), None)

    def rules(self, of: type[RuleT]) -> list[RuleT]:
        """The ways to earn of that kind."""
        return [rule for rule in self.earning if isinstance(rule, of)]

    def rule(self, rule_id: str) -> Rule | None:
        """The way to earn of that id."""
        return self._rules.get(rule_id)

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.earning}

    def reward(self, reward_id: str) -> Reward | None:
        """The reward of that id."""
        return next((reward for reward in self.rewards if reward.id == reward_id), None)

    def plan(self, plan_id: str) -> Plan | None:
        """The plan of that id."""
        return next((plan for plan in self.plans if plan.id == plan_id), None)

    def tier(self, tier_id: str) -> Tier:
        """The tier of that id; the lowest when an older program had it and this one has not."""
        return self.tiers.levels[self.rank(tier_id)]

    def rank(self, tier_id: str) -> int:
        """How high the tier is; 0 is the lowest, and any this program has not."""
        return self._ranks.get(tier_id, 0)

    @cached_property
    def messages(self) -> Mapping[str, Campaign]:
        """Every campaign that is on, by its id: the file's, and the usual ones."""
        return {one.id: one for one in in_force(self.campaigns) if one.on}

    @cached_property
    def _messages_about(self) -> Mapping[str, tuple[Campaign, ...]]:
        kinds = {one.about for one in self.messages.values()}
        return {
            kind: tuple(one for one in self.messages.values() if one.about == kind)
            for kind in kinds
        }

    def messages_about(self, kind: str) -> tuple[Campaign, ...]:
        """The campaigns of that kind that are on."""
        return self._messages_about.get(kind, ())

    @cached_property
    def rates(self) -> Rates:
        """What the rules for orders say, in integers."""
        return rates_of(self.earning, currency=self.currency, in_money=self.unit == "money")

    @cached_property
    def factors(self) -> Mapping[str, Fraction]:
        """Each tier's factor."""
        return factors_of((tier.id, tier.factor) for tier in self.tiers.levels)

    @cached_property
    def ladder(self) -> Ladder:
        """What the tiers ask for, in integers."""
        return ladder_of(self.tiers, self.currency)

    @cached_property
    def uncounted(self) -> Goodness | None:
        """The goods that never earn."""
        return goodness(self.counts.without, Goods()) if self.counts.without.any else None

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {tier.id: rank for rank, tier in enumerate(self.tiers.levels)}

    def exchange(self, currency: str) -> Fraction | None:
        """What a minor unit of that currency is worth in the program's; None: it knows none."""
        return self._exchange.get(currency)

    @cached_property
    def _exchange(self) -> Mapping[str, Fraction]:
        own = digits(self.currency)
        return {self.currency: Fraction(1)} | {
            one.code: Fraction(one.rate) * Fraction(10) ** (own - digits(one.code))
            for one in self.currencies
        }

    def minor(self, amount: Decimal) -> int:
        """A sum in the minor units of the program's currency."""
        return to_minor(amount, self.currency)

    def money(self, amount: Decimal) -> Money:
        """A sum in the program's currency."""
        return Money(self.minor(amount), self.currency)
