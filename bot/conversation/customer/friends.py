"""refer: a code, a link and a share button; what it brings, and how far each friend is."""

from collections.abc import Iterator
from urllib.parse import quote

from bot.conversation.buttons import button, menu_rows
from bot.conversation.having import has_referrals
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core.program.explaining.referral import referral
from core.program.sentences import given
from core.referrals.inviting import Friend, Inviting, inviting
from core.tables.referrals import State

SHARE_URL = "https://t.me/share/url?url={link}&text="
UNPAID = {
    "gone": "refer-friend-gone",
    "at_most": "refer-friend-at-most",
    "at_most_a_month": "refer-friend-at-most-a-month",
}
STATES = {
    State.JOINED: "refer-friend-joined",
    State.REVIEW: "refer-friend-review",
    State.PAID: "refer-friend-paid",
    State.REFUSED: "refer-friend-refused",
}


@word("refer", reads=True, taking_part=True, offered=has_referrals)
def refer(request: Request) -> Answer:
    """The member's code and link, what both sides get, and the friends so far."""
    me, rule = request.me, request.program.referral
    brought = inviting(request.tx, me, request.act)
    if rule is None:
        lines = (Line("refer-none"), *_own(brought), *_so_far(brought))
        return Answer(lines=lines, buttons=menu_rows())
    lines = (
        Line("refer-code", {"code": me.referral_code}),
        *(Line(sentence.key, sentence.values) for sentence in referral(request.program)),
    )
    link = request.link(f"r_{me.referral_code}")
    rows: list[tuple[Button, ...]] = [(button("points"), button("rules"))]
    if link:
        lines = (*lines, Line("refer-link", {"link": link}))
        rows.insert(0, (_share(request, link),))
    lines = (*lines, *_own(brought), *_so_far(brought), *_ahead(request, brought))
    return Answer(lines=lines, buttons=tuple(rows))


def _share(request: Request, link: str) -> Button:
    text = Line("refer-message", {"program": request.program.name})
    url = SHARE_URL.format(link=quote(link, safe=""))
    return Button(label=Line("button-share"), url=url, url_text=text)


def _own(brought: Inviting) -> Iterator[Line]:
    """How far it is with the invitation that brought the member themselves, while it is open."""
    own = brought.own
    if own and own.state is State.REVIEW:
        yield Line("refer-own-review")
    if own and own.state is State.HELD and own.paid_on:
        yield Line("refer-own-held", {"date": own.paid_on})


def _so_far(brought: Inviting) -> Iterator[Line]:
    """How many friends there are, and each of the newest."""
    if brought.joined:
        counts = {"joined": brought.joined, "qualified": brought.counts[State.PAID]}
        yield Line("refer-friends", counts)
    for friend in brought.friends:
        yield _line(friend)


def _line(friend: Friend) -> Line:
    name = friend.name or "…"
    if friend.state is State.HELD and friend.paid_on:
        return Line(
            "refer-friend-held", {"name": name, "date": friend.joined_on, "until": friend.paid_on}
        )
    key = UNPAID.get(friend.unpaid) if friend.state is State.PAID else None
    return Line(key or STATES[friend.state], {"name": name, "date": friend.joined_on})


def _ahead(request: Request, brought: Inviting) -> Iterator[Line]:
    """How near the limits and the next milestone are."""
    rule = request.program.referral
    if rule and rule.at_most and brought.joined:
        yield Line("refer-limit", {"friends": brought.paid_for, "limit": rule.at_most})
    if rule and rule.at_most_a_month and brought.joined:
        values = {"friends": brought.paid_for_this_month, "limit": rule.at_most_a_month}
        yield Line("refer-limit-month", values)
    if milestone := brought.next_milestone:
        what = given(request.program, milestone.points, milestone.reward)
        friends = brought.counts[State.PAID]
        yield Line(
            "refer-milestone", {"friends": friends, "limit": milestone.friends, "points": what}
        )
