"""The running parts: HTTP, Telegram and the schedule, side by side until the stop."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from bot import repeating
from bot.acts import Acts
from bot.channels.telegram.choosing import set_webhook
from bot.channels.telegram.errors import REFUSALS, TokenRefused
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.menus import keep_menus
from bot.ports import Database, TryLater, WorldError
from bot.pushing import Pushing
from bot.settings import Settings
from bot.shops.apis.connecting import Api
from bot.web.given import OK, Web
from bot.web.metrics import Metrics
from bot.web.server import Server
from core.tables import programs

if TYPE_CHECKING:
    from bot.channels.sms_line import SmsLine
    from bot.channels.telegram.bot import Telegram

CONNECT_AGAIN_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
FEED_PATIENCE_S = 20.0
CONNECTING = f"{OK}: connecting"

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
    shops: Mapping[str, Api]
    load_telegram: "Callable[[Settings], Telegram]"
    server: Server = field(default_factory=Server)
    metrics: Metrics = field(default_factory=Metrics)
    telegram: "Telegram | None" = None
    texting: "SmsLine | None" = None
    telegram_state: str = CONNECTING
    telegram_known: asyncio.Event = field(default_factory=asyncio.Event)
    _server_done: asyncio.Event = field(default_factory=asyncio.Event)
    pushing: Pushing = field(init=False)

    def __post_init__(self) -> None:
        self.pushing = Pushing(
            database=self.database,
            acts=self.acts,
            texts=self.texts,
            settings=self.settings,
            told=self.metrics.delivered,
            drifted=self.metrics.drifted.set,
        )
        self.metrics.leads.set_function(lambda: float(self.pushing.leads))

    async def serve(self) -> None:
        """Serve until stop is set, then finish what is in hand."""
        log.info("starting; the database is ready, Telegram's library takes a moment")
        async with asyncio.TaskGroup() as parts:
            parts.create_task(self._serve_web())
            parts.create_task(self._serve_telegram())
            parts.create_task(repeating.keep_following(self.database, self.acts, self.stop))
            parts.create_task(self.pushing.run(self.stop))
            if self.texting:
                parts.create_task(self.texting.keep_looking(self.stop, self.pushing))

    async def _serve_web(self) -> None:
        from bot.shops.connecting import inbox_of  # here: who chats in the terminal needs no web
        from bot.web.app import create_app

        settings = self.settings
        secret = settings.telegram_webhook_secret
        web = Web(
            database=self.database,
            acts=self.acts,
            ready=self.ready,
            api_keys=tuple(key.get_secret_value() for key in settings.api_keys),
            api_calls_per_minute=settings.api_calls_per_minute,
            telegram_secret=secret.get_secret_value() if secret else None,
            feed=self._feed if settings.webhook_mode else None,
            bot=self.router.bot,
            desk=lambda: self.telegram.desk if self.telegram else None,
            texting=self.texting,
            inbox=inbox_of(settings, self.database, self.acts, self.shops),
            links=self.pushing.links,
            link_over=self._link_over,
            metrics=self.metrics,
            queue_age=self.pushing.queue_age,
            sms_cost=self.pushing.sms_cost,
        )
        try:
            await self.server.serve(create_app(web), settings.host, settings.port, self.stop)
        finally:
            self.stop.set()
            self._server_done.set()
            self.server.listening.set()  # nobody must wait for it any more

    def _link_over(self, languages: str) -> str:
        """That a link leads nowhere any more, in the reader's language if the program speaks it."""
        program = self.acts.program
        wanted = (one.strip()[:2].lower() for one in languages.split(","))
        language = next((one for one in wanted if one in program.languages), program.language)
        return self.texts.label(language, "link-over")

    async def ready(self) -> Mapping[str, str]:
        """
        What works and what does not. Telegram may still be connecting or away: the shop's calls
        are answered meanwhile, and Telegram's updates wait. A refused token is a failure.
        """
        parts = {"database": OK, "telegram": self.telegram_state}
        try:
            await self.database.read(programs.newest_version)
            parts["delivery"] = f"{OK}: {await self.pushing.state()}"
        except Exception as error:  # whatever it is, the database is not ready
            parts["database"] = str(error) or type(error).__name__
        return parts

    async def _serve_telegram(self) -> None:
        """Load the library, connect, and take updates until stopped."""
        await self.server.listening.wait()  # loading would hold up the start of HTTP
        if self.stop.is_set():
            return
        telegram = await asyncio.to_thread(self.load_telegram, self.settings)
        telegram.attach(self.router)
        try:
            if not await self._connect(telegram):
                return
            self.telegram = telegram
            self.telegram_known.set()
            self.pushing.connected(telegram)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._introduce(telegram))
                both.create_task(
                    keep_menus(self.database, self.texts, self.acts, telegram, self.stop)
                )
                both.create_task(self._take_updates(telegram))
        finally:
            await telegram.close()

    async def _take_updates(self, telegram: "Telegram") -> None:
        if self.settings.webhook_mode:
            await self.stop.wait()
            await self._server_done.wait()
        else:
            await telegram.poll(self.stop)

    async def _connect(self, telegram: "Telegram") -> bool:
        """Reach Telegram, however long it is away; False when stopped before."""
        for pause_s in chain(CONNECT_AGAIN_S, repeat(CONNECT_AGAIN_S[-1])):
            try:
                await telegram.connect()
                self.telegram_state = OK
                log.info("serving @%s and http://%s", telegram.username, self._address)
                return True
            except TokenRefused as error:
                self.telegram_state = str(error)
                log.error("LOYALTY_TELEGRAM_TOKEN: %s", error)
            except REFUSALS as error:  # a proxy on the way, or another server's whim
                self.telegram_state = f"{OK}: away, {error}"
                log.error("Telegram refuses us (%s); again in %g s", error, pause_s)
            except TryLater as later:
                self.telegram_state = f"{OK}: away, {later.reason}"
                log.warning("Telegram is away (%s); again in %g s", later.reason, pause_s)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self.stop.wait()
            if self.stop.is_set():
                break
        return False

    @property
    def _address(self) -> str:
        return f"{self.settings.host}:{self.server.port}"

    async def _introduce(self, telegram: "Telegram") -> None:
        """Where updates go. We serve even if Telegram minds."""
        try:
            if self.settings.webhook_mode:
                await set_webhook(telegram, self.settings)
        except (TryLater, *REFUSALS, TokenRefused) as error:
            log.warning("Telegram did not take the webhook: %s", error)

    async def _feed(self, raw: dict[str, Any]) -> None:
        """Hand Telegram's update on; while we are not connected yet, it waits."""
        try:
            async with asyncio.timeout(FEED_PATIENCE_S):
                await self.telegram_known.wait()
        except TimeoutError:
            raise WorldError("not connected to Telegram yet") from None
        assert self.telegram  # noqa: S101 it is known
        await self.telegram.feed(raw)
