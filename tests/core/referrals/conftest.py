"""Ann, and Bob, whom she brought."""

import pytest

from core.model import Member
from tests.core.conftest import Cafe


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, who brings Bob."""
    return quiet.joins("Ann")


@pytest.fixture
def bob(quiet: Cafe, ann: Member) -> Member:
    """Bob, who joined by Ann's code."""
    return quiet.joins("Bob", code=ann.referral_code.lower())
