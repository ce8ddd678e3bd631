"""The whole prefecture is settled by the actions an office would call, and its cast can be chosen at sign-in."""

from datetime import UTC, date, datetime

import pytest

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Agency, Duty, Membership, Team, Worker
from marugoto.agencies.queries.cast import cast_by_body
from marugoto.demo.settle import settle_bodies
from marugoto.demo.town import BY_CODE, TOWN

AT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_everything_sketched_is_there() -> None:
    settle_bodies(TOWN)
    for body in TOWN:
        assert Agency.objects.within(body.code).count() == len(body.agencies)
        assert Team.objects.within(body.code).count() == len(body.teams)
        assert Worker.objects.within(body.code).count() == len(body.workers)
        assert Membership.objects.within(body.code).count() == len(body.guests)
        assert {team.name for team in Team.objects.within(body.code).filter(head=None)} == {
            team.name for agency in body.agencies if not agency.has_accounts for team in agency.teams
        }


def test_the_cast_can_be_chosen_town_by_town_with_all_their_hats() -> None:
    settle_bodies(TOWN)
    cast = {body.code: body for body in cast_by_body(date(2026, 11, 24))}
    assert {code: len(body.members) for code, body in cast.items()} == {body.code: len(body.cast) for body in TOWN}
    aruga = next(member for member in cast["990035"].members if member.username == "cast-aruga")
    assert len(aruga.hats) == 3
    assert aruga.note == BY_CODE["990035"].cast[0].says


def test_a_prefectural_worker_has_a_hat_under_the_town_without_a_welfare_office() -> None:
    settled = settle_bodies(TOWN)
    here = settled.viewer("990035", "kazama", AT)
    at_home = settled.viewer("990001", "kazama", AT)
    assert (here.body, at_home.body) == ("990035", "990001")
    assert here.team == at_home.team
    assert here.worker == at_home.worker


def test_nobody_but_the_prefecture_has_the_prefectures_role() -> None:
    settle_bodies(TOWN)
    for body in TOWN[1:]:
        assert not [duty for duty in Duty.objects.within(body.code) if Role.PREFECTURE in duty.role_set()]
