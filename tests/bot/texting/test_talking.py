"""The customer's story by text message, from JOIN to STOP, on both engines."""

import asyncio
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256

import pytest

from bot.sms_letters import is_gsm, parts_of
from core.model import Channel, Purpose, Status
from core.tables import chats, fingerprints, outbox_views, sms, vouchers
from core.tables.sms import Heard, Told
from core.transaction import Transaction
from tests.bot.texting.conftest import NUMBER, TEXTS, Cafe
from tests.bot.web.conftest import PROGRAM

NOON, LONG_AGO = datetime(2026, 3, 10, 12, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}\b")


async def test_join_makes_a_member_of_the_number_that_texts(cafe: Cafe) -> None:
    [welcome] = await cafe.phone().texts("JOIN")

    member = await cafe.about()
    assert member
    assert (member.balance, member.phone, member.status) == (50, NUMBER, Status.ACTIVE)
    assert "50 points" in welcome
    assert cafe.sentence("consent-texting-service") in welcome
    assert await cafe.agreed() == {"transactional": True}


async def test_offers_are_agreed_to_by_their_number(cafe: Cafe) -> None:
    phone = cafe.phone()
    [welcome] = await phone.texts("Join")
    place = re.search(r"(\d)\. " + TEXTS.label("en", "button-offers-yes"), welcome)
    assert place, welcome
    await phone.texts(place[1])

    assert await cafe.agreed() == {"transactional": True, "marketing": True}
    proof = {one.purpose: one.wording for one in await cafe.said()}
    assert proof[Purpose.MARKETING] == TEXTS.version("en", "consent-texting-offers")


async def test_the_words_of_the_contract_are_answered(cafe: Cafe) -> None:
    phone = await cafe.member()
    not_understood = cafe.sentence("not-understood")
    for word in (
        *("JOIN", "POINTS", "CARD", "HISTORY", "REWARDS", "REDEEM", "UNDO", "VOUCHERS", "REFER"),
        *("RULES", "TIER", "LANGUAGE", "BIRTHDAY", "PAUSE", "RESUME", "MENU", "LEAVE", "JOIN"),
    ):
        [answer] = await phone.texts(word)

        assert answer, word
        assert not_understood not in answer, word
        assert is_gsm(answer) or word == "LANGUAGE", answer
        assert parts_of(answer) <= cafe.acts.program.sms.answer_parts, word


async def test_points_and_card_fit_two_parts(cafe: Cafe) -> None:
    phone = await cafe.member()
    member = await cafe.about()
    assert member
    [points], [card] = await phone.texts("points"), await phone.texts("card")

    assert "50 points" in points
    assert member.card in card.replace(" ", "")
    assert max(parts_of(points), parts_of(card)) <= 2


async def test_redeem_by_number_by_place_and_by_name_gives_a_code(cafe: Cafe) -> None:
    phone = await cafe.member()
    rewards = "".join(await phone.texts("REWARDS"))
    assert "Tap" not in rewards
    assert "answer with its number:\n1. Free coffee" in rewards
    assert rewards.count("Free coffee") == 1  # every sign is paid for
    [by_place] = await phone.texts("redeem 1")
    [by_name] = await phone.texts("redeem coffee")

    codes = {*CODE.findall(by_place), *CODE.findall(by_name)}
    member = await cafe.about()
    assert member
    assert len(codes) == 2
    assert member.balance == 10
    kept = await cafe.database.read(lambda tx: vouchers.of_member(tx, member.id, limit=9))
    assert {one.code for one in kept} == codes


async def test_a_message_delivered_again_changes_nothing_and_is_answered_the_same(
    cafe: Cafe,
) -> None:
    phone = await cafe.member()
    await phone.texts("REWARDS")
    first = await phone.texts("1", MessageSid="SM1")
    await phone.texts("points")
    again = await phone.texts("1", MessageSid="SM1")

    member = await cafe.about()
    assert member
    assert (again, member.balance) == (first, 30)


async def test_one_message_at_five_doors_at_once_is_one(cafe: Cafe) -> None:
    phone = await cafe.member()
    form = {"From": NUMBER, "To": cafe.twilio.number, "Body": "redeem coffee", "MessageSid": "SM1"}
    url = f"{cafe.url}/webhooks/twilio/sms"
    answers = await asyncio.gather(*[cafe.twilio.posts(url, form) for _ in range(5)])
    others = [{**form, "MessageSid": f"SM{number}", "Body": "nonsense"} for number in range(2, 7)]
    await asyncio.gather(*[cafe.twilio.posts(url, other) for other in others])

    member = await cafe.about()
    assert member
    assert (len(set(answers)), member.balance) == (1, 30)
    assert phone.received[-1]


async def test_a_late_repeat_of_pause_does_not_undo_resume(cafe: Cafe) -> None:
    phone = await cafe.member()
    await phone.texts("PAUSE", MessageSid="SM1")
    await phone.texts("RESUME")
    await phone.texts("PAUSE", MessageSid="SM1")

    member = await cafe.about()
    assert member
    assert member.status is Status.ACTIVE


async def test_numbers_mean_what_stood_beside_them_last(cafe: Cafe) -> None:
    phone = await cafe.member()
    [menu] = await phone.texts("what is this")
    place = re.search(r"(\d)\. " + "My points", menu)
    assert place, menu
    assert "50 points" in (await phone.texts(f" {place[1]}. "))[0]
    assert cafe.sentence("not-understood") in (await phone.texts("77"))[0]


async def test_menu_is_help_and_help_is_the_carriers(cafe: Cafe) -> None:
    phone = await cafe.member()
    [menu] = await phone.texts("MENU")
    assert "REWARDS" in menu
    [carrier] = await phone.texts("HELP")
    assert carrier.startswith("Reply STOP")


async def test_a_question_waits_for_its_answer(cafe: Cafe) -> None:
    phone = await cafe.member()
    await phone.texts("BIRTHDAY")
    await phone.texts("24 December")

    member = await cafe.about()
    assert member
    assert member.birthday
    assert (member.birthday.day, member.birthday.month) == (24, 12)


async def test_what_is_too_long_goes_on_when_asked(cafe: Cafe) -> None:
    phone = await cafe.member()
    [answer] = await phone.texts("PRIVACY")
    read = [answer]
    while answer.splitlines()[-1].endswith(TEXTS.label("en", "button-more")):
        [answer] = await phone.texts("1")
        read.append(answer)

    assert len(read) <= 4
    words = " ".join(" ".join(read).replace("...", "").split())
    for key in ("privacy-rights", "privacy-fingerprint"):
        assert cafe.sentence(key)[-30:] in words


async def test_a_file_is_not_sent_by_text(cafe: Cafe) -> None:
    phone = await cafe.member()

    assert cafe.sentence("texting-no-file") in (await phone.texts("mydata"))[0]


async def test_the_number_a_member_has_is_theirs_here_too(cafe: Cafe) -> None:
    member = await cafe.enrolled(chat="1001")
    phone = cafe.phone()
    [points] = await phone.texts("POINTS")
    [again] = await phone.texts("JOIN")

    ways = await cafe.database.read(lambda tx: chats.of_member(tx, member.id))
    assert "50 points" in points
    assert {(one.channel, one.address) for one in ways} == {
        (Channel.TELEGRAM, "1001"),
        (Channel.SMS, NUMBER),
    }
    assert cafe.sentence("consent-texting-service") in again
    assert await cafe.agreed() == {"transactional": True}


async def test_who_has_a_telegram_chat_is_told_there_once_that_their_number_texts(
    cafe: Cafe,
) -> None:
    member = await cafe.enrolled(chat="1001")
    for _ in range(2):
        await cafe.phone().texts("POINTS")
    await cafe.member("+40721000002")

    told = await cafe.database.read(lambda tx: outbox_views.of_member(tx, member.id))
    other = await cafe.about("+40721000002")
    assert other
    assert [(one.message.key, one.message.channels) for one in told] == [
        ("texting-linked", (Channel.TELEGRAM,))
    ]
    assert await cafe.database.read(lambda tx: outbox_views.of_member(tx, other.id)) == []


@pytest.mark.parametrize("program", [PROGRAM + "[sms]\ntransliterate = true\n"])
async def test_a_program_may_write_in_latin_letters(cafe: Cafe) -> None:
    phone = cafe.phone("+380501234567")
    [welcome] = await phone.texts("JOIN", FromCountry="UA")
    [points] = await phone.texts("бали", FromCountry="UA")

    assert is_gsm(welcome)
    assert "50 baliv" in points
    assert "Vynahorody" in points, "the whole message is of one language"
    assert parts_of(points) <= 2


async def test_a_guest_is_told_how_to_join(cafe: Cafe) -> None:
    [answer] = await cafe.phone().texts("points")

    assert TEXTS.label("en", "button-join") in answer
    assert await cafe.about() is None


async def test_the_country_of_a_number_guesses_the_language(cafe: Cafe) -> None:
    [answer] = await cafe.phone("+380501234567").texts("JOIN", FromCountry="UA")

    assert cafe.sentence("consent-texting-service", "uk").split(".")[0] in answer
    assert parts_of(answer) <= cafe.acts.program.sms.answer_parts


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_who_has_no_number_is_not_answered(cafe: Cafe) -> None:
    for sender in ("12345", "ACME", "", "whatsapp:+40721000001"):
        assert await cafe.twilio.hears(sender, "JOIN") == [], sender


async def test_an_endless_talk_ends(cafe: Cafe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.sms_hearing.ANSWERS_MAX", 3)
    phone = await cafe.member()
    answers = [await phone.texts("points") for _ in range(4)]

    assert [len(one) for one in answers] == [1, 1, 0, 0]
    await phone.texts("STOP")
    assert (await cafe.agreed())["transactional"] is False


async def test_forgetting_leaves_nothing_of_the_number(cafe: Cafe) -> None:
    phone = await cafe.member()
    await phone.texts("POINTS", MessageSid="SM1")
    await phone.texts("FORGET")
    await phone.texts("1")

    assert await cafe.about() is None
    assert await cafe.database.read(lambda tx: sms.find(tx, "SM1")) is None
    assert (
        await cafe.database.read(lambda tx: chats.find(tx, Channel.SMS, NUMBER).member_id) is None
    )


async def test_no_digest_that_is_as_good_as_the_number_is_kept(cafe: Cafe) -> None:
    phone = await cafe.member()
    await phone.texts("POINTS")
    await cafe.do(lambda tx: sms.told(tx, Told(sid="S", status="sent", address=NUMBER), now=NOON))
    plain = sha256(f"sms:{NUMBER}".encode()).hexdigest()

    def kept(tx: Transaction) -> set[str]:
        rows = tx.rows("SELECT sender FROM sms_heard UNION ALL SELECT receiver FROM sms_told")
        return {row[0] for row in rows}

    [keyed] = await cafe.database.read(kept)
    assert keyed != plain


async def test_what_older_versions_kept_of_numbers_is_keyed_and_found(cafe: Cafe) -> None:
    plain = sha256(f"sms:{NUMBER}".encode()).hexdigest()

    def work(tx: Transaction) -> int:
        tx.rows("INSERT INTO sms_heard VALUES (:who, 1, 'SM1', 5, 'Hello', '{}')", who=plain)
        tx.rows("INSERT INTO sms_told VALUES ('SM2', 'failed', '', :who, '30005', 5)", who=plain)
        fingerprints.rekey_texting(tx)
        assert sms.newest(tx, NUMBER) == Heard(reply="Hello")
        return sms.failed_since(tx, NUMBER, ["30005"], LONG_AGO)

    assert await cafe.do(work) == 1


# STOP, START, HELP


WORDS_THAT_STOP = (
    "STOP", "stop ", "StopAll", "UNSUBSCRIBE", "cancel", "END", "quit", "REVOKE", "optout",
)  # fmt: skip
OWN_WORDS_THAT_STOP = (
    "please stop sending me this", "Stop texting me!!", "STOP.", "don’t text me again",
    "unsubscribe me please", "Стоп", "Не пишіть мені більше", "nie piszcie do mnie",
    "nu mai trimiteți", "хватит писать", "leave me alone", "STOP please", "Відпишіть!", "Хватит.",
    "Koniec", "Opriți", "oprește", "wypisz",
)  # fmt: skip
OTHER_WORDS = (
    "the coffee was great", "don't stop sending offers", "bus stop", "stopping by soon",
    "to już koniec kawy", "кави досить", "stop by",
)  # fmt: skip


def each(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of them, and the number that texts it."""
    return ((one, f"+407210000{place:02}") for place, one in enumerate(words, 1))


async def test_each_word_of_the_carriers_takes_every_consent_back(cafe: Cafe) -> None:
    for word, number in each(WORDS_THAT_STOP):
        phone = await cafe.member(number)
        answers = await phone.texts(word)

        assert await cafe.agreed(number) == {"transactional": False, "marketing": False}, word
        proof = (await cafe.said(number))[-1]
        assert (proof.source, proof.wording) == ("stop", word.strip())
        assert len(answers) == 1, f"the carrier's answer to {word} is the only one"
        known = await cafe.database.read(partial(chats.find, channel=Channel.SMS, address=number))
        assert known.blocked_at, word


async def test_start_gives_back_what_stop_took_and_nothing_more(cafe: Cafe) -> None:
    for word, number in each(("START", "unstop", "Yes")):
        phone = await cafe.member(number)
        await phone.texts("STOP")
        await phone.texts(word)

        assert await cafe.agreed(number) == {"transactional": True, "marketing": False}, word
        assert (await cafe.said(number))[-1].source == "start", word
        await phone.texts("POINTS")
        assert "50 points" in phone.received[-1], word


async def test_the_carriers_words_are_never_ours(cafe: Cafe) -> None:
    words = ("START", "YES", "CANCEL", "END", "QUIT", "INFO", "HELP", "STOP")
    for word, number in each(words):
        answers = await cafe.phone(number).texts(word)

        assert len(answers) <= 1, word
        assert not any("Corner" in one for one in answers), word
        assert await cafe.about(number) is None, word


async def test_stop_in_ones_own_words_counts_and_is_confirmed_once(cafe: Cafe) -> None:
    stopped = cafe.sentence("texting-stopped", program="Corner Café")
    for words, number in each(OWN_WORDS_THAT_STOP):
        phone = await cafe.member(number)

        assert await phone.texts(words) == [stopped], words
        assert await cafe.agreed(number) == {"transactional": False, "marketing": False}, words


async def test_not_every_stop_is_one(cafe: Cafe) -> None:
    for words, number in each(OTHER_WORDS):
        phone = await cafe.member(number)
        await phone.texts(words)

        assert await cafe.agreed(number) == {"transactional": True}, words


async def test_opt_out_type_counts_whatever_the_words_are_and_is_not_answered(cafe: Cafe) -> None:
    phone = await cafe.member()
    assert await phone.texts("adios", OptOutType="STOP") == []
    assert (await cafe.agreed())["transactional"] is False
    assert await phone.texts("hola", OptOutType="START") == []
    assert (await cafe.agreed())["transactional"] is True
    assert await phone.texts("ayuda", OptOutType="HELP") == []


async def test_on_a_short_code_we_answer_ourselves(cafe: Cafe) -> None:
    await cafe.member()
    fields = {"From": NUMBER, "To": "12345"}
    said = {}
    for number, word in enumerate(("HELP", "START", "STOP")):
        form = {**fields, "MessageSid": f"SM{number}", "Body": word}
        _, said[word] = await cafe.twilio.posts(f"{cafe.url}/webhooks/twilio/sms", form)

    assert "MENU" in said["HELP"]
    assert "START" in said["STOP"]
    assert "STOP" in said["START"]


@pytest.mark.parametrize("chat", ["", "4242"])
async def test_by_sms_telegram_is_not_here_and_is_only_told_of_who_has_it(
    cafe: Cafe, chat: str
) -> None:
    if chat:
        await cafe.enrolled(chat=chat)
        phone = cafe.phone()
    else:
        phone = await cafe.member()
    shown = "".join(await phone.texts("NOTIFICATIONS"))

    assert ", here" not in shown
    assert ("in Telegram" in shown) is bool(chat)
    assert "Offers, by SMS" in shown
