"""The layout is told by its heading, whatever the order and the spelling; if not, by what is lacking."""

import random

import pytest

from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.formats.layout import header_key
from marugoto.exchange.rules.place_row import LABELS
from marugoto.kernel.decision import Refused
from tests.exchange.files import NAMES, place, read, read_lines, source

COLUMNS = {"preschool": 53, "care_service": 36, "public_facility": 56, "places": 8}
OLD_CARE = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,介護サービス事業所名称,介護サービス事業所名称_カナ,実施サービス,住所"
OLD_PUBLIC = (
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_通称,POIコード,住所,方書,緯度,経度"
)


@pytest.mark.parametrize("name", NAMES)
def test_every_layout_is_recognised_by_its_own_heading(name: str) -> None:
    headers = source(name).split("\n")[0].split(",")
    assert len(headers) == COLUMNS[name]
    assert read(name).layout.code == name
    assert read(name).layout.knows(headers) == len(headers)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.code)
def test_a_layout_writes_only_what_a_place_has_and_names_no_column_twice(layout) -> None:
    read_apart = {"", "municipality", "source_id", "prefecture", "city", "town", "street", "opens", "closes"}
    read_apart |= {"begins", "ends", "body_name", "body_prefecture", "body_city"}
    assert {column.field for column in layout.columns} - read_apart <= set(LABELS)
    keys = [header_key(name) for column in layout.columns for name in column.names]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("電話番号 ,ＩＤ,名　称,住所,受入年齢", "preschool"),
        ("実施サービス,所在地＿連結表記,介護サービス事業所名称,建物名等（方書）", "care_service"),
        (OLD_CARE, "care_service"),
        (OLD_PUBLIC, "public_facility"),
        ("名称,住所", "places"),
        ("場所の名前,会場,連絡先,対象", "places"),
        ("全国地方公共団体コード,名称,所在地_市区町村,公式掲載確認日", "public_facility"),
    ],
)
def test_order_width_age_and_further_columns_do_not_matter(heading: str, code: str) -> None:
    cells = ["x"] * len(heading.split(","))
    assert read_lines(heading, ",".join(cells)).layout.code == code


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("ID,緯度,経度,受入年齢,収容定員", "「子育て施設一覧」ですが、「名称」「所在地_連結表記」の列がありません"),
        (
            "介護サービス事業所名称,介護サービス事業所名称_カナ,住所,定員",
            "「介護サービス事業所一覧」ですが、「実施サービス」",
        ),
        ("氏名,生年月日,被保険者番号", "見出しの行が見つかりません"),
        ("なぎさサロン,みなも市渚町1-5", "見出しの行が見つかりません"),
        ("データ名称,データ形式,分類,URL", "「オープンデータ一覧」のファイルのようです"),
        ("名称,住所,名称,電話", "「名称」にあたる列が2つ以上"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is_lacking(heading: str, says: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_lines(heading, "a,b,c,d,e")
    assert says.replace("」「", "」、「") in refusal.value.sentence


def test_titles_above_and_empty_lines_are_passed_over_and_told() -> None:
    reading = read_lines("みなも市 地域の場所,,", ",,", "名称,住所,ひみつ", "なぎさサロン,渚町1-5,x", ",,", "")
    assert [one.lines for one in reading.places] == [(4,)]
    assert reading.notes == (
        "見出しより上の1行（1行目）は読みませんでした。",
        "様式にない列は、元の値としてだけ残します：ひみつ",
        "空の行が1行ありました。",
    )


def test_a_heading_alone_is_refused() -> None:
    with pytest.raises(Refused, match="場所の行がありません"):
        read_lines("名称,住所", "")


def test_columns_in_any_order_read_the_same() -> None:
    rows = [line.split(",") for line in source("public_facility").strip().split("\n")]
    order = list(range(56))
    random.Random(7).shuffle(order)
    shuffled = read_lines(*(",".join(row[at] for at in order) for row in rows))
    assert shuffled.places[0].values() == place(read("public_facility"), "中央公民館").values()
