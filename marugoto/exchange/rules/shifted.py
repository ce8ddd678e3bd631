"""Columns that slipped: a telephone number where the address should be. One such cell may be a slip of the pen; two are a shift."""

import re
import unicodedata
from collections.abc import Mapping

PHONE = re.compile(r"\(?0\d{1,4}\)?[-(\s]\d{1,4}[-)\s]\d{3,4}")
LINK = re.compile(r"https?://\S+", re.IGNORECASE)
FIGURE = re.compile(r"-?\d{1,3}\.\d{3,}")
ADDRESS = re.compile(r"[都道府県市区町村郡].*\d")
KANJI = re.compile(r"[\u4e00-\u9fff]")


def shifted(cells: Mapping[str, str]) -> str:
    """Why the cells of a row seem to stand under the wrong headings, or ""."""
    signs = [sign for field in WRONG if (cell := cells.get(field)) and (sign := _sign(field, cell))]
    if len(signs) < 2:
        return ""
    return f"列がずれているようです（{'、'.join(signs)}）。見出しと欄の位置を合わせてください。"


def _sign(field: str, cell: str) -> str:
    seen = _looks_like(unicodedata.normalize("NFKC", cell).strip())
    return f"「{WORDS[field]}」の欄に{seen}" if seen in WRONG[field] else ""


def _looks_like(cell: str) -> str:
    if LINK.fullmatch(cell):
        return "アドレス（URL）"
    if PHONE.fullmatch(cell):
        return "電話番号"
    if FIGURE.fullmatch(cell):
        return "緯度か経度"
    if ADDRESS.search(cell) and len(cell) > 4:
        return "住所"
    return "文字" if KANJI.search(cell) and not any(sign.isdigit() for sign in cell) else ""


WRONG = {
    "name": {"電話番号", "アドレス（URL）", "緯度か経度"},
    "address": {"電話番号", "アドレス（URL）", "緯度か経度"},
    "phone": {"住所", "アドレス（URL）", "緯度か経度"},
    "url": {"電話番号", "住所", "緯度か経度"},
    "latitude": {"電話番号", "住所", "アドレス（URL）", "文字"},
    "longitude": {"電話番号", "住所", "アドレス（URL）", "文字"},
    "name_kana": {"電話番号", "住所", "アドレス（URL）", "緯度か経度"},
}
WORDS = {
    "name": "名称",
    "address": "住所",
    "phone": "電話番号",
    "url": "URL",
    "latitude": "緯度",
    "longitude": "経度",
    "name_kana": "よみ",
}
