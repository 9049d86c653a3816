"""The shop's line for text messages: what comes in, what goes out, what is told of it."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Protocol
from urllib.parse import urlsplit

from bot.acts import Acts
from bot.channels.sms_hearing import talk_of
from bot.channels.sms_telling import reconcile, tell, told_in
from bot.channels.sms_text import Written
from bot.channels.sms_twilio import CameIn, Remember, TwilioSms
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.conversation.words import Vocabulary
from bot.ports import ChannelRefused, Database, TryLater, Undeliverable, WorldError
from bot.settings import Settings
from core.model import Channel
from core.program.sms import Sms
from core.tables import chats, sms
from core.tables.sms import Heard
from core.transaction import Transaction

LOOK_S = 60.0
CATCH_UP_EVERY = 10  # looks, in the first two of which lost messages are asked for
WEBHOOK = timedelta(minutes=2)  # a webhook surely has ended by then, tried twice
OVERLAP, LOST_KEPT = timedelta(minutes=10), timedelta(hours=24)
NEAR = ("127.0.0.1", "localhost", "::1")
Port = Callable[[], int]
"""The port we listen on, once it is known; before, 0."""

HEARD_KEPT, TOLD_KEPT = timedelta(days=2), timedelta(days=40)

log = logging.getLogger(__name__)


class Leading(Protocol):
    """Who knows whether this process is the one that pushes."""

    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsLine:
    """Hears text messages, and remembers what was offered by them."""

    database: Database
    acts: Acts
    texts: Texts
    vocabulary: Vocabulary
    router: Router
    twilio: TwilioSms
    address: Callable[[], str]  # ours, as the provider knows it

    def is_signed(
        self, target: str, form: Mapping[str, Sequence[str]], signature: str, settings: str
    ) -> bool:
        """Whether the provider signed that form for that path and query of ours."""
        return self.twilio.is_signed(self.address() + target, form, signature, settings)

    async def hear(self, params: Mapping[str, str], *, late: bool = False) -> str:
        """
        Answer one message; its effects are committed when this returns. "" is silence. What comes
        late, behind newer ones, is only asked for again.

        Raises WorldError: then nothing was done, and the message must come again.
        """
        talk = talk_of(self.acts, self.texts, self.vocabulary, params, late=late)
        if talk is None:
            return ""
        await self.router.remember(talk.incoming, talk)
        return talk.reply

    async def told(self, params: Mapping[str, str], message: str) -> None:
        """Take over what the provider tells of a message; our own id of it, or "". Raises same."""
        tale, now = told_in(params, message), self.acts.clock()
        if tale is not None:
            await self.database.run(lambda tx: tell(tx, tale, now=now))

    async def catch_up(self) -> int:
        """
        Hear what was sent while nobody heard it: Twilio tries a webhook once, and then gives up.

        How many there were. What is younger than it takes a webhook is left to that. Raises
        TryLater, ChannelRefused or WorldError; what was not heard then is fetched the next time.
        """
        now = self.acts.clock()
        until, last = now - WEBHOOK, await self.database.read(sms.caught_up)
        lost = await self._lost(max(last - OVERLAP, now - LOST_KEPT), until) if last else []
        for one, late in lost:
            form = {"From": one.sender, "To": one.receiver, "Body": one.text}
            if reply := await self.hear({**form, "MessageSid": one.sid}, late=late):
                with suppress(Undeliverable):
                    await self.twilio.say(one.sender, reply)
        await self.database.run(partial(sms.catch_up, until=until))
        return len(lost)

    async def _lost(self, since: datetime, until: datetime) -> list[tuple[CameIn, bool]]:
        """Each, and whether a newer one of that number was answered already."""
        listed = [one for one in await self.twilio.came_in(since) if one.at <= until]

        def unheard(tx: Transaction) -> list[tuple[CameIn, bool]]:
            lost = [one for one in listed if not sms.was_seen(tx, one.sid)]
            return [(one, sms.count_since(tx, one.sender, one.at) > 0) for one in lost]

        return await self.database.read(unheard)

    async def close(self) -> None:
        """Close the connections."""
        await self.twilio.close()

    async def keep_looking(self, stop: asyncio.Event, who: Leading) -> None:
        """Clear up every minute while this process leads, until stopped; at times catch up."""
        for minute in count():
            if stop.is_set():
                break
            try:
                if who.leads:
                    await self.look_after()
                    if minute % CATCH_UP_EVERY <= 1:
                        await self.catch_up()
            except (TryLater, ChannelRefused, WorldError) as later:
                log.warning("can't ask Twilio what became of messages: %s", later)
            except Exception:
                log.exception("asking Twilio broke off")
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_S):
                    await stop.wait()

    async def look_after(self) -> int:
        """
        Clear up what became of messages that nobody told of, and forget what is old: for a job.

        How many were cleared up. Raises TryLater, ChannelRefused or WorldError.
        """
        return await look_after(self.database, self.twilio, self.acts.clock())


async def look_after(database: Database, twilio: TwilioSms, now: datetime) -> int:
    """As SmsLine.look_after: for who has no line to answer on."""
    await database.run(
        lambda tx: sms.purge(tx, heard_before=now - HEARD_KEPT, told_before=now - TOLD_KEPT)
    )
    return await reconcile(database, twilio, now=now)


def open_line(
    *, settings: Settings, database: Database, acts: Acts, texts: Texts, router: Router, port: Port
) -> SmsLine:
    """The line of the account in the settings, which must name one (settings.has_sms)."""
    return SmsLine(
        database=database,
        acts=acts,
        texts=texts,
        vocabulary=Vocabulary(texts),
        router=router,
        twilio=outlet_of(settings, database, acts, port),
        address=partial(_address, settings, port),
    )


def outlet_of(
    settings: Settings, database: Database, acts: Acts, port: Port = lambda: 0
) -> TwilioSms:
    """What sends, for the account in the settings, which must name one; close it at the end."""

    async def remember(number: str, sid: str, written: Written) -> None:
        now = acts.clock()
        await database.run(partial(_keep, number=number, sid=sid, written=written, now=now))

    def callbacks() -> str | None:
        return _address(settings, port) if settings.public_url or reaches_us(settings) else None

    return account_of(
        settings, rules=lambda: acts.program.sms, callbacks=callbacks, remember=remember
    )


def account_of(
    settings: Settings,
    *,
    rules: Callable[[], Sms] = Sms,
    callbacks: Callable[[], str | None] = lambda: None,
    remember: Remember | None = None,
) -> TwilioSms:
    """The account in the settings, which must name one; close it at the end."""
    account, token = settings.twilio_account_sid, settings.twilio_auth_token
    assert account  # noqa: S101 has_sms says so, of all three
    assert token  # noqa: S101 same
    assert settings.twilio_from  # noqa: S101 same
    return TwilioSms(
        account_sid=account,
        auth_token=token.get_secret_value(),
        sender=settings.twilio_from,
        api_url=settings.twilio_api_url,
        rules=rules,
        callbacks=callbacks,
        remember=remember,
    )


def reaches_us(settings: Settings) -> bool:
    """Whether the API is a stand-in on this machine, which needs no public address of ours."""
    return urlsplit(settings.twilio_api_url).hostname in NEAR


def _address(settings: Settings, port: Port) -> str:
    """Where the provider finds us: the signature covers it."""
    return settings.public_url or f"http://{settings.host}:{port() or settings.port}"


def _keep(tx: Transaction, *, number: str, sid: str, written: Written, now: datetime) -> None:
    """Remember what a message that nobody asked for offers by number."""
    chats.take(tx, Channel.SMS, number)
    choices = {"shown": written.choices, "rest": "", "all": [], "more": ""}
    sms.keep(tx, number, sid, Heard(reply=written.text, choices=choices), now=now)
