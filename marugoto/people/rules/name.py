"""Names are kept exactly as written; they are compared by a folded form (行政事務標準文字: no name is ever turned away for its characters)."""

from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import bigrams, clean, fold

NAME_LIMIT = 300


def kept_name(text: str) -> str:
    """The name unchanged; raises `Refused` with a sentence where it could not be kept, shown on one line, or found again."""
    clean(text, limit=NAME_LIMIT)
    if any(char in "\n\r\t" for char in text):
        raise Refused("名前の途中に改行やタブが入っています。", "一行で書いてください。")
    if text and not fold(text):
        raise Refused("名前に、目に見える文字がありません。", "分からないときは、空のままにしてください。")
    return text


def grams(*texts: str) -> frozenset[str]:
    """Every single character and every two neighbouring ones of the folded texts: what is put into the index."""
    found: set[str] = set()
    for text in texts:
        found.update(fold(text))
        found.update(bigrams(text))
    return frozenset(found)


def household_name(centre: str) -> str:
    """佐藤さん世帯, from the family name at the head of a written name; empty for an empty name."""
    parts = centre.split()
    return f"{parts[0]}さん世帯" if parts else ""
