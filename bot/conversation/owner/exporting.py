"""export: everybody with what they have, as files that `loyalty import` takes back."""

from bot.arrivals.writing import zipped_members
from bot.conversation.messages import Answer, Document, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core.model import Role


@word("export", reads=True, role=Role.OWNER)
def export(request: Request) -> Answer:
    """Members, lots with their dates, consents with their proof: CSV files in a ZIP."""
    document = Document(name="members.zip", content=zipped_members(request.tx, request.act))
    return Answer(lines=(Line("export-done"),), document=document)
