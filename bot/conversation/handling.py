"""A word's handler at work: its answer, its refusal, and what is said when no word was meant."""

from dataclasses import replace

from bot.conversation.buttons import Rows, button, menu_rows
from bot.conversation.messages import COMMAND_BYTES_MAX, Answer, Button, Line
from bot.conversation.refusals import refusal_answer
from bot.conversation.request import Request
from bot.conversation.roles import role_line, rows_for
from bot.conversation.words import Said, Word
from core.errors import LoyaltyError, MembershipBlocked, NotAMember
from core.model import Status
from core.staff_errors import StaffRefusal


class Refused(Exception):
    """Carries a refusal out of its transaction, which it rolls back, with the reader's language."""

    def __init__(self, language: str, refusal: LoyaltyError, at_counter: Rows = ()) -> None:
        self.language = language
        self.refusal = refusal
        self.at_counter = at_counter
        self.met: str | None = None  # the question that was open, if something may have been done

    @property
    def answer(self) -> Answer:
        """Why not, and what who asked can do next."""
        return refusal_answer(self.refusal, self.at_counter)


def handled(request: Request, said: Said) -> Answer:
    """What the word's handler answers. Raises Refused."""
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
    return answer


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


def not_understood(request: Request, others: Said | None = None, near: str | None = None) -> Answer:
    """
    That no word was meant, with those that can be, what it nearly was before them; who works here
    hears whose word it was.
    """
    rows: Rows = ()
    if near and len(near.encode()) <= COMMAND_BYTES_MAX:
        rows = ((Button(label=Line("button-near", {"text": near}), command=near),),)
    if colleague := request.behind.colleague:  # who works here is no guest
        line = Line("not-understood")
        if others and others.word.role:
            line = Line("role-needed", {"role": role_line(others.word.role)})
        return Answer(lines=(line,), buttons=(*rows, *rows_for(colleague)))
    if request.member is None or request.member.status is Status.ERASED:
        rows = (*rows, (button("join"), button("help")))
        return Answer(lines=(Line("not-understood-guest"),), buttons=rows)
    return Answer(lines=(Line("not-understood"),), buttons=(*rows, *menu_rows()))
