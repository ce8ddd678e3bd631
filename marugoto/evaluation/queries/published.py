"""What the municipalities of a prefecture told of themselves."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.models import PublishedMeasure
from marugoto.evaluation.rules.suppression import Hidden, Told
from marugoto.ground.transaction import looking

HALF_YEARS = 4


@dataclass(frozen=True)
class Published:
    """One figure of one municipality at the end of one half-year, in its latest edition."""

    anchor: date
    version: str
    told: Told
    computed_at: datetime


@looking
def published(viewer: Viewer) -> dict[tuple[str, str], list[Published]]:
    """By municipality and code of the figure: the last four half-years, oldest first. One query."""
    latest: dict[tuple[str, str, date], Published] = {}
    for row in PublishedMeasure.objects.within(viewer.body).order_by("anchor", "version", "edition"):
        told = Told(row.n, row.k, row.running, row.level, Hidden(row.hidden))
        latest[row.municipality, row.code, row.anchor] = Published(row.anchor, row.version, told, row.computed_at)
    found: defaultdict[tuple[str, str], list[Published]] = defaultdict(list)
    for (municipality, code, _), figure in latest.items():
        found[municipality, code].append(figure)
    return {which: rows[-HALF_YEARS:] for which, rows in found.items()}
