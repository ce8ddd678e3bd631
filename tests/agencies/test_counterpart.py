"""Who calls whom: a division of the prefecture and its counterpart in each municipality, entered by either side."""

from datetime import timedelta
from typing import Any

import pytest

from marugoto.agencies.actions import tie, untie
from marugoto.agencies.codes import FirstCall, Role
from marugoto.agencies.models import Counterpart, Team
from marugoto.agencies.queries.counterpart import Division, divisions, former, prefecture_of
from marugoto.agencies.rules.counterpart import Side, may_say_counterpart, may_tie, may_untie
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import AOMINE, HOTAKAZAWA, MINAMO, SHIOMI, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def said(town: Town, who: str, body: str = MINAMO, **words: Any) -> Counterpart:
    by = town(who, body)
    asked: dict[str, Any] = {"outer": town.team("pref-mind", AOMINE), "inner": town.team("north-care-desk")}
    asked |= {"first_call": FirstCall.TOWN, "since": local_day(town.now)}
    return tie(by=by, at=town.later(), **asked | words)


def column(town: Town, who: str = "hara", body: str = AOMINE) -> Division:
    rows = divisions(town(who, body), AOMINE)[1]
    return next(one for one in rows if one.team == town.team("pref-mind", AOMINE))


@pytest.mark.parametrize(
    ("side", "may"),
    [
        (Side(frozenset({Role.COUNSELLOR}), prefecture=True, of_outer=True), True),
        (Side(frozenset({Role.COUNSELLOR}), prefecture=True), False),  # another division of the prefecture
        (Side(frozenset({Role.PREFECTURE}), prefecture=True), True),
        (Side(frozenset({Role.PREFECTURE})), False),  # of another prefecture
        (Side(frozenset({Role.PLANNER}), town=True), True),
        (Side(frozenset({Role.COORDINATOR}), town=True), True),
        (Side(frozenset({Role.COORDINATOR}), town=True, contracted=True), False),
        (Side(frozenset({Role.COUNSELLOR}), town=True), False),
        (Side(frozenset({Role.PLANNER})), False),  # the planner of another municipality
    ],
)
def test_either_side_may_say_it(side: Side, may: bool) -> None:
    assert bool(may_say_counterpart(side)) is may
    assert may_say_counterpart(side).reason or may


def test_what_a_tie_needs() -> None:
    side, today = Side(frozenset({Role.PLANNER}), town=True), local_day(settle_time())
    good: dict[str, Any] = {"outer_stands": True, "inner_stands": True, "here_already": False}
    good |= {"since": today, "today": today}
    assert may_tie(side, **good)
    for wrong in (
        {"outer_stands": False},
        {"inner_stands": False},
        {"here_already": True},
        {"since": today + timedelta(days=1)},
    ):
        assert not may_tie(side, **good | wrong)
    assert may_untie(side, running=True, reason="係が分かれた")
    assert not may_untie(side, running=False, reason="係が分かれた")
    assert not may_untie(side, running=True, reason=" ")


def settle_time() -> Any:
    from tests.town import MONDAY

    return MONDAY


def test_the_health_centre_says_it_and_the_planner_reads_it_and_ends_it(town: Town) -> None:
    assert column(town).missing == 3
    row = said(town, "hara", AOMINE)
    cell = next(one for one in column(town, "hirata", MINAMO).cells if one.town == MINAMO)
    assert [(one.first_call, one.by_name) for one in cell.ties] == [(FirstCall.TOWN, "原 真理")]
    assert cell.may
    assert [one.may for one in column(town, "hirata", MINAMO).cells] == [True, False, False]
    assert column(town).missing == 2
    with pytest.raises(Refused, match="もう相手どうし"):
        said(town, "hirata")
    untie(by=town("hirata"), at=town.later(), counterpart=row.pk, reason="係が分かれた")
    assert column(town).missing == 3
    gone = former(town("hara", AOMINE), AOMINE)
    assert [(one[0], one[2].reason, one[2].by_name) for one in gone] == [("みなも市", "係が分かれた", "平田 裕子")]
    said(town, "hirata")  # and may be said again


def test_nobody_says_it_for_another_town_and_no_team_of_another_prefecture(town: Town) -> None:
    with pytest.raises(Refused, match="決められるのは"):
        said(town, "tanaka")
    with pytest.raises(Refused, match="決められるのは"):
        said(town, "hirata", inner=town.team("h-desk", HOTAKAZAWA))
    with pytest.raises(Refused, match="決められるのは"):
        said(town, "shindo", AOMINE)  # of the prefecture, but of another division
    with pytest.raises(Team.DoesNotExist):
        said(town, "hirata", outer=town.team("s-tax-desk", SHIOMI))
    with unwalled():
        assert not Counterpart.objects.everywhere("a test").exists()


def test_the_prefecture_is_found_from_either_side(town: Town) -> None:
    found = {prefecture_of(town(who, body)) for who, body in (("hara", AOMINE), ("hara", MINAMO), ("tanaka", MINAMO))}
    assert {one.pk for one in found if one} == {AOMINE}
