"""A reward can be named by its place in the list, on every channel."""

from tests.bot.conversation.conftest import Counter


async def test_a_reward_is_named_by_its_place_and_had_by_its_button(counter: Counter) -> None:
    """The list may have changed since: so its price is shown once more."""
    ann, sam = await counter.customer(), await counter.owner()
    assert "still missing" in await ann.says("redeem 1")  # the list says of what
    await sam.says(f"grant {(await counter.member(ann)).card} 200 jubilee")
    await ann.says("rewards")
    first = ann.buttons[0].label
    await ann.says("redeem 1")
    assert ann.buttons[0].label == first
    assert await counter.balance(ann) == 250
    assert "is yours" in await ann.taps(first)
    await ann.says("отримати 1")
    assert "redeem" in ann.buttons[0].command
    assert "is yours" not in await ann.says("redeem 9")
