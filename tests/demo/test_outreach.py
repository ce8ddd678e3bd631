"""The invented town goes to those who have not asked: one is nearer than he was, one is left in peace, one round was missed."""

from datetime import date, datetime, time, timedelta

import pytest

from marugoto.custody.codes import BallState
from marugoto.custody.queries.tower import all_open
from marugoto.demo.live.clock import Clock
from marugoto.demo.live.here import Here
from marugoto.demo.live.outreach import SKETCHES, goes_to_them
from marugoto.demo.town import BY_CODE
from marugoto.intake.queries import notice as notices
from marugoto.kernel.jst import JST
from marugoto.participation.queries import approach as approaches
from marugoto.participation.queries import watch as watches
from tests.town import MINAMO, settle_town

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 11, 25)


def test_they_are_approached_for_months_and_one_is_left_in_peace() -> None:
    town = settle_town()
    morning = datetime.combine(UNTIL, time(), tzinfo=JST)
    clock = Clock(morning - timedelta(days=170), morning)
    here = Here(BY_CODE[MINAMO], town.settled, clock, "1")
    clock.begin(clock.now, goes_to_them(here))
    clock.run(lambda at: None)
    town.now = morning + timedelta(hours=9)
    found = approaches.recent(town("yamashita"))
    assert {one.approach.called: one.times for one in found.rows} == {one.called: len(one.tries) for one in SKETCHES}
    assert [one.approach.called for one in found.rows if one.rests_until] == ["片桐さん"]
    assert watches.recent(town("yamashita")).missed == 1
    assert [one.notice.source for one in notices.recent(town("mori"), running=True).rows] == ["firm"]
    assert all_open(town("mori"), state=BallState.LATE).count >= 1
