"""`loyalty simulate`: a history in, a table and a picture out."""

from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli.main import app

HEADER = "order_id,customer_id,placed_at,total,currency,category\n"
ROWS = "1,ann,2025-01-10,250.00,EUR,\n2,ann,2025-02-10,100.00,EUR,\n3,bob,2026-03-01,10.00,EUR,\n"


def simulate(folder: Path, text: str, *more: str, program: str = "starter") -> Result:
    """What the command says of a file with that text."""
    path = folder / "orders.csv"
    path.write_text(text, encoding="utf-8")
    args = ["simulate", "--program", program, "--orders", str(path), *more]
    return CliRunner().invoke(app, args)


def test_it_says_points_cost_and_tiers_and_draws_them(tmp_path: Path) -> None:
    result = simulate(tmp_path, HEADER + ROWS)
    assert result.exit_code == 0, result.output
    said = [line.split("│")[1:3] for line in result.output.splitlines() if "│" in line]
    sums = {name.strip(): value.strip() for name, value in said}
    assert sums["issued"] == "460"  # 2 × 50 for joining, 250 + 100 + 10
    assert sums["spent"] == "360.00 EUR"
    assert sums["members on Silver"] == "0", "a year after, ann's points count no more"
    assert sums["expired at most"] == "400", "ann's, a year later"
    assert (tmp_path / "orders.png").read_bytes().startswith(b"\x89PNG")


def test_months_without_orders_are_there_too(tmp_path: Path) -> None:
    result = simulate(tmp_path, HEADER + ROWS)
    months = [line.split("│")[1].strip() for line in result.output.splitlines() if "│ 202" in line]
    assert (months[0], months[-1], len(months)) == ("2025-01", "2026-03", 15)


def test_a_money_program_counts_in_money(tmp_path: Path) -> None:
    usd = (HEADER + ROWS).replace("EUR", "USD")
    result = simulate(tmp_path, usd, program="cvs-extracare")
    [issued] = [line for line in result.output.splitlines() if line.startswith("│ issued")]
    assert issued.split("│")[2].strip() == "7.20"


def test_a_bad_row_stops_it_with_its_line(tmp_path: Path) -> None:
    result = simulate(tmp_path, HEADER + ROWS + "3,x,2026-03-01,1.00,EUR,\n")
    assert result.exit_code == 1
    assert 'orders.csv:5: the order "3" is there twice' in result.stderr
    assert not (tmp_path / "orders.png").exists()


def test_bad_rows_can_be_skipped_and_are_listed(tmp_path: Path) -> None:
    bad = "4,x,tomorrow,1.00,EUR,\n"
    result = simulate(tmp_path, HEADER + ROWS + bad, "--skip-bad")
    assert result.exit_code == 0
    assert "orders.csv:5: placed_at" in result.stderr
    assert "skipped rows: 1" in result.stderr


def test_a_history_without_orders_is_a_problem(tmp_path: Path) -> None:
    result = simulate(tmp_path, HEADER)
    assert result.exit_code == 1
    assert "there are no orders in it" in result.stderr


def test_a_file_that_is_not_there_is_wrong_usage() -> None:
    result = CliRunner().invoke(app, ["simulate", "--program", "starter", "--orders", "no.csv"])
    assert result.exit_code == 2
    assert result.stderr == "no.csv: the file can't be read (No such file or directory)\n"


def test_a_picture_nobody_asked_for_may_fail(tmp_path: Path) -> None:
    (tmp_path / "orders.png").mkdir()  # as a folder nobody may write to, also for root
    result = simulate(tmp_path, HEADER + ROWS)
    assert result.exit_code == 0, result.output
    assert "orders.png: the picture can't be written (Is a directory); say --png" in result.stderr


def test_the_picture_goes_where_it_is_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "picture.png"
    assert simulate(tmp_path, HEADER + ROWS, "--png", str(target)).exit_code == 0
    assert target.stat().st_size > 10_000
    nowhere = simulate(tmp_path, HEADER + ROWS, "--png", str(tmp_path / "no" / "x.png"))
    assert nowhere.exit_code == 1
    assert "can't be written" in nowhere.stderr
