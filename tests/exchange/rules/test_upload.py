"""At the gate: what is no CSV is sent back with a sentence; what is one is read in its own encoding, or in none."""

import time
import tracemalloc

import pytest

from marugoto.exchange.rules import upload
from marugoto.exchange.rules.reading import read_file
from marugoto.exchange.rules.upload import Encoding, decode
from marugoto.kernel.decision import Refused
from tests.exchange.files import NAMES, WAYS, source, written
from tests.house.tree import TOP

ENCODINGS = {"utf-8-bom": Encoding.UTF_8_BOM, "cp932": Encoding.CP932}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_one_text_however_it_was_written(name: str, way: str) -> None:
    decoded = decode(written(name, way))
    assert decoded.encoding is ENCODINGS.get(way, Encoding.UTF_8)
    assert decoded.text.replace("\r\n", "\n").replace("\r", "\n") == source(name)


@pytest.mark.parametrize(
    ("raw", "says", "way_on"),
    [
        (b"PK\x03\x04" + b"\x00" * 30 + b"xl/workbook.xml", "Excelのファイル", "CSV UTF-8"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"places.csv", "ZIP", "展開"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "古い形式のExcel", "CSV UTF-8"),
        (b"%PDF-1.7\n", "PDF", "もとの表"),
        (b"\x1f\x8b\x08\x00", "圧縮", "展開"),
        (b"7z\xbc\xaf\x27\x1c", "圧縮", "展開"),
        (b"\x89PNG\r\n\x1a\n", "画像", "CSV"),
        (b"\xff\xd8\xff\xe0", "画像", "CSV"),
        (b"SQLite format 3\x00", "データベース", "CSV"),
        (b"\x7fELF\x02", "プログラム", "CSV"),
        (b"<!DOCTYPE html><html>", "ウェブページ", "保存"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?>", "XML", "保存"),
        (b'{"places": []}', "JSON", "CSV"),
        ("名称,住所\n".encode("utf-16"), "UTF-16", "CSV UTF-8"),
        ("名称,住所\n".encode("utf-16-le") * 20, "UTF-16", "CSV UTF-8"),
        ("名称,住所\n".encode("iso-2022-jp"), "JIS", "CSV UTF-8"),
        (b"", "空", "保存し直して"),
        (b"\xef\xbb\xbf \r\n", "空", "保存し直して"),
    ],
)
def test_what_is_no_csv_is_sent_back_with_what_to_do(raw: bytes, says: str, way_on: str) -> None:
    with pytest.raises(Refused) as refusal:
        decode(raw)
    assert says in refusal.value.sentence
    assert way_on in refusal.value.way_on


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"a,b\r\nc,d\x00", "2行目の4文字目に、文字ではないデータ（NUL）"),
        (
            "名称,住所\nあ,い\n".encode() + "渚町サロン,う\n".encode("cp932"),
            "3行目の1文字目から、文字コードが変わっています",
        ),
        ("名称,住所\nあ,い\n".encode("cp932") + "渚,渚町\n".encode(), "3行目の1文字目から、文字コードが変わっています"),
        ("名称,住所\r\nサロン,".encode() + b"\xff\xff\n", "2行目の5文字目に、UTF-8として読めない文字"),
        ("名称,住所\r\nサロン,".encode("cp932") + b"\x81\n", "2行目の5文字目に、シフトJIS（CP932）として読めない文字"),
        ("名称,住所\rサ,イ\r".encode("cp932") + "渚町サロン,渚\r".encode(), "3行目の1文字目から"),
    ],
)
def test_mixed_and_broken_text_is_refused_with_its_place(raw: bytes, place: str) -> None:
    with pytest.raises(Refused) as refusal:
        decode(raw)
    assert place in refusal.value.sentence


ROWS = (
    "番号,名称",
    "1,なぎさサロン",
    "2,畑の会,畑",
    "3,縁側",
    "4,食堂,みなも市青空町4-1",
    "5,朝の会",
    "6,囲碁の会,高齢の方",
)


@pytest.mark.parametrize("first", ["utf-8", "cp932"])
@pytest.mark.parametrize("after", range(1, len(ROWS)))
def test_a_mixture_is_named_where_the_second_encoding_begins(first: str, after: int) -> None:
    second = {"utf-8": "cp932", "cp932": "utf-8"}[first]
    raw = [row.encode(first if number < after else second) for number, row in enumerate(ROWS)]
    with pytest.raises(Refused) as refusal:
        decode(b"\r\n".join(raw))
    assert f"{after + 1}行目の3文字目から、文字コードが変わっています" in refusal.value.sentence


def test_half_width_kana_in_cp932_is_not_taken_for_a_mixture() -> None:
    assert decode("名称,住所\nﾅｷﾞｻﾃｱ,渚町ﾃｱﾂﾔ\n".encode("cp932")).encoding is Encoding.CP932


def test_twenty_megabytes_pass_and_one_byte_more_does_not() -> None:
    line = "なぎさサロン,みなも市渚町1-5\n".encode()
    whole = line * (upload.LIMIT_BYTES // len(line))
    assert decode(whole).encoding is Encoding.UTF_8
    with pytest.raises(Refused) as refusal:
        decode(whole + line)
    assert "20.0MB" in refusal.value.sentence


def test_a_zip_is_refused_at_once_and_without_unpacking() -> None:
    parcel = b"PK\x03\x04" + b"\x00" * 490_000
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(Refused):
        decode(parcel)
    took = time.perf_counter() - began
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 0.05
    assert peak < 1_000_000


def test_the_sample_of_the_readme_is_read_whole() -> None:
    sample = (TOP / "README.md").read_text(encoding="utf-8").split("```csv\n")[1].split("```")[0]
    reading = read_file(sample.encode())
    assert [place.name for place in reading.places] == ["なぎさサロン"]
    assert reading.refused == ()
