"""The café open for business: the real app, Telegram's stand-in, people off the street."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import httpx
import pytest
import pytest_asyncio

from bot.app import assembled
from bot.conversation.messages import Shown
from bot.conversation.texts import Texts
from bot.programs import read_program
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.serving import App
from bot.settings import read_settings
from bot.trust import trusted
from core.program.campaigns import DEFAULTS
from core.tables import dead_letters

T = TypeVar("T")
# Who stops waits longer than this for one more request: else a caller may meet its closing.
KEPT_S = 0.1
KEY = "a-key-of-the-shop"
SECRET = "only-telegram-knows"
TEXTS = Texts.load()
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}\b")
WAYS = [(library, way) for library in ("aiogram", "ptb") for way in ("polling", "webhook")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cafe:
    """The running app, its Telegram, the shop's API, and a street full of new people."""

    app: App
    telegram: TelegramStandIn
    api: httpx.AsyncClient
    _ids: "count[int]" = field(default_factory=lambda: count(1_000_001))

    def stranger(self, name: str = "Ann", language: str = "en") -> Person:
        """Somebody who has never written."""
        return self.telegram.person(next(self._ids), first_name=name, language_code=language)

    def share(self, of: Sequence[T], turn: int = 0) -> tuple[T, ...]:
        """This café's of what is tried once before one of the four; their turns can change."""
        settings = self.app.settings
        way = "webhook" if settings.webhook_mode else "polling"
        place = WAYS.index((settings.telegram_library, way)) + turn
        return tuple(of[place % len(WAYS) :: len(WAYS)])

    async def member(self, name: str = "Ann", language: str = "en") -> Person:
        """Somebody who has joined: 50 points."""
        person = self.stranger(name, language)
        await person.says("/join")
        return person

    async def regular(self, name: str = "Ann", language: str = "en") -> Person:
        """A member with an order behind them: 150 points."""
        person = await self.member(name, language)
        await self.sells(person, "100.00")
        return person

    async def sells(
        self, person: Person, total: str, number: str = "", status: str = "paid"
    ) -> dict[str, Any]:
        """Report an order of that member."""
        order = {
            "customer": {"card": (await self.about(person))["card"]},
            "placed_at": self.app.acts.clock().isoformat(),
            "currency": "EUR",
            "total": total,
            "status": status,
        }
        number = number or str(next(self._ids))
        answer = await self.api.put(f"/api/v1/orders/cafe/{number}", json=order)
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    async def about(self, person: Person) -> dict[str, Any]:
        """What the shop can read of that member; nothing of a stranger."""
        key = {"telegram_id": str(person.id)}
        answer = await self.api.get("/api/v1/members", params=key)
        found: dict[str, Any] = answer.json() if answer.status_code == 200 else {}
        return found

    async def balance(self, person: Person) -> int:
        """What that member can spend."""
        return int((await self.about(person))["points"]["balance"])

    def sentence(self, key: str, language: str = "en", **values: Shown) -> str:
        """How the bot puts it."""
        return TEXTS.say(language, key, values, self.app.acts.program)

    def welcome(self, key: str, name: str = "Ann") -> str:
        """One of the greetings that name the person."""
        return self.sentence(key, name=name, program=self.app.acts.program.name)


@asynccontextmanager
async def open_cafe(
    database_url: str, library: str, way: str, *, program: str = "starter", **more: str
) -> AsyncIterator[Cafe]:
    """
    Run the whole app in this process, as `loyalty run` does; more are other settings.

    Nothing is sent unasked: at some hours it would come in between an answer and the next.
    """
    async with TelegramStandIn(time_scale=0.01) as telegram, quiet(program) as quietly:
        port = free_port()
        settings = read_settings(
            _env_file=None,
            database_url=database_url,
            program=quietly,
            port=port,
            telegram_token=telegram.token,
            telegram_api_url=telegram.url,
            telegram_library=library,
            telegram_webhook_secret=SECRET,
            public_url=f"http://127.0.0.1:{port}" if way == "webhook" else None,
            api_keys=KEY,
            **more,
        )
        stop = asyncio.Event()
        async with assembled(settings, stop) as app, asyncio.TaskGroup() as parts:
            parts.create_task(app.serve())
            await app.telegram_known.wait()
            address = f"http://127.0.0.1:{app.server.port}"
            headers = {"Authorization": f"Bearer {KEY}"}
            async with httpx.AsyncClient(
                verify=trusted(), base_url=address, headers=headers
            ) as api:
                yield Cafe(app=app, telegram=telegram, api=api)
            stop.set()


@asynccontextmanager
async def quiet(program: str) -> AsyncIterator[str]:
    """That program with every campaign off, as a file."""
    off = "\n".join(
        f'[[campaigns]]\nid = "{one.id}"\nkind = "{one.about}"\non = false' for one in DEFAULTS
    )
    text, _ = read_program(program)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "program.toml"
        file.write_text(f"{text}\n{off}\n", encoding="utf-8")
        yield str(file)


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=WAYS, ids=[f"{one}-{two}" for one, two in WAYS]
)
async def cafe(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Cafe]:
    """The café with each library and each way of getting updates; its database is shared."""
    library, way = request.param
    path = tmp_path_factory.mktemp("cafe") / "loyalty.db"
    async with open_cafe(f"sqlite:///{path}", library, way) as cafe:
        yield cafe
        bugs = await cafe.app.database.read(dead_letters.count)
    assert bugs == 0, "a story met a bug"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def words_of(messages: list[Message]) -> str:
    """Everything the bot said, captions included."""
    return "\n".join(one.text or one.caption for one in messages)


def labels(messages: list[Message]) -> list[str]:
    """Every button under the messages."""
    return [button.label for one in messages for row in one.buttons for button in row]


def code_in(messages: list[Message]) -> str:
    """The one voucher code that was named."""
    [code] = set(CODE.findall(words_of(messages)))
    return str(code)


async def everything(person: Person) -> dict[str, Any]:
    """All that is known of the member, by their own question."""
    [message] = await person.says("mydata")
    assert message.document, message
    found: dict[str, Any] = json.loads(message.document.content)
    return found
