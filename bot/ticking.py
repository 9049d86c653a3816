"""`loyalty tick`: what is due is done and sent, once."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from functools import partial

from bot import schedule
from bot.acts import Acts, utc_now
from bot.channels.telegram.choosing import load_telegram
from bot.conversation.texts import Texts
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.delivery import Way
from bot.delivery.taking import LEASE
from bot.hooks import hooks_of
from bot.ports import ChannelRefused, Database, TryLater
from bot.programs import read_program
from bot.pushing import delivery_of, links_of, ways_of
from bot.settings import Settings
from bot.shops.apis.connecting import connected as shops_connected
from bot.shops.codes import Codes
from bot.shops.nightly import Nightly
from core.model import Channel
from core.tables import deliveries, hooks
from core.transaction import Transaction


async def tick(settings: Settings, at: datetime | None, *, dry_run: bool = False) -> str:
    """Do and send what is due at that moment, or only count it; as a table."""
    async with opened(settings.database_url.get_secret_value()) as database:
        await migrate(database)
        text, _ = read_program(settings.program)
        await database.run(partial(hooks.connect, urls=settings.outbound_urls))
        acts = await Acts.start(database, text, clock=(lambda: at) if at else utc_now)
        if dry_run:
            done = await schedule.preview(database, acts)
        else:
            done = await schedule.tick(database, acts, keep=settings.keep)
            done |= await _look_after_shops(settings, database, acts)
            told = await hooks_of(settings, database, acts).drain()
            done |= {f"webhooks {outcome}": count for outcome, count in sorted(told.items())}
        waiting = await database.read(partial(deliveries.due_count, now=acts.clock()))
        if dry_run or not waiting:
            done["messages due"] = waiting
        else:
            done |= await _send(settings, database, acts)
        if settings.has_sms and not dry_run:
            done["messages cleared up"] = await _clear_up(settings, database, acts)
    return "\n".join(f"{name:24}{count:>8}" for name, count in done.items())


async def _look_after_shops(settings: Settings, database: Database, acts: Acts) -> dict[str, int]:
    """Let shops know what became of vouchers, read orders back at night, unpaid ones always."""
    async with shops_connected(settings) as shops:
        ended = await Codes(database=database, acts=acts, shops=shops).drain()
        reading = Nightly(database=database, acts=acts, shops=shops)
        lost, unpaid = await reading.once(), await reading.unpaid()
    codes = {f"shop codes {outcome}": count for outcome, count in sorted(ended.items())}
    found = {f"orders {shop} lost": count for shop, count in sorted(lost.items())}
    return codes | found | ({"orders unpaid": unpaid} if unpaid else {})


async def _clear_up(settings: Settings, database: Database, acts: Acts) -> int:
    """Ask Twilio about text messages that were sent or not, nobody knows; how many are known."""
    from bot.channels.sms_line import account_of, look_after  # here: it is not for everybody

    twilio = account_of(settings)
    try:
        return await look_after(database, twilio, acts.clock())
    except (TryLater, ChannelRefused):  # the next tick asks again
        return 0
    finally:
        await twilio.close()


async def _send(settings: Settings, database: Database, acts: Acts) -> dict[str, int]:
    """Send what is due, once; how many messages came to which end."""
    texts = Texts.load()
    async with connected(settings, database, acts) as ways:
        if not ways:
            return {"messages due": await database.read(_due(acts))}
        locks = database.locks(silent_s=LEASE.total_seconds())  # no turn takes longer
        try:
            links = await links_of(database, settings)
            delivery = delivery_of(database, acts, texts, settings, ways, locks, links=links)
            ended = await delivery.drain()
        finally:
            await locks.close()
    return {f"messages {state}": count for state, count in sorted(ended.items())}


@asynccontextmanager
async def connected(
    settings: Settings, database: Database, acts: Acts
) -> AsyncIterator[Mapping[Channel, Way]]:
    """The channels in the settings, for sending alone; a Telegram that is away takes nothing."""
    async with AsyncExitStack() as opened_ones:
        telegram, sms = None, None
        if not settings.sandbox:
            telegram = load_telegram(settings)
            opened_ones.push_async_callback(telegram.close)
            with suppress(TryLater):  # it is away: its messages wait, the others go out
                await telegram.connect()
        if settings.has_sms:
            from bot.channels.sms_line import outlet_of  # here: same

            sms = outlet_of(settings, database, acts)
            opened_ones.push_async_callback(sms.close)
        yield ways_of(settings, telegram, sms)


def _due(acts: Acts) -> Callable[[Transaction], int]:
    return partial(deliveries.due_count, now=acts.clock())
