"""What Telegram remembers: chats with their messages, files, open taps, the bot's profile."""

import asyncio
import itertools
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """A file kept under its id for ever."""

    id: str
    name: str
    content: bytes
    path: str

    @property
    def raw(self) -> Json:
        """What every kind of file tells the bot about itself."""
        return {
            "file_id": self.id,
            "file_unique_id": self.id[-12:],
            "file_size": len(self.content),
        }


@dataclass(slots=True)
class Stored:
    """One message: the Bot API's object, the keyboard of any kind under it, its file."""

    raw: Json
    markup: Json | None = None
    file: File | None = None
    deleted: bool = False


@dataclass(slots=True)
class Chat:
    """One private chat or group; log lists what the bot said or edited, in order."""

    raw: Json
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    messages: dict[int, Stored] = field(default_factory=dict)
    log: list[Stored] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def id(self) -> int:
        """The chat's id: a person's own in private, negative for groups."""
        return int(self.raw["id"])

    @property
    def private(self) -> bool:
        """Whether this is a person's own chat with the bot."""
        return bool(self.raw["type"] == "private")

    def keep(self, content: Json, *, author: Json, date: int | None = None) -> Stored:
        """Add a message with the next id; content is what differs from kind to kind."""
        head: Json = {
            "message_id": max(self.messages, default=0) + 1,
            "from": author,
            "chat": self.raw,
            "date": int(time.time()) if date is None else date,
        }
        stored = Stored(head | content)
        self.messages[head["message_id"]] = stored
        return stored

    def tell(self, stored: Stored) -> None:
        """Note that the bot said or edited this, and wake whoever waits for it."""
        self.log.append(stored)
        self.news.set()


@dataclass(slots=True)
class Query:
    """A tap that waits for its answer."""

    user_id: int
    chat_id: int
    too_old: bool = False


class Records:
    """Everything Telegram knows about one bot."""

    def __init__(self, *, bot: Json) -> None:
        self.bot = bot
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}  # by scope and language
        self.profile: dict[tuple[str, str], str] = {}  # by name|description|… and language
        self._numbers = itertools.count(1)

    def keep_file(self, *, name: str, content: bytes, folder: str) -> File:
        """Store the bytes under a new id."""
        path = f"{folder}/file_{next(self._numbers)}{_extension(name)}"
        file = File(f"FILE-{secrets.token_urlsafe(18)}", name, content, path)
        self.files[file.id] = file
        return file

    def open_query(self, *, user_id: int, chat_id: int) -> str:
        """Open a tap and return its id."""
        query_id = str(secrets.randbits(62))
        self.queries[query_id] = Query(user_id, chat_id)
        return query_id


def _extension(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""
