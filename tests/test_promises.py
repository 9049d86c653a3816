"""The guards that `make promises` takes out are where it looks for them."""

import pytest

from tests.promises import GUARDS, ROOT, Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.promise)
def test_a_guard_stands_in_its_file_once(guard: Guard) -> None:
    text = (ROOT / guard.file).read_text(encoding="utf-8")

    assert text.count(guard.there) == 1
    assert (ROOT / guard.tests[0]).exists()
