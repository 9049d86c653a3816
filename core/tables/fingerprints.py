"""
Fingerprints: enough to know an address again without keeping it.

There are few phone numbers, so a plain digest of one is as good as the number. These are made with
a key of this database, and say nothing to who has only them.
"""

import hmac
from hashlib import sha256
from secrets import token_hex

from core.transaction import Transaction

NAME = "people"


def of(tx: Transaction, address: str) -> str:
    """The fingerprint of that address; the first one makes the database's key."""
    return _keyed(_key(tx) or _make_key(tx), _plain(address))


def if_any(tx: Transaction, address: str) -> str | None:
    """The same; None when there is no key yet, and so no fingerprint to compare it with."""
    key = _key(tx)
    return _keyed(key, _plain(address)) if key else None


def rekey(tx: Transaction) -> None:
    """Key what older versions kept as plain digests. Once, before anything is keyed."""
    bonuses = tx.rows("SELECT digest FROM past_bonuses")
    people = tx.rows("SELECT digest FROM past_people")
    if not (bonuses or people):
        return
    key = _make_key(tx)
    tx.many(
        "UPDATE past_bonuses SET digest = :keyed WHERE digest = :plain",
        [{"plain": plain, "keyed": _keyed(key, plain)} for (plain,) in bonuses],
    )
    tx.many(
        "UPDATE past_people SET digest = :keyed WHERE digest = :plain",
        [{"plain": plain, "keyed": _keyed(key, plain)} for (plain,) in people],
    )


def rekey_texting(tx: Transaction) -> None:
    """Key what older versions kept of numbers that texted us, or were texted. Once."""
    heard = tx.rows("SELECT DISTINCT sender FROM sms_heard")
    told = tx.rows("SELECT DISTINCT receiver FROM sms_told")
    if not (heard or told):
        return
    key = _key(tx) or _make_key(tx)
    tx.many(
        "UPDATE sms_heard SET sender = :keyed WHERE sender = :plain",
        [{"plain": plain, "keyed": _keyed(key, plain)} for (plain,) in heard],
    )
    tx.many(
        "UPDATE sms_told SET receiver = :keyed WHERE receiver = :plain",
        [{"plain": plain, "keyed": _keyed(key, plain)} for (plain,) in told],
    )


def _key(tx: Transaction) -> str | None:
    rows = tx.rows("SELECT key FROM fingerprint_keys WHERE name = :name", name=NAME)
    return str(rows[0][0]) if rows else None


def _make_key(tx: Transaction) -> str:
    """Make the key, or read the one that somebody has made meanwhile."""
    tx.rows(
        "INSERT INTO fingerprint_keys (name, key) VALUES (:name, :key) ON CONFLICT DO NOTHING",
        name=NAME,
        key=token_hex(32),  # a key, no luck of an act: nothing is decided or shown by it
    )
    key = _key(tx)
    assert key  # noqa: S101 it was made
    return key


def _plain(address: str) -> str:
    return sha256(address.encode()).hexdigest()


def _keyed(key: str, plain: str) -> str:
    """Of the plain digest: so those that were kept before keys could be keyed too."""
    return hmac.new(bytes.fromhex(key), plain.encode(), sha256).hexdigest()
