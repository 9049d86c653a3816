"""The composition root: the only place that knows concrete classes and puts them together."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, repeat
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any

import httpx
from pydantic import SecretStr

from bot import schedule
from bot.acts import Acts
from bot.channels.telegram.errors import TokenRefused
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.conversation.words import menu
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.ports import Database, TryLater, WorldError
from bot.programs import read_program
from bot.sandbox.stage import Stage
from bot.sandbox.story import SOURCE, play
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.given import OK, Web
from bot.web.server import Server
from core.program.checking import LANGUAGES
from core.tables import members, programs

if TYPE_CHECKING:
    from bot.channels.telegram_aiogram import AiogramTelegram
    from bot.channels.telegram_ptb import PtbTelegram

    Telegram = AiogramTelegram | PtbTelegram

WEBHOOK_PATH = "/webhooks/telegram"
CONNECT_AGAIN_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
FEED_PATIENCE_S = 20.0
CONNECTING = f"{OK}: connecting"
SANDBOX_TOKEN = "42:SANDBOX"  # noqa: S105 of the stand-in, worth nothing elsewhere

log = logging.getLogger(__name__)


@dataclass(slots=True)
class App:
    """The running parts. What takes long to load (a Telegram library) joins while it serves."""

    settings: Settings
    database: Database
    acts: Acts
    texts: Texts
    router: Router
    stop: asyncio.Event
    server: Server = field(default_factory=Server)
    telegram: "Telegram | None" = None
    telegram_state: str = CONNECTING
    telegram_known: asyncio.Event = field(default_factory=asyncio.Event)
    _server_done: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Serve until stop is set, then finish what is in hand."""
        async with asyncio.TaskGroup() as parts:
            parts.create_task(self._serve_web())
            parts.create_task(self._serve_telegram())
            parts.create_task(schedule.keep_ticking(self.database, self.acts, self.stop))

    async def _serve_web(self) -> None:
        settings = self.settings
        secret = settings.telegram_webhook_secret
        web = Web(
            database=self.database,
            acts=self.acts,
            ready=self.ready,
            api_keys=tuple(key.get_secret_value() for key in settings.api_keys),
            telegram_secret=secret.get_secret_value() if secret else None,
            feed=self._feed if settings.webhook_mode else None,
        )
        try:
            await self.server.serve(create_app(web), settings.host, settings.port, self.stop)
        finally:
            self.stop.set()
            self._server_done.set()

    async def ready(self) -> Mapping[str, str]:
        """
        What works and what does not. Telegram may still be connecting or away: the shop's calls
        are answered meanwhile, and Telegram's updates wait. A refused token is a failure.
        """
        parts = {"database": OK, "telegram": self.telegram_state}
        try:
            await self.database.read(programs.newest_version)
        except Exception as error:  # whatever it is, the database is not ready
            parts["database"] = str(error) or type(error).__name__
        return parts

    async def _serve_telegram(self) -> None:
        """Load the library, connect, and take updates until stopped."""
        telegram = await asyncio.to_thread(load_telegram, self.settings)
        telegram.attach(self.router)
        try:
            if not await self._connect(telegram):
                return
            self.telegram = telegram
            self.telegram_known.set()
            if self.settings.webhook_mode:
                await self.stop.wait()
                await self._server_done.wait()
            else:
                await telegram.poll(self.stop)
        finally:
            await telegram.close()

    async def _connect(self, telegram: "Telegram") -> bool:
        """Introduce the bot to Telegram, however long it is away; False when stopped before."""
        for pause_s in chain(CONNECT_AGAIN_S, repeat(CONNECT_AGAIN_S[-1])):
            try:
                await telegram.connect()
                await self._introduce(telegram)
                self.telegram_state = OK
                return True
            except TokenRefused as error:
                self.telegram_state = str(error)
                log.error("LOYALTY_TELEGRAM_TOKEN: %s", error)
            except TryLater as later:
                self.telegram_state = f"{OK}: away, {later.reason}"
                log.warning("Telegram is away (%s); again in %g s", later.reason, pause_s)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self.stop.wait()
            if self.stop.is_set():
                break
        return False

    async def _introduce(self, telegram: "Telegram") -> None:
        """The menu in every language, and where updates go."""
        menus = {language: menu(self.texts, language) for language in LANGUAGES}
        await telegram.set_commands({"": menus[self.acts.program.language], **menus})
        if self.settings.webhook_mode:
            await set_webhook(telegram, self.settings)

    async def _feed(self, raw: dict[str, Any]) -> None:
        """Hand Telegram's update on; while we are not connected yet, it waits."""
        try:
            async with asyncio.timeout(FEED_PATIENCE_S):
                await self.telegram_known.wait()
        except TimeoutError:
            raise WorldError("not connected to Telegram yet") from None
        assert self.telegram  # noqa: S101 it is known
        await self.telegram.feed(raw)


def load_telegram(settings: Settings) -> "Telegram":
    """Import the chosen library, which takes seconds, in a thread: the others serve meanwhile."""
    assert settings.telegram_token  # noqa: S101 the sandbox has one too
    token = settings.telegram_token.get_secret_value()
    if settings.telegram_library == "ptb":
        from bot.channels.telegram_ptb import PtbTelegram

        return PtbTelegram(token=token, api_url=settings.telegram_api_url)
    from bot.channels.telegram_aiogram import AiogramTelegram

    return AiogramTelegram(token=token, api_url=settings.telegram_api_url)


async def set_webhook(telegram: "Telegram", settings: Settings) -> None:
    """Have Telegram send updates to our public address."""
    secret = settings.telegram_webhook_secret
    assert secret  # noqa: S101 the settings see to it
    url = f"{settings.public_url}{WEBHOOK_PATH}"
    await telegram.set_webhook(url, secret.get_secret_value())


@asynccontextmanager
async def assembled(settings: Settings, stop: asyncio.Event) -> AsyncIterator[App]:
    """
    Open the database, bring it up to date, put the parts together; close it all at the end.

    Raises DatabaseUnavailable, SchemaTooNew, ProgramNotFound, ProgramInvalid.
    """
    first_program, _ = read_program(settings.program)
    async with opened(settings.database_url.get_secret_value()) as database:
        for name in await migrate(database):
            log.info("migrated: %s", name)
        acts = await Acts.start(database, first_program)
        texts = Texts.load()
        router = Router(database, acts, texts=texts)
        app = App(
            settings=settings,
            database=database,
            acts=acts,
            texts=texts,
            router=router,
            stop=stop,
        )
        router.bot = lambda: app.telegram.username if app.telegram else None
        yield app


@contextmanager
def stopping(stop: asyncio.Event) -> Iterator[None]:
    """Turn SIGTERM and SIGINT into the stop event; a second one is an order, not a wish."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)

    def ask() -> None:
        if stop.is_set():
            raise SystemExit(1)
        stop.set()

    for one in signals:
        loop.add_signal_handler(one, ask)
    try:
        yield
    finally:
        for one in signals:
            loop.remove_signal_handler(one)


async def run(settings: Settings) -> None:
    """Serve with these settings until told to stop; without a token, in the sandbox."""
    stop = asyncio.Event()
    with stopping(stop):
        if settings.sandbox:
            await _run_sandbox(settings, stop)
            return
        async with assembled(settings, stop) as app:
            if await app.database.read(partial(members.any_from, source=SOURCE)):
                log.warning("this database holds customers of the sandbox: start with a new one")
            await app.serve()


async def _run_sandbox(settings: Settings, stop: asyncio.Event) -> None:
    """Serve a Telegram of our own on this machine, play the demo story there, and keep serving."""
    async with TelegramStandIn(token=SANDBOX_TOKEN, username="corner_cafe_bot") as telegram:
        key = SecretStr(token_urlsafe())
        live = settings.model_copy(
            update={
                "telegram_token": SecretStr(SANDBOX_TOKEN),
                "telegram_api_url": telegram.url,
                "public_url": None,
                "api_keys": (*settings.api_keys, key),
            }
        )
        async with assembled(live, stop) as app, asyncio.TaskGroup() as parts:
            parts.create_task(app.serve())
            story = _play(app, telegram, key.get_secret_value())
            parts.create_task(_unless_stopped(story, stop))


async def _play(app: App, telegram: TelegramStandIn, key: str) -> None:
    await app.server.listening.wait()
    await app.telegram_known.wait()  # its library may load longer than people have patience
    address = f"http://{app.settings.host}:{app.server.port}"
    stage = Stage()
    telegram.on_spoken(stage.heard)
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=30) as api:
        try:
            await play(telegram, api, app.acts.program.currency, stage.tell)
        except TimeoutError as late:
            log.warning("the story breaks off: %s", late)
            return
    stage.end(address)


async def _unless_stopped(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
    """Do the work until it is done or the stop comes."""
    async with asyncio.TaskGroup() as both:
        working, stopping = both.create_task(work), both.create_task(stop.wait())
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        working.cancel()
