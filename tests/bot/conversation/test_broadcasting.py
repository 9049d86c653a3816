"""An owner writes to many: whom, what, a look at it, go, and how it went."""

from datetime import timedelta

from bot.broadcasts import advance
from bot.conversation.clicks import name_of
from bot.conversation.texts import Texts
from bot.delivery.wording import worded
from core.model import Channel, Purpose, Role
from core.tables import broadcasts, clicks, outbox
from core.tables.broadcasts import Stage
from core.tables.outbox import Message
from core.transaction import Transaction
from tests.bot.conversation.conftest import Counter, Person

TEXTS = Texts.load()


async def written(boss: Person, text: str = "Hello {name}!") -> None:
    """A draft to everybody, written in English."""
    await boss.says("/broadcast")
    await boss.taps("Everybody")
    await boss.taps("✍️ English")
    await boss.says(text)


async def test_from_the_segment_to_the_report(counter: Counter) -> None:
    boss = await counter.owner()
    ann = await (await counter.customer("Ann")).agrees()
    ben = await counter.customer("Ben")
    await written(boss)
    assert "English: Hello {name}!" in (boss.last.text if boss.last else "")
    assert "Hello Olha!" in await boss.taps("Look at it")
    await boss.says("broadcast")
    said = await boss.taps("Send …")
    assert "Members: 2, will be written to: 1" in said
    assert "can't be reached: 1" in said

    go = boss.button("Yes, send to 1").command
    first = await boss.says(go, tap=True)
    assert await boss.says(go, tap=True) == first  # a double tap
    assert await advance(counter.database, counter.acts) == 2
    assert await advance(counter.database, counter.acts) == 0
    assert await counter.told(ann) == ["notice-broadcast-text"]
    assert await counter.told(ben) == ["notice-broadcast-text"]  # and not sent, without consent
    shown = await boss.says("broadcast show 1")
    assert "Broadcast 1: is being sent" in shown
    assert "Waiting: 2" in shown
    assert "broadcast 1: " in await boss.says("stats month posts")
    await boss.says("broadcast show 1")
    assert "is paused" in await boss.taps("Pause")
    assert "is being sent" in await boss.taps("Go on")
    assert "Not to be sent: 2" in await boss.taps("Cancel")


async def test_a_typed_segment_is_explained_and_its_errors_say_what_is_wrong(
    counter: Counter,
) -> None:
    boss = await counter.owner()
    await counter.customer()
    await boss.says("broadcast")
    assert "balance>=100 – their points" in await boss.taps("Others")
    assert "There is no “town”" in await boss.says("town=Kyiv")
    await boss.says("/broadcast who")
    assert "For example: birthday=5" in await boss.says("birthday=may")
    await boss.says("/broadcast who")
    assert "members: 1" in await boss.says("joined<30 and not tier=silver")
    assert "balance>60 – members: 0" in await boss.says("broadcast for balance>60")


async def test_a_segment_may_follow_the_command_itself(counter: Counter) -> None:
    boss = await counter.owner()
    await counter.customer()
    assert "There is no “town”" in await boss.says("/broadcast town=Kyiv and tag=vip")
    assert "joined<30 and not tag=vip – members: 1" in await boss.says(
        "/broadcast joined<30 and not tag=vip"
    )
    assert "joined<30 and not tag=vip" in await boss.says("/broadcast")
    assert "city=Kyiv – members: 0" in await boss.says("/broadcast city=Kyiv")


async def test_a_draft_is_written_in_the_languages_of_its_readers(counter: Counter) -> None:
    """And what was written stays to be seen."""
    boss = await counter.owner()
    nobody = await boss.says("broadcast for balance>60")
    await counter.customer()
    english = await boss.says("broadcast for joined<30")
    await counter.customer("Eve", language="uk")
    both = await boss.says("broadcast for joined<30")
    await boss.says("broadcast text uk")
    await boss.says("Вітаємо!")
    ours = await boss.says("broadcast for balance>60")

    assert [each.count("no text yet") for each in (nobody, english, both)] == [2, 1, 2]
    assert "Вітаємо!" in ours


async def test_button_present_and_hour_are_checked(counter: Counter) -> None:
    boss = await counter.owner()
    ann = await (await counter.customer()).agrees()
    await written(boss)
    await boss.taps("Button …")
    assert "must lead to a web address" in await boss.says("Look here javascript:alert")
    await boss.says("/broadcast button")
    assert "must lead to a web address" in await boss.says("Our team staff")
    await boss.says("/broadcast button")
    assert "Button: See them" in await boss.says("See them Rewards")
    await boss.taps("Present …")
    assert "can't be given" in await boss.says("a car")
    await boss.says("/broadcast offer")
    assert "With it: Free coffee" in await boss.taps("Free coffee")
    await boss.taps("When …")
    assert "no day ahead" in await boss.says("1.1.2020")
    await boss.says("/broadcast when")
    assert "12 March 2026 from 18:00" in await boss.taps("12 March 2026, 18:00")
    await boss.taps("Send …")
    await boss.taps("Yes, send")
    assert await advance(counter.database, counter.acts) == 0
    counter.passes(days=2)
    assert await advance(counter.database, counter.acts) == 1

    [posted] = await counter.posted(ann)
    assert posted.message.due_at == counter.now.replace(hour=16)  # 18:00 in Kyiv
    assert posted.message.buttons == (("button-own", "via 1 rewards"),)
    assert "Free coffee" in await ann.says("via 1 rewards", tap=True)
    assert "Free coffee" in await ann.says("vouchers")
    assert "Tapped the button: 1" in await boss.says("broadcast show 1")


async def test_what_can_not_be_said_is_refused_and_a_draft_can_be_thrown_away(
    counter: Counter,
) -> None:
    boss = await counter.owner()
    await written(boss, "Dear {surname}")
    assert boss.last
    assert "no “surname”" in boss.last.text
    assert "Write the text first" in await boss.says("/broadcast send")
    await boss.says("/broadcast text en")
    assert "too long" in await boss.says("x" * 3001)
    assert "Whom shall I write to" in await boss.says("/broadcast drop")
    for said in ("preview", "go 7", "pause 99", "now"):
        assert "not there any more" in await boss.says(f"/broadcast {said}"), said


async def test_nobody_sends_somebody_elses_draft(counter: Counter) -> None:
    boss, eve = await counter.owner(), await counter.works(Role.OWNER, "Eve")
    await written(boss)
    assert "not there any more" in await eve.says("broadcast go 1")
    found = await counter.database.read(lambda tx: broadcasts.find(tx, 1))
    assert found
    assert found.stage is Stage.DRAFT
    assert found.made_at - counter.now < timedelta(seconds=1)


async def test_a_picture_stands_above_the_text(counter: Counter) -> None:
    boss = await counter.owner()
    ann = await (await counter.customer()).agrees()
    await written(boss)
    await boss.taps("Picture …")
    assert "Send the picture now" in await boss.says("here it comes")
    assert "With a picture" in await boss.says("", photo="photo-7")
    await boss.taps("Look at it")
    assert boss.last
    assert boss.last.photo == "photo-7"
    await boss.says("/broadcast send")
    await boss.taps("Yes, send")
    await advance(counter.database, counter.acts)
    [posted] = await counter.posted(ann)
    spoken = worded(TEXTS, counter.acts.program, "en", [posted.message], Channel.TELEGRAM)
    assert spoken.photo == "photo-7"
    assert "did not understand" in await ann.says("", photo="photo-8")


async def test_a_broadcast_can_multiply_points_for_some_days(counter: Counter) -> None:
    boss = await counter.owner()
    ann, ben = await (await counter.customer()).agrees(), await counter.customer("Ben")
    await written(boss, "Twice!")
    await boss.taps("Present …")
    assert "can't be given" in await boss.says("x1 7")
    await boss.says("/broadcast offer")
    assert "With it: × 1.5 for purchases, for 10 days" in await boss.says("х1,5 10 days")
    await boss.taps("Present …")
    assert "With it: × 2 for purchases, for 7 days" in await boss.taps("× 2, days: 7")
    await boss.taps("Send …")
    await boss.taps("Yes, send")
    for _ in range(2):
        await advance(counter.database, counter.acts)

    [boost] = (await counter.member(ann)).boosts
    assert (str(boost.factor), (boost.until - counter.now).days) == ("2", 7)
    assert "For you now: × 2 for your purchases up to and including" in await ann.says("points")
    assert "× 2" not in await ben.says("points")
    assert (await counter.member(ben)).boosts == ()


async def test_taps_are_counted_for_the_message_they_belong_to(counter: Counter) -> None:
    boss, ann = await counter.owner(), await (await counter.customer()).agrees()
    ben = await counter.customer("Ben")
    member = await counter.member(ann)
    message = Message(
        id=2**62 + 1, member_id=member.id, campaign="winback", occasion="1", key="notice-own",
        purpose=Purpose.MARKETING, created_at=counter.now, due_at=counter.now,
        stale_at=counter.now + timedelta(days=1),
    )  # fmt: skip
    await counter.database.run(lambda tx: outbox.queue(tx, message))

    def clicked(tx: Transaction) -> int:
        return clicks.of_campaign(tx, "winback")

    tap = f"via {name_of(message.id)} points"
    assert "50 points" in await ben.says(tap, tap=True)  # it is not Ben's
    assert await counter.database.read(clicked) == 0
    assert "50 points" in await ann.says(tap, tap=True)
    await ann.says(tap, tap=True)
    assert await counter.database.read(clicked) == 1
    assert "Tapped or opened: 1" in await boss.says("stats month posts")
    assert "Tapped or opened: 1" in await boss.says("campaigns winback")
