"""The letters of text messages and the parts they are paid by."""

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.sms_text import CHARACTERS_MAX, CUT, write
from bot.conversation.messages import Spoken, SpokenButton
from bot.conversation.texts import Texts
from bot.sms_letters import (
    BASIC,
    EXTENDED,
    is_gsm,
    is_ukrainian,
    parts_of,
    plain,
    transliterated,
)
from core.program.values import LANGUAGES

GSM = st.text(st.sampled_from(sorted(BASIC | EXTENDED)), max_size=700)
ANY = st.text(st.characters(codec="utf-8"), max_size=500)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 152, 3),  # the pair is not split: each part loses a place
        ("я" * 70, 1),
        ("я" * 71, 2),
        ("я" * 134, 2),
        ("я" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("я" * 66 + "😀" + "я" * 66, 3),
        ("a" * 70 + "ł", 2),
        ("a" * 160 + "’", 3),
    ],
)
def test_parts_are_counted_as_they_are_paid(text: str, parts: int) -> None:
    assert parts_of(text) == parts


@given(GSM)
def test_parts_of_gsm_hold_153_places_and_no_pair_is_split(text: str) -> None:
    places = [2 if sign in EXTENDED else 1 for sign in text]
    total, parts = sum(places), parts_of(text)

    if total <= 160:
        assert parts == 1
    else:
        assert (total + 152) // 153 <= parts <= (total + 151) // 152


@given(ANY)
def test_any_other_sign_makes_it_all_ucs2(text: str) -> None:
    units = len((text + "я").encode("utf-16-le")) // 2

    if units <= 70:
        assert parts_of(text + "я") == 1
    else:
        assert (units + 66) // 67 <= parts_of(text + "я") <= (units + 65) // 66


@given(ANY)
def test_longer_is_never_cheaper(text: str) -> None:
    assert parts_of(text[: len(text) // 2]) <= parts_of(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("⭐ You have: 50 points.", "You have: 50 points."),
        ("“Coffee” – 1\u00a0234 €…", '"Coffee" - 1 234 €...'),
        ("👋 Ann\n    Welcome!", "Ann\nWelcome!"),
        ("✅ Offers\n⬜ Points", "[x] Offers\n[ ] Points"),
        ("#1 · 5 March · +12", "#1 - 5 March - +12"),
        ("100 → 5.00", "100 -> 5.00"),
        ("Привіт’", "Привіт'"),
        ("👨‍👩‍👧 family ❤️", "family"),
    ],
)
def test_decoration_is_left_out(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Щастя, Юрій їде до Згурівки", "Shchastia, Yurii yide do Zghurivky"),
        ("Ёлка, объезд, щука, съел", "Yolka, obezd, shchuka, sel"),
        ("ЩЕ ТВОЇ БАЛИ", "SHCHE TVOI BALY"),
        ("Zażółć gęślą jaźń, Łódź", "Zazolc gesla jazn, Lodz"),
        ("Ștergeți țara în ă", "Stergeti tara in a"),
        ("Café é ñ €", "Café é ñ €"),
    ],
)
def test_letters_are_written_in_latin_ones(text: str, shown: str) -> None:
    assert transliterated(text, ukrainian=is_ukrainian(text)) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_ours_can_be_written_in_gsm(language: str) -> None:
    texts = Texts.load()
    for key in ("not-understood", "consent-texting-service", "privacy-rights", "join-next"):
        written = transliterated(plain(texts.label(language, key)), ukrainian=language == "uk")
        assert is_gsm(written), key


# What is shown of an answer


def button(label: str, command: str) -> tuple[SpokenButton, ...]:
    """A row of one."""
    return (SpokenButton(label=label, command=command),)


@given(
    ANY,
    st.lists(st.tuples(st.text("abя ", max_size=30), st.sampled_from(["a", "a b"])), max_size=8),
    st.integers(1, 4), st.booleans(), st.sampled_from(["", "More"]),
)  # fmt: skip
@example(
    "00", [("я" + "a" * 58, "a b")], 1, False, ""
)  # one sign fits, and where it is cut no more
def test_no_message_has_more_parts_than_allowed(
    text: str, labels: list[tuple[str, str]], parts: int, transliterate: bool, more: str
) -> None:
    buttons = tuple(button(label, command) for label, command in labels)
    spoken = Spoken(text=text, buttons=buttons, ending="STOP")
    written = write(spoken, parts=parts, transliterate=transliterate, more=more)

    assert written.parts <= parts
    assert len(written.text) <= CHARACTERS_MAX
    assert written.text.endswith("STOP")
    assert bool(written.rest) <= bool(more)


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_what_goes_on_tells_everything_in_the_end(parts: int) -> None:
    random = Random(1)
    words = ["".join(random.choices("abcdefgh", k=random.randint(1, 9))) for _ in range(300)]
    rest, read = " ".join(words), ""
    while rest:
        written = write(Spoken(text=rest), parts=parts, more="More")
        page, rest = written.text, written.rest
        read += " " + page.removesuffix("\n1. More").removesuffix(CUT)

    assert read.split() == words


def test_mere_words_make_room_before_the_text_and_acts_do_not() -> None:
    spoken = Spoken(
        text="x" * 140,
        buttons=(button("Redeem coffee", "redeem coffee ~1"), button("Menu and more", "help")),
    )
    written = write(spoken, parts=1)

    assert [command for _, command in written.choices] == ["redeem coffee ~1"]
    assert "x" * 140 in written.text


def test_a_cut_comes_after_a_line_or_a_sentence_or_a_word() -> None:
    lines = "\n".join("line of some words" for _ in range(30))
    assert write(Spoken(text=lines), parts=1).text.endswith("words" + CUT)
    sentences = "It is a sentence of words. " * 30
    assert write(Spoken(text=sentences), parts=1).text.endswith("." + CUT)


def test_links_are_shown_but_not_those_that_share_in_telegram() -> None:
    buttons = (
        (SpokenButton(label="To your cart", url="https://shop.example/c/1"),),
        (SpokenButton(label="Share", url="https://t.me/share/url?url=x"),),
        (SpokenButton(label="My number", asks_contact=True),),
        button("Points", "points"),
    )
    assert write(Spoken(text="Hi", buttons=buttons), parts=2).text == (
        "Hi\nhttps://shop.example/c/1\n1. Points"
    )


def test_a_code_stands_once() -> None:
    assert write(Spoken(text="Card 1234 5678", code="12345678"), parts=2).text == "Card 1234 5678"
    assert write(Spoken(text="Card", code="12345678"), parts=2).text == "Card\n12345678"
