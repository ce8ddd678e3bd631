"""An address made comparable: 北町二丁目３番１号 and 北町2-3-1 are one place, in whatever way it was written down."""

import re

from marugoto.kernel.fold import fold

SHORTEST = 2  # of what is looked for
_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile(r"[〇一二三四五六七八九十]+(?=丁目|番地|番(?!町)|号)")
_AFTER_FIGURES = (
    (re.compile(r"(?<=[0-9])丁目"), "-"),
    (re.compile(r"(?<=[0-9])番地?の?(?!町)"), "-"),
    (re.compile(r"(?<=[0-9])号室?"), ""),
    (re.compile(r"(?<=[0-9])の(?=[0-9])"), "-"),
    (re.compile(r"-{2,}"), "-"),
)
_LIKE_ONE = re.compile(r"丁目|番地|[0-9]番|[0-9]号|大字|[^0-9-][0-9]+(-[0-9]+)+$|[町村区市][0-9]")
_ALL_FIGURES = re.compile(r"[0-9-]*")


def fold_address(text: str) -> str:
    """The form in which addresses are compared; folding what is folded changes nothing.

    一番町 keeps its name: only what counts houses is made a figure.
    """
    folded = _KANJI_NUMBER.sub(lambda found: str(_number(found[0])), fold(text))
    for pattern, instead in _AFTER_FIGURES:
        folded = pattern.sub(instead, folded)
    return folded


def kept_address(text: str) -> str:
    """As it is kept beside the address: a last figure is closed, so that 北町2丁目 finds 北町2 and not 北町21."""
    folded = fold_address(text)
    return f"{folded}-" if folded[-1:].isdigit() else folded


def read_address(text: str) -> tuple[str, ...]:
    """What was typed, part by part; nothing where it is too short, or figures alone, which a telephone number has too."""
    parts = tuple(dict.fromkeys(part for one in text.split() if (part := fold_address(one))))
    wanted = "".join(parts)
    return parts if len(wanted) >= SHORTEST and not _ALL_FIGURES.fullmatch(wanted) else ()


def reads_as_address(text: str) -> bool:
    """Houses are counted in it: it is looked for among addresses before names."""
    return bool(_LIKE_ONE.search(fold(text)))


def _number(kanji: str) -> int:
    """Up to 99, as houses are counted; 二〇 is read like 二十."""
    if "十" not in kanji:
        return int("".join(str(_DIGITS[char]) for char in kanji))
    tens, _, ones = kanji.partition("十")
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
