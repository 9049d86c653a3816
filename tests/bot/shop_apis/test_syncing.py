"""What webhooks lost is found by reading a shop's orders back, and done as they would have."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import partial
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.ports import TryLater
from bot.sandbox.shops.failures import Failure
from bot.sandbox.shops.woocommerce import WooCommerceStandIn
from bot.shops import looking
from bot.shops.applying import apply
from bot.shops.nightly import Nightly
from bot.shops.syncing import READERS, Reconciling, Report
from core.model import Channel, Colleague, Role
from core.tables import orders, refunds, staff
from core.tables.orders import Order
from core.transaction import Transaction
from tests.bot.shop_apis.checkout import Checkout
from tests.bot.shop_apis.shops import NOON, settings_of
from tests.bot.shops.payloads import bigcommerce_order, shopify_order, woo_line, woo_order

Json = dict[str, Any]
MADE: dict[str, Callable[..., Json]] = {
    "shopify": shopify_order,
    "woocommerce": woo_order,
    "bigcommerce": bigcommerce_order,
}
LONG_AGO = NOON - timedelta(days=300)
NIGHT = NOON.replace(hour=2) + timedelta(days=1)  # four o'clock in Kyiv


@pytest.fixture
def engine() -> str:
    """It is the same on every database."""
    return "sqlite"


class Shop:
    """One of Ann's web shops, whose webhooks may be lost."""

    def __init__(self, checkout: Checkout, name: str) -> None:
        self.checkout = checkout
        self.name = name
        self.stand_in = checkout.shops[name].stand_in
        self.naps = checkout.shops[name].naps
        owner = Colleague(
            channel=Channel.TELEGRAM, address="901", role=Role.OWNER, name="", language=None,
            added_by="test", since=NOON,
        )  # fmt: skip
        self._owner = partial(staff.put, colleague=owner)

    async def opens(self) -> None:
        """It has an owner."""
        await self.checkout.database.run(self._owner)

    def orders(self, number: int = 7, *, changed: datetime = LONG_AGO, **fields: Any) -> Json:
        """Ann orders there, or the order changes."""
        stamps = {
            "updated_at": changed.isoformat(),
            "date_modified_gmt": f"{changed:%Y-%m-%dT%H:%M:%S}",
            "date_modified": format_datetime(changed),
        }
        order = MADE[self.name](id=number, **{**stamps, **fields})
        self.stand_in.orders[str(number)] = order
        return order

    async def tells(self, order: Json) -> None:
        """Its webhook arrives."""
        for told in READERS[self.name](order):
            await apply(self.checkout.database, self.checkout.acts, told)

    async def read_back(self, since: datetime = LONG_AGO - timedelta(days=1)) -> Report:
        """Its orders are read back."""
        return await self.reading().since(since)

    def reading(self) -> Reconciling:
        """Compares its orders with ours."""
        api = self.checkout.shops[self.name].api
        database, acts = self.checkout.database, self.checkout.acts
        return Reconciling(database=database, acts=acts, shop=self.name, api=api)

    async def order(self, number: int = 7) -> Order | None:
        """The order as we know it."""
        find = partial(orders.find, shop=self.name, order_id=str(number))
        return await self.checkout.database.read(find)

    async def alarms(self) -> list[str]:
        """What the owner was told."""

        def work(tx: Transaction) -> list[str]:
            rows = tx.rows("SELECT key FROM outbox WHERE member_id IS NULL ORDER BY created_at")
            return [key for (key,) in rows]

        return await self.checkout.database.read(work)

    def in_settings(self, monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
        """The commands find it."""
        monkeypatch.setenv("LOYALTY_DATABASE_URL", database_url)
        for name, value in settings_of(self.stand_in).model_dump(exclude_unset=True).items():
            said = value.get_secret_value() if hasattr(value, "get_secret_value") else value
            monkeypatch.setenv(f"LOYALTY_{name.upper()}", said)

    def nightly(self) -> Nightly:
        """A process that leads."""
        apis = {self.name: self.checkout.shops[self.name].api}
        return Nightly(database=self.checkout.database, acts=self.checkout.acts, shops=apis)


@pytest.fixture(params=sorted(READERS))
async def shop(checkout: Checkout, request: pytest.FixtureRequest) -> Shop:
    """Each shop whose orders can be read back."""
    await checkout.opens(request.param)
    shop = Shop(checkout, request.param)
    await shop.opens()
    return shop


async def test_an_order_nobody_told_of_is_entered(shop: Shop) -> None:
    before = await shop.checkout.balance()
    shop.orders()

    report = await shop.read_back()

    assert (report.read, report.missed, report.changed) == (1, ["7"], [])
    assert await shop.checkout.balance() > before


async def test_what_is_known_is_left_alone(shop: Shop) -> None:
    await shop.tells(shop.orders())
    before = await shop.checkout.balance()

    report = await shop.read_back()

    assert (report.read, report.lost) == (1, 0)
    assert await shop.checkout.balance() == before


async def test_what_the_shop_only_touched_is_no_change(shop: Shop) -> None:
    await shop.tells(shop.orders())
    shop.orders(changed=LONG_AGO + timedelta(days=1))

    assert (await shop.read_back()).lost == 0


async def test_a_change_nobody_told_of_is_entered(shop: Shop) -> None:
    await shop.tells(shop.orders())
    before = await shop.checkout.balance()
    at = "2026-03-11T12:00:00+02:00"
    gone: Json = {"status": "cancelled", "cancelled_at": at, "status_id": 5}
    shop.orders(changed=LONG_AGO + timedelta(days=1), **gone)

    report = await shop.read_back()

    assert (report.missed, report.changed) == ([], ["7"])
    assert await shop.checkout.balance() < before


async def test_reading_again_finds_nothing(shop: Shop) -> None:
    for number in range(1, 6):
        shop.orders(number)
    assert (await shop.read_back()).lost == 5

    assert (await shop.read_back()).lost == 0


async def test_what_changed_just_now_may_be_on_its_way(shop: Shop) -> None:
    shop.orders(changed=NOON - timedelta(minutes=5))

    assert (await shop.read_back()).lost == 0
    assert await shop.order() is None


async def test_one_order_that_can_t_be_used_stops_no_other(shop: Shop) -> None:
    shop.orders(1, currency="???", default_currency_code="???")
    shop.orders(2)

    report = await shop.read_back()

    assert report.missed == ["2"]
    [problem] = report.problems
    assert problem.startswith("1: ")
    assert "is no currency" in problem


async def test_a_flood_only_takes_longer(shop: Shop) -> None:
    shop.orders()
    shop.stand_in.fail(Failure.flood("90"), Failure.server_error(), Failure.drop())

    assert (await shop.read_back()).lost == 1
    assert shop.naps[0] == 90


async def test_a_shop_that_stays_away_is_given_up(shop: Shop) -> None:
    shop.orders()
    shop.stand_in.fail(*[Failure.server_error()] * 9)

    with pytest.raises(TryLater):
        await shop.read_back()


async def test_an_order_read_back_uses_its_voucher(shop: Shop) -> None:
    voucher = await shop.checkout.redeems()
    codes: Json = {
        "discount_codes": [{"code": voucher.code}],
        "coupon_lines": [{"code": voucher.code}],
        "coupons": [{"code": voucher.code}],
    }
    shop.orders(changed=NOON - timedelta(hours=1), **codes)

    await shop.read_back()

    assert (await shop.checkout.voucher(voucher)).used_for == f"{shop.name}/7"


async def test_the_refunded_goods_of_woocommerce_are_read_back_too(checkout: Checkout) -> None:
    """Its webhook came while the API was away, and told a sum alone."""
    await checkout.opens("woocommerce")
    shop = Shop(checkout, "woocommerce")
    assert isinstance(shop.stand_in, WooCommerceStandIn)
    await shop.tells(shop.orders(refunds=[{"id": 731, "total": "-48.00"}]))
    cup = woo_line(316, "CUP-2", "-40.00", "-8.00", quantity=-1)
    shop.stand_in.refunds["7"] = [{"id": 731, "amount": "48.00", "line_items": [cup]}]

    assert (await shop.read_back()).changed == ["7"]
    find = partial(refunds.of_order, shop="woocommerce", order_id="7")
    assert await checkout.database.read(find) == [(4800, (("CUP-2", 1),))]


async def test_every_night_what_was_lost_is_entered_and_told_once(shop: Shop) -> None:
    assert await shop.nightly().once() == {}  # it begins here
    shop.orders(changed=NOON + timedelta(hours=2))
    assert await shop.nightly().once() == {}  # it is day
    shop.checkout.clock.now = NIGHT - timedelta(hours=2)
    assert await shop.nightly().once() == {}  # people are still up
    shop.checkout.clock.now = NIGHT

    assert await shop.nightly().once() == {shop.name: 1}
    assert await shop.nightly().once() == {}
    assert await shop.alarms() == ["staff-told-lost"]
    shop.checkout.clock.pass_(days=1)
    assert await shop.nightly().once() == {shop.name: 0}
    assert await shop.alarms() == ["staff-told-lost"]


async def test_what_was_before_the_shop_was_connected_stays_out(shop: Shop) -> None:
    shop.orders(changed=NOON - timedelta(hours=5))
    await shop.nightly().once()
    shop.checkout.clock.now = NIGHT

    assert await shop.nightly().once() == {shop.name: 0}


async def test_a_shop_that_is_away_at_night_is_read_later(shop: Shop) -> None:
    await shop.nightly().once()
    shop.orders(changed=NOON + timedelta(hours=2))
    shop.checkout.clock.now = NIGHT
    shop.stand_in.fail(*[Failure.server_error()] * 9)
    leader = shop.nightly()

    assert await leader.once() == {}
    shop.stand_in.failures.clear()
    assert await leader.once() == {}  # not at once
    shop.checkout.clock.pass_(hours=1)
    assert await leader.once() == {shop.name: 1}


async def test_a_stop_waits_for_no_shop(shop: Shop) -> None:
    await shop.nightly().once()
    shop.checkout.clock.now = NIGHT
    shop.stand_in.fail(*[Failure.hang()] * 9)
    stop = asyncio.Event()
    async with asyncio.timeout(5), asyncio.TaskGroup() as parts:
        parts.create_task(shop.nightly().run(stop))
        await shop.stand_in.until_asked("orders")
        stop.set()


async def test_the_doctor_says_how_long_a_shop_was_not_read(shop: Shop) -> None:
    await shop.nightly().once()
    assert await looking.of_orders(shop.checkout.database, NOON) == []

    [problem] = await looking.of_orders(shop.checkout.database, NOON + timedelta(days=3))
    assert problem.startswith(f"The orders of {shop.name} were last read back on 2026-11-28")


async def test_the_command_reads_back_and_reports(
    shop: Shop, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.orders()
    shop.in_settings(monkeypatch, database_url)
    command = ["shops", "sync", shop.name, "--since", "2026-01-01"]
    done = await asyncio.to_thread(CliRunner().invoke, app, command)

    assert "missed by the webhooks │ 1" in done.output
    assert "entered: 7" in done.output


def test_a_shop_without_an_api_can_t_be_read(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOYALTY_DATABASE_URL", database_url)
    done = CliRunner().invoke(app, ["shops", "sync", "shopify", "--since", "2026-01-01"])

    assert done.exit_code == 2
    assert "there are: none" in done.stderr


async def test_a_day_that_is_none_is_refused(
    shop: Shop, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.in_settings(monkeypatch, database_url)

    done = await asyncio.to_thread(
        CliRunner().invoke, app, ["shops", "sync", shop.name, "--since", "soon"]
    )
    assert done.exit_code == 2
    assert "give a day like" in done.stderr
