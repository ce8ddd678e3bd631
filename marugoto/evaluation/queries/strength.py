"""地域の力, district by district: places and how fresh they are, who holds gatherings, who came to carry a place; this year and the last."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators.strength import (
    AREA,
    GREW,
    HELPERS,
    HOSTED,
    NUMBER,
    PLACE,
    PLACES,
    THING,
    WHERE,
)
from marugoto.evaluation.measures import Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.queries.window import window_of
from marugoto.evaluation.rules.anchor import this_year_and_the_last
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.transaction import looking_from_the_tower

NOTHING = Share(0, 0)


@dataclass(frozen=True)
class Strength:
    """Of one district, the twelve months to a day. `places`: on the list, and confirmed within a year; `hosted`: gatherings of which it
    is known who held them, and those residents held; `helpers`: persons who came to carry a place; `grown`: of trainings."""

    places: Share = NOTHING
    hosted: Share = NOTHING
    helpers: int = 0
    grown: int = 0


@dataclass(frozen=True)
class Course:
    now: Strength
    then: Strength


@looking_from_the_tower
def strength(viewer: Viewer, *, today: date, counts: Counts = measured) -> Mapping[str, Course]:
    """By the code of the district, empty where none was said; only those with anything at all.

    `counts`: who counts; a page gives what was counted last, and the day up to which. Then nothing is asked, else five queries.
    """
    windows = [window_of(viewer, last=day) for day in this_year_and_the_last(today)]
    shares = counts.dividings([(measure, AREA, at) for at in windows for measure in (PLACES, HOSTED)])
    where = {place: area for area, place in counts.divided(WHERE, (AREA, THING), windows[0])}
    helpers = _helpers(where, counts.dividings([(HELPERS, PLACE, at) for at in windows]))
    grown = [_grown(counts, at) for at in windows]
    found: defaultdict[str, list[Strength]] = defaultdict(list)
    for area in sorted({area for one in (*shares, *helpers, *grown) for area in one}):
        for number, half in enumerate((shares[:2], shares[2:])):
            places, hosted = (one.get(area, NOTHING) for one in half)
            found[area].append(Strength(places, hosted, helpers[number][area], grown[number][area]))
    return {area: Course(*both) for area, both in found.items()}


def _helpers(where: Mapping[str, str], told: list[dict[str, Share]]) -> list[Counter[str]]:
    """What is told of a person names a place and no district: it counts where that place was listed, even if it is there no more."""
    return [Counter(where.get(place, "") for place, one in found.items() for _ in range(one.n)) for found in told]


def _grown(counts: Counts, at: Window) -> Counter[str]:
    """How many trainings brought so many helpers; what says no number counts as none."""
    found: Counter[str] = Counter()
    for (area, number), trainings in counts.divided(GREW, (AREA, NUMBER), at).items():
        found[area] += int(number or 0) * trainings.n
    return found
