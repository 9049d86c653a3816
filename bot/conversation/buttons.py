"""Buttons used in many answers."""

from bot.conversation.messages import Button, Line, Shown
from bot.conversation.words import WORDS, Word

Rows = tuple[tuple[Button, ...], ...]


def button(word: str, command: str = "", **values: Shown) -> Button:
    """A button for a word, labelled button-<word>; the command is the word unless it says more."""
    return Button(label=Line(f"button-{word}", values), command=command or word)


def menu_rows() -> Rows:
    """What a member most often wants."""
    return (
        (button("points"), button("card")),
        (button("rewards"), button("vouchers")),
        (button("refer"), button("help")),
        (button("survey"),),
    )


def blocked_rows() -> Rows:
    """What is left to who is blocked: their say, and their rights."""
    return ((button("feedback"),), (button("mydata"), button("privacy")))


def contact_words() -> Word:
    """The word a shared contact stands for."""
    return WORDS["phone"]


def file_word() -> Word:
    """The word an owner's file stands for."""
    return WORDS["program"]
