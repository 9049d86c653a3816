"""Which URLs name a database, and what an error may show."""

import asyncio
import traceback
from pathlib import Path

import pytest

from bot.databases.opening import open_database
from bot.ports import DatabaseUnavailable, DatabaseUrlWrong


@pytest.mark.parametrize(
    "url",
    [
        "mysql://ann:hunter2@db/loyalty",
        "ann:hunter2@db/loyalty",
        "postgresql://ann:hunter2%zz@db/loyalty",
        "postgresql://ann:hunter2/x@db/loyalty",
        "postgresql://ann:x@hunter2@db/loyalty",
        "sqlite://",
        "sqlite:///:memory:",
        "",
    ],
)
async def test_a_url_we_can_not_use_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseUrlWrong, match=r"[.]$") as refused:
        await open_database(url)

    assert "hunter2" not in "".join(traceback.format_exception(refused.value))
    assert "\n" not in str(refused.value)


def test_three_slashes_are_relative_and_four_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for url in ("sqlite:///relative.db", f"sqlite:///{tmp_path}/absolute.db"):
        asyncio.run(open_and_close(url))

    assert {"relative.db", "absolute.db"} <= {file.name for file in tmp_path.iterdir()}


async def open_and_close(url: str) -> None:
    await (await open_database(url)).close()


async def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match=r"no/x\.db can't be opened: make its folder"):
        await open_database(f"sqlite:///{tmp_path}/no/x.db")


async def test_a_file_that_is_no_database_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Ann, " * 100)

    with pytest.raises(DatabaseUnavailable, match=r"letter\.db is not a SQLite database"):
        await open_database(f"sqlite:///{tmp_path}/letter.db")
