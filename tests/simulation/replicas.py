"""A process of ours with all that serves in it: the real parts, put together as app.py does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message

from bot.acts import Acts
from bot.channels.sms_line import SmsLine
from bot.conversation.messages import Answer, Incoming, Spoken
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.ports import Database, WorldError
from bot.shops.apis.connecting import Api
from bot.shops.inbox import Inbox
from bot.web.given import Web
from bot.web.shops import ShopWebhooks
from core.program.schema import Program
from tests.bot.web.stages import lent
from tests.simulation.clockwork import Calendar
from tests.simulation.engine import Disk
from tests.simulation.processes import Process
from tests.simulation.server import Server

SKEW_S = 2.0  # a process's clock is off by so much at most
UNAVAILABLE = 503
KEY = "a-long-random-key"


class Heard(Texts):
    """Words answers, and remembers what each of them says; pictures cost time and say nothing."""

    def __init__(self) -> None:
        super().__init__(Texts.load()._sentences)
        self.said: dict[int, tuple[Spoken, Answer]] = {}

    def word(
        self, language: str, answer: Answer, program: Program, *, pictures: bool = True
    ) -> Spoken:
        """Put it in words, and remember it."""
        spoken = super().word(language, answer, program, pictures=False)
        self.said[id(spoken)] = spoken, answer
        return spoken


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody was answered: in words, and as it was meant."""

    spoken: Spoken
    answer: Answer

    def says(self, key: str) -> bool:
        """Whether one of its lines is that."""
        return any(line.key == key for line in self.answer.lines)

    def value(self, key: str, name: str) -> Any:
        """What that line shows under that name; None without the line."""
        found = (line.values[name] for line in self.answer.lines if line.key == key)
        return next(found, None)

    def buttons(self, word: str) -> list[str]:
        """The commands of its buttons that begin with that word."""
        rows = self.spoken.buttons
        return [one.command for row in rows for one in row if one.command.split(" ")[0] == word]


@dataclass(slots=True, kw_only=True)
class Shared:
    """What all processes are given."""

    disk: Disk | Server
    calendar: Calendar
    random: Random
    program: str
    texts: Heard
    secrets: Mapping[str, tuple[str, ...]]
    apis: Mapping[str, Api] = field(default_factory=dict)
    twilio: Any = None  # a stand-in for TwilioSms


@dataclass(slots=True, kw_only=True)
class Replica:
    """One process that serves."""

    process: Process
    database: Database
    acts: Acts
    texts: Heard
    router: Router
    web: Web
    webhooks: ShopWebhooks
    apis: Mapping[str, Api]
    line: SmsLine

    @classmethod
    async def start(cls, shared: Shared, process: Process) -> "Replica":
        """Start it; to be run within the process."""
        off = timedelta(milliseconds=int(shared.random.uniform(-SKEW_S, SKEW_S) * 1000))
        clock = Calendar(shared.calendar.begin, off)
        database = shared.disk.open(process)
        acts = await Acts.start(database, shared.program, clock=clock, random=shared.random)
        await acts.refresh(database)
        inbox = Inbox(database=database, acts=acts, secrets=shared.secrets, apis=shared.apis)
        web = Web(database=database, acts=acts, ready=_ready, inbox=inbox, api_keys=(KEY,))
        router = Router(database, acts, texts=shared.texts)
        line = SmsLine(
            database=database,
            acts=acts,
            texts=shared.texts,
            vocabulary=router._vocabulary,
            router=router,
            twilio=shared.twilio,
            address=lambda: "",
        )
        return cls(
            line=line,
            process=process, database=database, acts=acts, texts=shared.texts,
            router=router, web=web, webhooks=ShopWebhooks(web),
            apis=shared.apis,
        )  # fmt: skip

    async def answer(self, incoming: Incoming) -> Reply:
        """Answer what somebody said. Raises WorldError."""
        spoken = await self.router.answer(incoming)
        assert spoken
        return Reply(*self.texts.said.pop(id(spoken)))

    async def post(self, shop: str, headers: Mapping[str, str], body: bytes) -> int:
        """Take a shop's delivery; the status it is answered with."""
        try:
            return await _asked(self.webhooks, "POST", f"/webhooks/{shop}", headers, body)
        except WorldError:
            return UNAVAILABLE
        except HTTPException as refused:
            return refused.status_code

    async def call(self, method: str, path: str, body: bytes) -> int:
        """Take a call of the API, through all of the application; the status of its answer."""
        headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
        with lent(self.web) as app:
            return await _asked(app, method, path, headers, body)


async def _asked(
    app: ASGIApp, method: str, path: str, headers: Mapping[str, str], body: bytes
) -> int:
    """The status the application answers with."""
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "method": method, "path": path, "headers": raw, "query_string": b"",
        "http_version": "1.1", "scheme": "http", "root_path": "", "server": ("shop", 80),
    }  # fmt: skip
    statuses = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(int(message["status"]))

    await app(scope, receive, send)
    return statuses[0]


async def _ready() -> Mapping[str, str]:
    return {}
