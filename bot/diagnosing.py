"""What is wrong, if anything: settings, database, messages, channels, shops; a sentence each."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.acts import utc_now
from bot.channels.telegram.choosing import WEBHOOK_PATH, webhook
from bot.channels.telegram.errors import TokenRefused
from bot.conversation.faults import told
from bot.databases.migrating import pending
from bot.databases.opening import opened
from bot.ports import ChannelRefused, Database, TryLater, WorldError
from bot.programs import ProgramNotFound, read_program
from bot.settings import Settings, unknown_settings
from bot.shops.looking import of_apis, of_codes, of_orders
from core.model import MemberId
from core.program.loading import ProgramInvalid
from core.tables import backups, dead_letters, hooks, ledger, outbox_views, programs, receipts
from core.transaction import Transaction

if TYPE_CHECKING:
    from bot.channels.sms_twilio import TwilioSms

QUEUE_AGE_MAX = timedelta(minutes=15)
TROUBLE = timedelta(days=1)  # so far back messages that could not be sent are news
PENDING_UPDATES_MAX = 100
DRIFTED_SHOWN = 10


async def diagnose(settings: Settings) -> list[str]:
    """Every problem found, a sentence each."""
    problems = unknown_settings() + _of_program(settings)
    try:
        async with opened(settings.database_url.get_secret_value()) as database:
            problems += await _of_database(settings, database)
    except WorldError as error:
        problems.append(str(error))
    if not settings.sandbox:
        problems += await _of_telegram(settings)
    return problems + await _of_twilio(settings) + await of_apis(settings)


def _of_program(settings: Settings) -> list[str]:
    """What is wrong with the program file: it matters to an empty database only, but then a lot."""
    try:
        read_program(settings.program)
    except ProgramNotFound as error:
        return [f"LOYALTY_PROGRAM: {error}"]
    except ProgramInvalid as invalid:
        return [f"LOYALTY_PROGRAM: {told(invalid)}"]
    return []


async def _of_database(settings: Settings, database: Database) -> list[str]:
    if missing := await pending(database):
        names = ", ".join(missing)
        return [f"The schema is not up to date ({names}): run `loyalty migrate`."]
    await database.run(programs.touch)  # of a file nobody may write to, and of a standby
    now = utc_now()
    problems = _of_ledger(await database.read_long(ledger.drifted))
    if count := await database.read(dead_letters.count):
        problems.append(f"{count} updates met a bug of ours: see the table dead_letters.")
    if count := await database.read(receipts.count_kept):
        problems.append(f"{count} deliveries of shops can't be used: see `loyalty inbox list`.")
    problems += await database.read(partial(_of_messages, now))
    problems += await database.read(partial(_of_hooks, now))
    problems += await database.read(partial(_of_backups, settings, now))
    return problems + await of_codes(database, now) + await of_orders(database, now)


def _of_ledger(drifted: list[MemberId]) -> list[str]:
    problems = [
        f"The ledger of member {member_id} has drifted: please report this bug."
        for member_id in drifted[:DRIFTED_SHOWN]
    ]
    if len(drifted) > DRIFTED_SHOWN:
        problems.append(f"So have those of {len(drifted) - DRIFTED_SHOWN} other members.")
    return problems


def _of_messages(now: datetime, tx: Transaction) -> list[str]:
    """Whether messages wait that nobody sends, and how many could not be sent of late."""
    problems = []
    oldest = outbox_views.oldest_due(tx, now)
    if oldest and now - oldest > QUEUE_AGE_MAX:
        minutes = (now - oldest) // timedelta(minutes=1)
        problems.append(
            f"A message waits {minutes:,} minutes to be sent: is `loyalty run` running, or `tick`"
            " called from cron?"
        )
    if troubled := outbox_views.troubled(tx, since=now - TROUBLE):
        problems.append(
            f"{troubled} messages of the last day were not sent, or nobody knows:"
            " see `loyalty outbox list`."
        )
    return problems


def _of_hooks(now: datetime, tx: Transaction) -> list[str]:
    """Whether other systems are told late, or not at all."""
    problems = []
    oldest, failed = hooks.backlog(tx)
    if oldest and now - oldest > QUEUE_AGE_MAX:
        minutes = (now - oldest) // timedelta(minutes=1)
        problems.append(
            f"An address of LOYALTY_OUTBOUND_URLS is {minutes:,} minutes behind:"
            " see `loyalty hooks list`."
        )
    if failed:
        problems.append(
            f"{failed} events were not taken by an address of LOYALTY_OUTBOUND_URLS:"
            " see `loyalty hooks list`."
        )
    return problems


def _of_backups(settings: Settings, now: datetime, tx: Transaction) -> list[str]:
    """Whether the last backup is old; who never made one with our command has other ways."""
    last = backups.last(tx)
    if last is None or now - last <= timedelta(days=settings.backup_days):
        return []
    days = (now - last) // timedelta(days=1)
    return [f"The last backup was made {days} days ago: is `loyalty backup` still called?"]


async def _of_telegram(settings: Settings) -> list[str]:
    try:
        info: dict[str, Any] = await webhook(settings, "info")
    except TokenRefused as error:
        return [f"LOYALTY_TELEGRAM_TOKEN: {error}"]
    except (TryLater, ChannelRefused) as error:
        return [str(error)]
    expected = f"{settings.public_url}{WEBHOOK_PATH}" if settings.webhook_mode else ""
    if info.get("url", "") != expected:
        return [
            f"Telegram sends updates to {info.get('url') or 'nobody'}, not to"
            f" {expected or 'this bot, which polls'}: `loyalty run` corrects it."
        ]
    return _of_updates(info)


def _of_updates(info: dict[str, Any]) -> list[str]:
    """What Telegram says of handing updates over."""
    problems = []
    waiting = int(info.get("pending_update_count", 0))
    if waiting > PENDING_UPDATES_MAX:
        problems.append(f"{waiting:,} updates wait at Telegram: the bot does not keep up.")
    if reason := info.get("last_error_message"):
        at = datetime.fromtimestamp(int(info.get("last_error_date", 0)), UTC)
        if utc_now() - at < TROUBLE:
            problems.append(f"Telegram could not hand over an update at {at:%H:%M} UTC: {reason}.")
    return problems


async def _of_twilio(settings: Settings) -> list[str]:
    names = ("twilio_account_sid", "twilio_auth_token", "twilio_from")
    unset = [f"LOYALTY_{name.upper()}" for name in names if not getattr(settings, name)]
    if settings.has_sms:
        return await _of_line(settings)
    only_some = f"{' and '.join(unset)}: not set, so no text messages are sent or taken."
    return [only_some] if len(unset) < len(names) else []


async def _of_line(settings: Settings) -> list[str]:
    from bot.channels.sms_line import account_of, reaches_us  # here: it is not for everybody

    problems = []
    if settings.public_url is None and not reaches_us(settings):
        problems.append(
            "LOYALTY_PUBLIC_URL is not set: Twilio has no address for the texts that come in, nor"
            " to tell what became of ours."
        )
    return problems + await _of_account(account_of(settings), settings)


async def _of_account(twilio: "TwilioSms", settings: Settings) -> list[str]:
    try:
        state = await twilio.check()
    except ChannelRefused:
        return [
            "LOYALTY_TWILIO_ACCOUNT_SID, LOYALTY_TWILIO_AUTH_TOKEN: Twilio does not accept them;"
            " both are on the first page of its console."
        ]
    except TryLater as error:
        return [f"Twilio at {settings.twilio_api_url} does not answer ({error.reason})."]
    finally:
        await twilio.close()
    return [] if state == "active" else [f"Twilio says that the account is {state}."]
