"""What passes between a channel and the conversation: Incoming, Answer, Spoken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from core.model import Birthday, Channel, Title
from core.program.explaining import Told
from core.transaction import Transaction

COMMAND_BYTES_MAX = 64  # Telegram's callback_data
TEXT_MAX = 4096  # of what somebody says, as Telegram has it


@dataclass(frozen=True, slots=True, kw_only=True)
class StarPayment:
    """What the channel says of money: it is about to move, it came, it went back, it will stop."""

    payload: str  # the invoice's
    stars: int
    charge: str = ""  # the channel's name of the payment; the same when it tells it again
    at: datetime | None = None
    renews: bool = False  # it paid for a subscription that the channel renews by itself
    first: bool = True  # of that subscription's payments
    until: datetime | None = None  # of that subscription
    back: bool = False  # it was given back
    goes_on: bool | None = None  # nothing moved: the person told the channel to renew, or not to


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that came with a message. Only small ones of a kind we read have their content."""

    name: str
    size: int  # bytes
    id: str  # the channel's name of it
    content: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One thing somebody said or tapped. A tap carries its command in text, as if it was typed."""

    channel: Channel
    sender: str  # the address on that channel: a Telegram user id, a phone number in E.164
    event_id: str  # the same when the channel delivers it again
    text: str = ""
    tap: bool = False
    command: bool = False  # written as one, "/points": it can't be the answer to a question
    phone: str | None = None  # E.164, proven by the channel to be the sender's own
    foreign_contact: bool = False  # a contact that can't be proven to be the sender's own
    file: Attached | None = None
    photo: str = ""  # the channel's name of a picture that was sent
    money: StarPayment | None = None  # nothing was said: the channel tells of a payment
    language: str | None = None  # the channel's guess, e.g. "uk" or "pt-BR"
    name: str = ""
    private: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", storable(self.text))
        object.__setattr__(self, "name", storable(self.name))


def storable(text: str) -> str:
    """The text without what no database takes: halves of surrogate pairs, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its key in the locales, and what it shows."""

    key: str
    values: Mapping[str, "Shown"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signed:
    """Points given or taken, as the ledger has them: "+12", "−5"; where money is earned, a sum."""

    points: int


@dataclass(frozen=True, slots=True)
class Filled:
    """Somebody's own words, and what is put in for the names in braces."""

    text: str
    values: Mapping[str, "Shown"]


@dataclass(frozen=True, slots=True)
class Place:
    """A time zone, told by its city: an IANA name."""

    timezone: str


Shown = Told | datetime | Birthday | Line | Signed | Filled | Place
"""What a sentence can show; texts put it in the reader's language, currency and time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A labelled way on: a command, a link, or the question for the sender's own phone number."""

    label: Line
    command: str = ""
    url: str = ""
    url_text: Line | None = None  # words to append to the link: a share button's message
    asks_contact: bool = False

    def __post_init__(self) -> None:
        assert len(self.command.encode()) <= COMMAND_BYTES_MAX, self.command  # noqa: S101 a programmer error
        assert bool(self.command) + bool(self.url) + self.asks_contact == 1  # noqa: S101 same


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file for the asker."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPanel:
    """One chart of a picture: bars over time, or lying ones, the parts of a whole."""

    title: Line
    labels: tuple[Line | date, ...]
    series: tuple[tuple[Line | None, tuple[int, ...]], ...]  # with their names if there are several
    by_months: bool = False  # the days are the firsts of months
    in_money: bool = False  # the values are minor units of the program's currency
    lying: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers."""

    title: Line
    panels: tuple[ChartPanel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What is for sale, to be paid in the channel's stars."""

    title: Title
    description: Line
    button: Line
    stars: int
    payload: str
    renews: bool  # every 30 days, until somebody stops it


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What the channel has to do about payments after the commit and before it says anything."""

    stop: tuple[tuple[str, ...], ...] = ()  # don't renew these; each is known by one of its charges
    give_back: str = ""  # this charge, to who asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to say, in no language yet: keys and values, rows of buttons."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    qr: str | None = None  # what the picture's code says
    chart: Chart | None = None  # the picture
    photo: str = ""  # the channel's name of the picture, where it has it already
    document: Document | None = None
    replaces: bool = False  # a tap's answer may take the place of the message it was tapped on
    ending: Line | None = None  # the last line of a text message, whatever else has to be cut
    invoice: Invoice | None = None
    settlement: Settlement | None = None
    otherwise: "Answer | None" = None  # to say instead when the channel can't invoice or settle
    then: Callable[[Transaction], None] | None = None  # what a long reading has to write, after it


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenButton:
    """A button in words."""

    label: str
    command: str = ""
    url: str = ""
    asks_contact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenInvoice:
    """An invoice in words."""

    title: str
    description: str
    label: str  # of the button that leads to paying
    stars: int
    payload: str
    renews: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """An answer in the reader's words, ready for any channel. The text is plain: no markup."""

    text: str
    buttons: tuple[tuple[SpokenButton, ...], ...] = ()
    picture: bytes | None = None  # PNG
    code: str = ""  # what the picture's code says, for who can't be shown pictures
    photo: str = ""  # the channel's name of the picture, where it has it already
    document: Document | None = None
    replaces: bool = False
    ending: str = ""  # of a text message
    valid_s: int | None = None  # so long a phone that is off may still get the text message
    invoice: SpokenInvoice | None = None
    settlement: Settlement | None = None
    otherwise: "Spoken | None" = None
