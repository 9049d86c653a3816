"""The café with its outbox: what waits to be told to whom."""

from datetime import datetime

import pytest

from core import campaigning
from core.model import Channel, Consent, Member, MemberId, Purpose
from core.tables import consents, outbox_views
from core.tables.outbox import State
from core.tables.outbox_views import Posted
from core.transaction import Transaction
from tests.core.conftest import Cafe


class Post:
    """The café's outbox as a test sees it."""

    def __init__(self, cafe: Cafe) -> None:
        self.cafe = cafe

    def sweep(self, *, crash_after: int = 10**9) -> int:
        """Queue what the schedule would at this moment; how many messages are new."""
        new = campaigning.tell_left(self.cafe.tx, self.cafe.act(), limit=100)[1]
        pages = 0
        for sweep in campaigning.todo(self.cafe.tx, self.cafe.act()):
            done = False
            while not done and pages < crash_after:
                told, done = campaigning.step(self.cafe.tx, self.cafe.act(), sweep, limit=3)
                new, pages = new + told, pages + 1
        return new

    def of(self, member: Member, campaign: str = "") -> list[Posted]:
        """The member's messages, oldest first; of one campaign or of all."""
        found = outbox_views.of_member(self.cafe.tx, member.id)
        found = [one for one in found if campaign in ("", one.message.campaign)]
        return sorted(found, key=lambda one: (one.message.due_at, one.message.occasion))

    def keys(self, member: Member, campaign: str = "") -> list[str]:
        """What the messages to be sent say."""
        return [one.message.key for one in self.of(member, campaign) if one.state == State.QUEUED]

    def agrees(self, member: Member, channel: Channel = Channel.TELEGRAM) -> None:
        """The member agrees to offers."""
        yes = Consent(
            channel=channel, purpose=Purpose.MARKETING, granted=True, at=self.cafe.now,
            wording="test", source="test",
        )  # fmt: skip
        consents.add(self.cafe.tx, member.id, yes)

    def at(self, text: str) -> None:
        """Let it be then: an ISO instant with its offset."""
        self.cafe.now = datetime.fromisoformat(text)

    def born(self, member: Member, month: int, day: int) -> None:
        """The member told a birthday long ago."""
        self.cafe.tx.rows(
            "UPDATE members SET birth_month = :month, birth_day = :day, birthday_set_at = 0"
            " WHERE id = :id",
            id=member.id,
            month=month,
            day=day,
        )


def zone(tx: Transaction, member_id: MemberId, name: str) -> None:
    """The member lives in that time zone."""
    tx.rows("UPDATE members SET timezone = :name WHERE id = :id", id=member_id, name=name)


@pytest.fixture
def post(cafe: Cafe) -> Post:
    """The café's outbox."""
    return Post(cafe)
