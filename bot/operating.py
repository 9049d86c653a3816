"""What an operator does beside serving: tick once, migrate, look for problems, set the webhook."""

from datetime import datetime
from typing import Any

from bot import schedule
from bot.acts import Acts, utc_now
from bot.app import load_telegram
from bot.channels.telegram.errors import TokenRefused
from bot.databases.migrating import SchemaTooNew, pending
from bot.databases.migrating import migrate as apply
from bot.databases.opening import opened
from bot.ports import Database, TryLater, WorldError
from bot.programs import ProgramNotFound, read_program
from bot.serving import WEBHOOK_PATH, set_webhook
from bot.settings import Settings
from bot.web.server import CannotListen
from core.program.loading import ProgramInvalid
from core.tables import dead_letters, ledger

USAGE_ERRORS = (ProgramNotFound, CannotListen)
WORLD_ERRORS = (WorldError, SchemaTooNew, ProgramInvalid, TryLater, TokenRefused)


def sentence(group: BaseExceptionGroup[BaseException]) -> str:
    """The sentences of what went wrong, each once."""
    found: dict[str, None] = {}
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            found[sentence(error)] = None
        else:
            found[str(error) or type(error).__name__] = None
    return "\n".join(found)


async def tick(settings: Settings, at: datetime | None, *, dry_run: bool = False) -> str:
    """Do what is due at that moment, or only count the members due; as a table."""
    async with opened(settings.database_url.get_secret_value()) as database:
        await apply(database)
        text, _ = read_program(settings.program)
        acts = await Acts.start(database, text, clock=(lambda: at) if at else utc_now)
        done = await (schedule.preview if dry_run else schedule.tick)(database, acts)
    return "\n".join(f"{name:16}{count:>8}" for name, count in done.items())


async def migrate(settings: Settings) -> str:
    """Bring the schema up to date; what was applied."""
    async with opened(settings.database_url.get_secret_value()) as database:
        names = await apply(database)
    return "\n".join(names) if names else "The schema is up to date."


async def diagnose(settings: Settings) -> list[str]:
    """Every problem found, a sentence each."""
    problems = _of_program(settings)
    try:
        async with opened(settings.database_url.get_secret_value()) as database:
            problems += await _of_database(database)
    except WorldError as error:
        problems.append(str(error))
    if not settings.sandbox:
        problems += await _of_telegram(settings)
    return problems


async def webhook(settings: Settings, act: str) -> dict[str, object]:
    """Set, delete or show the webhook; Telegram's view of it afterwards."""
    telegram = load_telegram(settings)
    try:
        await telegram.connect()
        if act == "set":
            await set_webhook(telegram, settings)
        elif act == "delete":
            await telegram.delete_webhook()
        return await telegram.webhook_info()
    finally:
        await telegram.close()


def _of_program(settings: Settings) -> list[str]:
    """What is wrong with the program file: it matters to an empty database only, but then a lot."""
    try:
        read_program(settings.program)
    except (ProgramNotFound, ProgramInvalid) as error:
        return [f"LOYALTY_PROGRAM: {error}"]
    return []


async def _of_database(database: Database) -> list[str]:
    problems = []
    if missing := await pending(database):
        names = ", ".join(missing)
        return [f"The schema is not up to date ({names}): run `loyalty migrate`."]
    for member_id in await database.read(ledger.drifted):
        problems.append(f"The ledger of member {member_id} has drifted: please report this bug.")
    if count := await database.read(dead_letters.count):
        problems.append(f"{count} updates met a bug of ours: see the table dead_letters.")
    return problems


async def _of_telegram(settings: Settings) -> list[str]:
    try:
        info: dict[str, Any] = await webhook(settings, "info")
    except TokenRefused as error:
        return [f"LOYALTY_TELEGRAM_TOKEN: {error}"]
    except TryLater as error:
        return [f"Telegram at {settings.telegram_api_url} does not answer ({error})."]
    expected = f"{settings.public_url}{WEBHOOK_PATH}" if settings.webhook_mode else ""
    if info.get("url", "") != expected:
        return [
            f"Telegram sends updates to {info.get('url') or 'nobody'}, not to"
            f" {expected or 'this bot, which polls'}: `loyalty run` corrects it."
        ]
    return []
