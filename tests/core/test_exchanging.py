"""Exchanging: of the many programs there were, those alone are read whose rates are asked for."""

import pytest

from core import exchanging
from core.exchanging import Exchange
from core.program.loading import load
from core.program.schema import Program
from tests.core.conftest import Cafe

OTHER = '\n[[currencies]]\ncode = "USD"\nrate = "{rate}"\n'


def test_a_rate_is_that_of_its_moment_and_no_other_program_is_read(
    quiet: Cafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, text, moments = quiet.now, quiet.text, []
    for tenths in range(1, 7):
        quiet.passes(days=1)
        quiet.rules(text + OTHER.format(rate=f"0.{tenths}"))
        moments.append(quiet.now)
    read = []

    def counted(text: str) -> Program:
        read.append(text)
        return load(text)

    monkeypatch.setattr(exchanging, "load_again", counted)
    exchange = Exchange(quiet.tx, quiet.act())

    assert [exchange.worth(1000, "USD", moments[1]) for _ in range(3)] == [200] * 3
    assert len(read) == 1
    assert exchange.worth(1000, "USD", moments[5]) == 600
    assert exchange.worth(1000, "USD", first) == 100
    assert [exchange.worth(1000, "PLN", at) for at in moments] == [0] * 6
