"""The town of these tests."""

import pytest

from tests.custody.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()
