"""Telephone numbers: kept as told, compared by their digits."""

from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import clean, fold

SHORTEST, LONGEST = 4, 40
SIGNS = set("0123456789+-()#*~.,/ー‐−–—・")


def digits_of(text: str) -> str:
    """Digits only, +81 as a leading 0; empty when the text holds anything but a number."""
    folded = fold(text)
    if not folded or not set(folded) <= SIGNS:
        return ""
    digits = "".join(char for char in folded if char in "0123456789")
    return "0" + digits[2:].lstrip("0") if folded.startswith("+81") else digits


def kept_phone(text: str) -> tuple[str, str]:
    """The number as told and its digits; raises `Refused` where no number can be read."""
    clean(text, limit=60)
    digits = "".join(char for char in fold(text) if char in "0123456789") if not digits_of(text) else digits_of(text)
    if not SHORTEST <= len(digits) <= LONGEST:
        raise Refused("電話番号が読み取れません。", "数字で書いてください。かけてよい時間などは、メモに書けます。")
    return text, digits
