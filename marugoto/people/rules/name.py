"""Names are kept exactly as written; they are compared by a folded form (行政事務標準文字: no name is ever turned away for its characters)."""

from collections.abc import Iterable

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


CALLED = ("さん", "様", "さま", "氏", "くん", "君", "ちゃん")


def names_in(words: str, names: Iterable[str]) -> list[str]:
    """Which of these written names, or which part of one, stands in the words. A part of one character is also a common word: it
    counts where somebody is called by it."""
    said = fold(words)
    parts = dict.fromkeys(part for name in names for part in ("".join(name.split()), *name.split()))
    return [part for part in parts if _stands(fold(part), said)]


def _stands(part: str, said: str) -> bool:
    if len(part) > 1:
        return part in said
    return bool(part) and any(part + fold(called) in said for called in CALLED)
