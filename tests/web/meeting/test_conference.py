"""The page of a conference: a household among hundreds, a closed meeting that stays as it is, and as many questions for ten items."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from marugoto.casework.actions.case import open_case
from marugoto.conferences.actions import agenda, conference
from marugoto.conferences.codes import KindCode
from marugoto.conferences.models import AgendaItem, Minutes
from marugoto.conferences.queries import conference as queries
from marugoto.disclosure.codes import BasisCode
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LIST_LIMIT = 8


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def tanaka(town: Town) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username="cast-tanaka"))
    return client


def called(town: Town, days: int = 1) -> UUID:
    begins = town.later() + timedelta(days=days)
    row = conference.convene(
        by=town("tanaka"),
        at=town.now,
        kind=KindCode.SUPPORT,
        begins_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    return row.pk


def home(town: Town, number: int, name: str = "試し") -> UUID:
    at = town.later()
    person = enter_person(by=town("tanaka"), at=at, name=f"{name} 山{number}", kana=f"ためし やま{number}")
    kept = form_household(by=town("tanaka"), at=at, area="north", members=[(person.pk, "本人")])
    return open_case(by=town("tanaka"), at=at, household=kept.pk, consultations=[]).pk


def put_on(town: Town, meeting: UUID, case: UUID) -> AgendaItem:
    row = queries.get(town("tanaka"), meeting)
    assert row
    basis = BasisCode.SUPPORT_CONFERENCE
    return agenda.put_on_agenda(by=town("tanaka"), at=town.later(), conference=row.conference, case=case, basis=basis)


def kept(model: type) -> int:
    with unwalled():
        return model.objects.everywhere("what is kept").count()


def test_any_of_hundreds_of_households_is_found_and_put_on(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        for number in range(60):
            home(town, number)
        wanted = home(town, 0, name="奥山田")
    meeting = called(town)
    address = f"/meeting/conferences/{meeting}/"
    first = tanaka.get(address).content.decode()
    assert first.count('name="case"') == 10
    asked = {"key": str(uuid4()), "find_words": "奥山田", "find": "1", "basis": "support_conference"}
    found = tanaka.post(f"{address}items/", asked)
    page = found.content.decode()
    assert found.status_code == 200
    assert "奥山田 山0" in page
    assert "まだ送れていません。" not in page
    assert kept(AgendaItem) == 0
    chosen = {"key": str(uuid4()), "find_words": "奥山田", "case": str(wanted), "basis": "support_conference"}
    done = tanaka.post(f"{address}items/", chosen, follow=True)
    assert "議題に入れました。次は席です。" in done.content.decode()
    assert kept(AgendaItem) == 1


def test_a_household_that_was_brought_along_is_chosen(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        cases = [home(town, number) for number in range(60)]
    page = tanaka.get(f"/meeting/conferences/{called(town)}/?case={cases[-1]}").content.decode()
    assert re.search(rf'value="{cases[-1]}"[^>]*checked', page)


def test_without_a_household_the_page_says_so_once(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    home(town, 1)
    answer = tanaka.post(f"/meeting/conferences/{meeting}/items/", {"key": str(uuid4()), "find_words": "ためし"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("まだ送れていません。") == 1
    assert 'value="ためし"' in page


def test_a_closed_conference_stays_as_it_is(town: Town, tanaka: Client) -> None:
    story = one_household(town)
    closing = f"/meeting/conferences/{story.conference}/closing/"
    assert tanaka.post(closing, {"key": str(uuid4())}).status_code == 302
    before = kept(Minutes)
    sent = {"key": str(uuid4()), "words": "あとから書き直す。"}
    answer = tanaka.post(f"/meeting/items/{story.item}/minutes/", sent)
    assert answer.status_code == 409
    assert "あとから書き直す。" in answer.content.decode()
    assert "この会議はもう終わっています。" in answer.content.decode()
    assert kept(Minutes) == before
    page = tanaka.get(f"/meeting/conferences/{story.conference}/").content.decode()
    assert "出欠をつける" not in page
    assert "席を作る" not in page


def test_ten_items_ask_no_more_than_one(town: Town, tanaka: Client) -> None:
    meeting = called(town)
    put_on(town, meeting, home(town, 0))
    asked(tanaka, f"/meeting/conferences/{meeting}/")  # limits are kept in memory from now on
    few = asked(tanaka, f"/meeting/conferences/{meeting}/")
    with transaction.atomic():
        for number in range(1, 10):
            put_on(town, meeting, home(town, number))
    many = asked(tanaka, f"/meeting/conferences/{meeting}/")
    assert len(many) == len(few), sorted({one[:150] for one in many} ^ {one[:150] for one in few})


def test_the_list_asks_the_same_for_ten_and_for_many(town: Town, tanaka: Client) -> None:
    with transaction.atomic():
        for number in range(10):
            called(town, days=number + 1)
    few = asked(tanaka, "/meeting/conferences/")
    with transaction.atomic():
        for number in range(100):
            called(town, days=number + 1)
    many = asked(tanaka, "/meeting/conferences/")
    assert len(few) == len(many) <= LIST_LIMIT, "\n".join(many)


def asked(client: Client, address: str) -> list[str]:
    with counted() as statements:
        assert client.get(address).status_code == 200
    return statements
