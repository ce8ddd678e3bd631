"""A half-year ends at midnight in Japan, not in Greenwich; and its figures are those of its own days."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import transaction

from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.codes import MatterKind, Stance
from marugoto.custody.events import StuckCalled
from marugoto.evaluation.measures import Count
from marugoto.evaluation.queries.figure import half_year_of, window_of
from marugoto.ground.context import entered
from marugoto.ledger.actions import announce
from tests.evaluation.facts import share
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db

LAST = date(2026, 9, 30)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.parametrize(
    ("at", "counted"),
    [
        (datetime(2026, 9, 30, 14, 59, tzinfo=UTC), 1),  # 23:59 in Japan
        (datetime(2026, 9, 30, 15, 0, tzinfo=UTC), 0),  # the first of October in Japan
        (datetime(2026, 3, 31, 15, 0, tzinfo=UTC), 1),  # the first of April
        (datetime(2026, 3, 31, 14, 59, tzinfo=UTC), 0),
    ],
)
def test_midnight_in_japan(town: Town, at: datetime, counted: int) -> None:
    viewer = system_viewer(MINAMO, at)
    told = StuckCalled(stuck=uuid4(), holder=uuid4(), matter_kind=MatterKind.NEED, stance=Stance.HOLDER)
    with transaction.atomic(), entered(viewer):
        announce(told, by=viewer, at=at, matter=uuid4())
    later = system_viewer(MINAMO, datetime(2026, 11, 1, tzinfo=UTC))
    assert share(Count(kinds=("stuck.called",)), half_year_of(later, last=LAST)).n == counted


def test_two_half_years_make_the_twelve_months() -> None:
    viewer = system_viewer(MINAMO, datetime(2026, 11, 1, tzinfo=UTC))
    year, half, before = (
        window_of(viewer, last=LAST),
        half_year_of(viewer, last=LAST),
        half_year_of(viewer, last=date(2026, 3, 31)),
    )
    assert (before.since_day, before.until_day, half.until_day) == (year.since_day, half.since_day, year.until_day)
