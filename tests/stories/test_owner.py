"""An owner's day in the real app: numbers, a new program file, a broadcast that shows itself."""

from bot.programs import preset_text
from core.tables import dead_letters
from tests.stories.conftest import open_cafe, words_of
from tests.stories.processes import until

LIBRARY = {"sqlite": "aiogram", "postgres": "ptb"}
OWNER = 1_000_001  # the first who comes in off the street


async def test_an_owner_reads_changes_and_writes(database_url: str, engine: str) -> None:
    async with open_cafe(database_url, LIBRARY[engine], "webhook", owners=str(OWNER)) as cafe:
        boss, ann = cafe.stranger("Olha"), await cafe.member("Ann")
        await ann.says("/notifications telegram marketing on")
        [numbers] = await boss.says("/stats")
        assert numbers.photo
        assert "Joined: 1" in numbers.caption

        dearer = preset_text("starter").replace("cost = 60", "cost = 70", 1)
        changed = words_of(await boss.sends_document("program.toml", dearer.encode()))
        assert "70 points" in changed
        assert "Version 2" in words_of(await boss.taps("Put in force"))
        broken = words_of(await boss.sends_document("program.toml", b"name = 5"))
        assert "By line" in broken

        await boss.says("/broadcast")
        await boss.taps("Everybody")
        await boss.taps("✍️ English")
        await boss.says("Hello {name}!")
        await boss.taps("Send …")
        await boss.taps("Yes, send to 1")
        await until(lambda: any("Broadcast 1" in one.text for one in boss.messages))
        assert await cafe.app.database.read(dead_letters.count) == 0
