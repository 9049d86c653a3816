"""Who sent it: the signatures of shops' webhooks."""

import hmac
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import unescape

from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

STANDARD = ("webhook-id", "webhook-timestamp", "webhook-signature")
Secrets = Sequence[str]


def is_signed(body: bytes, signature: str, secrets: Secrets) -> bool:
    """Whether it is the base64 of HMAC-SHA256 of the body under one of the secrets."""
    given = signature.encode("latin-1", "replace")
    found = (b64encode(hmac.digest(secret.encode(), body, sha256)) for secret in secrets)
    # every secret is tried, so that the time tells nothing
    matches = [hmac.compare_digest(given, each) for each in found]
    return any(matches)


def as_woocommerce_keeps(secrets: Secrets) -> Secrets:
    """The secrets, also as WooCommerce signs with those that were saved with HTML's entities."""
    return list(dict.fromkeys([*secrets, *map(unescape, secrets)]))


def is_standard(body: bytes, headers: Mapping[str, str], webhooks: Sequence[Webhook]) -> bool:
    """Whether one of the webhooks signed it as Standard Webhooks do, not over 5 minutes ago."""
    told = {name: headers.get(name, "") for name in STANDARD}
    return any(_verified(webhook, body, told) for webhook in webhooks)


def webhooks_of(secrets: Secrets) -> list[Webhook]:
    """For secrets in base64, as whsec_…"""
    return [Webhook(secret) for secret in secrets]


def raw_webhooks_of(secrets: Secrets) -> list[Webhook]:
    """For secrets that are taken as they are written."""
    return [Webhook(secret.encode()) for secret in secrets]


def has_secret(given: str, secrets: Secrets) -> bool:
    """Whether it is one of the secrets, told outright."""
    written = given.encode("latin-1", "replace")
    matches = [hmac.compare_digest(written, each.encode()) for each in secrets]
    return any(matches)


def _verified(webhook: Webhook, body: bytes, headers: dict[str, str]) -> bool:
    try:
        webhook.verify(body, headers, json_parse=False)
    except (WebhookVerificationError, ValueError):  # a list with odd commas, a body not in UTF-8
        return False
    return True
