"""People and a bot chat, with both libraries, by polling and by webhook."""

import asyncio

import pytest

from bot.sandbox.telegram.messages import Spoken
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn

pytestmark = pytest.mark.usefixtures("echo")


async def test_a_text_is_answered(ann: Person) -> None:
    """Deliver a message, receive the echo."""
    ann.send_only("hello")
    [reply] = await ann.hears()

    assert (reply.text, reply.from_bot) == ("You said: hello", True)


async def test_a_command_carries_its_payload(ann: Person, telegram: TelegramStandIn) -> None:
    """Follow a deep link."""
    await ann.opens(f"{telegram.link}?start=r_ABC")

    [update] = [one for one in telegram.updates if one.raw["message"]["text"] == "/start r_ABC"]
    assert update.raw["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_tap_edits_its_message_and_is_answered(ann: Person) -> None:
    """Tap by a part of the label."""
    ann.send_only("menu")
    [menu] = await ann.hears()
    ann.tap_only(menu.button("Join"))
    [edited] = await ann.hears()

    assert (edited.id, edited.text, edited.buttons) == (menu.id, "Tapped join", ())
    assert [toast.text for toast in ann.toasts] == ["Done"]


async def test_a_photo_arrives_with_its_bytes(ann: Person) -> None:
    """Upload a PNG."""
    ann.send_only("picture")
    [picture] = await ann.hears()

    assert picture.photo
    assert picture.photo.startswith(b"\x89PNG")
    assert picture.caption == "Your code"


async def test_a_document_arrives_with_its_name(ann: Person) -> None:
    """Upload a file."""
    ann.send_only("file")
    [message] = await ann.hears()

    assert message.document
    assert (message.document.name, message.document.content) == ("history.csv", b"a,b\n")


async def test_an_edited_message_comes_again(ann: Person) -> None:
    """Edit what was said."""
    ann.send_only("tee")
    await ann.hears()
    [mine] = [message for message in ann.messages if message.text == "tee"]
    await ann.edits(mine, "tea")

    assert (await _last(ann)) == "You changed it to: tea"


async def test_only_an_own_unforwarded_contact_is_an_own_one(ann: Person) -> None:
    """Share, spoof, forward."""
    heard = []
    for spoof in ({}, {"user_id": None}, {"user_id": 7}, {"forwarded": True}):
        before = len(ann.messages)
        await ann.shares_contact(phone="+40123456789", **spoof)
        heard.append(await _last(ann, count=before + 2))

    assert heard == ["own", "spoof", "spoof", "spoof"]


async def test_a_group_hears_its_own_answer(ann: Person, telegram: TelegramStandIn) -> None:
    """Speak in a group, not in private."""
    staff = telegram.group(-500)
    await ann.says_in_group(staff, "hello")
    while len(telegram.messages_in(staff)) < 2:
        await _breathe()

    assert telegram.messages_in(staff)[-1].text == "You said: hello"


async def test_listeners_hear_both_sides(ann: Person, telegram: TelegramStandIn) -> None:
    """Print a chat live."""
    heard: list[Spoken] = []
    telegram.on_spoken(heard.append)
    ann.send_only("hi")
    await ann.hears()

    assert [(one.author, one.text) for one in heard] == [
        ("Ann", "hi"),
        ("Corner Café", "You said: hi"),
    ]


async def _last(ann: Person, *, count: int = 0) -> str:
    """Return the newest text once the bot spoke last, of at least count messages."""
    while not ann.messages[-1].from_bot or len(ann.messages) < count:
        await _breathe()
    return ann.messages[-1].text


async def _breathe() -> None:
    await asyncio.sleep(0.005)
