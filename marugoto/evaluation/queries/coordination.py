"""The control tower by half-years: what it was brought, how deep that was, what it took, and how households fared without it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import brought_depth, came_back, without_tower
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.figure import half_year_of
from marugoto.evaluation.queries.hours import HoursLine, holding, hours_of
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.rules.anchor import half_years
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.half_year import first_day
from marugoto.evaluation.rules.spread import Spread
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day

YEAR = 2
HOURS_OF_A_DAY = Fraction(31, 4)  # 7時間45分 (人事院規則 15-14)


@dataclass(frozen=True)
class HalfYear:
    """`hours` None: nobody said them. `full`: the hours of one person who works all opening days of it.

    `recorded`: something had been written down here by its end.
    """

    last: date
    brought: Share
    depth: Spread
    alone: Share
    back: Share
    hours: int | None
    full: Fraction
    recorded: bool

    @property
    def people(self) -> Fraction | None:
        """How many people these hours are, in full-time equivalents."""
        return None if self.hours is None or not self.full else Fraction(self.hours) / self.full

    @property
    def empty(self) -> bool:
        return not (self.brought.n or self.alone.n or self.back.n or self.hours is not None)


@dataclass(frozen=True)
class Coordination:
    """Half-years that are over, oldest first, from the first one of which anything is known; `running`: the one of today, None where
    nothing is known of it yet; `said`: the hours as they were said."""

    half_years: tuple[HalfYear, ...]
    running: HalfYear | None
    said: tuple[HoursLine, ...]

    @property
    def lately(self) -> tuple[HalfYear, ...]:
        """The last year that is over and what runs: of what a sentence speaks, the table has the rows."""
        return self.half_years[-YEAR:] + ((self.running,) if self.running else ())

    def added(self, which: Callable[[HalfYear], Share]) -> Share:
        """Half-year by half-year, as the rows say it: who came in two of them counts in both."""
        shares = [which(one) for one in self.lately]
        return Share(sum(one.n for one in shares), sum(one.k for one in shares))


@looking_from_the_tower
def coordination(viewer: Viewer, *, counts: Counts = measured) -> Coordination:
    """Four queries, whatever the number of facts. `counts`: who counts; a page gives what was counted last, and then asks two."""
    lasts = half_years(local_day(viewer.at))
    windows = [half_year_of(viewer, last=last) for last in lasts]
    counted = (brought_depth, without_tower, came_back)
    shares = iter(counts.shares([(one.measure, window) for one in counted for window in windows]))
    by_code = {one.code: [next(shares) for _ in windows] for one in counted}
    assert brought_depth.spread is not None  # noqa: S101 — its measure has values
    depths = counts.spreads([(brought_depth.spread, window) for window in windows])
    said = hours_of(viewer)
    held = holding(said)
    seen = [any(by_code[one.code][place].n for one in counted) for place in range(len(lasts))]
    found = [
        HalfYear(
            last=last,
            brought=by_code[brought_depth.code][place],
            depth=depths[place],
            alone=by_code[without_tower.code][place],
            back=by_code[came_back.code][place],
            hours=held.get(last),
            full=HOURS_OF_A_DAY * open_days(viewer, last),
            recorded=any(seen[: place + 1]),
        )
        for place, last in enumerate(lasts)
    ]
    *over, running = found
    begun = next((place for place, one in enumerate(over) if not one.empty), len(over))
    return Coordination(tuple(over[begun:]), running if running.recorded else None, tuple(said))


def open_days(viewer: Viewer, last: date) -> int:
    """Opening days of the half-year."""
    return viewer.calendar.number(last) - viewer.calendar.number(first_day(last) - timedelta(days=1))
