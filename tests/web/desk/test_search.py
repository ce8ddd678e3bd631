"""What the search shows: persons with the number and district of their household, and consultations that were received before."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from marugoto.casework.queries.case import get
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import OfferReason
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.approach import begin_approach, end_approach
from marugoto.participation.codes import ApproachEnd, OutreachGround
from marugoto.people.actions.contact import add_address
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
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


def visited(town: Town, called: str = "", where: str = "北町2丁目の角") -> UUID:
    return begin_approach(
        by=town("yamashita"),
        at=town.later(),
        source=NoticeSource.COMMISSIONER,
        ground=OutreachGround.CONTINUED,
        why="一年、姿を見ていない。",
        called=called,
        where=where,
    ).pk


def test_whoever_is_visited_is_found_by_name_or_by_where_it_is(town: Town) -> None:
    named, nameless = visited(town, "野村さん", "浜通り"), visited(town)
    yamashita = signed_in("yamashita")
    assert f'href="/desk/approaches/{named}/"' in yamashita.get("/search/?q=野村").content.decode()
    page = yamashita.get("/search/?q=北町２丁目")
    assert f'href="/desk/approaches/{nameless}/"' in page.content.decode()
    assert "人は見つかりませんでした。「訪ねる」が1件あります。" in text(page)
    assert "お名前の分からない方" in text(page)
    end_approach(by=town("yamashita"), at=town.later(), approach=named, end=ApproachEnd.WELL, words="元気だった。")
    assert "おわり" in text(yamashita.get("/search/?q=野村"))
    assert "見つかった「訪ねる」" not in text(signed_in("tanaka").get("/search/?q=野村"))


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
        begin_approach(
            by=town("tanaka"),
            at=town.later(),
            source=NoticeSource.CLERK,
            ground=OutreachGround.CONTINUED,
            why="姿を見ない。",
            called=f"佐藤 {number}",
        )
    many = questions(tanaka)
    assert "相談が10件" in text(tanaka.get("/search/?q=佐藤"))
    assert len(many) == len(few) <= 8, "\n".join(many)


def questions(client: Client) -> list[str]:
    client.get("/search/?q=佐藤")
    with counted() as asked:
        assert client.get("/search/?q=佐藤").status_code == 200
    return asked


def test_somebody_is_found_by_where_she_lives(town: Town) -> None:
    one_household(town)
    tanaka = signed_in("tanaka")
    for words in ("北町1-2", "北町一丁目２", "北町&by=address", "みなも市　北町&by=address"):
        page = text(tanaka.get(f"/search/?q={words}"))
        assert "住所から1人" in page, words
        assert "佐藤 キヨ" in page, words
        assert "みなも市北町1-2" in page, words
    assert "見つかりませんでした。" in text(tanaka.get("/search/?q=北町12"))
    nobody = tanaka.get("/search/?q=みなも市")
    assert "見つかりませんでした。" in text(nobody)
    assert "住所に「みなも市」をふくむ人をさがす" in text(nobody)  # one press further
    assert "みなも市北町1-2" not in text(signed_in("ogawa").get("/search/?q=北町1-2"))


def test_a_name_comes_before_a_place_of_that_name(town: Town) -> None:
    one_household(town)
    enter_person(by=town("tanaka"), at=town.later(), name="北町 一郎", kana="きたまち いちろう")
    tanaka = signed_in("tanaka")
    page = tanaka.get("/search/?q=北町")
    assert "北町 一郎" in text(page)
    assert "佐藤 キヨ" not in text(page)
    assert "住所に「北町」をふくむ人をさがす" in text(page)
    there = text(tanaka.get("/search/?q=北町&by=address"))
    assert "佐藤 キヨ" in there
    assert "北町 一郎" not in there
    assert "見つかりませんでした。" in text(tanaka.get("/search/?q=1234&by=address"))


def test_who_is_found_by_an_address_costs_no_more(town: Town) -> None:
    tanaka = signed_in("tanaka")
    one_household(town)
    few = where(tanaka)
    for number in range(12):
        person = enter_person(by=town("tanaka"), at=town.later(), name=f"試し {number}郎")
        add_address(by=town("tanaka"), at=town.later(), person=person.pk, text=f"北町2丁目{number + 1}番")
        form_household(by=town("tanaka"), at=town.later(), area="north", members=[(person.pk, "本人")])
    many = where(tanaka)
    assert "住所から13人" in text(tanaka.get("/search/?q=北町&by=address"))
    assert len(many) == len(few) <= 8, "\n".join(many)


def where(client: Client) -> list[str]:
    client.get("/search/?q=北町&by=address")
    with counted() as asked:
        assert client.get("/search/?q=北町&by=address").status_code == 200
    return asked
