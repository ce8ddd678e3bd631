"""Files as they really come, all their faults in one: each row is explained in the preview, and nothing is guessed silently.

The same faults as in the published files that are not part of the project, in invented rows.
"""

import pytest

from marugoto.exchange.actions.place_import import prepare
from marugoto.exchange.models import ImportRow
from marugoto.exchange.queries.place_import import rows
from marugoto.exchange.rules.plan import Verdict
from tests.exchange.books import workbook
from tests.exchange.long_lists import read_through
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
