"""Where members live, and what the shop calls them by."""

from core.model import Role
from tests.bot.conversation.conftest import Counter


async def test_a_member_tells_their_city_another_one_and_none_any_more(counter: Counter) -> None:
    ann = await counter.customer()
    asked = await ann.says("city")
    wrong = await ann.says("12345")
    await ann.says("city")
    told = await ann.says("біла  церква")
    shown = await ann.says("profile")
    await ann.says("city")
    gone = await ann.taps("Don't keep")

    assert "not given" in asked
    assert "doesn't look like" in wrong
    assert "біла церква" in told
    assert "біла церква" in shown
    assert "not given" in gone
    assert (await counter.member(ann)).city == ""


async def test_managers_tag_by_card_phone_or_name_and_others_do_not(counter: Counter) -> None:
    ann, other = await counter.customer("Nora"), await counter.customer("Nora")
    sam = await counter.works(Role.CASHIER)
    max_ = await counter.works(Role.MANAGER, "Max")
    await ann.shares("+380501234567")
    card = (await counter.member(ann)).card

    put = await max_.says("tag +380501234567 +VIP +друзі")
    less = await max_.says(f"tag {card} -vip")
    which = await max_.says("tag nora +late")
    here = [one for one in max_.buttons if (await counter.member(other)).card in one.label]
    chosen = await max_.says(here[0].command, tap=True)
    used = await max_.says("tag")
    await sam.says(f"tag {card} +stolen")

    assert "vip, друзі" in put
    assert less.endswith(": друзі")
    assert "several" in which
    assert chosen.endswith(": late")
    assert "late – members: 1" in used
    assert "can't be a tag" in await max_.says(f"tag {card} +a,b")
    assert "Nobody has this card" in await max_.says("tag Zzyzx +vip")
    assert (await max_.says(f"tag {card}")).endswith(": друзі")
    assert "+vip" in await (await counter.owner()).says("audit")
