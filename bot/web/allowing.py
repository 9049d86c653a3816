"""What an API key may do, and how often."""

import secrets
from collections.abc import Callable, Sequence
from hashlib import sha256
from math import ceil
from time import monotonic

from starlette.exceptions import HTTPException

from bot.api_keys import ApiKey, Scope

READING = {("POST", "/api/v1/quotes/{shop}")}
"""What changes nothing, though it is no GET."""

AT_TILLS = {
    ("GET", "/api/v1/members"),
    ("POST", "/api/v1/members"),
    ("GET", "/api/v1/members/{member_id}"),
    ("POST", "/api/v1/members/{member_id}/redemptions"),
    ("GET", "/api/v1/vouchers/{code}"),
    ("POST", "/api/v1/vouchers/{code}/use"),
    ("POST", "/api/v1/quotes/{shop}"),
    ("PUT", "/api/v1/orders/{shop}/{order_id}"),
    ("POST", "/api/v1/orders/{shop}/{order_id}/refunds"),
}
"""What a till needs: who stands there, what they have, what they buy, return and redeem."""

MINUTE_S = 60.0


def scopes_for(method: str, path: str) -> frozenset[Scope]:
    """The scopes of which one is needed for that route."""
    reads = method == "GET" or (method, path) in READING
    found = {Scope.READ if reads else Scope.WRITE}
    return frozenset(found | ({Scope.TILL} if (method, path) in AT_TILLS else set()))


class Meter:
    """Counts how often each was there: in this process, a minute's worth at once at most."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._used_up_to: dict[bytes, float] = {}  # when all that one did so far is paid off

    def wait_s(self, who: bytes = b"") -> int:
        """Count one more; 0, or in how many seconds it would be let in."""
        if not self._per_minute:
            return 0
        now, share = self._clock(), MINUTE_S / self._per_minute
        used = max(self._used_up_to.get(who, now), now) + share
        if used - now > MINUTE_S + share / 2:
            return max(ceil(used - now - MINUTE_S), 1)
        self._used_up_to[who] = used
        return 0


class Doorkeeper:
    """Knows the keys, and counts how often each was used: in this process, a minute's worth."""

    def __init__(
        self, keys: Sequence[ApiKey], per_minute: int, clock: Callable[[], float] = monotonic
    ) -> None:
        self._keys = keys
        self._per_minute = per_minute
        self._meter = Meter(per_minute, clock)

    def admit(self, authorization: str, needed: frozenset[Scope]) -> None:
        """Let a call with that header pass. Raises HTTPException: 401, 403, 429, 503."""
        key = self._key(authorization)
        self._count(key)
        if not key.scopes & needed:
            raise HTTPException(
                403,
                f"The API key {key.name} has the scopes {_listed(key.scopes)};"
                f" this call needs {_listed(needed, ' or ')}.",
            )

    def _key(self, authorization: str) -> ApiKey:
        if not self._keys:
            raise HTTPException(503, "The API is off: LOYALTY_API_KEYS is not set.")
        scheme, _, key = authorization.partition(" ")
        given = sha256(key.strip().encode("latin-1")).digest()  # as headers are decoded
        # every key is compared, so that the time tells nothing
        matches = [one for one in self._keys if secrets.compare_digest(given, one.digest)]
        if scheme.lower() != "bearer" or not matches:
            raise HTTPException(
                401,
                "The API key is wrong or missing: send the header Authorization: Bearer KEY.",
                headers={"WWW-Authenticate": 'Bearer realm="loyalty"'},
            )
        return matches[0]

    def _count(self, key: ApiKey) -> None:
        """Each call takes its share of a minute; a whole minute may be used at once."""
        if wait_s := self._meter.wait_s(key.digest):
            raise HTTPException(
                429,
                f"The API key {key.name} may be used {self._per_minute} times a minute."
                " Nothing was changed; try the same again later.",
                headers={"Retry-After": str(wait_s)},
            )


def _listed(scopes: frozenset[Scope], between: str = " and ") -> str:
    return between.join(sorted(scopes))
