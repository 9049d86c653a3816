"""Campaigns from the chat: how each does, pausing one, and who would get what tomorrow."""

from bot.schedule import tick
from core.program.loading import load
from core.tables import outbox_views
from tests.bot.conversation.conftest import Counter
from tests.core.program.cafe import cafe


async def test_a_paused_campaign_is_silent_until_it_goes_on(counter: Counter) -> None:
    boss = await counter.owner()
    ann = await counter.customer()
    await ann.says("birthday 15.04")
    counter.passes(days=36)
    assert "birthday: " not in await boss.says("campaigns preview")
    counter.passes(days=320)
    await boss.says("campaigns")
    await boss.taps("✅ anniversary")
    await boss.taps("Pause")
    assert "⏸ anniversary" in boss.labels
    assert "✅ points that expire" in boss.labels  # words, not ids
    assert "anniversary: " not in await boss.says("campaigns preview")
    await boss.says("campaigns resume anniversary")
    counter.passes(days=8)
    assert "anniversary: 1" in await boss.says("campaigns preview")
    await boss.says("campaigns pause anniversary")
    counter.passes(days=1)
    await tick(counter.database, counter.acts)
    member = await counter.member(ann)
    told = await counter.database.read(lambda tx: outbox_views.of_member(tx, member.id))
    assert not [one for one in told if one.message.campaign == "anniversary"]
    assert "no campaign “nothing”" in await boss.says("campaigns nothing")
    await boss.says("campaigns pause expiry")
    assert "paused: points that expire" in await boss.says("audit")


async def test_without_a_control_group_nothing_is_claimed(counter: Counter) -> None:
    boss = await counter.owner()
    assert "nobody can tell" in await boss.says("campaigns winback")


async def test_what_the_program_lacks_has_no_campaign_unless_the_file_names_it(
    counter: Counter,
) -> None:
    boss, everything = await counter.owner(), set()
    for more in ("", '[[campaigns]]\nid = "clubs"\nkind = "plan"\n'):
        counter.acts.program = load(cafe("[referral]", f"{more}\n[referral]"))
        await boss.says("campaigns")
        everything = {one.command for one in boss.buttons}
        assert ("campaigns clubs" in everything) is bool(more)

    assert {"campaigns tier", "campaigns reward", "campaigns referral"} < everything
    assert {"campaigns plan", "campaigns dividend"} & everything == set()
