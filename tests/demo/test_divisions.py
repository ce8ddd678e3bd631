"""In the invented town divisions outside welfare take part, one request is answered and one waits, and the prefecture's offer is used."""

from datetime import date, datetime, time, timedelta

import pytest

from marugoto.community.queries import enquiry as enquiries
from marugoto.community.queries import member as members
from marugoto.community.queries import provision as provisions
from marugoto.demo.bodies.aomine import AOMINE as PREFECTURE
from marugoto.demo.live.clock import Clock
from marugoto.demo.live.divisions import PROVIDED, SKETCHES, joins_in, provides
from marugoto.demo.live.here import Here
from marugoto.demo.town import BY_CODE
from marugoto.kernel.jst import JST
from tests.town import AOMINE, MINAMO, settle_town

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 11, 25)


def test_they_take_part_on_a_ground_and_do_something_of_their_own() -> None:
    town = settle_town()
    morning = datetime.combine(UNTIL, time(), tzinfo=JST)
    clock = Clock(morning - timedelta(days=700), morning)
    here = Here(BY_CODE[MINAMO], town.settled, clock, "1")
    clock.begin(clock.now, joins_in(here))
    clock.begin(clock.now, provides(Here(PREFECTURE, town.settled, clock, "1"), here))
    clock.run(lambda at: None)
    town.now = morning + timedelta(hours=9)
    found = members.members(town("hirata"))
    assert {line.member.name for line in found} == {one.name for one in SKETCHES}
    assert [line.does for line in found] == [1] * len(SKETCHES)
    assert sum(line.asks for line in found) == 1
    assert all(one.goal and one.serves for one in members.undertakings(town("hirata")))
    lines = provisions.provided(town("hayashi"))
    assert {line.provision.name for line in lines} == {name for name, *_ in PROVIDED}
    assert [line.taken for line in lines].count(True) == 1
    told = provisions.uptakes(town("kurokawa", AOMINE))
    assert sorted(one.uses for one in told.values()) == [0, 3]
    waiting, ended = enquiries.enquiries_here(town("kurokawa", AOMINE))
    assert (waiting.town, waiting.no_reason, waiting.answer) == ("みなも市", True, None)
    assert ended.answer is not None
    assert ended.outcome is not None
