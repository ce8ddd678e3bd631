"""Who sits at the table from outside: invited on a ground until a day; when it leaves, nothing is left in its hands."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from marugoto.agencies.actions import Newcomer, admit_member, invite_from_outside
from marugoto.agencies.codes import Field
from marugoto.agencies.models import Duty, Membership, Team
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.membership import guests, invitable
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.rules.membership import Invitation, may_admit, may_end_membership
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.bid import ask_for
from marugoto.custody.actions.care import accompany
from marugoto.custody.actions.due import run_due
from marugoto.custody.actions.guest import end_membership
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import MatterKind, OfferReason, Urgency
from marugoto.custody.models import Bid, Companion
from marugoto.custody.queries.ball import face
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from tests.begun import heard
from tests.database import unwalled
from tests.town import AOMINE, MINAMO, Town, settle_town

TODAY = date(2026, 11, 16)
SCHOOL = Newcomer("川べり中学校", Field.EDUCATION, "0000-22-1000", "久保 恵", "くぼ めぐみ", "養護教諭")


@pytest.mark.parametrize(
    ("words", "keeps", "says"),
    [
        ({}, True, ""),
        ({}, False, "庶務か課長"),
        ({"name": ""}, True, "名前"),
        ({"own_agency": True}, True, "この自治体の機関"),
        ({"stands": False}, True, "もう閉じた係"),
        ({"here_already": True}, True, "もう加わっています"),
        ({"grounded": False}, True, "根拠"),
        ({"until": TODAY}, True, "始まりより前"),
        ({"until": TODAY + timedelta(days=740)}, True, "二年まで"),
        ({"until": None, "from_outside": False}, True, ""),
    ],
)
def test_who_may_be_asked(words: dict[str, Any], keeps: bool, says: str) -> None:
    asked = {"name": "川べり中学校", "since": TODAY, "until": TODAY + timedelta(days=90), "today": TODAY}
    decision = may_admit(Invitation(**asked | {"from_outside": True} | words), keeps_house=keeps)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({}, ""),
        ({"running": False}, "もう終わって"),
        ({"begun_by": False}, "過ぎた日"),
        ({"reasoned": False}, "わけ"),
        ({"keeps_house": False}, "庶務か課長"),
    ],
)
def test_when_a_membership_may_end(words: dict[str, bool], says: str) -> None:
    asked = {"keeps_house": True, "running": True, "begun_by": True, "reasoned": True}
    decision = may_end_membership(**asked | words)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def mind(town: Town) -> tuple[Membership, Duty]:
    """The health centre of the prefecture in みなも市, and its worker's hat there."""
    team = town.team("pref-mind", AOMINE)
    with unwalled():
        row = Membership.objects.within(MINAMO).get(team=team)
        return row, Duty.objects.within(MINAMO).get(team=team)


def held_by_the_guest(town: Town) -> Any:
    row, duty = mind(town)
    ball = heard(town).ball_id
    made = offer(by=town("tanaka"), at=town.later(), ball=ball, to=row.team_id, reason=OfferReason.EXPERTISE)
    guest = viewer_of_duty(duty.pk, town.later())
    assert guest
    catch(by=guest, at=town.later(), offer=made.pk)
    return ball


def test_what_it_holds_goes_to_the_last_resort_and_what_it_was_offered_goes_back(town: Town) -> None:
    row, duty = mind(town)
    held = held_by_the_guest(town)
    offered = heard(town).ball_id
    offer(by=town("tanaka"), at=town.later(), ball=offered, to=row.team_id, reason=OfferReason.EXPERTISE)
    at = town.later()
    end_membership(by=town("honma"), at=at, membership=row.pk, day=local_day(at), reason="協定が終わった")
    now, back = face(town("mori"), held), face(town("mori"), offered)
    assert now
    assert back
    assert now.holder.id == directory.last_resort(MINAMO).pk
    assert (back.holder.id, back.offered_to) == (town("tanaka").team, None)
    assert viewer_of_duty(duty.pk, at) is None  # the hat is worn no more: no page opens under it
    assert row.team_id not in {team.pk for team in directory.teams(town("tanaka"))}
    with pytest.raises(Refused, match="いまこの自治体の係にありません"):
        offer(by=town("tanaka"), at=town.later(), ball=offered, to=row.team_id, reason=OfferReason.EXPERTISE)
    with pytest.raises(Refused, match="もう終わって"):
        end_membership(by=town("honma"), at=town.later(), membership=row.pk, day=local_day(at), reason="もう一度")


def test_a_day_to_come_is_kept_by_the_days_round(town: Town) -> None:
    row, duty = mind(town)
    held = held_by_the_guest(town)
    at = town.later()
    end_membership(
        by=town("honma"), at=at, membership=row.pk, day=local_day(at) + timedelta(days=2), reason="協定が終わる"
    )
    assert viewer_of_duty(duty.pk, at) is not None
    run_due(by=system_viewer(MINAMO, at), at=at)
    still = face(town("mori"), held)
    assert still
    assert still.holder.id == row.team_id
    later = town.later(days=2)
    assert viewer_of_duty(duty.pk, later) is None
    run_due(by=system_viewer(MINAMO, later), at=later)
    now = face(town("mori"), held)
    assert now
    assert now.holder.id == directory.last_resort(MINAMO).pk


def test_on_that_day_it_stands_beside_nothing_and_bids_for_nothing(town: Town) -> None:
    row, duty = mind(town)
    ball, other = heard(town).ball_id, heard(town).ball_id
    guest = viewer_of_duty(duty.pk, town.later())
    assert guest
    accompany(by=town("tanaka"), at=town.later(), ball=ball, team=row.team_id)
    ask_for(by=guest, at=town.later(), ball=other, words="持てます。")
    at = town.later()
    day = local_day(at) + timedelta(days=2)
    end_membership(by=town("honma"), at=at, membership=row.pk, day=day, reason="協定が終わる")
    left = []
    for days in (0, 2):
        now = town.later(days=days)
        run_due(by=system_viewer(MINAMO, now), at=now)
        with unwalled():
            along = Companion.objects.within(MINAMO).filter(team=row.team_id, until=None)
            left.append((along.count(), Bid.objects.within(MINAMO).filter(team=row.team_id, ended=None).count()))
    assert left == [(1, 1), (0, 0)]


def test_a_hat_in_its_own_body_is_worn_on(town: Town) -> None:
    """The health centre goes on working for the prefecture."""
    row, _ = mind(town)
    with unwalled():
        own = Duty.objects.within(AOMINE).get(team=row.team_id)
    at = town.later()
    end_membership(by=town("honma"), at=at, membership=row.pk, day=local_day(at), reason="協定が終わった")
    assert viewer_of_duty(own.pk, at) is not None


def test_a_school_is_invited_sits_at_the_table_and_leaves_by_itself(town: Town) -> None:
    at = town.later()
    today = local_day(at)
    invite_from_outside(
        by=town("honma"),
        at=at,
        newcomer=SCHOOL,
        ground="支援会議設置要綱3条",
        since=today,
        until=today + timedelta(days=30),
    )
    with unwalled():
        team = Team.objects.within(MINAMO).get(name=SCHOOL.name)
    seated = {duty.worker.name for duty in directory.duties_at_the_table(town("tanaka"))}
    assert "久保 恵" in seated
    assert team.pk not in {one.pk for one in directory.holding_teams(town("tanaka"))}
    with pytest.raises(Refused, match="アカウントがない"):
        place(
            by=town("tanaka"),
            at=town.later(),
            matter=Ref("need", uuid4()),
            kind=MatterKind.NEED,
            theme="care",
            urgency=Urgency.USUAL,
            team=team.pk,
        )
    with pytest.raises(Refused, match="もう加わっています"):
        invite_from_outside(
            by=town("honma"), at=at, newcomer=SCHOOL, ground="要綱", since=today, until=today + timedelta(days=9)
        )
    town.later(days=30)
    assert "久保 恵" not in {duty.worker.name for duty in directory.duties_at_the_table(town("tanaka"))}
    assert team.pk not in {one.pk for one in directory.teams(town("tanaka"))}
    today = local_day(town.now)
    again = invite_from_outside(
        by=town("honma"), at=town.now, newcomer=SCHOOL, ground="要綱", since=today, until=today + timedelta(days=9)
    )
    assert again.team_id == team.pk  # under its old name
    told = [(one.said, one.running, one.from_outside) for one in guests(town("honma")) if one.from_outside]
    assert told == [("川べり中学校", True, True), ("川べり中学校", False, True)]


def test_a_team_of_another_body_is_admitted_until_a_day(town: Town) -> None:
    at = town.later()
    wanted = next(one for one in invitable(town("honma")) if one.team == town.team("pref-child-region", AOMINE))
    team = directory.names_of_teams([wanted.team])[wanted.team]
    until = local_day(at) + timedelta(days=10)
    admit_member(by=town("honma"), at=at, team=team, ground="職員派遣の協定", since=local_day(at), until=until)
    assert wanted.team in {one.pk for one in directory.teams(town("tanaka"))}
    assert wanted.team not in {one.team for one in invitable(town("honma"))}
    town.later(days=10)
    assert wanted.team not in {one.pk for one in directory.teams(town("tanaka"))}
    with pytest.raises(Refused, match="庶務か課長"):
        admit_member(by=town("tanaka"), at=town.now, team=team, ground="x", since=local_day(town.now))
