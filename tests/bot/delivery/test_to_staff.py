"""What the staff is told: everybody once, at decent hours, in their language; not what is muted."""

from core import staffing
from core.act import Act
from core.model import Channel, Colleague, Role
from core.staffing import Alarm
from core.tables import chats, outbox_views, staff
from core.tables.outbox import State
from core.transaction import Transaction
from tests.bot.delivery.conftest import NOON, TELEGRAM, Shop

OWNERS = ("901", "902")


def works(address: str, role: Role = Role.OWNER, language: str | None = None) -> Colleague:
    """Somebody who works here."""
    return Colleague(
        channel=TELEGRAM, address=address, role=role, name="", language=language, added_by="test",
        since=NOON,
    )  # fmt: skip


async def tell(shop: Shop, *people: Colleague, occasion: str = "1", actor: str = "test") -> None:
    """Tell the owners that Sam has joined."""
    act = shop.acts.new("test", actor=actor)

    def work(tx: Transaction, act: Act = act) -> None:
        for one in people:
            staff.put(tx, one)
        values = {"name": "Sam", "role": "x"}
        staffing.tell_owners(
            tx, act, Alarm.STAFF, "staff-told-joined", occasion, values,
            buttons=(("button-staff", "staff"),),
        )  # fmt: skip

    await shop.database.run(work)


async def test_every_owner_is_told_once(shop: Shop) -> None:
    for _ in range(2):
        await tell(shop, works("901"), works("902"), works("903", Role.MANAGER))
    await shop.drain()

    assert sorted(address for address, _ in shop.telegram.sent) == ["901", "902"]
    assert "Sam" in shop.telegram.texts[0]
    assert [one.command for row in shop.telegram.spoken[0].buttons for one in row] == ["staff"]


async def test_who_does_it_is_not_told(shop: Shop) -> None:
    await tell(shop, works("901"), works("902"), actor="staff:901")
    await shop.drain()

    assert [address for address, _ in shop.telegram.sent] == ["902"]


async def test_each_is_told_in_their_language(shop: Shop) -> None:
    await tell(shop, works("901", language="uk"), works("902", language="xx"))
    await shop.drain()

    said = dict(shop.telegram.sent)
    assert "У команді новачок" in said["901"]
    assert "New in the team" in said["902"]


async def test_what_is_muted_is_not_sent(shop: Shop) -> None:
    await tell(shop, works("901"), works("902"))
    await shop.database.run(lambda tx: staff.mute(tx, works("901"), Alarm.STAFF, muted=True))
    ended = await shop.drain()

    assert [address for address, _ in shop.telegram.sent] == ["902"]
    assert ended == {"sent": 1, "suppressed": 1}


async def test_who_has_left_is_told_nothing_more(shop: Shop) -> None:
    await tell(shop, works("901"))
    await shop.database.run(lambda tx: staff.remove(tx, works("901"), now=NOON))

    assert await shop.drain() == {"suppressed": 1}


async def test_nobody_is_woken(shop: Shop) -> None:
    shop.clock.pass_(hours=11)  # 23:00 there
    await tell(shop, works("901"))
    at_night = await shop.drain()
    shop.clock.pass_(hours=9)
    await shop.drain()

    assert at_night == {}
    assert len(shop.telegram.sent) == 1


async def test_a_blocked_bot_is_a_dead_end(shop: Shop) -> None:
    def block(tx: Transaction) -> None:
        chats.take(tx, Channel.TELEGRAM, "901")
        chats.mark_blocked(tx, Channel.TELEGRAM, "901", NOON)

    await tell(shop, works("901"))
    await shop.database.run(block)

    assert await shop.drain() == {"blocked": 1}


async def test_many_alarms_are_sent_each_by_itself(shop: Shop) -> None:
    """Told as one, their buttons could not all be shown."""
    for number in range(5):
        await tell(shop, works("901"), occasion=str(number))

    assert await shop.drain() == {"sent": 5}


async def test_a_dead_letter_names_its_addressee(shop: Shop) -> None:
    await tell(shop, works("901"))
    shop.telegram.failures = [ValueError()]
    await shop.drain()
    [posted] = await shop.database.read(
        lambda tx: outbox_views.dead(tx, before=NOON.replace(year=2027), limit=9)
    )

    assert posted.state is State.UNKNOWN
    assert (posted.message.staff, posted.message.member_id) == ("telegram:901", None)
