"""Memberships bought with Telegram Stars, on both libraries, by polling and by webhook."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.programs import preset_text
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.payments import NotPaid
from bot.sandbox.telegram.people import Person
from core.model import Title
from core.program.loading import load
from core.tables import dead_letters, payments
from tests.stories.conftest import WAYS, Cafe, labels, open_cafe, words_of
from tests.stories.processes import loyalty

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.filterwarnings("ignore:.*`retry_after`"),  # the library's, on every flood
]

PLANS = """
[[plans]]
id = "club"
title = "Club"
stars = 250
period = "month"
benefits = [{ kind = "perk", title = "A seat by the window" }]
grants = [{ id = "monthly", every = "month", points = 5 }]

[[plans]]
id = "friend"
title = "Friend of the house"
stars = 1000
period = "once"
"""


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=WAYS, ids=[f"{one}-{two}" for one, two in WAYS]
)
async def shop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Cafe]:
    """The café with memberships for stars."""
    library, way = request.param
    folder = tmp_path_factory.mktemp("cafe")
    program = folder / "program.toml"
    program.write_text(preset_text("starter") + PLANS)
    url = f"sqlite:///{folder / 'loyalty.db'}"
    async with open_cafe(url, library, way, program=str(program)) as shop:
        yield shop
        bugs = await shop.app.database.read(dead_letters.count)
    assert bugs == 0, "a story met a bug"


async def bought(shop: Cafe, plan: str = "Club") -> Person:
    """A member who has just bought that."""
    ann = await shop.member()
    await ann.says("/plan")
    await ann.taps(f"Buy: {plan}")
    await ann.pays("Pay")
    return ann


async def test_a_member_buys_renews_and_cancels(shop: Cafe) -> None:
    ann = await shop.member()
    shown = await ann.says("/plan")
    assert "in the shop" not in words_of(shown)
    invoice = await ann.taps("Buy: Club")
    assert "“Club” for a month: 250 ⭐" in words_of(invoice)
    thanks = await ann.pays("Pay 250")
    assert "Thank you, 250 ⭐ received: “Club” is yours!" in words_of(thanks)
    assert await shop.balance(ann) == 55
    first = await until(ann)

    [charge] = ann.charges
    assert "renewed" in words_of(await ann.renews(charge.id))
    assert await until(ann) != first
    assert await shop.balance(ann) == 55, "the second month's points come with the second month"

    await ann.says("/plan club cancel")
    assert "is cancelled" in words_of(await ann.taps("Yes, cancel"))
    with pytest.raises(NotPaid):
        await ann.renews(charge.id)


async def until(person: Person) -> str:
    """Until when the club is paid."""
    [line] = [
        line for line in words_of(await person.says("/plan club")).split("\n") if "paid" in line
    ]
    return line


async def test_a_payment_told_again_changes_nothing(shop: Cafe) -> None:
    ann = await bought(shop)
    before = await until(ann)
    [told] = [one for one in shop.telegram.updates if "successful_payment" in str(one.raw)][-1:]
    await shop.telegram.redeliver(told)

    assert await until(ann) == before
    assert await shop.balance(ann) == 55


async def test_nobody_pays_twice_or_an_old_price(shop: Cafe) -> None:
    ann = await shop.member()
    await ann.says("/plan club buy")
    pay = ann.button("Pay")
    running = shop.app.acts.program
    shop.app.acts.program = load(
        preset_text("starter") + PLANS.replace("stars = 250", "stars = 300")
    )
    with pytest.raises(NotPaid) as dearer:
        await ann.pays(pay)
    shop.app.acts.program = running
    await ann.pays(pay)
    with pytest.raises(NotPaid) as again:
        await ann.pays(pay)

    changed = shop.sentence("error-plan-price-changed", title=Title({"": "Club"}), stars=300)
    assert str(dearer.value) == changed
    assert "yours already" in str(again.value)
    assert len(ann.charges) == 1


async def test_a_refund_ends_the_plan_and_its_renewals(shop: Cafe) -> None:
    ann = await bought(shop)
    [charge] = ann.charges
    path = f"/api/v1/members/{(await shop.about(ann))['id']}/plan/refund"
    answers = [await shop.api.post(path, json={"reference": charge.id}) for _ in range(2)]

    assert [(one.status_code, one.json()["active"]) for one in answers] == [(200, False)] * 2
    assert (charge.refunded, charge.stopped) == (True, True)
    await shop.telegram.updates[-1].confirmed()
    support = words_of(await ann.says("/paysupport"))
    assert f"250 ⭐, given back · payment {charge.id}" in support
    assert await shop.balance(ann) == 50


async def test_while_telegram_is_away_nothing_is_booked_as_given_back(shop: Cafe) -> None:
    ann = await bought(shop, "Friend")
    [charge] = ann.charges
    path = f"/api/v1/members/{(await shop.about(ann))['id']}/plan/refund"
    shop.telegram.fail_next("refundStarPayment", Failure.flood(60))
    away = await shop.api.post(path, json={"reference": charge.id})
    assert away.status_code == 503
    assert "Yours since" in words_of(await ann.says("/plan friend"))

    assert (await shop.api.post(path, json={"reference": charge.id})).status_code == 200
    assert "Yours since" not in words_of(await ann.says("/plan friend"))


async def test_what_is_stopped_in_telegrams_settings_is_cancelled_here(shop: Cafe) -> None:
    ann = await bought(shop)
    [charge] = ann.charges
    assert "✅ Cancelled" in words_of(await ann.changes(charge, goes_on=False))
    assert "paid until" in words_of(await ann.changes(charge, goes_on=True))


async def test_who_goes_is_not_charged_again(shop: Cafe) -> None:
    leaving, forgotten = await bought(shop), await bought(shop)
    await leaving.says("/leave")
    await forgotten.says("/forget")
    await forgotten.taps("Yes, delete everything")

    assert [one.charges[0].stopped for one in (leaving, forgotten)] == [True, True]


async def test_what_can_not_be_booked_goes_back(shop: Cafe) -> None:
    """The member is forgotten, and Telegram goes on renewing."""
    ann = await bought(shop)
    [charge] = ann.charges
    shop.telegram.fail_next("editUserStarSubscription", Failure.flood(60))
    await ann.says("/forget")
    assert "My Stars" in words_of(await ann.taps("Yes, delete everything"))
    answer = await ann.renews(charge.id)

    renewed = ann.charges[-1]
    assert "goes back to you" in words_of(answer)
    assert (renewed.refunded, charge.stopped) == (True, True)
    paid = await shop.app.database.read(lambda tx: payments.find(tx, renewed.id))
    assert paid is None


async def test_a_cancellation_telegram_did_not_take_is_told_and_repeated(shop: Cafe) -> None:
    ann = await bought(shop)
    [charge] = ann.charges
    shop.telegram.fail_next("editUserStarSubscription", Failure.flood(60))
    await ann.says("/plan club cancel")
    failed = await ann.taps("Yes, cancel")
    assert "Telegram did not take the cancellation yet" in words_of(failed)
    assert not charge.stopped

    assert "is cancelled" in words_of(await ann.taps("Cancel: Club"))
    assert charge.stopped


async def test_stars_are_given_back_from_the_command_line(shop: Cafe, tmp_path: Path) -> None:
    settings = shop.app.settings
    if settings.webhook_mode:
        pytest.skip("it is the same command")
    ann = await bought(shop)
    [charge] = ann.charges
    refunded = await loyalty(
        tmp_path,
        *("plans", "refund", charge.id),
        program=settings.program,
        database_url=settings.database_url.get_secret_value(),
        telegram_token=shop.telegram.token,
        telegram_api_url=shop.telegram.url,
        telegram_library=settings.telegram_library,
    )

    assert refunded.out.startswith(f"{charge.id}  club  250 XTR"), refunded.err
    assert (charge.refunded, charge.stopped) == (True, True)


async def test_telegram_away_sells_nothing_and_says_so(shop: Cafe) -> None:
    ann = await shop.member()
    shop.telegram.fail_next("createInvoiceLink", Failure.flood(60))
    answer = await ann.says("/plan club buy")

    assert words_of(answer) == shop.sentence("buy-not-now")
    assert labels(answer) == ["Buy: Club"]
