"""One cell cleaned: spaces at the ends, half-width kana, line breaks; every change is noted, the source keeps the cell.

Numbers are never made of text: 03 stays 03. Cells that a spreadsheet would run as a formula stay the characters they are.
"""

import re
import unicodedata

import jaconv

from marugoto.exchange.rules.place_row import LABELS, Note

HALF_WIDTH_KANA = re.compile(r"[\uff66-\uff9f]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
FORMULA = re.compile(r"\s*[=+@＝＋＠\-－](?=[A-Za-zＡ-Ｚa-z(（])|\s*[=＝]")
PLAIN = re.compile(
    r"(?![\s=+@＝＋＠\-－\"'])[^\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ue000-\uf8ff\ufeff\uff66-\uff9f]+"
)
SPACES = " \t\u3000\u00a0\ufeff"
LONG_TEXT = frozenset(
    {
        *("hours_note", "description", "note", "contact_note", "access", "parking", "accessibility", "days"),
        *("target", "services", "conditions"),
    }
)
QUOTED_FORMULA = re.compile(r"\s*'+[=+@＝＋＠\-－\t\r]")


class Cleaner:
    """Cleans the cells of one row and collects what it did."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def note(self, field: str, sentence: str) -> None:
        label = f"{LABELS.get(field, 'ID')}：" if field else ""
        self.notes.append(Note(field, f"{label}{sentence}"))

    def text(self, field: str, cell: str) -> str:
        """The cell as text for this field; long texts keep their line breaks, others become one line."""
        if PLAIN.fullmatch(cell) and cell.isprintable() and unicodedata.is_normalized("NFC", cell):
            return cell  # nothing to clean: nine of ten cells
        if not cell:
            return ""
        kept = unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n"))
        kept = self._one_line(field, kept)
        trimmed = self._trimmed(field, kept)
        return self._wide_kana(field, self._looked_at(field, trimmed))

    def unquoted(self, field: str, text: str) -> str:
        """The sign that keeps a spreadsheet from calculating, as we and others write it before such a cell."""
        if "'" not in text or not QUOTED_FORMULA.match(text):
            return text
        self.note(field, "式として計算されないための先頭の「'」を外しました。")
        return text.replace("'", "", 1)

    def _one_line(self, field: str, text: str) -> str:
        if "\n" not in text.strip() or field in LONG_TEXT:
            return text
        self.note(field, "欄の中の改行を空白にしました。")
        return " ".join(line.strip(SPACES) for line in text.splitlines() if line.strip(SPACES))

    def _trimmed(self, field: str, text: str) -> str:
        lines = [line.rstrip(SPACES) for line in text.split("\n")]
        trimmed = "\n".join(lines).strip(SPACES + "\n")
        if trimmed and trimmed != text:
            self.note(field, "前後の空白を取りました。")
        return trimmed

    def _looked_at(self, field: str, text: str) -> str:
        if INVISIBLE.search(text):
            self.note(field, "目に見えない文字が入っています。そのまま残しました。")
        if PRIVATE.search(text):
            self.note(field, "外字（機種によって違う文字）が入っています。そのまま残しました。")
        if FORMULA.match(text):
            self.note(field, "式のように見えますが、文字としてそのまま残しました。")
        return text

    def _wide_kana(self, field: str, text: str) -> str:
        if not HALF_WIDTH_KANA.search(text):
            return text
        self.note(field, "半角カナを全角にしました。")
        return jaconv.h2z(text, kana=True, ascii=False, digit=False)


def unreadable(cell: str) -> str:
    """Why a cell cannot be taken at all, or ""."""
    if "\ufffd" in cell:
        return "文字化けした文字（�）があります。もとのファイルから保存し直してください。"
    found = CONTROL.search(cell.replace("\r", "\n"))
    if found and found.group() != "\n":
        return f"画面に出せない制御文字（U+{ord(found.group()):04X}）があります。"
    return ""
