"""Surveying: members answer what the shop asks, each survey once, and get its points once."""

from dataclasses import dataclass, replace

from core import tiering
from core.act import Act
from core.errors import SurveyOver
from core.model import TAKING_PART, Kind, Member, MemberId, OperationId
from core.program.surveys import Survey
from core.rewards import giving
from core.tables import members, operations, survey_answers
from core.tables.survey_answers import Answered
from core.transaction import Transaction

TEXT_MAX = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """What became of an answer."""

    survey: Survey
    new: bool  # False: there was one already, and it stays
    points: int = 0  # given for it just now


def open_ones(tx: Transaction, act: Act, member_id: MemberId) -> list[Survey]:
    """The surveys the member has not answered."""
    done = {one.survey for one in survey_answers.of_member(tx, member_id) if one.answered_at}
    return [one for one in act.program.surveys if one.on and one.id not in done]


def find(act: Act, id: str) -> Survey:
    """The survey of that id. Raises SurveyOver."""
    found = next((one for one in act.program.surveys if one.id == id and one.on), None)
    if found is None:
        raise SurveyOver
    return found


def show(tx: Transaction, act: Act, *, member_id: MemberId, survey: Survey) -> Answered | None:
    """The member looks at it: their next words may answer it; what they answered already."""
    members.take(tx, member_id)
    survey_answers.ask(tx, survey.id, member_id, now=act.now)
    return next(
        (
            one
            for one in survey_answers.of_member(tx, member_id)
            if one.survey == survey.id and one.answered_at
        ),
        None,
    )


def choose(tx: Transaction, act: Act, *, member_id: MemberId, id: str, choice: int) -> Thanks:
    """Answer with that choice, from 1 on. Raises SurveyOver."""
    survey = find(act, id)
    if not 1 <= choice <= len(survey.choices):
        raise SurveyOver
    label = survey.choices[choice - 1].in_language(act.program.language)
    return _answer(tx, act, member_id, survey, choice, label)


def write(tx: Transaction, act: Act, *, member_id: MemberId, text: str) -> Thanks:
    """Answer in words what the member was shown last. Raises SurveyOver."""
    in_words = {one.id: one for one in act.program.surveys if one.on and not one.choices}
    asked = [one for one in survey_answers.of_member(tx, member_id) if one.survey in in_words]
    asked.sort(key=lambda one: one.answered_at is not None)  # the same words may come again
    if not asked:
        raise SurveyOver
    return _answer(tx, act, member_id, in_words[asked[0].survey], None, text[:TEXT_MAX])


def worth(tx: Transaction, act: Act, *, member_id: MemberId, survey: Survey) -> int:
    """The points an answer brings the member: none twice, even if the first is kept no more."""
    known = operations.result_of(tx, member_id, _paying(act, survey), survey.id)
    return 0 if known else survey.points or 0


def _answer(
    tx: Transaction, act: Act, member_id: MemberId, survey: Survey, choice: int | None, text: str
) -> Thanks:
    member = members.take(tx, member_id)
    if not survey_answers.answer(tx, survey.id, member_id, choice=choice, text=text, now=act.now):
        return Thanks(survey=survey, new=False)
    return Thanks(survey=survey, new=True, points=_give(tx, member, act, survey))


def _give(tx: Transaction, member: Member, act: Act, survey: Survey) -> int:
    points = worth(tx, act, member_id=member.id, survey=survey)
    if not points or member.status not in TAKING_PART:
        return 0
    act = _paying(act, survey)
    operations.done(tx, member.id, act, survey.id, str(points))
    reference = f"survey/{survey.id}"
    member = giving.give(
        tx,
        member,
        act,
        kind=Kind.ACTION,
        points=points,
        reward=None,
        rule=reference,
        reference=reference,
    )
    tiering.settle(tx, giving.settle_automatic(tx, member, act), act)
    return points


def _paying(act: Act, survey: Survey) -> Act:
    return replace(act, operation_id=OperationId(f"survey/{survey.id}"))
