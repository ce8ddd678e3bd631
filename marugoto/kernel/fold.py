"""Words as people type them, made comparable; what cannot be seen made visible; what cannot be kept refused.

Only the folded copy is changed. The words themselves are kept exactly as written: 髙, 𠮷, IVS, 外字, half-width kana.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from marugoto.kernel import variants
from marugoto.kernel.decision import Refused

LIMIT = 1_000
LINES = "\n\r\t"  # the control characters that a text of several lines needs
LATIN_MARKS = range(0x0300, 0x0370)  # é is found by e; the marks of kana (U+3099, U+309A) stay
SELECTORS = (
    range(0xFE00, 0xFE10),
    range(0xE0100, 0xE01F0),
    range(0x180B, 0x1810),
)  # shapes of the letter before, IVS too
BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters by name that draw nothing
BOUNDARIES = "・·･"  # between the names of マリア・サントス, where others leave a space

_KATAKANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_SMALL_KE = {ord(small): large for small, large in zip("ヵヶゕゖ", "かけかけ", strict=True)}  # 霞ヶ関, 霞ケ関
_STROKES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃"), "-") | {ord("〜"): "~"}
_KANJI = {
    ord(other): line[0]
    for block in (variants.BY_LIST_OF_COMMON_USE, variants.IN_NAMES, variants.IN_PRINT)
    for line in block.split()
    for other in line[1:]
}
_ONE_SHAPE = _KATAKANA | _SMALL_KE | _STROKES | _KANJI
_STROKE_BETWEEN_FIGURES = re.compile(r"(?<=[0-9])ー(?=[0-9])")  # 1ー2ー3 of an address; elsewhere it is a long vowel


def fold(text: str) -> str:
    """The form in which words are compared: width, kana, variant kanji, case, accents, spaces and the unseen made one.

    Folding what is folded changes nothing. 々, small kana and long vowels are kept, since they tell names apart.
    """
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(char for char in wide if not _falls_away(char)).translate(_ONE_SHAPE)
    return _STROKE_BETWEEN_FIGURES.sub("-", unicodedata.normalize("NFC", kept))


def bigrams(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters of the folded text, each once, in order; a single character gives itself."""
    folded = fold(text)
    if len(folded) == 1:
        return (folded,)
    return tuple(dict.fromkeys(one + two for one, two in pairwise(folded)))


def visible(text: str) -> str:
    """The text with what draws nothing written out, as ⟨U+200B⟩; a kanji with its IVS and a joined emoji stay whole."""
    shown = [""]
    for char in text:
        unseen = char not in LINES and _is_unseen(char) and not _shapes(char, before=shown[-1][-1:])
        shown.append(f"⟨U+{ord(char):04X}⟩" if unseen else char)
    return "".join(shown)


def clean(text: str, limit: int = LIMIT) -> str:
    """The text itself, if it can be kept; `Refused` when it is longer than `limit` or holds a control character."""
    if len(text) > limit:
        raise Refused(f"長すぎます({len(text):,}文字)。", f"{limit:,}文字までにしてください。")
    for place, char in enumerate(text, start=1):
        if _cannot_be_kept(char):
            raise Refused(
                f"{place}文字目に、保存できない見えない文字(U+{ord(char):04X})が入っています。",
                "その文字を消してください。ほかから写したときは、打ち直してください。",
            )
    return text


@lru_cache(maxsize=8192)  # of a language few characters are many: asked anew for each, folding took ten times as long
def _falls_away(char: str) -> bool:
    return char.isspace() or char in BOUNDARIES or ord(char) in LATIN_MARKS or _is_unseen(char)


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf"} or _selects(char) or char in BLANK_LETTERS


def _selects(char: str) -> bool:
    return any(ord(char) in selectors for selectors in SELECTORS)


def _shapes(char: str, *, before: str) -> bool:
    """A selector after a letter or sign, or a joiner after an emoji, changes what is seen: it is not hidden."""
    kind = unicodedata.category(before) if before else ""
    if _selects(char):
        return kind[:1] in {"L", "S", "N", "M"} and not _selects(before)
    return char == "\u200d" and (kind in {"So", "Sk"} or before == "\ufe0f")


def _cannot_be_kept(char: str) -> bool:
    """NUL (which PostgreSQL refuses), other controls, half characters, and the two that XML papers cannot carry."""
    return (unicodedata.category(char) in {"Cc", "Cs"} and char not in LINES) or char in "\ufffe\uffff"
