"""Deliveries signed as each shop signs its own."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

SECRET = "hush"
EVENTS_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SECRETS = {
    "shopify": (SECRET,), "woocommerce": (SECRET,), "bigcommerce": (SECRET,),
    "events": (EVENTS_SECRET,),
}  # fmt: skip


def signed(shop: str, topic: str, body: bytes, event: str) -> Mapping[str, str]:
    """The headers of a delivery, signed as that shop signs."""
    match shop:
        case "shopify":
            return {
                "X-Shopify-Topic": topic, "X-Shopify-Event-Id": event,
                "X-Shopify-Hmac-SHA256": _digest(body, SECRET.encode()),
            }  # fmt: skip
        case "woocommerce":
            return {
                "X-WC-Webhook-Topic": topic,
                "X-WC-Webhook-Signature": _digest(body, SECRET.encode()),
            }
        case "bigcommerce":
            return {"X-Loyalty-Secret": SECRET}
        case _:
            at = str(int(datetime.now(UTC).timestamp()))  # the library looks at the real clock
            key = b64decode(EVENTS_SECRET.removeprefix("whsec_"))
            signature = _digest(f"{event}.{at}.".encode() + body, key)
            return {
                "webhook-id": event, "webhook-timestamp": at,
                "webhook-signature": f"v1,{signature}",
            }  # fmt: skip


def _digest(body: bytes, key: bytes) -> str:
    return b64encode(hmac.digest(key, body, sha256)).decode()
