"""A page asks the same number of questions for ten rows and for five hundred."""

from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.journal import write
from marugoto.casework.actions.need import add_need, offer_need
from marugoto.casework.codes import Method
from marugoto.casework.queries import case as cases
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.ground.context import entered
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import form_household, join
from marugoto.people.actions.person import enter_person
from tests.copied import told, written_again
from tests.database import take_statistics
from tests.town import Town
from tests.web.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LISTS = ("/", "/desk/households/", "/desk/households/?state=ended", "/desk/consultations/", "/search/?q=試し")
LIST_LIMIT, HOUSEHOLD_LIMIT = 8, 15
SIZE, KINDS = 500, 30  # whose remainders by two, three and five are all there are


def household(town: Town, number: int) -> UUID:
    """A consultation, a person, a case with a need on offer, and an entry: as one deed, as many are written."""
    at = town.later()
    tanaka = town("tanaka")
    with transaction.atomic(), entered(tanaka):
        return _household(town, tanaka, at, number)


def _household(town: Town, tanaka: Viewer, at: datetime, number: int) -> UUID:
    heard = receive(by=tanaka, at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller=f"試し {number}"))
    person = enter_person(by=tanaka, at=at, name=f"試し 山{number}", kana=f"ためし やま{number}")
    home = form_household(by=tanaka, at=at, area="north", members=[(person.pk, "本人")])
    case = open_case(by=tanaka, at=at, household=home.pk, consultations=[heard.pk] if number % 2 else [])
    need = add_need(by=tanaka, at=at, case=case.pk, theme=TroubleCode.HOUSING, title="住むところ", person=person.pk)
    write(by=tanaka, at=at, case=case.pk, need=need.pk, method=Method.PHONE, words="電話で話した。")
    if number % 2 == 0:  # so that a list of thirty shows every kind of matter, whether there are ten or five hundred
        offer(by=tanaka, at=at, ball=heard.ball_id, to=town.team("north-care-desk"), reason=OfferReason.AREA)
    if number % 5 == 0:
        desk, words = town.team("soudan-desk"), "新聞がたまっている。"
        raise_notice(by=town("okamoto"), at=at, notice=uuid4(), source=NoticeSource.CLERK, words=words, team=desk)
    if number % 3 == 0:
        offer_need(
            by=tanaka,
            at=at,
            need=need.pk,
            to=town.team("north-care-desk"),
            reason=OfferReason.AREA,
            words="会って話を聞いてください。",
        )
    return case.pk


def fill(town: Town, numbers: range) -> None:
    """Many households in one transaction: every kind of them is told, and the others are written as these were."""
    with transaction.atomic():
        kinds = told(town, numbers[:KINDS], household)
        written_again(town, kinds, numbers[KINDS:])
        take_statistics()


def asked(client: Client, url: str) -> list[str]:
    """The fewer of two readings: what is kept in memory for a minute may have to be read again between them."""
    client.get(url)
    return min((_asked_once(client, url) for _ in range(2)), key=len)


def _asked_once(client: Client, url: str) -> list[str]:
    with counted() as statements:
        response = client.get(url)
    assert response.status_code == 200, url
    return statements


def test_ten_rows_and_five_hundred_cost_the_same(town: Town) -> None:
    workers = {worker: Client() for worker in ("tanaka", "mori", "ogawa", "yamazaki", "okamoto")}
    for worker, client in workers.items():
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    pages = [("tanaka", url) for url in LISTS]
    pages += [
        ("mori", "/desk/tower/?kind=need"),
        *((worker, "/") for worker in ("ogawa", "mori", "yamazaki", "okamoto")),
    ]
    fill(town, range(10))
    few = {page: asked(workers[page[0]], page[1]) for page in pages}
    fill(town, range(10, SIZE))
    many = {page: asked(workers[page[0]], page[1]) for page in pages}
    # Ten rows show every kind of matter; where a kind is not among the first of many, it is not asked for.
    for page in pages:
        assert len(few[page]) - 1 <= len(many[page]) <= len(few[page]) <= LIST_LIMIT, (page, few[page], many[page])


def test_a_household_of_many_years_costs_no_more_than_a_new_one(town: Town) -> None:
    """One person, one need, one entry; then six, ten and sixty."""
    tanaka = Client()
    tanaka.force_login(get_user_model().objects.get(username="cast-tanaka"))
    with transaction.atomic():
        case = household(town, 1)
    address = f"/desk/households/{case}/"
    few = asked(tanaka, address)
    with transaction.atomic():
        _many_years(town, case)
    many = asked(tanaka, address)
    assert len(many) == len(few), sorted({one[:200] for one in many} ^ {one[:200] for one in few})
    assert len(many) <= HOUSEHOLD_LIMIT, "\n".join(many)


def _many_years(town: Town, case: UUID) -> None:
    found = cases.get(town("tanaka"), case)
    assert found
    for number in range(5):
        at = town.later()
        person = enter_person(by=town("tanaka"), at=at, name=f"試し {number}郎", kana=f"ためし {number}ろう")
        join(by=town("tanaka"), at=at, household=found.household, person=person.pk, relation="子")
    for number in range(9):
        need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title=f"{number}つめ")
        if number % 2:
            offer_need(
                by=town("tanaka"),
                at=town.later(),
                need=need.pk,
                to=town.team("shakyo-join"),
                reason=OfferReason.AREA,
                words="会って話を聞いてください。",
            )
    for number in range(59):
        write(by=town("tanaka"), at=town.later(), case=case, method=Method.PHONE, words=f"{number}回めの電話。")
