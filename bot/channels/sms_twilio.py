"""
Text messages by Twilio. The one owner of its SDK.

The SDK ignores its own timeout and, told to, repeats what must not be repeated: both are ours.
"""

import asyncio
import logging
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from random import SystemRandom
from typing import Any

from aiohttp import ClientConnectorError, ClientError
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.request_validator import RequestValidator, get_signature_algorithm
from twilio.rest import Client

from bot.channels.sms_errors import refusal
from bot.channels.sms_text import Written, write
from bot.conversation.messages import Spoken
from bot.ports import Sent, TryLater
from core.program.sms import Sms

REQUEST_TIMEOUT_S = 15.0
FLOOD_S, FLOOD_MAX_S, FLOOD_JITTER = 0.1, 30.0, 0.1
VALID_S = 14_400  # what no phone took in four hours is old news
LISTED_MAX, CAME_IN_MAX = 50, 1000
STATUS_PATH = "/webhooks/twilio/status"

logging.getLogger("twilio.async_http_client").setLevel(logging.WARNING)  # its INFO holds numbers
log = logging.getLogger(__name__)

Remember = Callable[[str, str, Written], Awaitable[None]]
"""Takes a number, Twilio's name of a message to it, and the message, which offers choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """A message somebody sent us, as Twilio lists it."""

    sid: str
    sender: str
    receiver: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A message Twilio knows of."""

    sid: str
    status: str
    code: str  # of the error
    parts: int
    ours: bool  # we began it; otherwise it answers one, or came in
    created_at: datetime


class TwilioSms:
    """One account's text messages; sender is a number, or a Messaging Service's "MG…"."""

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        sender: str,
        api_url: str,
        rules: Callable[[], Sms],
        callbacks: Callable[[], str | None],
        remember: Remember | None = None,
        timeout_s: float = REQUEST_TIMEOUT_S,
    ) -> None:
        self._credentials = account_sid, auth_token
        self._from = {"messaging_service_sid" if sender.startswith("MG") else "from_": sender}
        self._api_url = api_url
        self._rules = rules
        self._callbacks = callbacks  # our public address, where Twilio can tell of a message
        self._remember = remember
        self._timeout_s = timeout_s
        self._validator = RequestValidator(auth_token)
        self._http: AsyncTwilioHttpClient | None = None
        self._client: Client | None = None
        self._floods = 0

    async def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.close()

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """
        Send it once. The reference comes back with whatever Twilio tells of the message.

        Raises Undeliverable, TryLater (with maybe_sent when no answer came) or ChannelRefused.
        """
        written = self._written(spoken)
        callback = self._callbacks()
        told = {"status_callback": f"{callback}{STATUS_PATH}?m={reference}"} if callback else {}
        async with self._asked() as client:
            made = await client.messages.create_async(
                to=address,
                body=written.text,
                validity_period=min(spoken.valid_s or VALID_S, VALID_S),
                **self._from,
                **told,
            )
        if made.sid is None:
            raise TryLater(reason="an answer without a sid", maybe_sent=True)
        await self._remembered(address, made.sid, written)
        return Sent(id=made.sid, parts=written.parts)

    def parts(self, spoken: Spoken) -> int:
        """As how many parts it is sent and paid for."""
        return self._written(spoken).parts

    async def sent_to(self, address: str, since: datetime) -> list[Listed]:
        """What Twilio sent to that number since then. Raises TryLater or ChannelRefused."""
        async with self._asked() as client:
            found = await client.messages.list_async(
                to=address, date_sent_after=since, limit=LISTED_MAX
            )
        return [_listed(one) for one in found if one.sid]

    async def came_in(self, since: datetime) -> list[CameIn]:
        """What was sent to us since then, the oldest first. Raises TryLater or ChannelRefused."""
        ours = {"to": self._from["from_"]} if "from_" in self._from else {}
        async with self._asked() as client:
            found = await client.messages.list_async(
                date_sent_after=since, limit=CAME_IN_MAX, **ours
            )
        oldest_first = map(_came_in, filter(_is_inbound, reversed(found)))
        return sorted(oldest_first, key=lambda one: one.at)  # of one second they stay in order

    async def say(self, address: str, text: str) -> None:
        """Send a text as it is: the answer to one that was fetched. Raises as send does."""
        async with self._asked() as client:
            await client.messages.create_async(
                to=address, body=text, validity_period=VALID_S, **self._from
            )

    async def check(self) -> str:
        """The account's state: "active" is well. Raises ChannelRefused or TryLater."""
        async with self._asked() as client:
            account = await client.api.accounts(self._credentials[0]).fetch_async()
        return str(account.status or "")

    def is_signed(
        self, url: str, params: Mapping[str, Sequence[str]], signature: str, settings: str
    ) -> bool:
        """Whether Twilio signed that form for that address; settings name the algorithm."""
        algorithm = get_signature_algorithm(settings)
        return bool(self._validator.validate(url, _Form(params), signature, algorithm))

    def _written(self, spoken: Spoken) -> Written:
        rules = self._rules()
        return write(spoken, parts=rules.parts, transliterate=rules.transliterate)

    async def _remembered(self, address: str, sid: str, written: Written) -> None:
        """What its numbers offer. The message is sent: whatever fails here must not repeat it."""
        if self._remember is None or not written.choices:
            return
        try:
            await self._remember(address, sid, written)
        except Exception as error:
            log.error("the choices of %s are lost: %s", sid, type(error).__name__)

    @asynccontextmanager
    async def _asked(self) -> AsyncIterator[Client]:
        """The client, and its errors as ours."""
        try:
            async with asyncio.timeout(self._timeout_s):
                yield self._connected()
        except (TimeoutError, ClientError, TwilioException, ValueError) as error:
            raise self._translated(error) from None
        self._floods = 0

    def _connected(self) -> Client:
        if self._client is None:  # it needs a running loop
            self._http = _Http()
            self._client = Client(*self._credentials, http_client=self._http, environment={"": ""})
            self._client.api.base_url = self._api_url
        return self._client

    def _translated(self, error: Exception) -> Exception:
        if isinstance(error, ClientConnectorError):
            return TryLater(reason="Twilio can't be reached")
        if isinstance(error, TwilioRestException | TwilioServiceException):
            return refusal(error.status, int(error.code or error.status), flood_s=self._flooded)
        return TryLater(reason=type(error).__name__, maybe_sent=True)

    def _flooded(self) -> float:
        """How long to pause if Twilio is flooded: twice as long each time."""
        pause_s: float = min(FLOOD_S * 2**self._floods, FLOOD_MAX_S)
        self._floods = min(self._floods + 1, 16)
        return pause_s * (1 + SystemRandom().uniform(-FLOOD_JITTER, FLOOD_JITTER))


class _Http(AsyncTwilioHttpClient):  # type: ignore[misc]  # the SDK ships no types
    """The SDK's way to Twilio, but for aiohttp's BasicAuth, which is to be removed."""

    async def request(self, method: str, url: str, **given: Any) -> Any:
        """Make a request."""
        user, password = given.pop("auth")
        proof = b64encode(f"{user}:{password}".encode()).decode()
        headers = {**(given.pop("headers") or {}), "Authorization": f"Basic {proof}"}
        return await super().request(method, url, headers=headers, **given)


class _Form(dict[str, Sequence[str]]):
    """A form as the SDK reads one: every value of a name."""

    def getlist(self, name: str) -> Sequence[str]:
        """The name's values."""
        return self[name]


def _is_inbound(one: Any) -> bool:
    return bool(one.sid) and str(getattr(one.direction, "value", one.direction)) == "inbound"


def _came_in(one: Any) -> CameIn:
    return CameIn(
        sid=one.sid,
        sender=str(one.from_ or ""),
        receiver=str(one.to or ""),
        text=str(one.body or ""),
        at=one.date_created or datetime.now(UTC),
    )


def _listed(one: Any) -> Listed:
    return Listed(
        sid=one.sid,
        status=str(getattr(one.status, "value", one.status) or ""),
        code=str(one.error_code or ""),
        parts=int(one.num_segments or 0),
        ours=str(getattr(one.direction, "value", one.direction)) == "outbound-api",
        created_at=one.date_created or datetime.now(UTC),
    )
