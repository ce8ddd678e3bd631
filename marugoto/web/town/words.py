"""How the facts of a place are said on the pages of this room."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from marugoto.community.actions.place import INTERESTS, WELCOME
from marugoto.community.codes import Answer, Interest, PlaceKind, Precision, Sort, StatutoryFunction, Tier, Welcome
from marugoto.community.labels import (
    ANSWERS,
    FUNCTIONS,
    PLACE_KINDS,
    PRECISIONS,
    SORTS,
    TIERS,
    TRAITS,
    UNMET_SAID,
    WELCOMES,
)
from marugoto.community.labels import INTERESTS as INTEREST_WORDS
from marugoto.community.queries.place import PlaceFacts
from marugoto.community.rules.freshness import Freshness, freshness_of
from marugoto.community.rules.opening import Single
from marugoto.community.rules.unmet_need import Waiting
from marugoto.kernel.era import say_era, say_month, say_whole_day
from marugoto.web.ui.parts import Tone

FRESHNESS_TONES: dict[Freshness, Tone] = {Freshness.FRESH: "done", Freshness.OLD: "late", Freshness.NEVER: "soon"}


CODED: dict[str, dict[str, Any]] = {
    "tier": {str(code): TIERS[code] for code in Tier},
    "precision": {str(code): PRECISIONS[code] for code in Precision},
    "sort": {str(code): SORTS[code] for code in Sort},
    "serves": {str(code): FUNCTIONS[code] for code in StatutoryFunction},
    "on_holidays": {str(code): ANSWERS[code] for code in Answer},
}


def plain_day(day: date, today: date) -> str:
    """11月20日; with its year where that is another one."""
    return f"{day.month}月{day.day}日" if day.year == today.year else say_era(day)


def freshness_words(confirmed_on: date | None, today: date) -> str:
    """「11月20日に確かめた」「1年より前(令和6年5月2日)」「まだ確かめていない」."""
    if confirmed_on is None:
        return _("まだ確かめていない")
    said = plain_day(confirmed_on, today)
    if freshness_of(confirmed_on, today) is Freshness.OLD:
        return _("1年より前(%(day)s)") % {"day": said}
    return _("%(day)sに確かめた") % {"day": said}


def freshness_tone(confirmed_on: date | None, today: date) -> Tone:
    return FRESHNESS_TONES[freshness_of(confirmed_on, today)]


def kind_words(place: PlaceFacts) -> str:
    """The word of the source where it says more than ours."""
    return place.kind_text or str(PLACE_KINDS[PlaceKind(place.kind)])


def single_words(one: Single) -> str:
    """「休み(会場の都合)」「13:00から開く」."""
    hours = f"{one.opens:%H:%M}" if one.opens else ""
    said_so = _("休み") if not one.is_open else (_("%(hours)sから開く") % {"hours": hours} if hours else _("開く"))
    return f"{said_so}({one.words})" if one.words else said_so


def age_tone(due: bool, confirmed_on: date | None) -> Tone:
    return ("late" if confirmed_on else "soon") if due else "done"


def when_words(place: PlaceFacts) -> str:
    return " ".join(part for part in (place.days, place.hours or place.hours_note) if part)


def welcome_words(codes: Iterable[str]) -> str:
    return "・".join(str(WELCOMES[Welcome(code)]) for code in codes)


def interest_words(codes: Iterable[str]) -> str:
    return "・".join(str(INTEREST_WORDS[Interest(code)]) for code in codes)


def said(field: str, value: str) -> str:
    """A value of a place as the worker reads it: codes in words, nothing as 空."""
    if not value:
        return _("（空）")
    if field == "kind" and value in set(PlaceKind):
        return str(PLACE_KINDS[PlaceKind(value)])
    if field in CODED and value in CODED[field]:
        return str(CODED[field][value])
    if field in TRAITS and value in set(Answer):
        return str(ANSWERS[Answer(value)])
    if field == WELCOME:
        return _welcome_since(value)
    if field == INTERESTS:
        return interest_words(code for code in value.split("、") if code in set(Interest))
    return value


def _welcome_since(value: str) -> str:
    """「高齢の方(令和6年4月1日(月)から)」, and where the code is missing that they are welcome no more."""
    code, _at, since = value.partition("@")
    who = welcome_words([code]) if code in set(Welcome) else _("迎えていない")
    return _("%(who)s(%(day)sから)") % {"who": who, "day": say_whole_day(date.fromisoformat(since))}


def waiting_words(behind: Waiting) -> str:
    """「3つをまとめた仕事・3つの必要が待っています」: how many, and of whom nothing."""
    joined = _("%(n)dつをまとめた仕事") % {"n": behind.needs} if behind.needs > 1 else ""
    waits = _("%(n)dつの必要が待っています") % {"n": behind.waiting} if behind.waiting else ""
    return "・".join(part for part in (joined, waits) if part)


def said_words(behind: Waiting) -> list[str]:
    """What the holders of the waiting needs answered: 「使う 2」「まだ返事がない 1」."""
    said = [f"{UNMET_SAID[code]} {count}" for code, count in (behind.said or {}).items()]
    left = behind.waiting - behind.replied
    return said + ([_("まだ返事がない %(n)d") % {"n": left}] if left > 0 else [])


MINUTES = 60


def time_words(minutes: int) -> str:
    """1時間30分"""
    hours, rest = divmod(minutes, MINUTES)
    if not hours:
        return _("%(minutes)d分") % {"minutes": rest}
    if not rest:
        return _("%(hours)d時間") % {"hours": hours}
    return _("%(hours)d時間%(minutes)d分") % {"hours": hours, "minutes": rest}


def read_month(text: str) -> date | None:
    """2026-11 as its first day; None for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def months_back(today: date, count: int) -> list[tuple[str, str]]:
    """The running month and those before it, as choices."""
    found, first = [], today.replace(day=1)
    for _turn in range(count):
        found.append((f"{first:%Y-%m}", say_month(first)))
        first = (first - timedelta(days=1)).replace(day=1)
    return found
