"""A staff list as offices write it: encodings, workbooks, names of columns, days, and what is wrong in real files."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marugoto.agencies.codes import Role
from marugoto.exchange.rules.staff_row import COLUMNS, StaffEntry, number_key, read_staff, roles_of
from marugoto.kernel.decision import Refused
from tests.exchange.books import Cell, workbook

APRIL = date(2027, 4, 1)
HEADER = ("職員番号", "氏名", "ふりがな", "所属", "係", "役割(担当)", "着任日", "退任日")
ARAI = ("1207", "新井 光", "あらい ひかり", "福祉総合相談課", "相談支援係", "相談支援員", "令和9年4月1日", "")
READ = StaffEntry(
    2, "1207", "新井 光", "あらい ひかり", "福祉総合相談課", "相談支援係", (Role.COUNSELLOR,), "相談支援員", "", APRIL
)


def table(*rows: tuple[Cell, ...], encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)


def one(**cells: str) -> StaffEntry:
    """The row of 新井 with other cells."""
    row = dict(zip(HEADER, ARAI, strict=True)) | cells
    (entry,) = read_staff(table(tuple(row), tuple(row.values()))).entries
    return entry


def said(**cells: str) -> str:
    row = dict(zip(HEADER, ARAI, strict=True)) | cells
    (unread,) = read_staff(table(tuple(row), tuple(row.values()))).unread
    assert unread.line == 2
    return unread.sentence


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (table(HEADER, ARAI), "UTF-8"),
        (table(HEADER, ARAI, encoding="utf-8-sig"), "UTF-8（BOM付き）"),
        (table(HEADER, ARAI, encoding="cp932"), "シフトJIS（CP932）"),
        (workbook([HEADER, ARAI]), "Excel（XLSX）"),
        (workbook([HEADER, (1207, *ARAI[1:6], APRIL)]), "Excel（XLSX）"),
    ],
)
def test_every_way_of_writing_says_the_same(raw: bytes, encoding: str) -> None:
    found = read_staff(raw)
    assert (found.encoding, found.entries, found.unread) == (encoding, (READ,), ())


@given(order=st.permutations(range(8)), names=st.tuples(*(st.sampled_from(words) for _, words in COLUMNS)))
def test_columns_stand_in_any_order_under_any_of_their_names(order: list[int], names: tuple[str, ...]) -> None:
    usual = [name for name, _ in COLUMNS]
    wanted = ["number", "name", "kana", "agency", "team", "roles", "since", "until"]
    header = tuple(names[usual.index(part)] for part in wanted)
    raw = table(tuple(header[at] for at in order), tuple(ARAI[at] for at in order))
    assert read_staff(raw).entries == (READ,)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("令和９年４月１日", APRIL), ("R9.4.1", APRIL), ("2027/4/1", APRIL), ("20270401", APRIL), ("令和9年4月1日(木)", APRIL),
        ("2027/4/1 0:00:00", APRIL), ("令和元年5月1日", date(2019, 5, 1)), ("", None),
    ],
)  # fmt: skip
def test_days_are_read_as_offices_write_them(written: str, day: date | None) -> None:
    assert one(着任日=written).since == day


def test_the_last_day_of_the_list_is_the_day_before_the_first_without() -> None:
    assert one(着任日="", 退任日="R9.3.31").until == APRIL


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"着任日": "令和9年2月30日"}, "着任日「令和9年2月30日」: 令和9年2月30日という日はありません。"),
        ({"着任日": "4月1日"}, "年が書かれていません。"),
        ({"着任日": "46113"}, "日付として読み取れません。"),
        ({"職員番号": " "}, "職員番号が書かれていません。"),
        ({"氏名": ""}, "氏名が書かれていません。"),
        ({"退任日": "令和9年3月31日", "着任日": "令和9年4月1日"}, "退任日が着任日より前です。"),
        ({"氏名": "あ" * 61}, "長すぎます"),
        ({"氏名": "新井\x08光"}, "見えない文字"),
    ],
)
def test_a_row_that_cannot_be_read_says_what_to_do(cells: dict[str, str], sentence: str) -> None:
    found = said(**cells)
    assert sentence in found
    assert found.endswith("。")


def test_wide_figures_and_spaces_at_the_ends_mean_nothing() -> None:
    found = one(職員番号="　１２０７ ", 氏名="　新井　　光 ", ふりがな="ｱﾗｲ ﾋｶﾘ", 所属="福祉総合相談課　")
    assert (found.number, found.name, found.kana, found.agency) == (
        "1207",
        "新井 光",
        "あらい ひかり",
        "福祉総合相談課",
    )


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("相談支援員", [Role.COUNSELLOR]),
        ("庶務・課長", [Role.OFFICE, Role.CHIEF]),
        ("多機関協働コーディネーター、相談", [Role.COORDINATOR, Role.COUNSELLOR]),
        ("地域づくりコーディネーター", [Role.COMMUNITY]),
        ("窓口職員／相談員", [Role.CLERK, Role.COUNSELLOR]),
        ("運転手", []),
        ("", []),
    ],
)
def test_roles_are_read_from_words(words: str, roles: list[Role]) -> None:
    assert list(roles_of(words)) == roles


@pytest.mark.parametrize(("one", "other"), [("0012", "12"), ("A07", "a07"), ("000", "000")])
def test_numbers_that_lost_their_zeros_are_the_same(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


def test_titles_above_and_columns_of_others_do_no_harm() -> None:
    raw = table(("令和9年4月1日付 人事異動",), (), (*HEADER, "備考"), (*ARAI, "新採"))
    found = read_staff(raw)
    assert found.entries[0].name == "新井 光"
    assert found.entries[0].line == 4
    assert found.notes == ("読まない列: 備考",)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "空です"),
        (table(HEADER), "職員の行がありません"),
        (table(("氏名", "所属"), ("新井", "課")), "「職員番号」の列がありません"),
        (table((*HEADER, "課"), (*ARAI, "x")), "「所属」にあたる列が2つ以上"),
        (table(("a", "b"), ("c", "d")), "見出しの行が見つかりません"),
        (b"%PDF-1.7 x", "PDF"),
        (workbook([HEADER, ARAI], damaged=True), "壊れているか"),
        (workbook([HEADER, ARAI], doctype='<!DOCTYPE a [<!ENTITY b "c">]>'), "DTD"),
        (workbook([HEADER, ARAI], hidden=True), "見えているシートがありません"),
        (b"PK\x03\x04" + b"xl/" * 10, "壊れているか"),
    ],
)
def test_a_file_that_is_no_staff_list_says_why(raw: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read_staff(raw)
    assert sentence in refused.value.sentence
    assert refused.value.way_on.endswith("。")


@given(raw=st.binary(max_size=300))
def test_whatever_is_handed_over_is_read_or_refused(raw: bytes) -> None:
    try:
        said = "。" if read_staff(raw).rows else ""
    except Refused as refused:
        said = refused.sentence
    assert said.endswith("。")


def test_what_grows_in_half_width_is_measured_afterwards() -> None:
    assert "長すぎます" in said(職員番号="㍿" * 20)
    assert one(職員番号="㍿" * 5).number == "株式会社" * 5
