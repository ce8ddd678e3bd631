"""A page asks the same number of questions for ten rows and for five hundred."""

from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.codes import Method
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.town import Town, settle_town
from tests.web.counting import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.sqlite,
]  # the questions are the same on both databases
LISTS = ("/", "/desk/households/", "/desk/households/?state=ended", "/desk/consultations/", "/search/?q=試し")
LIST_LIMIT, HOUSEHOLD_LIMIT, SIZE = 8, 15, 500


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def household(town: Town, number: int) -> UUID:
    """A consultation, a person, a case with a need on offer, and an entry."""
    at = town.later()
    tanaka = town("tanaka")
    heard = receive(by=tanaka, at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller=f"試し {number}"))
    person = enter_person(by=tanaka, at=at, name=f"試し 山{number}", kana=f"ためし やま{number}")
    home = form_household(by=tanaka, at=at, area="north", members=[(person.pk, "本人")])
    case = open_case(by=tanaka, at=at, household=home.pk, consultations=[heard.pk] if number % 2 else [])
    need = add_need(by=tanaka, at=at, case=case.pk, theme=TroubleCode.HOUSING, title="住むところ", person=person.pk)
    write(by=tanaka, at=at, case=case.pk, need=need.pk, method=Method.PHONE, words="電話で話した。")
    if number % 2 == 0:  # so that a list of thirty shows every kind of matter, whether there are ten or five hundred
        offer(by=tanaka, at=at, ball=heard.ball_id, to=town.team("north-care-desk"), reason=OfferReason.AREA)
    if number % 3 == 0:
        offer_need(by=tanaka, at=at, need=need.pk, to=town.team("north-care-desk"), reason=OfferReason.AREA)
    return case.pk


def asked(client: Client, url: str) -> list[str]:
    with counted() as statements:
        response = client.get(url)
    assert response.status_code == 200, url
    return statements


def test_ten_rows_and_five_hundred_cost_the_same(town: Town) -> None:
    workers = {worker: Client() for worker in ("tanaka", "mori", "ogawa")}
    for worker, client in workers.items():
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    pages = [("tanaka", url) for url in LISTS] + [("mori", "/desk/tower/?kind=need"), ("ogawa", "/"), ("mori", "/")]
    with transaction.atomic():
        case, *_ = [household(town, number) for number in range(10)]
    few = {page: asked(workers[page[0]], page[1]) for page in pages}
    one = asked(workers["tanaka"], f"/desk/households/{case}/")
    with transaction.atomic():
        for number in range(10, SIZE):
            household(town, number)
    many = {page: asked(workers[page[0]], page[1]) for page in pages}
    assert len(one) <= HOUSEHOLD_LIMIT, "\n".join(one)
    for page in pages:
        assert len(many[page]) == len(few[page]), (page, few[page], many[page])
        assert len(many[page]) <= LIST_LIMIT, (page, len(many[page]), "\n".join(many[page]))
