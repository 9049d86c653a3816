"""POST /webhooks/telegram: confirmed after commit, never without the secret."""

from typing import Any

import httpx
import pytest

from bot.ports import DatabaseUnavailable
from bot.web.app import create_app
from bot.web.given import Web
from bot.web.telegram import SECRET_HEADER
from tests.bot.web.conftest import calling, client, problem_of, without_database

SECRET = "the-Secret_1"
URL = "/webhooks/telegram"


class Feed:
    """Takes updates, or fails as told."""

    def __init__(self, error: Exception | None = None) -> None:
        self.updates: list[dict[str, Any]] = []
        self._error = error

    async def __call__(self, update: dict[str, Any]) -> None:
        """Take one."""
        if self._error:
            raise self._error
        self.updates.append(update)


def fed_by(feed: Feed | None, secret: str | None = SECRET) -> Web:
    """A web layer in webhook mode."""
    return without_database(feed=feed, telegram_secret=secret)


async def send(web: Web, secret: str | bytes | None = SECRET, **body: Any) -> httpx.Response:
    """Call as Telegram does."""
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with client(web, raises=False) as telegram:
        return await telegram.post(URL, headers=headers, **body)  # type: ignore[arg-type]


async def test_an_update_is_fed_and_confirmed() -> None:
    feed = Feed()

    answer = await send(fed_by(feed), json={"update_id": 7})

    assert (answer.status_code, feed.updates) == (200, [{"update_id": 7}])


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "ключ".encode(), b"\xff"])
async def test_a_wrong_secret_is_401_and_nothing_is_read(secret: str | bytes | None) -> None:
    feed = Feed()

    answer = await send(fed_by(feed), secret, content=b"{")

    assert (problem_of(answer)["status"], feed.updates) == (401, [])


async def test_an_update_that_could_not_be_committed_comes_again() -> None:
    answer = await send(fed_by(Feed(DatabaseUnavailable("away"))), json={"update_id": 7})

    assert problem_of(answer)["status"] == 503
    assert int(answer.headers["Retry-After"]) > 0


async def test_a_bug_of_the_feed_is_500() -> None:
    assert (await send(fed_by(Feed(ValueError())), json={"update_id": 7})).status_code == 500


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff", b"[" * 100_000])
async def test_an_unreadable_body_is_confirmed_as_it_would_block_the_queue(body: bytes) -> None:
    feed = Feed()

    answer = await send(fed_by(feed), content=body)

    assert (answer.status_code, feed.updates) == (200, [])


async def test_a_body_too_long_is_413() -> None:
    assert (await send(fed_by(Feed()), content=b" " * 1_000_001)).status_code == 413


@pytest.mark.parametrize(("feed", "secret"), [(None, SECRET), (Feed(), None)])
async def test_without_webhook_mode_it_is_503(feed: Feed | None, secret: str | None) -> None:
    answer = await send(fed_by(feed, secret), secret or "", json={"update_id": 7})

    assert problem_of(answer)["status"] == 503


async def test_other_methods_are_405_and_updates_are_measured() -> None:
    web = fed_by(Feed())
    async with calling(create_app(web)) as telegram:
        await telegram.post(URL, headers={SECRET_HEADER: SECRET}, json={"update_id": 7})
        asked = await telegram.get(URL)

    assert problem_of(asked)["status"] == 405
    answered = f'requests_total{{method="POST",route="{URL}",status="200"}} 1.0'
    assert answered in web.metrics.text().decode()
