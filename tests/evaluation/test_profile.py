"""Where a body stands: what was held fast and what the records of now give, stage by stage."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import transaction

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.models import MeasureValue
from marugoto.evaluation.queries import profile as profiles
from marugoto.evaluation.queries.profile import profile
from marugoto.evaluation.rules.stage import Function
from marugoto.evaluation.standards import CRITERIA
from marugoto.ground.context import entered
from tests.evaluation.facts import tell
from tests.evaluation.test_measure_table import answered
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
ENDS = [date(2024, 9, 30), date(2025, 3, 31), date(2025, 9, 30), date(2026, 3, 31)]
TODAY, LAST = date(2026, 10, 5), date(2026, 9, 30)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def hold(*levels: int | None, code: str = "", ends: list[date] | None = None) -> None:
    """These levels were held fast at the ends of half-years, of one criterion or of all."""
    viewer = system_viewer(MINAMO, AT)
    with transaction.atomic(), entered(viewer):
        for one in CRITERIA:
            for anchor, level in zip(ends or ENDS[-len(levels) :], levels, strict=True):
                if code in {"", one.code}:
                    MeasureValue.objects.create(
                        body=MINAMO, made_at=AT, code=one.code, version=one.version, anchor=anchor,
                        n=0, k=0, running=0, level=level,
                    )  # fmt: skip


def test_a_new_body_has_four_stages_and_nothing_is_added_up(town: Town) -> None:
    found = profile(system_viewer(MINAMO, AT), last=TODAY)
    assert [found.stages[one].stage for one in Function] == [0, 0, 0, 0]
    assert found.stages[Function.F2].unknown == ("F2.1", "F2.2", "F2.4", "F2.6")
    assert (found.before, found.established) == (None, False)
    assert len(found.judged) == 32
    assert sum(len(found.of(one)) for one in Function) == 32


def test_what_stood_before_stands_through_one_bad_half_year(town: Town) -> None:
    tell(answered(17, of=41))
    hold(3, code="F2.2")
    found = profile(system_viewer(MINAMO, AT), last=TODAY)
    assert found.judged["F2.2"].verdict.level == 1
    assert (found.level("F2.2"), found.judged["F2.2"].standing.falling) == (3, True)
    hold(1, code="F2.2", ends=[LAST])
    assert profile(system_viewer(MINAMO, AT), last=TODAY).level("F2.2") == 3


def test_two_bad_half_years_let_it_fall(town: Town) -> None:
    tell(answered(17, of=41))
    hold(3, 1, code="F2.2")
    hold(1, code="F2.2", ends=[LAST])
    assert profile(system_viewer(MINAMO, AT), last=TODAY).level("F2.2") == 1


def test_established_needs_the_half_year_before(town: Town) -> None:
    hold(3, 3, ends=[date(2026, 3, 31), LAST])
    found = profile(system_viewer(MINAMO, AT), last=TODAY)
    assert [found.stages[one].stage for one in Function] == [3, 3, 3, 3]  # nothing now: what was held fast stands
    assert found.before is not None
    assert found.established
    assert not profile(system_viewer(MINAMO, AT), last=date(2027, 10, 5)).established


def test_level_four_asks_for_a_review(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(answered(100, of=100))
    hold(3, 3, 3, 3, code="F2.2")
    hold(3, code="F2.2", ends=[LAST])
    assert profile(system_viewer(MINAMO, AT), last=TODAY).judged["F2.2"].verdict.level == 3
    assert profile(system_viewer(MINAMO, AT), last=TODAY).level("F2.2") == 3
    monkeypatch.setattr(profiles, "used_in_reviews", lambda viewer, *, last: frozenset({"F2.2"}))
    assert profile(system_viewer(MINAMO, AT), last=TODAY).level("F2.2") == 4


def test_what_is_held_fast_is_what_the_records_gave(town: Town) -> None:
    tell(answered(17, of=41))
    rows = {row.code: row for row in compute(by=system_viewer(MINAMO, AT), at=AT, last=LAST)}
    assert {one.code for one in CRITERIA} <= set(rows)
    assert (rows["F2.2"].level, rows["F2.2"].n, rows["F2.2"].k) == (1, 41, 17)
    assert rows["F1.1"].level is None
    assert isinstance(rows["F2.2"].pk, UUID)
