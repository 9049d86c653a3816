"""Order histories: what a row must say, and what is said of one that does not."""

from datetime import date
from pathlib import Path

import pytest

from bot.histories import BadHistory, History, read_history
from core.simulating.running import Bought

HEADER = "order_id,customer_id,placed_at,total,currency,category,sku\n"
GOOD = "1,ann,2026-03-10T23:30:00+00:00,12.50,EUR,beauty,MUG\n"


def read(folder: Path, text: str, *, skip_bad: bool = False) -> History:
    """The history of a file that says so."""
    path = folder / "orders.csv"
    path.write_text(text, encoding="utf-8")
    return read_history(path, currency="EUR", timezone="Europe/Kyiv", skip_bad=skip_bad)


def test_the_oldest_order_comes_first_and_days_are_the_shops(tmp_path: Path) -> None:
    later = "2,bob,2026-03-09 10:00,3,eur,,\n"
    orders = list(read(tmp_path, HEADER + GOOD + later).orders())
    assert orders == [
        Bought(1, date(2026, 3, 9), 300),
        Bought(0, date(2026, 3, 11), 1250, "beauty", "MUG"),  # past midnight in Kyiv
    ]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_a_byte_order_mark_and_any_order_of_columns_are_read(
    tmp_path: Path, delimiter: str
) -> None:
    text = "\ufeffTotal,Currency,order_id,customer_id,placed_at,note\n5.00,EUR,1,a,2026-03-10,x\n"
    history = read(tmp_path, text.replace(",", delimiter))
    assert list(history.orders()) == [Bought(0, date(2026, 3, 10), 500)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,bob,2026-03-10,1.00,EUR,,\n", 'the order "1" is there twice'),
        ("2,bob,10.03.2026,1.00,EUR,,\n", 'placed_at is "10.03.2026"; write it as 2026-03-10T'),
        ("2,bob,2026-03-10,abc,EUR,,\n", "'abc' is not an amount of money"),
        ("2,bob,2026-03-10,1.005,EUR,,\n", "finer than EUR allows"),
        ("2,bob,2026-03-10,-1.00,EUR,,\n", "refunds are not orders"),
        ("2,bob,2026-03-10,1.00,USD,,\n", 'the currency is "USD"; the program\'s is EUR'),
        ("2,,2026-03-10,1.00,EUR,,\n", "order_id or customer_id is empty"),
        ("2,bob,2026-03-10\n", "a column is missing"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_stops_or_is_skipped_and_counted(
    tmp_path: Path, row: str, said: str
) -> None:
    with pytest.raises(BadHistory) as refused:
        read(tmp_path, HEADER + GOOD + row)
    assert "orders.csv:3: " in str(refused.value)
    assert said in str(refused.value)

    history = read(tmp_path, HEADER + GOOD + row + "3,cid,2026-03-12,1.00,EUR,,\n", skip_bad=True)
    assert (len(history), history.skipped) == (2, 1)
    assert said in history.bad[0]


def test_a_file_without_the_columns_says_which(tmp_path: Path) -> None:
    with pytest.raises(BadHistory, match=r"orders\.csv:1: no column customer_id and currency"):
        read(tmp_path, "order_id,placed_at,total\n")


def test_what_is_no_text_or_no_file_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    with pytest.raises(BadHistory, match="can't be read"):
        read_history(path, currency="EUR", timezone="UTC", skip_bad=False)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadHistory, match="not UTF-8"):
        read_history(path, currency="EUR", timezone="UTC", skip_bad=False)
