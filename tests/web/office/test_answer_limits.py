"""The page of the days on each route: read and set by those who keep the house, the narrowest first, nothing lost of what was."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.models import Team
from tests.database import unwalled
from tests.town import Town
from tests.web.client import text
from tests.web.counting import counted
from tests.web.office.conftest import Enter

pytestmark = [pytest.mark.django_db, pytest.mark.both]
PAGE, CHANGES = "/office/limits/answers/", "/office/limits/answers/changes/"


def send(enter: Enter, worker: str = "honma", **fields: str) -> HttpResponse:
    said = {"key": str(uuid4()), "since": timezone.localdate().isoformat(), "reason": "連携室は週に一度"}
    return enter(worker).post(CHANGES, said | fields, follow=True)


def agency_of(town: Town, team: str) -> str:
    with unwalled():
        return str(Team.objects.everywhere("whose team it is").get(pk=town.team(team)).agency_id)


def test_a_route_is_set_read_and_taken_back(enter: Enter, town: Town) -> None:
    assert "どの道筋も急ぎかたのとおりです。" in text(enter("honma").get(PAGE))
    hospital = agency_of(town, "hospital-link")
    send(enter, kind="need", within="3")
    page = text(send(enter, "yamazaki", agency=hospital, kind="need", within="8"))
    assert "2つの道筋に、返事の日数を別に決めています。" in page
    assert page.index("中央病院に渡すとき・必要") < page.index("3開庁日")  # the narrowest first
    assert "8開庁日" in page
    assert "連携室は週に一度" in page
    assert "2つの道筋に別の日数を決めています。" in text(enter("honma").get("/office/limits/"))
    page = text(send(enter, agency=hospital, kind="need", reason="もう待たない"))
    assert "1つの道筋に" in page
    assert "前の決まり" in page
    assert "この道筋の決まりをやめる" in page


def test_what_cannot_be_comes_back_with_a_sentence(enter: Enter, town: Town) -> None:
    for fields, says in (
        ({"urgency": "now", "within": "3"}, "どの機関か、何のボールか"),
        ({"kind": "need"}, "もうそうなっています"),
        ({"kind": "need", "within": "0"}, "1以上"),
        ({"kind": "need", "within": "3", "reason": ""}, "変えるわけ"),
        ({"kind": "elsewhere", "within": "3"}, "何のボール"),
        ({"kind": "need", "within": "3", "since": "2020-01-01"}, "過ぎた日"),
    ):
        answer = send(enter, **fields)
        assert (answer.status_code, says in text(answer)) == (422, True), fields
    assert "どの道筋も急ぎかたのとおりです。" in text(enter("honma").get(PAGE))


def test_it_is_for_those_who_keep_the_house(enter: Enter, town: Town) -> None:
    for worker, status in (("honma", 200), ("yamazaki", 200), ("tanaka", 404), ("mori", 404)):
        assert enter(worker).get(PAGE).status_code == status, worker
    assert send(enter, "tanaka", kind="need", within="3").status_code == 404


def test_many_routes_ask_no_more_than_one(enter: Enter, town: Town) -> None:
    send(enter, kind="need", within="3")
    honma = enter("honma")
    honma.get(PAGE)
    with counted() as few:
        honma.get(PAGE)
    for number, kind in enumerate(("notice", "case", "consultation", "question", "watch")):
        send(enter, kind=kind, within=str(number + 2))
    honma.get(PAGE)
    with counted() as many:
        honma.get(PAGE)
    assert len(many) == len(few) <= 14, "\n".join(many)
