"""Tags: no more than may be are put on a member; those that an import brought come off again."""

import pytest

from core import tagging
from core.errors import TooManyTags
from core.tables import tags
from tests.core.conftest import Cafe


def test_of_too_many_tags_each_comes_off_and_none_is_added(cafe: Cafe) -> None:
    ann = cafe.joins()
    tags.add(cafe.tx, [(ann.id, f"tag-{number}") for number in range(tagging.MOST + 2)])

    left = tagging.change(cafe.tx, cafe.act(), member_id=ann.id, on=(), off=["tag-0"])
    assert len(left) == tagging.MOST + 1
    with pytest.raises(TooManyTags):
        tagging.change(cafe.tx, cafe.act(), member_id=ann.id, on=["new"], off=["tag-1"])
