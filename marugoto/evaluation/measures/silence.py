"""SILENCE(e by group): for how long nothing came."""

from collections import defaultdict
from dataclasses import dataclass
from typing import ClassVar

from marugoto.evaluation.measures.text import (
    Kinds,
    Operator,
    Pieced,
    Rows,
    Table,
    Valued,
    Window,
    beside,
    kinds_are,
    named,
    same,
    seen,
    tallied,
    with_body,
)


@dataclass(frozen=True)
class Silence(Valued, Pieced):
    """n groups (values of the column `of`) with such a fact in the window; the `value` of each is its longest stretch of days without
    one, the stretches to its first and from its last fact to the window's ends among them. k are silent for more than `days`."""

    operator: ClassVar[Operator] = Operator.SILENCE
    keyed: ClassVar[int] = 2

    kinds: Kinds
    of: str
    days: int

    def rows(self, by: tuple[str, ...] = ()) -> str:
        longest = "CASE WHEN d.began > d.times THEN d.began ELSE d.times END"
        return (
            f"SELECT c.matter, c.day{beside('c', by)}, c.value, CASE WHEN c.value > {self.days} THEN 1 ELSE 0 END AS fulfilled, "
            f"1 AS ended FROM (SELECT g.matter, g.day{beside('d', by)}, {longest} AS value "
            f"FROM ({self._groups(with_body(by))}) d JOIN fact g ON {same('g', 'd')} AND g.seq = d.sign) c"
        )

    def pieces(self, by: tuple[str, ...] = ()) -> str:
        return tallied((self.of, "day"), f"fact a WHERE {seen('a', self.kinds)} AND {named('a', self.of)}", by)

    def together(self, pieces: Table, window: Window, by: tuple[str, ...] = ()) -> Table:
        days: defaultdict[str | int | None, list[int]] = defaultdict(list)
        for one, day in pieces:
            days[one].append(int(day or 0))
        silent = (_longest(sorted(told), window) for told in days.values())
        return {(): (len(days), sum(1 for value in silent if value > self.days), 0)}

    def _groups(self, by: tuple[str, ...]) -> str:
        """Each group with the stretch before its first fact, and the longest after one of its days."""
        return (
            f"SELECT c.{self.of}{beside('c', by)}, MIN(c.day) - :since_day AS began, MAX(c.value) AS times, MAX(c.sign) AS sign "
            f"FROM ({self._stretches(by)}) c GROUP BY c.{self.of}{beside('c', by)}"
        )

    def _stretches(self, by: tuple[str, ...]) -> str:
        """After each day with such a fact: how many days up to the next, or to the end of the window."""
        following = "CASE WHEN MIN(b.day) IS NOT NULL THEN MIN(b.day) ELSE :until_day END"
        days = (
            f"SELECT a.{self.of}, a.day{beside('a', by)}, MAX(a.seq) AS sign FROM fact a "
            f"WHERE {seen('a', self.kinds)} AND {named('a', self.of)} GROUP BY a.{self.of}, a.day{beside('a', by)}"
        )
        return (
            f"SELECT a.{self.of}, a.day{beside('a', by)}, a.sign, {following} - a.day - 1 AS value FROM ({days}) a "
            f"LEFT JOIN ({days}) b ON {same('b', 'a', self.of, *by[1:])} AND b.day > a.day "
            f"GROUP BY a.{self.of}, a.day, a.sign{beside('a', by)}"
        )


def _longest(days: list[int], window: Window) -> int:
    """The longest stretch without one of these days in the window."""
    following = [*days[1:], window.until_day]
    return max(days[0] - window.since_day, *(then - day - 1 for day, then in zip(days, following, strict=True)))


@dataclass(frozen=True)
class Resting(Rows):
    """n matters that began and did not end; k of them began more than `open_days` days ago, the last sign over `silent_days` days ago.

    Days are days of the calendar. It is a state, so the whole ledger up to the end of the window is read. `rests`: somebody said that
    nobody is to go before the day in the column `rests_until`; up to that day, unless it was lifted later, the matter is not left alone.
    """

    operator: ClassVar[Operator] = Operator.SILENCE

    begins: Kinds
    ends: Kinds
    signs: Kinds
    open_days: int
    silent_days: int
    rests: Kinds = ()
    rests_until: str = ""
    lifts: Kinds = ()

    def rows(self, by: tuple[str, ...] = ()) -> str:
        return (
            f"SELECT c.matter, c.sign AS day{beside('c', by)}, CASE WHEN {self._rests()} THEN 1 ELSE 0 END AS fulfilled, 1 AS ended "
            f"FROM ({self._matters(with_body(by))}) c WHERE c.began > c.ended"
        )

    def _rests(self) -> str:
        alone = f"c.day + {self.open_days} + 1 < :until_day AND c.sign + {self.silent_days} + 1 < :until_day"
        return f"{alone} AND (c.resting < :until_day OR c.lifted > c.rested)" if self.rests else alone

    def _matters(self, by: tuple[str, ...]) -> str:
        return (
            f"SELECT a.matter, MIN(a.day) AS day, MAX(a.day) AS sign{beside('a', by)}, {self._spared()}"
            f"MAX(CASE WHEN {kinds_are('a', self.begins)} THEN a.seq ELSE 0 END) AS began, "
            f"MAX(CASE WHEN {kinds_are('a', self.ends)} THEN a.seq ELSE 0 END) AS ended FROM fact a "
            f"WHERE {kinds_are('a', self.begins + self.ends + self.signs + self.rests + self.lifts)} "
            f"AND a.day < :until_day GROUP BY a.matter{beside('a', by)}"
        )

    def _spared(self) -> str:
        if not self.rests:
            return ""
        lifted = f"CASE WHEN {kinds_are('a', self.lifts)} THEN a.seq ELSE 0 END" if self.lifts else "0"
        return (
            f"MAX(CASE WHEN {kinds_are('a', self.rests)} THEN a.{self.rests_until} ELSE 0 END) AS resting, "
            f"MAX(CASE WHEN {kinds_are('a', self.rests)} THEN a.seq ELSE 0 END) AS rested, MAX({lifted}) AS lifted, "
        )
