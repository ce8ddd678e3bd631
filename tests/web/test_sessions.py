"""The deed is done, and then the session cannot be kept: nobody is told that nothing was written."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, OperationalError
from django.test import Client

from marugoto.custody.models import Stuck
from marugoto.web.shell import leaving
from tests.database import unwalled
from tests.story import one_household
from tests.town import MINAMO, settle_town
from tests.web.client import signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.both]
CALLED = f"{uuid4()}"


@pytest.fixture
def address() -> str:
    story = one_household(settle_town())
    return f"/desk/balls/{story.ball}/stuck/"


@pytest.fixture
def tanaka(address: str) -> Client:
    client = signed_in("tanaka")
    client.raise_request_exception = False
    session = client.session
    session[leaving.PUT_BACK] = {"id": f"{uuid4()}", "action": address}  # forgotten when the form is sent
    session.save()
    return client


def calls() -> int:
    with unwalled():
        return Stuck.objects.within(MINAMO).count()


def broken_by(monkeypatch: pytest.MonkeyPatch, trouble: DatabaseError) -> None:
    def save(*_: Any, **__: Any) -> None:
        raise trouble

    monkeypatch.setattr(Session, "save", save)


def test_a_database_that_falls_away_leaves_no_answer_and_the_same_press_finds_it_done(
    tanaka: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = calls()
    with monkeypatch.context() as gone:
        broken_by(gone, OperationalError("the server closed the connection"))
        answer = tanaka.post(address, {"key": CALLED})
    assert answer.status_code == 500
    assert "書きかえていません" not in text(answer)
    assert calls() == before + 1
    again = tanaka.post(address, {"key": CALLED})
    assert again.status_code == 302
    assert calls() == before + 1


def test_whoever_is_signed_out_while_it_is_sent_is_told_that_it_may_be_done(
    tanaka: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = calls()
    broken_by(monkeypatch, DatabaseError("Forced update did not affect any rows."))
    answer = tanaka.post(address, {"key": CALLED})
    assert answer.status_code == 400
    assert "いま送ったものは、書きこまれているかもしれません。" in text(answer)
    assert "何も書きかえていません" not in text(answer)
    assert calls() == before + 1
