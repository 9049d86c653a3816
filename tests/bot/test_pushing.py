"""What can be seen of pushing from outside: who leads, how long messages wait, how they ended."""

from datetime import timedelta

import pytest

from bot.channels.telegram.patience import Floods
from bot.conversation.texts import Texts
from bot.pushing import Pushing, delivery_of, links_of, ways_of
from bot.settings import Settings
from bot.web.metrics import Metrics
from core.model import Channel
from tests.bot.delivery.conftest import FakeOutlet, Shop, shop

__all__ = ["shop"]  # a fixture


@pytest.fixture
def engine() -> str:
    """It is the same on every database."""
    return "sqlite"


def settings(**given: object) -> Settings:
    """These, whatever the environment says."""
    return Settings.model_validate({"telegram_token": "42:TEST", **given})


@pytest.fixture
def pushing(shop: Shop) -> Pushing:
    """Nobody pushes yet."""
    return Pushing(
        database=shop.database,
        acts=shop.acts,
        texts=Texts.load(),
        settings=settings(),
        told=lambda channel, state: None,
    )


async def test_it_says_who_pushes_and_how_long_messages_wait(shop: Shop, pushing: Pushing) -> None:
    assert await pushing.state() == "another process pushes"
    await shop.message(await shop.member())
    shop.clock.pass_(minutes=2)
    pushing.leads = True

    assert await pushing.queue_age() == 120
    assert await pushing.state() == "this process pushes, the oldest message due waits 120 s"


async def test_what_waits_for_later_is_not_late(shop: Shop, pushing: Pushing) -> None:
    await shop.message(await shop.member(), due=shop.clock() + timedelta(hours=1))

    assert await pushing.queue_age() == 0


def test_outcomes_are_counted() -> None:
    metrics = Metrics()
    metrics.delivered("telegram", "sent")
    metrics.delivered("", "suppressed")
    metrics.queue_age.set(7)

    told = metrics.text().decode()
    assert 'loyalty_deliveries_total{channel="telegram",outcome="sent"} 1.0' in told
    assert 'loyalty_deliveries_total{channel="none",outcome="suppressed"} 1.0' in told
    assert "loyalty_outbox_age_seconds 7.0" in told


def test_ways_lead_where_settings_do(shop: Shop) -> None:
    sms = FakeOutlet(shop.clock)

    assert ways_of(settings(telegram_token=None), None, None) == {}
    assert ways_of(settings(), None, sms).keys() == {Channel.TELEGRAM, Channel.SMS}


async def test_links_lead_through_our_own_address_where_others_can_reach_it(shop: Shop) -> None:
    public = settings(
        public_url="https://bot.example",
        telegram_webhook_secret="hush",
    )
    assert await links_of(shop.database, settings()) is None
    links = await links_of(shop.database, public)
    assert links == await links_of(shop.database, public)  # of another process, or tomorrow
    id = await shop.message(
        await shop.member(), buttons=(("button-cart", ""),), url="https://shop.example/sale"
    )
    locks = shop.database.locks()
    await delivery_of(
        shop.database, shop.acts, Texts.load(), public, shop.ways, locks, links=links
    ).drain()
    await locks.close()

    [button] = [one for row in shop.telegram.spoken[0].buttons for one in row]
    assert links
    assert button.url == links.to(id)
    assert button.url.startswith("https://bot.example/r/")


def test_a_channel_that_is_not_connected_yet_pauses() -> None:
    assert ways_of(settings(), None, None)[Channel.TELEGRAM].paused_s > 5


def test_flood_control_passes() -> None:
    now = 100.0
    floods = Floods(clock=lambda: now)
    floods.note(30)
    floods.note(5)
    assert floods.left_s() == 30
    now = 131.0
    assert floods.left_s() == 0
