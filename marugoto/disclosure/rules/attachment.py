"""What can be attached to a record. A file is known by its first bytes, never by its name; the name is only how it is called."""

import unicodedata
from pathlib import PurePosixPath

from marugoto.disclosure.codes import PaperKind
from marugoto.kernel.decision import YES, Decision, Refused, no

LIMIT_BYTES = 10_000_000  # a letter scanned in colour has one to three
MOST = 5  # at one time
LONGEST_NAME = 100
ENDINGS = {PaperKind.PDF: (".pdf",), PaperKind.JPEG: (".jpg", ".jpeg"), PaperKind.PNG: (".png",)}
MEDIA = {PaperKind.PDF: "application/pdf", PaperKind.JPEG: "image/jpeg", PaperKind.PNG: "image/png"}
FIRST_BYTES = {PaperKind.PDF: b"%PDF-", PaperKind.JPEG: b"\xff\xd8\xff", PaperKind.PNG: b"\x89PNG\r\n\x1a\n"}
FORBIDDEN = frozenset('/\\:*?"<>|;%')
OTHERS = (  # what people choose by mistake, and the way on
    (b"PK\x03\x04", "WordやExcelのファイルです。", "「PDFとして保存」してから、選び直してください。"),
    (b"\xd0\xcf\x11\xe0", "古い形のWordやExcelのファイルです。", "「PDFとして保存」してから、選び直してください。"),
    (b"GIF8", "GIFの画像です。", "JPEGかPNGで保存し直してください。"),
    (b"II*\x00", "TIFFの画像です。", "PDFかJPEGで読み取り直してください。"),
    (b"MM\x00*", "TIFFの画像です。", "PDFかJPEGで読み取り直してください。"),
)


def kind_of(content: bytes, *, name: str) -> PaperKind:
    """By the bytes. Raises `Refused`, naming the file."""
    if not content:
        raise Refused(f"「{name}」の中身が空です。", "保存し直してから、もう一度選んでください。")
    if len(content) > LIMIT_BYTES:
        raise too_large(len(content), name=name)
    for kind, first in FIRST_BYTES.items():
        if content.startswith(first):
            return _whole(kind, content, name)
    if content[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"}:
        raise Refused(
            f"「{name}」はHEICの写真です。",
            "iPhoneの設定の「カメラ」→「フォーマット」で「互換性優先」を選んで撮るか、JPEGで保存し直してください。",
        )
    for first, said, way_on in OTHERS:
        if content.startswith(first):
            raise Refused(f"「{name}」は{said}", way_on)
    raise Refused(f"「{name}」は、付けられる形ではありません。", "付けられるのは、PDF・JPEG・PNGです。")


def too_large(size: int, *, name: str = "") -> Refused:
    """`size` in bytes: of one file, or of everything that was sent together."""
    called = f"「{name}」" if name else "送られたファイル"
    return Refused(
        f"{called}が大きすぎます（{size / 1_000_000:.1f}MB）。一つ{LIMIT_BYTES // 1_000_000}MBまで、合わせて20MBまでです。",
        "写真は小さい大きさで撮り直すか、紙は白黒で読み取り直してください。書いた文は残っています。",
    )


def may_attach(count: int) -> Decision:
    if count > MOST:
        return no(f"一度に付けられるのは{MOST}つまでです。", "分けて記録してください。")
    return YES


def may_remove(*, own: bool) -> Decision:
    if not own:
        return no("付けた人だけが、添付を外せます。", "付けた人に頼んでください。")
    return YES


def safe_name(name: str, kind: PaperKind) -> str:
    """How it is called on every machine: no path, nothing unseen, never an ending that says something else than the bytes."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(char for char in last if char not in FORBIDDEN and unicodedata.category(char)[0] != "C")
    kept = " ".join(kept.split()).strip(". ")
    ending = PurePosixPath(kept).suffix
    if ending.lower() in ENDINGS[kind]:
        kept = kept[: -len(ending)]
    stem = kept[:LONGEST_NAME].strip(". ") or "添付"
    return f"{stem}{ENDINGS[kind][0]}"


def _whole(kind: PaperKind, content: bytes, name: str) -> PaperKind:
    if kind is PaperKind.PDF and b"%%EOF" not in content[-4_096:]:
        raise broken(name)
    return kind


def broken(name: str) -> Refused:
    return Refused(f"「{name}」は、途中で切れているか、壊れています。", "もう一度保存し直してから、選んでください。")
