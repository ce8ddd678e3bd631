"""The filters that say a day: by the era, as papers do."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.web.ui.drawn import draw

DAY = date(2026, 11, 24)


def test_a_day_is_said_by_the_era_and_no_day_is_said_by_nothing() -> None:
    assert draw("{% load days %}{{ day|era }}|{{ none|era }}", day=DAY, none=None) == "令和8年11月24日|"


def test_a_near_day_needs_no_year_and_one_of_last_year_has_it() -> None:
    now = timezone.now()
    near, far = local_day(now) - timedelta(days=3), local_day(now) - timedelta(days=400)
    assert (
        draw("{% load days %}{{ near|near }}|{{ far|near }}", near=near, far=far) == f"{say_day(near)}|{say_era(far)}"
    )


def test_an_instant_is_the_day_it_is_in_japan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 15, 5, 7, tzinfo=UTC))
    late = datetime(2026, 11, 24, 15, 1, tzinfo=UTC)
    assert draw("{% load days %}{{ late|near }}", late=late) == "11月25日(水)"
    assert draw("{% load days %}{% now_said %}") == "令和8年11月25日 00時05分"
    assert draw("{% load days %}{% now_said seconds=True %}") == "令和8年11月25日 00時05分07秒"
