"""Shops' webhooks: who may deliver, what is done once, what is kept."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.ports import DatabaseUnavailable
from bot.shops.inbox import Inbox
from bot.shops.signatures import is_signed
from bot.web.app import create_app
from bot.web.shops import IN_HAND_MAX
from core.tables import retention
from tests.bot.shops.conftest import OLD_SECRET, Shops, signature, standard, written
from tests.bot.shops.payloads import event_order, shopify_order, woo_order
from tests.bot.web.conftest import calling, client, problem_of, without_database

Ann = dict[str, Any]


def test_the_vector_of_shopify_and_woocommerce() -> None:
    body = b'{"id":820982911946154508,"email":"jon@example.com"}'
    told = "D0UMXmhjwBRi4y66TmhJrDlhQABD7zI2fm3p6/QLMo8="

    assert is_signed(body, told, ["old", "hush"])
    assert not is_signed(body, told, ["old"])
    assert not is_signed(body + b" ", told, ["hush"])


async def test_a_paid_order_of_each_shop_earns(shops: Shops, ann: Ann) -> None:
    answers = [
        await shops.shopify("orders/paid", shopify_order()),
        await shops.woo("order.updated", woo_order()),
        await shops.event("order.placed", event_order()),
    ]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert await shops.balance(ann) == 50 + 20 + 20 + 20
    assert await shops.kept() == []


@pytest.mark.parametrize("shop", ["shopify", "woocommerce", "events"])
async def test_a_wrong_signature_stores_nothing_but_a_counter(
    shops: Shops, ann: Ann, shop: str
) -> None:
    body = written(woo_order() | shopify_order())
    names = ("X-Shopify-Hmac-SHA256", "X-WC-Webhook-Signature")
    wrong = dict.fromkeys(names, signature(body, "guess")) | standard(body + b" ", "m1")
    topics = {"X-Shopify-Topic": "orders/paid", "X-WC-Webhook-Topic": "order.created"}

    answers = [
        await shops.post(shop, body, topics | wrong),
        await shops.post(shop, body, topics),
        await shops.post(shop, body, topics | dict.fromkeys(wrong, "unsigned, v1 v1,,")),
    ]

    assert [answer.status_code for answer in answers] == [401] * 3
    assert await shops.balance(ann) == 50
    assert await shops.kept() == []
    told = (await shops.http.get("/metrics")).text
    line = f'loyalty_shop_webhooks_total{{outcome="wrong signature",shop="{shop}"}} 3.0'
    assert line in told


async def test_old_and_new_secrets_hold_while_they_are_rotated(shops: Shops, ann: Ann) -> None:
    shopify = await shops.shopify("orders/paid", shopify_order(), secret=OLD_SECRET)
    woo = await shops.woo("order.created", woo_order(), secret="hush & old")  # as WooCommerce signs

    assert (shopify.status_code, woo.status_code) == (200, 200)
    assert await shops.balance(ann) == 90


def inbox_without_secrets() -> Inbox:
    return Inbox(database=None, acts=None)  # type: ignore[arg-type]  # it is not asked


async def test_without_a_secret_the_webhook_is_off() -> None:
    async with calling(create_app(without_database(inbox=inbox_without_secrets()))) as http:
        answer = await http.post("/webhooks/shopify", content=b"{}")

    assert answer.status_code == 503
    assert "LOYALTY_SHOPIFY_SECRET" in problem_of(answer)["detail"]


async def test_the_ping_of_woocommerce_changes_nothing(shops: Shops) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}

    ping = await shops.post("woocommerce", b"webhook_id=7", form)
    other = await shops.post("woocommerce", b"webhook_id=7&more=1", form)

    assert (ping.status_code, other.status_code) == (200, 401)


async def test_what_is_delivered_again_is_done_once(shops: Shops, ann: Ann) -> None:
    for _ in range(3):
        await shops.shopify("orders/paid", shopify_order(), event="e1")
        await shops.woo("order.created", woo_order())
        await shops.event("order.placed", event_order(), id="m1")

    assert await shops.balance(ann) == 110
    [[count]] = await shops.web.database.read(
        lambda tx: tx.rows("SELECT COUNT(*) FROM receipts WHERE state = 'done'")
    )
    assert count == 3


async def test_twenty_deliveries_at_once_earn_once(shops: Shops, ann: Ann) -> None:
    paid = partial(shops.shopify, "orders/paid", shopify_order(), event="e1")

    answers = await asyncio.gather(*(paid() for _ in range(20)))

    assert {200} == {answer.status_code for answer in answers}
    assert await shops.balance(ann) == 70


async def test_one_event_of_two_topics_is_two_deliveries(shops: Shops, ann: Ann) -> None:
    early = {"financial_status": "pending", "updated_at": "2026-03-10T11:59:00+02:00"}

    await shops.shopify("orders/create", shopify_order(**early), event="e1")
    await shops.shopify("orders/paid", shopify_order(), event="e1")

    assert await shops.balance(ann) == 70


async def test_two_orders_of_one_second_are_both_taken(shops: Shops, ann: Ann) -> None:
    await shops.woo("order.created", woo_order())
    await shops.woo("order.created", woo_order(id=728, number="728"))

    assert await shops.balance(ann) == 90


async def test_what_cannot_be_used_is_kept_with_its_reason(shops: Shops, ann: Ann) -> None:
    answers = [
        await shops.shopify("orders/paid", shopify_order(total_price="-1.00")),
        await shops.shopify("orders/paid", shopify_order(currency="EURO")),
        await shops.shopify("orders/paid", shopify_order(currency="UAH")),
        await shops.shopify("orders/paid", b"{no json"),
        await shops.woo("order.updated", woo_order(date_created_gmt="1970-01-01T00:00:00")),
        await shops.woo("order.updated", woo_order(total="1000000000000.00")),
        await shops.woo("order.updated", b"[" * 100_000),
    ]

    assert {200} == {answer.status_code for answer in answers}
    assert sorted(one.reason for one in await shops.kept()) == [
        "The program counts in EUR, not in UAH.",
        "currency is no currency of ISO 4217",
        "date_created_gmt is not in the years 2000 to 2199",
        "the body is not JSON",
        "the body is not JSON",
        "total is too large",
        "total_price is negative",
    ]
    assert await shops.balance(ann) == 50


async def test_an_event_that_cannot_be_used_is_refused_with_the_reason(
    shops: Shops, ann: Ann
) -> None:
    answers = [
        await shops.event("order.placed", event_order(total="-1.00")),
        await shops.event("order.placed", event_order(currency="UAH")),
        await shops.event("order.lost", {}),
        await shops.event("action.performed", {"member": {}, "action": "sing",
                          "reference": "1", "occurred_at": "2026-03-10T10:00:00Z"}),
    ]  # fmt: skip

    assert {422} == {answer.status_code for answer in answers}
    assert "data.total" in problem_of(answers[0])["detail"]
    assert "EUR" in problem_of(answers[1])["detail"]
    assert "order.placed, order.refunded" in problem_of(answers[2])["detail"]
    assert len(await shops.kept()) == 4
    assert await shops.balance(ann) == 50


async def test_what_was_kept_is_done_by_a_replay(shops: Shops, ann: Ann) -> None:
    await shops.shopify("orders/paid", shopify_order(currency="UAH"))
    [kept] = await shops.kept()
    inbox = shops.web.inbox
    assert isinstance(inbox, Inbox)

    still = await inbox.replay(kept)
    again = kept.body.replace('"UAH"', '"EUR"')
    put = "UPDATE receipts SET body = :body"
    await shops.web.database.run(lambda tx: tx.rows(put, body=again))
    done = await inbox.replay((await shops.kept())[0])

    assert (still, done) == ("The program counts in EUR, not in UAH.", "")
    assert await shops.kept() == []
    assert await shops.balance(ann) == 70


async def test_a_body_that_is_too_long_is_refused(shops: Shops) -> None:
    body = b'{"id": "' + b"x" * 20_000_000 + b'"}'

    answer = await shops.shopify("orders/paid", body)

    assert answer.status_code == 413
    assert await shops.kept() == []


class Slow:
    """An inbox that takes its time."""

    def __init__(self) -> None:
        self.over = asyncio.Event()

    def is_on(self, shop: str) -> bool:
        return True

    def is_signed(self, *given: object) -> bool:
        return True

    async def take(self, *given: object) -> str:
        await self.over.wait()
        return ""


async def test_a_burst_beyond_what_can_be_done_is_to_come_again() -> None:
    slow = Slow()
    app = create_app(without_database(inbox=slow))
    async with calling(app) as http:
        post = partial(http.post, "/webhooks/events", headers={"webhook-signature": "v1,"})
        taken = [asyncio.ensure_future(post()) for _ in range(IN_HAND_MAX)]  # noqa: TID251
        await asyncio.sleep(0.05)
        late = await post()
        slow.over.set()
        answers = await asyncio.gather(*taken)
        again = await post()

    assert (late.status_code, late.headers["Retry-After"]) == (503, "5")
    assert {200} == {answer.status_code for answer in [*answers, again]}


class Away:
    """A database that is gone."""

    async def run(self, work: object) -> None:
        raise DatabaseUnavailable("gone")

    run_short = run


async def test_while_the_database_is_away_it_is_to_come_again(shops: Shops) -> None:
    inbox = shops.web.inbox
    assert isinstance(inbox, Inbox)
    away = replace(shops.web, inbox=replace(inbox, database=Away()))  # type: ignore[arg-type]
    body = written(event_order())
    async with client(away) as http:
        answer = await http.post("/webhooks/events", content=body, headers=standard(body, "m1"))

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert await shops.kept() == []


async def test_old_receipts_are_forgotten(shops: Shops) -> None:
    await shops.event("order.lost", {})
    now, forget = shops.web.acts.clock(), shops.web.database.run

    await forget(partial(retention.receipts, before=now, limit=9))
    before = await shops.kept()
    await forget(partial(retention.receipts, before=now + timedelta(seconds=1), limit=9))

    assert (len(before), await shops.kept()) == (1, [])
