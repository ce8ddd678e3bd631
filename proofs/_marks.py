"""Words that must not be seen: each carries the number of its person, in signs that occur nowhere else in the house."""

import re
import unicodedata
from dataclasses import dataclass

DIGITS, SYLLABLES = "零壱弐参肆伍陸漆捌玖", "あいうえおかきくけこ"
FAMILY, FAMILY_KANA, TOWN, WORD, PHONE = "影守", "かげもり", "隠里町", "秘語", "0097-11-"
GAPS = re.compile(r"[\s\-‐‑–—−ー・()（）]+")
KATAKANA = {ord("ァ") + at: ord("ぁ") + at for at in range(86)}
# In text without gaps, wide signs narrow, katakana as hiragana.
MARK = re.compile(
    rf"{TOWN}([0-9]{{4}})|{WORD}([0-9]{{4}})|009711([0-9]{{4}})"
    rf"|([{DIGITS}]{{4}})|{FAMILY_KANA}([{SYLLABLES}]{{4}})"
)

SIGNS = (
    "零",
    "壱",
    TOWN[:2],
    WORD,
    "0097",
    "００９７",
    FAMILY_KANA,
    "カゲモリ",
    "ｶｹﾞﾓﾘ",
)  # one of them is in every mark


@dataclass(frozen=True)
class Marks:
    """What is kept about the person of that number."""

    number: int

    @property
    def name(self) -> str:
        return f"{FAMILY} {self._in(DIGITS)}"

    @property
    def kana(self) -> str:
        return f"{FAMILY_KANA} {self._in(SYLLABLES)}"

    @property
    def phone(self) -> str:
        return f"{PHONE}{self.number:04d}"

    @property
    def address(self) -> str:
        return f"{TOWN}{self.number:04d}番"

    @property
    def words(self) -> str:
        return f"{WORD}{self.number:04d}"

    def all(self) -> tuple[str, ...]:
        return self.name, self.kana, self.phone, self.address, self.words

    def _in(self, signs: str) -> str:
        return "".join(signs[int(one)] for one in f"{self.number:04d}")


def found_in(text: str) -> dict[int, str]:
    """The number of everybody of whom a guarded word stands in the text, with one such word as it was found."""
    if not _may_hold(text):
        return {}
    found: dict[int, str] = {}
    for one in MARK.finditer(squeezed(text)):
        said = next(group for group in one.groups() if group)
        found.setdefault(_number(said), one[0])
    return found


def squeezed(text: str) -> str:
    return GAPS.sub("", unicodedata.normalize("NFKC", text)).translate(KATAKANA)


def _number(said: str) -> int:
    return int("".join(str(max(DIGITS.find(one), SYLLABLES.find(one))) if not one.isascii() else one for one in said))


def _may_hold(text: str) -> bool:
    """A page without one sign of any mark is not squeezed: most pages."""
    return any(sign in text for sign in SIGNS)
