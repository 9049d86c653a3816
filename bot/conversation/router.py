"""The router: one message, one transaction, one answer."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.acts import Acts
from bot.conversation import customer, owner, questions, staff
from bot.conversation.buttons import menu_rows
from bot.conversation.customer import buying
from bot.conversation.handling import Refused, handled, not_understood
from bot.conversation.memories import Memory
from bot.conversation.messages import TEXT_MAX, Answer, Button, Incoming, Line, Spoken, storable
from bot.conversation.repeats import Again, digest, nothing_done, standing_of
from bot.conversation.request import Behind, Request
from bot.conversation.texts import Texts
from bot.conversation.understanding import meaning
from bot.conversation.words import NONCE, Said, Vocabulary, may_all, offered
from bot.logs import caused_by
from bot.pictures import qr_png
from bot.ports import Database, WorldError
from core import guarding, staffing
from core.act import Act
from core.errors import LoyaltyError
from core.model import Channel, Chat, Member
from core.notices import MEMBER
from core.staffing import STAFF
from core.tables import chats, dead_letters, heard, members
from core.tables.heard import Heard
from core.transaction import Transaction

log = logging.getLogger(__name__)
assert all((customer, staff, owner))  # noqa: S101 the imports register their words

CHECKOUT_S = 6.0  # Telegram waits 10 s for a yes, and the way there and back takes some of them


class LetInAgain(Exception):
    """Who had blocked the bot speaks: to be remembered first, as a refusal must not undo it."""


class Router:
    """Answers what people say, on every channel."""

    def __init__(
        self,
        database: Database,
        acts: Acts,
        *,
        texts: Texts | None = None,
        bot: Callable[[], str | None] = lambda: None,
    ) -> None:
        self.bot = bot  # the bot's username, known once Telegram has told it
        self._database = database
        self._acts = acts
        self._texts = texts or Texts.load()
        self._vocabulary = Vocabulary(self._texts)

    async def answer(self, incoming: Incoming) -> Spoken | None:
        """
        Answer one message; its effects are committed when this returns. None is silence.

        Raises only WorldError: then nothing was done, and the update must come again.
        """
        with caused_by(_cause(incoming)):
            return await self._answered(incoming)

    async def _answered(self, incoming: Incoming) -> Spoken | None:
        try:
            return await self._word(*await self._try(incoming))
        except WorldError:
            raise
        except Exception as error:  # a bug of ours must not block the person's queue
            log.exception("bug while answering event %s", incoming.event_id)
            sender, event_id = incoming.sender, incoming.event_id
            await self.bury(incoming.channel, sender, event_id, incoming.text, error)
            await self._note_refused(incoming, "")
            apology = buying.stuck() if incoming.money else self._apology()
            return await self._word(self._guess(incoming), apology)

    async def remember(self, incoming: Incoming, memory: Memory) -> None:
        """
        Answer one message on a channel with a memory, which holds the answer when this returns.

        Raises only WorldError: then nothing was done, and the message must come again.
        """
        with caused_by(_cause(incoming)):
            await self._remembered(incoming, memory)

    async def _remembered(self, incoming: Incoming, memory: Memory) -> None:
        try:
            await self._database.run(partial(self._act_remembering, incoming, memory))
            log.info("acted")
        except WorldError:
            raise
        except Refused as refused:
            await self._count_guess(incoming, refused.refusal)
            answer = self._offering(refused.answer)
            await self._keep(incoming, memory, refused.language, answer)
        except Exception as error:  # a bug of ours must not be told as silence
            log.exception("bug while answering event %s", incoming.event_id)
            sender, event_id = incoming.sender, incoming.event_id
            await self.bury(incoming.channel, sender, event_id, incoming.text, error)
            await self._keep(incoming, memory, self._guess(incoming), self._apology())

    async def _count_guess(self, incoming: Incoming, refusal: LoyaltyError) -> None:
        """Count what looks like guessing; apart, as a refusal rolls everything back."""
        if guarding.is_wrong(refusal):
            who = staffing.who(incoming.channel, incoming.sender)
            act = self._acts.new(f"guess:{incoming.event_id}", actor=f"{STAFF}{incoming.sender}")
            await self._database.run(partial(guarding.count, act=act, who=who))

    async def _keep(
        self, incoming: Incoming, memory: Memory, language: str, answer: Answer
    ) -> None:
        """Remember an answer whose transaction was rolled back."""

        def work(tx: Transaction) -> None:
            chats.take(tx, incoming.channel, incoming.sender)
            memory.keep(tx, language, answer)

        await self._database.run(work)

    def _act_remembering(self, incoming: Incoming, memory: Memory, tx: Transaction) -> None:
        meant = memory.recall(tx, incoming)
        if meant is not None:
            chat = chats.take(tx, meant.channel, meant.sender)
            memory.keep(tx, *self._act(meant, chat, tx))

    async def checkout(self, incoming: Incoming) -> str:
        """
        Whether somebody may pay now: empty is yes, else why not, in their words.

        It waits for no writer and for nothing long, and never raises: without an answer in time
        the payment fails, and the person is not told why.
        """
        try:
            async with asyncio.timeout(CHECKOUT_S):
                await self._database.read(partial(self._check_out, incoming))
        except Refused as refused:
            key, values = refused.refusal.key, refused.refusal.values
            return self._texts.say(refused.language, key, values, self._acts.program)
        except (WorldError, TimeoutError) as error:
            log.error("%s refused: %s", incoming.event_id, type(error).__name__)
            return self._texts.label(self._guess(incoming), "buy-not-now")
        except Exception:
            log.exception("bug while answering %s", incoming.event_id)
            return self._texts.label(self._guess(incoming), "buy-not-now")
        return ""

    async def reachable(self, channel: Channel, address: str, *, yes: bool) -> None:
        """Remember that the person blocked the bot, or let it in again."""
        at = None if yes else self._acts.clock()
        await self._database.run(
            partial(chats.mark_blocked, channel=channel, address=address, at=at)
        )

    async def bury(
        self, channel: Channel, sender: str, event_id: str, body: str, error: BaseException
    ) -> None:
        """Keep an update that met a bug of ours, in a transaction of its own."""
        work = partial(
            dead_letters.bury,
            channel=channel,
            address=sender,
            event_id=event_id,
            body=storable(body)[:TEXT_MAX],
            error=storable(f"{type(error).__name__}: {error}")[:TEXT_MAX],
            now=self._acts.clock(),
        )
        await self._database.run(work)

    async def _word(self, language: str, answer: Answer) -> Spoken:
        if answer.qr:  # drawing takes long enough to be kept off the loop; it is remembered
            await asyncio.to_thread(qr_png, answer.qr)
        if answer.chart:
            program = self._acts.program
            return await asyncio.to_thread(self._texts.word, language, answer, program)
        return self._texts.word(language, answer, self._acts.program)

    async def _try(self, incoming: Incoming) -> tuple[str, Answer]:
        if not incoming.private:
            return self._guess(incoming), self._go_private()
        try:
            read = self._database.read_long if incoming.file else self._database.read
            answered = await read(partial(self._read, incoming))
            if answered and answered[1].then:
                await self._database.run(partial(_write_after, incoming, answered[1].then))
                log.info("acted")
            if answered is None:
                answered = await self._database.run(partial(self._act_once, incoming))
                log.info("acted")
            return answered
        except Again as again:
            return again.language, again.answer
        except LetInAgain:
            await self.reachable(incoming.channel, incoming.sender, yes=True)
            return await self._try(incoming)
        except Refused as refused:
            await self._count_guess(incoming, refused.refusal)
            if refused.met is not None:
                await self._note_refused(incoming, refused.met)
            if incoming.money:
                return refused.language, buying.not_booked(incoming.money, refused.refusal)
            return refused.language, self._offering(refused.answer)

    def _check_out(self, incoming: Incoming, tx: Transaction) -> None:
        """Look whether it may be paid, in a snapshot. Raises Refused."""
        chat = chats.find(tx, incoming.channel, incoming.sender)
        request, _ = self._understand(incoming, tx, chat)
        try:
            buying.check_out(request)
        except LoyaltyError as refusal:
            raise Refused(request.language, refusal) from refusal

    def _read(self, incoming: Incoming, tx: Transaction) -> tuple[str, Answer] | None:
        """Answer from a snapshot if that word only reads; None when it must be written."""
        chat = chats.find(tx, incoming.channel, incoming.sender)
        if chat.blocked_at and not incoming.money:  # a renewal is nothing they say
            raise LetInAgain
        request, said = self._understand(incoming, tx, chat)
        if said is None or _changes(said):
            return None
        if questions.is_open(chat.question) and not incoming.file:
            return None
        return request.language, self._offering(handled(request, said), request)

    def _act_once(self, incoming: Incoming, tx: Transaction) -> tuple[str, Answer]:
        """Answer with the chat locked. Raises Again, with the answer, for what came before."""
        chat = chats.take(tx, incoming.channel, incoming.sender)
        if incoming.money:  # known by the payment
            return self._act(incoming, chat, tx)
        met = Heard(question=chat.question)
        before = heard.note(tx, digest(incoming), met, now=self._acts.clock())
        if before is None:
            try:
                return self._act(incoming, chat, tx)
            except Refused as refused:
                refused.met = chat.question
                raise
        then, standing = replace(chat, question=before.question), standing_of(tx, chat)
        language, answer = self._act(incoming, then, tx)
        if before.refused or standing_of(tx, chat) != standing:  # it was so then, but isn't now
            answer = self._offering(nothing_done(Behind(tx=tx, chat=chat)))
        raise Again(language, answer)

    async def _note_refused(self, incoming: Incoming, question: str) -> None:
        """Have what was refused never done, should it come again; apart, as it is rolled back."""
        met, now = Heard(question=question, refused=True), self._acts.clock()
        await self._database.run(partial(heard.note, digest=digest(incoming), heard=met, now=now))

    def _act(self, incoming: Incoming, chat: Chat, tx: Transaction) -> tuple[str, Answer]:
        """Answer in the chat, which is taken."""
        request, said = self._understand(incoming, tx, chat)
        if not incoming.money:
            questions.close(request)
        if said is None:
            return request.language, self._offering(self._not_understood(request), request)
        answer = self._offering(handled(request, said), request)
        if answer.then:
            answer.then(tx)
        return request.language, answer

    def _not_understood(self, request: Request) -> Answer:
        text, language, may = request.text, request.language, request.behind.may
        others = self._vocabulary.recognise(text, language, may_all)
        near = None if others else self._vocabulary.near(text, language, self._acts.program, may)
        return not_understood(request, others, near)

    def _understand(
        self, incoming: Incoming, tx: Transaction, chat: Chat
    ) -> tuple[Request, Said | None]:
        member = members.find(tx, chat.member_id) if chat.member_id else None
        language = self._language(incoming, chat, member)
        behind = Behind(tx=tx, chat=chat)
        program = self._acts.program
        said = meaning(self._vocabulary, program, incoming, chat, language, behind)
        request = Request(
            tx=tx,
            act=self._act_for(incoming, said),
            behind=behind,
            incoming=incoming,
            chat=chat,
            member=member,
            language=language,
            args=said.args if said else [],
            text=said.text if said else incoming.text,
            screen=said.nonce if said and said.nonce else incoming.event_id,
            bot=self.bot(),
            months=self._texts.months(language),
            typed=self._texts.words_anywhere,
            wording=self._texts.version,
        )
        return request, said

    def _act_for(self, incoming: Incoming, said: Said | None) -> Act:
        if said and said.nonce:  # the id was made when the button was drawn
            operation_id = " ".join([said.word.name, *said.args, said.nonce])
        else:
            operation_id = f"{incoming.channel}:{incoming.event_id}"
        by_staff = said is not None and said.word.role is not None
        actor = f"{STAFF}{incoming.sender}" if by_staff else MEMBER
        return self._acts.new(operation_id, actor=actor)

    def _apology(self) -> Answer:
        return self._offering(Answer(lines=(Line("error-unexpected"),), buttons=menu_rows()))

    def _offering(self, answer: Answer, request: Request | None = None) -> Answer:
        """The answer without the buttons that would lead nowhere in this program."""
        rows = offered(answer.buttons, self._acts.program, request)
        return replace(answer, buttons=rows)

    def _language(self, incoming: Incoming, chat: Chat, member: Member | None) -> str:
        known = chat.language or (member.language if member else None)
        return known if known in self._acts.program.languages else self._guess(incoming)

    def _guess(self, incoming: Incoming) -> str:
        """The channel's guess if the program speaks it, else the program's first language."""
        return self._acts.program.speaks((incoming.language or "").split("-")[0].lower())

    def _go_private(self) -> Answer:
        link = f"https://t.me/{self.bot()}" if self.bot() else None
        rows = ((Button(label=Line("button-private"), url=link),),) if link else ()
        return Answer(lines=(Line("private-only"),), buttons=rows)


def _changes(said: Said) -> bool:
    """Whether something may be written: some words have two sides."""
    return not said.word.reads or said.args[:1] in [[one] for one in said.word.but]


def _write_after(incoming: Incoming, then: Callable[[Transaction], None], tx: Transaction) -> None:
    """What an answer that was read has to leave behind; a question that was open is over."""
    chat = chats.take(tx, incoming.channel, incoming.sender)
    if questions.is_open(chat.question):
        chats.save(tx, replace(chat, question=""))
    then(tx)


def _cause(incoming: Incoming) -> str:
    """
    What the log calls the update: as the ledger does, whose operations are named by it, or by the
    button's own mark, which stands behind it then.
    """
    mark = incoming.text.rpartition(" ")[2]
    known = f" {mark}" if incoming.tap and NONCE.fullmatch(mark) else ""
    return f"{incoming.channel}:{incoming.event_id}{known}"
