"""What Telegram would refuse is refused here, with its code and words."""

from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.sandbox.conftest import Ask, Upload
from tests.bot.sandbox.pictures import png

EMOJI = "🎁"  # two UTF-16 units, four bytes


def inline(**button: Any) -> dict[str, Any]:
    """Return a sendMessage with one inline button."""
    return {"text": "hi", "reply_markup": {"inline_keyboard": [[{"text": "Go"} | button]]}}


def keyboard(*buttons: Any) -> dict[str, Any]:
    """Return a sendMessage with a reply keyboard."""
    return {"text": "hi", "reply_markup": {"keyboard": [list(buttons)]}}


REFUSED_MESSAGES: list[tuple[dict[str, Any], str]] = [
    ({"text": " \n"}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": EMOJI * 2049}, "message is too long"),
    ({"text": "<b>hi", "parse_mode": "HTML"}, "can't parse entities"),
    ({"text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
    (inline(), "Text buttons are unallowed"),
    (inline(text=""), "can't parse inline keyboard button"),
    (inline(callback_data=""), "BUTTON_DATA_INVALID"),
    (inline(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
    (inline(callback_data="я" * 33), "BUTTON_DATA_INVALID"),
    (inline(callback_data="a", url="https://a.example"), "BUTTON_TYPE_INVALID"),
    (inline(url="a b"), "Wrong HTTP URL"),
    (inline(url="https://t.me/corner_cafe_bot?start=a%20b"), "START_PARAM_INVALID"),
    (inline(url="https://t.me/corner_cafe_bot?start=" + "a" * 65), "START_PARAM_INVALID"),
    (keyboard({"text": ""}), "can't parse keyboard button"),
    (keyboard(), "keyboard is empty"),
    (keyboard({"text": "a", "request_contact": True, "request_location": True}), "BUTTON_TYPE"),
    ({"text": "hi", "reply_markup": "nonsense"}, "reply_markup JSON"),
    ({"text": "hi", "reply_markup": {"inline_keyboard": ["Go"]}}, "Array of Arrays"),
    ({"text": "hi", "reply_parameters": {"message_id": 99}}, "to be replied not found"),
]


@pytest.mark.parametrize(("params", "reason"), REFUSED_MESSAGES)
async def test_a_bad_message_is_refused(
    ann: Person, ask: Ask, params: dict[str, Any], reason: str
) -> None:
    """Walk the table of bad messages."""
    answer = await ask("sendMessage", chat_id=ann.id, **params)

    assert answer["error_code"] == 400
    assert reason in answer["description"]
    assert len(ann.messages) == 1


@pytest.mark.parametrize(
    "params",
    [
        {"text": EMOJI * 2048},
        {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"},
        inline(callback_data="я" * 32),
        inline(url="https://t.me/corner_cafe_bot?start=r_A-9"),
        keyboard("plain", {"text": "My phone", "request_contact": True}),
        {"text": "bye", "reply_markup": {"remove_keyboard": True}},
    ],
)
async def test_the_longest_allowed_is_taken(ann: Person, ask: Ask, params: dict[str, Any]) -> None:
    """Stand exactly on the limits."""
    answer = await ask("sendMessage", chat_id=ann.id, **params)

    assert answer["ok"], answer


async def test_html_becomes_entities(ann: Person, ask: Ask) -> None:
    """Parse before counting."""
    await ask("sendMessage", chat_id=ann.id, text=f"{EMOJI} <b>2 &lt; 3</b>", parse_mode="HTML")

    assert ann.messages[-1].text == f"{EMOJI} 2 < 3"
    assert ann.messages[-1].raw["entities"] == [{"type": "bold", "offset": 3, "length": 5}]


async def test_nobody_is_written_to_who_did_not_start(
    telegram: TelegramStandIn, ann: Person, ask: Ask
) -> None:
    """Try a stranger, an unknown chat, a deleted account."""
    stranger = telegram.person(3003)
    ann.deletes_account()
    answers = [await ask("sendMessage", chat_id=who, text="hi") for who in (stranger.id, 9, ann.id)]

    assert [(one["error_code"], one["description"]) for one in answers] == [
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (400, "Bad Request: chat not found"),
        (403, "Forbidden: user is deactivated"),
    ]


async def test_a_phone_is_asked_for_in_private_only(telegram: TelegramStandIn, ask: Ask) -> None:
    """Ask a group."""
    params = keyboard({"text": "My phone", "request_contact": True})
    answer = await ask("sendMessage", chat_id=telegram.group(-500), **params)

    assert (
        answer["description"] == "Bad Request: phone number can be requested in private chats only"
    )


async def test_an_unchanged_edit_is_refused(ann: Person, ask: Ask) -> None:
    """Edit to the same text and keyboard."""
    menu = inline(callback_data="a")
    sent = (await ask("sendMessage", chat_id=ann.id, **menu))["result"]
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    same = await ask("editMessageText", **place, **menu)
    bare = await ask("editMessageReplyMarkup", **place)

    assert "message is not modified" in same["description"]
    assert "reply_markup" not in bare["result"]
    assert "is not modified" in (await ask("editMessageReplyMarkup", **place))["description"]


async def test_only_own_messages_are_edited(ann: Person, ask: Ask) -> None:
    """Edit Ann's, a reply keyboard's, one that never was, a deleted one."""
    await ask("sendMessage", chat_id=ann.id, **keyboard("plain"))
    await ask("sendMessage", chat_id=ann.id, text="soon gone")
    await ask("deleteMessage", chat_id=ann.id, message_id=3)
    found = [
        (await ask("editMessageText", chat_id=ann.id, message_id=one, text="x"))["description"]
        for one in (1, 2, 9, 3)
    ]

    assert [reason.removeprefix("Bad Request: ") for reason in found] == [
        "message can't be edited",
        "message can't be edited",
        "message to edit not found",
        "message to edit not found",
    ]


async def test_taps_are_answered_while_they_are_young(
    telegram: TelegramStandIn, ann: Person, ask: Ask
) -> None:
    """Answer at length, in time, too late, and what was never asked."""
    await ask("sendMessage", chat_id=ann.id, **inline(callback_data="a"))
    query = ann.tap_only("Go").raw["callback_query"]["id"]
    long = await ask("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    good = await ask("answerCallbackQuery", callback_query_id=query, text="x" * 200)
    telegram.age_taps()
    late = await ask("answerCallbackQuery", callback_query_id=query)

    assert (long["ok"], good["ok"]) == (False, True)
    assert "query is too old" in late["description"]
    assert (
        "query ID is invalid"
        in (await ask("answerCallbackQuery", callback_query_id="1"))["description"]
    )


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (png() + bytes(10 * 1024 * 1024), "too big for a photo"),
        (png(8000, 2001), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
    ids=["gif", "big", "wide", "empty"],
)
async def test_a_bad_photo_is_refused(
    ann: Person, upload: Upload, picture: bytes, reason: str
) -> None:
    """Send what is no photo."""
    answer = await upload("sendPhoto", "photo", picture, chat_id=ann.id)

    assert reason in answer["description"]


async def test_a_caption_has_1024_characters(ann: Person, upload: Upload) -> None:
    """Stand on the limit, and step over."""
    good = await upload("sendPhoto", "photo", png(), chat_id=ann.id, caption="x" * 1024)
    bad = await upload("sendPhoto", "photo", png(), chat_id=ann.id, caption="x" * 1025)

    assert good["ok"]
    assert bad["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("setMyCommands", {"commands": [{"command": "Points", "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "p" * 33, "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "points", "description": ""}]}),
        (
            "setMyCommands",
            {"commands": [{"command": f"c{i}", "description": "x"} for i in range(101)]},
        ),
        ("setMyCommands", {"commands": [], "scope": {"type": "galaxy"}}),
        ("setMyCommands", {"commands": [], "language_code": "english"}),
        ("setMyName", {"name": "x" * 65}),
        ("setMyDescription", {"description": "x" * 513}),
        ("setMyShortDescription", {"short_description": "x" * 121}),
        ("setWebhook", {"url": "ftp://a.example"}),
        ("setWebhook", {"url": "https://a.example", "secret_token": "ключ"}),
        ("getFile", {"file_id": "nope"}),
        ("getUpdates", {"limit": 101}),
        ("sendChatAction", {"action": "typing"}),
    ],
)
async def test_a_bad_setting_is_refused(
    ask: Ask, telegram: TelegramStandIn, method: str, params: dict[str, Any]
) -> None:
    """Walk the table of bad settings."""
    assert (await ask(method, **params))["error_code"] == 400


async def test_method_names_ignore_case_and_unknown_ones_are_404(ask: Ask) -> None:
    """Spell as one likes."""
    assert (await ask("GETme"))["result"]["is_bot"]
    assert (await ask("makeCoffee"))["error_code"] == 404


@pytest.mark.parametrize(("token", "code"), [("42:WRONG", 401), ("nonsense", 404)])
async def test_a_wrong_token_is_refused(telegram: TelegramStandIn, token: str, code: int) -> None:
    """Knock with another bot's token."""
    async with ClientSession(telegram.url) as client:
        for path in (f"/bot{token}/getMe", f"/file/bot{token}/photos/file_1.png"):
            async with client.get(path) as response:
                assert response.status == code
