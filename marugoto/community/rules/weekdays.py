"""Which weekdays a text about opening days names; a text that names none, or closing days alone, says nothing."""

import re

WEEKDAYS = "月火水木金土日"
_DAY, _AND, _TO = f"[{WEEKDAYS}]曜?", "[・、,，と ]*", "[〜～－ー-]|から"
_RANGE = re.compile(rf"([{WEEKDAYS}])曜?(?:{_TO})([{WEEKDAYS}])(?=曜|[{WEEKDAYS}]|(?![一-龥]))")
_SHUT = r"お?(?:休み|休館|休所|休業|休室|定休)"
_BUT = r"除[くいき]|のぞ[くいき]|以外"
_CLOSING = re.compile(
    rf"(?<![毎平祝休当前館〜～－ー-])(?<!から)(平日|{_DAY}(?:{_TO}){_DAY}|{_DAY}(?:{_AND}{_DAY})*){_AND}(?:は|が|を|も)?({_SHUT}|{_BUT})"
)
# The word for closing first: 「定休日：月曜」. Where a weekday stands before that word, it is that one which is closed.
_CLOSED = "(?:定休|休館|休所|休業|休室)"
_CLOSING_FIRST = re.compile(
    rf"(?:(?<![{WEEKDAYS}曜・不]){_CLOSED}(?:は|[:：])|(?:^|[(（、。]){_CLOSED})[ 　]*(?:第[1-5１-５一二三四五・第]+)?"
    rf"({_DAY}(?:{_TO}){_DAY}|{_DAY}(?:{_AND}{_DAY})*)"
)
_CLOSING_DAY = re.compile(
    rf"({_CLOSED})日[ 　]*(?=第?[1-5１-５一二三四五]*[{WEEKDAYS}])"
)  # 「定休日 木曜」 is 「定休日：木曜」
_OPEN_THEN_CLOSED = re.compile(
    rf"((?:開館|開所|開室|営業)[^休]*){_CLOSED}[ 　]+(?=[{WEEKDAYS}])"
)  # 「開館 火曜〜日曜 休館 月曜」
# What is written with the letters of weekdays and names none: 祝日, 8月, 15日, 毎月. 第1月曜 names one.
_NO_DAY = re.compile(r"(?:国民の)?祝(?:祭日|休日|日)?|毎週|毎月(?!曜)|(?<![第\d])\d{1,2}[月日](?!曜)")
_EMPTY = re.compile(rf"[(（][^()（）{WEEKDAYS}]*[)）]")


def weekdays_in(text: str) -> frozenset[int]:
    """0 Monday to 6 Sunday. 「平日」 is Monday to Friday, 「毎日」 all seven; closing days (「日曜休み」「水曜を除く」) are taken out, and
    「月曜以外」 alone is every other day."""
    closed, rest, all_but = _without_closings(text)
    opened = set(_named(_EMPTY.sub("", rest)))
    if not opened and all_but:
        opened = set(range(7))
    return frozenset(opened - closed)


def names_closing_days_only(text: str) -> bool:
    """「月曜定休」: whether it is open on the other days, nobody says."""
    return bool(_without_closings(text)[0]) and not weekdays_in(text)


def _without_closings(text: str) -> tuple[set[int], str, bool]:
    """The closing days, what is said beside them, and whether one of them was said as 「以外」."""
    plain = _OPEN_THEN_CLOSED.sub(r"\1休館：", _CLOSING_DAY.sub(r"\1：", _NO_DAY.sub("", text)))
    plain = re.sub(r"(曜|定休|休館|休所|休業|休室)日(?!曜)", r"\1", plain)
    first = list(_CLOSING_FIRST.finditer(plain))
    plain = _CLOSING_FIRST.sub("", plain)
    then = list(_CLOSING.finditer(plain))
    closed = {day for one in (*first, *then) for day in _named(one.group(1))}
    beside = re.sub(r"第[1-5１-５一二三四五・第]+(?=$|[ 　、。()（）])", "", _CLOSING.sub("", plain))
    return closed, beside, any(re.fullmatch(_BUT, one.group(2)) for one in then)


def _named(text: str) -> list[int]:
    if "毎日" in text:
        return list(range(7))
    found = list(range(5)) if "平日" in text else []
    text = text.replace("平日", "")
    for start, end in _RANGE.findall(text):
        first, last = WEEKDAYS.index(start), WEEKDAYS.index(end)
        found += [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]
    bare = text.replace("曜", "")
    if bare and all(char in WEEKDAYS + "・、,， と" for char in bare):
        return found + [WEEKDAYS.index(char) for char in bare if char in WEEKDAYS]
    for run in re.findall(rf"([{WEEKDAYS}](?:[・、]?[{WEEKDAYS}])*)曜", text):
        found += [WEEKDAYS.index(char) for char in run if char in WEEKDAYS]
    return found
