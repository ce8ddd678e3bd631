"""Telephone numbers in one spelling: (048)252-4384 becomes 048-252-4384. An area code is never guessed."""

import re
import unicodedata
from dataclasses import dataclass

DASHES = re.compile(r"[‐‑‒–—―−ー－~〜・.]")
EXTENSION = re.compile(r"[\s,(]*(?:内線|内|ext\.?)[\s:]*([0-9\-、, ]+)\)?\s*$", re.IGNORECASE)
MAIN_LINE = re.compile(r"\s*\(?代表?\)?\s*$|^\s*(?:代表|TEL|電話)[\s:]*", re.IGNORECASE)
NUMBER = re.compile(r"0\d{1,5}-\d{1,4}-\d{3,4}")
TEN_OR_ELEVEN = re.compile(r"0\d{9,10}")
FREE = re.compile(r"(0120|0800)(\d{3})(\d{3,4})")
MOBILE = re.compile(r"(0[5789]0)(\d{4})(\d{4})")


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    extension: str = ""
    sentence: str = ""  # what the worker should know, or ""


def read_phone(text: str) -> Phone:
    """One number in the usual spelling; anything else is kept as written, with a sentence."""
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()
    plain, extension = _without_extension(plain)
    plain = MAIN_LINE.sub("", plain)
    joined = re.sub(r"\s*[()\-]\s*|\s+", "-", plain).strip("-")
    joined = re.sub(r"-{2,}", "-", joined)
    if NUMBER.fullmatch(joined) and 10 <= len(joined.replace("-", "")) <= 11:
        return Phone(joined, extension, "" if joined == text else "書き方をそろえました。")
    digits = joined.replace("-", "")
    if TEN_OR_ELEVEN.fullmatch(digits) and TEN_OR_ELEVEN.fullmatch(joined):
        return _split(digits, extension)
    return Phone(text, extension="", sentence=_what_is_wrong(text, joined, digits))


def _without_extension(plain: str) -> tuple[str, str]:
    found = EXTENSION.search(plain)
    return (plain[: found.start()].strip(), found.group(1).strip(" -")) if found else (plain, "")


def _split(digits: str, extension: str) -> Phone:
    """Only numbers whose split is fixed for the whole country; where an area code ends depends on the town."""
    for pattern in (FREE, MOBILE):
        found = pattern.fullmatch(digits)
        if found:
            return Phone("-".join(found.groups()), extension, "書き方をそろえました。")
    return Phone(digits, extension, "市外局番の区切りがないため、数字のまま残しました。")


def _what_is_wrong(text: str, joined: str, digits: str) -> str:
    if len(re.findall(r"0\d{1,5}-\d{1,4}-\d{3,4}", joined)) > 1 or re.search(r"[、,/\n]", text):
        return "番号が2つ以上あるようです。書かれたまま残しました。"
    if digits.isdigit() and len(digits) in {9, 10} and not digits.startswith("0"):
        return "先頭の0が落ちているようです。表計算ソフトで開いて保存したときに起こります。書かれたまま残しました。"
    if digits.isdigit() and 5 <= len(digits) <= 8:
        return "市外局番がないようです。補わずに、書かれたまま残しました。"
    return "電話番号として読めないため、書かれたまま残しました。"
