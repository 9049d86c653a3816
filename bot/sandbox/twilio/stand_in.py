"""The stand-in itself: one account's text messages on the loopback, for the demo and the tests."""

import asyncio
import hmac
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from hashlib import sha1
from types import TracebackType
from xml.etree import ElementTree

from aiohttp import ClientError, ClientSession

from bot.sandbox.loopback import listening
from bot.sandbox.twilio.failures import Failure, Fate
from bot.sandbox.twilio.messages import Message, State, Texted, new_sid
from bot.sandbox.twilio.server import Server

STOP_WORDS = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"}
START_WORDS = {"START", "YES", "UNSTOP"}
HELP_WORDS = {"HELP", "INFO"}
CARRIER = {
    "STOP": "You have successfully been unsubscribed. You will not receive any more messages from"
    " this number. Reply START to resubscribe.",
    "START": "You have successfully been re-subscribed to messages from this number. Reply HELP for"
    " help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    "HELP": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


class TwilioStandIn:
    """
    A Twilio account on this machine, and the phones that text with its number.

    ``async with TwilioStandIn() as twilio`` listens at twilio.url; webhook is where it sends what
    comes in: the bot's own address, as the signature covers it.
    """

    def __init__(
        self,
        *,
        account: str = "AC" + "0" * 32,
        token: str = "sandbox",  # noqa: S107 opens nothing
        number: str = "+15005550006",
        webhook: str = "",
    ) -> None:
        self.account, self.token, self.number = account, token, number
        self.webhook = webhook
        self.fate = Fate()
        self.deaf = False  # set: what phones text does not reach the bot
        self._state = State(account, token, number)
        self._server = Server(self._state, taken=self._taken)
        self._life = AsyncExitStack()
        self._pending: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "TwilioStandIn":
        self._url = await self._life.enter_async_context(listening(self._server.app))
        self._client = await self._life.enter_async_context(ClientSession())
        self._work = await self._life.enter_async_context(asyncio.TaskGroup())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._pending:
            task.cancel()
        await self._life.aclose()

    @property
    def url(self) -> str:
        """The API's base address."""
        return self._url

    @property
    def asked(self) -> list[dict[str, str]]:
        """Every message the bot wanted to send, as it asked."""
        return self._server.asked

    @property
    def messages(self) -> list[Message]:
        """Every message that was taken, oldest first."""
        return [one for one in self._state.messages.values() if one.direction != "inbound"]

    def phone(self, number: str) -> "Phone":
        """Somebody's phone."""
        return Phone(self, number)

    def fail(self, *failures: Failure) -> None:
        """Order failures for the next messages, one each."""
        self._server.failures += failures

    def on_texted(self, listener: Callable[[Texted], None]) -> None:
        """Hear of everything that is shown on a phone."""
        self._state.listeners.append(listener)

    async def settled(self) -> None:
        """Wait until everything there is to tell was told."""
        while self._pending:
            await asyncio.wait(self._pending)

    async def tells(self, message: Message, status: str, code: int | None = None) -> int:
        """Tell the bot of a state, now; its HTTP answer."""
        fields = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": status,
            "SmsStatus": status,
            "To": message.to,
            "From": message.sender,
            "AccountSid": self.account,
            "ApiVersion": "2010-04-01",
        }
        if code is not None:
            fields["ErrorCode"] = str(code)
        answer, _ = await self.posts(message.callback, fields)
        return answer

    async def posts(
        self, url: str, fields: Mapping[str, str], signature: str | None = None
    ) -> tuple[int, str]:
        """Call a webhook with a form, rightly signed unless told otherwise; status and body."""
        headers = {"X-Twilio-Signature": self.sign(url, fields) if signature is None else signature}
        async with self._client.post(url, data=dict(fields), headers=headers) as response:
            return response.status, await response.text()

    def sign(self, url: str, fields: Mapping[str, str]) -> str:
        """The signature: over the address and every field by name."""
        text = url + "".join(name + fields[name] for name in sorted(fields))
        return b64encode(hmac.digest(self.token.encode(), text.encode(), sha1)).decode()

    async def hears(self, number: str, text: str, **more: str) -> list[str]:
        """A phone texts: what it receives for it, the carrier's own words first."""
        self._state.tell(Texted(number=number, text=text, from_phone=True))
        received = len(self._state.phones.setdefault(number, []))
        self._carrier(number, text)
        sid = more.pop("MessageSid", new_sid())
        fields = {
            "MessageSid": sid,
            "SmsMessageSid": sid,
            "SmsSid": sid,
            "AccountSid": self.account,
            "From": number,
            "To": self.number,
            "Body": text,
            "NumMedia": "0",
            "NumSegments": "1",
            "FromCity": "",
            "ApiVersion": "2010-04-01",
        } | more
        self._state.add(
            Message(
                sid=sid, to=self.number, sender=number, body=text, direction="inbound",
                status="received",
            )
        )  # fmt: skip
        if self.deaf:  # nobody listens: the message is lost but for the list
            return self._state.phones[number][received:]
        status, body = await self.posts(f"{self.webhook}/webhooks/twilio/sms", fields)
        if status == 200:
            self._reply(number, body)
        return self._state.phones[number][received:]

    def _carrier(self, number: str, text: str) -> None:
        word = text.strip().upper()
        for words, key in ((STOP_WORDS, "STOP"), (START_WORDS, "START"), (HELP_WORDS, "HELP")):
            known = word in words
            if known and not (key == "START" and number not in self._state.stopped):
                self._state.arrives(number, CARRIER[key])
            if known and key == "STOP":
                self._state.stopped.add(number)
            if known and key == "START":
                self._state.stopped.discard(number)

    def _reply(self, number: str, body: str) -> None:
        root = ElementTree.fromstring(body)  # noqa: S314 the bot's own answer
        for element in root.iter("Message"):
            if number in self._state.stopped:
                continue  # 21610: nobody sees it
            text = "".join(element.itertext())
            self._state.add(
                Message(
                    sid=new_sid(),
                    to=number,
                    sender=self.number,
                    body=text,
                    direction="outbound-reply",
                    status="delivered",
                )
            )
            self._state.arrives(number, text)

    def _taken(self, message: Message) -> None:
        """A message was taken: it arrives, and the bot is told of it."""
        fate = self.fate
        task = self._work.create_task(self._live(message, fate))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    async def _live(self, message: Message, fate: Fate) -> None:
        await asyncio.sleep(fate.after_s)
        if "delivered" in fate.statuses:
            self._state.arrives(message.to, message.body)
        for status in fate.statuses:
            failed = status in ("undelivered", "failed")
            message.status, message.code = status, fate.code if failed else None
            for _ in range(fate.times if fate.told and message.callback else 0):
                try:
                    await self.tells(message, status, message.code)
                except (ClientError, OSError):
                    return  # nobody listens any more


class Phone:
    """Somebody's phone."""

    def __init__(self, twilio: TwilioStandIn, number: str) -> None:
        self._twilio, self.number = twilio, number

    async def texts(self, text: str, **more: str) -> list[str]:
        """Text the shop's number; what comes back, the carrier's own words first."""
        return await self._twilio.hears(self.number, text, **more)

    @property
    def received(self) -> list[str]:
        """Everything that ever arrived, oldest first."""
        return list(self._twilio._state.phones.get(self.number, []))
