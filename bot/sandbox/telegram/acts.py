"""What a person's act becomes: a message kept in the chat, and an update for the bot."""

import time

from bot.sandbox.telegram.messages import Button, Spoken, Verb, shown
from bot.sandbox.telegram.records import Chat, File, Json, Stored
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.updates import Update


def say(
    state: State, who: Json, chat: Chat, content: Json, *, told: str, file: File | None = None
) -> Update:
    """Put the person's message into the chat and offer it to the bot."""
    if chat.blocked or chat.deactivated:
        raise RuntimeError(f"{who['first_name']} can't write to a bot they have blocked")
    chat.started = True
    stored = chat.keep(content, author=who)
    stored.file = file
    _spoke(state, who, chat, "says", told, stored)
    return _offer_message(state, "message", stored, told)


def edit(state: State, who: Json, stored: Stored, content: Json, *, told: str) -> Update:
    """Change the person's own message and tell the bot."""
    if stored.raw["from"]["id"] != who["id"]:
        raise ValueError(f"message {stored.raw['message_id']} is not {who['first_name']}'s own")
    kept = {key: value for key, value in stored.raw.items() if key != "entities"}
    stored.raw = kept | content | {"edit_date": int(time.time())}
    _spoke(state, who, state.records.chats[stored.raw["chat"]["id"]], "edits", told, stored)
    return _offer_message(state, "edited_message", stored, told)


def tap(state: State, who: Json, chat: Chat, button: Button) -> Update:
    """Send a button's callback data, whether or not the message still has it."""
    if chat.blocked:
        raise RuntimeError(f"{who['first_name']} can't tap: the bot is blocked")
    stored = chat.messages[button.message_id]
    query: Json = {
        "id": state.records.open_query(user_id=who["id"], chat_id=chat.id),
        "from": who,
        "message": _tapped_message(stored),
        "chat_instance": str(7_000_000_000 + abs(chat.id)),
        "data": button.data,
    }
    _spoke(state, who, chat, "taps", button.label, stored)
    return state.updates.offer(
        "callback_query",
        query,
        queue=("callbacks", who["id"]),
        told=f"{who['first_name']} taps {button.label!r}",
    )


def change_membership(state: State, who: Json, chat: Chat, *, blocked: bool) -> Update:
    """Block or unblock the bot: the only my_chat_member updates of a private chat."""
    chat.blocked = blocked
    change: Json = {
        "chat": chat.raw,
        "from": who,
        "date": int(time.time()),
        "old_chat_member": _membership(state, member=blocked),
        "new_chat_member": _membership(state, member=not blocked),
    }
    verb: Verb = "blocks" if blocked else "unblocks"
    _spoke(state, who, chat, verb, "")
    told = f"{who['first_name']} {verb} the bot"
    return state.updates.offer("my_chat_member", change, queue=("members", chat.id), told=told)


def _membership(state: State, *, member: bool) -> Json:
    if member:
        return {"status": "member", "user": state.records.bot}
    return {"status": "kicked", "user": state.records.bot, "until_date": 0}


def _tapped_message(stored: Stored) -> Json:
    if not stored.deleted:
        return stored.raw
    return {"chat": stored.raw["chat"], "message_id": stored.raw["message_id"], "date": 0}


def _offer_message(state: State, kind: str, stored: Stored, told: str) -> Update:
    raw = stored.raw
    return state.updates.offer(
        kind,
        raw,
        queue=("messages", raw["chat"]["id"]),
        told=f"{raw['from']['first_name']} {'edits' if 'edit_date' in raw else 'says'} {told!r}",
    )


def _spoke(
    state: State, who: Json, chat: Chat, verb: Verb, text: str, stored: Stored | None = None
) -> None:
    message = shown(stored) if stored else None
    author = who["first_name"]
    state.spoke(Spoken(author=author, verb=verb, text=text, chat_id=chat.id, message=message))
