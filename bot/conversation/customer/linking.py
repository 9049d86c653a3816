"""A link from the web shop, opened with start: the account there becomes the member's."""

from bot.conversation.messages import Line
from bot.conversation.request import Request
from core import linking, merging
from core.earning.waiting import Caught
from core.linking import Opened, Result
from core.model import MemberId, Points

PREFIX = "l_"
SAID = {
    Opened.TIED: "link-done",
    Opened.JOIN_FIRST: "link-join-first",
    Opened.OTHERS: "link-others",
    Opened.WRONG: "link-wrong",
    Opened.SHUT_OUT: "link-shut-out",
}


def opened(request: Request) -> list[Line]:
    """What comes of the link that start was said with; nothing without one."""
    payload = request.args[0] if request.args else ""
    if not payload.startswith(PREFIX):
        return []
    result = linking.open_link(
        request.tx,
        request.act,
        chat=request.chat,
        member_id=request.member.id if request.member else None,
        token=payload.removeprefix(PREFIX),
    )
    key = sentence(request, result, request.chat.member_id)
    return [Line(key), *bought_before(result.caught)]


def sentence(request: Request, result: Result, member_id: MemberId | None) -> str:
    """What came of a link; whose account is another card's too may say that both are theirs."""
    if result.outcome is Opened.OTHERS and member_id:
        account = result.account
        if merging.show_account(request.tx, request.act, member_id=member_id, account=account):
            return "link-others-merge"
    return SAID[result.outcome]


def bought_before(caught: Caught) -> list[Line]:
    """What orders brought that had waited for their buyer."""
    if not caught.orders:
        return []
    return [Line("bought-before", {"orders": caught.orders, "points": Points(caught.points)})]
