"""When a place is to be asked again, how old what we know is, and when the host counts as not to be reached.

A check is a fact of its own: neither an import nor an edit is one. Days by kind are data and may differ from body to body.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.community.codes import DoubtReason, PlaceKind

PROFILE = "check_months_"  # and the kind: the entry by which a body says otherwise
YEAR = 12
MONTHS: Mapping[PlaceKind, int] = dict.fromkeys(PlaceKind, 6) | {
    PlaceKind.FACILITY: YEAR,
    PlaceKind.SERVICE: YEAR,
    PlaceKind.WORKPLACE: YEAR,
}
SHORTEST, LONGEST = 1, 60
TRIES = 3  # on as many days, and nobody was reached
# What speaks against the list itself: somebody is to ask before the day. That it is far away does not.
GRAVE = frozenset(
    {DoubtReason.FULL, DoubtReason.ENDED, DoubtReason.MOVED, DoubtReason.OTHER_TIME, DoubtReason.NO_ANSWER}
)


@dataclass(frozen=True)
class Known:
    """What is known about the checks of one place. `tries` and `doubts` since the last check only."""

    listed_on: date
    confirmed_on: date | None = None
    tries: frozenset[date] = frozenset()
    doubts: frozenset[DoubtReason] = frozenset()


def kind_of(kind: str) -> PlaceKind:
    """A kind of an older list, unknown by now, is looked after like a circle."""
    return PlaceKind(kind) if kind in set(PlaceKind) else PlaceKind.OTHER


def months_by_kind(profile: Mapping[str, str]) -> dict[PlaceKind, int]:
    """Ours, and where the body says otherwise, its own."""
    return {kind: _months(profile.get(PROFILE + kind, ""), usual) for kind, usual in MONTHS.items()}


def fits_interval(value: str) -> bool:
    return value.isascii() and value.isdigit() and SHORTEST <= int(value) <= LONGEST


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or before; the last of a month that is shorter."""
    years, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(years, month + 1, min(day.day, _last_day(years, month + 1)))


def due_on(known: Known, months: int) -> date:
    """From the check, or from the day it was listed when nobody has asked yet: that day itself. A grave doubt is due at once."""
    if known.confirmed_on is None:
        return known.listed_on
    if known.doubts & GRAVE:
        return known.confirmed_on
    return months_after(known.confirmed_on, months)


def is_due(known: Known, months: int, today: date) -> bool:
    return due_on(known, months) <= today


def cannot_be_reached(tries: Iterable[date]) -> bool:
    return len(set(tries)) >= TRIES


def age_words(confirmed_on: date | None, today: date) -> str:
    """「確かめて3日」「確かめて5か月」「確かめて1年2か月」; never a sign without words."""
    if confirmed_on is None:
        return "まだ確かめていない"
    if confirmed_on >= today:
        return "きょう確かめた"
    months = _whole_months(confirmed_on, today)
    if not months:
        return f"確かめて{(today - confirmed_on).days}日"
    years, rest = divmod(months, YEAR)
    said = (f"{years}年" if years else "") + (f"{rest}か月" if rest else "")
    return f"確かめて{said}"


def _whole_months(earlier: date, later: date) -> int:
    months = (later.year - earlier.year) * YEAR + later.month - earlier.month
    return months if later >= months_after(earlier, months) else months - 1


def _months(said: str, usual: int) -> int:
    return int(said) if fits_interval(said) else usual


def _last_day(year: int, month: int) -> int:
    following = date(year + month // YEAR, month % YEAR + 1, 1)
    return date.fromordinal(following.toordinal() - 1).day
