"""The till: cashiers serve the customer in front of them, each thing once."""

import re

import pytest

from core.model import Role
from core.program.loading import load
from core.program.schema import Program
from core.program.values import LANGUAGES
from core.till.undoing import LOOKED_AT
from tests.bot.conversation.conftest import Counter, Person
from tests.core.program.cafe import CAFE

CODE = re.compile(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){2}")
POINTS_OFF = """
[[rewards]]
id = "points-off"
kind = "flexible"
title = "Points off"
points = 10
amount = "1.00"
"""
TWO_OFF = """
[[rewards]]
id = "two-off"
kind = "amount_off"
amount = "2.00"
title = "Two off"
cost = 10
"""
BEAUTY = """
[[earning]]
id = "beauty"
on = "multiplier"
factor = 2
when = { categories = ["beauty"] }
"""


def program(*more: str) -> Program:
    """The café's program with more in it."""
    return load(CAFE.replace("[tiers]", "\n".join(more) + "\n[tiers]"))


def code_of(text: str) -> str:
    """The voucher's code in the text."""
    found = CODE.search(text)
    assert found
    return found[0]


async def card(counter: Counter, person: Person) -> str:
    """The number of the customer's card."""
    return (await counter.member(person)).card


async def test_a_scanned_card_opens_the_customers_screen(counter: Counter) -> None:
    """With a first name, tier and balance; nothing else of the person."""
    ann, sam = await counter.customer("Ann Smith"), await counter.works(Role.CASHIER)
    await ann.says("birthday 24.12.1990")
    shown = await sam.says(f"/start c_{await card(counter, ann)}")

    assert "Ann · Bronze" in shown
    assert "50 points" in shown
    for secret in ("Smith", "24", "1990"):
        assert secret not in shown
    assert sam.labels == ["💰 Purchase", "↩ Undo"]


async def test_a_customer_who_scans_a_card_is_told_what_it_is(counter: Counter) -> None:
    ann, eve = await counter.customer(), counter.person("Eve")
    link = f"/start c_{await card(counter, ann)}"

    for person in (ann, eve):
        told = await person.says(link)
        assert "cashier scans it" in told
        assert "points" not in told
        assert person.buttons


async def test_the_cards_code_is_the_link_with_the_number_beside_it(counter: Counter) -> None:
    ann = await counter.customer()
    number = await card(counter, ann)
    shown = await ann.says("card")

    assert ann.last
    assert ann.last.code == f"https://t.me/cafe_bot?start=c_{number}"
    assert number in shown.replace(" ", "")


async def test_a_purchase_takes_three_taps_and_a_sum(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"/start c_{await card(counter, ann)}")
    await sam.taps("Purchase")
    await sam.says("249,90")
    done = await sam.taps("✅")

    assert "249.90" in done
    assert "Earned: 249 points" in done
    assert await counter.balance(ann) == 299
    assert "notice-purchase-earned" in await counter.told(ann)


async def test_the_keypad_types_the_same_sum(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    for key in ("2", "4", "9", "1", "⌫", "9", "0"):
        await sam.taps(key)
    await sam.taps("✅ €249.90")
    await sam.taps("✅")

    assert await counter.balance(ann) == 299


async def test_a_sum_typed_to_who_is_served_is_a_purchase(counter: Counter) -> None:
    """It is asked about with the name, as nobody was named in that message."""
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    assert "did not understand" in await sam.says("12,50")
    await sam.says(await card(counter, ann))
    for typed in ("12,50", "12.50 EUR"):
        assert "12.50" in await sam.says(typed)
        assert await counter.balance(ann) == 50
    await sam.taps("✅")
    assert await counter.balance(ann) == 62
    assert "did not understand" in await ann.says("12,50")


async def test_a_card_and_a_sum_in_one_message_are_a_purchase(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    number = await card(counter, ann)
    await sam.says(f"{number} 12.345")
    assert await counter.balance(ann) == 50
    await sam.says(f"{number} 12.50")
    assert await counter.balance(ann) == 62


async def test_noughts_typed_for_a_sum_are_no_card(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    for _ in range(20):  # more than anybody may guess
        assert "sum" in await sam.says("00")
    assert "12.50" in await sam.says("12.50")


async def test_fast_taps_on_one_keypad_all_count(counter: Counter) -> None:
    """The message has not changed yet when the second comes; one delivered again types nothing."""
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    keys = {one.label: one.command for one in sam.buttons}
    for label, event in (("5", "a"), ("0", "b"), ("0", "c"), ("0", "c")):
        shown = await sam.says(keys[label], tap=True, event=event)

    assert "€5.00" in shown


async def test_a_typed_order_is_recorded_at_once(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    done = await sam.says(f"order {await card(counter, ann)} 1 249,90 €")

    assert "1,249.90" in done
    assert await counter.balance(ann) == 1299


async def test_a_sum_with_two_readings_is_asked_about(counter: Counter) -> None:
    counter.acts.program = program(BEAUTY)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    asked = await sam.says(f"order {await card(counter, ann)} 12.345 beauty")
    before = await counter.balance(ann)
    await sam.taps("€12.35")
    record = sam.button("✅").command
    done = {await sam.says(record, tap=True) for _ in range(3)}

    assert "€12,345.00 or €12.35" in asked
    assert before == 50
    assert len(done) == 1
    assert await counter.balance(ann) == 74


@pytest.mark.parametrize(("limit", "asks"), [("", True), ("ask_above = 99999999", False)])
async def test_a_very_large_sum_is_asked_about(counter: Counter, limit: str, asks: bool) -> None:
    counter.acts.program = load(f"{CAFE}\n[counter]\n{limit}")
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    said = await sam.says(f"order {await card(counter, ann)} 99999999")

    assert ("That is a lot" in said) is asks
    assert (await counter.balance(ann) == 50) is asks
    if asks:
        await sam.taps("✅ €99,999,999.00")
        assert await counter.balance(ann) == 50 + 99_999_999


async def test_who_is_refused_at_the_till_keeps_the_tills_buttons(counter: Counter) -> None:
    """Also who is a member too: nobody's own points and rewards are offered to them there."""
    sam, max_ = await counter.works(Role.CASHIER), await counter.works(Role.MANAGER, "Max")
    await sam.says("join")
    for _ in range(10):
        await sam.says("member 2040128169768")
    for said in ("member 2040128169768", "use AAAA-BBBB-CCCC", "nonsense", "help"):
        await sam.says(said)
        assert sam.labels == ["👤 Customer", "🎟 Voucher", "↩ Undo", "Menu"]
    await max_.says("nonsense")
    assert "🔎 Find" in max_.labels


@pytest.mark.parametrize("said", ["start", "card", "rewards", "points", "join", "redeem coffee"])
async def test_a_blocked_customer_is_told_so_kindly(counter: Counter, said: str) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    await max_.says(f"block {await card(counter, ann)}")
    told = await ann.says(said)

    assert told.startswith("Your membership is blocked by the shop")
    assert "Ann" not in told
    assert ann.labels == ["Write to the shop", "My data", "Privacy"]


async def test_help_tells_a_blocked_customer_what_is_left(counter: Counter) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    await max_.says(f"block {await card(counter, ann)}")
    for said in ("help", "feedback Why?"):
        told = await ann.says(said)
        assert "/rewards" not in told
        assert ann.labels == ["Write to the shop", "My data", "Privacy"]


async def test_a_blocked_customer_keeps_their_rights_and_their_say(counter: Counter) -> None:
    ann, max_ = await counter.customer(), await counter.works(Role.MANAGER, "Max")
    await max_.says(f"block {await card(counter, ann)}")
    for said in ("mydata", "privacy", "language", "history", "notifications", "feedback Why?"):
        assert "is blocked" not in await ann.says(said)


async def test_a_customer_is_found_by_phone(counter: Counter) -> None:
    counter.acts.program = counter.acts.program.model_copy(update={"currency": "UAH"})
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await ann.shares("+380501234567")
    for typed in ("+380501234567", "+380 50 123 45 67", "050 123-45-67"):
        shown = await sam.says(f"member {typed}")
        assert "Ann" in shown
        assert "1234567" not in shown.replace(" ", "")


@pytest.mark.parametrize("typed", ["member 2040128169768", "member x", "order 123 5", "member 1"])
async def test_an_unknown_customer_is_said_to_be_one(counter: Counter, typed: str) -> None:
    sam = await counter.works(Role.CASHIER)

    assert "Nobody has this card" in await sam.says(typed)
    assert sam.buttons


@pytest.mark.parametrize(
    ("how", "found"),
    [
        ({"timezone": "Europe/Kyiv"}, True),
        ({"timezone": "Etc/UTC", "country": "UA"}, True),
        ({"timezone": "Etc/UTC"}, False),
    ],
)
async def test_a_number_without_its_countrys_code_is_the_shops_countrys(
    counter: Counter, how: dict[str, str], found: bool
) -> None:
    counter.acts.program = counter.acts.program.model_copy(update=how)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await ann.shares("+380671234567")
    for said in ("member 067 123 45 67", "order 067 123 45 67 10", "member 0671234567"):
        assert ("country code" in await sam.says(said)) is not found
    assert (await counter.balance(ann) == 60) is found
    assert "€" not in await sam.says("order 067 123 45 60 10")
    assert "Nobody has" in await sam.says("member 2040128169769")


async def test_twenty_taps_record_one_purchase(counter: Counter) -> None:
    """Also on different buttons of one screen."""
    counter.acts.program = program(POINTS_OFF)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    await sam.says("10")
    plainly, with_points = sam.button("✅").command, sam.button("⭐").command
    answers = [await sam.says(one, tap=True) for one in (plainly, with_points, plainly) * 5]

    assert len(set(answers)) == 1
    assert await counter.balance(ann) == 60


async def test_a_part_is_paid_with_points(counter: Counter) -> None:
    counter.acts.program = program(POINTS_OFF)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    await sam.says("12.50")
    done = await sam.taps("⭐ 50 points = −€5.00")

    assert "€7.50" in done
    assert await counter.balance(ann) == 7
    assert {"notice-purchase-earned", "notice-purchase-paid"} <= {*await counter.told(ann)}


async def test_a_purchase_undone_gives_the_points_back(counter: Counter) -> None:
    counter.acts.program = program(POINTS_OFF)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    await sam.says("12.50")
    again = sam.button("⭐ 50").command
    await sam.taps("⭐ 50")
    for _ in range(3):
        undone = await sam.says("undo") if "Undo" not in str(sam.labels) else await sam.taps("Undo")
    stale = await sam.says(again, tap=True)

    assert "undo" in undone.lower()
    assert "undone" in stale
    assert await counter.balance(ann) == 50


async def test_a_voucher_makes_a_purchase_cheaper(counter: Counter) -> None:
    counter.acts.program = program(TWO_OFF)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await ann.says("redeem two-off")
    await sam.says(f"member {await card(counter, ann)}")
    await sam.taps("Purchase")
    await sam.says("10")
    done = await sam.taps("🎟 Two off → €8.00")
    used = await ann.says("vouchers")
    await sam.taps("Undo")
    back = await ann.says("vouchers")

    assert "€8.00" in done
    assert "Two off" not in used
    assert "Two off" in back
    assert await counter.balance(ann) == 40


async def test_a_category_is_one_tap(counter: Counter) -> None:
    counter.acts.program = program(BEAUTY)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    number = await card(counter, ann)
    await sam.says(f"order {number}")
    await sam.says("10")
    await sam.taps("beauty")
    await sam.says(f"order {number} 10 Beauty")
    refused = await sam.says(f"order {number} 10 books")

    assert await counter.balance(ann) == 90
    assert "beauty" in refused


async def test_a_category_leads_on_to_paying_with_points(counter: Counter) -> None:
    counter.acts.program = program(BEAUTY + POINTS_OFF)
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    await sam.says("10")
    await sam.taps("beauty")
    await sam.taps("⭐ 50 points")

    assert await counter.balance(ann) == 10


async def test_a_reward_is_handed_over_once(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    number = await card(counter, ann)
    await sam.says(f"order {number} 20")
    await sam.says(f"member {number}")
    await sam.taps("Use a reward")
    coffee = sam.button("Free coffee – 60").command
    handed = [await sam.says(coffee, tap=True) for _ in range(3)]
    left = await counter.balance(ann)
    await sam.taps("Undo")

    assert len(set(handed)) == 1
    assert "hand it over" in handed[0]
    assert (left, await counter.balance(ann)) == (10, 70)
    assert "notice-purchase-handed" in await counter.told(ann)


async def test_a_voucher_is_used_by_its_code(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)} 10")
    code = code_of(await ann.says("redeem coffee"))
    used = await sam.says(f"use {code.lower().replace('-', ' ')}")
    refused = await sam.says(f"use {code}")
    await sam.says("undo")
    again = await sam.says(f"use {code}")

    assert used == again
    assert "Free coffee" in used
    assert "Free coffee" not in refused


async def test_a_cashier_undoes_their_own_last_act_within_ten_minutes(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    bob = await counter.works(Role.CASHIER, "Bob")
    await sam.says(f"order {await card(counter, ann)} 10")
    command = sam.button("Undo").command
    refused = [await bob.says("undo"), await bob.says(command, tap=True)]
    counter.passes(minutes=10)
    refused += [await sam.says("undo"), await sam.says(command, tap=True)]

    assert all("nothing of yours" in one for one in refused)
    assert await counter.balance(ann) == 60


async def test_two_undos_take_back_one_act(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    for sum in (10, 20):
        counter.passes(seconds=5)
        await sam.says(f"order {await card(counter, ann)} {sum}")
    for _ in range(2):
        await sam.says("undo")

    assert await counter.balance(ann) == 60


async def test_an_undo_that_comes_again_takes_back_no_more_and_says_the_same(
    counter: Counter,
) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    for sum in (10, 20):
        counter.passes(seconds=5)
        await sam.says(f"order {await card(counter, ann)} {sum}")
    counter.passes(seconds=-2)  # another process's clock
    said, again = [await sam.says("undo", event="once") for _ in range(2)]
    for _ in range(LOOKED_AT + 1):
        counter.passes(seconds=5)
        await sam.says(f"order {await card(counter, ann)} 10")
    late = await sam.says("undo", event="once")

    assert said == again
    assert late.splitlines()[0] == said.splitlines()[0]
    assert await counter.balance(ann) == 60 + 10 * (LOOKED_AT + 1)


async def test_nobody_serves_themselves(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    await sam.says("join")
    number = await card(counter, sam)

    for said in (f"member {number}", f"order {number} 10", f"/start c_{number}", f"hand {number}"):
        assert "your own card" in await sam.says(said)
    assert await counter.balance(sam) == 50


async def test_who_has_left_is_not_served(counter: Counter) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    number = await card(counter, ann)
    await ann.says("leave")
    await ann.says("leave yes")

    assert "left the program" in await sam.says(f"member {number}")
    assert "left the program" in await sam.says(f"order {number} 10")


async def test_an_old_keypad_types_for_its_own_customer(counter: Counter) -> None:
    ann, bob = await counter.customer(), await counter.customer("Bob")
    sam = await counter.works(Role.CASHIER)
    await sam.says(f"order {await card(counter, ann)}")
    old = sam.button("5").command
    await sam.says(f"order {await card(counter, bob)}")
    await sam.taps("7")
    shown = await sam.says(old, tap=True)

    assert "Ann" in shown
    assert "€0.05" in shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_till_speaks_five_languages(counter: Counter, language: str) -> None:
    counter.acts.program = counter.acts.program.model_copy(
        update={
            "languages": (*LANGUAGES,),
            "points": dict.fromkeys(LANGUAGES, counter.acts.program.points["en"]),
        }
    )
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER, language=language)
    for said in (f"member {await card(counter, ann)}", "order", "5", "use", "undo"):
        assert await sam.says(said)
        assert max(map(len, sam.labels)) < 30


async def test_what_the_staff_does_is_in_the_audit_trail(counter: Counter) -> None:
    boss, sam = await counter.owner(), await counter.works(Role.CASHIER)
    ann = await counter.customer()
    await sam.says(f"order {await card(counter, ann)} 10")
    await sam.says("undo")
    await sam.says("receipt 7")
    await sam.says("undo")
    await sam.says(f"order {await card(counter, ann)} 10")
    await ann.says("redeem coffee")
    assert ann.last
    [code] = re.findall(r"Code: (\S+)", ann.last.text)
    counter.passes(seconds=5)
    await sam.says(f"use {code}")
    await sam.says("undo")
    await boss.says(f"grant {await card(counter, ann)} 5 sorry")
    await boss.says("undo")
    await boss.says("staff role Sam manager")
    everything, of_sam = await boss.says("audit"), await boss.says("audit Sam")

    assert "Sam: Ann · €10.00 · +10" in of_sam
    assert "−10 · undone" in of_sam
    assert "Sam: €7.00 · undone: receipt code" in of_sam
    assert f"Sam: Ann · undone: {code}" in of_sam
    assert ": Ann · −5 · undone\n" in f"{everything}\n"
    assert "Sam, role: manager" in everything
    assert "role" not in of_sam
    assert "Nobody in the team" in await boss.says("audit nobody")


async def test_a_long_trail_has_pages(counter: Counter) -> None:
    boss, sam = await counter.owner(), await counter.works(Role.CASHIER)
    number = await card(counter, await counter.customer())
    for sum in range(1, 21):
        counter.passes(minutes=1)
        await sam.says(f"order {number} {sum}")
    newest = await boss.says("audit Sam")
    oldest = await boss.taps("Older")

    assert "€20.00" in newest
    assert "€5.00" not in newest
    assert "€5.00" in oldest


async def test_the_longest_sums_fit_their_buttons(counter: Counter) -> None:
    counter.acts.program = program(BEAUTY + POINTS_OFF + TWO_OFF)
    boss, ann = await counter.owner(), await counter.customer()
    number = await card(counter, ann)
    await boss.says(f"grant {number} 10000000000 jubilee")
    await ann.says("redeem two-off")
    await boss.says(f"order {number}")
    await boss.says("999 999 999,99")
    await boss.taps("beauty")
    for label in ("✅", "🎟", "⭐"):
        assert boss.button(label)
    await boss.taps("⭐")

    assert "don't understand" in await boss.says(f"order {number} 1000000000,00")


@pytest.mark.parametrize("word", ["key {} 5", "sell {} 500", "hand {}", "hand {} coffee"])
async def test_cards_are_not_guessed_through_buttons(counter: Counter, word: str) -> None:
    ann, sam = await counter.customer(), await counter.works(Role.CASHIER)
    for _ in range(10):
        await sam.says(word.format("2040128169768"), tap=True)

    assert "15 minutes" in await sam.says(word.format(await card(counter, ann)), tap=True)
    assert await counter.balance(ann) == 50


async def test_a_scanner_types_the_card_alone(counter: Counter) -> None:
    """Also while a sum is asked for: the next customer is there. To others it is nonsense."""
    ann, bob = await counter.customer("Ann"), await counter.customer("Bob")
    sam = await counter.works(Role.CASHIER)
    number = await card(counter, ann)
    await sam.says(f"order {await card(counter, bob)}")

    for typed in (number, f"https://t.me/cafe_bot?start=c_{number}"):
        assert "Ann · Bronze" in await sam.says(typed)
        assert await bob.says(typed) == await bob.says("nonsense")
