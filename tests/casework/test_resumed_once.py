"""Support that goes on and support that begins cannot both win; and the end that was the last one is the one that came back."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any
from unittest import mock
from uuid import UUID

import pytest
from django.db import connection

from marugoto.casework.actions import after
from marugoto.casework.actions import case as cases
from marugoto.casework.actions.after import look_in
from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.codes import CaseEnd, LookInResult
from marugoto.casework.models import Case
from marugoto.custody.models import Ball
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from tests.begun import supported
from tests.database import unwalled
from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def _ended(town: Town, case: UUID) -> UUID:
    close_case(by=town("tanaka"), at=town.later(), case=case, end=CaseEnd.MOVED_AWAY)
    with unwalled():
        return Case.objects.within(town.body).get(pk=case).household_id


def _meeting(gate: threading.Barrier) -> Callable[..., Any]:
    """Both have looked before either writes, unless one of them waits for the other."""
    whole = cases.require_no_other_case

    def looked(*args: Any) -> None:
        whole(*args)
        with contextlib.suppress(threading.BrokenBarrierError):
            gate.wait(timeout=3)

    return looked


@pytest.mark.django_db(transaction=True)
def test_one_window_resumes_and_another_begins_and_one_of_them_is_told(town: Town) -> None:
    case = supported(town)
    home = _ended(town, case)
    at = town.later()
    said: list[str] = []
    looked = _meeting(threading.Barrier(2))

    def hand(deed: Callable[[], Any]) -> None:
        try:
            deed()
            said.append("始めた")
        except Refused as refused:
            said.append(str(refused))
        finally:
            connection.close()

    deeds = [
        lambda: look_in(by=town("tanaka"), at=at, case=case, result=LookInResult.NEEDED),
        lambda: open_case(by=town("tanaka"), at=at, household=home),
    ]
    with (
        mock.patch.object(after, "require_no_other_case", looked),
        mock.patch.object(cases, "require_no_other_case", looked),
    ):
        hands = [threading.Thread(target=hand, args=(deed,)) for deed in deeds]
        for one in hands:
            one.start()
        for one in hands:
            one.join(timeout=60)
    with unwalled():
        rows = Case.objects.within(town.body).filter(household=home).values("ball")
        assert Ball.objects.within(town.body).filter(pk__in=rows, settlement=None).count() == 1, said
    assert sorted(one[:5] for one in said) == ["この世帯の", "始めた"]


@pytest.mark.django_db
def test_the_end_that_was_the_last_one_came_back(town: Town) -> None:
    first = supported(town)
    home = _ended(town, first)
    second = open_case(by=town("tanaka"), at=town.later(), household=home).pk
    _ended(town, second)
    look_in(by=town("tanaka"), at=town.later(), case=first, result=LookInResult.NEEDED)
    with unwalled():
        told = (
            Fact.objects.within(town.body).filter(kind="case.returned").order_by("seq").values_list("matter", flat=True)
        )
        assert list(told) == [first, second]
