"""On which days a place is open: by its times and the days that differ, or, where it has none, as far as its own words say it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from marugoto.community.rules.opening import Single, Times, open_on
from marugoto.exchange.porch.rules.days import LOOK_AHEAD, open_days
from marugoto.exchange.porch.rules.saying import is_over, span_of
from marugoto.kernel.holiday import holidays


@dataclass(frozen=True)
class Opening:
    """`days` and `hours` are the words of the source; `singles` the days that differ."""

    days: str = ""
    hours: str = ""
    lines: tuple[Times, ...] = ()
    singles: Mapping[date, Single] = field(default_factory=dict)
    on_holidays: str = ""


@dataclass(frozen=True, order=True)
class Open:
    """One time on one day; without times it is open some time that day."""

    day: date
    opens: time | None = None
    closes: time | None = None


@lru_cache(maxsize=4096)
def read_opening(said: str, days: str, hours: str) -> Opening:
    """`said` as the house sent it. Raises ValueError, KeyError or TypeError where it cannot be read."""
    known = json.loads(said) if said else {}
    lines = tuple(_line(one) for one in known.get("times", ()))
    singles = {single.day: single for single in (_single(one) for one in known.get("days", ()))}
    return Opening(days, hours, lines, singles, str(known.get("holidays", "")))


def openings(opening: Opening, first: date, ahead: int = LOOK_AHEAD) -> Iterator[Open]:
    """From the first day on, in order; nothing where it is not known for certain."""
    by_words = frozenset() if opening.lines else frozenset(open_days(opening.days, first, ahead))
    span = span_of(opening.hours)
    for day in (first + timedelta(days=more) for more in range(ahead)):
        if opening.lines or day in opening.singles:
            found = open_on(
                day, opening.lines, opening.singles, on_holidays=opening.on_holidays, holidays=holidays(day.year)
            )
            yield from (Open(day, one.opens, one.closes) for one in found)
        elif day in by_words:
            yield Open(day, *span)


def next_open(opening: Opening, now: datetime, ahead: int = LOOK_AHEAD) -> Open | None:
    """Today only while it is not over: nobody sets out for what has closed. `now` is local time."""
    return next((one for one in openings(opening, now.date(), ahead) if not _is_over(one, opening, now)), None)


def closed_soon(opening: Opening, first: date, ahead: int = LOOK_AHEAD) -> tuple[Single, ...]:
    """The days that differ, closed or at another time, soonest first."""
    last = first + timedelta(days=ahead)
    return tuple(opening.singles[day] for day in sorted(opening.singles) if first <= day < last)


def is_known(opening: Opening, first: date) -> bool:
    return next(openings(opening, first), None) is not None


def _is_over(one: Open, opening: Opening, now: datetime) -> bool:
    if one.day != now.date():
        return False
    if one.closes is not None:
        return one.closes <= now.time() and (one.opens is None or one.opens < one.closes)
    return not opening.lines and is_over(opening.hours, now.time())


def _line(said: Any) -> Times:
    weekday, nth, opens, closes, first, last = said
    return Times(int(weekday), nth, _clock(opens), _clock(closes), first, last)


def _single(said: Any) -> Single:
    day, is_open, opens, closes, words = said
    return Single(date.fromisoformat(day), bool(is_open), _clock(opens), _clock(closes), str(words))


def _clock(said: str) -> time | None:
    return time.fromisoformat(said) if said else None
