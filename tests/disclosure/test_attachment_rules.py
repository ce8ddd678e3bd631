"""What can be attached: by the bytes and not by the name, called by a safe name, and a photo without what the camera wrote."""

from io import BytesIO

import pytest
from PIL import Image

from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules import photo as photos
from marugoto.disclosure.rules.attachment import LIMIT_BYTES, MOST, kind_of, may_attach, safe_name
from marugoto.disclosure.rules.photo import without_traces
from marugoto.kernel.decision import Refused
from tests.papers import BLUE, DEVICE, LETTER, ORIENTATION, PLACE, RED, REMARK, photo, scan

TRACES = (PLACE, DEVICE, REMARK, b"Exif", b"GPS", b"ICC_PROFILE", b"tEXt", b"iTXt")


@pytest.mark.parametrize(
    ("content", "kind"), [(LETTER, PaperKind.PDF), (photo(), PaperKind.JPEG), (scan(), PaperKind.PNG)]
)
def test_a_file_is_known_by_its_bytes(content: bytes, kind: PaperKind) -> None:
    assert kind_of(content, name="なんでも.exe") is kind


@pytest.mark.parametrize(
    ("content", "sentence", "way_on"),
    [
        (b"", "中身が空です", "保存し直して"),
        (b"MZ\x90\x00 program", "付けられる形ではありません", "PDF・JPEG・PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "付けられる形ではありません", "PDF・JPEG・PNG"),
        (b"<!doctype html><script>1</script>", "付けられる形ではありません", "PDF・JPEG・PNG"),
        (b"PK\x03\x04 docx", "WordやExcel", "PDFとして保存"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC", "互換性優先"),
        (b"II*\x00", "TIFF", "読み取り直して"),
        (LETTER[:40], "途中で切れている", "保存し直して"),
        (LETTER + b"0" * LIMIT_BYTES, "大きすぎます（10.0MB）", "書いた文は残っています"),
    ],
)
def test_what_cannot_be_attached_is_refused_by_name(content: bytes, sentence: str, way_on: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(content, name="手紙.pdf")
    assert "「手紙.pdf」" in refused.value.sentence
    assert sentence in refused.value.sentence
    assert way_on in refused.value.way_on


def test_five_at_a_time() -> None:
    assert may_attach(MOST)
    assert not may_attach(MOST + 1)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("手紙.pdf", "手紙.pdf"),
        ("手紙.PDF", "手紙.pdf"),
        ("見積.xlsx.exe", "見積.xlsx.exe.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\佐藤\\手紙.pdf", "手紙.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"),
        ("\u202efdp.手紙", "fdp.手紙.pdf"),
        ("あ" * 300, "あ" * 100 + ".pdf"),
        ("...", "添付.pdf"),
        ("", "添付.pdf"),
        ('"; filename=x.html;', "filename=x.html.pdf"),
    ],
)
def test_it_is_called_by_a_safe_name(name: str, kept: str) -> None:
    assert safe_name(name, PaperKind.PDF) == kept


def test_a_photo_stands_upright_and_tells_nothing() -> None:
    sent = photo()
    assert all(trace in sent for trace in (PLACE, DEVICE, REMARK, b"Exif", b"ICC_PROFILE"))
    kept = without_traces(sent, PaperKind.JPEG, name="写真.jpg")
    assert not [trace for trace in TRACES if trace in kept]
    with Image.open(BytesIO(kept)) as picture:
        assert picture.size == (40, 80)
        assert ORIENTATION not in picture.getexif()
        assert near(picture.getpixel((20, 10)), RED)
        assert near(picture.getpixel((20, 70)), BLUE)


def test_a_picture_keeps_what_is_transparent_and_tells_nothing() -> None:
    sent = scan()
    assert DEVICE in sent
    kept = without_traces(sent, PaperKind.PNG, name="図.png")
    assert not [trace for trace in TRACES if trace in kept]
    with Image.open(BytesIO(kept)) as picture:
        assert picture.getpixel((0, 0)) == (0, 0, 0, 0)


def test_colours_of_a_printer_are_kept_as_a_photo() -> None:
    written = BytesIO()
    Image.new("CMYK", (8, 8)).save(written, "JPEG")
    with Image.open(BytesIO(without_traces(written.getvalue(), PaperKind.JPEG, name="a.jpg"))) as picture:
        assert picture.mode == "RGB"


@pytest.mark.parametrize("content", [photo()[:300], b"\xff\xd8\xff" + b"0" * 400, photo()[:-200]])
def test_a_broken_photo_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="壊れています"):
        without_traces(content, PaperKind.JPEG, name="写真.jpg")


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = photo()
    monkeypatch.setattr(photos, "MOST_PIXELS", 80 * 40 - 1)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("drawn"))
    with pytest.raises(Refused, match="画素が多すぎます"):
        without_traces(sent, PaperKind.JPEG, name="写真.jpg")


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(abs(one - other) < 40 for one, other in zip(pixel, colour, strict=True))
