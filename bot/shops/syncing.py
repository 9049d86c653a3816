"""
Reading a shop's orders back from its own API: what its webhooks lost is found and done as they
would have done it, through the same readers.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.acts import Acts
from bot.ports import Database
from bot.shops import bigcommerce, shopify, woocommerce
from bot.shops.apis.connecting import Api
from bot.shops.apis.paging import Page
from bot.shops.apis.woocommerce import WooCommerceApi
from bot.shops.applying import apply
from bot.shops.reading import Json
from bot.shops.reports import OrderGone, ShopOrder, Told, Unusable
from bot.web.wording import detail_of
from core.carting import WANTED_FOR
from core.errors import LoyaltyError
from core.tables import orders
from core.tables.orders import Order

FRESH = timedelta(minutes=15)  # what changed just now may be on its way to us

READERS: Mapping[str, Callable[[Json], tuple[Told, ...]]] = {
    shopify.SHOP: shopify.orders,
    woocommerce.SHOP: woocommerce.orders,
    bigcommerce.SHOP: bigcommerce.orders,
}
"""How each shop's orders are read; the API gives them as the webhooks do."""

log = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]
"""Hears how many orders were read, and of how many, if the shop says so."""


@dataclass(slots=True, kw_only=True)
class Report:
    """What came of a reading."""

    shop: str
    since: datetime
    read: int = 0
    missed: list[str] = field(default_factory=list)  # orders we did not know
    changed: list[str] = field(default_factory=list)  # orders we knew otherwise
    problems: list[str] = field(default_factory=list)  # "order: why it can't be used"

    @property
    def lost(self) -> int:
        """How many orders the webhooks lost, or something of them."""
        return len(self.missed) + len(self.changed)


def nothing(read: int, total: int | None) -> None:
    """Hear it and do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciling:
    """Compares our orders with a shop's."""

    database: Database
    acts: Acts
    shop: str
    api: Api

    async def since(self, moment: datetime, progress: Progress = nothing) -> Report:
        """
        Read what was made or changed since then, and do what we lack.

        Raises TryLater, ChannelRefused or CallRefused of the shop, WorldError of the database; what
        was done until then stays, and reading again finds it done.
        """
        report = Report(shop=self.shop, since=moment)
        until = self.acts.clock() - FRESH
        async for page in self.api.orders_since(moment):
            await self._page(page, until, report)
            progress(report.read, page.total)
        return report

    async def unpaid(self) -> Report:
        """
        Read the orders of the last day that are stuck before their payment, which are carts that
        were left: of those the shop's webhooks tell once, at the most. Only WooCommerce has such.

        Raises as since does.
        """
        now = self.acts.clock()
        report = Report(shop=self.shop, since=now - WANTED_FOR)
        if isinstance(self.api, WooCommerceApi):
            async for page in self.api.orders_in(woocommerce.UNPAID, since=report.since):
                stuck = [one for one in page.orders if woocommerce.is_stuck(one, now)]
                await self._page(Page(orders=stuck), now, report)
        return report

    async def _page(self, page: Page, until: datetime, report: Report) -> None:
        for payload in page.orders:
            report.read += 1
            try:
                for told in READERS[self.shop](payload):
                    await self._one(told, until, report)
            except (Unusable, LoyaltyError) as error:
                log.warning("%s: an order can't be used: %s", self.shop, error)
                report.problems.append(f"{payload.get('id')}: {_reason(error)}")

    async def _one(self, told: Told, until: datetime, report: Report) -> None:
        """Do it, and see whether that made a difference."""
        if isinstance(told, ShopOrder) and _is_fresh(told, until):
            return
        order_id = _order_of(told)
        if order_id is None:
            await apply(self.database, self.acts, told)
            return
        find = partial(orders.find, shop=self.shop, order_id=order_id)
        before = await self.database.read(find)
        await apply(self.database, self.acts, told)
        after = await self.database.read(find)
        if before is None and after is not None:
            report.missed.append(order_id)
        elif before != after and before and after and _is_news(before, after):
            report.changed.append(order_id)


def _order_of(told: Told) -> str | None:
    match told:
        case ShopOrder(report=report):
            return report.order_id
        case OrderGone(order_id=order_id):
            return order_id
        case _:
            return None  # a cart, say: it is done and not counted


def _is_fresh(told: ShopOrder, until: datetime) -> bool:
    updated_at = told.report.updated_at
    return updated_at is not None and updated_at > until


def _is_news(before: Order, after: Order) -> bool:
    """Whether more has changed than when the shop last touched it."""
    return before._replace(updated_at=after.updated_at) != after


def _reason(error: Unusable | LoyaltyError) -> str:
    return error.reason if isinstance(error, Unusable) else detail_of(error)
