"""`loyalty run`, `tick`, `migrate`, `doctor`, `telegram-webhook`: run the bot and look after it."""

import asyncio
import json
import logging
from collections.abc import Coroutine
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, NoReturn

import typer

from bot.cli.program import PROBLEM, USAGE
from bot.cli.troubles import USAGE_ERRORS, WORLD_ERRORS, sentence
from bot.databases.migrating import migrate as bring_up_to_date
from bot.databases.opening import opened
from bot.logs import set_up_logs
from bot.settings import Settings, SettingsInvalid, read_settings, unknown_settings

DryRun = Annotated[bool, typer.Option("--dry-run", help="Count what is due, and change nothing.")]
At = Annotated[str, typer.Option(help="The moment, ISO 8601; without an offset it is UTC.")]

log = logging.getLogger(__name__)


class WebhookAct(StrEnum):
    """What to do with the webhook at Telegram."""

    SET = "set"
    DELETE = "delete"
    INFO = "info"


def run() -> None:
    """Serve with the settings of the environment and .env; without a token, in the sandbox."""
    settings = settings_or_exit()
    if settings.sandbox:
        from bot.demo import run as serve  # here: other commands needn't load the web
    else:
        from bot.app import run as serve
    finish(serve(settings))


def tick(at: At = "", dry_run: DryRun = False) -> None:
    """Do what is due at that moment, once, and exit: for hosts that use cron."""
    from bot.ticking import tick as do

    settings = settings_or_exit()
    finish(do(settings, _moment(at), dry_run=dry_run), tell=True)


def migrate() -> None:
    """Bring the database's schema up to date; `run` does so too."""
    finish(_migrate(settings_or_exit()), tell=True)


def doctor() -> None:
    """Check settings, database, migrations, token and ledger; a sentence for each problem."""
    from bot.diagnosing import diagnose
    from bot.listening import not_listening

    settings = settings_or_exit(quiet=True)
    problems = finish(diagnose(settings))
    warnings = finish(not_listening(settings))
    for told in (*problems, *warnings):
        typer.echo(told, err=True)
    if problems:
        raise typer.Exit(PROBLEM)
    typer.echo("All else is well." if warnings else "All is well.")


def telegram_webhook(act: WebhookAct) -> None:
    """Register the webhook at Telegram, remove it, or show what Telegram knows of it."""
    from bot.channels.telegram.choosing import webhook

    settings = settings_or_exit()
    if settings.sandbox:
        stop("LOYALTY_TELEGRAM_TOKEN is not set: there is no bot to register a webhook for.", USAGE)
    if act is WebhookAct.SET and not settings.webhook_mode:
        stop("LOYALTY_PUBLIC_URL is not set: Telegram needs an address to send updates to.", USAGE)
    info = finish(webhook(settings, act.value))
    typer.echo(json.dumps(info, indent=2, ensure_ascii=False))


def settings_or_exit(*, quiet: bool = False) -> Settings:
    """The settings; wrong ones end the command with a sentence for each. Quiet logs no news."""
    try:
        settings = read_settings()
    except SettingsInvalid as error:
        stop("\n".join(error.problems), USAGE)
    set_up_logs("warning" if quiet else settings.log_level, settings.log_format, settings.secrets())
    for unknown in () if quiet else unknown_settings():
        log.warning(unknown)
    return settings


def finish(work: Coroutine[Any, Any, Any], *, tell: bool = False) -> Any:
    """Run the work; what a user can cause ends in one sentence and an exit code."""
    try:
        result = asyncio.run(work)
    except* USAGE_ERRORS as group:
        stop(sentence(group), USAGE)
    except* WORLD_ERRORS as group:
        stop(sentence(group), PROBLEM)
    if tell:
        typer.echo(result)
    return result


def stop(sentence: str, code: int) -> NoReturn:
    """End the command with that sentence on stderr."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


async def _migrate(settings: Settings) -> str:
    """What was applied."""
    async with opened(settings.database_url.get_secret_value()) as database:
        names = await bring_up_to_date(database)
    return "\n".join(names) if names else "The schema is up to date."


def _moment(at: str) -> datetime | None:
    if not at:
        return None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        stop(f"--at {at}: give a moment like 2026-12-24T09:00:00+02:00", USAGE)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
