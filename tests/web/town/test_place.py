"""Hayashi keeps the places of the town; Tanaka reads them, and may not write."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.community.actions.place import create_place
from marugoto.community.codes import Interest, Tier, Welcome
from marugoto.community.models import Confirmation, Place, PlaceChange
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import place_called, see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = [pytest.mark.django_db, pytest.mark.both]
MOST_QUERIES_OF_A_LIST = 8


def shogi(town: Town, **values: object) -> Place:
    said = {
        "name": "木曜の将棋",
        "name_kana": "もくようのしょうぎ",
        "kind": "circle",
        "days": "木曜",
        "hours": "13時から16時",
    }
    return create_place(
        by=town("hayashi").at_moment(timezone.now()),
        at=timezone.now() - timedelta(minutes=1),
        values=said | values,
        welcome=[Welcome.ANYBODY],
        interests=[Interest.GAMES],
    )


@pytest.mark.parametrize("worker", ["hayashi", "mori", "tanaka", "yamazaki", "hirata", "honma"])
def test_who_supports_reads_the_places(town: Town, enter: Enter, worker: str) -> None:
    place = shogi(town)
    assert "木曜の将棋" in words(see(enter(worker), "places"))
    assert sentence(see(enter(worker), "place", place.pk)) == "木曜の将棋"


@pytest.mark.parametrize("worker", ["okamoto", "kuze", "shiraishi"])
@pytest.mark.parametrize("route", ["places", "place_new", "import", "field_notes", "unmet"])
def test_for_everybody_else_the_room_is_not_there(enter: Enter, worker: str, route: str) -> None:
    assert see(enter(worker), route).status_code == 404


def test_who_does_not_tend_places_sees_why_there_is_no_button(town: Town, enter: Enter) -> None:
    place = shogi(town)
    tanaka = enter("tanaka")
    page = words(see(tanaka, "place", place.pk))
    assert "場所を書き換えるのは、地域づくり・司令塔・企画・庶務の担当です。" in page
    assert "場所を足す" not in words(see(tanaka, "places"))
    assert see(tanaka, "place_edit", place.pk).status_code == 404
    assert send(tanaka, "place_confirm", place.pk, how="phone").status_code == 404


def test_an_empty_town_says_so_and_offers_the_next_step(enter: Enter) -> None:
    assert sentence(see(enter("hayashi"), "places")) == "地域の場所は、まだ1つも書かれていません。"
    assert "一覧を取り込む" in words(see(enter("hayashi"), "places"))
    assert "地域づくりの担当が書きます。" in words(see(enter("tanaka"), "places"))


def test_a_place_is_written_with_its_name_alone(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    answer = send(hayashi, "place_create", name="縁側", kind="salon", tier="public")
    place = place_called(town, "縁側")
    assert (answer.status_code, answer["Location"]) == (302, f"/town/places/{place.pk}/")
    page = words(see(hayashi, "place", place.pk))
    assert "まだ、だれも確かめていません。" in page
    assert "場所を書きました。確かめたことには、まだなっていません。" in page


def test_interests_and_welcomes_are_shown_since_when(town: Town, enter: Enter) -> None:
    send(
        enter("hayashi"),
        "place_create",
        name="縁側",
        kind="salon",
        tier="public",
        welcome=["aged"],
        interests=["games"],
    )
    page = words(see(enter("tanaka"), "place", place_called(town, "縁側").pk))
    assert "将棋・囲碁・ゲーム" in page
    assert "高齢の方" in page
    assert "きょうから" not in page
    assert "日から" in page


def test_without_a_name_nothing_is_written_and_everything_typed_is_there(town: Town, enter: Enter) -> None:
    page = send(enter("hayashi"), "place_create", name="", kind="salon", tier="public", days="毎週火曜")
    assert page.status_code == 422
    assert "書いてください。" in words(page)
    assert 'value="毎週火曜"' in page.content.decode()
    with unwalled():
        assert not Place.objects.within(town.body).exists()


@pytest.mark.parametrize("name", ["\x01縁側", "縁" * 201])
def test_a_name_that_cannot_be_kept_is_refused_with_a_sentence(enter: Enter, name: str) -> None:
    page = send(enter("hayashi"), "place_create", name=name, kind="salon", tier="public")
    assert page.status_code == 422
    assert "直すところが1つあります" in words(page)


def test_the_same_press_twice_is_one_place(town: Town, enter: Enter) -> None:
    hayashi, key = enter("hayashi"), uuid4()
    answers = [send(hayashi, "place_create", key=key, name="縁側", kind="salon", tier="public") for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert place_called(town, "縁側").name == "縁側"


def test_confirming_says_who_when_and_how(town: Town, enter: Enter) -> None:
    place, hayashi, key = shogi(town), enter("hayashi"), uuid4()
    for _ in range(2):
        assert send(hayashi, "place_confirm", place.pk, key=key, how="visit").status_code == 302
    with unwalled():
        assert Confirmation.objects.within(town.body).count() == 1
    today = timezone.localdate()
    assert f"{today.month}月{today.day}日に確かめた。林 千春・行って確かめた" in words(see(hayashi, "place", place.pk))
    assert sentence(see(hayashi, "places")) == "地域に1か所あります。どこも1年以内に確かめています。"


def test_the_list_says_how_lately_each_was_confirmed(town: Town, enter: Enter) -> None:
    for name, days_ago in (("古い会", 800), ("新しい会", 30), ("未確認の会", None)):
        place = shogi(town, name=name)
        if days_ago is not None:
            day = timezone.localdate() - timedelta(days=days_ago)
            with unwalled():
                Confirmation.objects.create(
                    body=town.body, made_at=timezone.now(), place=place, day=day, how="visit", by=place.by
                )
    hayashi = enter("hayashi")
    assert sentence(see(hayashi, "places")) == (
        "地域に3か所あります。まだ確かめていない場所が1、確かめて1年を過ぎた場所が1あります。"
    )
    for fresh, name in (("old", "古い会"), ("fresh", "新しい会"), ("never", "未確認の会")):
        page = see(hayashi, "places", fresh=fresh)
        assert sentence(page).startswith("合う場所が1か所あります。")
        assert name in words(page)
    assert "1年より前(" in words(see(hayashi, "places"))
    assert "まだ確かめていない" in words(see(hayashi, "places", fresh="never"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"text": "モクヨウ"}, True),
        ({"text": "ｼｮｳｷﾞ　木曜"}, True),
        ({"text": "囲碁"}, False),
        ({"kind": "circle", "welcome": "anybody", "interest": "games"}, True),
        ({"kind": "salon"}, False),
        ({"welcome": "aged"}, False),
        ({"fresh": "どうでも"}, False),
        ({"page": "99"}, True),
        ({"page": "x", "text": "%"}, False),
    ],
)
def test_places_are_found_however_the_words_are_typed(
    town: Town, enter: Enter, query: dict[str, str], found: bool
) -> None:
    shogi(town)
    page = see(enter("tanaka"), "places", **query)
    assert ("もくようのしょうぎ" in words(page)) is found
    assert ("この条件に合う場所はありません。" in words(page)) is not found


def test_what_was_told_to_coordinators_only_stays_with_them(town: Town, enter: Enter) -> None:
    place = shogi(town, tier=Tier.COORDINATOR)
    assert "木曜の将棋" in words(see(enter("hayashi"), "places"))
    assert "木曜の将棋" not in words(see(enter("tanaka"), "places"))
    assert see(enter("tanaka"), "place", place.pk).status_code == 404


def test_a_change_is_shown_before_it_is_written_and_stays_in_the_history(town: Town, enter: Enter) -> None:
    place, hayashi = shogi(town), enter("hayashi")
    form = {"name": "木曜の将棋会", "name_kana": "もくようのしょうぎ", "kind": "circle", "version": "1"}
    asked = send(hayashi, "place_change", place.pk, "what", **form, interests=["games", "talk"])
    assert asked.status_code == 200
    assert sentence(asked) == "2か所が変わります。まだ直していません。"
    assert "名前 木曜の将棋 木曜の将棋会" in words(asked)
    assert place_called(town, "木曜の将棋").name_kana
    sure = send(hayashi, "place_change", place.pk, "what", **form, interests=["games", "talk"], sure="yes")
    assert sure.status_code == 302
    page = words(see(hayashi, "place", place.pk))
    assert "名前: 木曜の将棋 → 木曜の将棋会" in page
    assert "できること: 将棋・囲碁・ゲーム → 将棋・囲碁・ゲーム・おしゃべり" in page
    with unwalled():
        assert PlaceChange.objects.within(town.body).count() == 2


def test_two_hands_on_one_place_do_not_overwrite_each_other(town: Town, enter: Enter) -> None:
    place = shogi(town)
    form = {"tier": "public", "version": "1"}
    send(enter("mori"), "place_change", place.pk, "host", **form, phone="000-1111", sure="yes")
    late = send(enter("hayashi"), "place_change", place.pk, "host", **form, phone="000-2222", sure="yes")
    assert late.status_code == 409
    assert "あなたが開いたあとで、この場所が書き換えられました。" in words(late)
    assert "電話 000-1111 000-2222" in words(late)
    assert 'name="version" value="2"' in late.content.decode()
    assert place_called(town, "木曜の将棋").phone == "000-1111"


def test_nothing_changed_is_said(town: Town, enter: Enter) -> None:
    place = shogi(town)
    page = send(enter("hayashi"), "place_change", place.pk, "when", version="1", days="木曜", hours="13時から16時")
    assert "変わったところがありません。" in words(page)


def test_a_place_widens_from_a_day_on(town: Town, enter: Enter) -> None:
    place, hayashi = shogi(town), enter("hayashi")
    assert send(hayashi, "place_widen", place.pk, welcome="withdrawn").status_code == 302
    assert "外に出にくい方" in words(see(hayashi, "place", place.pk))
    assert send(hayashi, "place_widen", place.pk, welcome="withdrawn").status_code == 422


def test_an_ended_place_leaves_the_list_and_comes_back(town: Town, enter: Enter) -> None:
    place, hayashi = shogi(town), enter("hayashi")
    send(hayashi, "place_end", place.pk, reason="ended")
    assert "木曜の将棋" not in words(see(hayashi, "places"))
    assert "おわりにしました(終わった)。" in words(see(hayashi, "place", place.pk))
    assert see(hayashi, "place_edit", place.pk).status_code == 404
    send(hayashi, "place_again", place.pk)
    assert "木曜の将棋" in words(see(hayashi, "places"))


def test_a_place_of_nowhere_is_not_there(enter: Enter) -> None:
    assert see(enter("hayashi"), "place", uuid4()).status_code == 404


def test_the_list_asks_the_same_for_ten_places_and_for_five_hundred(town: Town, enter: Enter) -> None:
    hayashi, asked = enter("hayashi"), []
    for count in (10, 490):
        by, at = town("hayashi"), timezone.now()
        with unwalled():
            Place.objects.bulk_create(
                Place(body=town.body, made_at=at, by=by.duty, name=f"会{number}", folded=f"会{number}", kind="salon")
                for number in range(count)
            )
        with counted() as queries:
            page = see(hayashi, "places")
        asked.append(len(queries))
    assert "500か所のうち 1–50" in words(page)
    assert asked[0] == asked[1] <= MOST_QUERIES_OF_A_LIST


def test_the_page_of_a_place_asks_the_same_however_long_its_story(town: Town, enter: Enter) -> None:
    place, hayashi, asked = shogi(town), enter("hayashi"), []
    send(hayashi, "place_confirm", place.pk, how="phone")
    for times in (1, 40):
        at = timezone.now()
        with unwalled():
            PlaceChange.objects.bulk_create(
                PlaceChange(body=town.body, made_at=at, place=place, field="days", was="a", becomes="b", by=place.by)
                for _ in range(times)
            )
        with counted() as queries:
            see(hayashi, "place", place.pk)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 14
