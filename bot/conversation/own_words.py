"""Own words: what a program file says of a message instead of us, where it does."""

from collections.abc import Mapping

from bot.conversation.messages import Line, Shown
from bot.conversation.texts import Texts
from core.model import Title
from core.program.schema import Program
from core.program.sentences import Sentence
from core.program.wordings import filled

BROADCAST = "notice-broadcast-text"  # an owner's own words, in any language


def worded(
    texts: Texts,
    program: Program,
    language: str,
    *,
    campaign: str,
    key: str,
    values: Mapping[str, Shown],
) -> Line:
    """The campaign's message as a line: its sentence, or the program's own words for it."""
    said = values.get("said")
    if isinstance(said, Sentence):  # and below it what is given with it
        first = worded(
            texts, program, language, campaign=campaign, key=said.key, values=said.values
        )
        return Line(key, {**values, "said": first})
    found = program.messages.get(campaign)
    own = found.own_text(key, language) if found else None
    text = values.get("text")
    if key == BROADCAST and isinstance(text, Title):
        own = text.in_language(language)
    if own is None:
        return Line(key, values)
    shown = {
        name: texts.say(language, "notice-own", {"text": value}, program)
        for name, value in values.items()
    }
    return Line("notice-own", {"text": filled(own, shown)})
