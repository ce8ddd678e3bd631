"""Every defect seen in published files: cleaned with a note, or refused with the reason. The source keeps the cell."""

import pytest

from marugoto.exchange.rules.address import address_key
from marugoto.exchange.rules.hours import read_hours
from marugoto.exchange.rules.phone import read_phone
from marugoto.exchange.rules.point import read_point
from tests.exchange.files import place, read, read_lines, refused, sentences

HEADING = "名称,よみ,種別,住所,電話,曜日,時間,URL,備考"


def one_row(row: str):
    return read_lines(HEADING, row).places[0]


@pytest.mark.parametrize(
    ("written", "number", "extension", "says"),
    [
        ("(048)252-4384", "048-252-4384", "", "そろえました"),
        ("048(252)4384", "048-252-4384", "", "そろえました"),
        ("０４８－２５２－４３８４", "048-252-4384", "", "そろえました"),
        ("048−252−4384", "048-252-4384", "", "そろえました"),
        ("048 252 4384", "048-252-4384", "", "そろえました"),
        ("048-252-4384", "048-252-4384", "", ""),
        ("048-252-4384（内線 12）", "048-252-4384", "12", "そろえました"),
        ("048-252-4384(代)", "048-252-4384", "", "そろえました"),
        ("TEL:048-252-4384", "048-252-4384", "", "そろえました"),
        ("09012345678", "090-1234-5678", "", "そろえました"),
        ("0120444666", "0120-444-666", "", "そろえました"),
        ("0482524384", "0482524384", "", "区切りがない"),
        ("482524384", "482524384", "", "先頭の0が落ちている"),
        ("48-252-4384", "48-252-4384", "", "先頭の0が落ちている"),
        ("252-4384", "252-4384", "", "市外局番がない"),
        ("048-252-4384、090-1234-5678", "048-252-4384、090-1234-5678", "", "2つ以上"),
        ("なし", "なし", "", "読めない"),
    ],
)
def test_telephone_numbers(written: str, number: str, extension: str, says: str) -> None:
    phone = read_phone(written)
    assert (phone.number, phone.extension) == (number, extension)
    assert says in phone.sentence
    assert bool(phone.sentence) is bool(says)


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected", "says"),
    [
        ("35.80447743", "139.7269241", ("35.804477", "139.726924"), ""),
        ("３５．８", "139.70", ("35.8", "139.7"), ""),
        ("139.7", "35.8", ("", ""), "入れ替わっている"),
        ("51.5", "-0.12", ("", ""), "日本の外"),
        ("0", "0", ("", ""), "日本の外"),
        ("35.8", "", ("", ""), "片方しかない"),
        ("35°48'16\"", "139°43'", ("", ""), "度の小数"),
        ("NaN", "1e999", ("", ""), "度の小数"),
        ("", "", ("", ""), ""),
    ],
)
def test_points_lie_in_japan_or_nowhere(latitude: str, longitude: str, expected: tuple, says: str) -> None:
    point = read_point(latitude, longitude)
    assert (point.latitude, point.longitude) == expected
    assert says in point.sentence


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("みなも市大手町2-5-18", "みなも市大手町２丁目５番１８号", True),
        ("みなも市大手町二丁目5番18号", "みなも市大手町2−5−18", True),
        ("みなも市大字巻野944番地の1", "みなも市巻野944-1", True),
        ("みなも市渚町1-5　2F", "みなも市渚町1-5 ２Ｆ", True),
        ("みなも市大手町25-18", "みなも市大手町2-5-18", False),
        ("みなも市潮音町3-11", "みなも市潮音朝3-11", False),
        ("みなも市十二丁目3", "みなも市12-3", True),
    ],
)
def test_two_spellings_of_one_address(one: str, other: str, equal: bool) -> None:
    assert (address_key(one) == address_key(other)) is equal


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        ("7:00", "19:00", "7:00–19:00"),
        ("０９：００", "17時30分", "9:00–17:30"),
        ("0.375", "0.75", "9:00–18:00"),
        ("9時", "", "9:00–"),
        ("日の出", "日没", "日の出–日没"),
        ("", "", ""),
    ],
)
def test_opening_hours(opens: str, closes: str, said: str) -> None:
    assert read_hours(opens, closes)[0] == said


def test_spaces_at_the_ends_go_and_the_source_keeps_them() -> None:
    garden = place(read("preschool"), "つくし保育園")
    assert (garden.name, garden.address, garden.note) == ("つくし保育園", "青嶺県みなも市北原台1-7-22", "")
    assert garden.source[0]["名称"] == " つくし保育園"
    assert "名称：前後の空白を取りました。" in sentences(garden)


def test_half_width_kana_becomes_wide_and_letters_stay() -> None:
    garden = place(read("preschool"), "つくし保育園")
    assert garden.building == "ミナモビル2F"
    assert "建物名：半角カナを全角にしました。" in sentences(garden)


def test_line_breaks_stay_in_long_texts_and_become_a_space_in_short_ones() -> None:
    club = place(read("preschool"), "あおぞら放課後クラブ")
    assert club.hours_note.count("\n") == 2
    assert club.hours == ""
    broken = one_row('"なぎさ\nサロン",,サロン,渚町1-5,,,,,')
    assert broken.name == "なぎさ サロン"
    assert "名称：欄の中の改行を空白にしました。" in sentences(broken)


def test_a_swapped_point_is_left_out_and_told() -> None:
    hall = place(read("preschool"), "ひなた児童館")
    assert (hall.latitude, hall.longitude) == ("", "")
    assert "入れ替わっている" in sentences(hall)


def test_cells_that_look_like_formulas_stay_text() -> None:
    row = next(one for one in read("preschool").places if one.name.startswith("="))
    assert row.name == '=HYPERLINK("http://example.invalid","開く")'
    assert row.note == "@SUM(A1:A9)"
    assert "名称：式のように見えますが、文字としてそのまま残しました。" in sentences(row)


@pytest.mark.parametrize("cell", ["＝1+1", "+cmd|' /C calc'!A0", "\t=1+1", "=1+1"])
def test_more_formulas_stay_text(cell: str) -> None:
    row = one_row(f'なぎさサロン,,,渚町1-5,,,,,"{cell}"')
    assert row.note == cell.strip()
    assert "式のように見えます" in sentences(row)


def test_a_link_a_browser_must_not_follow_stays_in_the_source_only() -> None:
    row = one_row("なぎさサロン,,,渚町1-5,,,,javascript:alert(1),")
    assert row.url == ""
    assert row.source[0]["URL"] == "javascript:alert(1)"
    assert "リンクにしませんでした" in sentences(row)


def test_codes_are_never_numbers() -> None:
    assert place(read("public_facility"), "中央公民館").keys == ("public_facility:0000001",)


@pytest.mark.parametrize("name", ["𠮷野家の庭", "髙﨑さんの縁側", "葛󠄀城サロン", "あ", "🍵の会"])
def test_names_are_kept_exactly(name: str) -> None:
    assert one_row(f"{name},,,渚町1-5,,,,,").name == name


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("なぎ\u200bさ,,,渚町1-5,,,,,", "目に見えない文字"),
        ("なぎ\ue001さ,,,渚町1-5,,,,,", "外字"),
        ("なぎさ,123,,渚町1-5,,,,,", ""),
        ("なぎさ,渚,,渚町1-5,,,,,", "かなではない文字"),
        ("なぎさ,なぎさ,,渚町1-5", "列が見出しより少ない"),
    ],
)
def test_what_should_be_looked_at_is_noted_and_kept(row: str, says: str) -> None:
    assert says in sentences(one_row(row))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,,渚町1-5,,,,,", "名称がありません"),
        ("　,,,渚町1-5,,,,,", "名称がありません"),
        ("---,,,渚町1-5,,,,,", "名称がありません"),
        ("なぎ\ufffdさ,,,渚町1-5,,,,,", "文字化け"),
        ("なぎ\x07さ,,,渚町1-5,,,,,", "制御文字（U+0007）"),
        ("なぎさ,,,渚町1-5,,,,,お茶,お菓子", "列が見出しより多く"),
        ("な" * 201 + ",,,渚町1-5,,,,,", "名称が長すぎます（201文字）"),
        ("なぎ\uffffさ,,,渚町1-5,,,,,", "制御文字（U+FFFF）"),
    ],
)
def test_a_row_that_cannot_be_trusted_is_refused_and_the_others_go_on(row: str, reason: str) -> None:
    reading = read_lines(HEADING, row, "浜のサロン,,,浜2-1,,,,,")
    assert reason in refused(reading, 2).reason
    assert [one.name for one in reading.places] == ["浜のサロン"]


def test_what_is_too_long_only_once_it_was_put_together_is_refused_with_its_column() -> None:
    heading = "全国地方公共団体コード,ID,地方公共団体名,名称,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,電話番号"
    begins, much = "990019,,みなも市,", "駐車場は裏手です。" * 40
    many = "048-252-4384内線" + "、".join(str(number) for number in range(2101, 2110))
    rows = [f"{begins}渚,青嶺県,みなも市,渚町,{much},", f"{begins}浜,,,,,{many}", f"{begins}磯,,,,,048-252-4384"]
    reading = read_lines(heading, *rows)
    assert "住所が長すぎます" in refused(reading, 2).reason
    assert "内線が長すぎます" in refused(reading, 3).reason
    assert [one.name for one in reading.places] == ["磯"]


@pytest.mark.parametrize(
    ("name", "facility", "kind"),
    [
        ("preschool", "あおぞら放課後クラブ", "facility"),
        ("care_service", "みなも市地域包括支援センター", "service"),
        ("public_facility", "図書館", "facility"),
        ("places", "土いじりの会", "garden"),
        ("places", "まちかど食堂", "childrens_meal"),
        ("places", "なぎさサロン", "salon"),
    ],
)
def test_kinds(name: str, facility: str, kind: str) -> None:
    assert place(read(name), facility).kind == kind
