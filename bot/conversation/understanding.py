"""What somebody means: a word, the answer to an open question, a card that was scanned, a sum."""

from dataclasses import replace

from bot.conversation import questions
from bot.conversation.buttons import contact_words, file_word
from bot.conversation.customer import buying
from bot.conversation.messages import TEXT_MAX, Incoming
from bot.conversation.request import Behind
from bot.conversation.staff.scanning import is_sum, scanned, sold
from bot.conversation.words import WORDS, Said, Vocabulary, Word, is_for
from core.model import Chat, Role
from core.program.schema import Program
from core.tables import desks


def meaning(
    vocabulary: Vocabulary,
    program: Program,
    incoming: Incoming,
    chat: Chat,
    language: str,
    behind: Behind,
) -> Said | None:
    """The word that is meant, with what was said to it; None when it can't be made out."""
    if incoming.money:
        return Said(word=buying.word_for(incoming.money), args=[], text="")
    if incoming.phone or incoming.foreign_contact:
        return Said(word=contact_words(), args=[], text="")
    if incoming.file and behind.may(Role.OWNER):
        return Said(word=file_word(), args=[], text="")
    text = incoming.text[:TEXT_MAX]
    asked, known = questions.asked(chat)
    said = vocabulary.recognise(text, language, behind.may)
    if said and (spoken := _spoken(program, incoming, said, asked)):
        return spoken
    if at_counter := _at_counter(program, text, behind):
        return at_counter
    if asked and is_for(WORDS[asked], behind.may) and _answers(WORDS[asked], incoming):
        return Said(word=WORDS[asked], args=[*known, *text.split()], text=text.strip())
    if is_sum(text, program.currency) and behind.may(Role.CASHIER) and _serves(behind):
        return Said(word=WORDS["order"], args=text.split(), text=text)
    return None


def _spoken(program: Program, incoming: Incoming, said: Said, asked: str) -> Said | None:
    """The word, unless it only begins the answer to a question: "Hello, the coffee was great"."""
    surely = incoming.tap or incoming.command or not (asked and WORDS[asked].prose)
    if said.text and not surely and said.word.name == asked.removesuffix("-words"):
        return said if asked == said.word.name else _of_question(program, asked, said)
    return said if surely or not said.text else None


def _of_question(program: Program, asked: str, said: Said) -> Said:
    """What begins with the word whose question is open: said anew, or the answer after it."""
    named = {one.id for one in program.surveys}
    first = said.args[0]
    if first.isdecimal() or first.lower() in named:
        return said
    return replace(said, word=WORDS[asked])


def _at_counter(program: Program, text: str, behind: Behind) -> Said | None:
    """A card, or a card and a sum, as scanners and cashiers type them."""
    if (card := scanned(text)) and behind.may(Role.CASHIER):
        return Said(word=WORDS["member"], args=[card], text=card)
    if (sale := sold(text, program.currency)) and behind.may(Role.CASHIER):
        return Said(word=WORDS["order"], args=sale, text=text)
    return None


def _serves(behind: Behind) -> bool:
    """Whether a customer is served in this chat just now."""
    return desks.find(behind.tx, behind.chat.channel, behind.chat.address) is not None


def _answers(word: Word, incoming: Incoming) -> bool:
    """Whether there is something in it that can be an answer to the word's question."""
    return bool(incoming.text.strip()) or (word.pictured and bool(incoming.photo))
