"""
Linking: a shop hands its customer, who is logged in there, a link; the chat that opens it first is
theirs, and the customer's account is tied to the member of that chat.

A token is used once, ends after a day, and is kept as a digest. Who tries many wrong ones in one
chat is shut out for a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core import codes
from core.act import Act
from core.earning import waiting
from core.earning.waiting import Caught
from core.model import Chat, Member, MemberId
from core.tables import buyers, links, members
from core.tables.links import Link
from core.transaction import Transaction

LIFE = timedelta(days=1)
OPENED_LIFE = timedelta(days=7)  # who opened it has so long to join; then it is forgotten
WRONG_MAX = 10
SHUT_OUT = timedelta(days=1)


class Opened(StrEnum):
    """What came of opening a link."""

    TIED = "tied"  # the customer's account is this member's
    JOIN_FIRST = "join-first"  # it will be, once the person of the chat has joined
    OTHERS = "others"  # it is another member's already
    WRONG = "wrong"  # no such token, or it is over, or was opened in another chat: one answer
    SHUT_OUT = "shut-out"  # too many wrong ones


@dataclass(frozen=True, slots=True)
class Issued:
    """A link, to be handed to the customer it is for."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """What came of opening a link, and the orders that waited for it."""

    outcome: Opened
    account: tuple[str, str] = ("", "")  # the shop, and its id of the customer
    caught: Caught = waiting.NOTHING


def issue(tx: Transaction, act: Act, *, shop: str, customer_id: str) -> Issued:
    """Make a link for that customer of the shop. Earlier ones go on working."""
    issued = Issued(codes.link_token(act.random), act.now + LIFE)
    links.add(tx, issued.token, shop=shop, customer_id=customer_id, expires_at=issued.expires_at)
    return issued


def open_link(
    tx: Transaction, act: Act, *, chat: Chat, member_id: MemberId | None, token: str
) -> Result:
    """The person of the taken chat opens a link. Opening it again there answers the same."""
    here = (chat.channel, chat.address)
    if links.wrong_in(tx, *here, since=act.now - SHUT_OUT) >= WRONG_MAX:
        return Result(Opened.SHUT_OUT)
    link = links.take(tx, token)
    if link is None or link.expires_at <= act.now or link.opened_in not in (None, here):
        links.count_wrong(tx, *here, now=act.now)
        return Result(Opened.WRONG)
    waits = member_id is None
    links.open_in(tx, link, here, waits=waits, expires_at=act.now + OPENED_LIFE)
    if member_id is None:
        return Result(Opened.JOIN_FIRST)
    _, result = _tie(tx, act, members.take(tx, member_id), link)
    return result


def tie_waiting(
    tx: Transaction, act: Act, member: Member, ways: Iterable[Chat]
) -> tuple[Member, list[Result]]:
    """Tie the taken, new member to what was opened in those chats; what came of each."""
    results = []
    for chat in ways:
        for link in links.use_waiting(tx, chat.channel, chat.address, now=act.now):
            member, result = _tie(tx, act, member, link)
            results.append(result)
    return member, results


def purge(tx: Transaction, *, now: datetime) -> None:
    """Forget links that are over."""
    links.purge(tx, now=now, tried_before=now - SHUT_OUT)


def _tie(tx: Transaction, act: Act, member: Member, link: Link) -> tuple[Member, Result]:
    """Tie the account, and give the member what was bought with it while it was nobody's."""
    account = (link.shop, link.customer_id)
    owner = buyers.tie(tx, link.shop, link.customer_id, member.id, now=act.now)
    if owner != member.id:
        return member, Result(Opened.OTHERS, account)
    keys = {"customer": link.customer_id}
    member, caught = waiting.credit(tx, member, act, keys, shop=link.shop)
    return member, Result(Opened.TIED, account, caught)
