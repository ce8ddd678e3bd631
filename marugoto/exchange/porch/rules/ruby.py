"""The reading of a name put over its kanji, where written form and kana agree; over the whole name where it is in doubt which is over which."""

import re
import unicodedata

KANJI = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆ヶ\U00020000-\U0003ffff"
RUNS = re.compile(rf"[{KANJI}]+|[^{KANJI}]+")
HAS_KANJI = re.compile(rf"[{KANJI}]")
MOST_RUNS = 24
BRACKETS = re.compile(r"[\[\]｜]")
HALVES = re.compile(r"([()（）])")
WHOLE = re.compile(r"[\u3041-\u30ffー]+")
LONGEST_WHOLE = 12  # letters: a longer name with one reading over it would not be broken into lines


def ruby(written: str, kana: str) -> str:
    """「囲碁の会」「いごのかい」 → 「囲碁[いご]の会[かい]」. Without kana, or without kanji, the name as it is written.

    「編み物の輪」「あみもののわ」 could be parted in two ways: 「｜編み物の輪[あみもののわ]」, one reading over all after the mark."""
    name, reading = BRACKETS.sub("", written), _hiragana(BRACKETS.sub("", kana))
    parts, readings = HALVES.split(name), HALVES.split(reading)
    if len(parts) != len(readings):
        return _over(name, reading)
    return "".join(map(_over, parts, readings))


def _over(name: str, reading: str) -> str:
    """One name, or what stands before, within or behind its parentheses."""
    if not HAS_KANJI.search(name) or not reading:
        return name
    runs = RUNS.findall(name)
    ways = _ways(runs, reading) if len(runs) <= MOST_RUNS else set()
    if len(ways) > 1 and len(name) <= LONGEST_WHOLE and WHOLE.fullmatch(reading):
        return f"｜{name}[{reading}]"
    if len(ways) != 1:
        return name
    readings = iter(ways.pop())
    return "".join(f"{run}[{next(readings)}]" if HAS_KANJI.match(run) else run for run in runs)


def _ways(runs: list[str], reading: str) -> set[tuple[str, ...]]:
    """A reading for each run of kanji, none shorter than its kanji are many: none, the only way, or two of several."""
    ways = set()
    for greed in ("?", ""):
        parts = [
            f"(.{{{len(run)},{len(run) * 5}}}{greed})" if HAS_KANJI.match(run) else re.escape(_hiragana(run))
            for run in runs
        ]
        found = re.fullmatch("".join(parts), reading)
        if found:
            ways.add(found.groups())
    return ways


def _hiragana(text: str) -> str:
    """Katakana as hiragana, width and spaces made one: only to compare."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in plain if not char.isspace())
