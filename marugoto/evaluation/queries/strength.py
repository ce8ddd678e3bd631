"""地域の力, district by district: places and how fresh they are, who holds gatherings, who came to carry a place; this year and the last."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import TrainingFruit
from marugoto.community.events import TrainingFollowed
from marugoto.evaluation.indicators import places_fresh, resident_hosted
from marugoto.evaluation.indicators.stays import MATCH, STATE
from marugoto.evaluation.measures import Coded, Count, Distinct, Renewed, Rows, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.window import window_of
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.kernel.jst import local_day
from marugoto.ledger.events import layout
from marugoto.participation.codes import MatchState
from marugoto.participation.events import MatchMoved

YEAR = timedelta(days=365)
AREA = "area"
FRUIT = layout(TrainingFollowed)
PLACE = layout(MatchMoved)["place"]
HELPERS = Distinct(kinds=(Coded(MatchMoved.kind, STATE, (MatchState.HELPING,)),), of=MATCH)
GREW = Count(kinds=(Coded(TrainingFollowed.kind, FRUIT["fruit"], (TrainingFruit.HELPERS,)),))
MEASURES = tuple(one for one in (places_fresh.measure, resident_hosted.measure) if isinstance(one, Rows))
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
def strength(viewer: Viewer) -> Mapping[str, Course]:
    """By the code of the district, empty where none was said; only those with anything at all. Five queries."""
    today = local_day(viewer.at)
    windows = [window_of(viewer, last=day) for day in (today, today - YEAR)]
    shares = measured.dividings([(measure, AREA, at) for at in windows for measure in MEASURES])
    helpers = _helpers(windows)
    grown: list[Counter[str]] = []
    for at in windows:
        rows = measured.dated(GREW, (AREA, FRUIT["number"]), at)
        grown.append(sum((Counter({area: int(number or 0)}) for *_, area, number in rows), Counter()))
    found: defaultdict[str, list[Strength]] = defaultdict(list)
    for area in sorted({area for one in (*shares, *helpers, *grown) for area in one}):
        for number, half in enumerate((shares[:2], shares[2:])):
            places, hosted = (one.get(area, NOTHING) for one in half)
            found[area].append(Strength(places, hosted, helpers[number][area], grown[number][area]))
    return {area: Course(*both) for area, both in found.items()}


def _helpers(windows: list[Window]) -> list[Counter[str]]:
    """What is told of a person names a place and no district: it counts where that place was listed, even if it is there no more."""
    assert isinstance(places_fresh.measure, Renewed)  # noqa: S101 — a list of places, as its own file says
    ever = replace(places_fresh.measure, ended=())
    where = {place: area for area, place in measured.divided(ever, (AREA, ever.thing), windows[0])}
    told = measured.dividings([(HELPERS, PLACE, at) for at in windows])
    return [Counter(where.get(place, "") for place, one in found.items() for _ in range(one.n)) for found in told]
