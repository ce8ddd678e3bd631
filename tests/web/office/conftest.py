"""The office, entered as a member of the cast."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.town import Town, settle_town

Enter = Callable[[str], Client]


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def enter(town: Town) -> Enter:
    """`enter("hirata")` is her browser."""

    def browser_of(worker: str) -> Client:
        client = Client()
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
        return client

    return browser_of
