"""What Prometheus counts. The one owner of prometheus-client."""

from collections.abc import Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from core.tables import dead_letters, hooks, receipts
from core.tables.shop_codes import Waiting
from core.transaction import Transaction

MEDIA_TYPE = CONTENT_TYPE_LATEST
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "loyalty_http_requests",
            "HTTP requests answered.",
            ["method", "route", "status"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "loyalty_http_request_seconds",
            "Time until the answer was complete.",
            ["method", "route"],
            registry=self.registry,
        )
        self.updates = Counter(
            "loyalty_telegram_updates",
            "Telegram updates that came by webhook, by what became of them.",
            ["outcome"],
            registry=self.registry,
        )

        self.shop_webhooks = Counter(
            "loyalty_shop_webhooks",
            "Deliveries of shops' webhooks, by what became of them.",
            ["shop", "outcome"],
            registry=self.registry,
        )
        self.database_wait = Histogram(
            "loyalty_database_wait_seconds",
            "How long transactions waited for their turn: for a thread, or for another's lock.",
            ["kind"],
            registry=self.registry,
            buckets=SECONDS,
        )
        self.database_seconds = Histogram(
            "loyalty_database_seconds",
            "How long transactions took, waiting and commit included.",
            ["kind"],
            registry=self.registry,
            buckets=SECONDS,
        )
        self._timed = {  # looked up once: that costs as much as counting
            kind: (self.database_wait.labels(kind), self.database_seconds.labels(kind))
            for kind in ("read", "write")
        }
        self.sms_cost = Gauge(
            "loyalty_sms_cost_today",
            "What today's text messages cost, in the currency of the provider's account (UTC).",
            registry=self.registry,
        )
        self.drifted = Gauge(
            "loyalty_ledger_drifted_members",
            "Members whose ledger did not add up when the process that pushes last looked.",
            registry=self.registry,
        )
        self.deliveries = Counter(
            "loyalty_deliveries",
            "Messages from the outbox that this process handled, by channel and outcome.",
            ["channel", "outcome"],
            registry=self.registry,
        )
        self.hooks = Counter(
            "loyalty_hooks",
            "Attempts to tell other systems what happened, by outcome.",
            ["outcome"],
            registry=self.registry,
        )
        self.queue_age = Gauge(
            "loyalty_outbox_age_seconds",
            "How long the message waits that is due longest; 0 when none is.",
            registry=self.registry,
        )
        self.leads = Gauge(
            "loyalty_leads",
            "1 in the process that pushes what is due; over all processes the sum should be 1.",
            registry=self.registry,
        )
        self.hooks_age = Gauge(
            "loyalty_hooks_age_seconds",
            "How long ago the oldest event was that an address is still to be told of; 0 if none.",
            registry=self.registry,
        )
        self.hooks_failed = Gauge(
            "loyalty_hooks_failed",
            "Events that an address was not told of in the end: `loyalty hooks list`.",
            registry=self.registry,
        )
        self.webhooks_kept = Gauge(
            "loyalty_shop_webhooks_kept",
            "Deliveries of shops that can't be used: `loyalty inbox list` says why.",
            registry=self.registry,
        )
        self.dead_letters = Gauge(
            "loyalty_dead_letters",
            "Updates that met a bug of ours and wait in the table dead_letters.",
            registry=self.registry,
        )

        self.shop_codes = Counter(
            "loyalty_shop_codes",
            "Discount codes of web shops that this process looked after, by outcome.",
            ["shop", "outcome"],
            registry=self.registry,
        )
        self.codes_waiting = Gauge(
            "loyalty_shop_codes_waiting",
            "Discount codes that a web shop is still to be told of.",
            ["shop"],
            registry=self.registry,
        )
        self.codes_failed = Gauge(
            "loyalty_shop_codes_failed",
            "Discount codes that a web shop refused: `loyalty shops codes` says why.",
            ["shop"],
            registry=self.registry,
        )

    def shop_code(self, shop: str, outcome: str) -> None:
        """Count a discount code that was looked after in that shop."""
        self.shop_codes.labels(shop, outcome).inc()

    def codes_wait(self, shops: Mapping[str, Waiting]) -> None:
        """Show what waits in each shop."""
        for shop, there in shops.items():
            self.codes_waiting.labels(shop).set(there.waiting)
            self.codes_failed.labels(shop).set(there.failed)

    def set_aside(self, now: datetime, tx: Transaction) -> None:
        """Show what waits for other systems, and what waits for a person."""
        oldest, failed = hooks.backlog(tx)
        self.hooks_age.set((now - oldest).total_seconds() if oldest else 0)
        self.hooks_failed.set(failed)
        self.webhooks_kept.set(receipts.count_kept(tx))
        self.dead_letters.set(dead_letters.count(tx))

    def timed(self, kind: str, wait_s: float, took_s: float) -> None:
        """Count a transaction."""
        wait, took = self._timed[kind]
        wait.observe(wait_s)
        took.observe(took_s)

    def delivered(self, channel: str, outcome: str) -> None:
        """Count a message of the outbox; without a channel it was decided not to send it."""
        self.deliveries.labels(channel or "none", outcome).inc()

    def hook(self, outcome: str) -> None:
        """Count an attempt to tell an address of ours."""
        self.hooks.labels(outcome).inc()

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self.registry)
