"""refer: a code, a link and a share button; who came of it."""

from urllib.parse import quote

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core import reporting
from core.model import Friend, Points

SHARE_URL = "https://t.me/share/url?url={link}&text="


@word("refer", reads=True, taking_part=True)
def refer(request: Request) -> Answer:
    """The member's code and link, what both sides get, and the friends so far."""
    me, rule = request.me, request.program.referral
    if rule is None:
        return Answer(lines=(Line("refer-none"),), buttons=menu_rows())
    lines = [
        Line("refer-code", {"code": me.referral_code}),
        Line(
            "refer-reward",
            {
                "referrer": Points(rule.referrer),
                "friend": Points(rule.friend),
                "minimum": request.program.money(rule.minimum),
            },
        ),
    ]
    link = request.link(f"r_{me.referral_code}")
    rows: list[tuple[Button, ...]] = [(button("points"), button("rules"))]
    if link:
        lines.append(Line("refer-link", {"link": link}))
        rows.insert(0, (_share(request, link),))
    brought = reporting.referring(request.tx, me, request.act)
    if brought.joined:
        counts = {"joined": brought.joined, "qualified": brought.qualified}
        lines.append(Line("refer-friends", counts))
        lines += [_line(friend) for friend in brought.friends]
    return Answer(lines=tuple(lines), buttons=tuple(rows))


def _share(request: Request, link: str) -> Button:
    text = Line("refer-message", {"program": request.program.name})
    url = SHARE_URL.format(link=quote(link, safe=""))
    return Button(label=Line("button-share"), url=url, url_text=text)


def _line(friend: Friend) -> Line:
    key = "refer-friend-qualified" if friend.qualified else "refer-friend-joined"
    return Line(key, {"name": friend.name or "…", "date": friend.joined_on})
