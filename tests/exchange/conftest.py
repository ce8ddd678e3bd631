"""The town as it is settled, before any list was brought in."""

import pytest

from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()
