"""The composition root: the only place that knows concrete classes and puts them together."""

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from bot.acts import Acts
from bot.channels.telegram.choosing import load_telegram
from bot.collecting import look_seldom
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.databases.timing import TimedDatabase
from bot.hooks import hooks_of
from bot.programs import preset_names, read_program
from bot.pushing import links_of
from bot.sandbox.mark import SOURCE
from bot.serving import App
from bot.settings import Settings
from bot.shops.apis.connecting import connected
from bot.shops.codes import Codes
from bot.shops.nightly import Nightly
from bot.web.metrics import Metrics
from core.staffing import appoint_owners
from core.tables import hooks, members, programs
from core.till import rotating

if TYPE_CHECKING:
    from bot.channels.telegram.bot import Telegram

SWITCH_S = 0.0005  # a database thread asks for the interpreter after each statement: not 5 ms long

log = logging.getLogger(__name__)


def load_for_good(settings: Settings) -> "Telegram":
    """Load Telegram's library as the last thing: what there is then stays until the end."""
    telegram = load_telegram(settings)
    look_seldom()
    return telegram


@asynccontextmanager
async def assembled(settings: Settings, stop: asyncio.Event) -> AsyncIterator[App]:
    """
    Open the database, bring it up to date, put the parts together; close it all at the end.

    Raises DatabaseUnavailable, SchemaTooNew, ProgramNotFound, ProgramInvalid.
    """
    text, named = read_program(settings.program)
    async with (
        opened(settings.database_url.get_secret_value()) as inside,
        connected(settings) as shops,
    ):
        metrics = Metrics()
        database = TimedDatabase(inside, metrics.timed)
        if names := await migrate(database):
            log.info("the tables were brought up to date: %s, as of %s", len(names), names[-1])
        await database.run(partial(hooks.connect, urls=settings.outbound_urls))
        acts = await Acts.start(database, text)
        if "program" in settings.model_fields_set:
            await _warn_of_unused(database, settings.program, text, acts.program.name == named.name)
        owners = map(str, settings.owners)
        await database.run(partial(appoint_owners, addresses=[*owners], now=acts.clock()))
        await database.run(rotating.prepare)
        texts = Texts.load()
        router = Router(database, acts, texts=texts)
        app = App(
            settings=settings,
            database=database,
            acts=acts,
            texts=texts,
            router=router,
            stop=stop,
            shops=shops,
            load_telegram=load_telegram,
            metrics=metrics,
        )
        router.bot = lambda: app.telegram.username if app.telegram else None
        app.pushing.links = await links_of(database, settings)
        app.pushing.nightly = Nightly(database=database, acts=acts, shops=shops)
        app.pushing.codes = Codes(
            database=database, acts=acts, shops=shops, told=app.metrics.shop_code
        )
        app.pushing.hooks = hooks_of(settings, database, acts, app.metrics.hook)
        if settings.has_sms:
            _open_texting(app)
        try:
            yield app
        finally:
            if app.texting:
                await app.texting.close()


async def _warn_of_unused(database: TimedDatabase, name: str, text: str, same_name: bool) -> None:
    """
    Say so when the program that the settings name was never in force: it is easily missed. A
    preset that only reads otherwise in a newer release is no news.
    """
    is_news = name not in preset_names() or not same_name
    if is_news and not await database.read(partial(programs.was_in_force, text=text)):
        log.warning(
            "LOYALTY_PROGRAM only fills an empty database, and this one has another program:"
            " `loyalty program apply %s` puts it in force",
            name,
        )


def _open_texting(app: App) -> None:
    """Let the app answer text messages, and send them."""
    from bot.channels.sms_line import open_line  # here: the library is not for everybody

    app.texting = open_line(
        settings=app.settings,
        database=app.database,
        acts=app.acts,
        texts=app.texts,
        router=app.router,
        port=lambda: app.server.port,
    )
    app.pushing.sms = app.texting.twilio


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
    """Serve with these settings until told to stop."""
    sys.setswitchinterval(SWITCH_S)
    stop = asyncio.Event()
    with stopping(stop):
        async with assembled(settings, stop) as app:
            app.load_telegram = load_for_good
            if await app.database.read(partial(members.any_from, source=SOURCE)):
                log.warning("this database holds customers of the sandbox: start with a new one")
            await app.serve()
