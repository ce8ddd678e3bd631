"""What the pages of the desk begin with: the town, and one household's story in it."""

import pytest

from tests.story import Story, one_household
from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)
