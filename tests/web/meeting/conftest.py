"""The town and two of its workers, signed in."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def tanaka(town: Town) -> Client:
    return signed_in("tanaka")


@pytest.fixture
def nishimura(town: Town) -> Client:
    """A teacher, of another agency."""
    return signed_in("nishimura")


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client
