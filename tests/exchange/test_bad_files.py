"""Files as they really come, all their faults in one: each row is explained in the preview, and nothing is guessed silently.

The same faults as in the published files that are not part of the project, in invented rows.
"""

from datetime import date

import pytest

from marugoto.exchange.actions.place_import import prepare
from marugoto.exchange.models import ImportRow
from marugoto.exchange.queries.place_import import rows
from marugoto.exchange.rules.plan import Verdict
from marugoto.kernel.decision import Refused
from tests.database import unwalled
from tests.exchange.books import Cell, altered, workbook
from tests.exchange.long_lists import read_through, work_of
from tests.town import Town

pytestmark = pytest.mark.django_db

HEADING = ("番号", "名称", "種別", "住所", "電話", "曜日", "時間", "備考")
CLEAN = ("1", "なぎさサロン", "サロン", "みなも市渚町1-5", "099-200-1001", "毎週火曜", "10:00–12:00", "")
# What stands in the row, what is said of it, which field keeps what (None: the row is refused).
FAULTS: dict[str, tuple[tuple[str, ...], str, dict[str, str] | None]] = {
    "a serial for a day": (
        ("2", "畑の会", "畑", "みなも市北原台2-3", "099-200-1002", "45991", "", ""),
        "曜日として読めない",
        {"days": "45991"},
    ),
    "a formula": (
        ("3", "縁側", "居場所", "みなも市本町1-1", "099-200-1003", "=A1", "", ""),
        "式のように見えます",
        {"days": "=A1"},
    ),
    "a nought that fell off": (
        ("4", "食堂", "食堂", "みなも市青空町4-1", "992001004", "土曜", "", ""),
        "先頭の0が落ちている",
        {"phone": "992001004"},
    ),
    "columns that slipped": (
        ("5", "朝の会", "サロン", "099-200-1005", "みなも市渚町9-9", "月曜", "", ""),
        "列がずれている",
        None,
    ),
    "no name": (("6", "", "サロン", "みなも市渚町6-6", "099-200-1006", "月曜", "", ""), "名称がありません", None),
    "one number, two contents": (
        ("7", "囲碁の会", "サークル", "みなも市渚町7-7", "099-200-1007", "月曜", "", ""),
        "同じIDか同じ名称・住所の行が2つ以上",
        None,
    ),
    "the other of them": (
        ("7", "囲碁の会", "サークル", "みなも市渚町8-8", "099-200-1007", "月曜", "", ""),
        "同じIDか同じ名称・住所の行が2つ以上",
        None,
    ),
    "one name and address, two numbers": (
        ("9", "なぎさサロン", "サロン", "みなも市渚町1-5", "099-200-1001", "毎週火曜", "10:00–12:00", ""),
        "同じ名称・住所の行がほかにあります",
        {"name": "なぎさサロン"},
    ),
    "figures of full width": (
        ("10", "絵本の会", "サークル", "みなも市渚町２－２", "０９９－２００－１０１０", "月曜", "", ""),
        "そろえました",
        {"phone": "099-200-1010"},
    ),
}
TABLE = [HEADING, CLEAN, *(row for row, _, _ in FAULTS.values())]


def as_text(encoding: str) -> bytes:
    return "\r\n".join(",".join(row) for row in TABLE).encode(encoding)


FILES = {
    "UTF-8": as_text("utf-8"),
    "CP932": "\r\n".join(",".join(row) for row in TABLE).replace("–", "～").encode("cp932"),
}


def explained(town: Town, upload: bytes, *, long: bool) -> dict[int, ImportRow]:
    by = town("hayashi")
    brought = read_through(town, upload) if long else prepare(by=by, at=by.at, upload=upload, file_name="一覧")
    return {line: row for row in rows(by, brought.pk) for line in row.lines}


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("upload", [*FILES.values(), workbook(TABLE)], ids=[*FILES, "workbook"])
def test_each_row_of_a_bad_file_is_explained_and_nothing_is_guessed(town: Town, upload: bytes, long: bool) -> None:
    by_line = explained(town, upload, long=long)
    assert len(by_line) == len(TABLE) - 1
    for line, (_, says, keeps) in enumerate(FAULTS.values(), 3):
        row = by_line[line]
        said = row.reason + "".join(sentence for _, sentence in row.notes)
        assert says in said, line
        assert (row.verdict == Verdict.REFUSED) is (keeps is None), line
        if keeps:
            assert {name: row.values[name] for name in keeps} == keeps, line


def test_a_row_without_fault_has_nothing_to_explain(town: Town) -> None:
    by_line = explained(town, "\n".join(",".join(row) for row in (HEADING, CLEAN)).encode(), long=False)
    assert (by_line[2].notes, by_line[2].reason, by_line[2].verdict) == ([], "", Verdict.NEW)


# What only a workbook can hold: how the row was typed, what was done to its cells, what is said of it, what is kept (None: refused).
OF_A_BOOK: dict[str, tuple[tuple[Cell, ...], tuple[str, str] | None, str, dict[str, str] | None]] = {
    "the cell that is merged": (
        ("2", "畑の会", "畑", "みなも市北原台2-3", "099-200-1002", "土曜", "", ""),
        ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="C3:C4"/><mergeCell ref="F5:G5"/></mergeCells>'),
        "",
        {"kind_text": "畑"},
    ),
    "under a merged cell": (
        ("3", "土いじり", "", "みなも市本町1-1", "099-200-1003", "土曜", "", ""),
        None,
        "C3から結合されたセルです。「畑」を、この行の値として読みました",
        {"kind_text": "畑"},
    ),
    "beside a merged cell": (
        ("4", "縁側", "居場所", "みなも市青空町4-1", "099-200-1004", "月曜 午後", "", ""),
        None,
        "F5と結合されたセルのため、空欄として読みました",
        {"days": "月曜 午後", "hours": ""},
    ),
    "a formula with its result": (
        ("5", "食堂", "食堂", "みなも市渚町5-5", 992001005, "土曜", "", ""),
        ('<c r="E6"><v>', '<c r="E6"><f>A1+1</f><v>'),
        "式のセルです。保存されていた計算結果「992001005」を読みました",
        {"phone": "992001005"},
    ),
    "a formula without a result": (
        ("6", "朝の会", "サロン", "みなも市渚町6-6", 992001006, "月曜", "", ""),
        ('<c r="E7"><v>992001006</v>', '<c r="E7"><f>A1+1</f>'),
        "計算結果が保存されていません",
        None,
    ),
    "a formula gone wrong": (
        ("7", "囲碁の会", "サークル", "みなも市渚町7-7", 992001007, "月曜", "", ""),
        ('<c r="E8"><v>992001007', '<c r="E8" t="e"><f>A1</f><v>#REF!'),
        "計算の誤り（#REF!）",
        None,
    ),
    "a hidden row": (
        ("8", "絵本の会", "サークル", "みなも市渚町8-8", "099-200-1008", "月曜", "", ""),
        ('<row r="9">', '<row r="9" hidden="1">'),
        "Excelで隠されている行です",
        {"name": "絵本の会"},
    ),
    "a day where a weekday should be": (
        ("9", "夕べの会", "サロン", "みなも市渚町9-9", "099-200-1009", date(2026, 12, 1), "", ""),
        None,
        "曜日として読めない",
        {"days": "2026-12-01"},
    ),
}


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
def test_each_row_of_a_bad_workbook_is_explained_and_nothing_is_guessed(town: Town, long: bool) -> None:
    table = [HEADING, CLEAN, *(row for row, _, _, _ in OF_A_BOOK.values())]
    changes = [change for _, change, _, _ in OF_A_BOOK.values() if change]
    by_line = explained(town, altered(workbook(table), *changes), long=long)
    assert sorted(by_line) == list(range(2, len(table) + 1))
    for line, (_, _, says, keeps) in enumerate(OF_A_BOOK.values(), 3):
        row = by_line[line]
        said = row.reason + "".join(sentence for _, sentence in row.notes)
        assert says in said, line
        assert bool(said) is bool(says), line
        assert (row.verdict == Verdict.REFUSED) is (keeps is None), line
        if keeps:
            assert {name: row.values[name] for name in keeps} == keeps, line


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("first", ["utf-8", "cp932"])
def test_two_encodings_in_one_file_are_refused_where_the_second_begins(town: Town, first: str, long: bool) -> None:
    second = {"utf-8": "cp932", "cp932": "utf-8"}[first]
    lines = [",".join(row).replace("–", "～") for row in (HEADING, CLEAN, *(row for row, _, _ in FAULTS.values()))]
    upload = "\n".join(lines[:4]).encode(first) + b"\n" + "\n".join(lines[4:]).encode(second)
    if long:
        brought = read_through(town, upload)
        said = work_of(town, brought).sentence
    else:
        with pytest.raises(Refused) as refusal:
            prepare(by=town("hayashi"), at=town.later(), upload=upload, file_name="一覧.csv")
        said = refusal.value.sentence
    assert "5行目の3文字目から、文字コードが変わっています" in said
    with unwalled():
        assert not ImportRow.objects.within(town.body).exists()


EVENTS = """イベント名,開始日,終了日,場所名称,住所
つどい,令和9年1月15日,R9.1.15,広場,みなも市中央1-1
朝市,46700,46700,広場,みなも市中央2-2
"""


def test_days_in_eras_and_as_serials_are_said_with_what_they_became(town: Town) -> None:
    by_line = explained(town, EVENTS.encode(), long=False)
    said = {line: "".join(sentence for _, sentence in row.notes) for line, row in by_line.items()}
    assert "「令和9年1月15日」を、2027年1月15日に直しました" in said[2]
    assert "表計算の数値「46700」を、2027年11月9日に直しました" in said[3]
    assert all("年" in row.values["days"] for row in by_line.values())
