"""What an operator sees of the shops: `loyalty shops`, `doctor`, `tick`, metrics."""

from contextlib import AsyncExitStack

import pytest
from typer.testing import CliRunner, Result

from bot.cli.main import app
from bot.databases.opening import opened as database_opened
from bot.sandbox.shops.failures import Failure
from bot.settings import Settings
from bot.shops import looking
from bot.shops.apis.connecting import connected
from bot.ticking import tick
from bot.web.metrics import Metrics
from core.tables import shop_codes
from tests.bot.shop_apis.checkout import Checkout, started
from tests.bot.shop_apis.shops import NOON, new_stand_in, settings_of


@pytest.fixture
def engine() -> str:
    """The commands say the same on every database."""
    return "sqlite"


@pytest.fixture(autouse=True)
def settings(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find this database."""
    monkeypatch.setenv("LOYALTY_DATABASE_URL", database_url)


def shops(*arguments: str) -> Result:
    """Run it."""
    return CliRunner().invoke(app, ["shops", *arguments])


@pytest.fixture
async def code(database_url: str) -> str:
    """A code that BigCommerce has refused."""
    async with database_opened(database_url) as database, AsyncExitStack() as life:
        checkout = await started(database, life)
        await checkout.opens("bigcommerce")
        voucher = await checkout.redeems("mug")
        await checkout.drain()
        return voucher.code


def test_without_troubles_it_says_so() -> None:
    assert shops("codes").output == "The shops have taken every code.\n"


def test_what_a_shop_refused_is_listed_with_the_reason(code: str) -> None:
    listed = shops("codes").output

    assert code in listed
    assert "no goods with the SKU MUG-1" in listed


def test_it_is_offered_again_by_code_however_typed(code: str) -> None:
    done = shops("replay", code.lower().replace("-", ""))

    assert done.output.startswith("1 offered again")
    assert shops("replay", "--all").output.startswith("0 offered again")


def test_a_code_no_shop_refused_is_a_problem(code: str) -> None:
    done = shops("replay", "AAAA-BBBB-CCCC")

    assert done.exit_code == 1
    assert "AAAA-BBBB-CCCC" in done.stderr


def test_it_wants_codes_or_all() -> None:
    assert shops("replay").exit_code == 2


async def test_the_doctor_says_what_the_shops_refused(checkout: Checkout) -> None:
    await checkout.opens("bigcommerce")
    await checkout.redeems("mug")
    await checkout.drain()

    [problem] = await looking.of_codes(checkout.database, NOON)
    assert problem.startswith("bigcommerce refused 1 discount codes")


async def test_the_doctor_says_how_long_a_shop_has_taken_nothing(checkout: Checkout) -> None:
    await checkout.opens("shopify")
    await checkout.redeems()
    checkout.clock.pass_(hours=2)

    [problem] = await looking.of_codes(checkout.database, checkout.clock())
    assert "has not taken a discount code since 2026-11-28 12:00 UTC; 1 wait" in problem


async def test_the_doctor_names_the_setting_that_is_missing() -> None:
    settings = Settings.model_validate({"shopify_api_url": "https://x.example"})

    [problem] = await looking.of_apis(settings)
    assert problem.startswith("LOYALTY_SHOPIFY_API_TOKEN: not set")


@pytest.mark.parametrize("name", ["shopify", "woocommerce", "bigcommerce"])
async def test_the_doctor_asks_every_shop(name: str) -> None:
    async with new_stand_in(name) as stand_in:
        settings = settings_of(stand_in)
        assert await looking.of_apis(settings) == []
        stand_in.fail(Failure(status=403))
        assert "does not let us in" in (await looking.of_apis(settings))[0]
        stand_in.fail(Failure(status=404))
        assert "no such API" in (await looking.of_apis(settings))[0]
    assert "does not answer" in (await looking.of_apis(settings))[0]


async def test_a_tick_looks_after_the_codes(checkout: Checkout, database_url: str) -> None:
    await checkout.opens("shopify")
    await checkout.redeems()
    settings = settings_of(checkout.shops["shopify"].stand_in, database_url=database_url)

    assert "shop codes done                1" in await tick(settings, NOON)


async def test_only_shops_in_the_settings_are_connected() -> None:
    async with new_stand_in("shopify") as stand_in, connected(settings_of(stand_in)) as apis:
        assert list(apis) == ["shopify"]


async def test_metrics_say_what_waits_and_what_was_refused(checkout: Checkout) -> None:
    await checkout.opens("bigcommerce")
    await checkout.redeems("mug")
    await checkout.drain()
    await checkout.redeems()

    metrics = Metrics()
    metrics.codes_wait(await checkout.database.read(shop_codes.waiting))
    metrics.shop_code("bigcommerce", "failed")

    shown = metrics.text().decode()
    assert 'loyalty_shop_codes_waiting{shop="bigcommerce"} 1.0' in shown
    assert 'loyalty_shop_codes_failed{shop="bigcommerce"} 1.0' in shown
    assert 'loyalty_shop_codes_total{outcome="failed",shop="bigcommerce"} 1.0' in shown
