"""A file handed over at the window becomes text, or a sentence says what to do with it instead.

Municipal open data arrive as CP932 (Excel) or UTF-8 (portals). Nothing is guessed: one encoding for the whole file, read
strictly; where that fails the place is named. A file that is not a CSV is known by its first bytes, never by its name.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from marugoto.kernel.decision import Refused

LIMIT_BYTES = 20_000_000
SAVE_AS_CSV = "表計算ソフトで開き、「CSV UTF-8（コンマ区切り）」で保存し直してください。"

NOT_A_CSV = (
    (b"\xd0\xcf\x11\xe0", "古い形式のExcelやWordのファイルです。", SAVE_AS_CSV),
    (b"%PDF", "PDFファイルです。", "もとの表があれば、そちらをCSVで保存し直してください。"),
    (b"\x1f\x8b", "圧縮されたファイルです。", "展開してから、中のCSVを選んでください。"),
    (b"7z\xbc\xaf", "圧縮されたファイルです。", "展開してから、中のCSVを選んでください。"),
    (b"Rar!", "圧縮されたファイルです。", "展開してから、中のCSVを選んでください。"),
    (b"BZh", "圧縮されたファイルです。", "展開してから、中のCSVを選んでください。"),
    (b"\xfd7zXZ", "圧縮されたファイルです。", "展開してから、中のCSVを選んでください。"),
    (b"\x89PNG", "画像のファイルです。", "もとの表をCSVで保存し直してください。"),
    (b"\xff\xd8\xff", "画像のファイルです。", "もとの表をCSVで保存し直してください。"),
    (b"GIF8", "画像のファイルです。", "もとの表をCSVで保存し直してください。"),
    (b"SQLite format 3", "データベースのファイルです。", "表をCSVで書き出してください。"),
    (b"PAR1", "Parquet形式のファイルです。", "表をCSVで書き出してください。"),
    (b"\x7fELF", "プログラムのファイルです。", "CSVのファイルを選んでください。"),
    (b"MZ\x90", "プログラムのファイルです。", "CSVのファイルを選んでください。"),
)
NOT_A_TABLE = (
    (b"<", "ウェブページかXMLのファイルです。", "公開ページから、CSVのファイルそのものを保存してください。"),
    (b"{", "JSON形式のファイルです。", "CSVで書き出したファイルを選んでください。"),
    (b"[{", "JSON形式のファイルです。", "CSVで書き出したファイルを選んでください。"),
)
UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
JIS_ESCAPE = re.compile(rb"\x1b[$(]")
NEWLINE = re.compile(rb"\r\n|\r|\n")
NEWLINE_IN_TEXT = re.compile(r"\r\n|\r|\n")
WITHOUT_CHARACTER = re.compile(r"[\x80\xa0\uf8f0-\uf8f3]")
JAPANESE_IN_UTF_8 = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}")


class Encoding(StrEnum):
    """How the file was written; the value is the word shown to the worker."""

    UTF_8 = "UTF-8"
    UTF_8_BOM = "UTF-8（BOM付き）"
    CP932 = "シフトJIS（CP932）"
    WORKBOOK = "Excel（xlsx）"


CODEC = {Encoding.UTF_8: "utf-8", Encoding.UTF_8_BOM: "utf-8", Encoding.CP932: "cp932"}


@dataclass(frozen=True)
class Decoded:
    text: str
    encoding: Encoding


def decode(raw: bytes) -> Decoded:
    """The whole file as text without BOM; raises `Refused` with a sentence, with line and character where there is one."""
    _refuse_by_size(raw)
    _refuse_by_first_bytes(raw)
    encoding = _encoding_of(raw)
    body = raw.removeprefix(b"\xef\xbb\xbf")
    _refuse_what_is_no_text(body)
    try:
        text = body.decode(CODEC[encoding])
    except UnicodeDecodeError as trouble:
        if encoding is Encoding.CP932:
            _refuse_utf_8_lines(body)  # CP932 may have read the first of them as nonsense and broken at a later one
        raise _undecodable(body, trouble.start, encoding) from trouble
    if encoding is Encoding.CP932:
        _refuse_utf_8_lines(body)
        _refuse_bytes_without_character(text)
    return Decoded(text, encoding)


def _refuse_by_size(raw: bytes) -> None:
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Refused("ファイルの中身が空です。", "保存し直してから、もう一度選んでください。")
    if len(raw) > LIMIT_BYTES:
        raise too_large(len(raw))


def too_large(size: int) -> Refused:
    """`size` in bytes; the door refuses so before it has read the file."""
    return Refused(
        f"ファイルが大きすぎます（{size / 1_000_000:.1f}MB）。{LIMIT_BYTES // 1_000_000}MBまで読めます。",
        "行を分けて、いくつかのファイルに保存し直してください。",
    )


def _refuse_by_first_bytes(raw: bytes) -> None:
    if raw.startswith(b"PK\x03\x04"):
        raise _zip(raw)
    for first, sentence, way_on in NOT_A_CSV:
        if raw.startswith(first):
            raise Refused(sentence, way_on)
    if raw.startswith(UTF_16_OR_32) or _looks_like_utf_16(raw):
        raise Refused("文字コードがUTF-16（Excelの「Unicodeテキスト」）です。", SAVE_AS_CSV)
    beginning = raw[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    for first, sentence, way_on in NOT_A_TABLE:
        if beginning.startswith(first):
            raise Refused(sentence, way_on)


def _zip(raw: bytes) -> Refused:
    """Names inside are looked for as bytes; nothing is unpacked, so a bomb stays a parcel."""
    if b"xl/" in raw[:20_000] or b"xl/" in raw[-20_000:]:
        return Refused("Excelのファイルです。このままでは読めません。", SAVE_AS_CSV)
    return Refused("圧縮されたファイル（ZIP）です。", "展開してから、中のCSVを選んでください。")


def _looks_like_utf_16(raw: bytes) -> bool:
    """ASCII letters in UTF-16 leave a NUL in every second byte; commas and digits of a table are enough to see it."""
    sample = raw[:4096]
    return (
        len(sample) >= 8 and max(sample[0::2].count(0), sample[1::2].count(0)) * 8 > len(sample) and _one_sided(sample)
    )


def _one_sided(sample: bytes) -> bool:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 10 <= max(even, odd)


def _refuse_what_is_no_text(body: bytes) -> None:
    nul = body.find(b"\x00")
    if nul >= 0:
        raise Refused(f"{place_in_bytes(body, nul)}に、文字ではないデータ（NUL）があります。", SAVE_AS_CSV)
    if JIS_ESCAPE.search(body):
        raise Refused("文字コードがJIS（ISO-2022-JP）です。", SAVE_AS_CSV)


def _encoding_of(raw: bytes) -> Encoding:
    """BOM, else UTF-8 if all of it is, else the encoding of the first line that holds Japanese."""
    if raw.startswith(b"\xef\xbb\xbf"):
        return Encoding.UTF_8_BOM
    if _is(raw, "utf-8"):
        return Encoding.UTF_8
    first = next(line for line in NEWLINE.split(raw) if not line.isascii())
    return Encoding.UTF_8 if _is(first, "utf-8") and JAPANESE_IN_UTF_8.search(first) else Encoding.CP932


def _is(raw: bytes, codec: str) -> bool:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return False
    return codec != "cp932" or not WITHOUT_CHARACTER.search(text)


def _undecodable(body: bytes, at: int, encoding: Encoding) -> Refused:
    """Where reading stopped; and if that line is written in the other encoding, that the two are mixed."""
    other = "cp932" if CODEC[encoding] == "utf-8" else "utf-8"
    start, line = _line_at(body, at)
    if _is(line, other):
        return _mixed(body, start, line, encoding)
    return Refused(f"{place_in_bytes(body, at)}に、{encoding}として読めない文字があります。", SAVE_AS_CSV)


def _refuse_utf_8_lines(body: bytes) -> None:
    """CP932 accepts many UTF-8 lines as nonsense kanji, so a line of good UTF-8 Japanese inside it is a mixture."""
    start = 0
    for line in NEWLINE.split(body):
        if JAPANESE_IN_UTF_8.search(line) and _is(line, "utf-8"):
            raise _mixed(body, body.index(line, start), line, Encoding.CP932)
        start += len(line)


def _refuse_bytes_without_character(text: str) -> None:
    """Python reads five single bytes as something that no CP932 file means; Windows shows a dot for them."""
    found = WITHOUT_CHARACTER.search(text)
    if found:
        before = text[: found.start()]
        line = len(NEWLINE_IN_TEXT.findall(before)) + 1
        column = len(NEWLINE_IN_TEXT.split(before)[-1]) + 1
        raise Refused(f"{line}行目の{column}文字目に、{Encoding.CP932}として読めない文字があります。", SAVE_AS_CSV)


def _mixed(body: bytes, start: int, line: bytes, encoding: Encoding) -> Refused:
    first = next(at for at, byte in enumerate(line) if byte > 0x7F)
    where = place_in_bytes(body, start + first)
    return Refused(
        f"{where}から、文字コードが変わっています（{encoding}と、そうでない行が混ざっています）。", SAVE_AS_CSV
    )


def _line_at(body: bytes, at: int) -> tuple[int, bytes]:
    """Where the line begins, and the line without its end."""
    start = max(body.rfind(b"\n", 0, at), body.rfind(b"\r", 0, at)) + 1
    end = NEWLINE.search(body, at)
    return start, body[start : end.start() if end else len(body)]


def place_in_bytes(body: bytes, at: int) -> str:
    """「12行目の37文字目」, both counted from one as an editor does."""
    line = len(NEWLINE.findall(body, 0, at)) + 1
    start = max(body.rfind(b"\n", 0, at), body.rfind(b"\r", 0, at)) + 1
    before = body[start:at]
    codec = "utf-8" if _is(before, "utf-8") else "cp932"
    return f"{line}行目の{len(before.decode(codec, errors='replace')) + 1}文字目"
