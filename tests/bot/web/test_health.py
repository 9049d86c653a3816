"""What the load balancer and Prometheus see."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.ports import DatabaseUnavailable
from bot.web import health
from bot.web.app import create_app
from bot.web.given import Web
from core.tables import hooks
from core.tables.hooks import Event
from core.transaction import Transaction
from tests.bot.web.conftest import calling, client, without_database
from tests.bot.web.test_security import broken


async def failing() -> Mapping[str, str]:
    """Say that a part fails."""
    return {"database": "it is away", "telegram": "ok"}


async def raising() -> Mapping[str, str]:
    """Fail to say anything."""
    raise ValueError("secret")


async def test_it_is_live_whatever_fails() -> None:
    async with client(without_database(ready=raising)) as balancer:
        assert (await balancer.get("/health/live")).status_code == 200


async def test_who_asks_for_the_status_alone_gets_it() -> None:
    async with (
        client(without_database()) as watcher,
        client(without_database(ready=failing)) as ill,
    ):
        answers = [await watcher.head("/health/live"), await ill.head("/health/ready")]

    assert [(answer.status_code, answer.content) for answer in answers] == [(200, b""), (503, b"")]


async def test_it_is_ready_when_every_part_is() -> None:
    async with client(without_database()) as balancer:
        answer = await balancer.get("/health/ready")

    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


async def test_it_names_the_part_that_fails() -> None:
    async with client(without_database(ready=failing)) as balancer:
        answer = await balancer.get("/health/ready")

    assert (answer.status_code, answer.json()["failing"]) == (503, {"database": "it is away"})


async def test_a_check_that_raises_is_not_ready_and_keeps_its_reason() -> None:
    async with client(without_database(ready=raising)) as balancer:
        answer = await balancer.get("/health/ready")

    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_a_check_may_not_take_longer_than_a_balancer_waits() -> None:
    assert health.PATIENCE_S < 10


async def test_requests_are_counted_by_their_route_without_the_database_too() -> None:
    web = broken(DatabaseUnavailable("away"))
    async with calling(create_app(web)) as prometheus:
        await prometheus.get("/health/live")
        await prometheus.get("/api/v1/members/12")
        await prometheus.get("/made-up/by/strangers")
        answer = await prometheus.get("/metrics")

    assert answer.headers["content-type"].startswith("text/plain")
    for line in (
        'method="GET",route="/health/live",status="200"} 1.0',
        'method="GET",route="/api/v1/members/{member_id}",status="401"} 1.0',
        'method="GET",route="(none)",status="404"} 1.0',
    ):
        assert f"loyalty_http_requests_total{{{line}" in answer.text


async def test_what_is_behind_and_what_waits_for_a_person_is_measured(web: Web) -> None:
    def tell(tx: Transaction) -> None:
        hooks.connect(tx, ["http://away.example"])
        act = replace(web.acts.new("a", actor="api"), tells=True)
        act = replace(act, now=act.now - timedelta(minutes=2))
        hooks.tell(tx, act, Event.POINTS_CHANGED, {})

    await web.database.run(tell)
    async with client(web) as prometheus:
        told = (await prometheus.get("/metrics")).text.splitlines()

    for line in ("hooks_age_seconds 120.0", "hooks_failed 0.0", "leads 0.0", "dead_letters 0.0"):
        assert f"loyalty_{line}" in told
    assert "loyalty_shop_webhooks_kept 0.0" in told


async def test_two_applications_count_apart() -> None:
    webs = without_database(), without_database()
    async with calling(create_app(webs[0])) as prometheus:
        await prometheus.get("/health/live")

    assert b"/health/live" in webs[0].metrics.text()
    assert b"/health/live" not in webs[1].metrics.text()
