"""Twenty taps on a choice at once are one answer, and its points come once; stars alike."""

import asyncio
from datetime import UTC, datetime

from bot.acts import Acts
from bot.ports import Database
from core import rating, surveying
from core.joining import Newcomer, join_chat
from core.model import Channel, MemberId
from core.tables import chats, ledger, lots, ratings, survey_answers
from core.tables.ratings import Asked
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PROGRAM = f"""{CAFE}
[[surveys]]
id = "blend"
question = "Which?"
choices = ["Dark", "Light"]
points = 20

[[campaigns]]
id = "stars"
kind = "rating"
points = 5
"""


async def test_twenty_taps_at_once_answer_and_rate_once(database: Database) -> None:
    acts = await Acts.start(database, PROGRAM, clock=lambda: NOON)

    def joins(tx: Transaction) -> MemberId:
        chat = chats.take(tx, Channel.TELEGRAM, "1")
        newcomer = Newcomer(name="Ann", language="en")
        ann = join_chat(tx, acts.new("join", actor="test"), chat=chat, newcomer=newcomer).member.id
        asked = Asked(id=7, member_id=ann, reference="eu/1", campaign="stars", asked_at=NOON)
        assert ratings.add(tx, asked)
        return ann

    ann = await database.run(joins)

    def chooses(place: int, tx: Transaction) -> int:
        act = acts.new(f"tap {place}", actor="member")
        choice = place % 2 + 1
        return surveying.choose(tx, act, member_id=ann, id="blend", choice=choice).points

    def rates(place: int, tx: Transaction) -> int:
        act = acts.new(f"star {place}", actor="member")
        return rating.rate(tx, act, member_id=ann, id=7, stars=place % 5 + 1).points

    taps = [
        database.run(lambda tx, work=work, place=place: work(place, tx))  # type: ignore[misc]
        for place in range(20)
        for work in (chooses, rates)
    ]
    given = await asyncio.gather(*taps)

    assert sorted(given)[-3:] == [0, 5, 20]
    counted = await database.read(lambda tx: survey_answers.counts(tx, "blend"))
    assert [count for *_, count in counted] == [1]
    assert await database.read(lambda tx: lots.spendable(tx, ann, NOON)) == 75
    assert await database.read(ledger.drifted) == []
