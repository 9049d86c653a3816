"""loyalty import and export, as typed: what people have goes out and comes in, whole or not."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from tests.core.program.cafe import CAFE

# ruff: noqa: E501 rows of a file

MEMBERS = """\
\ufeffcard,name,phone,telegram_id,balance,tier,tier_since,tier_until,birthday,invited_by,joined_at,city,tags
2000000000015,=Ann,'+380501234567,42,150,silver,2026-01-05,2031-06-30,1990-05-31,,2024-02-29,Біла Церква,VIP друзі
2000000000022,Bob,,,0,,,,12-24,2000000000015,2025-03-01,,
"""
LOTS = """\
card;lot;points;earned_at;available_at;expires_at;own_date;dated_until;tier_points;tier_at
2000000000015;a;100;2026-01-10;2026-01-08;2031-01-10T12:30:00+02:00;yes;;100;
2000000000015;b;50;2026-02-10;9999-01-01;;;2032-06-30;50;9999-01-01
2000000000015;c;0;2025-12-01;;;;;320;
"""
CONSENTS = """\
card,channel,purpose,granted,at,wording,source
2000000000015,telegram,marketing,yes,2026-01-05T10:00:00+02:00,consent-offers/1/uk,chat
2000000000015,telegram,marketing,no,2026-03-05T10:00:00+02:00,consent-offers/1/uk,chat
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with the café's program."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.toml").write_text(CAFE, encoding="utf-8")
    monkeypatch.setenv("LOYALTY_PROGRAM", "program.toml")
    return tmp_path


@pytest.fixture
def files(here: Path) -> Path:
    """The files of an export, as somebody wrote them by hand."""
    folder = here / "in"
    folder.mkdir()
    for name, text in (("members", MEMBERS), ("lots", LOTS), ("consents", CONSENTS)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def _run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*args])
    return result.exit_code, result.stdout, result.stderr


def _imports(text: str, *args: str) -> tuple[int, str, str]:
    Path("people.csv").write_text(text, encoding="utf-8")
    return _run("import", "people.csv", *args)


def _exported(folder: str) -> dict[str, list[list[str]]]:
    assert _run("export", folder)[0] == 0
    texts = {
        name: (Path(folder) / name).read_text(encoding="utf-8-sig")
        for name in ("members.csv", "lots.csv", "consents.csv")
    }
    return {name: list(csv.reader(text.splitlines())) for name, text in texts.items()}


def _sums(out: str) -> dict[str, str]:
    rows = [line.split("│") for line in out.splitlines() if line.startswith("│")]
    return {row[1].strip(): row[2].strip() for row in rows if len(row) == 4}


def test_what_goes_out_comes_in_the_same(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run("import", "in")[0] == 0
    first = _exported("one")
    assert [row[2] for row in first["lots.csv"][1:]] == ["100", "50", "0"]
    assert [row[7][:4] for row in first["lots.csv"][1:]] == ["", "2032", ""], "what was told stays"
    assert len(first["consents.csv"]) == 3

    monkeypatch.setenv("LOYALTY_DATABASE_URL", "sqlite:///other.db")
    assert _run("import", os.path.join("one", "lots.csv"))[0] == 0  # one file names them all

    assert _exported("two") == first


def test_who_comes_from_a_program_without_tiers_begins_in_the_first(here: Path) -> None:
    assert _imports("card,tier\n7,member\n")[0] == 0
    header, row = _exported("out")["members.csv"]

    assert row[header.index("tier")] == "bronze"


def test_people_keep_their_language_though_the_program_does_not_speak_it(here: Path) -> None:
    _imports("card,language\n7,pl\n8,uk-UA\n9,eo\n")
    header, *rows = _exported("out")["members.csv"]

    assert {row[header.index("language")] for row in rows[:2]} == {"pl", "uk"}
    assert rows[2][header.index("language")] == "en"


def test_the_same_files_again_change_nothing(files: Path) -> None:
    _run("import", "in")
    before = _exported("one")

    code, out, _ = _run("import", "in")

    assert (code, _sums(out)["have it already"], _sums(out)["lots"]) == (0, "2", "0")
    assert out.endswith("Nothing to import: everybody has it already.\n")
    assert _run("import", "one")[0] == 0  # nor does what was exported here
    assert _exported("two") == before


def test_a_dry_run_shows_who_changes_and_changes_nothing(files: Path) -> None:
    code, out, _ = _run("import", "in", "--dry-run")

    assert code == 0
    assert "points 0 → 150 in 3 lots" in out
    assert out.endswith("Nothing was changed.\n")
    assert len(_exported("out")["members.csv"]) == 1


def test_every_wrong_line_is_told_and_nothing_is_imported(here: Path) -> None:
    code, out, err = _imports(
        "card,phone,points,birthday,tier\n"
        "2000000000015,+380501234567,10,,\n"
        "2000000000022,12345,10,,\n"
        "2000000000039,,-5,,\n"
        "2000000000046,,ten,31.12.1990,\n"
        ",,5,,\n"
    )

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        'people.csv:3: phone: "12345" is no phone number:'
        " write it as +380501234567, or say --country UA",
        "people.csv:4: the points are -5: nobody can have less than none",
        'people.csv:5: points: "ten" is no whole number of points',
        "Nothing was imported.",
    ]
    assert len(_exported("out")["members.csv"]) == 1


def test_what_the_database_or_the_program_says_against_a_line_is_told_too(here: Path) -> None:
    _imports("card,phone,email\n1,+380501234567,\n2,,ann@example.com\n")

    _, _, err = _imports(
        "phone,email,card\n'+380501234567,ann@example.com,\n,,7\n,b@example.com,7\n"
    )
    assert err.splitlines()[:2] == [
        "people.csv:2: the phone +380501234567 and the e-mail ann@example.com"
        " belong to two different members",
        "people.csv:4: the card 7 stands on line 3 already",
    ]
    _, _, err = _imports("card,points,earned_at\n7,5,2999-01-01\n")
    assert err.startswith("people.csv:2: earned_at is a day that has not come yet\n")
    _, _, err = _imports("card,tier,invited_by\n7,gold,\n8,,nobody\n,,\n9,,9\n10,gold,\n11,vip,\n")
    assert err.splitlines() == [
        "people.csv:2: the running program lacks tiers that members of this file have:"
        ' "gold" (2), "vip" (1); it has bronze, silver. Put the program they come from in force first'
        " (loyalty program apply FILE), or write other tiers into the file",
        "people.csv:3: who brought them, nobody, is neither in the file nor known",
        "people.csv:5: nobody can be brought by themselves",
        "Nothing was imported.",
    ]


def test_a_member_keeps_what_they_told_and_gets_what_is_missing(here: Path) -> None:
    _imports("card,name,phone\n2000000000015,Ann,'+380501234567\n")

    _, out, _ = _imports(
        "phone,name,email,points,tier\n0501234567,Anna,Ann@Example.com,70,Silver\n",
        "--country",
        "ua",
    )

    assert (_sums(out)["members changed"], _sums(out)["points"]) == ("1", "70")
    header, row = _exported("out")["members.csv"]
    told = dict(zip(header, row, strict=True))
    assert (told["name"], told["email"], told["tier"]) == ("Ann", "ann@example.com", "silver")
    assert (told["phone"], told["balance"]) == ("'+380501234567", "70")


def test_formulas_leave_as_text(here: Path) -> None:
    _imports('card,name\n1,"=HYPERLINK(""http://x"")"\n2,@SUM\n')

    names = {row[1] for row in _exported("out")["members.csv"][1:]}

    assert names == {'\'=HYPERLINK("http://x")', "'@SUM"}


@pytest.mark.parametrize(
    ("text", "source", "points"),
    [
        ("email,points\na@example.com,7\n", "people.csv", "7"),
        ("Email,Points Balance,Member Status\na@example.com,9,member\n", "Smile.io", "9"),
        ("Email,Full Name,Points Balance,Birthday\na@e.com,Ann,8,05/31/1990\n", "Yotpo", "8"),
        ("email,points_approved,tier\na@example.com,6,Silver\n", "LoyaltyLion", "6"),
        ("Customer ID,Email,Points,birthdate\n77,a@e.com,3.56,1990-5-31\n", "Growave", "4"),
    ],
)
def test_files_of_others_are_known_by_their_header(
    here: Path, text: str, source: str, points: str
) -> None:
    code, out, _ = _imports(text)

    assert code == 0
    assert f"from {source}" in out
    assert _sums(out)["points"] == points


def test_who_never_joined_elsewhere_is_left_out(here: Path) -> None:
    _, out, _ = _imports(
        "email,points_balance,state,date_of_birth\na@e.com,0,candidate,\nb@e.com,5,member,1004-05-27",
        "--from",
        "smile",
    )

    assert _sums(out)["new members"] == "1"
    [_, row] = _exported("out")["members.csv"]
    assert "05-27" in row


def test_a_report_tells_all_that_is_kept_of_one(files: Path) -> None:
    _run("import", "in")

    told = [
        json.loads(_run("member", "report", who)[1]) for who in ("+380501234567", "2000000000015")
    ]

    assert told[0] == told[1]
    assert [entry["points"] for entry in told[0]["entries"]] == [100, 50, 0]
    assert [consent["granted"] for consent in told[0]["consents"]] == [True, False]
    assert _run("member", "report", "nobody")[0] == 1


def test_an_unknown_column_is_told_with_what_was_meant(here: Path) -> None:
    code, _, err = _imports("emial,points\na@example.com,7\n")

    assert code == 1
    assert 'people.csv:1: unknown column "emial"; did you mean email?' in err
