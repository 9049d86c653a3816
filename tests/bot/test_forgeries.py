"""Whatever a forger sends, nobody is taken for Telegram, Twilio or a shop who has no secret."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standardwebhooks import Webhook

from bot.channels.sms_twilio import TwilioSms
from bot.shops.signatures import has_secret, is_signed, is_standard, webhooks_of
from core.program.sms import Sms
from tests.bot.shops.conftest import signature
from tests.bot.texting.test_signatures import PUBLIC, SMS, TOKEN, sign
from tests.bot.web.test_telegram import SECRET, Feed, fed_by, send

OURS, THEIRS = "hush", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"id": 820982911946154508}'
FORM = {"MessageSid": "SM1", "From": "+40721000001", "Body": "JOIN"}
HEADERS = st.text(st.characters(max_codepoint=255), max_size=60)  # as HTTP carries them

twilio = TwilioSms(
    account_sid="AC1", auth_token=TOKEN, sender="+15005550006", api_url="http://127.0.0.1:9",
    rules=Sms, callbacks=lambda: None,
)  # fmt: skip


def believed_by_twilio(given_: str, body: str = "JOIN") -> bool:
    form = {name: [value] for name, value in (FORM | {"Body": body}).items()}
    return twilio.is_signed(PUBLIC + SMS, form, given_, "")


def believed_by_events(given_: str, body: bytes = BODY, at: datetime | None = None) -> bool:
    told = {
        "webhook-id": "1",
        "webhook-timestamp": str(int((at or datetime.now(UTC)).timestamp())),
        "webhook-signature": given_,
    }
    return is_standard(body, told, webhooks_of([THEIRS]))


def signed_event(body: bytes, at: datetime | None = None) -> str:
    return Webhook(THEIRS).sign("1", at or datetime.now(UTC), body.decode())


DOORS: dict[str, Callable[[str], bool]] = {
    "shopify, woocommerce": lambda told: is_signed(BODY, told, [OURS]),
    "bigcommerce": lambda told: has_secret(told, [OURS]),
    "twilio": believed_by_twilio,
    "events": believed_by_events,
}


@pytest.mark.parametrize("door", DOORS)
@given(told=HEADERS)
def test_a_guess_opens_no_door(door: str, told: str) -> None:
    assert not DOORS[door](told) or told == OURS


@given(body=st.binary(max_size=60), text=st.text(max_size=30))
def test_a_signature_is_for_its_own_words_alone(body: bytes, text: str) -> None:
    assert is_signed(BODY, signature(body, OURS), [OURS]) is (body == BODY)
    assert believed_by_twilio(sign(PUBLIC + SMS, FORM), text) is (text == FORM["Body"])


@given(number=st.integers())
def test_an_event_is_signed_with_its_words_and_its_time(number: int) -> None:
    body = json.dumps({"id": number}).encode()

    assert believed_by_events(signed_event(body), body)
    assert not believed_by_events(signed_event(body), BODY)


@pytest.mark.parametrize("hours", [-1, 1])
def test_an_event_of_another_hour_is_not_believed(hours: int) -> None:
    at = datetime.fromtimestamp(datetime.now(UTC).timestamp() + 3600 * hours, UTC)

    assert not believed_by_events(signed_event(BODY, at), at=at)


@settings(max_examples=30, deadline=None)
@given(secret=HEADERS.filter(lambda told: told != SECRET), body=st.binary(max_size=30))
def test_an_update_without_the_secret_is_not_read(secret: str, body: bytes) -> None:
    feed = Feed()
    told: Any = secret.replace("\r", "").replace("\n", "").replace("\0", "").encode("latin-1")

    answer = asyncio.run(send(fed_by(feed), told, content=body))

    assert (answer.status_code, feed.updates) == (401, [])
