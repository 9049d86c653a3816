"""timeline: a manager sees all that happened to a customer, page by page."""

from datetime import timedelta
from functools import partial

import pytest

from core.model import Channel, Consent, MemberId, Purpose, Role
from core.program.values import LANGUAGES
from core.tables import consents, outbox
from core.tables.outbox import Message, State
from core.transaction import Transaction
from tests.bot.conversation.conftest import Counter


async def test_a_manager_sees_what_happened_and_older_pages(counter: Counter) -> None:
    ann = await counter.customer()
    card = (await counter.member(ann)).card
    sam, tom = await counter.works(Role.CASHIER), await counter.works(Role.MANAGER, "Tom")
    for number in range(8):
        counter.passes(minutes=1)
        await sam.says(f"order {card} {number + 10}")

    newest = await tom.says(f"timeline {card}")
    pages = [newest]
    while any("Older" in label for label in tom.labels):
        pages.append(await tom.taps("Older"))

    assert f"Ann, card {card}" in newest
    assert "till/" in newest
    assert ["joining" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert "\n".join(pages).count("🛒") == 8


async def test_a_timeline_of_nobody_is_refused(counter: Counter) -> None:
    tom = await counter.works(Role.MANAGER)

    assert "2040128169768" in await tom.says("timeline")
    assert await tom.says("timeline 123") == await tom.says("member 123")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_timeline_reads_in_every_language(counter: Counter, language: str) -> None:
    ann = await counter.customer()
    card = (await counter.member(ann)).card
    tom = await counter.works(Role.MANAGER, language=language)

    assert card in await tom.says(f"timeline {card}")


async def test_where_a_yes_comes_from_is_told_in_words(counter: Counter) -> None:
    tom, ann = await counter.works(Role.MANAGER), await counter.member(await counter.customer())
    sources = ["chat", "api", "import", "stop", "start", "carrier", "paper form"]

    def agree(tx: Transaction) -> None:
        for source in sources:
            yes = Consent(
                channel=Channel.SMS, purpose=Purpose.MARKETING, granted=True, at=counter.now,
                wording="", source=source,
            )  # fmt: skip
            consents.add(tx, ann.id, yes)

    await counter.database.run(agree)
    shown = await tom.says(f"timeline {ann.card}")

    assert [one for one in sources if f"({one})" in shown] == ["paper form"]


async def test_nobody_is_said_to_block_or_to_fail_who_has_no_address(counter: Counter) -> None:
    boss, ann = await counter.owner(), await counter.member(await counter.customer())
    ways = {
        "telegram: no address; sms: not set up": "not sent: nowhere to write to",
        "telegram: blocked; sms: no address": "blocked by the customer",
    }
    for number, (reason, outcome) in enumerate(ways.items(), 1):
        one = written(counter, ann.id, number)
        await counter.database.run(partial(blocked, one=one, reason=reason))
        said = await boss.says(f"timeline {ann.card}")
        assert f"birthday · {outcome}" in said

    posts = await boss.says("stats month posts")
    assert "birthday: sent 0, failed 1, waiting 0" in posts
    assert "Nowhere to write to: 1" in posts
    campaign = await boss.says("campaigns birthday")
    assert "failed 1" in campaign
    assert "Nowhere to write to: 1" in campaign


def written(counter: Counter, member: MemberId, number: int) -> Message:
    return Message(
        id=2**62 + number, member_id=member, campaign="birthday", occasion=str(number),
        key="notice-own", purpose=Purpose.TRANSACTIONAL, created_at=counter.now,
        due_at=counter.now, stale_at=counter.now + timedelta(days=1),
    )  # fmt: skip


def blocked(tx: Transaction, one: Message, reason: str) -> None:
    outbox.queue(tx, one, state=State.BLOCKED, reason=reason)
