"""Figures of twelve months that count what the sheets of the half-years count: neither is told so that the other gives a few away.

The sheets go to the assembly, the figures to the prefecture and on the same paper. Where a figure is the sum of numbers of sheets, it is
told only where the sheets tell all of these, and where it differs from them it differs by nobody or by enough.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.evaluation.rules.half_year import ending_before
from marugoto.evaluation.rules.heads import CHANNEL, CLOSE, INTAKES, name_of, outside
from marugoto.evaluation.rules.suppression import few_of


@dataclass(frozen=True)
class Tie:
    """`codes`: figures of the same people. `n` and `k`: which numbers of the sheets make them; where something still runs, n with that.
    `back`: the sheets are so many half-years older."""

    codes: tuple[str, ...]
    n: tuple[str, ...]
    k: tuple[str, ...] = ()
    back: int = 0

    def halves(self, anchor: date) -> tuple[date, date]:
        for _ in range(self.back):
            anchor = ending_before(anchor)
        return ending_before(anchor), anchor


TIES = (
    Tie(("I04",), (INTAKES,), tuple(name_of(CHANNEL, code) for code in ("outreach", "other_agency", "porch"))),
    Tie(("I01", "I02", "I35"), (INTAKES,)),  # what they count besides are the notices
    Tie(("I34",), tuple(name_of(CLOSE, code) for code in ("achieved", "handed_to_agency", "own_wish")), back=2),
)


def unsafe_beside(
    figures: Mapping[tuple[date, str], Mapping[str, int]],
    sheets: Mapping[date, Mapping[str, int]],
    *,
    population: int | None,
) -> Iterator[tuple[date, str, str]]:
    """Which figures must keep n, or k alone, to themselves: by anchor and code. `figures`: their n, k and running as they are."""
    printed = {last: outside(counts, population=population).counts for last, counts in sheets.items()}
    few = few_of(population)
    for tie in TIES:
        for (anchor, code), counts in figures.items():
            halves = [half for half in tie.halves(anchor) if half in sheets]
            if code not in tie.codes or not halves:
                continue
            running = 0 if counts["running"] < few else counts["running"]  # a few are hidden
            if not _safe(counts["n"] + running, tie.n, halves, printed, few):
                yield anchor, code, "n"
            elif tie.k and not _safe(counts["k"], tie.k, halves, printed, few):
                yield anchor, code, "k"


def _safe(
    count: int, names: tuple[str, ...], halves: list[date], printed: Mapping[date, Mapping[str, int | None]], few: int
) -> bool:
    known = [printed[half].get(name) for half in halves for name in names]
    rest = abs(count - sum(one or 0 for one in known))
    return None not in known and (rest == 0 or rest >= few)
