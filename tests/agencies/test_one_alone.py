"""What one person alone cannot do, dishonest or careless: shut the others out, bring somebody back unseen, keep another's house."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model

from marugoto.agencies.actions import close_day, set_reach, settle_duty, settle_worker
from marugoto.agencies.actions.account import Wanted, propose, release, suspend
from marugoto.agencies.actions.membership import admit_member
from marugoto.agencies.codes import Role
from marugoto.agencies.models import Suspension, Team, Worker
from marugoto.agencies.queries.account import keepers_on, waiting
from marugoto.agencies.queries.viewer import hats_of, viewer_of
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.limit import set_limit
from marugoto.custody.actions.people import end_duty, end_team
from marugoto.custody.codes import Urgency
from marugoto.custody.rules.limit import Days
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def others(town: Town, *, day: date | None = None) -> list[UUID]:
    """Everybody who keeps the house besides 本間."""
    return [one for one in keepers_on(MINAMO, day or local_day(town.now)) if one != town("honma").worker]


def stop(town: Town, worker: UUID, day: date) -> Suspension:
    return suspend(by=town("honma"), at=town.later(), worker=worker, day=day, reason="休職")


def test_nobody_suspends_all_others_who_keep_the_house(town: Town) -> None:
    today, keepers = local_day(town.now), others(town)
    assert keepers
    *first, last = keepers
    for one in first:
        stop(town, one, today)
    for day in (today, today + timedelta(days=3)):
        with pytest.raises(Refused, match="庶務か課長があなた一人になります"):
            stop(town, last, day)
    assert others(town) == [last]
    stop(town, town("tanaka").worker, today)  # who keeps nothing can still be stopped at once


def test_two_days_to_come_do_not_add_up_to_nobody(town: Town) -> None:
    today, (one, *others_) = local_day(town.now), others(town)
    for other in others_:
        stop(town, other, today + timedelta(days=9))
    with pytest.raises(Refused, match="あなた一人になります"):
        stop(town, one, today + timedelta(days=3))


def test_nobody_ends_the_duties_of_all_others_who_keep_the_house(town: Town) -> None:
    today, (last, *rest) = local_day(town.now), others(town)
    for one in rest:
        stop(town, one, today)
    with unwalled():
        account = Worker.objects.within(MINAMO).get(pk=last).user_id
    assert account
    keeping = [hat.pk for hat in hats_of(account, today) if hat.role_set() & {Role.OFFICE, Role.CHIEF}]
    (only,) = keeping
    with pytest.raises(Refused, match="あなた一人になります"):
        end_duty(by=town("honma"), at=town.later(), duty=only, day=today + timedelta(days=1), reason="異動")


def newcomer(town: Town, **said: object) -> Wanted:
    wanted = {
        "login": "s1207", "number": "1207", "name": "新井 光", "since": local_day(town.now),
        "team": town.team("staff-desk"), "hat": "庶務", "roles": (Role.OFFICE,),
    }  # fmt: skip
    return Wanted(**(wanted | said))  # type: ignore[arg-type]


def test_who_was_never_met_does_not_count_as_the_other_keeper(town: Town) -> None:
    """Until a day to come he is expected; today somebody has to be there."""
    today, (last, *rest) = local_day(town.now), others(town)
    for one in rest:
        stop(town, one, today)
    asked = propose(by=town("honma"), at=town.later(), wanted=newcomer(town))
    release(by=town("yamazaki"), at=town.later(), proposals=[asked.pk])
    with pytest.raises(Refused, match="あなた一人になります"):
        stop(town, last, today)
    assert stop(town, last, today + timedelta(days=30))


def test_another_hat_does_not_bring_back_who_was_suspended(town: Town) -> None:
    tanaka, today = town("tanaka"), local_day(town.now)
    account = get_user_model().objects.get(username="cast-tanaka").pk
    stop(town, tanaka.worker, today)
    wanted = newcomer(town, login="cast-tanaka", number="", name=tanaka.name, worker=tanaka.worker)
    asked = propose(by=town("honma"), at=town.later(), wanted=wanted)
    assert [line.suspended for line in waiting(town("yamazaki"))] == [today]
    release(by=town("yamazaki"), at=town.later(), proposals=[asked.pk])
    assert hats_of(account, today) == []
    with unwalled():
        assert Suspension.objects.within(MINAMO).filter(worker=tanaka.worker, ended=None).exists()


def head_of_a_contractor(town: Town) -> Viewer:
    with unwalled():
        team = Team.objects.within(MINAMO).filter(agency__contracted=True).order_by("pk")[0]
    honma, at, today = town("honma"), town.later(), local_day(town.now)
    account = get_user_model().objects.create_user("s9001")
    worker = settle_worker(by=honma, at=at, name="島 一", kana="しま はじめ", user_id=account.pk)
    roles = [Role.CHIEF, Role.OFFICE]
    duty = settle_duty(by=honma, at=at, worker=worker, team=team, name="所長", roles=roles, since=today)
    head = viewer_of(account.pk, duty.pk, town.later())
    assert head
    return head


def test_the_head_of_a_contractor_keeps_nothing_of_the_house(town: Town) -> None:
    head, at, day = head_of_a_contractor(town), town.later(), local_day(town.now) + timedelta(days=40)
    with unwalled():
        team = Team.objects.within(MINAMO).get(pk=town.team("soudan-desk"))
    deeds = (
        lambda: suspend(by=head, at=at, worker=town("tanaka").worker, day=day, reason="x"),
        lambda: close_day(by=head, at=at, day=day, name="休み", is_open=False),
        lambda: set_limit(by=head, at=at, urgency=Urgency.NOW, days=Days(2, 2), since=day, reason="x"),
        lambda: set_reach(by=head, at=at, team=team.pk, phone="1", hours=""),
        lambda: admit_member(by=head, at=at, team=team, ground="要綱", since=day),
        lambda: end_duty(by=head, at=at, duty=town("tanaka").duty, day=day, reason="x"),
        lambda: end_team(by=head, at=at, team=team.pk, day=day, reason="x"),
    )
    for deed in deeds:
        with pytest.raises(Refused) as refused:
            deed()
        assert "庶務" in f"{refused.value}{refused.value.way_on}"
