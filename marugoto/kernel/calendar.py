"""The working calendar of an office: which days are open, and how many open days lie between two.

Closed are 土日, 国民の祝日 and 12月29日–1月3日 (地方自治法4条の2 lets each body set the last by its own 条例; the
difference stands in `closed` and `opened`). 春分 and 秋分 are proclaimed only the year before, so a day far ahead is a forecast.
"""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import accumulate

from marugoto.kernel.decision import Refused
from marugoto.kernel.holiday import holidays

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
COUNTED_FROM = date(2000, 1, 1)
TURN_OF_THE_YEAR = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})


@dataclass(frozen=True)
class WorkingCalendar:
    """`closed` and `opened` are the body's own days; a day in both is open. Days outside 1900–2099 are `Refused`."""

    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        if day in self.opened:
            return True
        return day not in self.closed and _is_open_by_law(_place(day))

    def number(self, day: date) -> int:
        """Open days since 2000-01-01, this day included; before it none or negative. Differences are working days."""
        return self._number(_place(day)) - self._number(_place(COUNTED_FROM))

    def between(self, a: date, b: date) -> int:
        """Open days after `a` up to and including `b` (初日不算入, 民法140条); backwards the same, negative."""
        return self._number(_place(b)) - self._number(_place(a))

    def add(self, day: date, n: int) -> date:
        """The n-th open day after `day`; with n negative the n-th open day before it; with 0 the day itself."""
        if n == 0:
            return day
        place = _place(day)
        reached = self._number(place) + n
        if n < 0 and not self.is_open(day):
            reached += 1  # on a closed day the last open day has not been counted off yet
        found = bisect_left(range(len(_counts())), reached, key=self._number)
        if reached < 1 or found == len(_counts()):
            raise _outside()
        return date.fromordinal(FIRST.toordinal() + found)

    def next_open(self, day: date) -> date:
        """The day itself if open, otherwise the first open day after it (民法142条: a period does not end on a 休日)."""
        return day if self.is_open(day) else self.add(day, 1)

    def _number(self, place: int) -> int:
        own = bisect_right(self._more, place) - bisect_right(self._fewer, place)
        return _counts()[place] + own

    @cached_property
    def _more(self) -> list[int]:
        return sorted(place for place in map(_place, self.opened) if not _is_open_by_law(place))

    @cached_property
    def _fewer(self) -> list[int]:
        return sorted(place for place in map(_place, self.closed - self.opened) if _is_open_by_law(place))


@cache
def _counts() -> "array[int]":
    """For every day since FIRST, how many days were open by law up to it; made once, so that a count is a look-up."""
    days = map(date.fromordinal, range(FIRST.toordinal(), LAST.toordinal() + 1))
    closed = (d.weekday() >= 5 or (d.month, d.day) in TURN_OF_THE_YEAR or d in holidays(d.year) for d in days)
    return array("i", accumulate(int(not one) for one in closed))


def _is_open_by_law(place: int) -> bool:
    return _counts()[place] > (_counts()[place - 1] if place else 0)


def _place(day: date) -> int:
    if not FIRST <= day <= LAST:
        raise _outside()
    return day.toordinal() - FIRST.toordinal()


def _outside() -> Refused:
    return Refused(f"開庁日は{FIRST.year}年から{LAST.year}年までしか数えられません。", "日付を確かめてください。")
