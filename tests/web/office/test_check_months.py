"""After how many months a kind of place is asked again: ours until the body says otherwise, and then whose turn it is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.actions.profile import say_profile
from marugoto.community.actions.place import confirm_place, create_place
from marugoto.community.codes import ConfirmedBy
from marugoto.community.queries.place_check import due
from marugoto.kernel.jst import local_day
from tests.town import Town
from tests.web.client import text
from tests.web.counting import counted
from tests.web.office.conftest import Enter

pytestmark = [pytest.mark.django_db, pytest.mark.both]
PAGE, CHANGES = "/office/check-months/", "/office/check-months/changes/"


def send(enter: Enter, worker: str, **fields: str) -> HttpResponse:
    since = timezone.localdate().isoformat()
    said = {"kind": "salon", "months": "3", "since": since, "reason": "協議体で相談した"} | fields
    return enter(worker).post(CHANGES, {"key": str(uuid4()), **said}, follow=True)


def test_unchanged_it_is_said_to_be_a_proposal_of_ours(enter: Enter) -> None:
    page = text(enter("honma").get(PAGE))
    assert "場所を確かめる間隔は、どれもわたしたちの案のままです。" in page
    assert page.count("わたしたちの案") >= 10
    assert "国の決まりではありません" in page


def test_the_body_says_otherwise_with_a_reason_and_the_former_stays(town: Town, enter: Enter) -> None:
    refused = send(enter, "honma", reason="")
    assert refused.status_code == 422
    assert send(enter, "honma", months="61").status_code == 422
    assert send(enter, "honma", kind="ship").status_code == 422
    page = text(send(enter, "yamazaki"))
    assert "1種類の場所を確かめる間隔を、この自治体で決めています。" in page
    assert "3か月 (案は6か月)" in page
    assert "山﨑 哲也 協議体で相談した" in page
    assert "もう入っています" in text(send(enter, "honma", months="4"))
    later = (timezone.localdate() + timedelta(days=20)).isoformat()
    page = text(send(enter, "honma", months="4", since=later, reason="夏まで"))
    assert "これから変わる間隔" in page
    assert "夏まで" in page


def test_whose_turn_it_is_follows(town: Town, enter: Enter) -> None:
    at = timezone.now() - timedelta(days=120)
    salon = create_place(by=town("hayashi").at_moment(at), at=at, values={"name": "なぎさサロン", "kind": "salon"}).pk
    confirm_place(by=town("hayashi").at_moment(at), at=at, place=salon, how=ConfirmedBy.PHONE)
    hayashi = town("hayashi").at_moment(timezone.now())
    assert due(hayashi).count == 0
    send(enter, "honma")
    assert [line.place.pk for line in due(hayashi).rows] == [salon]


def test_who_reads_and_who_changes(enter: Enter) -> None:
    for worker in ("hayashi", "mori", "hirata"):
        page = enter(worker).get(PAGE)
        assert page.status_code == 200, worker
        assert "間隔を変える" not in text(page)
        assert "変えるのは、庶務か課長です。" in text(page)
        assert send(enter, worker).status_code == 404
    assert enter("okamoto").get(PAGE).status_code == 404
    assert f'href="{PAGE}"' in enter("hayashi").get("/town/checks/").content.decode()


def test_one_change_and_many_cost_the_same(town: Town, enter: Enter) -> None:
    honma, costs = enter("honma"), []
    for begun in (("salon",), ("cafe", "garden", "circle", "facility")):
        for number, kind in enumerate(begun, start=1):
            at = timezone.now()
            since = local_day(at) + timedelta(days=number)
            say_profile(
                by=town("honma").at_moment(at),
                at=at,
                name=f"check_months_{kind}",
                value="4",
                since=since,
                source="相談した",
            )
        honma.get(PAGE)  # what is kept in memory for a minute
        costs.append(len(questions(honma)))
    assert costs[0] == costs[1] <= 8


def questions(client: object) -> list[str]:
    with counted() as asked:
        assert client.get(PAGE).status_code == 200  # type: ignore[attr-defined]
    return asked
