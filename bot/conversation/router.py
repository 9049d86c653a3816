"""The router: one message, one transaction, one answer. The only place that catches a refusal."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.acts import Acts
from bot.conversation import customer, owner, staff
from bot.conversation.buttons import Rows, button, contact_words, file_word, menu_rows
from bot.conversation.customer import buying
from bot.conversation.memories import Memory
from bot.conversation.messages import Answer, Button, Incoming, Line, Spoken, storable
from bot.conversation.refusals import refusal_answer
from bot.conversation.request import Behind, Request
from bot.conversation.roles import rows_for
from bot.conversation.staff.scanning import is_sum, scanned, sold
from bot.conversation.texts import Texts
from bot.conversation.words import KNOWN, NONCE, WORDS, Said, Vocabulary, Word, is_for, offered
from bot.logs import caused_by
from bot.pictures import qr_png
from bot.ports import Database, WorldError
from core import guarding, staffing
from core.act import Act
from core.errors import LoyaltyError, MembershipBlocked, NotAMember, StaffRefusal
from core.model import Channel, Chat, Member, Role, Status
from core.notices import MEMBER
from core.staffing import STAFF
from core.tables import chats, dead_letters, desks, members
from core.transaction import Transaction

log = logging.getLogger(__name__)
assert all((customer, staff, owner))  # noqa: S101 the imports register their words

TEXT_MAX = 4096
CHECKOUT_S = 6.0  # Telegram waits 10 s for a yes, and the way there and back takes some of them


class Refused(Exception):
    """Carries a refusal out of its transaction, which it rolls back, with the reader's language."""

    def __init__(self, language: str, refusal: LoyaltyError, at_counter: Rows = ()) -> None:
        self.language = language
        self.refusal = refusal
        self.at_counter = at_counter

    @property
    def answer(self) -> Answer:
        """Why not, and what who asked can do next."""
        return refusal_answer(self.refusal, self.at_counter)


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
            apology = Answer(lines=(Line("error-unexpected"),), buttons=menu_rows())
            if incoming.money:
                apology = buying.stuck()
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
            apology = Answer(lines=(Line("error-unexpected"),), buttons=menu_rows())
            await self._keep(incoming, memory, self._guess(incoming), apology)

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
            memory.keep(tx, *self._act(meant, tx))

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
                answered = await self._database.run(partial(self._act, incoming))
                log.info("acted")
            return answered
        except LetInAgain:
            await self.reachable(incoming.channel, incoming.sender, yes=True)
            return await self._try(incoming)
        except Refused as refused:
            await self._count_guess(incoming, refused.refusal)
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
        if said is None or _changes(said) or (_is_open(chat.question) and not incoming.file):
            return None
        return self._handle(request, said)

    def _act(self, incoming: Incoming, tx: Transaction) -> tuple[str, Answer]:
        """Answer with the chat locked."""
        chat = chats.take(tx, incoming.channel, incoming.sender)
        request, said = self._understand(incoming, tx, chat)
        if not incoming.money:
            _close_question(request, said)
        if said is None:
            return request.language, self._offering(_not_understood(request))
        language, answer = self._handle(request, said)
        if answer.then:
            answer.then(tx)
        return language, answer

    def _understand(
        self, incoming: Incoming, tx: Transaction, chat: Chat
    ) -> tuple[Request, Said | None]:
        member = members.find(tx, chat.member_id) if chat.member_id else None
        language = self._language(incoming, chat, member)
        behind = Behind(tx=tx, chat=chat)
        said = self._said(incoming, chat, language, behind)
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
            typed=partial(self._texts.words, language),
            wording=self._texts.version,
        )
        return request, said

    def _said(self, incoming: Incoming, chat: Chat, language: str, behind: Behind) -> Said | None:
        if incoming.money:
            return Said(word=buying.word_for(incoming.money), args=[], text="")
        if incoming.phone or incoming.foreign_contact:
            return Said(word=contact_words(), args=[], text="")
        if incoming.file and behind.may(Role.OWNER):
            return Said(word=file_word(), args=[], text="")
        text = incoming.text[:TEXT_MAX]
        said = self._vocabulary.recognise(text, language, behind.may)
        asked, known = _asked(chat, incoming)
        surely = incoming.tap or incoming.command or not (asked and WORDS[asked].prose)
        if said and said.text and not surely and said.word.name == asked.removesuffix("-words"):
            return said if asked == said.word.name else self._of_question(asked, said)
        if said and (surely or not said.text):  # "Hello, the coffee was great" is no greeting
            return said
        if (card := scanned(text)) and behind.may(Role.CASHIER):
            return Said(word=WORDS["member"], args=[card], text=card)
        currency = self._acts.program.currency
        if (sale := sold(text, currency)) and behind.may(Role.CASHIER):
            return Said(word=WORDS["order"], args=sale, text=text)
        if asked and is_for(WORDS[asked], behind.may) and _answers(WORDS[asked], incoming):
            return Said(
                word=WORDS[asked],
                args=[*known, *text.split()],
                text=text.strip(),
                answers_question=True,
            )
        if is_sum(text, currency) and behind.may(Role.CASHIER) and _serves(behind):
            return Said(word=WORDS["order"], args=text.split(), text=text)
        return None

    def _of_question(self, asked: str, said: Said) -> Said:
        """What begins with the word whose question is open: said anew, or the answer after it."""
        named = {one.id for one in self._acts.program.surveys}
        first = said.args[0]
        if first.isdecimal() or first.lower() in named:
            return said
        return replace(said, word=WORDS[asked], answers_question=True)

    def _act_for(self, incoming: Incoming, said: Said | None) -> Act:
        if said and said.nonce:  # the id was made when the button was drawn
            operation_id = " ".join([said.word.name, *said.args, said.nonce])
        else:
            operation_id = f"{incoming.channel}:{incoming.event_id}"
        by_staff = said is not None and said.word.role is not None
        actor = f"{STAFF}{incoming.sender}" if by_staff else MEMBER
        return self._acts.new(operation_id, actor=actor)

    def _handle(self, request: Request, said: Said) -> tuple[str, Answer]:
        try:
            if _is_shut_out(request, said.word):
                raise MembershipBlocked
            answer = said.word.handler(request)
        except LoyaltyError as refusal:
            rows = _at_counter(request, said.word, refusal)
            raise Refused(request.language, refusal, rows) from refusal
        left = request.member is not None and request.member.status is Status.LEFT
        if left and said.word.taking_part:
            lines = (Line("start-left"), *answer.lines)
            answer = replace(answer, lines=lines, buttons=((button("join"),),))
        return request.language, self._offering(answer)

    def _offering(self, answer: Answer) -> Answer:
        """The answer without the buttons that would lead nowhere in this program."""
        return replace(answer, buttons=offered(answer.buttons, self._acts.program))

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
    if _is_open(chat.question):
        chats.save(tx, replace(chat, question=""))
    then(tx)


def _asked(chat: Chat, incoming: Incoming) -> tuple[str, list[str]]:
    """The word whose question this may answer, and what was said of it before; or nothing."""
    question, _, answered_by = chat.question.partition(" ")
    if answered_by not in ("", incoming.event_id):
        return "", []
    name, *known = question.split(KNOWN)
    return name, known


def _serves(behind: Behind) -> bool:
    """Whether a customer is served in this chat just now."""
    return desks.find(behind.tx, behind.chat.channel, behind.chat.address) is not None


def _answers(word: Word, incoming: Incoming) -> bool:
    """Whether there is something in it that can be an answer to the word's question."""
    return bool(incoming.text.strip()) or (word.pictured and bool(incoming.photo))


def _cause(incoming: Incoming) -> str:
    """
    What the log calls the update: as the ledger does, whose operations are named by it, or by the
    button's own mark, which stands behind it then.
    """
    mark = incoming.text.rpartition(" ")[2]
    known = f" {mark}" if incoming.tap and NONCE.fullmatch(mark) else ""
    return f"{incoming.channel}:{incoming.event_id}{known}"


def _is_open(question: str) -> bool:
    """Whether it waits for an answer; an answered one is kept as "word event-id"."""
    return bool(question) and " " not in question


def _close_question(request: Request, said: Said | None) -> None:
    """Drop the open question, or remember what answered it: the same message may come again."""
    question = request.chat.question
    if _is_open(question):
        answered = said is not None and said.answers_question
        request.keep(question=f"{question} {request.incoming.event_id}" if answered else "")


def _is_shut_out(request: Request, word: Word) -> bool:
    """Whether the person is a blocked member, and it is no word for them, nor for their work."""
    if request.member is None or request.member.status is not Status.BLOCKED:
        return False
    by_staff = word.role is not None or request.behind.colleague is not None
    return not (word.though_blocked or by_staff or request.incoming.money)


def _at_counter(request: Request, word: Word, refusal: LoyaltyError) -> Rows:
    """What the person's role has, if it was as one of the staff that they were refused."""
    colleague = request.behind.colleague
    if colleague and isinstance(refusal, NotAMember):
        return ((button("join"),), *rows_for(colleague))
    if colleague and (word.role or isinstance(refusal, StaffRefusal) or request.member is None):
        return rows_for(colleague)
    return ()


def _not_understood(request: Request) -> Answer:
    if colleague := request.behind.colleague:  # who works here is no guest
        return Answer(lines=(Line("not-understood"),), buttons=rows_for(colleague))
    if request.member is None or request.member.status is Status.ERASED:
        rows = ((button("join"), button("help")),)
        return Answer(lines=(Line("not-understood-guest"),), buttons=rows)
    return Answer(lines=(Line("not-understood"),), buttons=menu_rows())
