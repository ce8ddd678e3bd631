"""Which places fit a wish: hard gates, each with its sentence; then a short bounded sum, every term said in words.

The sum only orders the places that passed the gates. "Nothing fits" is an honest answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from marugoto.participation.codes import Company, Grade

ANYBODY = "anybody"
WEEKDAYS = "月火水木金土日"
LONG_AGO_DAYS = 365


@dataclass(frozen=True)
class Wished:
    """What is asked for; every part may be unknown."""

    interests: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    area: str = ""
    company: Company = Company.UNKNOWN
    welcome: str = ""


@dataclass(frozen=True)
class Offered:
    """What a place is. `days` empty and `welcomes` empty mean unknown. `confirmed_days_ago` None: never checked."""

    key: str
    name: str
    interests: frozenset[str] = frozenset()
    welcomes: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    area: str = ""
    confirmed_days_ago: int | None = None
    going_there: int = 0
    no_room: bool = False
    refused_before: bool = False


@dataclass(frozen=True)
class Reason:
    grade: Grade
    sentence: str
    points: int


@dataclass(frozen=True)
class Fit:
    """A place that passed, with its reasons; `points` lies between −4 and 9."""

    place: Offered
    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class LeftOut:
    place: Offered
    why: str


@dataclass(frozen=True)
class Found:
    fits: tuple[Fit, ...] = ()
    left_out: tuple[LeftOut, ...] = field(default=())


def match(wished: Wished, places: Sequence[Offered], labels: dict[str, str]) -> Found:
    """Best first; equal sums by how few already go there, then by name. `labels` says interests and welcomes in words."""
    fits, left_out = [], []
    for place in places:
        why = gate(wished, place, labels)
        if why:
            left_out.append(LeftOut(place, why))
        else:
            reasons = weigh(wished, place, labels)
            fits.append(Fit(place, sum(reason.points for reason in reasons), tuple(reasons)))
    fits.sort(key=lambda fit: (-fit.points, fit.place.going_there, fit.place.name, fit.place.key))
    return Found(tuple(fits), tuple(left_out))


def gate(wished: Wished, place: Offered, labels: dict[str, str]) -> str:
    """Why this place is left out, or nothing. What is unknown never shuts a gate."""
    if place.refused_before:
        return "本人が、ここは行きたくないと話しています。"
    if place.no_room:
        return "いまは空きがありません。"
    if wished.welcome and place.welcomes and not place.welcomes & {wished.welcome, ANYBODY}:
        return f"「{_said(place.welcomes, labels)}」の場所です。"
    if wished.days and place.days and not wished.days & place.days:
        return f"開いているのは{_days(place.days)}で、行ける日と合いません。"
    if wished.interests and not wished.interests & place.interests:
        return "好きなことと重なりません。"
    return ""


def weigh(wished: Wished, place: Offered, labels: dict[str, str]) -> list[Reason]:
    """The terms, in the order in which they are read. Something to know before is always looked for."""
    reasons = []
    shared = wished.interests & place.interests
    if shared:
        grade = Grade.FITS_WELL if len(shared) > 1 else Grade.FITS
        reasons.append(Reason(grade, f"好きなこと({_said(shared, labels)})ができます。", min(len(shared), 2) * 2))
    if wished.days & place.days:
        reasons.append(Reason(Grade.FITS, f"行ける{_days(wished.days & place.days)}に開いています。", 1))
    if wished.area and wished.area == place.area:
        reasons.append(Reason(Grade.FITS, "同じ圏域にあります。", 2))
    if wished.welcome and place.welcomes & {wished.welcome, ANYBODY}:
        reasons.append(Reason(Grade.FITS, f"「{_said(place.welcomes, labels)}」を迎えています。", 2))
    return reasons + _to_know(wished, place)


def _to_know(wished: Wished, place: Offered) -> list[Reason]:
    reasons = []
    if place.confirmed_days_ago is None:
        reasons.append(Reason(Grade.KNOW, "まだだれも確かめていません。先に電話で聞いてください。", -2))
    elif place.confirmed_days_ago > LONG_AGO_DAYS:
        reasons.append(Reason(Grade.KNOW, "確かめたのが1年より前です。変わっているかもしれません。", -1))
    if not place.days:
        reasons.append(Reason(Grade.KNOW, "開いている曜日が分かりません。", 0))
    if place.going_there >= 3:
        reasons.append(Reason(Grade.KNOW, f"いま{place.going_there}人がここにつながっています。", -1))
    if wished.company is Company.WITH_SOMEBODY:
        reasons.append(Reason(Grade.KNOW, "はじめは、だれかがいっしょに行きます。", 0))
    if wished.area and place.area and wished.area != place.area:
        reasons.append(Reason(Grade.KNOW, "ほかの圏域にあります。行き方を確かめてください。", 0))
    return reasons


def _days(days: frozenset[int]) -> str:
    return "・".join(f"{WEEKDAYS[day]}曜" for day in sorted(days))


def _said(codes: frozenset[str], labels: dict[str, str]) -> str:
    return "・".join(labels.get(code, code) for code in sorted(codes))
