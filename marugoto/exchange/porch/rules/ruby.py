"""The reading of a name put over its kanji, where written form and kana agree; in doubt none at all."""

import re
import unicodedata

KANJI = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆ヶ\U00020000-\U0003ffff"
RUNS = re.compile(rf"[{KANJI}]+|[^{KANJI}]+")
HAS_KANJI = re.compile(rf"[{KANJI}]")
MOST_RUNS = 24
BRACKETS = re.compile(r"[\[\]]")


def ruby(written: str, kana: str) -> str:
    """「囲碁の会」「いごのかい」 → 「囲碁[いご]の会[かい]」. Without kana, or without kanji, the name as it is written."""
    name, reading = BRACKETS.sub("", written), _hiragana(BRACKETS.sub("", kana))
    if not HAS_KANJI.search(name) or not reading:
        return name
    runs = RUNS.findall(name)
    found = _readings(runs, reading) if len(runs) <= MOST_RUNS else None
    if found is None:
        return name
    readings = iter(found)
    return "".join(f"{run}[{next(readings)}]" if HAS_KANJI.match(run) else run for run in runs)


def _readings(runs: list[str], reading: str) -> tuple[str, ...] | None:
    """A reading for each run of kanji, none shorter than its kanji are many; None where more than one way would do."""
    ways = set()
    for greed in ("?", ""):
        parts = [
            f"(.{{{len(run)},{len(run) * 5}}}{greed})" if HAS_KANJI.match(run) else re.escape(_hiragana(run))
            for run in runs
        ]
        found = re.fullmatch("".join(parts), reading)
        ways.add(found.groups() if found else None)
    return ways.pop() if len(ways) == 1 else None


def _hiragana(text: str) -> str:
    """Katakana as hiragana, width and spaces made one: only to compare."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in plain if not char.isspace())
