"""The sum and the category of a purchase, as they were typed; and the question when in doubt."""

from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Line
from bot.conversation.request import Request
from bot.conversation.staff.amounts import is_amount, readings
from bot.conversation.words import plain
from core.model import Money
from core.program.rules import OrderRule
from core.program.sentences import Listed
from core.staff_errors import AmountNotUnderstood, CategoryUnknown

CATEGORY = "k"  # how the mark of a category begins


def sums_and_category(request: Request, words: list[str]) -> tuple[tuple[int, ...], str]:
    """What the sum can be, and the category: as many words as can be belong to the sum."""
    currency = request.program.currency
    for length in range(len(words), 0, -1):
        if is_amount(" ".join(words[:length]), currency):
            sums = readings(" ".join(words[:length]), currency)
            return sums, category_named(request, " ".join(words[length:]))
    raise AmountNotUnderstood


def is_large(request: Request, amount: int) -> bool:
    """Whether a purchase is so large that it may be a slip."""
    program = request.program
    return amount > program.minor(program.counter.large(program.currency))


def which_sum(
    request: Request, sums: tuple[int, ...], commands: Iterable[str]
) -> tuple[Line, Rows]:
    """The question which sum was meant, and what answers it."""
    shown = [Money(one, request.program.currency) for one in sums]
    rows = tuple(
        (button("sum", command, sum=sum),) for sum, command in zip(shown, commands, strict=True)
    )
    return Line("till-which-sum", {"sums": Listed(tuple(shown), any_of=True)}), rows


def categories(request: Request) -> list[str]:
    """The categories that the program's rules for orders speak of."""
    rules = request.program.rules(OrderRule)
    found = {name for rule in rules if rule.when for name in rule.when.categories}
    return sorted(found)


def category_named(request: Request, typed: str) -> str:
    """The category of that name or mark. Raises CategoryUnknown, AmountNotUnderstood."""
    if not typed:
        return ""
    known = categories(request)
    for name in known:
        if plain(typed) in (plain(name), f"{CATEGORY}{short(name)}"):
            return name
    if not known:
        raise AmountNotUnderstood
    raise CategoryUnknown(categories=", ".join(known))


def category_mark(category: str) -> str:
    """What stands for the category in a button's command; nothing for none."""
    return f"{CATEGORY}{short(category)}" if category else ""


def short(name: str) -> str:
    """What stands for a name in a button: four of 32 signs."""
    return b32encode(sha256(name.encode()).digest()).decode()[:4].lower()
