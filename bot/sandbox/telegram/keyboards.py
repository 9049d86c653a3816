"""What Telegram would refuse in a reply_markup."""

from typing import Any

from bot.sandbox.telegram.limits import check_link
from bot.sandbox.telegram.records import Json
from bot.sandbox.telegram.refusals import bad_request

CALLBACK_BYTES_MAX = 64
COPY_TEXT_MAX = 256
INLINE_BUTTONS_MAX = 100
REPLY_BUTTONS_MAX = 300

INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
REPLY_ACTIONS = (
    "request_users",
    "request_chat",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
)


def check_markup(markup: Any, *, private: bool, inline_only: bool = False) -> Json | None:
    """Return the keyboard if Telegram would take it, None when there is none; else Refused."""
    if markup in (None, {}):
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _check_inline(markup)
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return _check_reply(markup, private=private)
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    raise bad_request("can't parse reply keyboard markup JSON object")


def _check_inline(markup: Json) -> Json | None:
    rows = _rows(markup["inline_keyboard"], "inline keyboard")
    for row in rows:
        for button in row:
            _check_inline_button(button)
    count = sum(len(row) for row in rows)
    if count > INLINE_BUTTONS_MAX:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return markup if count else None


def _check_inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad_request(
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object"
        )
    _check_label(button, "inline keyboard button")
    actions = [name for name in INLINE_ACTIONS if button.get(name) not in (None, False)]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    if actions == ["callback_data"]:
        _check_callback_data(button["callback_data"])
    if actions == ["url"]:
        check_link(str(button["url"]))
    if actions == ["copy_text"] and not 1 <= len(button["copy_text"]["text"]) <= COPY_TEXT_MAX:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_callback_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_BYTES_MAX:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_reply(markup: Json, *, private: bool) -> Json:
    rows = _rows(markup["keyboard"], "keyboard")
    for row in rows:
        for button in row:
            _check_reply_button(button, private=private)
    count = sum(len(row) for row in rows)
    if not count:
        raise bad_request("reply keyboard is empty")
    if count > REPLY_BUTTONS_MAX:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return markup


def _check_reply_button(button: Any, *, private: bool) -> None:
    raw = {"text": button} if isinstance(button, str) else button
    if not isinstance(raw, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    _check_label(raw, "keyboard button")
    actions = [name for name in REPLY_ACTIONS if raw.get(name) not in (None, False)]
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    if actions == ["request_contact"] and not private:
        raise bad_request("phone number can be requested in private chats only")


def _check_label(button: Json, what: str) -> None:
    label = button.get("text")
    if not isinstance(label, str) or not label.strip():
        raise bad_request(f'can\'t parse {what}: field "text" must be a non-empty String')


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f"field of the {what} must be an Array of Arrays")
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"field of the {what} must be an Array of Arrays")
    return rows
