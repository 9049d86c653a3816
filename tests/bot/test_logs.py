"""What is logged: one cause on every line, and nothing that must not be read."""

import io
import json
import logging
from collections.abc import Iterator

import httpx
import pytest

from bot.logs import caused_by, set_up_logs
from bot.settings import Settings
from bot.web.given import Web
from core.model import Role
from core.transaction import Transaction
from tests.bot.conversation.conftest import Counter, counter
from tests.bot.web.conftest import api, clock, enrol, order, web

__all__ = ["api", "clock", "counter", "web"]  # the fixtures

TOKEN = "123456789:AAF" + "x" * 32
PHONE = "+380501234567"
SECRETS = {
    "telegram_token": TOKEN,
    "twilio_auth_token": "twilio-auth-token",
    "database_url": "postgresql://me:pass-word@host/db",
    "shopify_api_token": "shpat_secret",
}


@pytest.fixture
def logged(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What is written to the log, as JSON lines at their most talkative."""
    settings = Settings.model_validate({**SECRETS, "api_keys": "first-api-key,second-api-key"})
    before, level = logging.root.handlers[:], logging.root.level
    set_up_logs("debug", getattr(request, "param", "json"), settings.secrets())
    [handler] = logging.root.handlers
    page = io.StringIO()
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(page)
    yield page
    logging.root.handlers[:] = before
    logging.root.setLevel(level)
    for ours in ("bot", "core"):
        logging.getLogger(ours).setLevel(logging.NOTSET)


@pytest.mark.parametrize("logged", ["json", "console"], indirect=True)
def test_secrets_and_numbers_never_reach_the_log(logged: io.StringIO) -> None:
    log = logging.getLogger("some.library")
    with caused_by(f"sms:{PHONE}"):
        log.info("POST https://api.telegram.org/bot%s/sendMessage to=%%2B380501234567", TOKEN)
        log.warning("%s and %s of %s", "twilio-auth-token", "second-api-key", PHONE)
        try:
            raise ValueError(f"pass-word {PHONE} shpat_secret")
        except ValueError:
            log.exception("it broke")

    told = logged.getvalue()
    hidden = (TOKEN, "twilio-auth-token", "api-key", "pass-word", "380501234567", "shpat_secret")
    assert [one for one in hidden if one in told] == []
    assert "it broke" in told
    assert "sendMessage" in told


async def test_a_conversation_leaves_no_word_and_no_number_in_the_log(
    logged: io.StringIO, counter: Counter
) -> None:
    ann, tom = await counter.customer("Quill"), await counter.works(Role.MANAGER)
    await ann.shares(PHONE)
    for said in ("points", "feedback so tasty", "birthday 29.02.1990", "mydata", "nonsense indeed"):
        await ann.says(said)
    await tom.says(f"member {PHONE}")

    told = logged.getvalue()
    assert '"message": "acted"' in told
    found = [one for one in (PHONE[1:], "Quill", "tasty", "1990", "nonsense") if one in told]
    assert found == []


async def test_the_update_the_entry_and_the_log_have_one_id(
    logged: io.StringIO, counter: Counter
) -> None:
    ann = counter.person()
    await ann.says("join", event="5:77")

    causes = {json.loads(line).get("cause") for line in logged.getvalue().splitlines()}
    member = await counter.member(ann)
    [entry] = await counter.database.read(
        lambda tx: tx.rows("SELECT operation_id FROM entries WHERE member_id = :m", m=member.id)
    )
    assert "telegram:5:77" in causes
    assert entry[0].startswith("telegram:5:77")


@pytest.mark.parametrize(
    ("method", "path", "cause"),
    [
        ("PUT", "/api/v1/orders/web/1001", "order:web/1001"),
        ("POST", "/api/v1/members/{id}/adjustments", "api:thanks-1"),
    ],
)
async def test_a_call_its_entry_its_message_and_the_log_have_one_id(
    logged: io.StringIO, api: httpx.AsyncClient, web: Web, method: str, path: str, cause: str
) -> None:
    ann = await enrol(api, telegram_id="77")
    body = order("500.00") if method == "PUT" else {"points": 500, "reason": "thanks"}
    answer = await api.request(
        method, path.format(id=ann["id"]), json=body, headers={"Idempotency-Key": "thanks-1"}
    )
    assert answer.is_success, answer.text

    def made(tx: Transaction) -> tuple[list[str], list[str]]:
        entries = tx.rows("SELECT operation_id FROM entries WHERE number > 1")
        told = tx.rows("SELECT occasion FROM outbox WHERE campaign = 'purchase'")
        return [row[0] for row in entries], [row[0] for row in told]

    entries, told = await web.database.read(made)
    causes = [json.loads(line).get("cause") for line in logged.getvalue().splitlines()]
    assert cause in causes
    assert entries
    assert all(entry.startswith(cause) for entry in entries)
    assert all("web/1001" in one for one in told)
    assert bool(told) == (method == "PUT")


async def test_whatever_the_api_changes_has_a_cause_in_the_log(
    logged: io.StringIO, api: httpx.AsyncClient
) -> None:
    ann = await enrol(api, telegram_id="77")
    cart = {"currency": "EUR", "total": "9.00"}
    for method, path, body in (
        ("PUT", "/api/v1/carts/web/7", cart),
        ("DELETE", "/api/v1/carts/web/8", None),
        ("PUT", f"/api/v1/members/{ann['id']}/tier", {"tier": None, "reason": "a friend"}),
    ):
        answer = await api.request(method, path, json=body)
        assert answer.is_success, answer.text

    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    kinds = [line["cause"].partition(":")[0] for line in lines if line["message"] == "acted"]
    assert kinds == ["enrol", "cart", "cart", "tier"]
