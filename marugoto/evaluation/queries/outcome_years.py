"""Count what was done and what became of people, fiscal year by fiscal year, from the facts as they stand."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile
from typing import Any

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import PlanState, Scorer
from marugoto.casework.events import CaseClosed, GoalScored, JournalWritten, PlanMoved
from marugoto.conferences.codes import Stage
from marugoto.conferences.events import StageReached
from marugoto.evaluation.indicators.households import AGREED_END, KNOWN, RETURNED
from marugoto.evaluation.measures import Coded, Count, Window
from marugoto.evaluation.measures import Sequence as Followed
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.outcome_years import Score, Scored, first_of, scored_by_year, years_before
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.intake.events import IntakeOpened
from marugoto.kernel.fiscal import day_number, fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import layout

SHOWN = 4  # fiscal years, the one that runs among them
HALF_YEAR = 183  # days after the end of support
GOAL, END = layout(GoalScored), layout(CaseClosed)["end"]
SAID_BY = GOAL["scorer"]  # in which the end of a case stands, too

DONE = {
    "intakes": Count(kinds=(IntakeOpened.kind,)),
    "conferences": Count(kinds=(Coded(StageReached.kind, layout(StageReached)["stage"], (Stage.CLOSED,)),)),
    "plans": Count(kinds=(Coded(PlanMoved.kind, layout(PlanMoved)["state"], (PlanState.DECIDED,)),)),
    "records": Count(kinds=(JournalWritten.kind,)),
}
CAME_AGAIN = Followed(first=(AGREED_END,), then=RETURNED, days=HALF_YEAR, known=KNOWN)
TOLD = Count(kinds=(GoalScored.kind, CaseClosed.kind))
COLUMNS = ("kind", "seq", SAID_BY, GOAL["goal"], GOAL["score"])


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
def outcome_years(viewer: Viewer) -> list[OutcomeYear]:
    """Oldest first, without the years before the first record: nothing is not zero. Two queries, whatever the number of facts."""
    years = years_before(local_day(viewer.at), SHOWN)
    windows = {year: _window(viewer, year) for year in years}
    asked = [(measure, windows[year]) for year in years for measure in (*DONE.values(), CAME_AGAIN)]
    shares = iter(measured.shares(asked))
    done = {year: [next(shares) for _ in (*DONE, CAME_AGAIN)] for year in years}
    rows = measured.dated(TOLD, COLUMNS, _since_ever(windows[years[-1]]))
    scored, unscored, ends = _scores(rows), _unscored(rows), _ends(rows)
    found = [
        OutcomeYear(
            year=year,
            runs=year == years[-1],
            done={name: share.n for name, share in zip(DONE, done[year], strict=False)},
            scored=scored.get(year, Scored()),
            unscored=unscored[year],
            ends=ends[year],
            again=done[year][-1],
        )
        for year in years
    ]
    return list(dropwhile(lambda one: not (one.told or one.runs), found))


def _window(viewer: Viewer, year: int) -> Window:
    """A follow-up of six months may be over long after the year is."""
    today = local_day(viewer.at)
    until = min(first_of(year + 1), today + timedelta(days=1))
    return Window(
        body=viewer.body,
        since_day=day_number(first_of(year)),
        until_day=day_number(until),
        over_day=day_number(today),
        over_bday=viewer.calendar.number(today),
    )


def _since_ever(window: Window) -> Window:
    """What a goal was scored first may lie before the years that are shown."""
    return Window(window.body, 0, window.until_day, window.over_day, window.over_bday)


Row = Sequence[Any]  # matter, day, kind, seq, code, goal, score


def _year(row: Row) -> int:
    return fiscal_year(date.fromordinal(row[1]))


def _scores(rows: Sequence[Row]) -> dict[int, Scored]:
    said = [row for row in rows if row[2] == GoalScored.kind and row[4] == Scorer.PERSON and row[6] is not None]
    return scored_by_year(Score(row[5], date.fromordinal(row[1]), int(row[6]), row[3]) for row in said)


def _unscored(rows: Sequence[Row]) -> Counter[int]:
    """Goals of a year of which the person concerned said nothing in it."""
    goals: defaultdict[int, dict[Any, bool]] = defaultdict(dict)
    for row in rows:
        if row[2] == GoalScored.kind:
            known = goals[_year(row)]
            known[row[5]] = known.get(row[5], False) or row[4] == Scorer.PERSON
    return Counter({year: sum(not by_person for by_person in found.values()) for year, found in goals.items()})


def _ends(rows: Sequence[Row]) -> defaultdict[int, Counter[str]]:
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row[2] == CaseClosed.kind:
            found[_year(row)][row[4]] += 1
    return found
