"""Every published layout is told by its heading, says by what, and its sample comes in whole."""

import csv

import pytest

from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.rules.heading import recognise
from marugoto.exchange.rules.reading import read_file
from marugoto.exchange.rules.table import Record
from tests.exchange.files import MORE_NAMES, place, read, read_lines, sentences, written

HEADINGS = [
    pytest.param(layout, generation, columns, id=f"{layout.code}-{generation}")
    for layout in LAYOUTS
    for generation, columns in layout.headings
]


@pytest.mark.parametrize(("layout", "generation", "columns"), HEADINGS)
def test_each_heading_is_recognised_with_the_evidence(layout, generation, columns) -> None:
    heading, _ = recognise([Record(1, columns)])
    assert heading.layout is layout
    assert heading.unknown == ()
    assert f"見出し{len(columns)}列のうち{len(columns)}列" in heading.evidence
    assert layout.name in heading.evidence
    assert generation in heading.evidence


@pytest.mark.parametrize("name", MORE_NAMES)
def test_its_sample_comes_in_and_keeps_every_cell(name: str) -> None:
    reading, rows = read(name), list(csv.reader(written(name).decode().splitlines(keepends=True)))
    assert reading.layout.code == name
    assert len(reading.places) + len(reading.refused) == len(rows) - 1
    for row, one in zip(rows[1:], sorted([*reading.places, *reading.refused], key=lambda one: one.lines), strict=True):
        source = one.source if isinstance(one.source, dict) else one.source[0]
        assert source == {header: cell for header, cell in zip(rows[0], row, strict=True) if cell}


def test_what_a_list_of_events_says_of_days() -> None:
    reading = read("event")
    assert place(reading, "夏まつり").days == "2027年8月7日～2027年8月8日"
    assert (place(reading, "囲碁のつどい").days, place(reading, "朝市").days) == ("2027年1月15日", "2027年11月9日")
    assert "「令和9年1月15日」を、2027年1月15日に直しました" in sentences(place(reading, "囲碁のつどい"))
    assert "表計算の数値「46700」を、2027年11月9日に直しました" in sentences(place(reading, "朝市"))
    assert place(reading, "写真展").days == "8/11/3"
    assert "どの元号の年か西暦か決まりません。書かれたまま残しました" in sentences(place(reading, "写真展"))


def test_fields_that_only_some_layouts_have() -> None:
    assert place(read("medical"), "渚医院").services == "内科、小児科"
    assert place(read("tourism"), "農業公園").fee == "大人200円"
    assert place(read("shelter"), "渚町小学校").target == "渚町一丁目から四丁目"
    measure = place(read("support"), "（みなも市）")
    assert (measure.conditions, measure.days) == ("福祉課の窓口で申し込みます。", "2026年4月1日～2027年3月31日")


def test_a_hydrant_is_called_by_what_it_is_and_where_or_refused() -> None:
    reading = read("hydrant")
    assert [one.name for one in reading.places] == ["消火栓　みなも市渚町1-5"]
    assert "名称がないため" in sentences(reading.places[0])
    assert [one.reason for one in reading.refused] == ["名称がありません。"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("なぎさサロン,099-200-1001,みなも市渚町1-5,火曜", "「住所」の欄に電話番号、「電話番号」の欄に住所"),
        ("https://example.invalid/,みなも市渚町1-5,35.801234,火曜", "「名称」の欄にアドレス（URL）"),
    ],
)
def test_a_row_whose_columns_slipped_is_refused_with_both_places(row: str, says: str) -> None:
    reading = read_lines("名称,住所,電話,曜日", row, "まちかど食堂,みなも市青空町4-1,099-200-1003,土曜")
    (refused,) = reading.refused
    assert "列がずれているようです" in refused.reason
    assert says in refused.reason
    assert [one.name for one in reading.places] == ["まちかど食堂"]


def test_one_odd_cell_alone_is_no_shift() -> None:
    assert len(read_lines("名称,住所,電話", "なぎさサロン,みなも市渚町1-5,みなも市役所3階").places) == 1


def test_a_figure_where_weekdays_should_be_is_told_and_kept() -> None:
    (one,) = read_lines("名称,曜日", "なぎさサロン,45991").places
    assert one.days == "45991"
    assert "曜日として読めない" in sentences(one)


def test_an_evidence_is_the_first_that_a_preview_says() -> None:
    assert read_file(written("event")).evidence.startswith("「イベント一覧」（推奨データセット）と見分けました")
