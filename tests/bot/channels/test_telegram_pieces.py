"""How an answer becomes Telegram messages."""

import pytest

from bot.channels.telegram.errors import scrubbed
from bot.channels.telegram.hearing import Person as Sender
from bot.channels.telegram.hearing import heard, tapped
from bot.channels.telegram.speaking import Piece, pieces, split, units
from bot.conversation.messages import Document, Spoken, SpokenButton
from tests.bot.channels.talk import MENU

ANN = Sender(id=1001, name="Ann", language=None)
ASK = SpokenButton(label="Share my number", asks_contact=True)


def test_a_long_text_is_cut_at_line_ends() -> None:
    """Every part fits and no line is torn."""
    lines = [f"line {number} of many" for number in range(1000)]
    parts = split("\n".join(lines))

    assert [line for part in parts for line in part.split("\n")] == lines
    assert all(units(part) <= 4096 for part in parts)


def test_the_length_is_counted_in_utf_16_units() -> None:
    """An emoji counts twice and is never torn."""
    parts = split("😀" * 5000)

    assert [len(part) for part in parts] == [2048, 2048, 904]


def test_a_long_line_is_cut_at_a_space() -> None:
    """Words stay whole where there are any."""
    assert split("aaaa bbbb cccc", 10) == ["aaaa bbbb", "cccc"]


def test_a_text_of_blanks_is_no_message() -> None:
    """Telegram would refuse it."""
    assert pieces(Spoken(text=" \n ")) == []


def test_buttons_hang_on_the_last_piece() -> None:
    """A person sees them below the end of the text."""
    first, last = pieces(Spoken(text="a" * 4096 + "\nb", buttons=MENU.buttons))

    assert (first.keyboard.rows, last.keyboard.rows) == ((), MENU.buttons)


def test_a_long_caption_follows_its_picture() -> None:
    """A caption holds 1024 units; longer words come after the picture, with the buttons."""
    first, last = pieces(Spoken(text="a" * 1025, picture=b"PNG", buttons=MENU.buttons))

    assert first == Piece(photo=b"PNG")
    assert (last.text, last.keyboard.rows) == ("a" * 1025, MENU.buttons)


def test_a_caption_that_fits_stays_with_the_picture_or_document() -> None:
    """One message is better than two."""
    document = Document(name="data.json", content=b"{}")

    assert pieces(Spoken(text="Yours", picture=b"PNG")) == [Piece("Yours", photo=b"PNG")]
    assert pieces(Spoken(text="Yours", document=document)) == [Piece("Yours", document=document)]


def test_the_question_for_the_number_and_other_buttons_are_two_messages() -> None:
    """Telegram takes one kind of keyboard per message."""
    first, second = pieces(Spoken(text="Number?", buttons=((ASK,), *MENU.buttons)))

    assert (first.text, first.keyboard.rows) == ("Number?", MENU.buttons)
    assert second.keyboard.contact == "Share my number"


def test_a_prefix_goes_on_commands_only() -> None:
    """Links stay what they are."""
    [piece] = pieces(MENU, prefix="club_")

    buttons = [button for row in piece.keyboard.rows for button in row]
    assert [button.command for button in buttons] == ["club_points", "club_card", ""]


def test_a_button_too_long_for_its_prefix_is_left_out() -> None:
    """64 bytes are the limit; the rest of the answer goes out."""
    long = SpokenButton(label="Long", command="c" * 60)
    [piece] = pieces(Spoken(text="Hi", buttons=((long,), *MENU.buttons)), prefix="club_")

    assert len(piece.keyboard.rows) == 2


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/points", "points"),
        ("/points@our_bot", "points"),
        ("/redeem@our_bot  coffee", "redeem coffee"),
        ("/start r_CODE", "start r_CODE"),
        ("/redeem\ncoffee", "redeem coffee"),
        ("points", "points"),
        ("/", ""),
        ("/points, please", "points, please"),
        ("/бали", "бали"),
    ],
)
def test_a_command_is_its_words(typed: str, text: str) -> None:
    """The slash and the bot's own name are Telegram's, not the conversation's."""
    incoming = heard(
        person=ANN, chat_id=7, message_id=8, private=True, text=typed, username="our_bot"
    )

    assert incoming is not None
    assert (incoming.text, incoming.event_id) == (text, "7:8")


def test_a_host_keeps_what_has_no_prefix() -> None:
    """Mounted with a prefix, only prefixed commands, payloads and buttons are ours."""
    typed = ["/points", "/club_points 5", "/start x", "/start club_r_CODE", "/club_start", "hello"]
    said = [
        heard(person=ANN, chat_id=7, message_id=8, private=True, text=text, prefix="club_")
        for text in typed
    ]

    assert [one and one.text for one in said] == [
        None,
        "points 5",
        None,
        "start r_CODE",
        "start",
        None,
    ]
    assert tapped(person=ANN, query_id="1", data="buy", private=True, prefix="club_") is None


def test_reasons_in_logs_carry_no_token() -> None:
    """A URL in a library's error has the token in it."""
    assert "AAE-x_y" not in scrubbed("POST https://api.telegram.org/bot42:AAE-x_y/sendMessage")
