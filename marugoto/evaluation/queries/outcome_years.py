"""Lay beside each other what was done and what became of people, fiscal year by fiscal year, from figures that stand ready."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators.outcome_years import DONE, END, ENDS, SHARES, SPREADS
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.queries.window import fiscal_year_of
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Scored, last_of_years, scored_of
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.fiscal import fiscal_year


@dataclass(frozen=True)
class OutcomeYear:
    """`runs`: the year is not over yet. `done`: what was done, by the keys of `DONE`. `unscored`: goals that only others scored;
    a goal that nobody scored in it left no fact and is in no number.
    `again`: of support ended by agreement and six months past; those not yet so far are `running`."""

    year: int
    runs: bool
    done: Mapping[str, int]
    scored: Scored
    unscored: int
    ends: Mapping[str, int]
    again: Share

    @property
    def told(self) -> bool:
        """Whether anything at all was recorded in it."""
        return any((*self.done.values(), self.scored.better.n, self.unscored, *self.ends.values()))


@looking_from_the_tower
def outcome_years(viewer: Viewer, *, today: date, counts: Counts = measured) -> list[OutcomeYear]:
    """Oldest first, without the years before the first record: nothing is not zero.

    `counts`: who counts; a page gives what was counted last, and the day up to which. Then nothing is asked, else three queries.
    """
    windows = [fiscal_year_of(viewer, last=last) for last in last_of_years(today)]
    shares = iter(counts.shares([(measure, at) for at in windows for measure in SHARES.values()]))
    spreads = iter(counts.spreads([(measure, at) for at in windows for measure in SPREADS.values()]))
    ends = counts.dividings([(ENDS, END, at) for at in windows])
    found = []
    for last, ended in zip(last_of_years(today), ends, strict=True):
        share = {name: next(shares) for name in SHARES}
        scores, moves = (_whole(next(spreads).times) for _ in SPREADS)
        found.append(
            OutcomeYear(
                year=fiscal_year(last),
                runs=last == today,
                done={name: share[name].n for name in DONE},
                scored=scored_of(scores, moves),
                unscored=share["goals"].n - share["goals"].k,
                ends={end: one.n for end, one in ended.items()},
                again=share["again"],
            )
        )
    return list(dropwhile(lambda one: not (one.told or one.runs), found))


def _whole(times: Mapping[int | None, int]) -> dict[int, int]:
    """Every one of them has a number."""
    return {value: count for value, count in times.items() if value is not None}
