"""One text message: whose it is, what it means, what is answered; and that it is answered once."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.acts import Acts
from bot.channels.sms_text import MORE, write
from bot.channels.sms_words import Wish, asks_to_stop, carriers_own, wish_of
from bot.conversation.messages import Answer, Incoming, Line, Spoken, SpokenButton
from bot.conversation.texts import Texts
from bot.conversation.words import Vocabulary
from bot.phones import e164
from core import recycling, texting
from core.act import Act
from core.model import Channel, Chat
from core.tables import chats, members, sms
from core.tables.sms import Heard
from core.transaction import Transaction

ANSWERS_MAX = 100  # to one number a day: an endless talk of two machines is paid for by us
DAY = timedelta(days=1)
QUOTED = 30  # signs of what somebody texted
SHORT_CODE = re.compile(r"\+?[0-9]{3,8}")
NUMBER = re.compile(r"#?([0-9]{1,2})[.)]?")
CHOICE = re.compile(r"\S+ #?([0-9]{1,2})[.)]?")
SAID_BY_ANYBODY = ("number", "language", "privacy")
SPOKEN_IN = {"UA": "uk", "PL": "pl", "RO": "ro", "MD": "ro", "RU": "ru", "US": "en", "GB": "en"}

log = logging.getLogger(__name__)


def heard(params: Mapping[str, str]) -> Incoming | None:
    """Twilio's form as the conversation understands it; None: nobody who could be answered."""
    number, sid = params.get("From", ""), params.get("MessageSid", "")
    sender = e164(number)
    if sender is None or sender != number or not sid:  # a name, a short code, another service
        return None
    return Incoming(
        channel=Channel.SMS,
        sender=sender,
        event_id=sid,
        text=params.get("Body", ""),
        language=SPOKEN_IN.get(params.get("FromCountry", "")),
    )


@dataclass(slots=True, kw_only=True)
class Talk:
    """One message and its answer: reply is what to say, "" for nothing."""

    acts: Acts
    texts: Texts
    vocabulary: Vocabulary
    incoming: Incoming
    wish: Wish | None
    carrier_answers: bool  # what it takes for its own word
    late: bool = False  # the sender has been answered to newer ones: it may mean something else now
    reply: str = ""

    def recall(self, tx: Transaction, incoming: Incoming) -> Incoming | None:
        """Take the sender's chat, and see to it what is not for the conversation to answer."""
        self.reply = ""  # the transaction may be repeated
        chat = chats.take(tx, Channel.SMS, incoming.sender)
        if known := sms.find(tx, incoming.event_id):
            self.reply = known.reply
            return None
        wish = self.wish or self._own_words(incoming.text)
        if wish is not None:
            self._grant(tx, wish, chat)
            return None
        act = self._act()
        chat = texting.recognise(tx, act, chat)
        if sms.count_since(tx, incoming.sender, act.now - DAY) >= ANSWERS_MAX:
            log.warning("event %s stays unanswered: too many from one number", incoming.event_id)
            return None
        if self.late:
            text = Line("texting-late", {"text": " ".join(incoming.text.split())[:QUOTED]})
            self.keep(tx, self._language(tx, chat), Answer(lines=(text,)))
            return None
        meant = self._meant(tx, incoming, sms.newest(tx, incoming.sender))
        if meant and recycling.holder(tx, chat):
            return self._about_number(meant)
        return meant

    def _about_number(self, meant: Incoming) -> Incoming:
        """Whose number it is must be known before anything else is answered."""
        said = self.vocabulary.recognise(meant.text, self.acts.program.language)
        if said and said.word.name in SAID_BY_ANYBODY:
            return meant
        return replace(meant, text="number", tap=True)

    def _act(self) -> Act:
        return self.acts.new(f"sms:{self.incoming.event_id}:heard", actor="sms")

    def keep(self, tx: Transaction, language: str, answer: Answer) -> None:
        """Word the answer and remember it with what its numbers mean."""
        program = self.acts.program
        if answer.otherwise and (answer.invoice or answer.settlement):
            answer = answer.otherwise
        if answer.document:
            answer = replace(answer, document=None, lines=(Line("texting-no-file"),))
        spoken = self.texts.word(language, answer, program, pictures=False)
        self._remember(tx, spoken, self.texts.label(language, "button-more"))

    def _remember(self, tx: Transaction, spoken: Spoken, more: str) -> None:
        rules = self.acts.program.sms
        written = write(
            spoken,
            parts=max(rules.parts, rules.answer_parts),
            wished=rules.parts,
            transliterate=rules.transliterate,
            more=more,
        )
        choices = {
            "shown": written.choices,
            "rest": written.rest,
            "all": [(one.label, one.command) for row in spoken.buttons for one in row],
            "more": more,
        }
        self.reply = written.text
        self._note(tx, choices)

    def _note(self, tx: Transaction, choices: Mapping[str, Any]) -> None:
        answered = Heard(reply=self.reply, choices=choices)
        sms.keep(tx, self.incoming.sender, self.incoming.event_id, answered, now=self.acts.clock())

    def _meant(self, tx: Transaction, incoming: Incoming, last: Heard | None) -> Incoming | None:
        """A number is the button that stood beside it."""
        command = self._tapped(incoming.text, last.choices) if last else None
        if last and command == MORE:
            self._go_on(tx, last.choices)
            return None
        return replace(incoming, text=command, tap=True) if command else incoming

    def _tapped(self, text: str, choices: Mapping[str, Any]) -> str | None:
        shown = [command for _, command in choices.get("shown", [])]
        place = NUMBER.fullmatch(text.strip())
        if place and 0 < int(place[1]) <= len(shown):
            return str(shown[int(place[1]) - 1])
        place = CHOICE.fullmatch(" ".join(text.split()))
        said = self.vocabulary.recognise(text, self.acts.program.language) if place else None
        if place is None or said is None or said.word.name != "redeem":
            return None
        offered = [command for command in shown if command.startswith("redeem ")]
        return offered[int(place[1]) - 1] if 0 < int(place[1]) <= len(offered) else None

    def _go_on(self, tx: Transaction, choices: Mapping[str, Any]) -> None:
        buttons = tuple(
            (SpokenButton(label=label, command=to),) for label, to in choices["all"] if to
        )
        rest = Spoken(text=choices["rest"], buttons=buttons)
        self._remember(tx, rest, choices["more"])

    def _own_words(self, text: str) -> Wish | None:
        phrases = self.texts.words_anywhere("texting-stop-phrases")
        words = self.texts.words_anywhere("texting-stop-words")
        return Wish.STOP if asks_to_stop(text, phrases, words) else None

    def _grant(self, tx: Transaction, wish: Wish, chat: Chat) -> None:
        """Do what the carrier does too; it has answered, unless it did not understand."""
        now, said = self.acts.clock(), self.incoming.text.strip()
        if wish is Wish.STOP:
            texting.stop(tx, chat.address, said=said, now=now)
        elif wish is Wish.START:
            texting.start(tx, self._act(), chat.address, said=said)
        if self.carrier_answers:
            self._note(tx, {})
            return
        key = {
            Wish.STOP: "texting-stopped",
            Wish.START: "texting-started",
            Wish.HELP: "texting-help",
        }[wish]
        language = self._language(tx, chat)
        line = Line(key, {"program": self.acts.program.name})
        spoken = self.texts.word(language, Answer(lines=(line,)), self.acts.program)
        self._remember(tx, spoken, "")

    def _language(self, tx: Transaction, chat: Chat) -> str:
        member = members.find(tx, chat.member_id) if chat.member_id else None
        known = chat.language or (member.language if member else self.incoming.language)
        return self.acts.program.speaks(known)


def talk_of(
    acts: Acts,
    texts: Texts,
    vocabulary: Vocabulary,
    params: Mapping[str, str],
    *,
    late: bool = False,
) -> Talk | None:
    """The talk about Twilio's form; None: nobody who could be answered."""
    incoming = heard(params)
    if incoming is None:
        return None
    opt_out = params.get("OptOutType", "")
    short = bool(SHORT_CODE.fullmatch(params.get("To", "")))  # there nobody answers but we
    return Talk(
        acts=acts,
        texts=texts,
        vocabulary=vocabulary,
        incoming=incoming,
        wish=wish_of(incoming.text, opt_out),
        carrier_answers=bool(opt_out) or (carriers_own(incoming.text) and not short),
        late=late,
    )
