"""Answering: what members say to the shop reaches its staff, and an answer comes back."""

from dataclasses import replace
from datetime import timedelta

from core import staffing
from core.act import Act
from core.auditing import Deed, note
from core.codes import message_id
from core.model import Colleague, MemberId, Purpose
from core.staff_errors import FeedbackGone
from core.staffing import Alarm
from core.tables import feedback, members, outbox
from core.tables.feedback import Said
from core.tables.outbox import Message
from core.tables.told import Value
from core.transaction import Transaction

KEY = "staff-feedback"
RATED = "staff-rating"
RATED_WORDED = "staff-rating-worded"
STAR = "⭐"
ANSWER_MAX = 1000
WANTED_FOR = timedelta(days=14)
WORDS_WITHIN = timedelta(minutes=2)  # so long few stars wait for the words that are asked for then


def tell_of(
    tx: Transaction,
    act: Act,
    member_id: MemberId,
    number: int,
    *,
    rated: bool = False,
    worded: bool = False,
) -> None:
    """
    Have owners told of what the member said. The words are put in as the message is sent: nothing
    of them stays when the member is forgotten.
    """
    values: dict[str, Value] = {"who": f"{member_id} {number}", "name": "", "text": ""}
    key, occasion, after = KEY, f"{member_id}/{number}", timedelta(0)
    if rated:
        key, after = (RATED_WORDED, after) if worded else (RATED, WORDS_WITHIN)
        values |= {"stars": "", "order": ""}
    if worded:  # with the stars, unless these were told of already
        staffing.take_back(tx, act, Alarm.FEEDBACK, occasion)
        occasion = f"{occasion}/words"
    buttons = (("button-answer", f"answer {member_id} {number}"),)
    staffing.tell_owners(
        tx, act, Alarm.FEEDBACK, key, occasion, values,
        buttons=buttons, wanted_for=WANTED_FOR, after=after,
    )  # fmt: skip


def refreshed(tx: Transaction, message: Message) -> Message | None:
    """The message to the staff with its words; None when they are gone, or answered already."""
    if message.key not in (KEY, RATED, RATED_WORDED):
        return message
    member_id, number = map(int, str(message.values["who"]).split())
    said = feedback.find(tx, MemberId(member_id), number)
    member = members.find(tx, MemberId(member_id))
    if said is None or member is None or said.answered_by:
        return None
    values: dict[str, Value] = {**message.values, "name": member.name, "text": said.text}
    if said.stars:
        values |= {"stars": STAR * said.stars, "order": said.reference}
    return replace(message, values=values)


def take(tx: Transaction, colleague: Colleague, member_id: MemberId, number: int) -> Said:
    """That person of the staff is about to answer it. Raises FeedbackGone."""
    said = feedback.find(tx, member_id, number)
    if said is None:
        raise FeedbackGone
    feedback.take_in_hand(tx, said, staffing.who(colleague.channel, colleague.address))
    return said


def answer(tx: Transaction, act: Act, colleague: Colleague, text: str) -> Said:
    """Answer what the person has in hand; the member is told. Raises FeedbackGone."""
    said = feedback.in_hand(tx, staffing.who(colleague.channel, colleague.address))
    if said is None:
        raise FeedbackGone
    text = text[:ANSWER_MAX]
    members.take(tx, said.member_id)
    feedback.answered(tx, said, text, by=act.actor, now=act.now)
    note(tx, act, Deed.ANSWERED, member_id=said.member_id)
    values: dict[str, Value] = {"text": text, "said": said.text}
    outbox.queue(
        tx,
        Message(
            id=message_id(act.random),
            member_id=said.member_id,
            campaign="answer",
            occasion=f"{said.number}/{act.operation_id}",
            purpose=Purpose.TRANSACTIONAL,
            key="notice-answer",
            values=values,
            buttons=(("button-feedback", "feedback"),),
            created_at=act.now,
            due_at=act.now,
            stale_at=act.now + WANTED_FOR,
        ),
    )
    return said
