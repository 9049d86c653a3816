"""
Who is forgotten is forgotten everywhere: in every table there is, and in those still to come.

A new column with text has to be sorted here, into what is somebody's own and what is not.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.databases.copying import tables
from core import (
    disclosing,
    granting,
    recycling,
    retaining,
    staffing,
    surveying,
    tagging,
    texting,
)
from core.joining import Newcomer, enrol
from core.leaving import forget
from core.model import Birthday, Channel, Colleague, Consent, Member, Purpose, Role
from core.retaining import Keep
from core.tables import (
    buyers,
    carts,
    chats,
    clicks,
    dead_letters,
    feedback,
    links,
    merges,
    outbox,
    receipts,
    staff,
    survey_answers,
    tags,
)
from core.tables.carts import Cart
from core.tables.receipts import Receipt
from core.transaction import Transaction
from tests.core.conftest import Cafe
from tests.core.program.cafe import CAFE
from tests.core.tables.test_outbox import a_message

PHONE, EMAIL, CHAT = "+380501112233", "quill@example.com", "4242424242"
OWN = {  # what tells of a person, and goes with them
    "carts": "url",
    "chats": "address language question payload",
    "dead_letters": "event_id address body",
    "feedback": "text answer",
    "survey_answers": "answer",
    "links": "customer_id address",
    "name_words": "word",
    "approvals": "reason",
    "audit": "details about",
    "members": "name language card referral_code phone email source timezone preferred_channel city"
    " city_key",
    "member_tags": "tag",
    "merges": "proof card referral_code",
    "receipts": "body",
    "outbox": "vals buttons url",
    "shop_customers": "customer_id",
    "sms_heard": "sender reply choices",
    "sms_told": "receiver",
    "wrong_links": "address",
}
STAYS = {  # what says who somebody is, and stays: why
    "past_bonuses": "digest",  # a fingerprint: the points for joining are given once
    "past_people": "digest",  # same: nobody is paid for bringing them again
    "strangers": "digest",  # a fingerprint of who has bought and not joined, for a time
    "waiting_orders": "digest",  # same
    "broadcasts": "made_by",  # who of the staff sent it
    "campaign_pauses": "paused_by",  # same
    "program_drafts": "made_by",  # same
    "approvals": "asked_by decided_by",  # what the staff did, and why
    "audit": "actor",  # same
    "heard": "digest question",  # a fingerprint and a word's name, for two days
    "guesses": "who",  # a fingerprint, for a quarter of an hour
    "hooks": "body",  # what another system is told: ids and points, no name, for some weeks
    "slips": "operation made_by",  # who of the staff made it
    "desks": "address",  # who works at it
    "staff": "address name",  # who works here; they are removed from the staff, not forgotten
    "staff_invitations": "invited_by used_by",  # same
    "staff_mutes": "address",  # same
}
NOBODYS = """
actions: action reference reason awards
agenda: kind key
broadcasts: state segment texts channels button picture reward day asked shown told factor
campaign_pauses: campaign
carts: shop id
causes: id
chats: channel
code_shops: shop
desks: channel digits taps
consents: channel purpose wording source
dead_letters: channel error
donations: code cause
audit: deed
entries: kind reference reason operation_id actor
feedback: asked_by answered_by reference
ratings: reference campaign
survey_answers: survey
fingerprint_keys: name key
hook_urls: url
hooks: id url type state answered
grants: held occasion day given_by
links: digest shop channel
hook_urls: url
hooks: id url type body state answered
merges: state
members: status tier counters tier_basis tier_by_hand boosts
operations: id request result
orders: shop id currency status channel payment lines context awards
outbox: staff campaign occasion purpose key channels state reason worker channel provider_id
payments: reference plan_id provider currency period_from period_until charge
pool_codes: reward_id code taken_by
program_drafts: text
programs: text applied_by
raffles: reward_id seed
receipts: shop key topic state reason
refunds: shop order_id id lines
referrals: shop order_id state unpaid signals decided_by reason
shop_codes: shop code state worker reason
shop_customers: shop
shop_syncs: shop day
slips: code category
sms_heard: sid
sms_seen: sid
sms_told: sid status message code
staff: channel role language added_by menu
staff_invitations: digest role
staff_mutes: channel alarm
stock: reward_id
subscriptions: plan_id status since paid_from until
sweeps: campaign occasion
tickets: code
unpaid_codes: shop order_id code
waiting_orders: shop order_id
vouchers: code reward_id title status used_for kind terms
wrong_links: channel
"""


def _sorted() -> set[tuple[str, str]]:
    lines = [line.partition(": ") for line in NOBODYS.strip().splitlines()]
    listed = [*((name, columns) for name, _, columns in lines), *OWN.items(), *STAYS.items()]
    return {(name, column) for name, columns in listed for column in columns.split()}


def _texts(tx: Transaction) -> set[tuple[str, str]]:
    """Every column of text there is."""
    return {
        (table.name, name)
        for table in tables()
        for _, name, kind, *_ in tx.rows(f"PRAGMA table_info({table.name})")
        if kind == "TEXT"
    }


def _holding(tx: Transaction, *marks: str) -> set[str]:
    """The tables in which one of these stands anywhere."""
    return {
        table.name
        for table in tables()
        for row in tx.rows(f"SELECT * FROM {table.name}")  # noqa: S608 our own tables
        if any(mark in str(cell) for cell in row for mark in marks)
    }


def by_hand(cafe: Cafe, quill: Member) -> None:
    """A manager gives points with a reason that names the person, and asks for more."""
    owner, max_ = (
        Colleague(
            channel=Channel.TELEGRAM, address=address, role=role, name="", language="en",
            added_by="", since=cafe.now,
        )
        for address, role in (("900", Role.OWNER), ("901", Role.MANAGER))
    )  # fmt: skip
    staff.put(cafe.tx, owner)
    for points in (10, 1001):
        act = replace(cafe.act(), actor=staffing.actor_of(max_))
        granting.grant(
            cafe.tx, act, max_, member_id=quill.id, points=points, reason="Zoë Quill was kind"
        )
    tagging.replace(cafe.tx, cafe.act(), member_id=quill.id, tagged=["quill-fan", "quill-friend"])


@pytest.fixture
def quill(cafe: Cafe) -> Member:
    """A member who has left a trace wherever one can be left."""
    tx, now = cafe.tx, cafe.now
    yes = Consent(
        channel=Channel.SMS, purpose=Purpose.MARKETING, granted=True, at=now, wording="", source=""
    )
    newcomer = Newcomer(
        name="Zoë Quill", language="en", phone=PHONE, email=EMAIL, consents=(yes,),
        birthday=Birthday(day=1, month=2, year=1990), source="s_quill", city="Quillville",
    )  # fmt: skip
    ways = [(Channel.TELEGRAM, CHAT), (Channel.SMS, PHONE)]
    quill = enrol(tx, cafe.act(), newcomer, ways).member
    cafe.orders(quill, "70.00")
    cafe.redeems(quill)
    buyers.tie(tx, "eu", "quill-7", quill.id, now=now)
    tags.add(tx, [(quill.id, "quill-fan")])
    survey_answers.answer(tx, "s", quill.id, choice=None, text="Quill answers", now=now)
    feedback.add(tx, quill.id, "Quill says hello", now=now)
    dead_letters.bury(
        tx, Channel.TELEGRAM, CHAT, f"{CHAT}:1", body="Quill typed", error="KeyError", now=now
    )
    carts.save(
        tx,
        Cart(shop="eu", id="c1", member_id=quill.id, total=1, url="https://quill", updated_at=now),
    )
    message = a_message(member_id=quill.id, values={"name": "Quill"}, url="https://quill")
    outbox.queue(tx, message)
    body = '{"customer": {"phone": "050 111 22 33", "email": "Quill@example.com"}}'
    receipts.keep(tx, Receipt(shop="woo", key="1", topic="", received_at=now, reason="", body=body))
    other = cafe.joins("Somebody").id
    merge = merges.Merge(
        asker_id=quill.id, other_id=other, proof="", state=merges.Stage.DONE, changed_at=now
    )
    merges.save(tx, merge)
    merges.keep_names(tx, merge, card="quill-card", referral_code="")
    by_hand(cafe, quill)
    links.count_wrong(tx, Channel.TELEGRAM, CHAT, now=now)
    return quill


def test_every_column_of_text_is_sorted(tx: Transaction) -> None:
    assert _texts(tx) == _sorted()


def test_nothing_of_who_is_forgotten_is_left_anywhere(cafe: Cafe, quill: Member) -> None:
    marks = ("Quill", "quill", b"quill".hex(), PHONE, EMAIL, CHAT, quill.card, quill.referral_code)
    before = _holding(cafe.tx, *marks)
    assert before >= {*OWN} - {"links", "sms_heard", "sms_told"}

    forget(cafe.tx, cafe.act(), member_id=quill.id)

    assert _holding(cafe.tx, *marks) == set()


@pytest.mark.parametrize("what", ["held", "stopped"])
def test_a_chat_from_their_number_that_is_nobodys_goes_too(
    cafe: Cafe, quill: Member, what: str
) -> None:
    tx = cafe.tx
    chats.save(tx, replace(chats.take(tx, Channel.SMS, PHONE), member_id=None))
    if what == "held":
        held = recycling.hold(tx, cafe.act(), chats.take(tx, Channel.SMS, PHONE), quill.id)
        chats.save(tx, held)
    else:
        texting.stop(tx, PHONE, said="STOP", now=cafe.now)
    assert "chats" in _holding(tx, PHONE)

    forget(tx, cafe.act(), member_id=quill.id)

    assert _holding(tx, PHONE) == set()


def test_the_report_tells_all_of_it(cafe: Cafe, quill: Member) -> None:
    day = datetime(2031, 2, 3, tzinfo=UTC)
    clicks.tapped_of(cafe.tx, a_message().campaign, quill.id, now=day)
    told = str(disclosing.everything(cafe.tx, quill))

    places = ("Quillville", "quill-fan", "'followed_at': '2031-02-03T")
    marks = (
        *places,
        "Zoë Quill",
        PHONE,
        EMAIL,
        CHAT,
        "quill-7",
        "Quill says hello",
        "Quill answers",
        "https://quill",
    )
    assert [mark for mark in marks if mark not in told] == []


def test_what_is_past_its_keeping_goes_and_nothing_else(cafe: Cafe, quill: Member) -> None:
    forget(cafe.tx, cafe.act(), member_id=quill.id)
    ann = cafe.joins("Ann")
    keep = Keep(messages=timedelta(days=400), feedback=timedelta(days=400))
    feedback.add(cafe.tx, ann.id, "old", now=cafe.now)
    outbox.queue(cafe.tx, a_message(member_id=ann.id, created_at=cafe.now))  # it still waits

    cafe.passes(days=399)
    assert retaining.purge(cafe.tx, keep, now=cafe.now) == 0
    cafe.passes(days=2)
    assert retaining.purge(cafe.tx, keep, now=cafe.now) > 1
    assert retaining.purge(cafe.tx, keep, now=cafe.now) == 0
    assert cafe.tx.rows("SELECT text FROM feedback") == []
    assert {
        (row[0], row[1] is None) for row in cafe.tx.rows("SELECT member_id, next_at FROM outbox")
    } == {(ann.id, False)}

    cafe.passes(days=1095)
    assert retaining.purge(cafe.tx, keep, now=cafe.now) == 1  # the proof of who is forgotten
    assert cafe.tx.rows("SELECT 1 FROM consents WHERE member_id = :it", it=quill.id) == []


SURVEY = """
[[surveys]]
id = "blend"
question = "Which?"
choices = ["Dark", "Light"]
points = 20
"""


def test_a_survey_whose_answers_are_kept_no_more_pays_nobody_again(cafe: Cafe) -> None:
    cafe.rules(f"{CAFE}{SURVEY}")
    ann = cafe.joins("Ann")

    def chooses() -> tuple[bool, int]:
        thanks = surveying.choose(cafe.tx, cafe.act(), member_id=ann.id, id="blend", choice=1)
        return thanks.new, thanks.points

    assert chooses() == (True, 20)
    cafe.passes(days=401)
    retaining.purge(cafe.tx, Keep(feedback=timedelta(days=400)), now=cafe.now)
    assert chooses() == (True, 0)
