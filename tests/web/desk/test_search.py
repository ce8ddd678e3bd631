"""What the search shows: persons with the number and district of their household, and consultations that were received before."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from marugoto.casework.queries.case import get
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.kernel.jst import local_day
from tests.begun import heard
from tests.story import one_household
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def test_a_person_stands_with_number_and_district_of_the_household(town: Town) -> None:
    story = one_household(town)
    case = get(town("tanaka"), story.case)
    assert case
    said = text(signed_in("tanaka").get("/search/?q=佐藤"))
    assert f"{case.number} 北部" in said


def test_a_consultation_is_found_by_those_it_is_open_to(town: Town) -> None:
    row = heard(town)
    said = text(signed_in("tanaka").get("/search/?q=上田"))
    assert "人は見つかりませんでした。相談が1件あります。" in said
    assert "動いています" in said
    assert f'href="/desk/consultations/{row.pk}/"' in signed_in("tanaka").get("/search/?q=上田").content.decode()
    other = text(signed_in("ogawa").get("/search/?q=上田"))
    assert "見つかりませんでした。" in other
    assert "見つかった相談" not in other


def test_number_and_line_are_written_and_read(town: Town) -> None:
    tanaka = signed_in("tanaka")
    fields = {f"urgent_{check}": "not_asked" for check in ("food", "bed", "violence", "life")}
    day = timezone.localdate().isoformat()
    made = tanaka.post(
        "/desk/consultations/received/",
        {"key": str(uuid4()), "day": day, "channel": "phone", "caller": "井口さん", "phone": "090-1234-5678", **fields},
    )
    page = tanaka.get(made["Location"])
    assert "電話 090-1234-5678" in text(page)
    assert "電話が分かったとき" not in text(page)
    lines = f"{made['Location']}lines/"
    empty = tanaka.post(lines, {"key": str(uuid4()), "kind": "talked", "words": ""})
    assert empty.status_code == 422
    after = tanaka.post(lines, {"key": str(uuid4()), "kind": "talked", "words": "家賃は払えた。"}, follow=True)
    assert "書きたしました。" in text(after)
    assert "家賃は払えた。" in text(after)
    assert "井口さん" in text(tanaka.get("/search/?q=5678"))
    assert signed_in("ogawa").post(lines, {"key": str(uuid4()), "kind": "talked", "words": "x"}).status_code == 404


def test_who_is_asked_to_take_a_ball_can_ring_the_sender(town: Town) -> None:
    ball = heard(town).ball_id
    made = offer(
        by=town("tanaka"), at=town.later(), ball=ball, to=town.team("north-care-desk"), reason=OfferReason.AREA
    )
    said = text(signed_in("ogawa").get(f"/desk/offers/{made.pk}/"))
    assert "渡した人の電話" in said
    assert "0000-" in said
    assert "渡した人の電話" not in text(signed_in("tanaka").get(f"/desk/offers/{made.pk}/"))


def test_one_consultation_and_many_cost_the_same(town: Town) -> None:
    tanaka = signed_in("tanaka")
    one_household(town)
    heard(town)
    few = questions(tanaka)
    for number in range(30):
        at = town.later()
        day = local_day(at) - timedelta(days=number)
        receive(by=town("tanaka"), at=at, day=day, channel=Channel.PHONE, told=Told(caller=f"佐藤 {number}"))
    many = questions(tanaka)
    assert "相談が10件" in text(tanaka.get("/search/?q=佐藤"))
    assert len(many) == len(few) <= 8, "\n".join(many)


def questions(client: Client) -> list[str]:
    client.get("/search/?q=佐藤")
    with counted() as asked:
        assert client.get("/search/?q=佐藤").status_code == 200
    return asked
