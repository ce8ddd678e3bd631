"""Cells are cut as they stand; a broken table is refused with the line and the column where it breaks."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.exchange.rules import table
from marugoto.exchange.rules.table import records, separator_of
from marugoto.kernel.decision import Refused

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


def cells(text: str, separator: str = ",") -> list[tuple[str, ...]]:
    return [record.cells for record in records(text, separator)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks_in_a_cell_stay_and_lines_are_counted_as_in_an_editor(newline: str) -> None:
    text = newline.join(["名称,説明", '"渚","一行目', '二行目 ""引用"""', "浜,", ""])
    rows = list(records(text))
    assert [row.line for row in rows] == [1, 2, 4]
    assert [row.cells for row in rows] == [("名称", "説明"), ("渚", '一行目\n二行目 "引用"'), ("浜", "")]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8))
def test_whatever_a_spreadsheet_writes_is_read_back(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    assert cells(written.getvalue()) == [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a,b\nc,"d\ne,f\n', "2行目の2列目で始まる引用符"),
        ('a,b\n"c"d,e\n', "2行目の1列目の引用符"),
        ('a,"b\nc,"d",e\n', "1行目の2列目の引用符"),
        ("a,b\n" + "," * 300, "2行目の列が多すぎます"),
        ('a,b\n1,"' + "x" * 40_000 + '"\n', "2行目の2列目が長すぎます（40,000文字）"),
        ('a,b\n1,"' + "x" * 10_000_000 + '"\n', "2行目の2列目が長すぎます（10,000,000文字）"),
        ('a,b\n1,"' + "x" * 10_000_000, "2行目の2列目で始まる引用符"),
    ],
)
def test_a_broken_table_says_where(text: str, place: str) -> None:
    with pytest.raises(Refused) as refusal:
        cells(text)
    assert place in refusal.value.sentence
    assert refusal.value.way_on


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 3)
    with pytest.raises(Refused, match="3行まで"):
        cells("a\n" * 4)


def test_rows_come_one_by_one() -> None:
    stream = records("a,b\n" + 'c,"never closed')
    assert next(stream).cells == ("a", "b")
    with pytest.raises(Refused):
        next(stream)


@pytest.mark.parametrize(
    ("first", "separator"), [("名称,住所", ","), ("名称\t住所", "\t"), ("名称;住所;電話", ";"), ("名称", ",")]
)
def test_the_separator_is_seen_in_the_first_line_that_has_one(first: str, separator: str) -> None:
    assert separator_of(f"みなも市の場所\n\n{first}\n") == separator
