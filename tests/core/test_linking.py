"""Links from the web shop: opened once, in one chat, they tie an account there to a member."""

from datetime import timedelta

from core import joining, leaving, linking
from core.joining import Newcomer
from core.linking import Opened
from core.model import Channel, Chat, Member
from core.tables import buyers, chats, links
from tests.core.conftest import Cafe


def link(cafe: Cafe, customer: str = "4711") -> str:
    """The token of a new link of the shop's customer."""
    return linking.issue(cafe.tx, cafe.act(), shop="eu", customer_id=customer).token


def opens(cafe: Cafe, who: str, token: str) -> Opened:
    """Somebody opens a link in their chat."""
    chat = chats.take(cafe.tx, Channel.TELEGRAM, who)
    return linking.open_link(
        cafe.tx, cafe.act(), chat=chat, member_id=chat.member_id, token=token
    ).outcome


def tied(cafe: Cafe, customer: str = "4711") -> int | None:
    """The member the customer is tied to."""
    return buyers.find(cafe.tx, "eu", {"customer": customer})


def test_a_member_who_opens_it_is_tied(cafe: Cafe) -> None:
    ann, token = cafe.joins("Ann"), link(cafe)

    assert opens(cafe, "Ann", token) is Opened.TIED
    assert opens(cafe, "Ann", token) is Opened.TIED  # the same update, delivered again
    assert tied(cafe) == ann.id


def test_a_stranger_joins_first_and_is_tied_then(cafe: Cafe) -> None:
    token = link(cafe)

    assert opens(cafe, "Bob", token) is Opened.JOIN_FIRST
    cafe.passes(days=6)
    chat = chats.take(cafe.tx, Channel.TELEGRAM, "Bob")
    newcomer = Newcomer(name="Bob", language="en")
    joined = joining.join_chat(cafe.tx, cafe.act(), chat=chat, newcomer=newcomer)
    assert [one.outcome for one in joined.links] == [Opened.TIED]
    assert tied(cafe) == joined.member.id


def test_a_link_works_in_one_chat_and_for_a_day(cafe: Cafe) -> None:
    cafe.joins("Ann"), cafe.joins("Bob")
    used, late = link(cafe), link(cafe, "4712")
    opens(cafe, "Ann", used)

    assert opens(cafe, "Bob", used) is Opened.WRONG
    cafe.passes(days=1)
    assert opens(cafe, "Bob", late) is Opened.WRONG
    assert tied(cafe, "4712") is None


def test_who_is_tied_stays_so(cafe: Cafe) -> None:
    ann, _ = cafe.joins("Ann"), cafe.joins("Bob")
    opens(cafe, "Ann", link(cafe))

    assert opens(cafe, "Bob", link(cafe)) is Opened.OTHERS
    assert tied(cafe) == ann.id


def test_who_guesses_is_shut_out_for_a_day(cafe: Cafe) -> None:
    cafe.joins("Ann")
    for number in range(linking.WRONG_MAX):
        assert opens(cafe, "Ann", f"GUESS{number}") is Opened.WRONG

    assert opens(cafe, "Ann", link(cafe)) is Opened.SHUT_OUT
    cafe.passes(days=1)
    assert opens(cafe, "Ann", link(cafe)) is Opened.TIED


def test_no_token_is_kept_and_links_that_are_over_are_forgotten(cafe: Cafe) -> None:
    token = link(cafe)

    [[digest]] = cafe.tx.rows("SELECT digest FROM links")
    assert token not in str(digest)
    linking.purge(cafe.tx, now=cafe.now + timedelta(days=1))
    assert links.take(cafe.tx, token) is None


def test_who_is_forgotten_is_untied(cafe: Cafe) -> None:
    ann: Member = cafe.joins("Ann")
    opens(cafe, "Ann", link(cafe))

    leaving.forget(cafe.tx, cafe.act(), member_id=ann.id)
    assert tied(cafe) is None
    assert cafe.tx.rows("SELECT 1 FROM links") == []
    assert chats.find(cafe.tx, Channel.TELEGRAM, "Ann") == Chat(
        channel=Channel.TELEGRAM, address="Ann"
    )
