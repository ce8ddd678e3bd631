"""After the end: the day on which somebody looks in comes by itself, and support that goes on keeps its history."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from marugoto.agencies.models import TeamEnding
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.after import look_in
from marugoto.casework.actions.case import close_case, open_case
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.need import add_need
from marugoto.casework.codes import CaseEnd, LookInResult, Method
from marugoto.casework.models import Case
from marugoto.casework.queries import after as afters
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.rules.case import Ending, Looking, may_close, may_look_in
from marugoto.custody.actions.settlement import reopen
from marugoto.custody.queries.ball import on_our_table, on_the_towers_table
from marugoto.custody.queries.check import faults
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.begun import supported
from tests.custody.test_suspended import shut
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@pytest.fixture
def town() -> Town:
    return settle_town()


@pytest.fixture
def ended(town: Town) -> UUID:
    case = supported(town)
    write(by=town("tanaka"), at=town.later(), case=case, words="玄関で話せた。", method=Method.VISIT)
    _close(town, case)
    return case


def _close(town: Town, case: UUID) -> None:
    at = town.later()
    close_case(
        by=town("tanaka"),
        at=at,
        case=case,
        end=CaseEnd.ACHIEVED,
        next_team=town.team("north-care-desk"),
        look_in_on=local_day(at) + timedelta(days=30),
        words="家計の見通しが立った。",
    )


def at_day(town: Town, worker: str, days: int) -> Viewer:
    return town(worker).at_moment(town.now + timedelta(days=days))


def looked_for(viewer: Viewer) -> list[UUID]:
    return [face.matter for face in on_our_table(viewer).looks]


@pytest.mark.parametrize(
    ("result", "days", "said"),
    [
        (LookInResult.STEADY, None, ""),
        (LookInResult.WATCH, 30, ""),
        (LookInResult.WATCH, None, "決まっていません"),
        (LookInResult.NOT_MET, None, "決まっていません"),
        (LookInResult.NOT_MET, 0, "あしたより前"),
        (LookInResult.WATCH, 367, "1年より先"),
        (LookInResult.NEEDED, None, ""),
    ],
)
def test_nothing_is_watched_without_a_day(result: LookInResult, days: int | None, said: str) -> None:
    next_on = None if days is None else TODAY + timedelta(days=days)
    answer = may_look_in(Looking(ended=True, result=result, next_on=next_on, today=TODAY))
    assert bool(answer) is not bool(said)
    assert said in f"{answer.reason}{answer.way_on}"
    assert not may_look_in(Looking(ended=False, result=result, next_on=next_on, today=TODAY))


@pytest.mark.parametrize(
    ("next_team", "day", "why_none", "said"),
    [
        (True, TODAY, "", ""),
        (False, None, "転出先がわからず、民生委員も会えていない。", ""),
        (True, None, "日は会議で決める。", ""),
        (False, None, "", "このあと見守る機関が決まっていません"),
        (False, TODAY, " ", "このあと見守る機関が決まっていません"),
        (True, None, "", "次に様子を見る日が決まっていません"),
    ],
)
def test_who_is_not_reached_any_more_is_let_go_to_somebody_or_with_a_reason(
    next_team: bool, day: date | None, why_none: str, said: str
) -> None:
    answer = may_close(Ending(CaseEnd.BROKEN_OFF, 0, next_team, day and day + timedelta(days=30), TODAY, why_none))
    assert bool(answer) is not bool(said)
    assert said in answer.reason
    assert not may_close(
        Ending(CaseEnd.ACHIEVED, 0, False, None, TODAY, "わけ")
    )  # a reason is no way round for the others
    assert may_close(Ending(CaseEnd.DIED, 0, False, None, TODAY))


@pytest.mark.parametrize(
    ("days", "said"), [(1, ""), (366, ""), (0, "あしたより前"), (-365, "あしたより前"), (3653, "1年より先")]
)
def test_the_first_day_of_looking_in_is_near_as_every_later_one(days: int, said: str) -> None:
    day = TODAY + timedelta(days=days)
    for end in CaseEnd:
        answer = may_close(Ending(end, 0, True, day, TODAY, "わけ"))
        assert bool(answer) is not bool(said)
        assert said in answer.reason


def test_it_stands_on_that_day_with_those_who_led_and_not_before(town: Town, ended: UUID) -> None:
    assert looked_for(at_day(town, "tanaka", 29)) == []
    assert looked_for(at_day(town, "tanaka", 30)) == [ended]
    assert looked_for(at_day(town, "tanaka", 300)) == [ended]  # and until somebody looked
    assert looked_for(at_day(town, "ogawa", 300)) == []
    assert on_the_towers_table(at_day(town, "mori", 300)).looks == []


def test_somebody_looks_again_and_then_no_more(town: Town, ended: UUID) -> None:
    viewer = at_day(town, "tanaka", 31)
    next_on = local_day(viewer.at) + timedelta(days=60)
    look_in(by=viewer, at=viewer.at, case=ended, result=LookInResult.NOT_MET, next_on=next_on, words="留守だった。")
    assert looked_for(at_day(town, "tanaka", 90)) == []
    assert looked_for(at_day(town, "tanaka", 91)) == [ended]
    viewer = at_day(town, "tanaka", 91)
    look_in(by=viewer, at=viewer.at, case=ended, result=LookInResult.STEADY, words="笑って話せた。")
    assert looked_for(at_day(town, "tanaka", 400)) == []
    found = afters.of_case(viewer, ended)
    assert found
    assert found.due is None
    assert [one.words for one in found.looks] == ["笑って話せた。", "留守だった。"]
    with unwalled():
        kinds = [one.kind for one in Fact.objects.everywhere("what was told").filter(matter=ended).order_by("seq")]
    assert kinds.count("case.looked_in") == 2


def test_a_team_that_is_no_more_loses_nothing(town: Town, ended: UUID) -> None:
    """What it led is looked in on by the control tower."""
    with unwalled():
        ball = Case.objects.everywhere("whose it was").get(pk=ended).ball
        TeamEnding.objects.create(
            body=town.body,
            made_at=town.now,
            team_id=ball.holder_id,
            day=local_day(town.now),
            by_id=town("tanaka").duty,
            reason="統合",
        )
    assert [one.matter for one in on_the_towers_table(at_day(town, "mori", 30)).looks] == [ended]


def test_a_team_in_which_nobody_is_left_loses_nothing(town: Town, ended: UUID) -> None:
    shut(town, "soudan-desk")
    assert [one.matter for one in on_the_towers_table(at_day(town, "mori", 30)).looks] == [ended]


def test_support_that_goes_on_is_the_same_case(town: Town, ended: UUID) -> None:
    before = cases.get(town("tanaka"), ended)
    look_in(by=town("tanaka"), at=town.later(), case=ended, result=LookInResult.NEEDED, words="また食べていない。")
    after = cases.get(town("tanaka"), ended)
    assert before
    assert after
    assert after.number == before.number
    assert after.ball.settled_at is None
    assert after.ball.holder == before.ball.holder
    assert [one.words for one in journals.of_case(town("tanaka"), ended)] == ["玄関で話せた。"]
    assert [one.case for one in cases.list_cases(town("tanaka")).rows] == [ended]
    assert not cases.list_cases(town("tanaka"), running=False).rows
    assert afters.of_case(town("tanaka"), ended) is None
    add_need(by=town("tanaka"), at=town.later(), case=ended, theme=TroubleCode.HOUSING, title="食べるもの")
    assert not faults(town("tanaka"), [after.ball.ball])


def test_it_ends_a_second_time_and_only_that_end_stands(town: Town, ended: UUID) -> None:
    look_in(by=town("tanaka"), at=town.later(), case=ended, result=LookInResult.NEEDED, words="また。")
    close_case(by=town("tanaka"), at=town.later(), case=ended, end=CaseEnd.MOVED_AWAY)
    found = afters.of_case(town("tanaka"), ended)
    assert found
    assert found.end is CaseEnd.MOVED_AWAY
    assert looked_for(at_day(town, "tanaka", 400)) == []


def test_what_runs_is_not_resumed_and_two_cases_do_not_run_beside_each_other(town: Town, ended: UUID) -> None:
    with unwalled():
        home = Case.objects.everywhere("whose it is").get(pk=ended).household_id
    other = open_case(by=town("tanaka"), at=town.later(), household=home)
    with pytest.raises(Refused, match="もう始まっています"):
        look_in(by=town("tanaka"), at=town.later(), case=ended, result=LookInResult.NEEDED)
    assert afters.of_case(town("tanaka"), ended).looks == ()  # type: ignore[union-attr]
    with pytest.raises(Refused, match="動いています"):
        look_in(by=town("tanaka"), at=town.later(), case=other.pk, result=LookInResult.STEADY)


def test_nobody_else_looks_in_and_the_ball_alone_does_not_begin_again(town: Town, ended: UUID) -> None:
    with pytest.raises(Case.DoesNotExist):
        look_in(by=town("ogawa"), at=town.later(), case=ended, result=LookInResult.STEADY)
    with unwalled():
        ball = Case.objects.everywhere("whose it was").get(pk=ended).ball_id
    with pytest.raises(Refused, match="ここからは始められません"):
        reopen(by=town("tanaka"), at=town.later(), ball=ball)
