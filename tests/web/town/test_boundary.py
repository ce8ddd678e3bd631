"""圏域の形 by its pages: a file is seen before it is taken in, its rows are explained, and the table stays beside the map."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests.community.drawn_districts import feature, geojson, packed, polygon, town_features
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db


def upload(client: Client, content: bytes, name: str = "圏域.geojson") -> HttpResponse:
    return send(client, "boundary_send", file=SimpleUploadedFile(name, content), credit="みなも市都市計画課")


def previewed(client: Client, content: bytes, name: str = "圏域.geojson") -> str:
    answer = upload(client, content, name)
    assert answer.status_code == 302, words(answer)
    return str(answer["Location"].rstrip("/").rpartition("/")[2])


@pytest.mark.parametrize(("content", "name"), [(geojson(), "圏域.geojson"), (packed(), "圏域.zip")])
def test_shapes_are_seen_first_and_then_stand_on_the_map_beside_the_table(
    enter: Enter, content: bytes, name: str
) -> None:
    hayashi = enter("hayashi")
    key = previewed(hayashi, content, name)
    page = see(hayashi, "boundary", key)
    assert sentence(page) == "4つの圏域を、すべて描けます。"
    assert "下見です。まだ地図は変わっていません。" in words(page)
    assert "「S_NAME」の列を" in words(page)
    assert "実際の形ではありません" in words(see(hayashi, "coverage"))
    assert send(hayashi, "boundary_use", key).status_code == 302
    after = see(enter("tanaka"), "coverage")
    assert "実際の形ではありません" not in words(after)
    assert "圏域の形: みなも市都市計画課" in words(after)
    assert "圏域ごとの場所の数" in words(after)
    assert 'fill-rule="evenodd"' in after.content.decode()
    assert send(hayashi, "boundary_use", key).status_code == 409
    assert send(hayashi, "boundary_leave").status_code == 302
    assert "実際の形ではありません" in words(see(hayashi, "coverage"))


def test_bad_rows_are_explained_and_what_has_no_shape_stays_in_the_table(enter: Enter) -> None:
    hayashi = enter("hayashi")
    bad = [*town_features()[:2], feature("港町", polygon(139.3, 35.0)), feature("南部", None)]
    key = previewed(hayashi, geojson(bad))
    page = words(see(hayashi, "boundary", key))
    assert "4つの圏域のうち、2つを描けます。" in page
    assert "描けません 「港町」は、この町の圏域のどの名前とも合いません。" in page
    assert "描けません 図形が入っていません。" in page
    assert "形のない圏域: 南部・東部。地図には出ませんが、表には出ます。" in page
    send(hayashi, "boundary_use", key)
    assert "地図に形のない圏域: 南部 0・東部 0" in words(see(hayashi, "coverage"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空です"),
        (b'{"type": "Topology"}', "TopoJSON"),
        (packed(prj='PROJCS["X"]'), "メートルの座標"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_where_it_was_chosen(enter: Enter, content: bytes, said: str) -> None:
    answer = upload(enter("hayashi"), content)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "まだありません。" in words(answer)  # nothing of it was kept


def test_a_file_of_which_nothing_can_be_drawn_cannot_be_used(enter: Enter) -> None:
    hayashi = enter("hayashi")
    key = previewed(hayashi, geojson([feature("港町", polygon(139.0, 35.0))]))
    page = see(hayashi, "boundary", key)
    assert sentence(page) == "このファイルからは、圏域を一つも描けません。"
    assert "この形を地図に使う" not in words(page)
    answer = send(hayashi, "boundary_use", key)
    assert answer.status_code == 409
    assert "描ける圏域が一つもありません。" in words(answer)


def test_only_those_who_draw_come_here(enter: Enter) -> None:
    assert see(enter("tanaka"), "boundaries").status_code == 404
    assert "圏域のほんとうの形を入れる" not in words(see(enter("tanaka"), "coverage"))
    assert "圏域のほんとうの形を入れる" in words(see(enter("hayashi"), "coverage"))


def test_the_pages_ask_little(enter: Enter) -> None:
    hayashi = enter("hayashi")
    key = previewed(hayashi, geojson())
    send(hayashi, "boundary_use", key)
    for route, args, most in (("boundaries", (), 8), ("boundary", (key,), 14), ("coverage", (), 14)):
        with counted() as queries:
            see(hayashi, route, *args)
        assert len(queries) <= most, route
