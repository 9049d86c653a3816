"""The methods about the bot itself: who it is, its commands, its name and descriptions."""

import json

from bot.sandbox.telegram.calls import Call
from bot.sandbox.telegram.limits import check_commands, check_language, check_profile
from bot.sandbox.telegram.records import Json
from bot.sandbox.telegram.refusals import bad_request
from bot.sandbox.telegram.state import State

SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def get_me(state: State, call: Call) -> Json:
    return state.records.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_commands(state: State, call: Call) -> bool:
    commands = call.get("commands")
    check_commands(commands)
    state.records.commands[_place(call)] = commands
    return True


def get_commands(state: State, call: Call) -> list[Json]:
    return state.records.commands.get(_place(call), [])


def delete_commands(state: State, call: Call) -> bool:
    state.records.commands.pop(_place(call), None)
    return True


def set_name(state: State, call: Call) -> bool:
    return _set(state, call, "name")


def set_description(state: State, call: Call) -> bool:
    return _set(state, call, "description")


def set_short_description(state: State, call: Call) -> bool:
    return _set(state, call, "short_description")


def get_name(state: State, call: Call) -> Json:
    return _get(state, call, "name")


def get_description(state: State, call: Call) -> Json:
    return _get(state, call, "description")


def get_short_description(state: State, call: Call) -> Json:
    return _get(state, call, "short_description")


def scope_key(scope: Json | None) -> str:
    """Return a scope as one comparable text; Refused when it is none of the seven."""
    scope = scope or {"type": "default"}
    needs = SCOPES.get(str(scope.get("type")))
    if needs is None:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    for field in needs:
        if field not in scope:
            raise bad_request(f"can't parse BotCommandScope: {field} is empty")
    return json.dumps(scope, sort_keys=True)


def _place(call: Call) -> tuple[str, str]:
    language = call.text("language_code")
    check_language(language)
    return scope_key(call.get("scope")), language


def _set(state: State, call: Call, what: str) -> bool:
    language, text = call.text("language_code"), call.text(what)
    check_language(language)
    check_profile(what, text)
    state.records.profile[what, language] = text
    return True


def _get(state: State, call: Call, what: str) -> Json:
    everywhere = state.records.bot["first_name"] if what == "name" else ""
    texts = state.records.profile
    fallback = texts.get((what, "")) or everywhere
    return {what: texts.get((what, call.text("language_code"))) or fallback}
