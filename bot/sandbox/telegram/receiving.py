"""The methods by which a bot receives updates: polling or a webhook, never both."""

import asyncio
from urllib.parse import urlsplit

from bot.sandbox.telegram.calls import Call
from bot.sandbox.telegram.limits import check_secret_token
from bot.sandbox.telegram.records import Json
from bot.sandbox.telegram.refusals import bad_request
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.updates import Webhook

CONNECTIONS = 40
CONNECTIONS_MAX = 100


async def get_updates(state: State, call: Call) -> list[Json]:
    _remember_allowed(state, call)
    return await state.updates.poll(
        offset=call.get("offset") or 0,
        limit=call.get("limit") or 100,
        seconds=call.get("timeout") or 0,
    )


def set_webhook(state: State, call: Call) -> bool:
    url = call.text("url")
    if not url:
        return delete_webhook(state, call)
    # the real one insists on HTTPS; here both ends are this machine
    if urlsplit(url).scheme not in ("http", "https"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    check_secret_token(call.text("secret_token"))
    connections = min(max(call.get("max_connections") or CONNECTIONS, 1), CONNECTIONS_MAX)
    _remember_allowed(state, call)
    _drop_if_asked(state, call)
    state.updates.webhook = Webhook(
        url=url,
        secret_token=call.text("secret_token"),
        max_connections=connections,
        slots=asyncio.Semaphore(connections),
    )
    state.updates.notify()
    return True


def delete_webhook(state: State, call: Call) -> bool:
    state.updates.webhook = None
    _drop_if_asked(state, call)
    state.updates.notify()
    return True


def get_webhook_info(state: State, call: Call) -> Json:
    hook = state.updates.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.waiting),
    }
    if state.updates.allowed:
        info["allowed_updates"] = state.updates.allowed
    if hook:
        info["max_connections"] = hook.max_connections
    if hook and hook.last_error:
        info |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    return info


def _remember_allowed(state: State, call: Call) -> None:
    """An omitted list keeps the previous one; an empty one asks for the default kinds."""
    allowed = call.get("allowed_updates")
    if allowed is None:
        return
    if not isinstance(allowed, list) or not all(isinstance(kind, str) for kind in allowed):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    state.updates.allowed = allowed


def _drop_if_asked(state: State, call: Call) -> None:
    if call.get("drop_pending_updates"):
        state.updates.forget_all()
