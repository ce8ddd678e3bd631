"""What is written out comes in again as it was, in every layout and both encodings, and no spreadsheet calculates it."""

import csv

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.formats.layout import header_key
from marugoto.exchange.rules.hours import read_hours, write_hours
from marugoto.exchange.rules.place_row import LABELS, PlaceRow
from marugoto.exchange.rules.reading import Reading, read_file
from marugoto.exchange.rules.span import read_span, write_span
from marugoto.exchange.rules.upload import Encoding
from marugoto.exchange.rules.writing import WRITTEN_AS, Issuer, Line, guarded, rows_of, write
from marugoto.kernel.decision import Refused
from tests.exchange.files import MORE_NAMES, NAMES, read, sentences

TOWN = Issuer("990019", "みなも市", "青嶺県")
HEADINGS = [(layout, generation, columns) for layout in LAYOUTS for generation, columns in layout.headings]
IDS = [f"{layout.code}-{generation}" for layout, generation, _ in HEADINGS]
WORDS = [
    "髙",
    "𠮷",
    "﨑",
    "なぎさ",
    "サロン",
    ",",
    '"',
    "；",
    "=1+1",
    "＝SUM(A1)",
    "@",
    "'",
    "－",
    "～",
    "7",
    "–",
    "・",
    " ",
    "　",
]
ONE_LINE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: "".join(words).strip(" 　"))
LINES = st.lists(ONE_LINE.filter(bool), min_size=1, max_size=3).map("\n".join)


def carried(layout, columns: tuple[str, ...]) -> set[str]:
    """The fields of a place for which this heading has room."""
    fields = {layout.by_header[header_key(column)].field for column in columns}
    return {
        *(fields & set(LABELS)),
        *({"hours"} if "opens" in fields else ()),
        *({"days"} if "begins" in fields else ()),
    }


def lines_of(reading: Reading) -> list[Line]:
    """As an export of these places would write them, one for each row of the source."""
    return [
        Line(key, one.values(), key.partition(":")[2] if ":name:" not in key else "", source, one.values())
        for one in reading.places
        for key, source in zip(one.keys, one.source, strict=True)
    ]


def again(layout, columns, lines: list[Line], encoding: Encoding = Encoding.UTF_8_BOM) -> Reading:
    return read_file(write(rows_of(layout, columns, lines, TOWN), encoding))


@pytest.mark.parametrize("name", [*NAMES, *MORE_NAMES])
@pytest.mark.parametrize("encoding", WRITTEN_AS)
def test_a_file_that_was_taken_in_goes_out_and_comes_in_the_same(name: str, encoding: Encoding) -> None:
    reading = read(name)
    for _, columns in reading.layout.headings:
        back = again(reading.layout, columns, lines_of(reading), encoding)
        assert (back.layout, back.refused) == (reading.layout, ())
        fields = carried(reading.layout, columns)
        assert [{name: one.values()[name] for name in fields} for one in back.places] == [
            {name: one.values()[name] for name in fields} for one in reading.places
        ]


@pytest.mark.parametrize("name", [*NAMES, *MORE_NAMES])
def test_every_cell_goes_out_as_it_came_or_a_note_says_what_was_done(name: str) -> None:
    assert_no_cell_is_lost(read(name))


def assert_no_cell_is_lost(reading: Reading, issuer: Issuer = TOWN) -> None:
    headers = list(dict.fromkeys(header for one in reading.places for cells in one.source for header in cells))
    columns = next(
        columns
        for _, columns in reading.layout.headings
        if {header_key(one) for one in headers} <= set(map(header_key, columns))
    )
    table = list(
        csv.DictReader(
            write(rows_of(reading.layout, columns, lines_of(reading), issuer), Encoding.UTF_8_BOM)
            .decode("utf-8-sig")
            .splitlines(keepends=True)
        )
    )
    rows = [(one, source) for one in reading.places for source in one.source]
    for (one, source), written in zip(rows, table, strict=True):
        by_key = {header_key(header): cell for header, cell in written.items()}
        for header, cell in source.items():
            column = reading.layout.by_header[header_key(header)]
            now = by_key[header_key(header)].replace("\r\n", "\n")
            if now != cell:
                assert told(one, column.field, cell, now), (header, cell, now)


def told(one: PlaceRow, name: str, was: str, now: str) -> bool:
    """Of degrees what lies beyond ten centimetres, and the other way to write a clock or a day, are cleaned without a note."""
    if name in {"latitude", "longitude"} and was and now:
        return abs(float(was) - float(now)) < 1e-6
    if name in {"opens", "closes"} and read_hours(was, "")[0] == read_hours(now, "")[0]:
        return True
    if name in {"begins", "ends"} and read_span(was, "")[0] == read_span(now, "")[0]:
        return True
    noted = {"opens": "hours", "closes": "hours", "begins": "days", "ends": "days", "longitude": "latitude"}.get(
        name, name
    )
    label = LABELS.get(noted)
    return any(note.field == noted or (label and label in note.sentence) for note in one.notes)


@pytest.mark.parametrize(("layout", "generation", "columns"), HEADINGS, ids=IDS)
def test_whatever_is_written_by_hand_survives(layout, generation, columns) -> None:
    fields = carried(layout, columns) - {"latitude", "longitude", "phone", "fax", "url", "extension"}

    @settings(max_examples=25, deadline=None)
    @given(st.fixed_dictionaries(dict.fromkeys(sorted(fields), ONE_LINE)), LINES)
    def survives(values: dict[str, str], words: str) -> None:
        values |= {"name": f"会{values.get('name', '')}", "description": words if "description" in fields else ""}
        values["address"] = f"渚町{values.get('address', '')}"
        assume(all(values[name] for name in layout.named_by))
        if layout.row_per_service:
            values["services"] = values["kind_text"]
        back = again(layout, columns, [Line("ref-1", values)])
        assert back.refused == ()
        got = back.places[0].values()
        kept = {name: value for name, value in values.items() if name in fields and name != "name"}
        assert {name: got[name] for name in kept} == kept

    survives()


@given(st.text(alphabet="0123456789:–時分～ あ午前", max_size=12).map(str.strip))
def test_hours_and_days_are_the_same_after_two_cells(said: str) -> None:
    for read_two, write_two in ((read_hours, write_hours), (read_span, write_span)):
        once = read_two(*write_two(said))[0]
        assert read_two(*write_two(once))[0] == once


@pytest.mark.parametrize(
    "said", ["9:00–17:30", "9:00–", "–17:00", "日の出–日没", "午前中", "9:00–12:00、13:00–17:00", ""]
)
def test_hours_as_they_are_said(said: str) -> None:
    assert read_hours(*write_hours(said))[0] == said


@pytest.mark.parametrize(
    "said",
    [
        *("2027年8月7日～2027年8月8日", "2027年8月7日", "毎週火曜", "火～木", ""),
        *("2100年1月1日", "1800年1月1日～1800年1月2日", "73051"),  # no days for us: said as they are
    ],
)
def test_days_as_they_are_said(said: str) -> None:
    assert read_span(*write_span(said))[0] == said


@pytest.mark.parametrize(
    "cell", ["=1+1", "＝1+1", "+81-3-0000", "＋A", "-A1", "－A1", "@SUM(A1)", "＠x", " =1", "　＝1", "'=1", "\t=1"]
)
def test_nothing_is_calculated(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert not guarded(cell).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t"))


@pytest.mark.parametrize("cell", ["099-200-1001", "35.8", "-35.8", "サロン", "'あ", "a=b"])
def test_what_no_spreadsheet_calculates_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


def test_a_character_that_is_missing_is_named_with_its_place() -> None:
    places = next(layout for layout in LAYOUTS if layout.code == "places")
    line = Line("ref-1", {"name": "𠮷田さんの畑", "address": "渚町1", "description": "髙い木の下〜"})
    with pytest.raises(Refused) as refused:
        again(places, places.heading_of(""), [line], Encoding.CP932)
    assert refused.value.sentence == (
        "シフトJISにない文字があります：「𠮷」（𠮷田さんの畑の名称）、「〜」（𠮷田さんの畑の説明）。"
    )
    assert again(places, places.heading_of(""), [line]).places[0].name == "𠮷田さんの畑"


def test_the_sign_before_a_formula_is_taken_off_with_a_note() -> None:
    places = next(layout for layout in LAYOUTS if layout.code == "places")
    back = again(places, places.heading_of(""), [Line("ref-1", {"name": "会", "address": "渚町1", "note": "=1+1"})])
    assert back.places[0].note == "=1+1"
    assert "先頭の「'」を外しました" in sentences(back.places[0])
