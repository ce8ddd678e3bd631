"""Which year of the book of looks is over, and what is held while anything is."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look
from marugoto.ground.transaction import looking
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.retention.codes import Obstacle, RecordKind
from marugoto.retention.models import Hold
from marugoto.retention.queries.found import RunOut
from marugoto.retention.rules.look import said_year, subject_of, year_of

MOMENT = timedelta(microseconds=1)


@looking
def oldest_year(viewer: Viewer, before: datetime) -> list[RunOut]:
    """The oldest of which a look is left, if it was over before that moment: one year on a list, the next on the next."""
    first = Look.objects.within(viewer.body).order_by("made_at").values_list("made_at", flat=True).first()
    if first is None:
        return []
    year = fiscal_year(local_day(first))
    _since, end = year_of(local_day(first))
    found = RunOut(RecordKind.LOOK, subject_of(viewer.body, year), said_year(year), end - MOMENT)
    return [found] if end <= before else []


@looking
def looks_of(viewer: Viewer, closed_on: date) -> int:
    """How many there are of the year that was over on that day."""
    since, end = year_of(closed_on)
    found: int = Look.objects.within(viewer.body).filter(made_at__gte=since, made_at__lt=end).count()
    return found


@looking
def against_looks(viewer: Viewer) -> frozenset[Obstacle]:
    """Which looks were at whom a folder tells only as long as it is there: while anything at all is held, every look is."""
    over = Q(ending__until__lte=local_day(viewer.at))
    return frozenset({Obstacle.HELD}) if Hold.objects.within(viewer.body).exclude(over).exists() else frozenset()
