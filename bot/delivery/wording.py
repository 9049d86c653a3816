"""Wording: a message's key and values become words, in the member's language, as it is sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.conversation import own_words
from bot.conversation.clicks import Links, bare, counted
from bot.conversation.messages import Answer, Button, Line, Spoken, SpokenButton
from bot.conversation.texts import Texts
from bot.conversation.words import leads_on
from core.campaigning.announcing import PICTURE
from core.model import Channel, Purpose
from core.program.schema import Program
from core.tables.outbox import Message

BUTTONS_MAX = 6  # below messages that are told as one


def worded(
    texts: Texts,
    program: Program,
    language: str,
    messages: Sequence[Message],
    channel: Channel,
    links: Links | None = None,
) -> Spoken:
    """
    The messages as one, in the order given; their buttons below, each once.

    A text message with an offer in it ends with who sends it, and how to stop that.
    """
    answers: Iterable[Answer] = [_answer(texts, program, language, one, links) for one in messages]
    if channel is Channel.SMS and any(one.purpose is Purpose.MARKETING for one in messages):
        ending = Line("texting-ending", {"program": program.name})
        answers = (replace(answer, ending=ending) for answer in answers)
    spoken = [texts.word(language, answer, program) for answer in answers]
    if len(spoken) == 1:
        return spoken[0]
    return Spoken(
        text="\n\n".join(one.text for one in spoken),
        ending=spoken[0].ending,
        buttons=tuple(_each_once(row for one in spoken for row in one.buttons))[:BUTTONS_MAX],
    )


def _answer(
    texts: Texts, program: Program, language: str, message: Message, links: Links | None
) -> Answer:
    line = own_words.worded(
        texts, program, language,
        campaign=message.campaign, key=message.key, values=message.values,
    )  # fmt: skip
    return Answer(
        lines=(line,),
        photo=str(message.values.get(PICTURE, "")),
        buttons=tuple(
            (_button(message, label, command, links, counts=message.campaign in program.messages),)
            for label, command in message.buttons
            if " " in command or leads_on(command, program)  # what it asks can be answered still
        ),
    )


def _button(
    message: Message, label: str, command: str, links: Links | None, *, counts: bool
) -> Button:
    """A button whose tap is counted, where members are written to by a campaign."""
    line = Line(label, message.values)
    if command:
        return Button(label=line, command=counted(command, message.id) if counts else command)
    counts = bool(links and message.member_id)
    return Button(label=line, url=links.to(message.id) if links and counts else message.url)


def _each_once(
    rows: Iterator[tuple[SpokenButton, ...]],
) -> Iterator[tuple[SpokenButton, ...]]:
    seen: set[str] = set()
    for row in rows:
        leads_to = " ".join(bare(button.command) or button.url for button in row)
        if leads_to not in seen:
            seen.add(leads_to)
            yield row
