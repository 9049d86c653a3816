"""export: an owner gets everybody as files, from the chat."""

from io import BytesIO
from zipfile import ZipFile

from tests.bot.conversation.conftest import Counter


async def test_an_owner_gets_the_files_of_an_export(counter: Counter) -> None:
    ann = await counter.customer("=Ann")
    card = (await counter.member(ann)).card
    boss = await counter.owner()
    await boss.says("export")

    assert boss.last
    assert boss.last.document
    with ZipFile(BytesIO(boss.last.document.content)) as packed:
        files = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    assert list(files) == ["members.csv", "lots.csv", "consents.csv"]
    assert f"{card},'=Ann," in files["members.csv"]
    assert f"{card},1-" in files["lots.csv"]
