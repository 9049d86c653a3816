"""People are found by any word of their name, however it is written."""

import pytest

from bot.databases.migrating import migrate, ours
from bot.ports import Database
from core import leaving
from core.tables import finding
from core.transaction import Transaction
from tests.core.conftest import Cafe

NAMES = ("Olena Kovalenko", "Мар'яна Коваль-Заєць", "Łucja Żółć", "Zoë Quill", "Ion Kovacs")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kovalenko", {NAMES[0]}),
        ("KOV", {NAMES[0], NAMES[4]}),
        ("ol kovalenko", {NAMES[0]}),
        ("коваль", {NAMES[1]}),
        ("ЗАЄЦЬ марʼяна", {NAMES[1]}),
        ("żółć", {NAMES[2]}),
        ("zolc", set()),
        ("zoe q", {NAMES[3]}),
        ("alenko", set()),
        ("k", set()),
        ("olena ion", set()),
        ("- ,", set()),
    ],
)
def test_any_words_beginning_finds_who_is_called_so(
    cafe: Cafe, typed: str, found: set[str]
) -> None:
    for name in NAMES:
        cafe.joins(name)

    assert {one.name for one in finding.by_name(cafe.tx, typed, limit=10)} == found


def test_whole_words_come_first_and_no_more_than_wanted(cafe: Cafe) -> None:
    for name in ("Anna Long", "Ann Short", "Annabel Longer"):
        cafe.joins(name)

    assert [one.name for one in finding.by_name(cafe.tx, "ann", limit=2)] == [
        "Ann Short",
        "Anna Long",
    ]


def test_who_is_forgotten_is_found_no_more(cafe: Cafe) -> None:
    olena = cafe.joins("Olena Kovalenko")
    leaving.forget(cafe.tx, cafe.act(), member_id=olena.id)

    assert finding.by_name(cafe.tx, "kovalenko", limit=10) == []


async def test_members_of_before_are_found_too(empty_database: Database) -> None:
    """On both engines: what there is gets its words with the migration."""
    names = [name for name, _ in ours()]
    here = names.index("0029_name_words")
    await migrate(empty_database, ours()[:here])

    def members(tx: Transaction) -> None:
        for id, name in enumerate(NAMES, 1):
            tx.rows(
                "INSERT INTO members (id, status, name, language, card, referral_code, joined_at,"
                " balance, entries, counters, tier, tier_since) VALUES (:id, 'active', :name, 'en',"
                " :card, :card, 0, 0, 0, '{}', 'bronze', 0)",
                id=id,
                name=name,
                card=f"c{id}",
            )

    await empty_database.run(members)
    await migrate(empty_database)
    found = await empty_database.read(lambda tx: finding.by_name(tx, "Коваль", limit=10))

    assert [one.name for one in found] == [NAMES[1]]
