"""One diary for all who go out, whatever their title."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.community.actions.place import create_place
from marugoto.community.models import FieldNote
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
NOTE = {"kind": "visit", "words": "縁側に7人。新しい方が一人。"}


def today() -> str:
    return timezone.localdate().isoformat()


def notes(town: Town) -> list[FieldNote]:
    with unwalled():
        return list(FieldNote.objects.within(town.body))


def test_an_empty_diary_says_so(enter: Enter) -> None:
    page = see(enter("hayashi"), "field_notes")
    assert sentence(page) == "今月の日誌は、まだありません。"
    assert "場所に行った日、話を聞いた日に、ひとことから書けます。" in words(page)


@pytest.mark.voice("2B-9")
def test_coordinators_of_different_titles_write_and_read_one_diary(town: Town, enter: Enter) -> None:
    send(enter("hayashi"), "field_note_write", **NOTE, day=today(), minutes="90")
    send(enter("yamashita"), "field_note_write", kind="talk", words="自治会長さんと話した。", day=today(), minutes="30")
    for reader in ("hayashi", "yamashita", "mori", "tanaka"):
        page = see(enter(reader), "field_notes")
        assert sentence(page) == "今月、地域に出たのは、みんなで2回・2時間です。"
        assert "縁側に7人。新しい方が一人。" in words(page)
        assert "林 千春 地域福祉係" in words(page)
        assert "自治会長さんと話した。" in words(page)


def test_a_note_about_a_place_stands_on_its_page(town: Town, enter: Enter) -> None:
    place = create_place(by=town("hayashi"), at=timezone.now(), values={"name": "縁側"})
    hayashi = enter("hayashi")
    assert "場所: 縁側" in words(see(hayashi, "field_notes", place=place.pk))
    send(hayashi, "field_note_write", **NOTE, day=today(), place=place.pk)
    assert "縁側に7人。新しい方が一人。" in words(see(hayashi, "place", place.pk))
    assert notes(town)[0].place_id == place.pk


def test_a_note_becomes_a_fact_without_its_words(town: Town, enter: Enter) -> None:
    send(enter("hayashi"), "field_note_write", **NOTE, day=today(), minutes="90")
    with unwalled():
        (fact,) = Fact.objects.everywhere("what the ledger says").filter(kind="field.visit")
    assert (fact.code_1, fact.num_1) == ("visit", 90)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"words": ""}, "書いてください。"),
        ({"day": "2026年2月30日"}, "2月30日"),
        ({"day": "2099-01-01"}, "まだ来ていない日の日誌です。"),
        ({"minutes": "0"}, "1以上で書いてください。"),
        ({"minutes": "1441"}, "1440以下で書いてください。"),
        ({"kind": "party"}, "直すところが1つあります"),
        ({"place": "どこか"}, "直すところが1つあります"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_typed_is_lost(
    town: Town, enter: Enter, wrong: dict[str, str], says: str
) -> None:
    page = send(enter("hayashi"), "field_note_write", **(NOTE | {"day": today(), "minutes": "15"} | wrong))
    assert page.status_code == 422
    assert says in words(page)
    assert ("縁側に7人。" in words(page)) is ("words" not in wrong)
    assert notes(town) == []


def test_who_does_not_go_out_reads_and_does_not_write(town: Town, enter: Enter) -> None:
    tanaka = enter("tanaka")
    assert "見たこと・聞いたこと" not in words(see(tanaka, "field_notes"))
    assert send(tanaka, "field_note_write", **NOTE, day=today()).status_code == 404
    assert notes(town) == []


def test_the_same_press_twice_is_one_note(town: Town, enter: Enter) -> None:
    hayashi, key = enter("hayashi"), uuid4()
    for _ in range(2):
        assert send(hayashi, "field_note_write", key=key, **NOTE, day=today()).status_code == 302
    assert len(notes(town)) == 1


def test_the_diary_asks_the_same_for_ten_notes_and_for_five_hundred(town: Town, enter: Enter) -> None:
    hayashi, asked = enter("hayashi"), []
    by, day = town("hayashi"), timezone.localdate()
    for count in (10, 490):
        with unwalled():
            FieldNote.objects.bulk_create(
                FieldNote(
                    body=town.body,
                    made_at=timezone.now(),
                    day=day - timedelta(days=n % 300),
                    kind="visit",
                    words=f"{n}",
                    by=by.duty,
                )
                for n in range(count)
            )
        with counted() as queries:
            page = see(hayashi, "field_notes")
        asked.append(len(queries))
    assert "500件のうち 1–50" in words(page)
    assert asked[0] == asked[1] <= 8
