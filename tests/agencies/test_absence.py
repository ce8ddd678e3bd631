"""A few days off: somebody of the team stands in, nothing changes hands, and the days end by themselves."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.agencies.actions.absence import come_back, say_away
from marugoto.agencies.models import Absence, AbsenceEnding, Duty
from marugoto.agencies.queries.absence import STAND_IN, of_team, stand_in
from marugoto.agencies.rules.absence import Leave, may_be_away
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.town import Town, settle_town

MONDAY = date(2026, 11, 30)
FINE = Leave(since=MONDAY, until=date(2026, 12, 5), today=MONDAY, of_team=True, own=True)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({}, ""),
        ({"own": False}, "本人と、同じ係の課長・司令塔"),
        ({"own": False, "leads": True}, ""),
        ({"of_team": False}, "本人と、同じ係の課長・司令塔"),
        ({"deputy_same": True}, "休む人と同じ"),
        ({"deputy_of_team": False}, "同じ係の人です"),
        ({"until": MONDAY}, "休みはじめの日より前"),
        ({"since": date(2026, 11, 1), "until": date(2026, 11, 20)}, "もう終わった休み"),
        ({"until": MONDAY + timedelta(days=92)}, ""),
        ({"until": MONDAY + timedelta(days=93)}, "92日まで"),
        ({"already": True}, "もう書いてあります"),
        ({"deputy_away": True}, "代わりの人も"),
        ({"stands_in": True}, "ほかの人の代わり"),
    ],
)
def test_who_may_stand_in_for_whom_and_how_long(change: dict[str, object], says: str) -> None:
    decision = may_be_away(replace(FINE, **change))
    assert decision.allowed is not bool(says)
    assert says in decision.reason


def standing_in(viewer: Viewer, duty: UUID) -> tuple[date | None, str | None, str | None]:
    """Until when, who, and the telephone."""
    rows = Duty.objects.within(viewer.body).filter(pk=duty).annotate(**stand_in(viewer, "pk"))
    return rows.values_list(*STAND_IN)[0]


def called(duty: UUID) -> str:
    row = Duty.objects.everywhere("a test").select_related("worker", "team").get(pk=duty)
    return row.worker.phone or row.team.phone


def test_the_deputy_stands_in_on_these_days_and_no_longer(town: Town) -> None:
    tanaka, hoshi = town("tanaka"), town("hoshi")
    today = local_day(town.now)
    until = today + timedelta(days=3)
    say_away(by=tanaka, at=town.later(), duty=tanaka.duty, deputy=hoshi.duty, since=today, until=until)
    assert standing_in(hoshi, tanaka.duty) == (until, hoshi.name, called(hoshi.duty))
    later = hoshi.at_moment(town.now + timedelta(days=3))
    assert standing_in(later, tanaka.duty) == (None, None, None)
    assert of_team(later) == []


def test_back_early_is_back_today(town: Town) -> None:
    tanaka, hoshi = town("tanaka"), town("hoshi")
    today = local_day(town.now)
    days = {"since": today, "until": today + timedelta(days=9)}
    row = say_away(by=tanaka, at=town.later(), duty=tanaka.duty, deputy=hoshi.duty, **days)
    come_back(by=tanaka, at=town.later(), absence=row.pk)
    assert standing_in(hoshi, tanaka.duty) == (None, None, None)
    with pytest.raises(Refused, match="もう終わっています"):
        come_back(by=tanaka, at=town.later(), absence=row.pk)
    assert AbsenceEnding.objects.everywhere("one only").count() == 1


def test_nobody_stands_in_while_away_himself_and_no_day_is_said_twice(town: Town) -> None:
    tanaka, hoshi = town("tanaka"), town("hoshi")
    days = {"since": local_day(town.now), "until": local_day(town.now) + timedelta(days=9)}
    say_away(by=tanaka, at=town.later(), duty=tanaka.duty, deputy=hoshi.duty, **days)
    with pytest.raises(Refused, match="もう書いてあります"):
        say_away(by=tanaka, at=town.later(), duty=tanaka.duty, deputy=hoshi.duty, **days)
    with pytest.raises(Refused, match="ほかの人の代わり"):
        say_away(by=hoshi, at=town.later(), duty=hoshi.duty, deputy=tanaka.duty, **days)
    assert Absence.objects.everywhere("the first alone").count() == 1


def test_nobody_of_another_team_says_or_ends_it(town: Town) -> None:
    tanaka, ogawa = town("tanaka"), town("ogawa")
    days = {"since": local_day(town.now), "until": local_day(town.now) + timedelta(days=9)}
    with pytest.raises(Refused, match="本人と、同じ係"):
        say_away(by=ogawa, at=town.later(), duty=tanaka.duty, deputy=town("hoshi").duty, **days)
    with pytest.raises(Refused, match="同じ係の人です"):
        say_away(by=tanaka, at=town.later(), duty=tanaka.duty, deputy=ogawa.duty, **days)
    assert not Absence.objects.everywhere("none").exists()
