"""The page of exports: what may go out is counted, each list is a link, and a character without a place in the encoding is said."""

import json

import pytest

from marugoto.community.actions.place import create_place
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import prepared, see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
MOST_QUERIES = 14


def write(town: Town, name: str, **values: str) -> None:
    by = town("hayashi")
    create_place(by=by, at=by.at, values={"name": name, "address": "みなも市渚町1-5"} | values)


def test_each_list_is_offered_in_both_generations_and_handed_out(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "import_yes", prepared(hayashi, "preschool"))
    write(town, "なぎさサロン", note="内部のメモ")
    page = see(hayashi, "export")
    assert sentence(page) == "公表できる場所が11か所あります。様式を選んで書き出せます。"
    assert "子育て施設一覧 10 自治体標準オープンデータセット UTF-8 シフトJIS 推奨データセット" in words(page)
    file = see(hayashi, "export_csv", layout="preschool", generation="1", encoding="cp932")
    assert (file["Content-Type"], file.content.decode("cp932").count("\r\n")) == ("text/csv", 11)
    assert file.content.decode("cp932").startswith("都道府県コード又は市区町村コード,NO,")
    own = see(hayashi, "export_csv").content.decode("utf-8-sig")
    assert "なぎさサロン" in own
    assert "内部のメモ" not in own
    assert "内部のメモ" in see(hayashi, "export_csv", **{"for": "house"}).content.decode("utf-8-sig")
    assert json.loads(see(hayashi, "export_hsds").content)["total_items"] == 11


def test_a_character_that_shift_jis_lacks_is_named_on_the_page(town: Town, enter: Enter) -> None:
    write(town, "𠮷田さんの畑")
    page = see(enter("hayashi"), "export_csv", encoding="cp932")
    assert page.status_code == 422
    assert "「𠮷」（𠮷田さんの畑の名称）" in words(page)


def test_the_page_of_a_town_without_places_says_so(enter: Enter) -> None:
    hayashi = enter("hayashi")
    assert sentence(see(hayashi, "export")) == "書き出せる場所は、まだありません。"
    assert see(hayashi, "export", **{"for": "house"}).status_code == 200


@pytest.mark.parametrize("query", [{"layout": "nonsense"}, {"encoding": "utf-16"}])
def test_what_there_is_not_is_not_there(enter: Enter, query: dict[str, str]) -> None:
    assert see(enter("hayashi"), "export_csv", **query).status_code == 404


@pytest.mark.parametrize("worker", ["tanaka", "kuze"])
def test_who_brings_no_list_in_takes_none_out(enter: Enter, worker: str) -> None:
    for route in ("export", "export_csv", "export_hsds"):
        assert see(enter(worker), route).status_code == 404


def test_the_page_asks_as_often_for_one_place_as_for_thirty(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    write(town, "一つめ")
    with counted() as few:
        see(hayashi, "export")
    for number in range(30):
        write(town, f"会{number}")
    with counted() as many:
        see(hayashi, "export")
    assert len(few) == len(many) <= MOST_QUERIES
