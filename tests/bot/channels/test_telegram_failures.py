"""What both Telegram adapters do when Telegram, the database or an update fails them."""

import logging

import pytest

from bot.channels.telegram.bot import Telegram
from bot.channels.telegram.errors import TokenRefused
from bot.conversation.messages import Spoken, SpokenButton
from bot.ports import DatabaseUnavailable, TryLater, Undeliverable, WorldError
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.conftest import AnyLibrary
from tests.bot.channels.talk import MENU, Talk

HI = Spoken(text="hi")
NOT_SENT = [Failure.flood(1), Failure.server_error(), Failure.bad_gateway()]
NOT_SENT_IDS = ["429", "500", "502-html"]


@pytest.mark.parametrize("failure", NOT_SENT, ids=NOT_SENT_IDS)
async def test_an_answer_that_was_not_sent_is_sent_again(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk, failure: Failure
) -> None:
    """Ann asked and waits; the conversation is not asked twice."""
    telegram.fail_next("sendMessage", failure)
    [reply] = await ann.says("points")

    assert reply.text == "You said points"
    assert talk.texts == ["points"]


async def test_a_long_flood_wait_is_not_waited_for(
    bot: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """The update is confirmed; its effects are committed, only the words are lost."""
    telegram.fail_next("sendMessage", Failure.flood(60))

    assert await ann.says("points") == []
    assert len(telegram.calls_of("sendMessage")) == 1


async def test_an_answer_gives_up_after_a_few_tries(
    bot: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """Telegram's outage must not hold the person's next messages."""
    telegram.fail_next("sendMessage", Failure.server_error(), times=100)

    assert await ann.says("points", timeout_s=15) == []
    assert len(telegram.calls_of("sendMessage")) == 4


@pytest.mark.parametrize("failure", [Failure.hang(accepted=True), Failure.drop(accepted=True)])
async def test_what_was_perhaps_sent_is_not_sent_again(
    bot: Telegram,
    telegram: TelegramStandIn,
    ann: Person,
    failure: Failure,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Without an idempotency key a second try could say it twice. One line tells of it."""
    telegram.fail_next("sendMessage", failure)
    await ann.says("points")

    assert len(telegram.calls_of("sendMessage")) == 1
    assert len([line for line in caplog.messages if "perhaps" in line]) == 1


@pytest.mark.parametrize("failure", [Failure.blocked(), Failure.chat_not_found()])
async def test_an_answer_to_whoever_blocked_us_marks_them(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk, failure: Failure
) -> None:
    """Nothing will be pushed there until they come back."""
    telegram.fail_next("sendMessage", failure)
    await ann.says("points")

    assert talk.reached == [("1001", False)]


async def test_a_group_that_throws_us_out_says_nothing_about_the_person(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Ann's own chat is another one."""
    group = telegram.group(-500)
    telegram.fail_next("sendMessage", Failure.error(403, "Forbidden: bot was kicked"))
    await ann.says_in_group(group, "/points")

    assert talk.reached == []


async def test_a_migrated_group_gets_its_answer_at_its_new_id(
    bot: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """A group that became a supergroup has another id."""
    group, new = telegram.group(-500), telegram.group(-100500)
    telegram.fail_next("sendMessage", Failure.migrated(new), chat_id=group)
    await ann.says_in_group(group, "/points")

    assert [message.text for message in telegram.messages_in(new)] == ["You said points"]


async def test_a_refused_button_does_not_cost_the_words(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Telegram takes no link to localhost; the text goes out without."""
    telegram.fail_next("sendMessage", Failure.error(400, "Bad Request: BUTTON_URL_INVALID"))
    talk.answers["menu"] = MENU
    [reply] = await ann.says("menu")

    assert (reply.text, reply.buttons) == ("What now?", ())


async def test_a_tap_too_old_to_be_answered_still_gets_its_words(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Its spinner has long stopped."""
    talk.answers["menu"] = MENU
    await ann.says("menu")
    telegram.fail_next(
        "answerCallbackQuery",
        Failure.error(400, "Bad Request: query is too old and response timeout expired"),
    )
    [reply] = await ann.taps("Card")

    assert reply.text == "You said card"


async def test_a_tap_is_answered_although_its_words_can_not_be_sent(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Spinner and words go out side by side."""
    talk.answers["menu"] = MENU
    await ann.says("menu")
    telegram.fail_next("sendMessage", Failure.flood(60))
    await ann.taps("Card")

    assert len(ann.toasts) == 1


async def test_an_unavailable_database_leaves_the_update_unconfirmed(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    """It comes again until it is committed, and is answered once."""
    talk.outages = 1
    replies = await ann.says("points", timeout_s=15)

    assert [reply.text for reply in replies] == ["You said points"]


async def test_a_tap_stops_spinning_although_the_database_is_away(
    adapter: Telegram, telegram: TelegramStandIn, talk: Talk, ann: Person
) -> None:
    """feed raises, so the tap comes again; the spinner need not wait for it."""
    talk.outages = 1
    user = ann.raw
    query = {"id": "9", "from": user, "chat_instance": "1", "data": "card"}
    with pytest.raises(WorldError):
        await adapter.feed({"update_id": 1, "callback_query": query})

    assert len(telegram.calls_of("answerCallbackQuery")) == 1


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 7, "message": "no message"},
        {"update_id": 7, "message": {"message_id": 1}},
        {"update_id": 7, "callback_query": {"id": "1"}},
        {"message": {"text": "no update id"}},
    ],
)
async def test_an_unreadable_update_is_buried_and_confirmed(
    adapter: Telegram, talk: Talk, raw: dict[str, object]
) -> None:
    """One poison update must not block a person's queue for a day."""
    await adapter.feed(raw)

    [(event_id, body)] = talk.buried
    assert event_id == f"update:{raw.get('update_id')}"
    assert "update_id" in body or "message" in body


async def test_an_update_that_cant_even_be_buried_is_confirmed(
    adapter: Telegram, talk: Talk
) -> None:
    """Else polling would end with it."""
    talk.burial = UnicodeEncodeError("utf-8", "\ud800", 0, 1, "a surrogate")

    await adapter.feed({"update_id": 7, "message": "no message"})


async def test_an_update_that_cant_be_buried_now_comes_again(adapter: Telegram, talk: Talk) -> None:
    talk.burial = DatabaseUnavailable()

    with pytest.raises(WorldError):
        await adapter.feed({"update_id": 7, "message": "no message"})


async def test_a_bug_in_the_conversation_is_buried_and_confirmed(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    """The next message is served."""
    talk.answers["points"] = ZeroDivisionError()
    await ann.says("points")
    [reply] = await ann.says("card")

    assert len(talk.buried) == 1
    assert reply.text == "You said card"


@pytest.mark.parametrize("raw", [{}, {"update_id": 1}, {"update_id": 1, "poll": {}}])
async def test_updates_nobody_asked_for_are_confirmed(
    adapter: Telegram, talk: Talk, raw: dict[str, object]
) -> None:
    """Neither handled nor buried."""
    await adapter.feed(raw)

    assert (talk.heard, talk.buried) == ([], [])


async def test_logs_hold_no_token_text_or_number(
    bot: Telegram,
    telegram: TelegramStandIn,
    ann: Person,
    talk: Talk,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever goes wrong, at the finest level."""
    caplog.set_level(logging.DEBUG)
    for failure in [Failure.blocked(), Failure.flood(60), Failure.drop(), Failure.bad_gateway()]:
        telegram.fail_next("sendMessage", failure)
        await ann.says("my secret wish")
    talk.answers[""] = ZeroDivisionError()
    await ann.shares_contact(phone="+380501234567")

    told = caplog.text
    assert told
    assert not [word for word in (telegram.token, "secret", "38050") if word in told]


async def test_a_push_is_sent(bot: Telegram, ann: Person) -> None:
    """To an address, with buttons."""
    await ann.says("hi")
    await bot.send("1001", MENU)
    [pushed] = await ann.hears()

    assert pushed.text == "What now?"
    assert pushed.button("Shop").url == "https://cafe.example"


@pytest.mark.parametrize("failure", [Failure.blocked(), Failure.chat_not_found()])
async def test_a_push_to_nobody_is_undeliverable(
    adapter: Telegram, telegram: TelegramStandIn, failure: Failure
) -> None:
    """The outbox stops writing there."""
    telegram.fail_next("sendMessage", failure)
    with pytest.raises(Undeliverable) as caught:
        await adapter.send("1001", HI)

    assert caught.value.gone


@pytest.mark.parametrize(
    ("failure", "after_s", "maybe_sent"),
    [
        (Failure.flood(7), 7, False),
        (Failure.server_error(), 0, False),
        (Failure.bad_gateway(), 0, False),
        (Failure.drop(), 0, True),
    ],
)
async def test_a_push_that_fails_says_when_to_try_again(
    adapter: Telegram, telegram: TelegramStandIn, failure: Failure, after_s: int, maybe_sent: bool
) -> None:
    """Once: the outbox keeps the pace, and must know what was perhaps sent."""
    telegram.fail_next("sendMessage", failure)
    with pytest.raises(TryLater) as caught:
        await adapter.send("1001", HI)

    assert (caught.value.after_s, caught.value.maybe_sent) == (after_s, maybe_sent)
    assert len(telegram.calls_of("sendMessage")) == 1


async def test_a_push_half_sent_is_not_sent_again(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person, picture: bytes
) -> None:
    """The second piece failed: repeating would say the first twice."""
    ann.send_only("hi")
    telegram.fail_next("sendMessage", Failure.flood(60))
    with pytest.raises(TryLater) as caught:
        await adapter.send("1001", Spoken(text="a" * 1025, picture=picture))

    assert len(telegram.calls_of("sendPhoto")) == 1
    assert caught.value.maybe_sent


async def test_nothing_to_say_is_undeliverable_without_blaming_the_address(
    adapter: Telegram,
) -> None:
    """An empty text is our mistake, not the person's."""
    with pytest.raises(Undeliverable) as caught:
        await adapter.send("1001", Spoken(text=""))

    assert not caught.value.gone


async def test_nobody_there_means_try_later(library: AnyLibrary) -> None:
    """A refused connection was certainly not sent."""
    other = library(token="42:T", api_url="http://127.0.0.1:9", request_timeout_s=1)
    with pytest.raises(TryLater) as caught:
        await other.connect()
    await other.close()

    assert not caught.value.maybe_sent


@pytest.mark.parametrize("token", ["43:WRONG", "no token", ""])
async def test_a_wrong_token_is_refused_plainly(
    telegram: TelegramStandIn, library: AnyLibrary, token: str
) -> None:
    """Whether it can't be one, or Telegram does not know it."""
    with pytest.raises(TokenRefused) as caught:
        await connected(library, token, telegram.url)

    assert "BotFather" in str(caught.value)
    assert token not in str(caught.value) or not token


async def connected(library: AnyLibrary, token: str, api_url: str) -> None:
    adapter = library(token=token, api_url=api_url)
    try:
        await adapter.connect()
    finally:
        await adapter.close()


async def test_the_bot_knows_its_name(adapter: Telegram, telegram: TelegramStandIn) -> None:
    """Links and group commands need it."""
    assert adapter.username == telegram.username


async def test_commands_are_shown_by_language(adapter: Telegram, telegram: TelegramStandIn) -> None:
    """In private chats; "" is for every other language."""
    await adapter.set_commands({"": [("points", "Your points")], "uk": [("points", "Ваші бали")]})

    scope = {"type": "all_private_chats"}
    [english] = telegram.commands(scope=scope)
    [ukrainian] = telegram.commands(scope=scope, language_code="uk")
    assert english == {"command": "points", "description": "Your points"}
    assert ukrainian["description"] == "Ваші бали"


async def test_staff_have_their_own_commands_until_they_leave(
    adapter: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    """In their chat only; no commands = as everybody's again."""
    ann.send_only("hi")
    scope = {"type": "chat", "chat_id": 1001}
    await adapter.set_chat_commands("1001", [("order", "Ring it up")])
    shown = telegram.commands(scope=scope)
    await adapter.set_chat_commands("1001", [])

    assert [command["command"] for command in shown] == ["order"]
    assert telegram.commands(scope=scope) == []


async def test_the_webhook_is_set_told_and_deleted(
    adapter: Telegram, telegram: TelegramStandIn
) -> None:
    """With the secret and the kinds of updates we handle; what waits is kept."""
    await adapter.set_webhook("https://cafe.example/webhooks/telegram", "s3cret")
    told = await adapter.webhook_info()
    [call] = telegram.calls_of("setWebhook")
    await adapter.delete_webhook()

    assert told["url"] == "https://cafe.example/webhooks/telegram"
    assert call.get("secret_token") == "s3cret"
    wanted = [
        "message", "callback_query", "my_chat_member", "pre_checkout_query", "subscription",
    ]  # fmt: skip
    assert call.get("allowed_updates") == wanted
    assert telegram.webhook is None
    assert not telegram.calls_of("deleteWebhook")[0].get("drop_pending_updates")


async def test_a_contact_button_and_others_both_arrive(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    """As two messages."""
    ask = SpokenButton(label="Share", asks_contact=True)
    talk.answers["join"] = Spoken(text="Number?", buttons=((ask,), *MENU.buttons))
    question, second = await ann.says("join")

    assert question.button("Card")
    assert second.button("Share").request_contact
