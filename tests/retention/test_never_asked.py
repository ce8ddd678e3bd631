"""Whoever was approached and never became a consultation, and whoever was watched over: gone when the period is over, with all signs."""

from datetime import timedelta

import pytest

from marugoto.participation.actions.approach import end_approach
from marugoto.participation.actions.watch import end_watch
from marugoto.participation.codes import ApproachEnd, WatchEnd
from marugoto.participation.models import Approach, ApproachSign, ApproachTry, Watch
from marugoto.retention.codes import RecordKind
from marugoto.retention.queries.behind import run_out
from tests.database import unwalled
from tests.disposed import destroyed, scheduled, years_pass
from tests.town import Town
from tests.visited import approached, watched

pytestmark = pytest.mark.django_db


def kept() -> list[int]:
    with unwalled():
        return [model.objects.everywhere("kept").count() for model in (Approach, ApproachTry, ApproachSign, Watch)]


def test_what_was_never_a_consultation_goes_with_its_steps(town: Town) -> None:
    going, watching, running = approached(town), watched(town), approached(town)
    end_approach(by=town("tanaka"), at=town.later(), approach=going, end=ApproachEnd.WELL, words="娘さんと暮らす。")
    end_watch(by=town("tanaka"), at=town.later(), watch=watching, end=WatchEnd.NOT_NEEDED, words="娘さんと暮らす。")
    later = town.now + timedelta(days=9)
    assert [one.subject for one in run_out(town("shiraishi"), RecordKind.APPROACH, later)] == [going]
    assert [one.subject for one in run_out(town("shiraishi"), RecordKind.WATCH, later)] == [watching]
    assert kept() == [2, 2, 2, 1]
    scheduled(town, RecordKind.APPROACH, RecordKind.WATCH)
    years_pass(town)
    destroyed(town)
    assert kept() == [1, 1, 1, 0]
    with unwalled():
        assert Approach.objects.everywhere("kept").get().pk == running
