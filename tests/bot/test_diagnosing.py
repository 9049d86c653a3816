"""What the doctor finds in a database and at Telegram, a plain sentence each."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest
from pydantic import SecretStr

from bot.acts import Acts, utc_now
from bot.channels.telegram.choosing import webhook
from bot.databases.opening import opened
from bot.diagnosing import diagnose
from bot.ports import ChannelRefused
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.settings import Settings
from core.act import Act
from core.joining import Newcomer, enrol
from core.model import Member, OperationId
from core.program.loading import load
from core.tables import backups, hooks, ledger, outbox
from core.tables.hooks import Event
from core.transaction import Transaction
from tests.core.program.cafe import CAFE
from tests.core.tables.test_outbox import a_message

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def settings(migrated_sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A database up to date, in the sandbox."""
    monkeypatch.chdir(tmp_path)
    return Settings(database_url=SecretStr(migrated_sqlite))


async def _put(settings: Settings, work: Callable[[Transaction, Member], object]) -> None:
    """Do something to a database with one member."""
    async with opened(settings.database_url.get_secret_value()) as database:
        acts = await Acts.start(database, CAFE)
        joining = acts.new("join", actor="test")
        newcomer = Newcomer(name="Ann", language="en")
        await database.run(lambda tx: work(tx, enrol(tx, joining, newcomer, []).member))


async def test_a_healthy_bot_has_no_problems(settings: Settings) -> None:
    await _put(settings, lambda tx, ann: backups.made(tx, utc_now(), size=1))

    assert await diagnose(settings) == []


async def test_a_message_that_nobody_sends_is_told(settings: Settings) -> None:
    due = utc_now() - 2 * HOUR
    message = partial(a_message, created_at=due, due_at=due, stale_at=utc_now() + DAY)
    await _put(settings, lambda tx, ann: outbox.queue(tx, message(member_id=ann.id)))

    [problem] = await diagnose(settings)
    assert problem.startswith("A message waits 120 minutes to be sent: is `loyalty run` running")


async def test_a_system_that_is_told_late_or_not_at_all_is_told_of(settings: Settings) -> None:
    def tell(tx: Transaction, ann: Member) -> None:
        hooks.connect(tx, ["http://away.example"])
        for number, age in enumerate((HOUR, DAY)):
            act = Act(
                operation_id=OperationId(f"{number}"),
                actor="test",
                now=utc_now() - age,
                random=Random(number),
                program=load(CAFE),
                program_version=1,
                tells=True,
            )
            hooks.tell(tx, act, Event.POINTS_CHANGED, {})
        [first, _] = hooks.newest(tx, limit=2)[::-1]
        hooks.settle(tx, first, state="failed", answered="500", next_at=None)

    await _put(settings, tell)

    late, lost = await diagnose(settings)
    assert late.startswith("An address of LOYALTY_OUTBOUND_URLS is 60 minutes behind")
    assert lost.startswith("1 events were not taken by an address of LOYALTY_OUTBOUND_URLS")


async def test_a_backup_that_is_old_is_told(settings: Settings) -> None:
    await _put(settings, lambda tx, ann: backups.made(tx, utc_now() - 9 * DAY, size=1))

    assert await diagnose(settings) == [
        "The last backup was made 9 days ago: is `loyalty backup` still called?"
    ]


async def test_a_ledger_that_drifted_is_told(settings: Settings) -> None:
    def drift(tx: Transaction, ann: Member) -> None:
        tx.rows("UPDATE members SET balance = balance + 1")
        assert ledger.drifted(tx) == [ann.id]

    await _put(settings, drift)

    [problem] = await diagnose(settings)
    assert "has drifted" in problem


async def test_a_mistyped_setting_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOYALTY_PROGRAMM", "x")

    assert await diagnose(settings) == [
        "Unknown setting LOYALTY_PROGRAMM: did you mean LOYALTY_PROGRAM?"
    ]


@pytest.mark.parametrize("may_create", [False, True])
async def test_a_user_who_may_only_read_is_told_of(
    migrated_postgres: str, *, may_create: bool
) -> None:
    reader = f"{migrated_postgres}&options=-c%20role%3Dpg_read_all_data"
    grant = "GRANT CREATE ON SCHEMA public TO pg_read_all_data"
    revoke = "REVOKE CREATE ON SCHEMA public FROM pg_read_all_data"
    async with opened(migrated_postgres) as database:
        if may_create:
            await database.run(lambda tx: tx.rows(grant))
        try:
            [problem] = await diagnose(Settings(database_url=SecretStr(reader)))
        finally:
            await database.run(lambda tx: tx.rows(revoke))

    assert "does not let our user make and change tables" in problem


REFUSALS = {
    "a proxy": Failure.error(403, "Forbidden: not from here"),
    "an address": Failure.error(400, "Bad Request: bad webhook: HTTPS url must be provided"),
    "another": Failure.error(409, "Conflict: terminated by other getUpdates request"),
}


@pytest.mark.parametrize("library", ["aiogram", "ptb"])
@pytest.mark.parametrize("failure", REFUSALS.values(), ids=REFUSALS)
async def test_what_telegram_refuses_is_a_sentence(
    settings: Settings, failure: Failure, library: str
) -> None:
    async with TelegramStandIn() as telegram:
        live = settings.model_copy(
            update={
                "telegram_token": SecretStr(telegram.token),
                "telegram_api_url": telegram.url,
                "telegram_library": library,
            }
        )
        telegram.fail_next("getWebhookInfo", failure)
        told = await diagnose(live)
        telegram.fail_next("deleteWebhook", failure)
        with pytest.raises(ChannelRefused) as refused:
            await webhook(live, "delete")

    assert told == [str(refused.value)]
    assert told[0].startswith(f"Telegram at {telegram.url} refuses it: ")
