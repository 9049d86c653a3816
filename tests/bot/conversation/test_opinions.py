"""What a member says reaches the owner, and an answer comes back."""

from functools import partial

import pytest

from bot.conversation.customer.stars import Given, typed_stars
from bot.conversation.texts import Texts
from bot.delivery.wording import worded
from core import answering, profile
from core.errors import StarsNotUnderstood
from core.leaving import forget
from core.model import Channel
from core.tables import feedback, outbox, ratings
from core.tables.outbox import Message
from core.tables.ratings import Asked
from core.transaction import Transaction
from tests.bot.conversation.conftest import OWNER, Counter, Person


async def to_owners(counter: Counter, key: str) -> list[Message]:
    """What waits to be sent to the owner, with its words."""

    def work(tx: Transaction) -> list[Message]:
        rows = tx.rows(
            f"SELECT {outbox.COLUMNS} FROM outbox WHERE staff = :who AND key = :key"  # noqa: S608
            " AND next_at IS NOT NULL",
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


async def asks(counter: Counter, ann: Person, id: int, reference: str = "eu/1") -> None:
    """Somebody is asked for stars."""
    member = await counter.member(ann)
    asked = Asked(
        id=id, member_id=member.id, reference=reference, campaign="stars", asked_at=counter.now
    )
    await counter.database.run(lambda tx: ratings.add(tx, asked))


async def test_stars_and_words_reach_the_owner_and_are_answered(counter: Counter) -> None:
    boss, ann = await counter.owner(), await counter.customer()
    await asks(counter, ann, 77)
    assert "1 to 5 stars" in await ann.says("rate 6")
    assert "1 to 5 stars" in await ann.says("rate five")
    thanks = await ann.says("rate 77 2", tap=True)
    assert "⭐⭐ (2 of 5)" in thanks
    assert "What went wrong?" in thanks
    assert "will read it" in await ann.says("points were missing")
    assert "⭐⭐⭐ (3 of 5)" in await ann.says("rate 3")
    assert "will read it" in await ann.says("rate 3 the cake was stale")
    assert await to_owners(counter, "staff-rating") == []  # the words came in time
    [told] = await to_owners(counter, "staff-rating-worded")
    spoken = worded(Texts.load(), counter.acts.program, "en", [told], Channel.TELEGRAM)

    assert spoken.text == "⭐⭐⭐ Ann, order eu/1: the cake was stale"
    assert "⭐⭐⭐ Ann, order eu/1: the cake was stale" in await boss.says("opinions")
    await boss.taps("Answer Ann")
    await boss.says("Sorry!")
    assert "notice-answer" in await counter.told(ann)
    assert "Ratings: 3 on average, 1 in all" in await boss.says("stats month")


async def test_few_stars_with_words_are_one_message_to_the_owner(counter: Counter) -> None:
    await counter.owner()
    ann = await counter.customer()
    await asks(counter, ann, 77)
    await ann.says("rate 1 It was cold")

    assert await to_owners(counter, "staff-rating") == []
    [told] = await to_owners(counter, "staff-rating-worded")
    assert told.due_at == counter.now


async def test_few_stars_wait_a_little_for_their_words(counter: Counter) -> None:
    await counter.owner()
    ann = await counter.customer()
    await asks(counter, ann, 77)
    await ann.says("rate 77 1", tap=True)
    [told] = await to_owners(counter, "staff-rating")

    assert told.due_at == counter.now + answering.WORDS_WITHIN


async def test_words_are_said_to_the_stars_they_were_asked_for(counter: Counter) -> None:
    """Even if another purchase was asked about since."""
    ann = await counter.customer()
    await asks(counter, ann, 77)
    counter.passes(days=8)
    await asks(counter, ann, 78, "eu/2")
    await ann.says("rate 77 2", tap=True)
    assert "will read it" in await ann.says("It was cold")

    member = await counter.member(ann)
    said = await counter.database.read(lambda tx: feedback.of_member(tx, member.id))
    assert [(one.reference, one.text) for one in said] == [("eu/1", "It was cold")]


UNITS = Texts.load().words_anywhere("rating-units")


@pytest.mark.parametrize(
    ("typed", "stars", "words"),
    [
        ("5 stars", 5, ""),
        ("5 Зірок!", 5, ""),
        ("5 звёзд", 5, ""),
        ("2 gwiazdki Kawa była zimna", 2, "Kawa była zimna"),
        ("5 de stele", 5, ""),
        ("4 stars out of 5 - nice", 4, "nice"),
        ("3/5, cold", 3, "cold"),
        ("⭐️⭐️ meh", 2, "meh"),
        ("5️⃣", 5, ""),
        ("1 star\nline two\nthree", 1, "line two\nthree"),
        ("4 2 coffees", 4, "2 coffees"),
    ],
)
def test_what_only_says_that_stars_are_meant_is_no_opinion(
    typed: str, stars: int, words: str
) -> None:
    assert typed_stars(typed, UNITS) == Given(stars=stars, words=words)


@pytest.mark.parametrize("typed", ["", "five", "2.5", "2,5 stars"])
def test_what_is_no_number_of_stars_is_asked_again(typed: str) -> None:
    with pytest.raises(StarsNotUnderstood):
        typed_stars(typed, UNITS)
