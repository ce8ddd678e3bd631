"""A level that was reached stands for a while: it falls after two failing half-years, and ends after 24 months without a judgement.

Level 4 (学んでいる) is asked of every criterion alike: level 3 through two fiscal years on end, and used in a review that changed something.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marugoto.evaluation.rules.half_year import ending_before

FAILS = 2
MONTHS = 24
HALF_YEARS, RUNS, LEARNS = 4, 3, 4
MARCH = 3


@dataclass(frozen=True)
class Evaluation:
    """What a half-year's records alone gave; `level` None could not be judged, which neither passes nor fails."""

    anchor: date
    level: int | None


@dataclass(frozen=True)
class Standing:
    """`falling`: the records of now give less than what stands. `kept`: it stands although now nothing can be judged.
    `expired`: what once stood has not been judged for 24 months."""

    level: int | None
    falling: bool = False
    kept: bool = False
    expired: bool = False


def standing(held: Sequence[Evaluation], now: int | None, *, today: date, no_case: bool = False) -> Standing:
    """`held`: the half-years before, oldest first. `no_case`: somebody attested that there was no such case; then nothing ends."""
    folded = _folded(held)
    if folded is None:
        return Standing(now)
    before, last = folded
    if months_between(last, today) >= MONTHS and not no_case:
        return Standing(now, expired=now is None)
    if now is None:
        return Standing(before, kept=True)
    return Standing(max(now, before), falling=now < before)


def _folded(held: Sequence[Evaluation]) -> tuple[int, date] | None:
    """The level that stands after these half-years, and when it was judged last; None where it never was."""
    stands: tuple[int, date] | None = None
    failed: list[int] = []
    for one in held:
        if one.level is None:
            continue
        if stands is None or months_between(stands[1], one.anchor) >= MONTHS or one.level >= stands[0]:
            stands, failed = (one.level, one.anchor), []
            continue
        failed.append(one.level)
        stands = (stands[0], one.anchor)
        if len(failed) == FAILS:
            stands, failed = (max(failed), one.anchor), []
    return stands


def learns(held: Sequence[Evaluation], now: int | None, *, today: date, used: bool) -> bool:
    """Level 3 in each half-year of the two fiscal years that ended last and ever since, and `used` in a review."""
    levels = {one.anchor: one.level or 0 for one in held}
    ends, since = _two_years(today)
    return used and now is not None and now >= RUNS and all(levels.get(one, 0) >= RUNS for one in (*ends, *since))


def _two_years(today: date) -> tuple[list[date], list[date]]:
    """The four half-years of the two fiscal years that are over, and the one after them where it is over, too."""
    last = ending_before(today)
    since = [] if last.month == MARCH else [last]
    ends = [last if not since else ending_before(last)]
    while len(ends) < HALF_YEARS:
        ends.append(ending_before(ends[-1]))
    return ends[::-1], since


def months_between(first: date, later: date) -> int:
    """Whole months."""
    return (later.year - first.year) * 12 + later.month - first.month - (later.day < first.day)
