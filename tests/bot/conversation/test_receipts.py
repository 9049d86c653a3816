"""Receipt codes that are claimed later; cards whose code changes."""

from datetime import UTC, datetime, timedelta

import pytest

from core.model import Role
from core.program.loading import load
from core.till import rotating
from tests.bot.conversation.conftest import NOON, Counter, Person, code_in
from tests.core.program.cafe import CAFE

ROTATING = CAFE + "\n[counter]\nrotating_cards = true\n"
POINTS_OFF = """
[[rewards]]
id = "points-off"
kind = "flexible"
title = "Points off"
points = 10
amount = "1.00"
"""


async def changing(counter: Counter) -> None:
    """From now on cards change."""
    counter.acts.program = load(ROTATING.replace("[referral]", POINTS_OFF + "\n[referral]"))
    await counter.database.run(rotating.prepare)


async def shown(person: Person) -> str:
    """What the person's card shows, as the link in its code has it."""
    await person.says("card")
    assert person.last
    return person.last.code.rpartition("=")[2]


async def test_a_receipts_code_is_claimed_once(counter: Counter) -> None:
    ann, eve, sam = (
        await counter.customer(),
        await counter.customer("Eve"),
        await counter.works(Role.CASHIER),
    )
    code = code_in(await sam.says("receipt 249,90"))
    claimed = [await ann.says(f"/start {code}") for _ in range(2)]
    refused = await eve.says(f"claim {code.removeprefix('k_')}")

    assert "249 points" in claimed[0]
    assert claimed[0] == claimed[1]
    assert "doesn't work" in refused
    assert (await counter.balance(ann), await counter.balance(eve)) == (299, 50)


async def test_a_code_can_be_typed_in_any_way(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says("receipt")
    code = code_in(await sam.says("10")).removeprefix("k_")
    await ann.says("claim")

    assert "10 points" in await ann.says(f"{code[:4].lower()} {code[4:]}")


async def test_who_has_not_joined_joins_first(counter: Counter) -> None:
    eve, sam = counter.person("Eve"), await counter.works(Role.CASHIER)
    code = code_in(await sam.says("receipt 10"))
    first = await eve.says(f"/start {code}")
    take = eve.button("Take the points").command
    await eve.taps("Join")
    await eve.says(take, tap=True)

    assert "Join first" in first
    assert await counter.balance(eve) == 60


async def test_a_code_ends(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    code = code_in(await sam.says("receipt 10"))
    counter.passes(days=3)

    assert "too old" in await ann.says(f"/start {code}")


async def test_a_receipt_is_undone_and_what_it_brought_with_it(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    first = code_in(await sam.says("receipt 10"))
    undone = await sam.taps("Undo")
    counter.passes(minutes=1)
    second = code_in(await sam.says("receipt 20"))
    refused, claimed = await ann.says(f"/start {first}"), await ann.says(f"/start {second}")
    undo = sam.button("Undo").command
    taken = [await sam.says(undo, tap=True) for _ in range(2)]

    assert "withdrawn" in undone
    assert "doesn't work" in refused
    assert "20 points" in claimed
    assert taken[0] == taken[1]
    assert "Ann · €20.00: undone" in taken[0]
    assert "doesn't work" in await ann.says(f"/start {second}")
    assert await counter.balance(ann) == 50
    assert "notice-taken-order" in await counter.told(ann)


async def test_an_older_receipts_button_undoes_that_receipt(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    await sam.says("receipt 10")
    older = sam.button("Undo").command
    await sam.says("receipt 20")

    assert "€10.00" in await sam.says(older, tap=True)


async def test_a_doubtful_sum_makes_one_code_however_it_is_tapped(counter: Counter) -> None:
    """Of what it can mean one is chosen; a very large one is asked about."""
    sam = await counter.works(Role.CASHIER)
    asked = await sam.says("receipt 12.345")
    thousands, cents = sam.button("€12,345.00").command, sam.button("€12.35").command
    made = {await sam.says(one, tap=True) for one in (cents, thousands, cents)}
    large = await sam.says("receipt 99999999")

    assert "Code:" not in asked + large
    assert len(made) == 1
    assert "€12.35. Code" in made.pop()
    assert "Code:" in await sam.taps("€99,999,999.00")


async def test_a_receipt_delivered_again_has_the_same_code(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    codes = {await sam.says("receipt 10", event="the same") for _ in range(2)}

    assert len(codes) == 1


async def test_a_cashier_claims_none_of_their_own(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    await sam.says("join")
    code = code_in(await sam.says("receipt 10"))

    assert "colleague" in await sam.says(f"/start {code}")


async def test_receipts_are_not_to_be_guessed(counter: Counter) -> None:
    eve, sam = await counter.customer("Eve"), await counter.works(Role.CASHIER)
    code = code_in(await sam.says("receipt 10"))
    for number in range(10):
        await eve.says(f"claim AAAA{number}")

    assert "15 minutes" in await eve.says(f"/start {code}")


@pytest.mark.parametrize(("seconds", "pays"), [(0, True), (30, True), (90, False)])
async def test_a_changing_card_pays_while_its_code_is_new(
    counter: Counter, seconds: int, pays: bool
) -> None:
    await changing(counter)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    payload = await shown(ann)
    counter.passes(seconds=seconds)
    screen = await sam.says(f"/start {payload}")
    await sam.taps("Purchase")
    await sam.says("10")

    assert ("spent only with the code" in screen) is not pays
    assert any("⭐" in label for label in sam.labels) is pays


async def test_a_plain_card_earns_but_does_not_pay(counter: Counter) -> None:
    await changing(counter)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    member = await counter.member(ann)
    await sam.says(f"/start {await shown(ann)}")
    await sam.taps("Purchase")
    await sam.says("10")
    pay = sam.button("⭐").command
    counter.passes(minutes=6)
    refused = [await sam.says(pay, tap=True), await sam.says(f"hand {member.card} coffee")]
    earned = await sam.says(f"order {member.card} 10")

    assert all("plain card" in one for one in refused)
    assert "10 points" in earned
    assert await counter.balance(ann) == 60


async def test_the_code_can_be_typed_after_the_cards_number(counter: Counter) -> None:
    await changing(counter)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    card, _, code = (await shown(ann)).removeprefix("c_").partition("-")
    await sam.says(f"order {card} 20")
    screen = await sam.says(f"member {card} {code[:3]} {code[3:]}")
    wrong = await sam.says(f"member {card} 000000") if code != "000000" else "with the code"

    assert "Free coffee" in screen
    assert "Free coffee" in wrong or "with the code" in wrong


def test_the_code_is_that_of_the_standard() -> None:
    """RFC 6238, appendix B: SHA-256, the last six of its eight digits."""
    secret = b"12345678901234567890123456789012"

    for at, code in ((59, "119246"), (1111111109, "084774"), (20000000000, "737706")):
        step = int(datetime.fromtimestamp(at, UTC).timestamp()) // rotating.STEP_S
        assert rotating.at_step(secret, step) == code


async def test_every_member_has_a_code_of_their_own(counter: Counter) -> None:
    await changing(counter)
    codes = set()
    for name in ("Ann", "Bob", "Eve"):
        codes.add((await shown(await counter.customer(name))).rpartition("-")[2])
    later = NOON + timedelta(minutes=1)

    assert len(codes) == 3
    assert counter.now < later
