"""earn: what there is to do beside shopping, and how far the goals are."""

from collections.abc import Iterator

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Line, Shown
from bot.conversation.request import Request
from bot.conversation.words import word
from core.earning import chances
from core.earning.chances import Action, Goal
from core.model import Money
from core.program.explaining.conditions import conditions
from core.program.sentences import Sentence, under


@word("earn", reads=True, taking_part=True, offered=chances.has_any)
def earn(request: Request) -> Answer:
    """Every action with what it brings, every goal with how much of it is done."""
    actions, goals = chances.chances(request.tx, request.me, request.act)
    lines = [line for each in actions for line in _action(request, each)]
    lines += [line for each in goals for line in _goal(request, each)]
    asked = (button("survey"),)
    if not lines:
        return Answer(lines=(Line("earn-none"),), buttons=(asked, *menu_rows()))
    row = (button("points"), button("refer"), button("rules"))
    return Answer(lines=(Line("earn-title"), *lines), buttons=(row, asked))


def goals_said(request: Request) -> list[Line]:
    """Every goal with how much of it is done."""
    _, goals = chances.chances(request.tx, request.me, request.act)
    return [line for each in goals for line in _goal(request, each)]


def _action(request: Request, action: Action) -> Iterator[Line]:
    """What it brings and on which terms; or that it has brought all it can for now."""
    rule, program = action.rule, request.program
    if action.had:
        yield Line("earn-had", {"title": rule.title})
        return
    yield from _lines(rule.said(program))
    yield from _lines(under(conditions(program, rule.when)))


def _goal(request: Request, goal: Goal) -> Iterator[Line]:
    rule, program = goal.rule, request.program
    yield from _lines(rule.said(program))
    yield from _lines(under(conditions(program, rule.when)))
    if goal.reached:
        yield Line("earn-reached")
        return

    def shown(count: int) -> Shown:
        return Money(count, program.currency) if rule.counts == "spend" else count

    yield Line("earn-progress", {"done": shown(goal.done), "goal": shown(goal.goal)})


def _lines(sentences: Iterator[Sentence]) -> Iterator[Line]:
    return (Line(sentence.key, sentence.values) for sentence in sentences)
