"""The sandbox: the whole bot on a Telegram and a Twilio of its own, with the demo story."""

import asyncio
import logging
from collections.abc import Coroutine
from datetime import date, timedelta
from functools import partial
from secrets import token_urlsafe
from typing import Any

import httpx
from pydantic import SecretStr

from bot import schedule
from bot.acts import utc_now
from bot.app import assembled, stopping
from bot.logs import only_warnings
from bot.sandbox.stage import Stage
from bot.sandbox.story import Time, play
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.sandbox.twilio.stand_in import TwilioStandIn
from bot.sandbox.web_shop import WebShop
from bot.serving import App
from bot.settings import Settings
from core.calendar import local_day, midnight
from core.tables import outbox_views

TOKEN = "42:SANDBOX"  # noqa: S105 of the stand-in, worth nothing elsewhere

LOOKS, LOOK_S = 60, 0.1  # at the outbox, while the story waits

log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Serve in the sandbox until told to stop."""
    stop = asyncio.Event()
    with stopping(stop):
        await _run(settings, stop)


async def _run(settings: Settings, stop: asyncio.Event) -> None:
    """Serve stand-ins on this machine, play the demo story with them, and keep serving."""
    async with (
        TelegramStandIn(token=TOKEN, username="corner_cafe_bot") as telegram,
        TwilioStandIn() as twilio,
        WebShop() as web,
    ):
        key = SecretStr(token_urlsafe())
        live = settings.model_copy(
            update={
                "telegram_token": SecretStr(TOKEN),
                "telegram_api_url": telegram.url,
                "public_url": None,
                "twilio_account_sid": twilio.account,
                "twilio_auth_token": SecretStr(twilio.token),
                "twilio_from": twilio.number,
                "twilio_api_url": twilio.url,
                "api_keys": (*settings.api_keys, key),
                "shopify_secret": (*settings.shopify_secret, SecretStr(web.secret)),
                "shopify_api_url": web.url,
                "shopify_api_token": SecretStr(web.token),
            }
        )
        async with assembled(live, stop) as app, asyncio.TaskGroup() as parts:
            parts.create_task(app.serve())
            story = _play(app, telegram, twilio, web, key.get_secret_value())
            parts.create_task(_unless_stopped(story, stop))


async def _play(
    app: App, telegram: TelegramStandIn, twilio: TwilioStandIn, web: WebShop, key: str
) -> None:
    await app.server.listening.wait()
    await app.telegram_known.wait()  # its library may load longer than people have patience
    address = f"http://{app.settings.host}:{app.server.port}"
    stage = Stage()
    telegram.on_spoken(stage.heard)
    twilio.on_texted(stage.texted)
    twilio.webhook = address
    web.sells_in(app.acts.program.currency)
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=30) as api:
        try:
            currency, time = app.acts.program.currency, _time(app)
            with only_warnings():
                await play(telegram, twilio, web, api, currency, stage.tell, time)
        except TimeoutError as late:
            log.warning("the story breaks off: %s", late)
            return
    stage.end(address, key)


def _time(app: App) -> Time:
    def go_to(day: date | None) -> None:
        noon = day and midnight(day, app.acts.program.timezone) + timedelta(hours=12)
        passed = noon - utc_now() if noon else timedelta()
        app.acts.clock = lambda: utc_now() + passed

    async def do_what_is_due() -> None:
        """And wait until it is sent; not for long, as another process may be the one that sends."""
        await schedule.tick(app.database, app.acts)
        for _ in range(LOOKS):
            await asyncio.sleep(LOOK_S)
            if await app.database.read(partial(outbox_views.all_sent, now=app.acts.clock())):
                break

    return Time(
        now=lambda: app.acts.clock(),
        today=lambda: local_day(app.acts.clock(), app.acts.program.timezone),
        go_to=go_to,
        do_what_is_due=do_what_is_due,
    )


async def _unless_stopped(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
    """Do the work until it is done or the stop comes."""
    async with asyncio.TaskGroup() as both:
        working, stopping = both.create_task(work), both.create_task(stop.wait())
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        working.cancel()
