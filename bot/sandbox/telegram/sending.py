"""The methods that put messages into chats, change them and take them away."""

import time

from bot.sandbox.telegram.calls import Call, Upload
from bot.sandbox.telegram.formatting import formatted
from bot.sandbox.telegram.keyboards import check_markup
from bot.sandbox.telegram.limits import check_caption, check_document, check_photo, check_text
from bot.sandbox.telegram.records import Chat, File, Json, Stored
from bot.sandbox.telegram.refusals import bad_request, forbidden
from bot.sandbox.telegram.state import State

TEXT = {"text", "entities"}
CAPTION = {"caption", "caption_entities"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def known_chat(state: State, call: Call) -> Chat:
    """Return the chat of chat_id; Refused when it is missing or unknown."""
    chat_id = call.get("chat_id")
    if chat_id in (None, ""):
        raise bad_request("chat_id is empty")
    if chat_id not in state.records.chats:
        raise bad_request("chat not found")
    return state.records.chats[chat_id]


def open_chat(state: State, call: Call) -> Chat:
    """Return the chat if the bot may write there now."""
    chat = known_chat(state, call)
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden(
            "bot was blocked by the user" if chat.private else "bot was kicked from the group chat"
        )
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def send_message(state: State, call: Call) -> Json:
    chat = open_chat(state, call)
    text, entities = formatted(call.text("text"), call.text("parse_mode"), call.get("entities"))
    check_text(text)
    return put(state, chat, call, _content("text", text, entities))


def send_photo(state: State, call: Call) -> Json:
    chat = open_chat(state, call)
    caption, entities = _caption(call)
    file = _given_file(state, call, "photo", folder="photos")
    width, height = check_photo(file.content)
    size = file.raw | {"width": width, "height": height}
    content = {"photo": [size]} | _content("caption", caption, entities)
    return put(state, chat, call, content, file=file)


def send_document(state: State, call: Call) -> Json:
    chat = open_chat(state, call)
    caption, entities = _caption(call)
    file = _given_file(state, call, "document", folder="documents")
    check_document(file.content)
    document = file.raw | {"file_name": file.name}
    content = {"document": document} | _content("caption", caption, entities)
    return put(state, chat, call, content, file=file)


def send_chat_action(state: State, call: Call) -> bool:
    open_chat(state, call)
    if not call.text("action"):
        raise bad_request("wrong parameter action in request")
    return True


def edit_message_text(state: State, call: Call) -> Json:
    chat, stored = _own_message(state, call)
    if "text" not in stored.raw:
        raise bad_request("there is no text in the message to edit")
    text, entities = formatted(call.text("text"), call.text("parse_mode"), call.get("entities"))
    check_text(text)
    return _edit(state, chat, stored, call, TEXT, _content("text", text, entities))


def edit_message_caption(state: State, call: Call) -> Json:
    chat, stored = _own_message(state, call)
    if stored.file is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(state, chat, stored, call, CAPTION, _content("caption", *_caption(call)))


def edit_message_reply_markup(state: State, call: Call) -> Json:
    chat, stored = _own_message(state, call)
    return _edit(state, chat, stored, call, set(), {})


def delete_message(state: State, call: Call) -> bool:
    chat = known_chat(state, call)
    stored = chat.messages.get(call.get("message_id") or 0)
    if stored is None or stored.deleted:
        raise bad_request("message to delete not found")
    if not chat.private and not stored.raw["from"]["is_bot"]:
        raise bad_request("message can't be deleted")
    stored.deleted = True
    state.spoke_bot("deletes", stored)
    return True


def put(state: State, chat: Chat, call: Call, content: Json, *, file: File | None = None) -> Json:
    """Put a message of the bot's into the chat."""
    markup = check_markup(call.get("reply_markup"), private=chat.private)
    reply_to = _answered(chat, call)
    stored = chat.keep(content | reply_to | _shown_markup(markup), author=state.records.bot)
    stored.markup, stored.file = markup, file
    chat.tell(stored)
    state.spoke_bot("says", stored)
    return stored.raw


def _edit(
    state: State, chat: Chat, stored: Stored, call: Call, replaced: set[str], content: Json
) -> Json:
    replaced = {*replaced, "reply_markup"}
    markup = check_markup(call.get("reply_markup"), private=chat.private, inline_only=True)
    if stored.markup and "inline_keyboard" not in stored.markup:
        raise bad_request("message can't be edited")
    kept = {key: value for key, value in stored.raw.items() if key not in replaced}
    changed = kept | content | _shown_markup(markup)
    if changed == stored.raw:
        raise bad_request(NOT_MODIFIED)
    # a new object: what earlier calls returned stays what it was
    stored.raw = changed | {"edit_date": int(time.time())}
    stored.markup = markup
    chat.tell(stored)
    state.spoke_bot("edits", stored)
    return stored.raw


def _own_message(state: State, call: Call) -> tuple[Chat, Stored]:
    chat = open_chat(state, call)
    stored = chat.messages.get(call.get("message_id") or 0)
    if stored is None or stored.deleted:
        raise bad_request("message to edit not found")
    if not stored.raw["from"]["is_bot"]:
        raise bad_request("message can't be edited")
    return chat, stored


def _answered(chat: Chat, call: Call) -> Json:
    wanted = (call.get("reply_parameters") or {}).get("message_id")
    if wanted is None:
        return {}
    found = chat.messages.get(int(wanted))
    if found is None or found.deleted:
        raise bad_request("message to be replied not found")
    bare = {key: value for key, value in found.raw.items() if key != "reply_to_message"}
    return {"reply_to_message": bare}


def _content(field: str, text: str, entities: list[Json]) -> Json:
    name = "entities" if field == "text" else "caption_entities"
    return ({field: text} if text else {}) | ({name: entities} if entities else {})


def _caption(call: Call) -> tuple[str, list[Json]]:
    entities = call.get("caption_entities")
    caption, found = formatted(call.text("caption"), call.text("parse_mode"), entities)
    check_caption(caption)
    return caption, found


def _shown_markup(markup: Json | None) -> Json:
    """The bot gets back inline keyboards only."""
    return {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}


def _given_file(state: State, call: Call, field: str, *, folder: str) -> File:
    if upload := call.upload(field):
        return _kept(state, upload, folder)
    file_id = call.text(field)
    if not file_id:
        raise bad_request(f"there is no {field} in the request")
    if file_id not in state.records.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return state.records.files[file_id]


def _kept(state: State, upload: Upload, folder: str) -> File:
    return state.records.keep_file(name=upload.name, content=upload.content, folder=folder)
