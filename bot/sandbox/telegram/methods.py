"""What each Bot API method does; a method that is not here is unknown to this Telegram."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.telegram import payments, profile, receiving, sending
from bot.sandbox.telegram.calls import Call
from bot.sandbox.telegram.limits import check_link, check_toast
from bot.sandbox.telegram.messages import Spoken, Toast
from bot.sandbox.telegram.records import Json
from bot.sandbox.telegram.refusals import Refused, bad_request
from bot.sandbox.telegram.state import State

Method = Callable[[State, Call], Any] | Callable[[State, Call], Awaitable[Any]]

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(state: State, call: Call) -> bool:
    query = state.records.queries.get(call.text("callback_query_id"))
    if query is None or query.too_old:
        raise bad_request(TOO_OLD)
    check_toast(call.text("text"))
    url = call.text("url") or None
    if url:
        check_link(url)
    toast = Toast(call.text("text"), bool(call.get("show_alert")), url)
    state.toasts.setdefault(query.user_id, []).append(toast)
    author = state.records.bot["first_name"]
    state.spoke(Spoken(author=author, verb="toasts", text=toast.text, chat_id=query.chat_id))
    return True


def get_file(state: State, call: Call) -> Json:
    file = state.records.files.get(call.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    return file.raw | {"file_path": file.path}


def get_chat(state: State, call: Call) -> Json:
    return sending.known_chat(state, call).raw | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            True,
        ),
    }


def log_out(state: State, call: Call) -> bool:
    return True


METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "logOut": log_out,
    "close": log_out,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": sending.edit_message_text,
    "editMessageCaption": sending.edit_message_caption,
    "editMessageReplyMarkup": sending.edit_message_reply_markup,
    "deleteMessage": sending.delete_message,
    "sendInvoice": payments.send_invoice,
    "createInvoiceLink": payments.create_invoice_link,
    "answerPreCheckoutQuery": payments.answer_pre_checkout_query,
    "editUserStarSubscription": payments.edit_user_star_subscription,
    "refundStarPayment": payments.refund_star_payment,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "getChat": get_chat,
    "setMyCommands": profile.set_commands,
    "getMyCommands": profile.get_commands,
    "deleteMyCommands": profile.delete_commands,
    "setMyName": profile.set_name,
    "getMyName": profile.get_name,
    "setMyDescription": profile.set_description,
    "getMyDescription": profile.get_description,
    "setMyShortDescription": profile.set_short_description,
    "getMyShortDescription": profile.get_short_description,
}
_NAMES = {name.lower(): name for name in METHODS}


def canonical(method: str) -> str:
    """Return the method's name as documented, whatever its case; Refused with 404 if unknown."""
    name = _NAMES.get(method.lower())
    if name is None:
        raise Refused(404, "Not Found: method not found")
    return name


async def perform(state: State, call: Call) -> Any:
    """Do the call and return its result as JSON values; raises Refused."""
    result = METHODS[canonical(call.method)](state, call)
    return await result if inspect.isawaitable(result) else result
