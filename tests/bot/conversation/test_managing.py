"""What managers do for a member: by hand, within limits, with a second person above them."""

import pytest

from core.model import Channel, Role, Status
from core.tables import guesses, outbox_views, staff
from core.transaction import Transaction
from tests.bot.conversation.conftest import Counter, Person

MOST = 1000  # what a manager gives at once


async def approvals(counter: Counter, person: Person) -> list[str]:
    """The commands of the buttons that somebody of the staff was sent, newest last."""

    def work(tx: Transaction) -> list[str]:
        found = outbox_views.to_staff(tx, f"telegram:{person.id}", limit=50)
        return [command for one in found for _, command in one.message.buttons]

    return await counter.database.read(work)


async def test_a_manager_gives_and_takes_points_with_a_reason(counter: Counter) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    card = (await counter.member(ann)).card
    given = await max_.says(f"grant {card} 100 Cold coffee, sorry")
    taken = await max_.says(f"take {card} 30 mistake")
    why = await ann.says("why 2")

    assert "150 points" in given
    assert "120 points" in taken
    assert "Cold coffee, sorry" in why
    assert await counter.balance(ann) == 120


@pytest.mark.parametrize(
    "said", ["grant {} 100", "grant {} lots please", "grant {}", "take {} -5 x"]
)
async def test_what_lacks_points_or_reason_is_asked_back_for(counter: Counter, said: str) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    refused = await max_.says(said.format((await counter.member(ann)).card))

    assert "reason" in refused
    assert await counter.balance(ann) == 50


@pytest.mark.parametrize(("word", "left"), [("grant", 60), ("take", 40)])
async def test_a_reason_that_lacks_is_taken_from_the_next_message(
    counter: Counter, word: str, left: int
) -> None:
    """Also when it begins like a command; once, however often it comes."""
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    assert "reason" in await max_.says(f"{word} {(await counter.member(ann)).card} 10")
    for _ in range(2):
        await max_.says("card was lost", event="the reason")
    await max_.says("and more")

    assert "card was lost" in await ann.says("why 2")
    assert await counter.balance(ann) == left


async def test_more_than_a_manager_may_waits_for_a_second_person(counter: Counter) -> None:
    boss, max_ = await counter.owner(), await counter.works(Role.MANAGER, "Max")
    ann = await counter.customer()
    asked = await max_.says(f"grant {(await counter.member(ann)).card} {MOST + 1} jubilee")
    waiting = await counter.balance(ann)
    approve, refuse = await approvals(counter, boss)
    own = await max_.says(approve, tap=True)
    agreed = [await boss.says(approve, tap=True) for _ in range(3)]
    too_late = await boss.says(refuse, tap=True)

    assert "second person" in asked
    assert waiting == 50
    assert "yourself" in own
    assert len({*agreed, too_late}) == 1
    assert await counter.balance(ann) == 50 + MOST + 1
    assert await approvals(counter, max_) == []


async def test_what_is_refused_is_not_given(counter: Counter) -> None:
    boss, max_ = await counter.owner(), await counter.works(Role.MANAGER, "Max")
    ann = await counter.customer()
    await max_.says(f"grant {(await counter.member(ann)).card} {MOST + 1} jubilee")
    approve, refuse = await approvals(counter, boss)
    refused = await boss.says(refuse, tap=True)

    assert "not agreed" in refused
    assert await boss.says(approve, tap=True) == refused
    assert await counter.balance(ann) == 50


async def test_what_nobody_decides_in_two_days_is_over(counter: Counter) -> None:
    boss, max_ = await counter.owner(), await counter.works(Role.MANAGER, "Max")
    ann = await counter.customer()
    await max_.says(f"grant {(await counter.member(ann)).card} {MOST + 1} jubilee")
    counter.passes(days=2)
    approve, _ = await approvals(counter, boss)

    assert "any more" in await boss.says(approve, tap=True)
    assert await counter.balance(ann) == 50


async def test_a_days_grants_have_a_limit_too(counter: Counter) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    card = (await counter.member(ann)).card
    for _ in range(6):
        counter.passes(minutes=1)
        said = await max_.says(f"grant {card} {MOST} again")
    counter.passes(days=1)
    tomorrow = await max_.says(f"grant {card} {MOST} again")

    assert "second person" in said
    assert "given" in tomorrow
    assert await counter.balance(ann) == 50 + 6 * MOST


async def test_an_owner_has_no_limit(counter: Counter) -> None:
    boss, ann = await counter.owner(), await counter.customer()
    await boss.says(f"grant {(await counter.member(ann)).card} 50000 jubilee")

    assert await counter.balance(ann) == 50050


async def test_a_grant_delivered_again_is_one(counter: Counter) -> None:
    boss, ann = await counter.owner(), await counter.customer()
    max_ = await counter.works(Role.MANAGER, "Max")
    card = (await counter.member(ann)).card
    for points in (10, MOST + 1):
        said = [
            await max_.says(f"grant {card} {points} x", event=f"same {points}") for _ in range(2)
        ]
        assert said[0] == said[1]

    assert await counter.balance(ann) == 60
    assert len(await approvals(counter, boss)) == 2


async def test_nobody_grants_to_themselves(counter: Counter) -> None:
    max_ = await counter.works(Role.MANAGER, "Max")
    await max_.says("join")

    assert "colleague" in await max_.says(f"grant {(await counter.member(max_)).card} 5 x")
    assert await counter.balance(max_) == 50


@pytest.mark.parametrize(
    "typed", ["Ann", "ann smi", "SMITH", "smi a", "+380501234567", "CARD", "card with spaces"]
)
async def test_members_are_found_by_what_is_known_of_them(counter: Counter, typed: str) -> None:
    ann, max_ = await counter.customer("Ann Smith"), await counter.works(Role.MANAGER, "Max")
    await counter.customer("Bob")
    await ann.shares("+380501234567")
    card = (await counter.member(ann)).card
    text = {"CARD": card, "card with spaces": f"{card[0]} {card[1:7]} {card[7:]}"}.get(typed, typed)
    found = await max_.says(f"find {text}")

    assert "Ann Smith" in found
    assert card in found
    assert "Bob" not in found


@pytest.mark.parametrize(
    "typed", ["Nobody", "A", "nn", "ann bob", "x@example.com", "+380501234560"]
)
async def test_who_is_not_there_is_not_found(counter: Counter, typed: str) -> None:
    await counter.customer("Ann")
    max_ = await counter.works(Role.MANAGER, "Max")

    assert "Nobody found" in await max_.says(f"find {typed}")


async def test_who_is_blocked_comes_back_as_they_were(counter: Counter) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    await ann.says("pause")
    card = (await counter.member(ann)).card
    states = []
    for said in ("block", "block", "unblock", "unblock"):
        await max_.says(f"{said} {card}")
        states.append((await counter.member(ann)).status)

    assert states == [Status.BLOCKED, Status.BLOCKED, Status.PAUSED, Status.PAUSED]


@pytest.mark.parametrize("guess", ["member 2040128169768", "use AAAA-BBBB-CCCC"])
async def test_who_guesses_is_stopped_for_a_while(counter: Counter, guess: str) -> None:
    """Also with the right number; and the owners hear of it."""
    boss, sam = await counter.owner(), await counter.works(Role.CASHIER)
    ann = await counter.customer()
    right = f"member {(await counter.member(ann)).card}"
    for _ in range(10):
        await sam.says(guess)
    stopped = await sam.says(right)
    counter.passes(minutes=15, seconds=1)
    later = await sam.says(right)
    told = await counter.database.read(
        lambda tx: outbox_views.to_staff(tx, f"telegram:{boss.id}", limit=9)
    )

    assert "15 minutes" in stopped
    assert "Ann" in later
    assert [one.message.key for one in told] == ["staff-told-guesses"]


async def test_invitations_are_not_to_be_guessed(counter: Counter) -> None:
    boss, eve = await counter.owner(), counter.person("Eve")
    right = (await boss.says("staff add owner")).rpartition("start=")[2].split()[0]
    for number in range(10):
        await eve.says(f"/start i_{number}")

    assert "15 minutes" in await eve.says(f"/start {right}")
    assert await counter.database.read(lambda tx: staff.find(tx, Channel.TELEGRAM, eve.id)) is None


async def test_a_wrong_number_now_and_then_is_forgotten(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    for _ in range(30):
        counter.passes(minutes=2)
        refused = await sam.says("member 2040128169768")

    assert "Nobody has" in refused
    who = f"telegram:{sam.id}"
    assert await counter.database.read(lambda tx: guesses.count_since(tx, who, counter.now)) <= 8


async def test_points_by_hand_are_told_with_their_reason_and_undone(counter: Counter) -> None:
    """What was taken comes back with its old date; each once, however often it is said."""
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    card = (await counter.member(ann)).card
    balances = []
    for said in (f"grant {card} 100 Cold coffee", f"take {card} 30 mistake"):
        counter.passes(minutes=1)
        await max_.says(said)
        balances.append(await counter.balance(ann))
        counter.passes(minutes=1)
        undo = max_.button("Undo").command
        undone = {await max_.says(undo, tap=True) for _ in range(2)}
        balances.append(await counter.balance(ann))
        assert len(undone) == 1
    told = await counter.told(ann)

    assert balances == [150, 50, 20, 50]
    assert told[-4:] == [
        "notice-given-hand", "notice-taken-undone", "notice-taken-hand", "notice-given-undone",
    ]  # fmt: skip


async def test_a_grant_recorded_by_an_older_version_is_not_undone(counter: Counter) -> None:
    """Its record does not say which entry it made."""
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    await max_.says(f"grant {(await counter.member(ann)).card} 30 sorry")
    await counter.database.run(lambda tx: tx.rows("UPDATE audit SET details = '{}'"))

    assert "nothing of yours" in await max_.says("undo")
    assert await counter.balance(ann) == 80


async def test_a_grant_that_is_spent_is_not_undone_and_why_is_said(counter: Counter) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    await max_.says(f"grant {(await counter.member(ann)).card} 30 sorry")
    await ann.says("redeem coffee")

    assert "spent some of it. Left to spend: 20 points" in await max_.says("undo")
    assert await counter.balance(ann) == 20


@pytest.mark.parametrize("points", [51, MOST + 1])
async def test_nobody_is_asked_to_take_what_is_not_there(counter: Counter, points: int) -> None:
    boss, max_ = await counter.owner(), await counter.works(Role.MANAGER, "Max")
    ann = await counter.customer()
    refused = await max_.says(f"take {(await counter.member(ann)).card} {points} mistake")

    assert "Can be spent: 50 points" in refused
    assert await approvals(counter, boss) == []


async def test_nothing_the_staff_asks_for_ends_without_a_way_on(counter: Counter) -> None:
    boss, ann = await counter.owner(), await counter.customer()
    for said in ("opinions", "timeline", "order"):
        await boss.says(said)
        assert boss.labels
    await boss.says(f"member {(await counter.member(ann)).card}")
    await boss.says("timeline")

    assert "card" in await boss.taps("👤 Ann")
