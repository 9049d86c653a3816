"""What a member says reaches the owner, and an answer comes back."""

from functools import partial

from bot.conversation.texts import Texts
from bot.delivery.wording import worded
from core import answering, profile
from core.joining import forget
from core.model import Channel
from core.tables import outbox, ratings
from core.tables.outbox import Message
from core.tables.ratings import Asked
from core.transaction import Transaction
from tests.bot.conversation.conftest import OWNER, Counter


async def to_owners(counter: Counter, key: str) -> list[Message]:
    """What waits to be sent to the owner, with its words."""

    def work(tx: Transaction) -> list[Message]:
        rows = tx.rows(
            f"SELECT {outbox.COLUMNS} FROM outbox WHERE staff = :who AND key = :key",  # noqa: S608
            who=f"telegram:{OWNER}", key=key,
        )  # fmt: skip
        found = (answering.refreshed(tx, outbox.message_of(row)) for row in rows)
        return [one for one in found if one]

    return await counter.database.read(work)


async def test_an_opinion_is_answered_from_the_owners_chat(counter: Counter) -> None:
    boss = await counter.owner()
    ann = await counter.customer()
    await ann.says("feedback The coffee was cold")
    [told] = await to_owners(counter, "staff-feedback")
    program = counter.acts.program
    spoken = worded(Texts.load(), program, "en", [told], Channel.TELEGRAM)
    assert spoken.text == "💬 Ann: The coffee was cold"
    [[answer]] = spoken.buttons

    assert "The coffee was cold" in await boss.says(answer.command, tap=True)
    assert "Ann gets your answer" in await boss.says("Sorry! The next one is on us")
    assert "notice-answer" in await counter.told(ann)
    assert await to_owners(counter, "staff-feedback") == []
    assert "Everything is answered" in await boss.says("opinions")


async def test_nothing_of_it_stays_when_the_member_is_forgotten(counter: Counter) -> None:
    boss = await counter.owner()
    ann = await counter.customer()
    await ann.says("feedback My name is Zoë")
    member = await counter.member(ann)
    await boss.says("opinions")
    answer = boss.button("Answer Ann").command
    act = counter.acts.new("forgets", actor="test")
    await counter.database.run(partial(forget, act=act, member_id=member.id))

    assert await to_owners(counter, "staff-feedback") == []
    assert "not there any more" in await boss.says(answer, tap=True)
    assert "not there any more" in await boss.says("reply hello")
    assert profile.FEEDBACK_MAX > answering.ANSWER_MAX


async def test_stars_and_words_reach_the_owner_and_are_answered(counter: Counter) -> None:
    boss, ann = await counter.owner(), await counter.customer()
    member = await counter.member(ann)

    def ask(tx: Transaction) -> None:
        asked = Asked(
            id=77, member_id=member.id, reference="eu/1", campaign="stars", asked_at=counter.now
        )
        ratings.add(tx, asked)

    await counter.database.run(ask)
    assert "1 to 5 stars" in await ann.says("rate 6")
    assert "1 to 5 stars" in await ann.says("rate five")
    thanks = await ann.says("rate 77 2", tap=True)
    assert "⭐⭐ (2 of 5)" in thanks
    assert "What went wrong?" in thanks
    assert "will read it" in await ann.says("points were missing")
    assert "⭐⭐⭐ (3 of 5)" in await ann.says("rate 3")
    assert "will read it" in await ann.says("rate 3 the cake was stale")
    assert await to_owners(counter, "staff-rating")
    [told] = await to_owners(counter, "staff-rating-worded")
    spoken = worded(Texts.load(), counter.acts.program, "en", [told], Channel.TELEGRAM)

    assert spoken.text == "⭐⭐⭐ Ann, order eu/1: the cake was stale"
    assert "⭐⭐⭐ Ann, order eu/1: the cake was stale" in await boss.says("opinions")
    await boss.taps("Answer Ann")
    await boss.says("Sorry!")
    assert "notice-answer" in await counter.told(ann)
    assert "Ratings: 3 on average, 1 in all" in await boss.says("stats month")
