"""The body's own days: closed against the rule and back to it, never in the past; and the year as it then counts."""

from datetime import date, timedelta

import pytest

from marugoto.agencies.actions import close_day, take_back_day
from marugoto.agencies.codes import Role
from marugoto.agencies.models import ClosedDay
from marugoto.agencies.queries.calendar import calendar_of, own_days
from marugoto.agencies.rules.calendar import Asked, may_close, may_take_back
from marugoto.agencies.rules.year import closed_months, year_of
from marugoto.kernel.calendar import WorkingCalendar
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.town import MINAMO, SHIOMI, Town, settle_town

OPEN, SHUT = Asked(open_by_rule=True), Asked(open_by_rule=False)


@pytest.mark.parametrize(
    ("asked", "is_open", "keeps", "says"),
    [
        (OPEN, False, True, ""),
        (SHUT, True, True, ""),
        (OPEN, False, False, "庶務か課長"),
        (Asked(open_by_rule=True, past=True), False, True, "過ぎた日"),
        (Asked(open_by_rule=True, said=True), False, True, "もう書いてあります"),
        (OPEN, True, True, "もともと開いています"),
        (SHUT, False, True, "もともと閉まっています"),
        (Asked(open_by_rule=True, named=False), False, True, "何の日か"),
    ],
)
def test_when_a_day_may_differ(asked: Asked, is_open: bool, keeps: bool, says: str) -> None:
    decision = may_close(asked, is_open=is_open, keeps_calendar=keeps)
    assert bool(decision) is not bool(says)
    assert says in decision.reason
    assert bool(decision) or decision.way_on


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({}, ""),
        ({"removed": True}, "もう取り消されて"),
        ({"past": True}, "過ぎた日"),
        ({"reasoned": False}, "わけ"),
        ({"keeps_calendar": False}, "庶務か課長"),
    ],
)
def test_when_a_day_may_go_back(words: dict[str, bool], says: str) -> None:
    asked = {"removed": False, "past": False, "reasoned": True, "keeps_calendar": True}
    decision = may_take_back(**asked | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def test_a_year_counted_by_hand() -> None:
    """令和8年度: 365 days, 104 at weekends, 16 holidays on weekdays, 6 weekdays of the turn of the year (1月1日 among the holidays)."""
    months = closed_months(WorkingCalendar(), {}, 2026)
    assert [month.first.month for month in months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert sum(month.open_days for month in months) == year_of(WorkingCalendar(), 2026)
    may = {day.day.day: day.name for day in months[1].days}
    assert may == {4: "みどりの日", 5: "こどもの日", 6: "憲法記念日 振替休日"}
    assert months[1].open_days == 31 - 10 - 3
    turn = [day.day.day for day in months[8].days]
    assert turn == [29, 30, 31]


def test_own_days_stand_in_their_month() -> None:
    summer, saturday = date(2026, 8, 14), date(2026, 10, 3)
    calendar = WorkingCalendar(frozenset({summer}), frozenset({saturday}))
    months = closed_months(calendar, {summer: "夏の閉庁日", saturday: "住民の日"}, 2026)
    august, october = months[4], months[6]
    assert [(day.name, day.own, day.is_open) for day in august.days if day.own] == [("夏の閉庁日", True, False)]
    assert [(day.name, day.own, day.is_open) for day in october.days if day.own] == [("住民の日", True, True)]
    assert year_of(calendar, 2026) == year_of(WorkingCalendar(), 2026)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_a_day_is_closed_taken_back_and_closed_again(town: Town) -> None:
    honma, at = town("honma"), town.later()
    day = calendar_of(MINAMO).add(local_day(at), 10)
    made = close_day(by=honma, at=at, day=day, name="停電の日")
    assert not calendar_of(MINAMO).is_open(day)
    assert calendar_of(SHIOMI).is_open(day)
    with pytest.raises(Refused, match="もう書いてあります"):
        close_day(by=honma, at=town.later(), day=day, name="停電の日")
    take_back_day(by=honma, at=town.later(), closed_day=made.pk, reason="停電はなくなった")
    assert calendar_of(MINAMO).is_open(day)
    with pytest.raises(Refused, match="もう取り消されて"):
        take_back_day(by=honma, at=town.later(), closed_day=made.pk, reason="停電はなくなった")
    close_day(by=honma, at=town.later(), day=day, name="やはり停電")
    told = own_days(town("honma"), first=day, last=day)
    assert [(one.name, one.by_name, one.reason) for one in told] == [
        ("停電の日", "本間 里奈", "停電はなくなった"),
        ("やはり停電", "本間 里奈", ""),
    ]


def test_another_body_and_another_hat_change_nothing(town: Town) -> None:
    at = town.later()
    day = calendar_of(MINAMO).add(local_day(at), 10)
    made = close_day(by=town("honma"), at=at, day=day, name="停電の日")
    with pytest.raises(Refused, match="庶務か課長"):
        close_day(by=town("tanaka"), at=at, day=day + timedelta(days=1), name="休み")
    chief_elsewhere = next(
        viewer
        for body, worker in town.settled.duties
        if body == SHIOMI and (viewer := town(worker, SHIOMI)).has(Role.CHIEF, Role.OFFICE)
    )
    with pytest.raises(ClosedDay.DoesNotExist):
        take_back_day(by=chief_elsewhere, at=at, closed_day=made.pk, reason="x")
