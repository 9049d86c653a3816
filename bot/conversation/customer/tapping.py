"""via: a broadcast's button, which is another word, and tells that it was tapped."""

from bot.conversation.messages import Answer
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import WORDS, word
from core.tables import broadcasts


@word("via", menu=False)
def via(request: Request) -> Answer:
    """via ID WORD: remember who tapped, then answer as the word does."""
    id, name, *args = [*request.args, "", ""]
    found = WORDS.get(name)
    if found is None or found.role or found.name == "via":
        found = WORDS["help"]
    known = number(id)
    if request.member and known is not None and broadcasts.find(request.tx, known):
        broadcasts.tap(request.tx, known, request.member.id, now=request.act.now)
    request.args = [arg for arg in args if arg]
    request.text = " ".join(request.args)
    return found.handler(request)
