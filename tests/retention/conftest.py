"""A support whose years are over."""

import pytest

from tests.disposed import Ended, ended, scheduled, years_pass
from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def over(town: Town) -> Ended:
    """Run out, and nothing done about it yet."""
    found = ended(town)
    scheduled(town)
    years_pass(town)
    return found
