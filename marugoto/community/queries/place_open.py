"""Which places are open on a weekday, as far as their times or their words say it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Place, PlaceDay, PlaceTime
from marugoto.community.queries.place_whole import rest_of, single_of, times_line
from marugoto.community.rules.weekdays import weekdays_in
from marugoto.kernel.jst import local_day


def open_on(viewer: Viewer, weekday: str) -> Q:
    """By its times; where they are only words, by the weekdays these name as open. What rests for weeks is not open then: five
    queries, however many places."""
    if weekday not in set("0123456"):
        return Q(pk__in=[])
    timed = PlaceTime.objects.within(viewer.body)
    there = timed.filter(weekday=int(weekday)).values("place_id")
    spoken = Place.objects.within(viewer.body).exclude(days="").order_by().values_list("days", flat=True).distinct()
    saying_so = [words for words in spoken if int(weekday) in weekdays_in(words)]
    in_words = ~Q(pk__in=timed.values("place_id")) & Q(days__in=saying_so)
    return (Q(pk__in=there) | in_words) & ~Q(pk__in=_resting(viewer))


def _resting(viewer: Viewer) -> list[UUID]:
    """Only of those that have a season or days that differ: the others never rest."""
    today = local_day(viewer.at)
    times, days = PlaceTime.objects.within(viewer.body), PlaceDay.objects.within(viewer.body).filter(day__gte=today)
    seasonal, shut = times.exclude(first_month=None).values("place_id"), days.filter(is_open=False).values("place_id")
    rows = list(Place.objects.within(viewer.body).filter(Q(pk__in=seasonal) | Q(pk__in=shut)))
    lines = _by_place((row.place_id, times_line(row)) for row in times.filter(place__in=rows))
    singles = _by_place((row.place_id, single_of(row)) for row in days.filter(place__in=rows))
    return [
        row.pk for row in rows if rest_of(row, tuple(lines.get(row.pk, ())), _by_day(singles.get(row.pk, ())), today)
    ]


def _by_day(singles: Any) -> dict[date, Any]:
    return {one.day: one for one in singles}


def _by_place(pairs: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for place, one in pairs:
        found.setdefault(place, []).append(one)
    return found
