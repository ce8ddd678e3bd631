"""The cast of these tests."""

import pytest

from tests.people.cast import Cast, settle_cast


@pytest.fixture
def cast(db: None) -> Cast:
    return settle_cast()
