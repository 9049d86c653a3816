"""Only what Twilio signed for our own public address is believed."""

from base64 import b64encode
from hashlib import sha1, sha256
from hmac import digest
from typing import Any

import httpx
import pytest

from bot.channels.sms_twilio import TwilioSms
from bot.web.given import Form, Web
from core.program.sms import Sms
from tests.bot.web.conftest import client, problem_of, without_database

TOKEN = "12345"
PUBLIC = "https://bot.example.com"
SMS, STATUS = "/webhooks/twilio/sms", "/webhooks/twilio/status"


class Line:
    """Notes what was said, and checks signatures with the real SDK."""

    def __init__(self, address: str = PUBLIC) -> None:
        self.address = address
        self.heard: list[dict[str, str]] = []
        self.states: list[tuple[dict[str, str], str]] = []
        self.twilio = TwilioSms(
            account_sid="AC1",
            auth_token=TOKEN,
            sender="+15005550006",
            api_url="http://127.0.0.1:9",
            rules=Sms,
            callbacks=lambda: None,
        )

    def is_signed(self, target: str, form: Form, signature: str, settings: str) -> bool:
        """As the real line."""
        return self.twilio.is_signed(self.address + target, form, signature, settings)

    async def hear(self, params: Any) -> str:
        """Answer with what XML can't hold."""
        self.heard.append(dict(params))
        return "2 < 3 & \x0b“x”\ud83d"

    async def told(self, params: Any, message: str) -> None:
        """Note a state."""
        self.states.append((dict(params), message))


def sign(url: str, form: dict[str, str], how: Any = sha1) -> str:
    """Twilio's signature, made without its SDK."""
    text = url + "".join(name + form[name] for name in sorted(form))
    return b64encode(digest(TOKEN.encode(), text.encode(), how)).decode()


async def post(line: Line | None, target: str, form: Any, **headers: str) -> httpx.Response:
    """Call as Twilio does."""
    web: Web = without_database(texting=line)
    async with client(web, raises=False) as twilio:
        if isinstance(form, bytes):
            return await twilio.post(target, content=form, headers=headers)
        return await twilio.post(target, data=form, headers=headers)


FORMS = [
    {"MessageSid": "SM1", "From": "+40721000001", "Body": "JOIN"},
    {"MessageSid": "SM1", "From": "+40721000001", "Body": " join  "},
    {"MessageSid": "SM1", "Body": "", "FromCity": "", "FromZip": ""},
    {"MessageSid": "SM1", "Body": "Кава & 100% +1 = ☕", "ANewOne": "x", "a": "1", "B": "2"},
]


@pytest.mark.parametrize("form", FORMS)
async def test_a_right_signature_is_believed_with_spaces_blanks_and_new_fields(
    form: dict[str, str],
) -> None:
    line = Line()
    answer = await post(line, SMS, form, **{"X-Twilio-Signature": sign(PUBLIC + SMS, form)})

    assert (answer.status_code, line.heard) == (200, [form])


async def test_the_signature_of_twilios_own_example_holds() -> None:
    form = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675309",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
    }
    line = Line()
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"

    fields = {name: [value] for name, value in form.items()}
    assert line.twilio.is_signed(url, fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "")


@pytest.mark.parametrize(
    "url",
    [
        "http://bot.example.com"
        + SMS,  # a proxy ends TLS: the address that counts is the public one
        "https://other.example.com" + SMS,
        PUBLIC + SMS + "?x=1",
        PUBLIC + STATUS,
    ],
)
async def test_a_signature_for_another_address_is_refused(url: str) -> None:
    line = Line()
    answer = await post(line, SMS, FORMS[0], **{"X-Twilio-Signature": sign(url, FORMS[0])})

    assert (problem_of(answer)["status"], line.heard) == (403, [])


@pytest.mark.parametrize("port", ["", ":443"])
async def test_twilio_may_sign_with_or_without_the_usual_port(port: str) -> None:
    line = Line()
    signature = sign(f"https://bot.example.com{port}{SMS}", FORMS[0])

    assert (await post(line, SMS, FORMS[0], **{"X-Twilio-Signature": signature})).is_success


@pytest.mark.parametrize("signature", [None, "", "x", "ключ".encode().decode("latin-1")])
async def test_a_missing_or_wrong_signature_is_refused(signature: str | None) -> None:
    line = Line()
    headers = {} if signature is None else {"X-Twilio-Signature": signature}
    web = without_database(texting=line)
    async with client(web, raises=False) as twilio:
        raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        answer = await twilio.post(SMS, data=FORMS[0], headers=raw)

    assert (answer.status_code, line.heard) == (403, [])


async def test_a_changed_field_is_refused() -> None:
    line, form = Line(), FORMS[1]
    signature = sign(PUBLIC + SMS, form)
    for changed in (
        form | {"Body": form["Body"].strip()},
        form | {"From": "+40721000002"},
        {**form, "More": ""},
    ):
        answer = await post(line, SMS, changed, **{"X-Twilio-Signature": signature})
        assert answer.status_code == 403
    assert line.heard == []


async def test_the_algorithm_is_the_one_the_header_names() -> None:
    line = Line()
    settings = {"X-Twilio-Webhooks-Signature-Settings": "key=abc,algorithm=HMAC_SHA256"}
    right = {"X-Twilio-Signature": sign(PUBLIC + SMS, FORMS[0], sha256)}
    other = {"X-Twilio-Webhooks-Signature-Settings": "algorithm=HMAC_MD5"}

    assert (await post(line, SMS, FORMS[0], **settings, **right)).status_code == 200
    assert (await post(line, SMS, FORMS[0], **right)).status_code == 403
    assert (await post(line, SMS, FORMS[0], **other, **right)).status_code == 403


async def test_the_query_is_signed_as_it_was_sent_and_tells_our_id() -> None:
    line, form = Line(), {"MessageSid": "SM1", "MessageStatus": "sent"}
    target = f"{STATUS}?m=42&note=a%20b+c"
    answer = await post(line, target, form, **{"X-Twilio-Signature": sign(PUBLIC + target, form)})

    assert (answer.status_code, answer.content, line.states) == (204, b"", [(form, "42")])


async def test_a_public_address_with_a_path_is_the_one_that_counts() -> None:
    line = Line(PUBLIC + "/loyalty")
    signature = sign(f"{PUBLIC}/loyalty{SMS}", FORMS[0])

    assert (await post(line, SMS, FORMS[0], **{"X-Twilio-Signature": signature})).is_success


async def test_the_answer_is_xml_whatever_is_said() -> None:
    answer = await post(
        Line(), SMS, FORMS[0], **{"X-Twilio-Signature": sign(PUBLIC + SMS, FORMS[0])}
    )

    assert answer.headers["content-type"].startswith("application/xml")
    assert answer.text == (
        '<?xml version="1.0" encoding="UTF-8"?>'
        "<Response><Message>2 &lt; 3 &amp; “x”</Message></Response>"
    )


async def test_too_long_too_many_or_unreadable_forms_are_refused() -> None:
    line = Line()
    assert (await post(line, SMS, b"x" * 70_000)).status_code == 413
    assert (await post(line, SMS, b"&".join([b"a=1"] * 300))).status_code == 400
    assert (await post(line, SMS, b"\xff\xfe")).status_code == 400
    assert line.heard == []


@pytest.mark.parametrize("path", [SMS, STATUS])
async def test_without_an_account_it_is_503_and_other_methods_are_405(path: str) -> None:
    assert problem_of(await post(None, path, FORMS[0]))["status"] == 503
    async with client(without_database(texting=Line())) as stranger:
        assert (await stranger.get(path)).status_code == 405
