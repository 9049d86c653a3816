"""via: the button of a message of ours, which is another word, and tells that it was tapped."""

from bot.conversation.clicks import id_of
from bot.conversation.messages import Answer
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import WORDS, word
from core.model import MemberId
from core.tables import broadcasts, clicks


@word("via", menu=False)
def via(request: Request) -> Answer:
    """via BROADCAST|MESSAGE WORD: remember who tapped, then answer as the word does."""
    id, name, *args = [*request.args, "", ""]
    found = WORDS.get(name)
    if found is None or found.role or found.name == "via":
        found = WORDS["help"]
    if request.member:
        _remember(request, request.member.id, id)
    request.args = [arg for arg in args if arg]
    request.text = " ".join(request.args)
    return found.handler(request)


def _remember(request: Request, member_id: MemberId, name: str) -> None:
    tx, now = request.tx, request.act.now
    if (message := id_of(name)) is not None:
        clicks.tapped(tx, message, member_id, now=now)
    elif (known := number(name)) is not None and (one := broadcasts.find(tx, known)):
        broadcasts.tap(tx, known, member_id, now=now)
        clicks.tapped_of(tx, one.campaign, member_id, now=now)
