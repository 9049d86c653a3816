"""Who an order of nobody waits for, as keyed fingerprints: nothing else is kept of a stranger."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from core.act import Act
from core.tables import fingerprints, strangers
from core.transaction import Transaction

CARD = "card"
"""A stranger has none: there is nothing to wait for."""


def lock(tx: Transaction, act: Act, shop: str, keys: Mapping[str, str | None]) -> list[str]:
    """
    Lock what names the stranger until the transaction ends, as far as the program looks at it.
    Whoever has become that person's membership a moment ago can be seen from then on.
    """
    named = act.program.buyers.ordered(keys)
    digests = [fingerprints.of(tx, _written(shop, *one)) for one in named.items() if one[0] != CARD]
    strangers.lock(tx, digests)
    return digests


def wait(
    tx: Transaction, act: Act, digests: list[str], *, shop: str, order_id: str, placed_at: datetime
) -> None:
    """Have the order wait for who has one of the locked fingerprints, if there is time left."""
    until = placed_at + timedelta(days=act.program.buyers.wait_days)
    if until > act.now:
        strangers.wait(tx, digests, shop=shop, order_id=order_id, until=until)


def forget(tx: Transaction, act: Act, shop: str, keys: Mapping[str, str | None]) -> None:
    """Keep nothing of who has these keys; their orders wait for nobody any more."""
    for digest in lock(tx, act, shop, keys):
        strangers.forget(tx, digest)


def known_as(
    tx: Transaction, act: Act, shop: str, keys: Mapping[str, str | None]
) -> list[tuple[str, str]]:
    """The orders, shop and id, that wait for who is now proven to have these keys; once."""
    digests = lock(tx, act, shop, keys)
    found = {order for digest in digests for order in strangers.waiting(tx, digest, now=act.now)}
    for digest in digests:
        strangers.forget(tx, digest)
    return sorted(found)


def _written(shop: str, key: str, value: str) -> str:
    return f"{key}:{shop}/{value}" if key == "customer" else f"{key}:{value}"
