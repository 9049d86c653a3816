"""Several processes on one PostgreSQL are renewed one after the other, and nobody notices."""

import signal
from pathlib import Path

import pytest

from tests.stories.front import relay
from tests.stories.several import several


@pytest.mark.parametrize("engine", ["postgres"])
async def test_a_rolling_restart_loses_and_doubles_nothing(
    tmp_path: Path, database_url: str
) -> None:
    async with several(tmp_path, database_url, relay, 4, ("", True)) as bots:
        ends = [await bots.stop(bots.ports[0], signal.SIGTERM)]
        await bots.start(bots.ports[0])
        ends += [await bots.stop(bots.ports[1], signal.SIGTERM)]

    assert [(end.code, "Traceback" in end.err) for end in ends] == [(0, False)] * 2
    told = bots.load.told()
    assert bots.load.heard.keys() == {"200"}, bots.load.sums
    assert (len(told), set(told.values())) == (bots.load.coffees, {1})
