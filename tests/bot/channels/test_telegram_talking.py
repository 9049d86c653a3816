"""Both Telegram adapters, by webhook and polling: what is heard and what is said."""

from dataclasses import replace
from typing import Any

import pytest

from bot.channels.telegram.bot import Telegram
from bot.conversation.messages import Document, Spoken, SpokenButton
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.talk import MENU, Talk

ASK = Spoken(text="Your number?", buttons=((SpokenButton(label="Share", asks_contact=True),),))


async def test_a_message_is_heard_and_answered(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    """The conversation gets plain fields, Ann gets its words."""
    [reply] = await ann.says("/redeem coffee")

    [incoming] = talk.heard
    assert reply.text == "You said redeem coffee"
    assert (incoming.sender, incoming.name, incoming.language) == ("1001", "Ann", "uk")
    assert incoming.event_id == f"1001:{ann.messages[0].id}"
    assert incoming.private
    assert not incoming.tap


async def test_a_start_link_brings_its_payload(
    bot_either_way: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """/start r_CODE is the words "start r_CODE"."""
    await ann.opens(f"{telegram.link}?start=r_CODE")

    assert talk.texts == ["start r_CODE"]


async def test_a_tap_is_its_command_and_is_answered(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    """The spinner stops, and the event id is the tap's own."""
    talk.answers["menu"] = MENU
    [menu] = await ann.says("menu")
    [reply] = await ann.taps("Card")

    assert [[button.label for button in row] for row in menu.buttons] == [
        ["Points", "Card"],
        ["Shop"],
    ]
    assert reply.text == "You said card"
    assert talk.heard[-1].tap
    assert talk.heard[-1].event_id.startswith("tap:")
    assert len(ann.toasts) == 1


async def test_silence_still_answers_the_tap(bot: Telegram, ann: Person, talk: Talk) -> None:
    """None means no words, not a spinner without end."""
    talk.answers |= {"menu": MENU, "card": None}
    await ann.says("menu")

    assert await ann.taps("Card") == []
    assert len(ann.toasts) == 1


async def test_a_tap_that_replaces_edits_the_message(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    """Walking through a menu leaves one message behind."""
    talk.answers |= {"menu": MENU, "card": replace(MENU, text="Your card", replaces=True)}
    [menu] = await ann.says("menu")
    [edited] = await ann.taps("Card")

    assert (edited.id, edited.text, edited.edited) == (menu.id, "Your card", True)
    assert edited.buttons


async def test_the_same_tap_twice_is_no_second_message(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Telegram's "message is not modified" means that it is as wished."""
    talk.answers |= {"menu": MENU, "card": replace(MENU, replaces=True)}
    await ann.says("menu")

    assert await ann.taps("Card") == []
    assert len(telegram.calls_of("sendMessage")) == 1


async def test_a_picture_is_not_replaced_by_text(
    bot: Telegram, ann: Person, talk: Talk, picture: bytes
) -> None:
    """Only a text can be edited into another; else a new message says it."""
    talk.answers["menu"] = replace(MENU, picture=picture)
    talk.answers["card"] = Spoken(text="Your card", replaces=True)
    [menu] = await ann.says("menu")
    [reply] = await ann.taps("Card")

    assert (menu.photo, menu.caption) == (picture, "What now?")
    assert reply.id != menu.id
    assert not reply.edited


async def test_a_message_that_can_not_be_edited_is_sent_anew(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Nobody waits in vain because a message is gone."""
    talk.answers |= {"menu": MENU, "card": Spoken(text="Your card", replaces=True)}
    await ann.says("menu")
    telegram.fail_next("editMessageText", error400("message can't be edited"))
    [reply] = await ann.taps("Card")

    assert (reply.text, reply.edited) == ("Your card", False)


async def test_a_document_comes_with_its_words(bot: Telegram, ann: Person, talk: Talk) -> None:
    """One message with the file and the caption."""
    talk.answers["mydata"] = Spoken(
        text="All we know", document=Document(name="ann.json", content=b"{}")
    )
    [reply] = await ann.says("/mydata")

    assert reply.document is not None
    assert (reply.document.name, reply.document.content) == ("ann.json", b"{}")
    assert reply.caption == "All we know"


async def test_the_own_contact_proves_the_number(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Asked by a one-time button, kept as E.164, and the button goes away."""
    talk.answers["join"] = ASK
    [asked] = await ann.says("join")
    await ann.shares_contact(phone="380501234567")

    assert asked.button("Share").request_contact
    assert talk.heard[-1].phone == "+380501234567"
    assert not talk.heard[-1].foreign_contact
    assert telegram.calls_of("sendMessage")[-1].get("reply_markup") == {"remove_keyboard": True}


@pytest.mark.parametrize(
    "spoof",
    [
        {"user_id": None},
        {"user_id": 1002},
        {"forwarded": True},
        {"user_id": None, "from_card": True},
    ],
)
async def test_a_contact_that_proves_nothing_brings_no_number(
    bot: Telegram, ann: Person, talk: Talk, spoof: dict[str, Any]
) -> None:
    """Without a user id, with another's, or forwarded: it may be anybody's number."""
    await ann.shares_contact(phone="+380501234567", **spoof)

    assert talk.heard[-1].phone is None
    assert talk.heard[-1].foreign_contact


async def test_an_answer_with_buttons_still_takes_the_contact_button_away(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    """A message has one kind of keyboard, so a small one comes first."""
    talk.answers[""] = MENU
    small, menu = await ann.shares_contact(phone="+380501234567")

    assert not small.buttons
    assert menu.buttons


async def test_a_photo_or_file_is_answered_helpfully(
    bot: Telegram, ann: Person, talk: Talk, picture: bytes
) -> None:
    """It is a message without words, not nothing."""
    await ann.sends_photo(picture, caption="redeem coffee")
    await ann.sends_document("a.txt", b"text")

    assert talk.texts == ["", ""]


async def test_telegrams_own_notices_are_not_answered(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    """Pinning a message says nothing to the bot."""
    raw = private_message(ann, pinned_message={"message_id": 1, "date": 0, "chat": chat_of(ann)})
    await bot.feed(raw)

    assert talk.heard == []


async def test_an_edited_message_is_confirmed_and_ignored(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    """What was done is done."""
    raw = private_message(ann, text="redeem coffee")
    await bot.feed({"update_id": 1, "edited_message": raw["message"] | {"edit_date": 1}})

    assert (talk.heard, talk.buried) == ([], [])


async def test_in_a_group_only_commands_to_us_are_heard(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Chatter and other bots' commands are none of our business."""
    group = telegram.group(-500)
    for text in ["hello", "/points@other_bot", "/points", f"/card@{telegram.username.upper()} now"]:
        await ann.says_in_group(group, text)

    assert talk.texts == ["points", "card now"]
    assert not any(incoming.private for incoming in talk.heard)


async def test_a_group_gets_its_answer_in_the_group(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """The way to the private chat is a link button."""
    link = SpokenButton(label="Write me", url=telegram.link)
    talk.answers["points"] = Spoken(text="Not here", buttons=((link,),))
    [reply] = await ann.says_in_group(telegram.group(-500), "/points")

    assert (reply.text, reply.button("Write me").url) == ("Not here", telegram.link)


async def test_blocking_and_unblocking_is_told(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    """Nothing is sent to whoever shut the bot out, until they come back."""
    await ann.says("hi")
    await ann.blocks()
    await ann.unblocks()

    assert talk.reached == [("1001", False), ("1001", True)]


@pytest.mark.parametrize("name", ["<b>Ann</b> & Co", "Ann 👩‍👩‍👧", "\u202eآنا", "_Ann_ *[x](y)*"])
async def test_names_travel_as_they_are(
    bot: Telegram, telegram: TelegramStandIn, talk: Talk, name: str
) -> None:
    """Texts are plain: nothing in a name can break or format a message."""
    talk.answers["hi"] = Spoken(text=f"Hello {name}")
    [reply] = await telegram.person(77, first_name=name).says("hi")

    assert talk.heard[0].name == name
    assert reply.text == f"Hello {name}"


async def test_a_long_answer_arrives_whole(bot: Telegram, ann: Person, talk: Talk) -> None:
    """In several messages, in order."""
    lines = [f"line {number}" for number in range(900)]
    talk.answers["history"] = Spoken(text="\n".join(lines))
    replies = await ann.says("history")

    assert len(replies) > 1
    assert "\n".join(reply.text for reply in replies).split("\n") == lines


def error400(description: str) -> Failure:
    return Failure.error(400, f"Bad Request: {description}")


def chat_of(person: Person) -> dict[str, Any]:
    return {"id": person.id, "type": "private", "first_name": person.name}


def private_message(person: Person, **content: Any) -> dict[str, Any]:
    message = {"message_id": 5, "date": 0, "from": person.raw, "chat": chat_of(person)}
    return {"update_id": 1, "message": message | content}
