"""Which weekdays a text about opening days names; a text that names none says nothing."""

import re

WEEKDAYS = "月火水木金土日"
_RANGE = re.compile(rf"([{WEEKDAYS}])曜?日?[〜～\-－ーから]+([{WEEKDAYS}])(?:曜|$|\b)")


def weekdays_in(text: str) -> frozenset[int]:
    """0 Monday to 6 Sunday. 「平日」 is Monday to Friday, 「毎日」 all seven; closing days (「日曜休み」) are taken out."""
    open_text, closed_text = _split_closing(text)
    days = set(_named(open_text))
    return frozenset(days - set(_named(closed_text)))


def _split_closing(text: str) -> tuple[str, str]:
    closing = re.search(rf"([{WEEKDAYS}・、]+)曜?日?(?:は|が)?(?:休み|定休|休所|休館)", text)
    if not closing:
        return text, ""
    return text.replace(closing.group(0), ""), closing.group(1)


def _named(text: str) -> list[int]:
    if "毎日" in text:
        return list(range(7))
    found = list(range(5)) if "平日" in text else []
    for start, end in _RANGE.findall(text):
        found += range(WEEKDAYS.index(start), WEEKDAYS.index(end) + 1)
    bare = re.sub(r"曜日?", "", text)
    if bare and all(char in WEEKDAYS + "・、, " for char in bare):
        return found + [WEEKDAYS.index(char) for char in bare if char in WEEKDAYS]
    for run in re.findall(rf"([{WEEKDAYS}](?:[・、]?[{WEEKDAYS}])*)曜", text):
        found += [WEEKDAYS.index(char) for char in run if char in WEEKDAYS]
    return found
