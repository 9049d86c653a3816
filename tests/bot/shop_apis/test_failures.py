"""What a shop's trouble becomes: wait, nobody knows, let us in, or never."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.ports import CallRefused, ChannelRefused, TryLater
from bot.sandbox.shops.failures import Failure
from bot.shops.apis.calling import Caller
from bot.shops.apis.shopify import ShopifyApi
from tests.bot.shop_apis.shops import Shop, opened


async def test_too_many_calls_wait_as_long_as_the_shop_says(shop: Shop) -> None:
    shop.stand_in.fail(Failure.flood("7"))

    with pytest.raises(TryLater) as later:
        await shop.api.find_code("COFFEE-1")

    assert later.value.after_s == 7
    assert not later.value.maybe_sent


async def test_too_many_calls_wait_a_little_when_the_shop_does_not_say(shop: Shop) -> None:
    shop.stand_in.fail(Failure.flood())

    with pytest.raises(TryLater) as later:
        await shop.api.find_code("COFFEE-1")

    assert later.value.after_s > 0


async def test_shopifys_throttled_call_waits_until_the_bucket_holds_enough() -> None:
    async with opened("shopify") as shop:
        shop.stand_in.fail(Failure.throttled())

        with pytest.raises(TryLater) as later:
            await shop.api.find_code("COFFEE-1")

    assert later.value.after_s == 3  # 150 are missing, 50 come a second


@pytest.mark.parametrize("failure", [Failure.server_error(), Failure.drop(), Failure.hang()])
async def test_without_an_answer_nobody_knows_whether_it_was_done(
    shop: Shop, failure: Failure
) -> None:
    shop.stand_in.fail(failure)

    with pytest.raises(TryLater) as later:
        await shop.api.find_code("COFFEE-1")

    assert later.value.maybe_sent


async def test_a_shop_that_is_not_there_was_asked_nothing() -> None:
    api = ShopifyApi(url="http://127.0.0.1:9", token="x")
    with pytest.raises(TryLater, match="can't be reached") as later:
        await api.order("7")
    await api.close()

    assert not later.value.maybe_sent


async def test_a_wrong_token_lets_us_in_nowhere(shop: Shop) -> None:
    shop.stand_in.fail(Failure(status=401))

    with pytest.raises(ChannelRefused):
        await shop.api.check()


async def test_a_page_instead_of_json_is_no_answer(shop: Shop) -> None:
    shop.stand_in.fail(Failure(status=200))

    with pytest.raises(TryLater, match="no JSON"):
        await shop.api.find_code("COFFEE-1")


async def test_another_refusal_says_what_the_shop_said(shop: Shop) -> None:
    shop.stand_in.fail(Failure(status=422))

    with pytest.raises(CallRefused, match="422"):
        await shop.api.find_code("COFFEE-1")


@pytest.mark.parametrize("shown", ["nonsense", "-5", "nan"])
async def test_a_pause_that_makes_no_sense_is_none(shown: str) -> None:
    assert await _pause(shown) == 0


async def test_a_pause_may_be_a_date() -> None:
    until = datetime.now(UTC) + timedelta(seconds=60)

    assert 50 < await _pause(format_datetime(until)) <= 60


async def test_no_pause_is_longer_than_an_hour() -> None:
    assert await _pause("1e9") == 3600


async def _pause(shown: str) -> float:
    async with opened("woocommerce") as shop:
        shop.stand_in.fail(Failure(status=503, retry_after=shown))
        proof = {"Authorization": "Basic Y2tfc2FuZGJveDpjc19zYW5kYm94"}
        caller = Caller(shop="it", url=shop.stand_in.url, headers=proof)
        try:
            await caller.send("GET", "/wp-json/wc/v3/coupons")
        except TryLater as later:
            return later.after_s
        finally:
            await caller.close()
    return -1


async def test_a_shop_that_does_not_say_its_currency_may_have_any(shop: Shop) -> None:
    shop.stand_in.fail(Failure(status=200, body="[]"))

    assert await shop.api.currency() == ""


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("shopify", Failure(status=200, body='{"data": {}}')),
        ("woocommerce", Failure(status=404)),
        ("bigcommerce", Failure(status=404)),
    ],
)
async def test_a_code_the_shop_knows_nothing_of_is_not_there(name: str, nothing: Failure) -> None:
    async with opened(name) as shop:
        shop.stand_in.fail(nothing)

        assert await shop.api.find_code("COFFEE-1") is None
