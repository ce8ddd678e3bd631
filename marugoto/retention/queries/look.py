"""Which years of the book of looks are over, and which of them are held."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Look
from marugoto.ground.transaction import looking
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.retention.codes import Obstacle, RecordKind
from marugoto.retention.queries.found import RunOut
from marugoto.retention.rules.look import said_year, subject_of, year_of
from marugoto.retention.walls import HELD_LOOKS

MOMENT = timedelta(microseconds=1)
_PLACES = re.compile(r"\{(\w+)\}")


@looking
def years_over(viewer: Viewer, before: datetime) -> list[RunOut]:
    """The oldest of which a look is left, if it was over before that moment: one year on a list, the next on the next. A year that is
    held keeps none after it waiting: it is answered too, and the next."""
    found = list[RunOut]()
    for year in _years(viewer):
        since, end = year_of(date(year + 1, 1, 1))
        if end > before:
            break
        if Look.objects.within(viewer.body).filter(made_at__gte=since, made_at__lt=end).exists():
            found.append(RunOut(RecordKind.LOOK, subject_of(viewer.body, year), said_year(year), end - MOMENT))
            if not against_looks(viewer, local_day(end - MOMENT)):
                break
    return found


def _years(viewer: Viewer) -> range:
    first = Look.objects.within(viewer.body).order_by("made_at").values_list("made_at", flat=True).first()
    this = fiscal_year(local_day(viewer.at))
    return range(fiscal_year(local_day(first)), this + 1) if first else range(0)


@looking
def looks_of(viewer: Viewer, closed_on: date) -> int:
    """How many there are of the year that was over on that day."""
    since, end = year_of(closed_on)
    found: int = Look.objects.within(viewer.body).filter(made_at__gte=since, made_at__lt=end).count()
    return found


@looking
def against_looks(viewer: Viewer, closed_on: date) -> frozenset[Obstacle]:
    """A hold keeps the whole of each year in which somebody looked at what it lies on, or at what hangs together with that; no other.

    A year is destroyed as one, since the seals know of its looks only that they were so many. Whose looks were at what is gone by now
    nobody can tell any more: what a hold lies on is there.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT marugoto_looks_held(%s)", [closed_on])
            held = bool(cursor.fetchone()[0])
        else:
            day = connection.ops.adapt_datefield_value(local_day(viewer.at))
            values = {"body": viewer.body, "day": day}
            cursor.execute(_PLACES.sub("%s", HELD_LOOKS), [values[place] for place in _PLACES.findall(HELD_LOOKS)])
            wanted = {UUID(str(row[0])).hex for row in cursor.fetchall()}
            held = bool(wanted) and any(wanted & looked for looked in _looked_at(viewer, closed_on))
    return frozenset({Obstacle.HELD}) if held else frozenset()


def _looked_at(viewer: Viewer, closed_on: date) -> Iterator[set[str]]:
    """Of every look of the year its folders and the ids of its address. SQLite keeps no list of them: the book is read through."""
    since, end = year_of(closed_on)
    rows = Look.objects.within(viewer.body).filter(made_at__gte=since, made_at__lt=end)
    for folders, matter in rows.values_list("folders", "matter").iterator():
        said = [*(one[0] for one in folders), *matter.split(",")]
        yield {one.replace("-", "") for one in said}
