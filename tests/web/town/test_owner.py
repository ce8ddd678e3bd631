"""Community building or participation support in the hands of a division outside welfare: 市民協働課 tends places and makes what is
missing, of themes, places and requests alone; no case is ever there for it."""

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marugoto.agencies.models import Team, Worker
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import create_place
from marugoto.community.actions.unmet_need import file_unmet_need
from marugoto.community.codes import Lack, Sort, StatutoryFunction, UnmetEnd
from marugoto.community.labels import FUNCTIONS, SORTS
from marugoto.community.queries.place import get
from marugoto.community.queries.unmet_need import came
from marugoto.ground.context import entered
from tests.database import unwalled
from tests.story import one_household
from tests.town import MINAMO, Town
from tests.web.doors import doors
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter
from tests.web.town.test_light import PEOPLE

pytestmark = pytest.mark.django_db


def now(town: Town, worker: str) -> Viewer:
    return town(worker).at_moment(timezone.now())


@pytest.fixture
def sugita(town: Town) -> Client:
    """杉田 of 市民協働課, whose duty is the community, at her own account."""
    account = get_user_model().objects.create_user("sugita")
    with transaction.atomic(), entered(town("sugita")):
        Worker.objects.within(MINAMO).filter(pk=town("sugita").worker).update(user=account)
    client = Client()
    client.force_login(account)
    return client


def test_her_division_is_not_of_welfare(town: Town) -> None:
    with unwalled():
        team = Team.objects.within(MINAMO).select_related("agency").get(pk=town("sugita").team)
    assert (team.agency.name, team.agency.field) == ("市民協働課", "community")


@pytest.mark.parametrize("function", StatutoryFunction)
def test_it_owns_what_it_writes_and_is_asked_when_a_check_is_due(
    town: Town, sugita: Client, enter: Enter, function: StatutoryFunction
) -> None:
    assert send(sugita, "place_create", name="空き家の縁側", kind="other", tier="public").status_code == 302
    by, team = now(town, "sugita"), town("sugita").team
    owned = see(sugita, "checks", owner=str(team))
    assert "空き家の縁側" in words(owned)
    place = create_place(by=by, at=by.at, values={"name": "朝の縁側"}).pk
    form = {"version": "1", "tier": "public", "owner": str(team), "serves": function}
    assert send(sugita, "place_change", place, "host", **form, sure="yes").status_code == 302
    page = get(now(town, "tanaka"), place)
    assert page is not None
    assert (page.place.owner_id, page.place.serves) == (team, function)
    assert str(FUNCTIONS[function]) in words(see(enter("tanaka"), "place", place))


def test_what_is_missing_is_its_task_and_its_answer_reaches_whoever_waits(town: Town, sugita: Client) -> None:
    story = one_household(town)
    tanaka = now(town, "tanaka")
    unmet = file_unmet_need(
        by=tanaka,
        at=tanaka.at,
        theme="withdrawal",
        team=town("sugita").team,
        lack=Lack.COMPANION,
        waiting=story.ball,
    ).pk
    page = see(sugita, "unmet_need", unmet)
    assert "佐藤" not in words(page)
    by = now(town, "sugita")
    place = create_place(by=by, at=by.at, values={"name": "空き家の縁側"}).pk
    assert send(sugita, "unmet_answer", unmet, end=UnmetEnd.PLACE_MADE, place=place, text="縁側").status_code == 302
    assert "空き家の縁側" in {one.ending.place.name for one in came(now(town, "tanaka")) if one.ending.place}


def test_no_case_is_there_for_it(town: Town, sugita: Client) -> None:
    story, asked = one_household(town), 0
    for door in doors():
        if door.kind == "see" and PEOPLE & set(door.places):
            assert sugita.get(door.address(story)).status_code == 404, door.name
            asked += 1
    assert asked > 20
    for page in (reverse("town:unmet"), reverse("town:coverage"), reverse("town:places"), "/"):
        assert "佐藤" not in sugita.get(page).content.decode(), page


@pytest.mark.parametrize("sort", Sort)
def test_organisations_spots_activities_roles_and_services_each_stand_in_the_register(
    town: Town, enter: Enter, sort: Sort
) -> None:
    """However informal: with its name and what it is, nothing else."""
    by = now(town, "hayashi")
    place = create_place(by=by, at=by.at, values={"name": "囲碁のなかま", "sort": sort}).pk
    tanaka = enter("tanaka")
    assert str(SORTS[sort]) in words(see(tanaka, "place", place))
    assert sentence(see(tanaka, "places", text="囲碁")).startswith("合う場所が1か所")
