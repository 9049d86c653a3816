"""What must be true whatever happened, said in other words than the code's."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from core.model import MemberId
from core.tables import dead_letters, ledger
from core.tables.instants import to_ms
from core.transaction import Transaction
from tests.simulation import kept
from tests.simulation.books import Books
from tests.simulation.shops import WebShop, all_orders

EARNING = ("paid", "fulfilled")


def always(tx: Transaction) -> Iterator[str]:
    """What holds at every moment."""
    for member_id in ledger.drifted(tx):
        yield f"the ledger of {member_id} does not add up"
    if bugs := dead_letters.count(tx):
        errors = tx.rows("SELECT error, body FROM dead_letters")
        yield f"{bugs} dead letters: {errors}"
    for shop, topic, reason in tx.rows(
        "SELECT shop, topic, reason FROM receipts WHERE reason <> ''"
    ):
        yield f"{shop} {topic} could not be used: {reason}"
    yield from _once(tx)


def _once(tx: Transaction) -> Iterator[str]:
    """A voucher was paid for once, and used for one thing."""
    rows = tx.rows(  # one whose points had come back may be charged by a shop that took its code
        "SELECT reference, SUM(CASE kind WHEN 'redemption' THEN 1 ELSE -1 END)"
        " FROM entries WHERE kind IN ('redemption', 'undo') AND points <> 0 GROUP BY reference"
        " HAVING SUM(CASE kind WHEN 'redemption' THEN 1 ELSE -1 END) > 1"
    )
    yield from (f"{reference} was paid {count} times" for reference, count in rows)
    rows = tx.rows(
        "SELECT member_id, operation_id, kind, reference, COUNT(*) FROM entries"
        " WHERE kind IN ('redemption', 'adjustment', 'signup')"
        " GROUP BY member_id, operation_id, kind, reference HAVING COUNT(*) > 1"
    )
    yield from (f"done more than once: {row}" for row in rows)


def kept_up(tx: Transaction, shops: Mapping[str, WebShop]) -> Iterator[str]:
    """What was confirmed to a shop is there: nothing older, and no refund less."""
    known = {
        (shop, id): updated_at
        for shop, id, updated_at in tx.rows("SELECT shop, id, updated_at FROM orders")
    }
    refunds = set(tx.rows("SELECT shop, order_id, id FROM refunds"))
    for shop, order in all_orders(shops):
        if order.confirmed is None:
            continue
        key = shop, str(order.id)
        if key not in known:
            yield f"{shop}/{order.id} was confirmed and is not there"
        elif shop != "events" and known[key] < to_ms(order.confirmed):
            yield f"{shop}/{order.id} was confirmed newer than it is"
        if order.status == "deleted":  # what was sent before that says nothing any more
            continue
        if missing := {id for id in order.confirmed_refunds if (*key, str(id)) not in refunds}:
            yield f"{shop}/{order.id}: refunds {missing} were confirmed and are not there"


def at_the_end(tx: Transaction, books: Books, shops: Mapping[str, WebShop]) -> Iterator[str]:
    """What everybody was told is true, and the shops' orders are worth what they should."""
    yield from books.wrong
    yield from always(tx)
    yield from _vouchers(tx, books)
    yield from _orders(tx, books, shops)
    yield from _taken_at_checkouts(tx, books, shops)
    yield from _purchases(tx, books)
    yield from _by_hand(tx, books)
    yield from kept.dates(tx, books)
    yield from kept.friendships(tx, books)


def _vouchers(tx: Transaction, books: Books) -> Iterator[str]:
    """A code that was told is there; what was told to be used or undone is."""
    known = {code: (status, used) for code, status, used in tx.rows(
        "SELECT code, status, used_for FROM vouchers")}  # fmt: skip
    gone = {id for (id,) in tx.rows("SELECT id FROM members WHERE status = 'erased'")}
    for code, member in books.vouchers.items():
        if code not in known and member not in gone:
            yield f"voucher {code} of {member} was told and is not there"
    rows = tx.rows(  # a shop had taken their codes by then
        "SELECT reference FROM entries WHERE kind = 'redemption'"
        " GROUP BY reference HAVING COUNT(*) > 1"
    )
    charged = {code for (code,) in rows}
    for code in books.undone & known.keys():
        forgotten = books.vouchers.get(code) in gone  # there is nobody to be charged
        if known[code][0] != "undone" and code not in charged and not forgotten:
            yield f"voucher {code} was told to be undone, and is {known[code][0]}"
    for code, count in books.used.items():
        if count > 1:
            yield f"voucher {code} was taken {count} times"
        if code in known and known[code][0] != "used":
            yield f"voucher {code} was taken, and is {known[code][0]}"


def _orders(tx: Transaction, books: Books, shops: Mapping[str, WebShop]) -> Iterator[str]:
    """An order is worth what a plain reckoning of its last state says, by the rules of its day."""
    rates = {
        version: books.rates[text]
        for version, text in tx.rows("SELECT version, text FROM programs")
    }
    rows = tx.rows(
        "SELECT o.shop, o.id, o.points, o.awards, o.context, m.status FROM orders o"
        " LEFT JOIN members m ON m.id = o.member_id"
    )
    known = {(shop, id): more for shop, id, *more in rows}
    entries: Counter[str] = Counter(dict(tx.rows(
        "SELECT reference, SUM(points) FROM entries WHERE kind IN ('order', 'reversal')"
        " GROUP BY reference"
    )))  # fmt: skip
    owing = {reference for (reference,) in tx.rows(
        "SELECT reference FROM entries WHERE reason LIKE '%owes%' OR reason LIKE '%due%'"
    )}  # fmt: skip
    for shop, order in all_orders(shops):
        found = known.get((shop, str(order.id)))
        if found is None:
            yield f"{shop}/{order.id} is not known: {order}"
            continue
        points, awards, context, status = found
        if status in ("erased", None):
            continue
        version = json.loads(context or "{}").get("version")
        due = order.kept * rates[version] // 100 if version and order.status in EARNING else 0
        worth = sum(award[2] for award in json.loads(awards or "{}").values())
        reference = f"{shop}/{order.id}"
        if worth != due:
            yield f"{reference} is worth {worth}, and should be {due}: {order}"
        if entries[reference] != points or (points != worth and reference not in owing):
            yield f"{reference} is worth {worth}, had {points}, the ledger has {entries[reference]}"


def _taken_at_checkouts(
    tx: Transaction, books: Books, shops: Mapping[str, WebShop]
) -> Iterator[str]:
    """A code that took something off one paid order, and nothing else, is used for it."""
    orders = [(f"{name}/{one.id}", one) for name, one in all_orders(shops) if shops[name].checkout]
    counts = Counter(code for _, one in all_orders(shops) for code in one.codes)
    used: dict[str, str] = dict(
        tx.rows("SELECT code, used_for FROM vouchers WHERE status = 'used'")
    )
    for reference, order in orders:
        for code in order.codes if order.status in EARNING else ():
            if counts[code] == 1 and not books.used[code] and used.get(code) != reference:
                yield f"voucher {code} was taken for {reference}, and is for {used.get(code)}"


def _purchases(tx: Transaction, books: Books) -> Iterator[str]:
    """What cashiers were told is recorded, each once."""
    rows = tx.rows(
        "SELECT member_id, id, total FROM orders WHERE shop = 'till' AND status <> 'cancelled'"
    )
    found: dict[MemberId, Counter[int]] = {}
    for member, id, total in rows:
        if id not in books.claimed:
            found.setdefault(member, Counter())[total] += 1
    nothing = Counter[int]()
    # the answer may have been lost, and the card be forgotten when it is asked for again
    gone = {row[0] for row in tx.rows("SELECT id FROM members WHERE status = 'erased'")}
    for member in sorted(found.keys() | books.sold.keys()):
        there = found.get(member, nothing)
        told = books.sold.get(member, nothing)
        if there != told and not (member in gone and there >= told):
            yield f"{member} bought {there - told} more and {told - there} less than was told"
    claimed = {id: member for member, id, _ in rows if id in books.claimed}
    if claimed != books.claimed:
        yield f"claimed are {claimed}, told was {books.claimed}"


def _by_hand(tx: Transaction, books: Books) -> Iterator[str]:
    """Points given and taken by hand are those that were told."""
    rows = tx.rows(
        "SELECT member_id, SUM(points) FROM entries WHERE kind = 'adjustment' GROUP BY member_id"
    )
    found: Counter[MemberId] = Counter(dict(rows))
    for member in found.keys() | books.granted.keys():
        if found[member] != books.granted[member]:
            yield f"{member} got {found[member]} by hand, told was {books.granted[member]}"
