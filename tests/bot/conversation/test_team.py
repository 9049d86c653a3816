"""The team: who may say what, and how people come to work here."""

import pytest

from bot.conversation.words import WORDS
from core.model import Role
from core.program.values import LANGUAGES
from tests.bot.conversation.conftest import Counter, code_in

ROLES = (None, *Role)
OF_ROLES = [name for name, one in WORDS.items() if one.role]


@pytest.mark.parametrize("role", ROLES)
async def test_every_word_is_for_its_role_and_those_above(
    counter: Counter, role: Role | None
) -> None:
    """
    To customers it does not exist: they hear what they hear for any nonsense. Who works here hears
    which role it takes.
    """
    sam = await counter.works(role) if role else counter.person()
    nonsense = await sam.says("colourless green ideas")
    for name in OF_ROLES:
        wanted = WORDS[name].role
        assert wanted
        for typed in (name, f"/{name}", f"{name} 1 2"):
            await sam.says("/help")  # nothing is asked
            answer = await sam.says(typed)
            refused = answer == nonsense if role is None else f"takes the role: {wanted}" in answer
            assert refused is not (role is not None and role.covers(wanted)), (typed, role)
            assert not (refused and any("?" in label for label in sam.labels))  # it was no slip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_tells_each_role_its_words(counter: Counter, language: str) -> None:
    boss = await counter.works(Role.OWNER, language=language)
    sam = await counter.works(Role.CASHIER, language=language)
    ann = counter.person(language=language)
    of_boss, of_sam, of_ann = [await one.says("help") for one in (boss, sam, ann)]

    for name in OF_ROLES:
        wanted = WORDS[name].role
        if not WORDS[name].menu:  # a button's
            continue
        assert f"/{name} " in of_boss
        assert (f"/{name} " in of_sam) is (wanted is Role.CASHIER)
        assert f"/{name} " not in of_ann
    [undo] = [line for line in of_sam.splitlines() if line.startswith("/undo ")]
    assert undo not in of_ann  # what it undoes at the counter is no voucher


async def test_an_invitation_delivered_again_is_the_same(counter: Counter) -> None:
    """Also with the luck of another moment: one link, one line in the trail."""
    boss = await counter.owner()
    said = {await boss.says("staff add cashier", event="the same") for _ in range(2)}
    other = await boss.says("staff add cashier")

    assert len(said) == 1
    assert other not in said
    assert (await boss.says("audit")).count("invitation") == 2


async def test_who_works_here_is_no_guest(counter: Counter) -> None:
    sam, ann = await counter.works(Role.CASHIER), counter.person()

    for said in ("help", "colourless green ideas"):
        assert "not a member" not in await sam.says(said)
        assert "join" not in (await sam.says(said)).splitlines()[0]
        assert await ann.says(said) != await sam.says(said)
        assert sam.button("Customer").command == "member"


async def test_an_invitation_makes_one_person_a_cashier(counter: Counter) -> None:
    boss, sam, eve = await counter.owner(), counter.person("Sam"), counter.person("Eve")
    await boss.says("staff")
    link = code_in(await boss.taps("+ cashier"))
    welcome = await sam.says(f"/start {link}")
    again = await sam.says(f"/start {link}")
    refused = await eve.says(f"/start {link}")

    assert welcome == again
    assert "cashier" in welcome
    assert "doesn't work" in refused
    assert "Sam – cashier" in await boss.says("staff")
    assert "Eve" not in await boss.says("staff")


async def test_an_invitation_ends_after_two_days(counter: Counter) -> None:
    boss, sam = await counter.owner(), counter.person("Sam")
    link = code_in(await boss.says("staff add manager"))
    counter.passes(hours=48)

    assert "doesn't work" in await sam.says(f"/start {link}")


async def test_an_invitation_ends_with_who_invited(counter: Counter) -> None:
    boss, bob, sam = await counter.owner(), await counter.works(Role.OWNER, "Bob"), counter.person()
    link = code_in(await bob.says("staff add owner"))
    await boss.says("staff remove Bob yes")

    assert "doesn't work" in await sam.says(f"/start {link}")


async def test_no_invitation_takes_anything_away(counter: Counter) -> None:
    boss, bob = await counter.owner(), await counter.works(Role.OWNER, "Bob")
    await bob.says(f"/start {code_in(await boss.says('staff add cashier'))}")

    assert "Bob – owner" in await boss.says("staff")


async def test_owners_change_roles_and_let_people_go(counter: Counter) -> None:
    boss, sam = await counter.owner(), await counter.works(Role.CASHIER)
    await boss.says("staff")
    await boss.taps("Sam")
    await boss.taps("Role: manager")
    may = await sam.says("mute")
    await boss.says("staff Sam")
    await boss.taps("Remove")
    await boss.taps("Yes")

    assert "write to you about" in may
    assert "Sam" not in await boss.says("staff")
    assert "write to you about" not in await sam.says("mute")


async def test_nobody_changes_what_they_may_themselves(counter: Counter) -> None:
    bob = await counter.works(Role.OWNER, "Bob")
    refused = await bob.says("staff remove Bob yes")

    assert "yourself" in refused
    assert "Bob – owner" in await bob.says("staff")


async def test_owners_of_the_settings_stay(counter: Counter) -> None:
    await counter.owner()
    bob = await counter.works(Role.OWNER, "Bob")

    for said in ("staff remove 900 yes", "staff role 900 cashier"):
        assert "LOYALTY_OWNERS" in await bob.says(said)


async def test_an_unknown_person_is_asked_back_for(counter: Counter) -> None:
    boss = await counter.owner()

    for said in (
        "staff nobody",
        "staff remove nobody yes",
        "staff role nobody cashier",
        "staff x y",
    ):
        assert "Nobody in the team" in await boss.says(said)


async def test_who_works_here_may_be_a_customer_too(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    greeted = await sam.says("start")
    await sam.says("join")

    assert "cashier" in greeted
    assert "50 points" in await sam.says("points")


async def test_a_question_dies_with_the_role(counter: Counter) -> None:
    """Who is removed while they are asked something answers it no more."""
    boss, sam = await counter.owner(), await counter.works(Role.MANAGER)
    await sam.says("mute")
    await boss.says("staff remove Sam yes")

    assert await sam.says("mute staff off") == await sam.says("nonsense")


async def test_muting_is_each_persons_own(counter: Counter) -> None:
    boss = await counter.owner()
    bob = await counter.works(Role.OWNER, "Bob")
    await boss.says("mute")
    await boss.taps("🔔 who joins")
    muted = boss.labels
    await bob.says("mute")
    heard = bob.labels
    await boss.taps("🔕 who joins")

    assert [one[0] for one in muted if "who joins" in one] == ["🔕"]
    assert [one[0] for one in heard if "who joins" in one] == ["🔔"]
    assert [one[0] for one in boss.labels if "who joins" in one] == ["🔔"]
